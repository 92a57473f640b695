// The weekly lift: which post was raised in which ISO week of the place, and until when.
import { sql } from 'kysely'
import type { Db } from './open.ts'
import type { DecisionAction } from './schema.ts'

/** A decision as far as it moves a lift. */
type LiftMove = {
  place: string
  post: { id: number }
  next: { lifted: boolean }
  action: DecisionAction
  week: string
  actor: string
  at: Date
}

export function findRunningLift(db: Db, post: number) {
  return db
    .selectFrom('lift')
    .selectAll()
    .where('post_id', '=', post)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** The posts of an account that are lifted now. */
export function listRunningLifts(db: Db, account: number) {
  return db
    .selectFrom('lift')
    .innerJoin('post', 'post.id', 'lift.post_id')
    .select('post.public_id')
    .where('lift.ended_at', 'is', null)
    .where('post.account_id', '=', account)
    .execute()
}

/** Begins, ends or takes back a lift together with the decision that does it. */
export async function moveLift(db: Db, row: LiftMove): Promise<void> {
  const { place, post, next, at } = row
  if (!next.lifted) {
    // A lift that is taken back never was: its week is free again.
    if (row.action === 'undo')
      await db.deleteFrom('lift').where('post_id', '=', post.id).where('ended_at', 'is', null).execute()
    else
      await db
        .updateTable('lift')
        .set({ ended_at: at })
        .where('post_id', '=', post.id)
        .where('ended_at', 'is', null)
        .execute()
  } else if (row.action === 'undo') {
    await db
      .updateTable('lift')
      .set({ ended_at: null })
      .where('id', '=', (eb) =>
        eb.selectFrom('lift').select(sql<number>`max(id)`.as('id')).where('post_id', '=', post.id),
      )
      .execute()
  } else {
    const by = row.actor
    await db
      .insertInto('lift')
      .values({ place_id: place, post_id: post.id, week: row.week, by, at })
      .execute()
  }
}

/** The lifts of some weeks, with the words of their posts, newest first. */
export function listLifts(db: Db, place: string, weeks: readonly string[]) {
  if (!weeks.length) return Promise.resolve([])
  return db
    .selectFrom('lift')
    .innerJoin('post', 'post.id', 'lift.post_id')
    .leftJoin('account', 'account.id', 'post.account_id')
    .select(['lift.week', 'lift.at', 'lift.by', 'lift.ended_at', 'lift.seconds', 'lift.suggests'])
    .select(['post.public_id', 'post.title', 'post.text', 'account.name as author'])
    .where('lift.place_id', '=', place)
    .where('week', 'in', weeks)
    .orderBy('lift.at', 'desc')
    .execute()
}

/** Whose posts were lifted last, each once; lifts of posts whose author nobody knows are passed over. */
export async function listLastAuthors(db: Db, place: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('lift')
    .innerJoin('post', 'post.id', 'lift.post_id')
    .select('post.account_id')
    .where('lift.place_id', '=', place)
    .where('post.account_id', 'is not', null)
    .groupBy('post.account_id')
    .orderBy((eb) => eb.fn.max('lift.at'), 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap((row) => row.account_id ?? [])
}

/** Seconds more that somebody has worked towards lifting a post. */
export async function addWork(db: Db, post: number, seconds: number): Promise<void> {
  await sql`update post set lift_seconds = coalesce(lift_seconds, 0) + ${seconds} where id = ${post}`.execute(
    db,
  )
}

/** The lift that runs takes the time that was worked for it, and whom its author suggests next. */
export async function closeWork(db: Db, post: number, suggests: string | null): Promise<void> {
  await sql`
    update lift set seconds = p.lift_seconds, suggests = ${suggests}::text from post p
    where p.id = lift.post_id and p.id = ${post} and lift.ended_at is null`.execute(db)
  await sql`update post set lift_seconds = null where id = ${post}`.execute(db)
}

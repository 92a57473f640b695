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

/** The posts lifted now that a consent speaks of. */
export function listRunningLifts(db: Db, whose: { post_id: number | null; account_id: number | null }) {
  return db
    .selectFrom('lift')
    .innerJoin('post', 'post.id', 'lift.post_id')
    .select(['post.public_id', 'post.version'])
    .where('lift.ended_at', 'is', null)
    .where(({ eb }) =>
      whose.post_id === null
        ? eb('post.account_id', '=', whose.account_id)
        : eb('post.id', '=', whose.post_id),
    )
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
    .select(['lift.week', 'lift.at', 'lift.by', 'lift.ended_at'])
    .select(['post.public_id', 'post.title', 'post.text', 'account.name as author'])
    .where('lift.place_id', '=', place)
    .where('week', 'in', weeks)
    .orderBy('lift.at', 'desc')
    .execute()
}

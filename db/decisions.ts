// The append-only record of curation, and the state, pins and lift that a decision leaves on the post.
import { sql } from 'kysely'
import { findRunningLift, moveLift } from './lifts.ts'
import type { Db } from './open.ts'
import type { DecisionAction, PostState } from './schema.ts'

/** The post with its account and standing, locked until the transaction ends. */
export async function lockPost(db: Db, place: string, publicId: string) {
  const post = await db
    .selectFrom('post')
    .leftJoin('account', 'account.id', 'post.account_id')
    .select([
      'post.id',
      'post.public_id',
      'post.channel',
      'post.external_id',
      'post.canonical_url',
      'post.url',
      'post.state',
      'post.version',
      'post.sample',
      'post.gone_at',
      'post.pruned_at',
      'post.public',
      'post.account_id',
      'post.child',
      'post.delicate',
      'post.timeless',
    ])
    .select(['account.kind', 'account.agreement', 'account.name as author'])
    .where('post.place_id', '=', place)
    .where('post.public_id', '=', publicId)
    .forUpdate('post')
    .executeTakeFirst()
  if (!post) return undefined
  const pins = await db
    .selectFrom('pin')
    .select('wall_id')
    .where('place_id', '=', place)
    .where('post_id', '=', post.id)
    .execute()
  const lift = await findRunningLift(db, post.id)
  const standing = { state: post.state, pins: pins.map((pin) => pin.wall_id).sort(), lifted: Boolean(lift) }
  return { ...post, standing }
}

export type LockedPost = NonNullable<Awaited<ReturnType<typeof lockPost>>>

/** Every decision on a post, oldest first. */
export function listDecisions(db: Db, post: number) {
  return db.selectFrom('decision').selectAll().where('post_id', '=', post).orderBy('id').execute()
}

/**
 * Of each post the decision that put it where it is; of one that waits, the rule's word that it shall, as long as the
 * post has not been edited since: an edit is a version without a decision.
 */
export function listStanding(db: Db, place: string, ids: readonly number[]) {
  return db
    .selectFrom('decision as d')
    .innerJoin('post', 'post.id', 'd.post_id')
    .leftJoin('rule_version as v', (join) =>
      join.onRef('v.rule_id', '=', 'd.rule_id').onRef('v.version', '=', 'd.rule_version'),
    )
    .distinctOn('d.post_id')
    .select(['d.post_id', 'd.action', 'd.actor', 'd.reason', 'd.note', 'd.at', 'v.name', 'v.version'])
    .where('d.post_id', '=', sql<number>`any(${ids}::int4[])`)
    .where('d.place_id', '=', place)
    .where(
      sql<boolean>`(d.action <> 'hold' or post.version - d.version = (
        select count(*) from decision later
        where later.place_id = d.place_id and later.post_id = d.post_id and later.version > d.version))`,
    )
    .orderBy('d.post_id')
    .orderBy(sql`post.state = 'new' and d.action = 'hold'`, 'desc')
    .orderBy('d.id', 'desc')
    .execute()
}

/** The newest decision on a post. */
export function findLastDecision(db: Db, post: number) {
  return db
    .selectFrom('decision')
    .selectAll()
    .where('post_id', '=', post)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export type DecisionRow = {
  place: string
  post: LockedPost
  action: DecisionAction
  next: { state: PostState; pins: readonly string[]; lifted: boolean }
  /** The ISO week of a lift that begins. */
  week: string
  person: number | null
  actor: string
  wall: string | null
  reason: string | null
  note: string | null
  undoes: number | null
  along: number | null
  at: Date
}

/** Writes the decision and what it leaves; answers the post's new version. */
export async function saveDecision(db: Db, row: DecisionRow): Promise<number> {
  const { place, post, next, at } = row
  const version = post.version + 1
  await db
    .insertInto('decision')
    .values({
      place_id: place,
      post_id: post.id,
      person_id: row.person,
      actor: row.actor,
      action: row.action,
      from_state: post.state,
      to_state: next.state,
      version,
      wall_id: row.wall,
      reason: row.reason,
      note: row.note,
      undoes: row.undoes,
      along: row.along,
      at,
    })
    .execute()
  await db.updateTable('post').set({ state: next.state, version }).where('id', '=', post.id).execute()
  await syncPins(db, row)
  if (post.standing.lifted !== next.lifted) await moveLift(db, row)
  return version
}

async function syncPins(db: Db, { place, post, next, at }: DecisionRow): Promise<void> {
  for (const wall of post.standing.pins.filter((one) => !next.pins.includes(one)))
    await db
      .deleteFrom('pin')
      .where('place_id', '=', place)
      .where('post_id', '=', post.id)
      .where('wall_id', '=', wall)
      .execute()
  for (const wall of next.pins.filter((one) => !post.standing.pins.includes(one)))
    await db.insertInto('pin').values({ place_id: place, post_id: post.id, wall_id: wall, at }).execute()
}

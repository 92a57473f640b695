// What the desk's front page asks: what waits, for how long, which consents end soon, the newest digest.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/** When the oldest post that waits was found; null when none waits. */
export async function oldestWaiting(db: Db, place: string): Promise<Date | null> {
  const row = await db
    .selectFrom('post')
    .select((eb) => eb.fn.min('first_seen_at').as('at'))
    .where('place_id', '=', place)
    .where('state', '=', 'new')
    .executeTakeFirst()
  return row?.at ?? null
}

/** Consents in force that end within the days given, the first one first. */
export function listEndingConsents(db: Db, place: string, today: string, until: string) {
  return db
    .selectFrom('consent')
    .leftJoin('post', 'post.id', 'consent.post_id')
    .select(['consent.until', 'post.public_id'])
    .where('consent.place_id', '=', place)
    .where('consent.state', '=', 'granted')
    .where('consent.until', '>=', today)
    .where('consent.until', '<=', until)
    .orderBy('consent.until')
    .execute()
}

/** The newest digest of the place, by its quarter and revision. */
export function findNewestDigest(db: Db, place: string) {
  return db
    .selectFrom('digest')
    .select(['quarter', 'state', 'compiled_at'])
    .where('place_id', '=', place)
    .where('state', '!=', 'superseded')
    .orderBy('quarter', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** How many sources are switched on and work, and those that do not. */
export async function countSources(db: Db, place: string): Promise<{ well: number; off: number }> {
  const row = await db
    .selectFrom('source')
    .select([
      sql<number>`count(*) filter (where active and fault_kind is null)::int`.as('well'),
      sql<number>`count(*) filter (where not active)::int`.as('off'),
    ])
    .where('place_id', '=', place)
    .executeTakeFirstOrThrow()
  return row
}

export function listSickSources(db: Db, place: string) {
  return db
    .selectFrom('source')
    .select(['id', 'kind', 'about', 'fault_kind', 'fault_code', 'fault_values'])
    .where('place_id', '=', place)
    .where('active', '=', true)
    .where('fault_kind', 'is not', null)
    .orderBy('fault_since')
    .execute()
}

/**
 * Public ids of posts that could be lifted: of the last six weeks, not our own, never lifted, not by an account lifted
 * lately; what may be shown whole comes first, then pictures, then reactions.
 */
export async function listCandidates(
  db: Db,
  place: string,
  { since, liftedSince, limit }: { since: Date; liftedSince: Date; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ public_id: string }>`
    select post.public_id from post left join account on account.id = post.account_id
    where post.place_id = ${place} and post.state <> 'hidden' and post.public and post.gone_at is null
      and post.pruned_at is null and post.published_at > ${since} and post.channel <> 'x'
      and coalesce(account.kind, 'resident') not in ('own', 'staff')
      and not exists (select 1 from lift where lift.post_id = post.id)
      and not exists (select 1 from lift join post other on other.id = lift.post_id
        where other.account_id = post.account_id and lift.at > ${liftedSince})
    order by exists (select 1 from consent c where c.state = 'granted'
        and (c.post_id = post.id or c.account_id = post.account_id)) desc,
      exists (select 1 from media m where m.post_id = post.id) desc,
      coalesce(post.likes, 0) + coalesce(post.comments, 0) + coalesce(post.shares, 0) desc,
      post.published_at desc, post.id desc
    limit ${limit}`.execute(db)
  return rows.map((row) => row.public_id)
}

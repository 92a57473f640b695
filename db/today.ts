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

// The write that proves that writing works, and the figures that health and /metrics tell.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/**
 * Writes the moment and reads back what was written. By the database's clock: the machines' own may differ. Tells with
 * it whether this process is crowded, and answers whether any has been of late.
 */
export async function savePulse(db: Db, role: string, crowded = false): Promise<boolean> {
  const { rows } = await sql<{ crowded: boolean }>`
    with beat as (
      insert into setting (place_id, name, value)
      select '', name, to_jsonb(now()) from unnest(${[`pulse:${role}`, ...(crowded ? ['crowd'] : [])]}::text[]) name
      on conflict (place_id, name) do update set value = excluded.value returning value
    )
    select ${crowded} or exists (
      select from setting where place_id = '' and name = 'crowd'
        and (value #>> '{}')::timestamptz > now() - interval '6 seconds'
    ) as crowded from beat limit 1`.execute(db)
  return rows[0]?.crowded === true
}

/** Seconds since the last pulse of a process that works on jobs; null when there never was one. */
export async function readWorkerAge(db: Db): Promise<number | null> {
  const { rows } = await sql<{ age: number | null }>`
    select extract(epoch from now() - max((value #>> '{}')::timestamptz))::float8 as age from setting
    where place_id = '' and name in ('pulse:worker', 'pulse:all')`.execute(db)
  return rows[0]?.age ?? null
}

/** Sources with the moment of their last success, posts by state, and tokens that end, of all places. */
export async function readGauges(db: Db) {
  const sources = await db
    .selectFrom('source')
    .select(['place_id', 'id', 'active', 'last_ok_at', 'failures'])
    .orderBy('place_id')
    .orderBy('id')
    .execute()
  const posts = await db
    .selectFrom('post')
    .select(['place_id', 'state', sql<number>`count(*)::int`.as('n')])
    .groupBy(['place_id', 'state'])
    .orderBy('place_id')
    .orderBy('state')
    .execute()
  const tokens = await db
    .selectFrom('credential')
    .select(['place_id', 'source_id', 'name', 'expires_at'])
    .where('expires_at', 'is not', null)
    .orderBy('place_id')
    .orderBy('source_id')
    .orderBy('name')
    .execute()
  return { sources, posts, tokens }
}

// The write that proves that writing works, and the figures that health and /metrics tell.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/** Writes the moment and reads back what was written. By the database's clock: the machines' own may differ. */
export async function savePulse(db: Db, role: string): Promise<void> {
  await sql`
    insert into setting (place_id, name, value) values ('', ${`pulse:${role}`}, to_jsonb(now()))
    on conflict (place_id, name) do update set value = excluded.value returning value`.execute(db)
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

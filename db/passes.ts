// Passes of a source: what lets us in at a platform for a while; one holder at a time may get the next one.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/** Which pass: a source may need more than one. */
export type PassKey = { place: string; source: string; name: string }

/** Seconds for which a holder may work before others take over; what it asks of the outside must fit into it. */
export const HOLD = 60

const until = sql<Date>`now() + make_interval(secs => ${sql.lit(HOLD)})`
const freed = { held_by: null, held_until: null }
const columns = ({ place, source, name }: PassKey) => ({ place_id: place, source_id: source, name })

export async function findPass(db: Db, key: PassKey) {
  const { place_id, source_id, name } = columns(key)
  return db
    .selectFrom('pass')
    .select(['sealed', 'version', 'renew_at'])
    .where('place_id', '=', place_id)
    .where('source_id', '=', source_id)
    .where('name', '=', name)
    .executeTakeFirst()
}

/**
 * Makes `by` the holder, unless somebody else is or the pass is no longer the one that `by` has seen. The hold ends by
 * itself, so that nothing need be locked while the platform is asked.
 */
export async function holdPass(db: Db, key: PassKey, by: string, version: number): Promise<boolean> {
  const row = await db
    .insertInto('pass')
    .values({ ...columns(key), held_by: by, held_until: until })
    .onConflict((same) =>
      same
        .columns(['place_id', 'source_id', 'name'])
        .doUpdateSet({ held_by: by, held_until: until })
        .where('pass.version', '=', version)
        .where(sql<boolean>`(pass.held_until is null or pass.held_until <= now())`),
    )
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps the next pass and lets go; its version, or undefined when the hold has gone to somebody else. */
export async function keepPass(
  db: Db,
  key: PassKey,
  by: string,
  next: { sealed: string; renewAt: Date | null },
): Promise<number | undefined> {
  const version = sql<number>`version + 1`
  const set = { sealed: next.sealed, renew_at: next.renewAt, version, ...freed }
  return (await held(db, key, by).set(set).returning('version').executeTakeFirst())?.version
}

/** Forgets a pass that no longer lets anybody in, and holds on anew; false when the hold has gone to somebody else. */
export async function dropPass(db: Db, key: PassKey, by: string): Promise<boolean> {
  const set = { sealed: null, renew_at: null, held_until: until }
  return (await held(db, key, by).set(set).returning('name').executeTakeFirst()) !== undefined
}

/** Lets go without a new pass. */
export async function letGo(db: Db, key: PassKey, by: string): Promise<void> {
  await held(db, key, by).set(freed).execute()
}

/** Forgets every pass of a source, held or not: its settings or what a person gave for signing in have changed. */
export async function forgetPasses(db: Db, place: string, source: string): Promise<void> {
  await db.deleteFrom('pass').where('place_id', '=', place).where('source_id', '=', source).execute()
}

function held(db: Db, key: PassKey, by: string) {
  const { place_id, source_id, name } = columns(key)
  return db
    .updateTable('pass')
    .where('place_id', '=', place_id)
    .where('source_id', '=', source_id)
    .where('name', '=', name)
    .where('held_by', '=', by)
}

// Tokens of a source, sealed: what a person has typed in at the desk and nobody reads again but the jobs.
import type { Selectable } from 'kysely'
import type { Db } from './open.ts'
import type { Credential } from './schema.ts'

/** The sealed tokens of a source by name. */
export async function listCredentials(
  db: Db,
  place: string,
  source: string,
): Promise<Pick<Selectable<Credential>, 'name' | 'sealed' | 'expires_at' | 'saved_by' | 'saved_at'>[]> {
  return db
    .selectFrom('credential')
    .select(['name', 'sealed', 'expires_at', 'saved_by', 'saved_at'])
    .where('place_id', '=', place)
    .where('source_id', '=', source)
    .orderBy('name')
    .execute()
}

/** Notes when a token ends; null: never. A credential of the installation has no row here and no end. */
export async function noteExpiry(
  db: Db,
  { place, source, name }: { place: string; source: string; name: string },
  at: Date | null,
): Promise<void> {
  await db
    .updateTable('credential')
    .set({ expires_at: at })
    .where('place_id', '=', place)
    .where('source_id', '=', source)
    .where('name', '=', name)
    .execute()
}

/** Puts a sealed token in the place of the one before. */
export async function saveCredential(
  db: Db,
  one: {
    place: string
    source: string
    name: string
    sealed: string
    expiresAt: Date | null
    by: string
    at: Date
  },
): Promise<void> {
  const fresh = { told_step: null, told_ends: null }
  const row = { sealed: one.sealed, expires_at: one.expiresAt, saved_by: one.by, saved_at: one.at, ...fresh }
  await db
    .insertInto('credential')
    .values({ place_id: one.place, source_id: one.source, name: one.name, ...row })
    .onConflict((same) => same.columns(['place_id', 'source_id', 'name']).doUpdateSet(row))
    .execute()
}

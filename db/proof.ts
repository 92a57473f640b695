// What a dump is judged by: how many rows each table has, the newest post, and the chains of the audit.
import { sql } from 'kysely'
import { findBrokenAudit } from './audit.ts'
import type { Db } from './open.ts'

export type Proof = {
  rows: Record<string, number>
  newestPost: string | null
  /** The last hash of each place's chain ('' is the installation's), or the word broken. */
  chains: Record<string, string>
}

/** Reads it all in one go; call it in a transaction when somebody may be writing. */
export async function readProof(db: Db): Promise<Proof> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db)
  const rows: Proof['rows'] = {}
  for (const { name } of tables.rows) {
    const { rows: counted } = await sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(name)}`.execute(db)
    rows[name] = counted[0]?.n ?? 0
  }
  const newest = await db
    .selectFrom('post')
    .select(['public_id', 'first_seen_at'])
    .orderBy('first_seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const ends = await db
    .selectFrom('audit')
    .select(['place_id', 'hash'])
    .distinctOn('place_id')
    .orderBy('place_id')
    .orderBy('id', 'desc')
    .execute()
  const chains: Proof['chains'] = {}
  for (const { place_id, hash } of ends)
    chains[place_id ?? ''] = (await findBrokenAudit(db, place_id)) === undefined ? hash : 'broken'
  return {
    rows,
    newestPost: newest ? `${newest.public_id} ${newest.first_seen_at.toISOString()}` : null,
    chains,
  }
}

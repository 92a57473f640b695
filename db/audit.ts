// Who did what and when: rows written in the transaction of the change, each carrying a hash of the one before it.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { Audit } from './schema.ts'

export type AuditEntry = {
  /** Null for what belongs to the installation. */
  place: string | null
  at: Date
  actor: string
  action: string
  object: string
  detail?: Record<string, unknown>
}

/** Appends to the place's chain. Call it inside the transaction that changes what it tells about. */
export async function appendAudit(db: Db, entry: AuditEntry): Promise<void> {
  const { place, at, actor, action, object, detail = {} } = entry
  // Two writers must not follow the same row; the lock goes with the transaction.
  await sql`select pg_advisory_xact_lock(hashtext(${`audit:${place ?? ''}`}))`.execute(db)
  const before = await db
    .selectFrom('audit')
    .select('hash')
    .where('place_id', place === null ? 'is' : '=', place)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = { place_id: place, at, actor, action, object, detail }
  const hash = link(before?.hash ?? (await readAnchor(db, place)), row)
  await db
    .insertInto('audit')
    .values({ ...row, detail: json(detail), hash })
    .execute()
}

type Told = Pick<Audit, 'place_id' | 'at' | 'actor' | 'action' | 'object'> & {
  detail: Record<string, unknown>
}

function link(before: string, { place_id, at, actor, action, object, detail }: Told): string {
  const told = canonical([place_id, at.toISOString(), actor, action, object, detail])
  return createHash('sha256').update(`${before}\n${told}`).digest('base64url')
}

// jsonb does not keep the order of keys, so the hash must not depend on it.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

/** Newest first, before `cursor`. */
export function listAudit(db: Db, place: string, cursor: number | undefined, limit: number) {
  return db
    .selectFrom('audit')
    .select(['id', 'at', 'actor', 'action', 'object', 'detail'])
    .where('place_id', '=', place)
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor as number))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The id of the first row of the place's chain that does not follow from the one before it; undefined when whole. */
/** What was done with one thing, the newest first. */
export function listDone(db: Db, place: string, object: string, limit: number) {
  return db
    .selectFrom('audit')
    .select(['at', 'actor', 'action', 'detail'])
    .where('place_id', '=', place)
    .where('object', '=', object)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function findBrokenAudit(db: Db, place: string | null): Promise<number | undefined> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('place_id', place === null ? 'is' : '=', place)
    .orderBy('id')
    .execute()
  let before = await readAnchor(db, place)
  for (const row of rows) {
    if (link(before, row) !== row.hash) return row.id
    before = row.hash
  }
  return undefined
}

/** What the oldest row that is left follows from: the hash of the last one that was forgotten. */
async function readAnchor(db: Db, place: string | null): Promise<string> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('place_id', '=', place ?? '')
    .where('name', '=', 'audit-anchor')
    .executeTakeFirst()
  return (row?.value as string | undefined) ?? ''
}

/** Forgets what is older, in the order in which it was written; the chain goes on from there. */
export async function forgetAudit(trx: Db, place: string | null, oldest: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`audit:${place ?? ''}`}))`.execute(trx)
  const { rows } = await sql<{ hash: string }>`
    delete from audit where place_id is not distinct from ${place}::text and id < coalesce(
      (select min(id) from audit where place_id is not distinct from ${place}::text and at >= ${oldest}),
      (select max(id) + 1 from audit where place_id is not distinct from ${place}::text))
    returning id, hash`.execute(trx)
  const last = (rows as { id: number; hash: string }[]).toSorted((a, b) => a.id - b.id).at(-1)
  if (last)
    await trx
      .insertInto('setting')
      .values({ place_id: place ?? '', name: 'audit-anchor', value: json(last.hash) })
      .onConflict((one) => one.columns(['place_id', 'name']).doUpdateSet({ value: json(last.hash) }))
      .execute()
  return rows.length
}

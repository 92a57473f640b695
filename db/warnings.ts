// What people should hear of a place's sources: tokens that end, who is sick, and what of a source is on the walls.
import { sql } from 'kysely'
import type { Db } from './open.ts'
import type { SourceRow } from './sources.ts'

/** Tokens of switched-on sources whose end is known, the first one first. */
export function listTokens(db: Db, place: string) {
  return db
    .selectFrom('credential')
    .innerJoin('source', (join) =>
      join.onRef('source.place_id', '=', 'credential.place_id').onRef('source.id', '=', 'source_id'),
    )
    .select(['source_id', 'name', 'expires_at', 'saved_at', 'told_step', 'told_ends'])
    .select(['source.about', 'source.fault_kind', 'source.last_ok_at'])
    .$narrowType<{ expires_at: Date }>()
    .where('credential.place_id', '=', place)
    .where('source.active', '=', true)
    .where('expires_at', 'is not', null)
    .orderBy('expires_at')
    .orderBy('source_id')
    .execute()
}
export type TokenRow = Awaited<ReturnType<typeof listTokens>>[number]

/** The sources of a place, held until the end of the transaction: what is told of them is told once. */
export function holdSources(trx: Db, place: string): Promise<SourceRow[]> {
  return trx
    .selectFrom('source')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** What of a source people can still see: how many posts, the newest, and when one was last heard of. */
export type Shown = { n: number; newest: Date; heard: Date | null }

/** By source; one of which nothing is shown is not there. */
export async function listShown(
  db: Db,
  place: string,
  sources: readonly string[],
): Promise<Map<string, Shown>> {
  if (!sources.length) return new Map()
  const { rows } = await sql<{ source_id: string } & Shown>`
    select s.source_id, count(*)::int as n, max(p.published_at) as newest,
      max(p.seen_at) filter (where s.seen_id is not null) as heard
    from post_source s join post p on p.id = s.post_id
    where s.place_id = ${place} and s.source_id = any(${sources}) and p.state = 'shown' and p.public
      and p.gone_at is null and p.pruned_at is null
    group by s.source_id`.execute(db)
  return new Map(rows.map(({ source_id, ...shown }) => [source_id, shown]))
}

export async function noteTokenTold(
  db: Db,
  place: string,
  token: Pick<TokenRow, 'source_id' | 'name' | 'expires_at'>,
  step: number,
): Promise<void> {
  await db
    .updateTable('credential')
    .set({ told_step: step, told_ends: token.expires_at })
    .where('place_id', '=', place)
    .where('source_id', '=', token.source_id)
    .where('name', '=', token.name)
    .execute()
}

/** Since when a source is sick, as people have been told; null when it is well and they know it. */
export async function noteHealthTold(
  db: Db,
  place: string,
  source: string,
  since: Date | null,
): Promise<void> {
  await db
    .updateTable('source')
    .set({ told_since: since })
    .where('place_id', '=', place)
    .where('id', '=', source)
    .execute()
}

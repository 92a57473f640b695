// Everything that is only a sample in a place, removed in one action.
import { sql } from 'kysely'
import { type Db, inTransaction } from './open.ts'
import { touchPlace } from './places.ts'

/** What people bring to a digest, and the digests. */
const brought = [
  ...([
    'note',
    'study',
    'platform_file',
    'survey',
    'quote',
    'target',
    'idea',
    'campaign',
    'digest_action',
    'digest',
  ] as const),
  ...(['ring', 'audience', 'channel_register', 'content_card', 'plan', 'process_model'] as const),
] as const

export type SampleRemoved = { posts: number; accounts: number; measures: number; pictures: string[] }

/** What there is of samples in a place: for the desk's question before it is removed. */
export async function countSample(db: Db, place: string): Promise<{ posts: number; measures: number }> {
  const { rows } = await sql<{ posts: number; measures: number }>`
    select (select count(*)::int from post where place_id = ${place} and sample) as posts,
      (select count(*)::int from measure where place_id = ${place} and sample) as measures`.execute(db)
  return rows[0] ?? { posts: 0, measures: 0 }
}

/** Removes them all: posts and what hangs on them, accounts only they had, numbers, notes, digests, people. */
export async function removeSample(db: Db, place: string): Promise<SampleRemoved> {
  return inTransaction(db, async (trx) => {
    const count = async (query: ReturnType<typeof sql>) =>
      Number((await query.execute(trx)).numAffectedRows ?? 0)
    const { rows } = await sql<{ sha256: string }>`
      select distinct m.sha256 from media m join post p on p.id = m.post_id
      where p.place_id = ${place} and p.sample and m.sha256 is not null`.execute(trx)
    await sql`
      create temporary table going on commit drop as
      select distinct account_id as id from post where place_id = ${place} and sample
      union select account_id from consent where place_id = ${place} and evidence_kind = 'sample'`.execute(
      trx,
    )
    await sql`
      delete from consent c using post p where p.id = c.post_id and p.place_id = ${place} and p.sample`.execute(
      trx,
    )
    await sql`
      delete from removal r using post p where p.id = r.post_id and p.place_id = ${place} and p.sample`.execute(
      trx,
    )
    await sql`
      delete from journey j where place_id = ${place} and exists (select from journey_post jp
        join post p on p.id = jp.post_id where jp.journey_id = j.id and p.sample)`.execute(trx)
    await sql`
      delete from lift_excuse e where place_id = ${place}
        and exists (select from person p where p.sample and p.name = e.by)`.execute(trx)
    await sql`
      delete from clock_round r where place_id = ${place}
        and exists (select from person p where p.sample and p.name = r.by)`.execute(trx)
    const posts = await count(sql`delete from post where place_id = ${place} and sample`)
    const accounts = await count(sql`
      delete from account a using going g where a.id = g.id
        and not exists (select from post p where p.account_id = a.id)`)
    await sql`delete from consent where place_id = ${place} and evidence_kind = 'sample'`.execute(trx)
    const measures = await count(sql`delete from measure where place_id = ${place} and sample`)
    await sql`delete from wall_day where place_id = ${place} and sample`.execute(trx)
    for (const table of brought)
      await sql`delete from ${sql.table(table)} where place_id = ${place} and sample`.execute(trx)
    // A label tells of a text; without the text it tells nothing.
    await sql`
      delete from label l where l.place_id = ${place}
        and not exists (select from post p where p.public_id = l.item)
        and not exists (select from note n where n.public_id = l.item)
        and not exists (select from survey_batch b where b.public_id = split_part(l.item, '/', 1))`.execute(
      trx,
    )
    await sql`
      delete from source_day d using source s where d.place_id = ${place}
        and s.place_id = d.place_id and s.id = d.source_id and s.sample`.execute(trx)
    await sql`delete from source where place_id = ${place} and sample`.execute(trx)
    await sql`
      delete from person p where p.sample and exists (
        select from person_role r where r.person_id = p.id and r.place_id = ${place})`.execute(trx)
    await touchPlace(trx, place)
    return { posts, accounts, measures, pictures: rows.map((row) => row.sha256) }
  })
}

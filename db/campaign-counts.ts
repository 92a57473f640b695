// What a campaign counts: its counters with how far each is, and the marks that people make on them.
import { sql } from 'kysely'
import { makeId } from './ids.ts'
import type { Db } from './open.ts'
import type { CampaignCounter } from './schema.ts'

export type CounterRow = {
  campaign: number
  id: string
  kind: CampaignCounter['kind']
  label: string
  aim: number | null
  /** Null for posts, which are counted by the hashtags. */
  marked: number | null
}

/** The counters of these campaigns in their order; marks of days before `before` only. */
export async function listCounters(
  db: Db,
  campaigns: readonly number[],
  before = '9999-12-31',
): Promise<CounterRow[]> {
  if (!campaigns.length) return []
  const { rows } = await sql<CounterRow>`
    select c.campaign_id as campaign, c.public_id as id, c.kind, c.label, c.aim,
      case when c.kind <> 'posts' then (select coalesce(sum(m.n), 0)::int from campaign_mark m
        where m.counter_id = c.id and m.day < ${before}::date) end as marked
    from campaign_counter c where c.campaign_id = any(${[...campaigns]}::int4[])
    order by c.campaign_id, c.position`.execute(db)
  return rows
}

export async function addCounter(
  db: Db,
  { place, id }: { place: string; id: number },
  counter: Pick<CampaignCounter, 'kind' | 'label' | 'aim'>,
): Promise<string> {
  const public_id = makeId('z')
  await sql`
    insert into campaign_counter (public_id, place_id, campaign_id, position, kind, label, aim)
    select ${public_id}, ${place}, ${id}, coalesce(max(position), 0) + 1, ${counter.kind}, ${counter.label},
      ${counter.aim}::int4
    from campaign_counter where campaign_id = ${id}`.execute(db)
  return public_id
}

export async function removeCounter(db: Db, campaign: number, publicId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('campaign_counter')
    .where('campaign_id', '=', campaign)
    .where('public_id', '=', publicId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export type NewMark = { counter: string; day: string; n: number; told: string | null }

/** False when the campaign has no such counter that is marked by people. */
export async function addMark(
  db: Db,
  campaign: number,
  { counter, day, n, told }: NewMark,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into campaign_mark (public_id, place_id, counter_id, day, n, told, by, at)
    select ${makeId('f')}, place_id, id, ${day}::date, ${n}::int4, ${told}::text, ${by}, ${at}::timestamptz
    from campaign_counter where campaign_id = ${campaign} and public_id = ${counter} and kind <> 'posts'`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0) > 0
}

/** Newest first. */
export function listMarks(db: Db, campaign: number, limit = 200) {
  return db
    .selectFrom('campaign_mark as m')
    .innerJoin('campaign_counter as c', 'c.id', 'm.counter_id')
    .select(['m.public_id', 'm.day', 'm.n', 'm.told', 'm.by', 'c.label', 'c.public_id as counter'])
    .where('c.campaign_id', '=', campaign)
    .orderBy('m.day', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute()
}

export async function removeMark(db: Db, campaign: number, publicId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from campaign_mark m using campaign_counter c
    where c.id = m.counter_id and c.campaign_id = ${campaign} and m.public_id = ${publicId}`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

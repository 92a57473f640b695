// What the service itself saw in a quarter: its walls' views and clicks, the weekly lifts, and its days of collecting.
import { sql } from 'kysely'
import type { ChannelName } from '../../config/place.ts'
import type { Db } from '../open.ts'
import type { WallDay } from '../schema.ts'
import type { AuthorGroup } from './counted.ts'

/** From the first day, before the second. */
export type Days = { from: string; to: string }

export type WallSum = { wall: string; day: string; event: WallDay['event']; n: number }

/** Views and clicks of each wall by day. */
export async function sumWallDays(db: Db, place: string, days: Days): Promise<WallSum[]> {
  const { rows } = await sql<WallSum>`
    select wall_id as wall, day, event, sum(n)::int as n from wall_day
    where place_id = ${place} and day >= ${days.from}::date and day < ${days.to}::date
    group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

/** Clicks on posts by the post's channel; posts deleted since are not in it. */
export async function sumWallChannels(
  db: Db,
  place: string,
  days: Days,
): Promise<{ channel: ChannelName; n: number }[]> {
  const { rows } = await sql<{ channel: ChannelName; n: number }>`
    select p.channel, sum(w.n)::int as n from wall_day w
    join post p on p.public_id = w.subject and p.place_id = w.place_id
    where w.place_id = ${place} and w.event = 'click' and w.day >= ${days.from}::date and w.day < ${days.to}::date
    group by 1 order by 1`.execute(db)
  return rows
}

/** Choices of the next steps under the walls. */
export async function sumWallActions(
  db: Db,
  place: string,
  days: Days,
): Promise<{ action: string; n: number }[]> {
  const { rows } = await sql<{ action: string; n: number }>`
    select subject as action, sum(n)::int as n from wall_day
    where place_id = ${place} and event = 'action' and day >= ${days.from}::date and day < ${days.to}::date
    group by 1 order by 1`.execute(db)
  return rows
}

/** Lifts of the weeks; one that was taken back within a day is a slip, not a lift. */
export async function countLifts(
  db: Db,
  place: string,
  weeks: readonly string[],
): Promise<{ week: string; author: AuthorGroup; n: number }[]> {
  const { rows } = await sql<{ week: string; author: AuthorGroup; n: number }>`
    select l.week, case when a.kind in ('own', 'staff') then 'own' when a.kind = 'partner' then 'partner'
        else 'other' end as author, count(*)::int as n
    from lift l join post p on p.id = l.post_id left join account a on a.id = p.account_id
    where l.place_id = ${place} and l.week = any(${[...weeks]}::text[])
      and (l.ended_at is null or l.ended_at >= l.at + interval '1 day')
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** The days on which each source was tried, and whether a run went through. */
export function listSourceDays(db: Db, place: string, days: Days) {
  return db
    .selectFrom('source_day')
    .select(['source_id', 'day', 'ok'])
    .where('place_id', '=', place)
    .where('day', '>=', days.from)
    .where('day', '<', days.to)
    .orderBy('source_id')
    .orderBy('day')
    .execute()
}

/** The sources that bring posts. */
export function listPostSources(db: Db, place: string) {
  return db
    .selectFrom('source')
    .select(['id', 'channel', 'mode', 'active', 'about', 'fault_kind', 'sample', 'created_at'])
    .where('place_id', '=', place)
    .where('kind', '=', 'posts')
    .orderBy('id')
    .execute()
}

export type Beginnings = { collected: string | null; walls: string | null; used: string }

/** The first day of collecting, of the walls' counters, and of the service for this place, in the place's zone. */
export async function findBeginnings(db: Db, place: string, zone: string): Promise<Beginnings> {
  const { rows } = await sql<Beginnings>`select
      (select min(day)::text from source_day where place_id = ${place} and ok) as collected,
      (select min(day)::text from wall_day where place_id = ${place}) as walls,
      least((select min((created_at at time zone ${zone})::date) from place where id = ${place}),
        (select min(day) from source_day where place_id = ${place}),
        (select min((at at time zone ${zone})::date) from lift where place_id = ${place}))::text as used`.execute(
    db,
  )
  return rows[0] as Beginnings
}

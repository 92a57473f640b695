// What the clock sees done by itself: lifts, digests, reports, the board's handling, reviews, and a plan's actions.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/**
 * week: with a lift, or a reason why there is none · digest: `said` is its state · report: `said` is its kind ·
 * handled: a plan's day at the board · reviewed: a year of the process · action: one of a day that is done ·
 * posted: `n` posts of an action that comes round, in the week, month or quarter `said`.
 */
export type ClockFact = {
  fact: 'week' | 'digest' | 'report' | 'handled' | 'reviewed' | 'action' | 'posted'
  place_id: string
  of: string
  said: string | null
  n: number
}

/** In one question: every front page of the desk asks it, and a joint place for all its members. */
export async function readClockFacts(db: Db, places: readonly string[], from: string): Promise<ClockFact[]> {
  const here = sql`place_id = any(${[...places]}::text[])`
  const { rows } = await sql<ClockFact>`
    select 'week' as fact, place_id, week as of, null as said, 1 as n from lift
      where ${here} and ended_at is null and week >= ${from}
    union all select 'week', place_id, week, null, 1 from lift_excuse where ${here} and week >= ${from}
    union all select * from (
      select distinct on (place_id, quarter) 'digest', place_id, quarter, state, 1 from digest
      where ${here} and quarter >= ${from} and state <> 'superseded' order by place_id, quarter, revision) d
    union all select 'report', place_id, quarter, kind, 1 from cycle_report
      where ${here} and quarter >= ${from} and sent_at is not null
    union all select 'handled', place_id, handled_on::text, null, 1 from plan
      where ${here} and handled_on >= ${from}::date and state in ('handled', 'in-force', 'replaced')
    union all select 'reviewed', place_id, id, null, 1 from process_model where ${here} and reviewed_on is not null
    union all select 'action', place_id, id, null, 1 from plan_action
      where ${here} and day >= ${from}::date and state = 'done'
    union all ${posted(places, from)}`.execute(db)
  return rows
}

/** Where what a plan does again and again was seen in a post: the town's by its tag, or tied by hand. */
const posted = (places: readonly string[], from: string) => sql`
  select 'posted', place_id, id, part, count(*)::int4 from (
    with follows as (
      select a.place_id, a.id, a.tags, l.time_zone, case a.cycle ->> 'every' when 'week' then 'IYYY-"W"IW'
          when 'quarter' then 'YYYY-"q"Q' else 'YYYY-MM' end as part,
        '[?&]utm_campaign=' || a.utm || '(&|#|$)' as campaign
      from plan_action a join place l on l.id = a.place_id
      join clock_item i on i.place_id = a.place_id and i.id = a.id
      where a.place_id = any(${[...places]}::text[]) and a.cycle is not null),
    own as (
      select p.id, p.place_id, p.card, p.marks from post p join account a on a.id = p.account_id
      where p.place_id in (select place_id from follows where campaign is not null)
        and a.kind in ('own', 'staff', 'partner') and p.published_at >= ${from}::date),
    found as (
      select f.place_id, f.id, f.time_zone, f.part, t.post_id, true as hand from follows f
        join plan_post t on t.place_id = f.place_id and t.action_id = f.id
      union select f.place_id, f.id, f.time_zone, f.part, g.post_id, false from follows f
        cross join jsonb_array_elements_text(f.tags) tag
        join post_tag g on g.place_id = f.place_id and g.key = tag
      union select f.place_id, f.id, f.time_zone, f.part, own.id, false from follows f
        join own on own.place_id = f.place_id
        where own.card ->> 'url' ~* f.campaign or exists (
          select from jsonb_array_elements(own.marks) m where m ->> 'href' ~* f.campaign))
    select distinct f.place_id, f.id, p.id as post,
      to_char(p.published_at at time zone f.time_zone, f.part) as part
    from found f join post p on p.id = f.post_id left join account a on a.id = p.account_id
    where p.published_at >= ${from}::date and (f.hand or a.kind in ('own', 'staff', 'partner'))) seen
  group by place_id, id, part`

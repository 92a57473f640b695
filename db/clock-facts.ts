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

/**
 * In one question: every front page of the desk asks it, and a joint place for all its members. `acting`: those of the
 * places whose clock follows actions of a plan.
 */
export async function readClockFacts(
  db: Db,
  places: readonly string[],
  from: string,
  acting: readonly string[],
): Promise<ClockFact[]> {
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
    ${acting.length ? sql`union all ${posted(acting, from)}` : sql``}`.execute(db)
  return rows
}

/**
 * Up to so many posts of an action's tags are looked at one by one; of more, each time is asked for enough of them.
 * They are asked for in the index's order: without it the database reads on from the first post of all places.
 */
const FEW = 300

/**
 * Where what a plan does again and again was seen in a post: the town's by its tag, or tied by hand. A tag that the
 * town writes under everything is walked by time, and each week left as soon as it has what the action asks of it.
 */
const posted = (places: readonly string[], from: string) => sql`
  select 'posted', place_id, id, to_char(begins, shape), sum(n)::int4 from (
    with own as materialized (
      select id, place_id from account
      where place_id = any(${[...places]}::text[]) and kind in ('own', 'staff', 'partner')),
    follows as materialized (
      select a.place_id, a.id, a.tags, a.part, l.time_zone,
        case a.part when 'quarter' then interval '3 months' else ('1 ' || a.part)::interval end as lasts,
        case a.part when 'week' then 'IYYY-"W"IW' when 'quarter' then 'YYYY-"q"Q' else 'YYYY-MM' end as shape,
        greatest(jsonb_array_length(a.cycle -> 'on'), jsonb_array_length(a.cycle -> 'dates'), 1) as asked,
        '[?&]utm_campaign=' || a.utm || '(&|#|$)' as campaign, array(
          select g.post_id from unnest(a.tags) tag cross join lateral (
            select post_id from post_tag where place_id = a.place_id and key = tag
            order by post_id limit ${FEW + 1}::int4) g) as tagged
      from (select place_id, id, cycle, utm, array(select jsonb_array_elements_text(tags)) as tags,
          case cycle ->> 'every' when 'week' then 'week' when 'quarter' then 'quarter' else 'month' end as part
        from plan_action where place_id = any(${[...places]}::text[]) and cycle is not null) a
      join place l on l.id = a.place_id join clock_item i on i.place_id = a.place_id and i.id = a.id),
    found as (
      select f.place_id, f.id, t.post_id, true as hand from follows f
        join plan_post t on t.place_id = f.place_id and t.action_id = f.id
      union select place_id, id, unnest(tagged), false from follows where cardinality(tagged) <= ${FEW}::int4
      union select f.place_id, f.id, p.id, false from follows f join own on own.place_id = f.place_id
        join post p on p.account_id = own.id and p.published_at >= ${from}::date
        where f.campaign is not null and (p.card ->> 'url' ~* f.campaign or exists (
          select from jsonb_array_elements(p.marks) m where m ->> 'href' ~* f.campaign)))
    select f.place_id, f.id, f.shape, date_trunc(f.part, p.published_at at time zone f.time_zone) as begins,
      count(distinct p.id) as n
    from found join follows f using (place_id, id) join post p on p.id = found.post_id
    where p.published_at >= ${from}::date and (found.hand or p.account_id in (select id from own))
      and (cardinality(f.tagged) > ${FEW}::int4 and p.account_id in (select id from own)
        and exists (select from post_tag g where g.post_id = p.id and g.key = any(f.tags))) is not true
    group by 1, 2, 3, 4
    union all select f.place_id, f.id, f.shape, begins, n from follows f
    cross join lateral (
      select min(published_at) at time zone f.time_zone as first, max(published_at) at time zone f.time_zone as last
      from post where place_id = f.place_id and published_at >= ${from}::date) lie
    cross join lateral generate_series(date_trunc(f.part, first), last, f.lasts) begins
    cross join lateral (select count(*) as n from (
      select from own join post p on p.account_id = own.id
      where own.place_id = f.place_id and p.published_at >= begins at time zone f.time_zone
        and p.published_at < (begins + f.lasts) at time zone f.time_zone
        and exists (select from post_tag g where g.post_id = p.id and g.key = any(f.tags))
      limit f.asked) enough) counted
    where cardinality(f.tagged) > ${FEW}::int4 and n > 0) seen
  group by 2, 3, 4`

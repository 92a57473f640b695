// Plans that were in force before the clock followed them: their actions are items of it, as if they were saved today.
import type { Migration } from './index.ts'

export const planItems = {
  name: '0025-plan-items',
  statements: [
    `insert into clock_item (place_id, id, label, duty_id, history, leads, work, until, revision, by, at)
    select a.place_id, a.id,
      (select jsonb_object_agg(one, case one when 'fi' then 'Suunnitelma: ' else 'Plan: ' end || a.what)
        from jsonb_array_elements_text(p.languages) one),
      a.duty_id,
      jsonb_build_array(case when a.cycle is null
        then jsonb_build_object('from', least(a.day, today), 'cycle', jsonb_build_object('every', 'once', 'day', a.day))
        else jsonb_build_object('from', greatest(l.from_day, today), 'cycle', a.cycle) end),
      '[7, 0]', 'action',
      case when a.cycle is null then null when a.state = 'done' then a.done_on else l.to_day end,
      0, l.by, now()
    from plan_action a join plan l on l.place_id = a.place_id and l.id = a.plan_id
    join place p on p.id = a.place_id
    cross join lateral (select (now() at time zone p.time_zone)::date as today) here
    where l.state = 'in-force' and a.state <> 'dropped' and (a.cycle is not null or a.day is not null)
    on conflict do nothing`,
  ],
} satisfies Migration

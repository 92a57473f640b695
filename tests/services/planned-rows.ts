// One row in every table of what is planned, for tests that need them all filled.
import { sql } from 'kysely'
import type { Db } from '../../db/open.ts'

export async function fillPlanned(db: Db, at: Date, post: number): Promise<void> {
  await sql`insert into ring (place_id, id, label, members)
    values ('kemijarvi', 'kunta', 'Kunta', '["Johto"]')`.execute(db)
  await sql`insert into audience (place_id, id, side, ring, whom, what, how, cadence, who, cycle)
    values ('kemijarvi', 'int-johto', 'internal', 'kunta', 'Johto', 'a', 'b', 'c', 'd',
      '{"every":"times","note":"","months":[2,9]}')`.execute(db)
  await sql`insert into channel_register (place_id, id, name, kind, medium, owner, languages, state, gated, note)
    values ('kemijarvi', 'tv', 'Kemijärvi TV', 'own', 'video', 'Aino', '["fi"]', 'quiet', false, '')`.execute(
    db,
  )
  await sql`insert into content_card (place_id, id, kind, title, body, holders, languages, review_on)
    values ('kemijarvi', 'oppaat', 'guides', 'Opaspooli', '', '[]', '["fi"]', '2026-12-01')`.execute(db)
  await sql`insert into plan (place_id, id, title, from_day, to_day, steps, resources, partners, proposal, record,
      by, at)
    values ('kemijarvi', 'l_aaaaaaaaaaaa', 'Suunnitelma', '2026-01-01', '2026-12-31', '{"why":"Siksi"}', '', '', '',
      '', 'Aino', ${at})`.execute(db)
  await sql`insert into plan_event (place_id, plan_id, event, detail, by, at)
    values ('kemijarvi', 'l_aaaaaaaaaaaa', 'approve', '{}', 'Aino', ${at})`.execute(db)
  await sql`insert into plan_goal (place_id, id, plan_id, label, near_text, far_text)
    values ('kemijarvi', 'o_aaaaaaaaaaaa', 'l_aaaaaaaaaaaa', 'Löytyä', 'nyt', 'sitten')`.execute(db)
  await sql`insert into plan_action (place_id, id, plan_id, what, channels, continuous, tags, state, result)
    values ('kemijarvi', 'x_aaaaaaaaaaaa', 'l_aaaaaaaaaaaa', 'Tarinat', '["tv"]', true, '["kemijärvi"]', 'open',
      '')`.execute(db)
  await sql`insert into plan_measure (place_id, plan_id, target_id)
    select 'kemijarvi', 'l_aaaaaaaaaaaa', min(id) from target`.execute(db)
  await sql`insert into plan_post (place_id, action_id, post_id, by, at)
    values ('kemijarvi', 'x_aaaaaaaaaaaa', ${post}, 'Aino', ${at})`.execute(db)
  await sql`insert into process_model (place_id, id, stages, review, by, at)
    values ('kemijarvi', '2026', '[]', '{"worked":"Hyvin"}', 'Aino', ${at})`.execute(db)
  await sql`insert into process_tick (place_id, period, task, by, at)
    values ('kemijarvi', '2026-q3', 'kooste', 'Aino', ${at})`.execute(db)
}

// One row in every table of the files that people bring, for tests that need them all filled.
import { sql } from 'kysely'
import type { Db } from '../../db/open.ts'

export async function fillBroughtFiles(db: Db, at: Date, post: number): Promise<void> {
  await sql`insert into platform_file (public_id, place_id, channel, per, name, file_hash, taken_at, first_day,
      last_day, rows, by, at)
    values ('f_aaaaaaaaaaaa', 'kemijarvi', 'facebook', 'post', 'a.csv', 'h', ${at}, '2026-11-01', '2026-11-02', 1,
      'Aino', ${at})`.execute(db)
  await sql`insert into platform_post (file_id, place_id, channel, external_id, post_id, published_at, views)
    select id, 'kemijarvi', 'facebook', '77', ${post}, ${at}, 5 from platform_file`.execute(db)
  await sql`insert into platform_layout (place_id, fingerprint, channel, per, dates, columns)
    values ('kemijarvi', 'h', 'facebook', 'post', 'mdy', '["id",null]')`.execute(db)
  await sql`update tally set file_id = (select id from platform_file)`.execute(db)
  await sql`insert into measure (place_id, indicator, period_kind, period, source_id, value, unit, status, retrieved_at,
      origin, file_id)
    select 'kemijarvi', 'social.views', 'day', '2026-11-01', 'Facebook', 5, 'views', 'ok', ${at}, 'file', id
    from platform_file`.execute(db)
  await sql`insert into study (public_id, place_id, title, maker, day, language, summary, findings, by, at)
    values ('t_aaaaaaaaaaaa', 'kemijarvi', 'Tutkimus', 'Yliopisto', '2026-11-01', 'fi', 'Tiivistelmä', '["Tulos"]',
      'Aino', ${at})`.execute(db)
}

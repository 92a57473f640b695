// What the clock sees of a plan's actions in posts: the same whether few posts have an action's tag or nearly all.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { readClockFacts } from '../../db/clock-facts.ts'
import type { Db } from '../../db/open.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'

const P = 'kemijarvi'
/** Monday of 2026-W45, an hour past midnight in Helsinki: the day before in UTC. */
const MONDAY = '2026-11-01T23:00:00Z'

async function follow(db: Db, id: string, cycle: object, more: { tags?: string[]; utm?: string } = {}) {
  const at = new Date('2026-01-01T08:00:00Z')
  await sql`
    insert into plan (place_id, id, title, from_day, to_day, steps, resources, partners, proposal, record, by, at)
    values (${P}, 'l_1', 'Suunnitelma', '2026-01-01', '2026-12-31', '{}', '', '', '', '', 'Aino', ${at})
    on conflict do nothing`.execute(db)
  await sql`
    insert into plan_action (place_id, id, plan_id, what, channels, cycle, continuous, tags, utm, state, result)
    values (${P}, ${id}, 'l_1', 'Tarina', '[]', ${JSON.stringify(cycle)}, false,
      ${JSON.stringify(more.tags ?? [])}, ${more.utm ?? null}, 'open', '')`.execute(db)
  await sql`
    insert into clock_item (place_id, id, label, history, leads, work, by, at)
    values (${P}, ${id}, '{"fi":"Tarina"}', '[]', '[]', 'action', 'Aino', ${at})`.execute(db)
}

/** So many posts of an account with the tag on one day. */
const fill = (db: Db, account: number, n: number) =>
  sql`
  with fresh as (
    insert into post (public_id, place_id, channel, external_id, account_id, url, canonical_url, text, lang,
      published_at, first_seen_at, seen_at, state, content_key)
    select 'p_' || n, ${P}, 'mastodon', 's' || n, ${account}::int4, 'https://x/' || n, 'https://x/' || n, 'Päivä',
      'fi', '2026-10-14T09:00:00Z', now(), now(), 'shown', 'c' || n from generate_series(1, ${n}::int4) n
    returning id, place_id)
  insert into post_tag (post_id, place_id, key, as_written, position)
  select id, place_id, 'kemijärvi', 'kemijärvi', 0 from fresh`.execute(db)

onBothDatabases('posts of an action', (open) => {
  it.each([5, 320])(
    'are counted as far as each week asks, with %i posts of the tag on one day',
    async (n) => {
      const { db } = open()
      await makePlace(db)
      const [own, stranger] = [await makeAccount(db, { kind: 'own' }), await makeAccount(db)]
      await follow(db, 'x_week', { every: 'week', on: ['mon', 'fri'] }, { tags: ['kemijärvi', 'järvi'] })
      await follow(db, 'x_month', { every: 'month', day: 5 }, { utm: 'messut', tags: ['kemijärvi'] })
      await follow(db, 'x_quarter', { every: 'quarter', day: 5 }, { tags: ['kemijärvi'] })
      await fill(db, own, n)
      const at = { published_at: new Date(MONDAY) }
      // One with both tags is one; a stranger's counts only when somebody has tied it.
      await makePost(db, { ...at, account_id: own, text: 'Uutta #kemijärvi #järvi' })
      const guest = await makePost(db, { ...at, account_id: stranger, text: 'Minäkin #kemijärvi' })
      await makePost(db, { ...at, account_id: stranger, text: 'Samoin #kemijärvi' })
      const marks = [{ start: 0, end: 4, kind: 'link', href: 'https://x.fi/?utm_campaign=messut' }]
      const december = { published_at: new Date('2026-12-01T09:00:00Z') }
      await makePost(db, {
        ...december,
        account_id: own,
        text: 'Tule messuille',
        marks: JSON.stringify(marks),
      })
      const tied = await makePost(db, { ...december, account_id: stranger, text: 'Hieno juttu' })
      await sql`insert into plan_post (place_id, action_id, post_id, by, at)
      values (${P}, 'x_week', ${tied.id}, 'Aino', now()), (${P}, 'x_week', ${guest.id}, 'Aino', now())`.execute(
        db,
      )
      const facts = (await readClockFacts(db, [P], '2026-01-01', [P]))
        .filter(({ fact }) => fact === 'posted')
        .map((one) => [`${one.of} ${one.said}`, Math.min(one.n, 2)])
      expect(Object.fromEntries(facts)).toEqual({
        ...{ 'x_week 2026-W42': 2, 'x_week 2026-W45': 2, 'x_week 2026-W49': 1 },
        ...{ 'x_month 2026-10': n > 300 ? 1 : 2, 'x_month 2026-11': 1, 'x_month 2026-12': 1 },
        'x_quarter 2026-q4': n > 300 ? 1 : 2,
      })
      expect(await readClockFacts(db, [P], '2027-01-01', [P])).toEqual([])
    },
  )
})

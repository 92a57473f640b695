// The year page of a joint place with twenty members, and how far their targets are: p95 at the server, against 100 ms.
import { sql } from 'kysely'
import { saveDuty } from '../../db/duties.ts'
import { migrate } from '../../db/migrate.ts'
import { type Database, type Db, openDatabase } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { takeModel } from '../../services/audiences.ts'
import { addUsualItems } from '../../services/clock-work.ts'
import type { Act } from '../../services/curate.ts'
import { keepRow } from '../../services/planned.ts'
import { passPlan, readActionForm, readPlanForm, sentMove } from '../../services/plans.ts'
import { get, openDesk, signInAs, type TestDesk } from '../desk/desk.ts'
import { makePlace, NOW } from '../makers.ts'
import { startPostgres } from '../postgres.ts'
import { type BenchLine, line } from './line.ts'

const MEMBERS = 20
const POSTS = 2_000
const ROUNDS = 40
const LIMIT = 100
const JOINT = 'lappi'

export async function bench(): Promise<BenchLine[]> {
  const server = await startPostgres({ fsync: 'off', synchronous_commit: 'off', autovacuum: 'off' })
  try {
    const postgres = await openDatabase({ url: server.url })
    await migrate(postgres.db)
    const lines = await both(postgres, 'PostgreSQL')
    await postgres.close()
    const embedded = await openDatabase({})
    await migrate(embedded.db)
    lines.push(...(await both(embedded, 'PGlite')))
    await embedded.close()
    return lines
  } finally {
    await server.stop()
  }
}

async function both(database: Database, name: string): Promise<BenchLine[]> {
  const desk = openDesk(database)
  desk.now(new Date('2026-01-02T08:00:00Z'))
  await fill(desk)
  desk.now(NOW)
  const measure = async (what: string, path: string, rounds: number) => {
    const login = await signInAs(desk, 'reader', { place: JOINT })
    const times: number[] = []
    for (let round = -2; round < rounds; round++) {
      const begun = performance.now()
      const answer = await get(desk, `/desk/${JOINT}${path}`, login)
      const page = await answer.text()
      if (answer.status !== 200 || !page.includes('Jäsen 19')) throw new Error(`${path}: ${answer.status}`)
      if (round >= 0) times.push(performance.now() - begun)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0
    const note = `p95 on ${name}, at most 1; p50 ${at(0.5).toPrecision(3)} ms; ${MEMBERS} members`
    return line(what, at(0.95), LIMIT, 'ms', note)
  }
  return [
    await measure('year-page', '/clock/years/2026', ROUNDS),
    await measure('year-actuals', '/targets/actuals', ROUNDS / 4),
  ]
}

/** One member as people would have filled it; the others are its copies, with a year of rounds, lifts and posts. */
async function fill(desk: TestDesk): Promise<void> {
  const { deps } = desk
  const { db } = deps
  const members = Array.from({ length: MEMBERS }, (_, nth) => `jasen${nth}`)
  for (const one of [...members, JOINT]) await makePlace(db, one)
  await sql`update place set name = jsonb_build_object('fi', 'Jäsen ' || substr(id, 6)) where id like 'jasen%'`.execute(
    db,
  )
  await sql`update place set members = ${JSON.stringify(members)}::jsonb where id = ${JOINT}`.execute(db)
  for (const id of ['jasen0', JOINT]) {
    const place = await findPlace(db, id)
    if (place) await fillOne(desk, { place, name: 'Aino', person: null, language: 'fi' })
  }
  await copyMember(db)
  await fillYear(db)
  await sql`analyze`.execute(db)
}

async function fillOne({ deps }: TestDesk, act: Act): Promise<void> {
  await addUsualItems(deps, act)
  await takeModel(deps, act, 'audiences')
  await saveDuty(deps.db, act.place.id, 'comms-lead', { fi: 'Viestinnästä vastaava' })
  const days = { from_day: '2026-01-01', to_day: '2026-12-31' }
  const steps = { step_why: 'Siksi', step_whom: 'Kaikille' }
  const form = readPlanForm({ title: 'Viestintäsuunnitelma 2026', ...days, ...steps })
  const plan = await keepRow(deps, act, 'plan', null, form)
  const goal = { plan_id: plan, label: 'Löytyä', near_text: '', near_day: null, far_text: '', far_day: null }
  await keepRow(deps, act, 'goal', null, goal)
  const common = { plan_id: plan, duty_id: 'comms-lead', tags: '', state: 'open', result: '' }
  for (const one of [
    { what: 'Viikkotarina', every: 'week', on: ['fri'], tags: '#kemijärvi' },
    { what: 'Uutiskirje', every: 'month', on_day: '10', tags: '#kirje' },
    { what: 'Messut', day: '2026-05-20' },
    { what: 'Kuvat', continuous: '1', aim: '4', tags: '#kemijärvi' },
  ])
    await keepRow(deps, act, 'action', null, readActionForm({ ...common, ...one }))
  const move = (fields: object) => passPlan(deps, act, plan, sentMove.parse(fields))
  await move({ move: 'approve' })
  await move({ move: 'send' })
  await move({ move: 'handle', handled_on: '2026-01-02', section: '1' })
  await move({ move: 'enforce' })
}

/** What the first member has, at all the others. */
async function copyMember(db: Db): Promise<void> {
  for (const table of ['duty', 'plan', 'plan_action', 'clock_item'] as const) {
    const { rows } = await sql<{ columns: string }>`
      select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
      where table_schema = current_schema() and table_name = ${table} and column_name <> 'place_id'`.execute(
      db,
    )
    const columns = sql.raw(rows[0]?.columns ?? '')
    await sql`
      insert into ${sql.table(table)} (place_id, ${columns})
      select p.member, ${columns} from (select * from ${sql.table(table)} where place_id = 'jasen0') t
      cross join (select id as member from place where id like 'jasen%' and id <> 'jasen0') p`.execute(db)
  }
}

async function fillYear(db: Db): Promise<void> {
  await sql`
    insert into clock_round (place_id, item_id, key, planned, day, done_at, done_by, reason, revision, by, at)
    select i.place_id, i.id, '2026-q' || n, day, day, ${NOW}, 'Aino', null, 1, 'Aino', ${NOW}
    from clock_item i, generate_series(1, 4) n, lateral (select make_date(2026, n * 3 - 2, 12) as day) d
    where i.work = 'numbers' or i.id like 'int-%'`.execute(db)
  await sql`
    insert into account (
      public_id, place_id, channel, external_id, handle, handle_key, name, kind, created_at)
    select 'a_' || p.id, p.id, 'mastodon', 'https://x/' || p.id, '@k', 'k', 'Kunta', 'own', ${NOW}
    from place p`.execute(db)
  await sql`
    insert into post (public_id, place_id, channel, external_id, account_id, url, canonical_url, text, lang,
      published_at, first_seen_at, seen_at, state, content_key)
    select 'p_' || a.id || '_' || n, a.place_id, 'mastodon', 's' || n, a.id, 'https://x/' || n, 'https://x/' || n,
      'Päivä järvellä #kemijärvi', 'fi', ${NOW}::timestamptz - n * interval '4 hours', now(), now(), 'shown', 'c' || n
    from account a, generate_series(1, ${POSTS}::int4) n`.execute(db)
  await sql`
    insert into post_tag (post_id, place_id, key, as_written, position)
    select id, place_id, 'kemijärvi', 'kemijärvi', 0 from post`.execute(db)
  await sql`
    insert into lift (place_id, post_id, week, by, at)
    select p.place_id, min(p.id), to_char(p.published_at, 'IYYY-"W"IW'), 'Aino', ${NOW} from post p
    group by p.place_id, to_char(p.published_at, 'IYYY-"W"IW')`.execute(db)
  await sql`
    insert into target (public_id, place_id, year, position, label, figure, dims, aim, direction, cumulative, by, at)
    select 'g_julkaisut', ${JOINT}, 2026, 0, 'Julkaisut', 'F1', '{}', 1000, 'up', true, 'Aino', ${NOW}`.execute(
    db,
  )
  await sql`
    insert into target_part (place_id, target_id, position, label, member_id, aim)
    select t.place_id, t.id, substr(p.id, 6)::int4, p.name ->> 'fi', p.id, 50 from target t, place p
    where p.id like 'jasen%'`.execute(db)
}

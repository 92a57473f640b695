// A quarter's digest of a large region: a year of posts, tallies and counts, against the bare aggregate queries.
import { sql } from 'kysely'
import { migrate } from '../../db/migrate.ts'
import { type Db, openDatabase } from '../../db/open.ts'
import { compileBundle } from '../../services/compile.ts'
import { readDocument } from '../../services/digest/files/read.tsx'
import { type FormatName, formatNames, formats } from '../../services/digest/files/render.ts'
import { openView } from '../../services/digest-view.ts'
import { draftDigest } from '../../services/digests.ts'
import { addQuarters, quarterBounds, quarterDays } from '../../services/domain/quarter.ts'
import { collectDays } from '../digest-makers.ts'
import { makePlace } from '../makers.ts'
import { startPostgres } from '../postgres.ts'
import { type BenchLine, line } from './line.ts'

const QUARTER = '2026-q3'
const PLACE = 'kemijarvi'
const ZONE = 'Europe/Helsinki'
const POSTS = 1_000_000
const COUNTS = 10_000_000
const AT = new Date('2026-10-20T09:00:00Z')
const ROUNDS = 3
const FILLING = 15 * 60_000

export async function bench(): Promise<BenchLine[]> {
  const server = await startPostgres()
  try {
    // Filling is one long statement after another.
    const database = await openDatabase({ url: server.url, statementTimeout: FILLING })
    const { db } = database
    await migrate(db)
    await makePlace(db)
    await fillYear(db, POSTS, COUNTS)
    const note = `${POSTS} posts, ${5 * POSTS} tallies and ${COUNTS} counts in a year`
    const baseline = await best(() => countBare(db))
    const ours = await best(() => compileBundle(db, PLACE, QUARTER, AT))
    const lines = [line('digest-year compile', ours, baseline, 'ms', note), ...(await renderAll(db))]
    await database.close()
    return lines
  } finally {
    await server.stop()
  }
}

/** Each renderer against the second that it may take. */
async function renderAll(db: Db): Promise<BenchLine[]> {
  const place = { id: PLACE, time_zone: ZONE }
  const row = await draftDigest({ db, clock: () => AT }, place, QUARTER, 'Johanna')
  const view = await openView(db, row, 'fi', null, AT)
  const lines: BenchLine[] = []
  for (const name of formatNames) {
    const ours = await best(async () => formats[name as FormatName].render(view, readDocument(view)))
    lines.push(line(`digest-year ${name}`, ours, 1_000, 'ms', 'the baseline is the second that it may take'))
  }
  return lines
}

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

/** Four quarters up to the one that is compiled, the same every time. */
async function fillYear(db: Db, posts: number, counts: number): Promise<void> {
  const [from] = [quarterDays(addQuarters(QUARTER, -3)).from]
  for (let n = -3; n <= 0; n++)
    for (const source of ['uutiset', 'tuutit'])
      await collectDays(db, source, addQuarters(QUARTER, n), () => true, PLACE)
  await sql`insert into account (public_id, place_id, channel, external_id, kind, agreement, author_key, created_at)
    select 'a_' || lpad(n::text, 12, '0'), ${PLACE}, 'mastodon', 'a' || n,
      case when n < 20 then 'own' when n < 100 then 'partner' else 'resident' end,
      case when n >= 20 and n < 100 then 'sovittu' end, 'k' || n, ${AT}::timestamptz
    from generate_series(1, 5000) n`.execute(db)
  await sql`insert into post (public_id, place_id, channel, external_id, account_id, text, lang, published_at,
      first_seen_at, seen_at, state, content_key, canonical_url, text_key)
    select 'p_' || lpad(n::text, 12, '0'), ${PLACE}, case when n % 5 = 0 then 'feed' else 'mastodon' end, 'x' || n,
      a.first + (n::bigint * 7919 % 5000)::int, 'Päivä järvellä', 'fi',
      ${from}::timestamptz + n * (interval '365 days' / ${posts}), ${AT}, ${AT}, 'shown', 'c' || n,
      'https://tuutit.example/@a' || n % 5000 || '/' || n, md5(n::text)
    from generate_series(1, ${posts}::int) n, (select min(id) as first from account) a`.execute(db)
  await sql`insert into post_tag (post_id, place_id, key, as_written, position)
    select p.id, ${PLACE}, f.key, f.as_written, 0
    from (select id, id % 4 as nth from post where id % 10 <> 0) p
    join (select key, as_written, row_number() over (order by key) - 1 as nth from family_tag) f
      on f.nth = p.nth`.execute(db)
  await sql`insert into post_source (post_id, place_id, source_id, found_at)
    select id, ${PLACE}, case when channel = 'feed' then 'uutiset' else 'tuutit' end, published_at from post`.execute(
    db,
  )
  await sql`insert into tally (post_id, place_id, age, taken_at, hours, likes, comments, shares)
    select p.id, ${PLACE}, t.age, p.published_at + make_interval(days => t.age), t.age * 24 + 2,
      (p.id % 61)::int, (p.id % 7)::int, (p.id % 5)::int
    from post p, (values (0), (1), (3), (7), (14)) t(age)`.execute(db)
  await sql`insert into wall_day (place_id, wall_id, day, event, subject, n)
    select ${PLACE}, 'etusivu', ${from}::date + d, e.event, e.subject, greatest(1, ${counts} / (365 * 100))
    from generate_series(0, 364) d, (
      values ('view', ''), ('channel', 'mastodon'), ('action', 'varaa') union all
      select 'click', 'p_' || lpad(s::text, 12, '0') from generate_series(1, 97) s) e(event, subject)`.execute(
    db,
  )
  await sql`analyze`.execute(db)
}

/** What a digest asks, without any of its rules: counts and sums of the three quarters, one question after another. */
async function countBare(db: Db): Promise<void> {
  for (const n of [0, -1, -4]) {
    const quarter = addQuarters(QUARTER, n)
    const { from, to } = quarterBounds(quarter, ZONE)
    const days = quarterDays(quarter)
    const inside = sql`p.place_id = ${PLACE} and p.published_at >= ${from} and p.published_at < ${to}`
    await sql`select (p.published_at at time zone ${ZONE})::date, count(*) from post p
      where ${inside} group by 1`.execute(db)
    await sql`select (p.published_at at time zone ${ZONE})::date, f.family_id, count(distinct p.id) from post p
      join post_tag t on t.post_id = p.id join family_tag f on f.place_id = p.place_id and f.key = t.key
      where ${inside} group by 1, 2`.execute(db)
    await sql`select t.key, count(*) from post p join post_tag t on t.post_id = p.id
      where ${inside} group by 1`.execute(db)
    await sql`select p.channel, a.kind, count(*) from post p join account a on a.id = p.account_id
      where ${inside} group by 1, 2`.execute(db)
    await sql`select count(distinct a.author_key) from post p join account a on a.id = p.account_id
      where ${inside} and a.kind = 'resident'`.execute(db)
    await sql`select p.channel, a.kind, sum(t.likes), sum(t.comments), sum(t.shares) from post p
      join account a on a.id = p.account_id join tally t on t.post_id = p.id and t.age = 14
      where ${inside} group by 1, 2`.execute(db)
    await sql`select p.channel, percentile_cont(0.5) within group (order by t.likes + t.comments + t.shares)
      from post p join tally t on t.post_id = p.id and t.age = 14 where ${inside} group by 1`.execute(db)
    await sql`select day, event, sum(n) from wall_day where place_id = ${PLACE} and day >= ${days.from}::date
      and day < ${days.to}::date group by 1, 2`.execute(db)
  }
}

// A page of the queue among a million posts, against its own indexed queries written out bare; search and a decision.
import { sql } from 'kysely'
import { migrate } from '../../db/migrate.ts'
import { type Database, openDatabase } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { decidePost } from '../../services/decide.ts'
import type { Deps } from '../../services/deps.ts'
import { readQueue } from '../../services/inbox.ts'
import { type InboxQuery, inboxQuery } from '../../services/inbox-query.ts'
import { makePlace, NOW } from '../makers.ts'
import { startPostgres } from '../postgres.ts'
import { type BenchLine, line } from './line.ts'
import { fillQueue } from './queue-posts.ts'

const POSTS = 1_000_000
const PAGE = 20
const ROUNDS = 40
/** Pages that nobody counts: a desk that has just started has compiled nothing yet. */
const WARM = 40
/** Words of one post in six and in twelve, one of some posts, one of few, and one of none. */
const SEARCHES = ['lääkäreille', 'koti', 'sana4711', 'jäänlähtöveikkauksia', 'olematon']
const SEARCH_LIMIT = 200
const DECISION_LIMIT = 50

export async function bench(): Promise<BenchLine[]> {
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
  const server = await startPostgres({ ...fast, max_wal_size: '4GB' })
  try {
    const database = await openDatabase({ url: server.url })
    await migrate(database.db)
    await makePlace(database.db)
    await fillQueue(database.db, 'kemijarvi', POSTS)
    const lines = [await page(database), await search(database), await decision(database)]
    await database.close()
    return lines
  } finally {
    await server.stop()
  }
}

async function queueOf({ db }: Database) {
  const place = await findPlace(db, 'kemijarvi')
  if (!place) throw new Error('no place')
  return { place, read: (query: InboxQuery) => readQueue(db, place, query, NOW) }
}

async function page(database: Database): Promise<BenchLine> {
  const { read } = await queueOf(database)
  const query = inboxQuery.parse({ state: 'new' })
  const ours: number[] = []
  const bare: number[] = []
  for (let round = -WARM; round < ROUNDS; round++)
    for (const which of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
      const begun = performance.now()
      if (which) await readBare(database)
      else await read(query)
      if (round >= 0) (which ? bare : ours).push(performance.now() - begun)
    }
  const perSecond = (all: number[]) => 1000 / middle(all)
  const note = `at least 0.5; ${PAGE} cards of ${POSTS} posts, with all that stands beside them and all counts`
  return line('queue-page', perSecond(ours), perSecond(bare), 'pages/s', note)
}

/** The least that such a page asks: its rows by their index, and by theirs what each card cannot be without. */
async function readBare({ db }: Database): Promise<void> {
  const { rows } = await sql<{ id: number; account_id: number }>`
    select p.*, a.kind, a.name, a.handle, a.agreement from post p left join account a on a.id = p.account_id
    where p.place_id = 'kemijarvi' and p.state = 'new'
    order by p.published_at desc, p.id desc limit ${PAGE + 1}`.execute(db)
  const ids = rows.map((row) => row.id)
  const accounts = rows.map((row) => row.account_id)
  for (const table of ['post_tag', 'media', 'lift', 'pin', 'tally', 'post_topic', 'handover'])
    await sql`select * from ${sql.table(table)} where post_id = any(${ids})`.execute(db)
  await sql`select * from consent where post_id = any(${ids}) or account_id = any(${accounts})`.execute(db)
  await sql`select * from decision where place_id = 'kemijarvi' and post_id = any(${ids})`.execute(db)
}

async function search(database: Database): Promise<BenchLine> {
  const { read } = await queueOf(database)
  let slowest = 0
  for (const text of SEARCHES) {
    const times: number[] = []
    for (let round = 0; round < 7; round++) {
      const begun = performance.now()
      await read(inboxQuery.parse({ text }))
      times.push(performance.now() - begun)
    }
    slowest = Math.max(slowest, middle(times))
  }
  return line(
    'queue-search',
    slowest,
    SEARCH_LIMIT,
    'ms',
    `the slowest of ${SEARCHES.length} words; at most 1`,
  )
}

async function decision(database: Database): Promise<BenchLine> {
  const { place, read } = await queueOf(database)
  const act = { place, name: 'Johanna', person: null, language: 'fi' as const }
  const deps = { db: database.db, clock: () => NOW } satisfies Pick<Deps, 'db' | 'clock'>
  const { posts } = await read(inboxQuery.parse({ state: 'new', limit: '40' }))
  const times: number[] = []
  for (const { public_id, version } of posts) {
    const begun = performance.now()
    await decidePost(deps, act, public_id, { action: 'show', version })
    times.push(performance.now() - begun)
  }
  return line('queue-decision', middle(times), DECISION_LIMIT, 'ms', 'at most 1')
}

const middle = (all: number[]) => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0

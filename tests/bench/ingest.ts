// How fast found posts are taken in and saved, against one statement a table that inserts the same rows.
import { sql } from 'kysely'
import { migrate } from '../../db/migrate.ts'
import { type Database, openDatabase } from '../../db/open.ts'
import { addSource } from '../../db/sources.ts'
import type { FoundPost } from '../../services/domain/source.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { makeWorker, still, tellingChannel } from '../jobs/worker.ts'
import { makePlace, NOW } from '../makers.ts'
import { startPostgres } from '../postgres.ts'
import { heldMegabytes } from './held.ts'
import { makeStatuses } from './ingest-posts.ts'
import { insertRows, readRows } from './ingest-rows.ts'
import { type BenchLine, line } from './line.ts'

const POSTS = 20_000
/** A visit's posts: ten pages of a tag, as a source with some history brings them. */
const VISIT = 400
const ROUNDS = 5
/** As many visits run at once in a worker. */
const SOURCES = ['tuutit', 'toiset', 'kolmannet', 'neljännet']
/** Visits for the measuring of memory, in fifths. */
const FIFTH = 40

type InFresh = <T>(work: (database: Database) => Promise<T>) => Promise<T>

export async function bench(): Promise<BenchLine[]> {
  // PostgreSQL's own rounds of analysing would meet one of the two and not the other.
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
  const server = await startPostgres(fast)
  try {
    const template = await openDatabase({ url: server.url })
    await prepare(template)
    await template.close()
    const onPostgres: InFresh = (work) => inCopy(server.url, work)
    // First, while nothing else has been held.
    const flat = await onPostgres(memory)
    return [
      await compare('ingest', onPostgres, SOURCES, 'at least 0.4; four sources at once, as a worker visits'),
      await compare('ingest-one-source', onPostgres, SOURCES.slice(0, 1), 'one visit after the other'),
      await compare('ingest-embedded', inMemory, SOURCES, 'the same on PGlite'),
      flat,
    ]
  } finally {
    await server.stop()
  }
}

/** Pairs of runs, each in a database of its own; what is told is the pair in the middle. */
async function compare(name: string, inFresh: InFresh, sources: string[], note: string): Promise<BenchLine> {
  const posts = [...makeStatuses(POSTS, NOW)]
  const ours = (database: Database) => ingest(database, sources, posts.values())
  const rows = await inFresh(async (database) => {
    await ours(database)
    return readRows(database)
  })
  const pairs: [number, number][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const pair: [number, number] = [0, 0]
    for (const which of round % 2 ? ([1, 0] as const) : ([0, 1] as const))
      pair[which] = await inFresh((database) =>
        rate(() => (which ? insertRows(database, rows) : ours(database))),
      )
    pairs.push(pair)
  }
  const middle = pairs.sort((a, b) => a[0] / a[1] - b[0] / b[1])[ROUNDS >> 1]
  return line(name, ...(middle as [number, number]), 'posts/s', note)
}

async function rate(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (POSTS * 1000) / (performance.now() - begun)
}

/** The job as it runs: the visits of a source one after the other, several sources at once. */
async function ingest(
  database: Database,
  sources: readonly string[],
  posts: Iterator<FoundPost>,
  before = () => {},
): Promise<void> {
  const visits = sources.map(async (source) => {
    let page = takeVisit(posts)
    const worker = makeWorker(database, { channels: [tellingChannel('mastodon', () => ({ posts: page }))] })
    for (; page.length; page = takeVisit(posts)) {
      before()
      await collect(worker, { place: 'kemijarvi', source }, still)
    }
  })
  await Promise.all(visits)
}

function takeVisit(posts: Iterator<FoundPost>): FoundPost[] {
  const page: FoundPost[] = []
  while (page.length < VISIT) {
    const { value, done } = posts.next()
    if (done) break
    page.push(value)
  }
  return page
}

/** Megabytes held at most in the last fifth of many visits, against the second fifth. */
async function memory(database: Database): Promise<BenchLine> {
  const held: number[] = []
  let whole = 0
  const posts = makeStatuses(5 * FIFTH * VISIT, NOW)
  await ingest(database, SOURCES, posts, () => {
    whole = Math.max(whole, process.memoryUsage.rss() / 1e6)
    held.push(heldMegabytes())
  })
  const most = (fifth: number) => Math.max(...held.slice(fifth * FIFTH, (fifth + 1) * FIFTH))
  const note = `${5 * FIFTH} visits of ${VISIT} posts; the process at most ${Math.round(whole)} MB; at most 1.05`
  return line('ingest-memory', most(4), most(1), 'MB', note)
}

async function prepare({ db }: Database): Promise<void> {
  await migrate(db)
  await makePlace(db)
  const settings = { server: 'https://example.social' }
  const how = { channel: 'mastodon', kind: 'posts', mode: 'resident', active: true, settings } as const
  for (const id of SOURCES.slice(1))
    await addSource(db, {
      ...how,
      place_id: 'kemijarvi',
      id,
      families: [],
      every: null,
      by: 'bench',
      at: NOW,
    })
}

/** A copy of the prepared database: nothing is left of the run before, no bloat and no plan of an empty table. */
async function inCopy<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const admin = await openDatabase({ url: url.replace('/postgres?', '/template1?') })
  await sql`create database run template postgres`.execute(admin.db)
  const database = await openDatabase({ url: url.replace('/postgres?', '/run?') })
  try {
    return await work(database)
  } finally {
    await database.close()
    await sql`drop database run with (force)`.execute(admin.db)
    await admin.close()
  }
}

async function inMemory<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({})
  try {
    await prepare(database)
    return await work(database)
  } finally {
    await database.close()
  }
}

// How fast found posts are taken in and saved, against one statement a table that inserts the same rows.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { migrate } from '../../db/migrate.ts'
import { type Database, openDatabase } from '../../db/open.ts'
import type { FoundPost } from '../../services/domain/source.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { makeWorker, still, tellingChannel } from '../jobs/worker.ts'
import { makePlace, NOW } from '../makers.ts'
import { startPostgres } from '../postgres.ts'
import { makeStatuses } from './ingest-posts.ts'
import { type BenchLine, line } from './line.ts'

const POSTS = Number(process.env.N ?? 20_000)
/** A visit's posts: a page of a tag, a timeline of ten pages, and the most that a visit to Mastodon brings. */
const VISIT = Number(process.env.VISIT ?? 400)
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const TABLES = ['account', 'post', 'post_tag', 'post_source', 'media', 'tally']

export async function bench(): Promise<BenchLine[]> {
  const server = await startPostgres()
  const database = await openDatabase({ url: server.url })
  try {
    await migrate(database.db)
    await makePlace(database.db)
    const posts = makeStatuses(POSTS, NOW)
    await ingest(database, posts)
    const rows = await Promise.all(TABLES.map((table) => readRows(database, table)))
    const pairs: [number, number][] = []
    for (let round = 0; round < ROUNDS; round++) {
      const pair: [number, number] = [0, 0]
      for (const which of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
        await empty(database)
        pair[which] = await rate(() => (which ? insert(database, rows) : ingest(database, posts)))
      }
      pairs.push(pair)
      console.error(pair)
    }
    const middle = pairs.sort((a, b) => a[0] / a[1] - b[0] / b[1])[ROUNDS >> 1]
    const [ours, baseline] = middle as [number, number]
    return [line('ingest', ours, baseline, 'posts/s', 'at least 0.4')]
  } finally {
    await database.close()
    await server.stop()
  }
}

async function rate(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (POSTS * 1000) / (performance.now() - begun)
}

async function empty({ db }: Database): Promise<void> {
  await sql.raw(`truncate ${TABLES.join(', ')} restart identity cascade`).execute(db)
  await sleep(200)
}

/** The job as it runs, each visit with the posts that come next. */
async function ingest(database: Database, posts: readonly FoundPost[]): Promise<void> {
  let from = 0
  const channel = tellingChannel('mastodon', () => ({ posts: posts.slice(from, from + VISIT) }))
  const worker = makeWorker(database, { channels: [channel] })
  for (; from < posts.length; from += VISIT) await collect(worker, { place: 'kemijarvi', source: 'tuutit' }, still)
}

type Rows = { table: string; columns: { name: string; type: string; values: (string | null)[] }[] }

async function readRows({ db }: Database, table: string): Promise<Rows> {
  const columns = await sql<{ name: string; type: string }>`
    select column_name as name, udt_name as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table}`.execute(db)
  const read = async ({ name, type }: { name: string; type: string }) => {
    const { rows } = await sql<{ value: string | null }>`
      select ${sql.ref(name)}::text as value from ${sql.table(table)} order by ctid`.execute(db)
    return { name, type, values: rows.map((row) => row.value) }
  }
  return { table, columns: await Promise.all(columns.rows.map(read)) }
}

async function insert({ db }: Database, all: readonly Rows[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { table, columns } of all) {
      const arrays = sql.join(columns.map(({ values, type }) => sql`${values}::${sql.raw(type)}[]`))
      const names = sql.join(columns.map(({ name }) => sql.ref(name)))
      await sql`
        insert into ${sql.table(table)} (${names}) overriding system value
        select * from unnest(${arrays})`.execute(trx)
    }
  })
}

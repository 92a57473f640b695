// How long a region's digest takes to compile, against one pass in memory over the same three quarters' posts.
import { sql } from 'kysely'
import { migrate } from '../../db/migrate.ts'
import { type Database, openDatabase } from '../../db/open.ts'
import { compileBundle } from '../../services/compile.ts'
import { addQuarters, quarterBounds, weekOf } from '../../services/domain/quarter.ts'
import { fillQuarters } from '../digest/quarter.ts'
import { makePlace } from '../makers.ts'
import { startPostgres } from '../postgres.ts'
import { type BenchLine, line } from './line.ts'

const QUARTER = '2026-q3'
const ZONE = 'Europe/Helsinki'
const PER_DAY = 60
const ROUNDS = 5

export async function bench(): Promise<BenchLine[]> {
  const server = await startPostgres()
  const lines: BenchLine[] = []
  try {
    for (const kind of ['postgres', 'embedded'] as const) {
      const database = await openDatabase(kind === 'postgres' ? { url: server.url } : {})
      await migrate(database.db)
      await makePlace(database.db)
      const posts = await fillQuarters(database.db, 'kemijarvi', QUARTER, PER_DAY)
      await sql`analyze`.execute(database.db)
      const at = new Date('2026-10-20T09:00:00Z')
      const ours = await best(() => compileBundle(database.db, 'kemijarvi', QUARTER, at))
      const baseline = await best(() => countInMemory(database))
      const note = `${posts} posts in six quarters; every figure with both comparisons`
      lines.push(line(`compile-digest ${kind}`, ours, baseline, 'ms', note))
      await database.close()
    }
  } finally {
    await server.stop()
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

/** The least that could be done: the posts of three quarters read once and counted by family, channel and week. */
async function countInMemory({ db }: Database): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const n of [0, -1, -4]) {
    const { from, to } = quarterBounds(addQuarters(QUARTER, n), ZONE)
    const { rows } = await sql<{ at: Date; channel: string; key: string | null; likes: number | null }>`
      select p.published_at as at, p.channel, t.key, y.likes from post p
      left join post_tag t on t.post_id = p.id left join tally y on y.post_id = p.id and y.age = 14
      where p.place_id = 'kemijarvi' and p.published_at >= ${from} and p.published_at < ${to}`.execute(db)
    for (const row of rows)
      for (const key of [row.channel, row.key, weekOf(row.at, ZONE), row.likes])
        counts.set(`${n} ${key}`, (counts.get(`${n} ${key}`) ?? 0) + 1)
  }
  return counts
}

// Everything of a place as one long table: posts and their numbers, wall counts, lifts, numbers from outside.
import { countPostDays } from '../db/figures/posts.ts'
import { countLifts, sumWallDays } from '../db/figures/service.ts'
import { listSeries, type MeasureKey } from '../db/measures.ts'
import type { Db } from '../db/open.ts'
import { listPlatformPosts } from '../db/platform-files.ts'
import { csvLine } from './domain/csv.ts'
import { counted } from './domain/platform-file.ts'
import { addDays, dayOf, listDays, startOfDay, weekOfDay } from './domain/quarter.ts'

const head = [
  'place',
  'indicator',
  'dim',
  'period',
  'source',
  'value',
  'unit',
  'status',
  'sample',
  'retrieved_at',
  'origin',
  'revision',
]
const START = '2000-01-01'
const PAGE = 2_000

/** The table line by line. What the service counted itself has the source `somewall`. */
export async function* writeSeries(
  db: Db,
  place: { id: string; time_zone: string },
  at: Date,
): AsyncGenerator<string> {
  yield csvLine(head)
  const own = (indicator: string, dim: string, period: string, n: number) =>
    csvLine([place.id, indicator, dim, period, 'somewall', n, 'count', 'ok', null, null, 'counted', null])
  const days = { from: START, to: addDays(dayOf(at, place.time_zone), 1) }
  const from = startOfDay(START, place.time_zone)
  const span = { place: place.id, from, to: startOfDay(days.to, place.time_zone), exclude: [] }
  for (const row of await countPostDays(db, span, place.time_zone))
    yield own(row.family === null ? 'posts' : 'posts.family', row.family ?? '', row.day, row.n)
  for (const row of await sumWallDays(db, place.id, days))
    yield own(`wall.${row.event}`, row.wall, row.day, row.n)
  const weeks = [...new Set(listDays(days.from, days.to).map(weekOfDay))]
  for (const row of await countLifts(db, place.id, weeks)) yield own('lifts', row.author, row.week, row.n)
  yield* writePosts(db, place)
  yield* writeMeasures(db, place.id)
}

/** Each post of the platforms' own statistics by its address, on the day it was published: as the newest file tells. */
async function* writePosts(db: Db, { id, time_zone }: { id: string; time_zone: string }) {
  let last: Awaited<ReturnType<typeof listPlatformPosts>>[number] | undefined
  do {
    const rows = await listPlatformPosts(db, id, last, PAGE)
    for (const row of rows)
      for (const name of counted.filter((one) => row[one] !== null))
        yield csvLine([
          ...[
            id,
            `post.${name}`,
            row.url ?? row.external_id,
            dayOf(row.published_at, time_zone),
            row.channel,
          ],
          ...[row[name], name === 'reach' ? 'people' : 'count', 'ok', row.sample ? 'sample' : null],
          ...[row.taken_at.toISOString(), 'file', null],
        ])
    last = rows.length === PAGE ? rows.at(-1) : undefined
  } while (last)
}

async function* writeMeasures(db: Db, place: string): AsyncGenerator<string> {
  let after: MeasureKey | undefined
  do {
    const rows = await listSeries(db, place, after, PAGE)
    for (const row of rows)
      yield csvLine([
        ...[place, row.indicator, row.dim, row.period, row.source_id],
        row.value,
        ...[row.unit, row.status, row.sample ? 'sample' : null, row.retrieved_at.toISOString()],
        ...[row.origin, row.revision],
      ])
    after = rows.length === PAGE ? rows.at(-1) : undefined
  } while (after)
}

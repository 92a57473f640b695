// One visit per source and window, however many workers there are and however often one of them begins anew (R8).
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../db/open.ts'
import { openTestPostgres } from '../db.ts'
import { NOW } from '../makers.ts'
import { type FeedSim, startFeedSite } from '../sim/feed.ts'
import { makeSources, openProcess } from './world.ts'

const LONG = process.env.LONG === '1'
const SOURCES = LONG ? 100 : 12
const HOURS = LONG ? 24 : 2
/** Minutes between two ticks. */
const STEP = LONG ? 1 : 5
const WORKERS = 4
const PACE = 60
const MINUTE = 60_000

let databases: Database[] = []
let drop = async () => {}
let site: FeedSim
let now = NOW
const clock = () => now
beforeAll(async () => {
  const first = await openTestPostgres()
  drop = first.drop
  const others = Array.from({ length: WORKERS - 1 }, () => openDatabase({ url: first.url, connections: 3 }))
  databases = [first.database, ...(await Promise.all(others))]
  site = await startFeedSite({ clock })
  site.add({ title: 'Uutinen', html: '<p>Sama.</p>', published: NOW })
})
afterAll(async () => {
  await site?.stop()
  await Promise.all(databases.map((one) => one.close()))
  await drop()
})

it(
  `${WORKERS} workers, ${SOURCES} sources, ${HOURS} hours: exactly the planned requests`,
  async () => {
    const [{ db }] = databases as [Database]
    const sources = Array.from({ length: SOURCES }, (_, nth) => ({
      id: `sivut-${nth}`,
      channel: 'feed' as const,
      settings: { url: `${site.url}/feed/?sivut=${nth}` },
      every: PACE,
    }))
    await makeSources(db, sources)
    const workers = databases.map((database) => openProcess(database, clock, [site.host]))
    let planned = 0
    for (let minute = 0; minute < HOURS * 60; minute += STEP) {
      now = new Date(NOW.getTime() + minute * MINUTE)
      const due = await db
        .selectFrom('source')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('next_at', '<=', now)
        .executeTakeFirstOrThrow()
      planned += Number(due.n)
      if (minute % 7 === 0) await workers[minute % WORKERS]?.restart()
      await Promise.all(workers.map((worker) => worker.tick()))
      expect(site.requests.length, `minute ${minute}`).toBe(planned)
    }
    const failed = await db
      .selectFrom('source_run')
      .select('source_id')
      .where('fault_kind', 'is not', null)
      .execute()
    // A machine that is too busy to read a feed in time backs off from it, as planned.
    const busy = new Set(failed.map((one) => one.source_id))
    expect(busy.size).toBeLessThan(SOURCES / 4)
    const times = Map.groupBy(site.requests, ({ query }) => query.get('sivut'))
    expect(times.size).toBe(SOURCES)
    for (const [nth, requests] of times) {
      if (busy.has(`sivut-${nth}`)) continue
      const gaps = requests
        .slice(1)
        .map(({ at }, before) => at.getTime() - (requests[before]?.at.getTime() ?? 0))
      expect(Math.min(Number.POSITIVE_INFINITY, ...gaps)).toBeGreaterThanOrEqual(PACE * MINUTE)
      expect(Math.abs(requests.length - (HOURS * 60) / PACE)).toBeLessThanOrEqual(1)
    }
    await Promise.all(workers.map((worker) => worker.close()))
  },
  LONG ? 900_000 : 60_000,
)

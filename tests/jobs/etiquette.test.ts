// How we behave at other people's servers over days: as rarely as promised, without bodies, whatever happens to us.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Database } from '../../db/open.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { NOW } from '../makers.ts'
import { type FeedSim, startFeedSite } from '../sim/feed.ts'
import { type MastodonSim, startMastodon } from '../sim/mastodon.ts'
import { type Sim, startSim } from '../sim/serve.ts'
import { makeSources, nextTick, openProcess } from './world.ts'

const LONG = process.env.LONG === '1'
vi.setConfig({ testTimeout: LONG ? 900_000 : 60_000 })
const DAYS = LONG ? 7 : 0.25
const MINUTE = 60_000
let now = NOW
const clock = () => now
const later = (minutes: number, from = now) => new Date(from.getTime() + minutes * MINUTE)

let database: Database
let site: FeedSim
let wishing: FeedSim
let server: MastodonSim
let sims: Sim[]
let worker: ReturnType<typeof openProcess>
beforeAll(async () => {
  database = await openTestEmbedded()
  site = await startFeedSite({ clock })
  wishing = await startFeedSite({ clock, ttl: 120 })
  server = await startMastodon({ clock })
  sims = [site, wishing, server]
  const story = { title: 'Uutinen', html: '<p>Sama kuin eilen.</p>', published: later(-60) }
  site.add(story)
  wishing.add(story)
  server.add({ text: 'Sama #kemijärvi', published: later(-60) })
})
beforeEach(async () => {
  now = NOW
  await emptyDatabase(database)
  for (const sim of sims) sim.requests.length = 0
  worker = openProcess(
    database,
    clock,
    sims.map(({ host }) => host),
  )
  await makeSources(database.db, [
    { id: 'sivut', channel: 'feed', settings: { url: `${site.url}/feed/` } },
    { id: 'toivova', channel: 'feed', settings: { url: `${wishing.url}/feed/` } },
    { id: 'tuutit', channel: 'mastodon', settings: { server: server.url } },
  ])
})
afterEach(() => worker.close())
afterAll(async () => {
  await Promise.all(sims.map((sim) => sim.stop()))
  await database.close()
})

const names = ['sivut', 'toivova', 'tuutit']
const asked = () => sims.map(({ requests }) => requests.length)
const sources = () => database.db.selectFrom('source').selectAll().orderBy('id').execute()

/** One tick; answers which sources were due before it and which servers were asked. */
async function step(): Promise<{ due: string[]; came: string[] }> {
  const due = (await sources()).filter(({ next_at }) => next_at && next_at <= now).map(({ id }) => id)
  const before = asked()
  await worker.tick()
  return { due, came: names.filter((_, nth) => (asked()[nth] ?? 0) > (before[nth] ?? 0)) }
}
async function run(
  minutes: number,
  each: (came: string[]) => void | Promise<void> = () => {},
): Promise<void> {
  for (const until = later(minutes); now < until; now = await nextTick(database.db, now)) {
    const { due, came } = await step()
    expect(came).toEqual(due)
    await each(came)
  }
}

it(`${DAYS} days: the planned requests and no other, none too soon, no body where nothing changed`, async () => {
  const visits = new Map(names.map((name) => [name, [] as Date[]]))
  await run(DAYS * 1440, (came) => {
    for (const name of came) visits.get(name)?.push(now)
  })
  for (const [name, pace] of [
    ['sivut', 30],
    ['toivova', 120],
    ['tuutit', 15],
  ] as const) {
    const times = visits.get(name) ?? []
    const gaps = times.slice(1).map((at, nth) => (at.getTime() - (times[nth]?.getTime() ?? 0)) / MINUTE)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(pace)
    // At most two minutes of drift and a tick.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(pace + Math.min(pace / 10, 2) + 0.5)
    expect(Math.abs(times.length - (DAYS * 1440) / (pace + Math.min(pace / 20, 1)))).toBeLessThanOrEqual(
      1 + (DAYS * 1440) / pace / 20,
    )
  }
  for (const sim of [site, wishing]) {
    const statuses = sim.requests.map(({ status }) => status)
    expect(statuses).toEqual([200, ...Array(statuses.length - 1).fill(304)])
  }
})

it('twenty restarts in the middle ask nobody anything', async () => {
  await run(90)
  const before = asked()
  const due = Math.min(...(await sources()).map(({ next_at }) => next_at?.getTime() ?? 0))
  for (let nth = 0; nth < 20; nth++) {
    now = new Date(Math.min(now.getTime() + 1000, due - 1))
    await worker.restart()
    await worker.tick()
  }
  expect(asked()).toEqual(before)
})

it.each([
  ['an hour ahead', 60],
  ['an hour back', -60],
])('a clock that jumps %s brings no storm and no stall', async (_, jump) => {
  await run(120)
  const before = asked()
  now = later(jump)
  await run(240)
  const [feed = 0, , tag = 0] = asked().map((n, nth) => n - (before[nth] ?? 0))
  // Four hours, less the hour that the clock takes twice.
  for (const [n, pace, each] of [
    [feed, 30, 1],
    [tag, 15, 2],
  ] as const) {
    expect(n / each).toBeLessThanOrEqual(240 / pace + 2)
    expect(n / each).toBeGreaterThanOrEqual((240 - (jump < 0 ? 60 + pace : pace)) / (pace * 1.1) - 1)
  }
})

it('a plan made while the clock stood a month ahead is made anew', async () => {
  now = later(30 * 1440)
  await worker.tick()
  now = NOW
  await worker.tick()
  for (const { next_at, last_run_at } of await sources()) {
    expect(last_run_at).toEqual(NOW)
    expect(next_at && next_at <= later(125)).toBe(true)
  }
})

it('our own line down for a day is no source’s failure, and each is asked again within ten minutes', async () => {
  const hosts = await Promise.all(Array.from({ length: 5 }, () => startSim(() => undefined)))
  await Promise.all(hosts.map((host) => host.stop()))
  await worker.close()
  worker = openProcess(
    database,
    clock,
    hosts.map(({ host }) => host),
  )
  await makeSources(
    database.db,
    hosts.map(({ url }, nth) => ({
      id: `s${nth}`,
      channel: 'feed' as const,
      settings: { url: `${url}/feed/` },
    })),
  )
  for (const until = later(LONG ? 1440 : 60); now < until; now = await nextTick(database.db, now))
    await worker.tick()
  const cut = await sources()
  for (const { failures, fault_code, next_at } of cut) {
    expect(failures).toBeLessThanOrEqual(1)
    expect(next_at && next_at <= later(10)).toBe(true)
    expect(fault_code).toBe('offline')
  }
  expect(cut.filter(({ failures }) => failures === 0).length).toBeGreaterThanOrEqual(3)
})

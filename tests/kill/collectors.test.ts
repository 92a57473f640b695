// R1: killing collectors at any moment loses nothing, doubles nothing, and work goes on within a minute.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { readPlace } from '../../config/place.ts'
import { openQueue } from '../../db/boss.ts'
import { createPlace } from '../../db/places.ts'
import { openTestPostgres } from '../db.ts'
import { startChance } from '../demo/chance.ts'
import { makeDataDir } from '../service.ts'
import { checkServer } from './amcheck.ts'
import { cursorFirst, forgetfulQueue, makeBroken } from './broken.ts'
import { checkBooks, checkPosts } from './check.ts'
import { startCollecting } from './collecting.ts'
import { type Crew, startCrew } from './crew.ts'
import { startUpstream } from './upstream.ts'

const LONG = process.env.LONG === '1'
// Short or long, everything starts processes, which takes its time when the machine has other work.
vi.setConfig({ testTimeout: LONG ? 1_800_000 : 240_000 })

type How = {
  /** Processes that collect, and servers that they collect from. */
  workers: number
  servers: number
  /** Posts said before each visit; visits before the last kill; kills, with pauses up to so many milliseconds. */
  posts: number
  polls: number
  kills: number
  pause: number
  /** Let those that were killed be found by their missing heartbeats, instead of by a service that starts alone. */
  patient: boolean
}

async function collectUnderKills(how: How, tree?: string) {
  const seed = Date.now() % 1_000_000
  const chance = startChance(seed)
  const upstream = await startUpstream(how.servers, how.posts)
  onTestFinished(upstream.stop)
  const { dir, placeFile, drop: dropDir } = makeDataDir()
  onTestFinished(dropDir)
  const { database, url, drop } = await openTestPostgres()
  onTestFinished(drop)
  onTestFinished(database.close)
  const place = readPlace(upstream.place, 'place')
  if (!('place' in place)) throw new Error(place.complaints.join('\n'))
  await createPlace(database.db, place.place, new Date())
  // The clock leaves them alone: every visit is one that was ordered here.
  await database.db
    .updateTable('source')
    .set({ next_at: new Date('2100-01-01') })
    .execute()
  const queue = await openQueue(database, { worker: false, alone: false, onError: () => {} })
  onTestFinished(() => queue.stop(0))
  const collecting = startCollecting(database, queue, upstream, how.posts)
  const settings = {
    DATABASE_URL: url,
    DATA_DIR: dir,
    PLACE_FILE: placeFile,
    SECRET_KEY: 'a secret of more than thirty-two characters',
    FETCH_ALLOW: upstream.allow,
  }
  const crew = startCrew(how.workers, { ...settings, ROLE: 'worker' }, tree)
  onTestFinished(crew.end)
  await crew.ready()
  let stop = 0
  let kills = 0
  let next = performance.now() + chance.next() * how.pause
  while (kills < how.kills && !collecting.lost().length) {
    await collecting.look(true)
    await wait(30)
    const early = kills === how.kills - 1 && collecting.figures().polls < how.polls
    if (early || performance.now() < next) continue
    const nth = chance.whole(0, how.workers - 1)
    await crew.kill(nth)
    await collecting.struck()
    if (++kills < how.kills || how.patient) crew.start(nth)
    if (kills % 10 === 0) {
      stop = Math.max(stop, await crew.stop(nth))
      crew.start(nth)
    }
    next = performance.now() + chance.next() * how.pause
  }
  const last = how.patient ? crew : await finishAlone(crew, { ...settings, ROLE: 'all' }, tree)
  // A visit that waits for its server's limit waits five minutes at most.
  const until = performance.now() + 400_000
  while (!collecting.done() && !collecting.lost().length && performance.now() < until) {
    await collecting.look(false)
    await wait(30)
  }
  await last.end()
  const complaints = [
    ...new Set([...crew.complaints, ...last.complaints]),
    ...collecting.lost(),
    ...(collecting.done() ? [] : ['orders were still open at the end']),
    ...(await checkPosts(database.db, upstream.said())),
    ...(await checkBooks(database.db)),
    ...(await checkServer(url)),
  ]
  return { complaints, seed, kills, posts: upstream.said().size, stop, ...collecting.figures() }
}

/** Kills those who are left; whoever starts alone takes back at once what they had begun. */
async function finishAlone(crew: Crew, settings: Record<string, string>, tree?: string): Promise<Crew> {
  await crew.end()
  const last = startCrew(1, settings, tree)
  onTestFinished(last.end)
  return last
}

const short = { workers: 2, servers: 12, posts: 5, polls: 60, kills: 3, pause: 1_000, patient: false }
const long = { workers: 3, servers: 100, posts: 10, polls: 6_000, kills: 100, pause: 4_000, patient: true }

it('loses and doubles nothing when collectors are killed, and goes on within 60 s (R1)', async () => {
  const done = await collectUnderKills(LONG ? long : short)
  if (LONG) console.log(`R1 ${JSON.stringify(done)}`)
  expect(done.complaints, JSON.stringify(done)).toEqual([])
  expect(done.longest).toBeLessThan(60_000)
  expect(done.stop).toBeLessThan(10_000)
})

const broken: [typeof cursorFirst, RegExp][] = [
  [cursorFirst, /posts are lost/],
  [forgetfulQueue, /an order is lost/],
]

it.each(LONG ? broken : broken.slice(0, 1))(
  'notices in a broken build that $file was changed',
  async (mistake, complaint) => {
    const { tree, drop } = makeBroken(mistake)
    onTestFinished(drop)
    const found: string[] = []
    // A kill may miss the moment; not five.
    for (let turn = 0; turn < 5 && !complaint.test(found.join()); turn++) {
      const done = await collectUnderKills({ ...short, workers: 1, polls: 20, kills: 1 }, tree)
      found.push(...done.complaints)
    }
    expect(found.join()).toMatch(complaint)
  },
)

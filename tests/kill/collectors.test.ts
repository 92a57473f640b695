// R1: killing collectors at any moment loses nothing, doubles nothing, and work goes on within a minute.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
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
import { startCrew } from './crew.ts'
import { startUpstream } from './upstream.ts'

vi.setConfig({ testTimeout: 900_000 })
const LONG = process.env.LONG === '1'

type How = {
  /** Processes that collect, and servers that they collect from. */
  workers: number
  servers: number
  /** Posts said before each visit; visits at least; kills in all, with pauses up to so many milliseconds. */
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
  const { dir, drop: dropDir } = makeDataDir()
  const { database, url, drop } = await openTestPostgres()
  const place = readPlace(upstream.place, 'place')
  if (!('place' in place)) throw new Error(place.complaints.join('\n'))
  await createPlace(database.db, place.place, new Date())
  // The clock leaves them alone: every visit is one that was ordered here.
  await database.db
    .updateTable('source')
    .set({ next_at: new Date('2100-01-01') })
    .execute()
  const queue = await openQueue(database, { worker: false, alone: false, onError: () => {} })
  const collecting = startCollecting(database, queue, upstream, how.posts)
  const settings = {
    DATABASE_URL: url,
    DATA_DIR: dir,
    SECRET_KEY: 'a secret of more than thirty-two characters',
    FETCH_ALLOW: upstream.allow,
  }
  const crew = startCrew(how.workers, { ...settings, ROLE: 'worker' }, tree)
  await crew.ready()
  const slowest = { stop: 0 }
  let kills = 0
  let next = performance.now() + chance.next() * how.pause
  while (kills < how.kills || collecting.figures().polls < how.polls) {
    if (kills < how.kills && performance.now() > next) {
      const nth = chance.whole(0, how.workers - 1)
      await crew.strike(nth)
      await collecting.struck()
      kills++
      if (kills % 10 === 0) slowest.stop = Math.max(slowest.stop, await crew.relieve(nth))
      next = performance.now() + chance.next() * how.pause
    }
    await collecting.look(true)
    if (collecting.lost().length) break
    await wait(30)
  }
  let last = crew
  if (!how.patient) {
    await crew.end()
    last = startCrew(1, { ...settings, ROLE: 'all' }, tree)
  }
  const until = performance.now() + 120_000
  while (!collecting.done() && !collecting.lost().length && performance.now() < until) {
    await collecting.look(false)
    await wait(30)
  }
  await last.end()
  const complaints = [
    ...new Set([...crew.complaints, ...last.complaints]),
    ...collecting.lost(),
    ...(collecting.done() ? [] : ['orders were still open after two minutes']),
    ...(await checkPosts(database.db, upstream.said())),
    ...(await checkBooks(database.db)),
    ...(await checkServer(url)),
  ]
  const figures = { seed, kills, posts: upstream.said().size, ...collecting.figures(), ...slowest }
  await queue.stop(0)
  await database.close()
  await drop()
  await upstream.stop()
  dropDir()
  return { complaints, ...figures }
}

const short = { workers: 2, servers: 16, posts: 5, polls: 100, kills: 4, pause: 1_500, patient: false }
const long = { workers: 3, servers: 100, posts: 10, polls: 6_000, kills: 100, pause: 4_000, patient: true }

it('loses and doubles nothing when collectors are killed, and goes on within 60 s (R1)', async () => {
  const done = await collectUnderKills(LONG ? long : short)
  if (LONG) console.log(`R1 ${JSON.stringify(done)}`)
  expect(done.complaints, JSON.stringify(done)).toEqual([])
  expect(done.longest).toBeLessThan(60_000)
  expect(done.stop).toBeLessThan(10_000)
})

it.each([
  [cursorFirst, /posts are lost/],
  [forgetfulQueue, /an order is lost/],
])('notices in a broken build that $file was changed', async (mistake, complaint) => {
  const { tree, drop } = makeBroken(mistake)
  const found: string[] = []
  for (let turn = 0; turn < 5 && !complaint.test(found.join()); turn++) {
    const done = await collectUnderKills({ ...short, workers: 1, polls: 0, kills: 1 }, tree)
    found.push(...done.complaints)
  }
  drop()
  expect(found.join()).toMatch(complaint)
})

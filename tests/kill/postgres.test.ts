// R2: killing the database server loses nothing that was answered for, and everybody goes on by themselves.
import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { startChance } from '../demo/chance.ts'
import { startPostgres } from '../postgres.ts'
import { makeDataDir } from '../service.ts'
import { checkServer } from './amcheck.ts'
import { earlyAnswer, makeBroken } from './broken.ts'
import { checkActs, checkBooks, checkPosts } from './check.ts'
import { startCrew } from './crew.ts'
import { startCurators } from './curators.ts'
import { startUpstream } from './upstream.ts'

const LONG = process.env.LONG === '1'
// Short or long, everything starts processes, which takes its time when the machine has other work.
vi.setConfig({ testTimeout: LONG ? 1_800_000 : 240_000 })
const TOKEN = 'the-token-of-a-script-that-curates-in-the-tests'

type How = {
  crashes: number
  /** Milliseconds at most before a crash, and without a server after it. */
  pause: number
  away: number
  /** One process, or an api and a worker. */
  roles: string[]
}

async function crashUnderCurators(how: How, tree?: string) {
  const seed = Date.now() % 1_000_000
  const chance = startChance(seed)
  const upstream = await startUpstream(LONG ? 60 : 12, 15)
  onTestFinished(upstream.stop)
  const { dir, placeFile, drop } = makeDataDir()
  onTestFinished(drop)
  writeFileSync(placeFile, upstream.place)
  // The machine lives on: what the server has handed to the system is safe without fsync.
  const postgres = await startPostgres({ fsync: 'off' })
  onTestFinished(postgres.stop)
  const settings = {
    DATABASE_URL: postgres.url,
    DATA_DIR: dir,
    PLACE_FILE: placeFile,
    SECRET_KEY: 'a secret of more than thirty-two characters',
    ADMIN_TOKEN: TOKEN,
    FETCH_ALLOW: upstream.allow,
  }
  const crews = how.roles.map((ROLE) => startCrew(1, { ...settings, ROLE }, tree))
  for (const crew of crews) onTestFinished(crew.end)
  for (const crew of crews) await crew.ready()
  const curators = await startCurators({
    url: () => crews[0]?.url(0),
    token: TOKEN,
    upstream,
    chance,
    pause: LONG ? 5_000 : 500,
  })
  let back = 0
  for (let crash = 0; crash < how.crashes; crash++) {
    const enough = curators.count() + 10
    await wait(chance.next() * how.pause)
    // On a busy machine the pause alone may have nothing in it to be lost.
    while (curators.count() < enough) await wait(10)
    await postgres.crash()
    curators.struck()
    await wait(chance.next() * how.away)
    await postgres.revive()
    const [from, acts] = [performance.now(), curators.count()]
    while (curators.count() === acts && performance.now() - from < 20_000) await wait(10)
    back = Math.max(back, performance.now() - from)
  }
  // What the crashes broke off is found by its missing heartbeat, which takes half a minute.
  if (LONG) await curators.settle()
  const stops = await Promise.all(crews.map((crew) => crew.stop(0)))
  await curators.stop()
  const { db, close } = await openDatabase({ url: postgres.url })
  onTestFinished(close)
  const complaints = [
    ...crews.flatMap((crew) => crew.complaints),
    ...curators.complaints.slice(0, 5),
    ...(await checkActs(db, curators.acts)),
    ...(await checkPosts(db, upstream.said(), curators.acts.visited)),
    ...(await checkBooks(db)),
    ...(await checkServer(postgres.url)),
  ]
  const figures = { crashes: how.crashes, posts: curators.acts.visited.size, back, stop: Math.max(...stops) }
  return { complaints, seed, ...figures, ...curators.figures() }
}

const short = { crashes: 2, pause: 700, away: 500, roles: ['all'] }
const long = { crashes: 25, pause: 5_000, away: 3_000, roles: ['api', 'worker'] }

it('keeps every act and post when the server is killed, and goes on within 5 s of its return (R2)', async () => {
  const done = await crashUnderCurators(LONG ? long : short)
  if (LONG) console.log(`R2 ${JSON.stringify(done)}`)
  expect(done.complaints, JSON.stringify(done)).toEqual([])
  expect(done.away).toBeGreaterThan(0)
  expect(done.back).toBeLessThan(5_000)
  expect(done.slowest).toBeLessThan(10_000)
  expect(done.longest).toBeLessThan(60_000)
  expect(done.stop).toBeLessThan(10_000)
})

it.runIf(LONG)('notices in a broken build that an act is answered before it is saved', async () => {
  const { tree, drop } = makeBroken(earlyAnswer)
  onTestFinished(drop)
  const found: string[] = []
  // A crash may miss the moment; not five.
  for (let turn = 0; turn < 5 && !/are lost/.test(found.join()); turn++)
    found.push(...(await crashUnderCurators({ ...short, crashes: 1 }, tree)).complaints)
  expect(found.join()).toMatch(/are lost/)
})

// R3: the embedded database survives its process, killed in use, at its first start, and while it is migrated.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { readPlace } from '../../config/place.ts'
import { openDataDir } from '../../db/folder.ts'
import { migrate, pendingMigrations } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import type { Db } from '../../db/open.ts'
import { createPlace } from '../../db/places.ts'
import { type Chance, startChance } from '../demo/chance.ts'
import { runMain, whenStarted } from '../service.ts'
import { checkFolder } from './amcheck.ts'
import { checkActs, checkBooks, checkPosts } from './check.ts'
import { startCrew } from './crew.ts'
import { startCurators } from './curators.ts'
import { startUpstream, type Upstream } from './upstream.ts'

const LONG = process.env.LONG === '1'
// Short or long, everything starts processes, which takes its time when the machine has other work.
vi.setConfig({ testTimeout: LONG ? 1_800_000 : 240_000, hookTimeout: 120_000 })
const KILLS = LONG ? { use: 60, first: 25 } : { use: 2, first: 1 }
const TOKEN = 'the-token-of-a-script-that-curates-in-the-tests'
const home = mkdtempSync(join(tmpdir(), 'somewall-kill-'))
const placeFile = join(home, 'place.yaml')
let upstream: Upstream
let chance: Chance
let seed: number
let count = 0
/** A folder that a test above has left in order: to go on with it saves making another. */
let survivor: string | undefined

beforeAll(async () => {
  seed = Date.now() % 1_000_000
  chance = startChance(seed)
  upstream = await startUpstream(LONG ? 60 : 12, 15)
  writeFileSync(placeFile, upstream.place)
})
afterAll(async () => {
  await upstream?.stop()
  rmSync(home, { recursive: true, force: true })
})

const newDir = () => join(home, `data-${++count}`)
const settingsOf = (dir: string) => ({
  DATA_DIR: dir,
  PLACE_FILE: placeFile,
  ADMIN_TOKEN: TOKEN,
  FETCH_ALLOW: upstream.allow,
})

/** Opens the folder that nobody else has open, asks, and closes it again. */
async function inside<T>(dir: string, ask: (db: Db) => Promise<T>): Promise<T> {
  const warn = (sentence: string) => expect.unreachable(sentence)
  const { db, close } = await openDataDir(dir, { at: new Date(), onEnd: () => {}, warn })
  try {
    return await ask(db)
  } finally {
    await close()
  }
}

/** Starts the service, kills it when `moment` comes, and starts it again, which must find everything in order. */
async function killOnce(dir: string, moment: () => Promise<unknown>): Promise<void> {
  const first = runMain(settingsOf(dir))
  await moment()
  first.child.kill('SIGKILL')
  await first.ended
  const again = await whenStarted(runMain(settingsOf(dir)))
  expect(again.output(), `seed ${seed}`).not.toContain('could not be opened')
  expect(again.output(), `seed ${seed}`).toMatch(/the place (was made from its file|is already known)/)
  await again.stop('SIGKILL')
  expect(await checkFolder(join(dir, 'db')), `seed ${seed}`).toEqual([])
}

async function untilThere(dir: string, name: RegExp): Promise<void> {
  while (!existsSync(dir) || !readdirSync(dir).some((one) => name.test(one))) await wait(2)
}

it('is completed by the next start when its first start is killed (R3, R14)', async () => {
  // A start takes longer when the machine has other work, and the kills should fall on all of it.
  let usual = 5_000
  for (let kill = 0; kill < KILLS.first; kill++) {
    const dir = newDir()
    const from = performance.now()
    await killOnce(dir, () => wait(200 + chance.next() * usual))
    usual = Math.max(usual, (performance.now() - from) / 3)
    rmSync(dir, { recursive: true })
  }
})

it.runIf(LONG)(
  'is completed by the next start when it is killed while it is migrated (R3, R14)',
  async () => {
    const old = newDir()
    mkdirSync(old)
    const { db, close } = await openDataDir(old, { at: new Date(), onEnd: () => {}, warn: () => {} })
    // The oldest in which a place can be made as it is made today.
    const until = migrations.findIndex(({ name }) => name === '0021-brought-files')
    await migrate(db, migrations.slice(0, until))
    const place = readPlace(upstream.place, 'place')
    if ('place' in place) await createPlace(db, place.place, new Date('2026-01-01'))
    await close()
    for (let kill = 0; kill < 20; kill++) {
      const dir = newDir()
      cpSync(old, dir, { recursive: true })
      await killOnce(dir, async () => {
        await untilThere(join(dir, 'dumps'), /before-/)
        await wait(chance.next() * 800)
      })
      const after = await inside(dir, async (db) => ({
        pending: await pendingMigrations(db),
        ran: (await sql`select name from migration order by name`.execute(db)).rows,
        places: await db.selectFrom('place').select(['id', 'created_at']).execute(),
      }))
      expect(after).toEqual({
        pending: [],
        ran: migrations
          .map(({ name }) => name)
          .sort()
          .map((name) => ({ name })),
        places: [{ id: 'kemijarvi', created_at: new Date('2026-01-01') }],
      })
      if (survivor) rmSync(survivor, { recursive: true })
      survivor = dir
    }
  },
)

it('keeps every act and post when it is killed in use, and is sound each time (R3)', async () => {
  const dir = survivor ?? newDir()
  const crew = startCrew(1, settingsOf(dir))
  onTestFinished(crew.end)
  await crew.ready()
  const curators = await startCurators({
    url: () => crew.url(0),
    token: TOKEN,
    upstream,
    chance,
    pause: LONG ? 5_000 : 500,
  })
  const unsound: string[] = []
  for (let kill = 1; kill <= KILLS.use; kill++) {
    // Every fifth does not live long enough to answer; the others die while so many acts are made.
    if (kill % 5 === 0) await wait(chance.next() * 2_000)
    else {
      const enough = curators.count() + chance.whole(1, 40)
      while (curators.count() < enough) await wait(1)
      await wait(chance.next() * 30)
    }
    await crew.kill(0)
    curators.struck()
    const copy = newDir()
    cpSync(join(dir, 'db'), copy, { recursive: true })
    crew.start(0)
    unsound.push(...(await checkFolder(copy)))
    rmSync(copy, { recursive: true })
  }
  await crew.ready()
  await curators.settle()
  const stop = await crew.stop(0)
  await curators.stop()
  const { acts } = curators
  const complaints = [
    ...crew.complaints,
    ...unsound,
    ...curators.complaints.slice(0, 5),
    ...(await inside(dir, async (db) => [
      ...(await checkActs(db, acts)),
      ...(await checkPosts(db, upstream.said(), acts.visited)),
      ...(await checkBooks(db)),
    ])),
  ]
  const done = { seed, kills: KILLS.use, posts: acts.visited.size, stop, ...curators.figures() }
  if (LONG) console.log(`R3 in use ${JSON.stringify(done)}`)
  expect(complaints, JSON.stringify(done)).toEqual([])
  expect(done.longest).toBeLessThan(60_000)
  expect(done.stop).toBeLessThan(10_000)
})

// R19: each fault turns /readyz red within two minutes, and is named there.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, inject, it, vi } from 'vitest'
import { readEnv } from '../../config/env.ts'
import { openLog } from '../../config/log.ts'
import { openQueue, type RunningQueue } from '../../db/boss.ts'
import { noteDump } from '../../db/dump-notes.ts'
import { type Database, openDatabase } from '../../db/open.ts'
import { savePulse } from '../../db/pulse.ts'
import { healthRoutes } from '../../services/api/health.ts'
import { startHealth, type Trouble } from '../../services/health.ts'
import { startPulse } from '../../services/heartbeat.ts'
import type { Space } from '../../services/space.ts'
import { startClock } from '../../workers/schedule.ts'
import { openTestEmbedded, openTestPostgres } from '../db.ts'
import { openLine } from '../line.ts'
import { plenty } from '../wall.ts'

vi.setConfig({ testTimeout: 180_000 })
const LONG = process.env.LONG === '1'
const home = mkdtempSync(join(tmpdir(), 'somewall-red-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const quiet = openLog(readEnv({ LOG_LEVEL: 'silent' }).env)

type Line = Awaited<ReturnType<typeof openLine>>
type Role = 'all' | 'api' | 'worker'
/** What can be broken: `all` is on the embedded database, the others on PostgreSQL behind a line. */
type Scene = {
  database: Database
  /** Of the database on the server. */
  name: string
  line: Line
  queue: RunningQueue
  media: string
  space: Space
  tickAge: () => number
  open: AsyncDisposableStack
}
type Fault = { what: string; trouble: Trouble; role: Role; strike: (scene: Scene) => unknown }

/** A client of the server itself, past the line. */
async function reach(name: string): Promise<pg.Client> {
  const client = new pg.Client(inject('postgres').replace('/postgres?', `/${name}?`))
  client.on('error', () => {})
  await client.connect()
  return client
}
async function tell(name: string, ...statements: string[]): Promise<void> {
  const client = await reach(name)
  for (const one of statements) await client.query(one)
  await client.end()
}
const disconnect = (name: string) =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

// The first three are the short form.
const faults: Fault[] = [
  {
    what: 'a database that refuses every write',
    ...{ trouble: 'write', role: 'worker' },
    strike: ({ name }) =>
      tell('postgres', `alter database ${name} set default_transaction_read_only = on`, disconnect(name)),
  },
  {
    what: 'a worker that has died',
    ...{ trouble: 'worker', role: 'api' },
    strike: ({ name }) =>
      tell(name, `update setting set value = to_jsonb(now() - interval '61 s') where name = 'pulse:worker'`),
  },
  {
    what: 'a folder of pictures that cannot be written',
    ...{ trouble: 'media', role: 'worker' },
    strike({ media }) {
      rmSync(media, { recursive: true })
      writeFileSync(media, 'a file where the folder was')
    },
  },
  {
    what: 'a database that is cut off',
    ...{ trouble: 'write', role: 'worker' },
    strike: ({ line }) => line.cut(),
  },
  {
    what: 'a database whose machine was switched off',
    ...{ trouble: 'write', role: 'worker' },
    strike: ({ line }) => line.hang(),
  },
  {
    what: 'a database that lets nobody in',
    ...{ trouble: 'write', role: 'worker' },
    strike: ({ name }) =>
      tell('postgres', `alter database ${name} allow_connections false`, disconnect(name)),
  },
  {
    what: 'a transaction that somebody forgot',
    ...{ trouble: 'write', role: 'worker' },
    async strike({ name, open }) {
      const client = await reach(name)
      open.defer(() => client.end())
      await client.query("begin; update setting set value = value where name like 'pulse:%'")
    },
  },
  {
    what: 'a table that is missing',
    ...{ trouble: 'write', role: 'worker' },
    strike: ({ name }) => tell(name, 'alter table setting rename to mislaid'),
  },
  {
    what: 'connections that are all taken',
    ...{ trouble: 'write', role: 'worker' },
    strike({ database: { db } }) {
      for (let n = 0; n < 10; n++) void sql`select pg_sleep(25)`.execute(db).catch(() => {})
    },
  },
  {
    what: 'a clock that has stopped',
    ...{ trouble: 'clock', role: 'worker' },
    strike(scene) {
      const due = () => new Promise<[]>((done) => scene.open.defer(() => done([])))
      const deps = { db: scene.database.db, clock: () => new Date(), log: quiet, space: () => plenty }
      const clock = startClock({ ...deps, database: scene.database } as never, [{ name: 'stuck', due }])
      scene.tickAge = clock.age
      scene.open.defer(() => void clock.stop())
    },
  },
  {
    what: 'jobs that nobody takes',
    ...{ trouble: 'queue', role: 'worker' },
    async strike({ name, queue }) {
      await queue.send('prune', {})
      await tell(name, "update pgboss.job set start_after = now() - interval '61 s'")
    },
  },
  {
    what: 'a disk that is full',
    ...{ trouble: 'full', role: 'worker' },
    strike(scene) {
      scene.space = { low: true, rooms: [{ folder: 'MEDIA_DIR', free: 1e6, total: 1e12, low: true }] }
    },
  },
  {
    what: 'a dump that could not be made',
    ...{ trouble: 'dump', role: 'all' },
    strike: ({ database: { db } }) => noteDump(db, 'made', { at: new Date(), seconds: 1, fault: 'no room' }),
  },
  {
    what: 'no dump for half a day',
    ...{ trouble: 'dump', role: 'all' },
    strike: ({ database: { db } }) =>
      noteDump(db, 'made', { at: hoursAgo(14), seconds: 1, name: 'a.tar.gz', bytes: 1 }),
  },
  {
    what: 'a dump that cannot be restored',
    ...{ trouble: 'restore', role: 'all' },
    strike: ({ database: { db } }) =>
      noteDump(db, 'tried', { at: new Date(), seconds: 1, fault: 'it differs in: rows' }),
  },
]

async function openBehindLine(role: Role, open: AsyncDisposableStack) {
  const real = role === 'all' ? undefined : await openTestPostgres()
  if (real) open.defer(() => real.drop())
  await real?.database.close()
  const address = new URL(real?.url ?? 'postgres://nobody/nothing?host=/nowhere')
  const folder = mkdtempSync(join(home, 'line-'))
  const line = await openLine(address.searchParams.get('host') as string, folder)
  open.defer(() => line.cut())
  address.searchParams.set('host', folder)
  const database = real
    ? await openDatabase({ url: address.href, onError: () => {} })
    : await openTestEmbedded()
  open.defer(() => database.close())
  return { database, name: address.pathname.slice(1), line }
}

/** Everything that health looks at, well; and how /readyz is read. */
async function openScene(role: Role, open: AsyncDisposableStack) {
  const media = mkdtempSync(join(home, 'media-'))
  const behind = await openBehindLine(role, open)
  const { database } = behind
  const { db } = database
  const queue = await openQueue(database, { worker: false, alone: false, onError: () => {} })
  open.defer(() => queue.stop(0).catch(() => {}))
  await savePulse(db, 'worker')
  const scene: Scene = { ...behind, queue, media, space: plenty, tickAge: () => 0, open }
  const env = { ...readEnv({ LOG_LEVEL: 'silent' }).env, ROLE: role, MEDIA_DIR: media }
  const deps = { database, db, env, log: quiet, clock: () => new Date(), space: () => scene.space }
  const pulse = startPulse(deps, role)
  open.defer(() => pulse.stop())
  const health = startHealth({ ...deps, pulse, queue, tickAge: () => scene.tickAge() })
  open.defer(() => health.stop())
  const app = new Hono().route('/', healthRoutes({ ...deps, pulse, health, countJobs: queue.count }))
  const read = async () => {
    const answer = await app.request('/readyz')
    return [answer.status, ((await answer.json()) as { troubles: string[] }).troubles]
  }
  return { scene, read }
}

// Side by side, since each is only waited for.
it.concurrent.for(LONG ? faults : faults.slice(0, 3))(
  '$what: /readyz says $trouble',
  async (fault, { expect }) => {
    const { what, trouble, role, strike } = fault
    await using open = new AsyncDisposableStack()
    const { scene, read } = await openScene(role, open)
    await expect.poll(read, { timeout: 20_000 }).toEqual([200, []])
    const begun = performance.now()
    await strike(scene)
    const red = [503, expect.arrayContaining([trouble])]
    await expect.poll(read, { timeout: 120_000, interval: 200 }).toEqual(red)
    if (LONG) console.log(`${what}: red after ${Math.round((performance.now() - begun) / 100) / 10} s`)
  },
)

it.runIf(LONG)('is green by itself when a machine that was switched off is on again', async ({ expect }) => {
  await using open = new AsyncDisposableStack()
  const { scene, read } = await openScene('worker', open)
  await expect.poll(read, { timeout: 20_000 }).toEqual([200, []])
  scene.line.hang()
  await expect.poll(read, { timeout: 60_000 }).toEqual([503, ['write']])
  scene.line.wake()
  await expect.poll(read, { timeout: 60_000 }).toEqual([200, []])
})

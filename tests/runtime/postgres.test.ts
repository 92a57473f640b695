// The api and the worker as two processes on PostgreSQL: ready, stopped under load, and a database that goes away.
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openTestPostgres } from '../db.ts'
import { openLine } from '../line.ts'
import { makeDataDir, runMain, type Service, startService } from '../service.ts'

// Every test starts processes, which takes long when the machine has other work.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const { dir, placeFile, drop: dropDir } = makeDataDir()
let dropDatabase: () => Promise<void>
let line: Awaited<ReturnType<typeof openLine>>
let api: Service
let worker: Service

beforeAll(async () => {
  const { database, url, drop } = await openTestPostgres()
  await database.close()
  dropDatabase = drop
  const address = new URL(url)
  line = await openLine(address.searchParams.get('host') as string, join(dir, '..'))
  address.searchParams.set('host', line.home)
  const settings = {
    DATABASE_URL: address.href,
    DATA_DIR: dir,
    PLACE_FILE: placeFile,
    SECRET_KEY: 'a secret of more than thirty-two characters',
    ADMIN_EMAIL: 'aino@example.org',
    ADMIN_PASSWORD: 'lumi tulee lokakuussa',
  }
  ;[api, worker] = await Promise.all([
    startService({ ...settings, ROLE: 'api' }),
    startService({ ...settings, ROLE: 'worker' }),
  ])
})
afterAll(async () => {
  for (const service of [api, worker]) if (service?.child.exitCode === null) await service.stop('SIGKILL')
  await line?.cut()
  await dropDatabase?.()
  dropDir()
})

const ask = (path: string) =>
  fetch(api.url + path, { headers: { cookie: 'somewall=nobody' }, redirect: 'manual' })
const status = async (path: string) => (await ask(path)).status

it('makes the first person from the settings, prints no link and never the password', async () => {
  await expect.poll(() => status('/readyz'), { timeout: 20_000 }).toBe(200)
  expect(api.output()).toContain('the first person was made from ADMIN_EMAIL and ADMIN_PASSWORD')
  expect(api.output() + worker.output()).not.toMatch(/\/desk\/link\/|lumi tulee|more than thirty-two/)
})

// Elsewhere a process has no say in this that all systems share.
it.runIf(process.platform === 'linux')('collects behind those who look at a wall', () => {
  const priorityOf = ({ child }: Service) => getPriority(child.pid)
  expect(priorityOf(api)).toBe(getPriority())
  expect(priorityOf(worker)).toBe(Math.min(priorityOf(api) + 10, 19))
})

it('answers 503 with Retry-After while the database is away, and goes on by itself when it is back', async () => {
  expect(await status('/desk/kemijarvi/inbox')).toBe(401)
  await line.cut()
  await expect.poll(() => status('/readyz'), { timeout: 12_000 }).toBe(503)
  const answer = await ask('/desk/kemijarvi/inbox')
  expect(answer.status).toBe(503)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await status('/healthz')).toBe(200)
  await line.up()
  const back = performance.now()
  await expect.poll(() => status('/readyz'), { timeout: 12_000 }).toBe(200)
  expect(await status('/desk/kemijarvi/inbox')).toBe(401)
  expect(performance.now() - back).toBeLessThan(10_000)
  expect([api.child.exitCode, worker.child.exitCode]).toEqual([null, null])
})

it('stops under load within 10 s without a single 5xx (R16)', async () => {
  const seen: number[] = []
  let going = true
  const load = Array.from({ length: 20 }, async (_, n) => {
    while (going)
      try {
        const answer = await ask(
          ['/desk/kemijarvi/inbox', '/healthz', '/api/v1/walls/kemijarvi/etusivu'][n % 3] as string,
        )
        await answer.arrayBuffer()
        seen.push(answer.status)
      } catch {
        return
      }
  })
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBeGreaterThan(100)
  const { code, ms } = await api.stop()
  going = false
  await Promise.all(load)
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  expect(seen.filter((one) => one >= 500)).toEqual([])
})

it('stops the worker in order too', async () => {
  const { code, ms } = await worker.stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
})

it('says in a sentence that the database of DATABASE_URL cannot be used', async () => {
  const { code, text } = await runMain({
    DATABASE_URL: `postgres://postgres@localhost/nothing?host=${join(dir, 'nowhere')}`,
    SECRET_KEY: 'a secret of more than thirty-two characters',
    // Without the last walls of the service above, which would be shown instead.
    DATA_DIR: join(dir, 'new'),
    PLACE_FILE: placeFile,
  }).ended
  expect(text).toContain('The database of DATABASE_URL cannot be used: connect ENOENT')
  expect(code).toBe(2)
})

// The queue: keys, priorities, groups, and what happens to runs whose process has died.
import { type ChildProcess, spawn } from 'node:child_process'
import { sql } from 'kysely'
import { afterEach, beforeAll, expect, inject, it } from 'vitest'
import { openQueue, type RunningQueue } from '../../db/boss.ts'
import { type Database, inTransaction, openDatabase } from '../../db/open.ts'
import { onBothDatabases, openTestPostgres } from '../db.ts'

const LONG = process.env.LONG === '1'
const errors: Error[] = []
const options = { worker: true, alone: false, onError: (error: Error) => void errors.push(error) }
const collect = (source: string) => ({ place: 'kemijarvi', source })
const open: RunningQueue[] = []
/** Work that says that it has begun and never ends. */
const hold = (begin: (signal: AbortSignal) => void) => (_: unknown, signal: AbortSignal) => {
  begin(signal)
  return new Promise<void>(() => {})
}
afterEach(async () => {
  for (const queue of open.splice(0)) await queue.stop(0)
})
async function start(database: Database, more: Partial<typeof options> = {}): Promise<RunningQueue> {
  const queue = await openQueue(database, { ...options, ...more })
  open.push(queue)
  await sql`delete from pgboss.job`.execute(database.db)
  return queue
}

onBothDatabases('the queue', (database) => {
  it('runs a job only after the transaction that sent it has committed', async () => {
    const queue = await start(database())
    const ran: string[] = []
    await queue.work({ name: 'collect', atOnce: 1, work: async ({ source }) => void ran.push(source) })
    await inTransaction(database().db, async (trx) => {
      await queue.send('collect', collect('kept'), { db: trx })
      expect(ran).toEqual([])
    })
    const undone = inTransaction(database().db, async (trx) => {
      await queue.send('collect', collect('undone'), { db: trx })
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    await expect.poll(() => ran, { timeout: 8_000 }).toEqual(['kept'])
  })
  it('keeps one waiting job with the same key, and takes the higher priority first', async () => {
    const queue = await start(database())
    for (const source of ['a', 'a', 'b']) await queue.send('collect', collect(source))
    await queue.send('collect', collect('urgent'), { priority: 10 })
    expect(await queue.count()).toEqual([{ name: 'collect', state: 'created', n: 3 }])
    const ran: string[] = []
    await queue.work({ name: 'collect', atOnce: 1, work: async ({ source }) => void ran.push(source) })
    await expect.poll(() => ran, { timeout: 15_000 }).toEqual(['urgent', 'a', 'b'])
  })
  it('begins no second run of a source while one is running, and begins it then', async () => {
    const queue = await start(database())
    const log: string[] = []
    let end = () => {}
    const work = async ({ run }: { run: number }) => {
      log.push(`begin ${run}`)
      if (run === 1)
        await new Promise<void>((done) => {
          end = done
        })
      log.push(`end ${run}`)
    }
    await queue.work({ name: 'collect', atOnce: 4, work })
    await queue.send('collect', { ...collect('one'), run: 1 })
    await expect.poll(() => log, { timeout: 8_000 }).toEqual(['begin 1'])
    await queue.send('collect', { ...collect('one'), run: 2 })
    await queue.send('collect', { ...collect('other'), run: 3 })
    await expect.poll(() => log, { timeout: 8_000 }).toEqual(['begin 1', 'begin 3', 'end 3'])
    end()
    await expect.poll(() => log.slice(3), { timeout: 8_000 }).toEqual(['end 1', 'begin 2', 'end 2'])
  })
  it('takes back at once what was running when the only process ended', async () => {
    const first = await start(database())
    let begun = false
    const work = hold(() => {
      begun = true
    })
    await first.send('collect', collect('lost'))
    await first.work({ name: 'collect', atOnce: 1, work })
    await expect.poll(() => begun, { timeout: 8_000 }).toBe(true)
    const again = await openQueue(database(), { ...options, worker: false, alone: true })
    expect(await again.count()).toEqual([{ name: 'collect', state: 'retry', n: 1 }])
    await again.stop(0)
  })
  it('gives a running job back at the stop, and tells it to end', async () => {
    const queue = await openQueue(database(), options)
    await sql`delete from pgboss.job`.execute(database().db)
    let signal: AbortSignal | undefined
    const work = hold((given) => {
      signal = given
    })
    await queue.send('collect', collect('long'))
    await queue.work({ name: 'collect', atOnce: 1, work })
    await expect.poll(() => signal, { timeout: 8_000 }).toBeDefined()
    await queue.stop(1_000)
    expect(signal?.aborted).toBe(true)
    const { rows } = await sql`select state::text from pgboss.job`.execute(database().db)
    expect(rows).toEqual([{ state: 'retry' }])
  })
})

/** A process that works on `collect` for ever. */
function hang(url: string): Promise<ChildProcess> {
  const at = (file: string) => JSON.stringify(new URL(`../../db/${file}`, import.meta.url).href)
  const script = `
    const { openDatabase } = await import(${at('open.ts')})
    const { openQueue } = await import(${at('boss.ts')})
    const database = await openDatabase({ url: ${JSON.stringify(url)} })
    const queue = await openQueue(database, { worker: true, alone: false, onError: () => {} })
    const work = () => { console.log('begun'); return new Promise(() => {}) }
    await queue.work({ name: 'collect', atOnce: 1, work })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return new Promise((begun) => child.stdout?.once('data', () => begun(child)))
}

/** How long it takes until the run of a killed process is picked up, and by how many runs. */
async function pickUpKilled(): Promise<{ ran: string[]; ms: number }> {
  const { database, url, drop } = await openTestPostgres()
  const queue = await openQueue(database, options)
  await queue.send('collect', collect('killed'))
  const child = await hang(url)
  child.kill('SIGKILL')
  const begun = performance.now()
  // The short form lets the heartbeat be as old as it would be a little later; the rest of the way is the real one.
  if (!LONG)
    await sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '14 s'`.execute(database.db)
  const ran: string[] = []
  await queue.work({ name: 'collect', atOnce: 1, work: async ({ source }) => void ran.push(source) })
  while (!ran.length && performance.now() - begun < 60_000) await new Promise((done) => setTimeout(done, 200))
  const ms = performance.now() - begun
  await queue.stop(0)
  await database.close()
  await drop()
  return { ran, ms }
}
// Most of it is waiting, so the other tests run meanwhile.
let killed: ReturnType<typeof pickUpKilled>
beforeAll(() => {
  killed = pickUpKilled()
  killed.catch(() => {})
})

it('goes on by itself when every connection was cut (PostgreSQL)', async () => {
  const { database, drop } = await openTestPostgres()
  const queue = await start(database)
  const ran: string[] = []
  await queue.work({ name: 'collect', atOnce: 1, work: async ({ source }) => void ran.push(source) })
  const admin = await openDatabase({ url: inject('postgres'), connections: 1 })
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${rows[0]?.name} and pid <> pg_backend_pid()`.execute(admin.db)
  await admin.close()
  await expect
    .poll(
      () =>
        queue.send('collect', collect('after')).then(
          () => 'sent',
          () => 'away',
        ),
      { timeout: 10_000 },
    )
    .toBe('sent')
  await expect.poll(() => ran, { timeout: 15_000 }).toEqual(['after'])
  await queue.stop(0)
  await database.close()
  await drop()
})

it('picks up the run of a killed process within 60 s (PostgreSQL)', { timeout: 90_000 }, async () => {
  const { ran, ms } = await killed
  expect(ran).toEqual(['killed'])
  expect(ms).toBeLessThan(60_000)
})

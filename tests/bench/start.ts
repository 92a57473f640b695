// How soon the service is ready and what memory it holds at rest, against a bare server on the same database.
import { execFileSync, spawn } from 'node:child_process'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { startPostgres } from '../postgres.ts'
import { makeDataDir, startService } from '../service.ts'
import { type Bench, type BenchLine, line } from './line.ts'

const REST = 8_000
const ROUNDS = 5
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))
const megabytes = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024
const median = (all: number[]) => all.sort((a, b) => a - b)[all.length >> 1] as number

/** The least that could serve: node:http and the database, nothing between. */
const bare = (database: string) => `
  import { createServer } from 'node:http'
  ${database}
  await db.query('select 1')
  createServer((_, answer) => answer.end('here')).listen(0, '127.0.0.1', () => console.log('up'))`
const embedded = (dir: string) => `
  import { PGlite } from '@electric-sql/pglite'
  const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']
  const db = await PGlite.create({ dataDir: ${JSON.stringify(dir)}, startParams })`
const postgres = (url: string) => `
  import pg from 'pg'
  const db = new pg.Pool({ connectionString: ${JSON.stringify(url)} })`

async function startBare(database: string) {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '-e', bare(database)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((done) => child.stdout.once('data', done))
  const ms = performance.now() - begun
  const stop = () => new Promise((done) => child.once('exit', done) && child.kill('SIGKILL'))
  return { ms, pid: child.pid as number, stop }
}

/** Milliseconds from spawn until /readyz answers 200. */
async function startOurs(settings: Record<string, string>) {
  const begun = performance.now()
  const service = await startService(settings)
  while ((await fetch(`${service.url}/readyz`).catch(() => undefined))?.status !== 200) await sleep(10)
  return { service, ms: performance.now() - begun, pid: service.child.pid as number }
}

async function benchEmbedded(): Promise<BenchLine[]> {
  const { dir, placeFile, drop } = makeDataDir()
  const settings = { DATA_DIR: dir, PLACE_FILE: placeFile }
  await (await startOurs(settings)).service.stop()
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  const memory = { ours: 0, bare: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const other = await startBare(embedded(`${dir}/db`))
    if (!round) await sleep(REST)
    if (!round) memory.bare = megabytes(other.pid)
    times.bare.push(other.ms)
    await other.stop()
    const { service, ms, pid } = await startOurs(settings)
    if (!round) await sleep(REST)
    if (!round) memory.ours = megabytes(pid)
    times.ours.push(ms)
    await service.stop()
  }
  drop()
  return [
    line(
      'start-embedded',
      median(times.ours),
      median(times.bare),
      'ms',
      'ready on an existing database; at most 3000',
    ),
    line('memory-embedded', memory.ours, memory.bare, 'MB', 'resident at rest; at most 600'),
  ]
}

async function benchPostgres(): Promise<BenchLine[]> {
  const { dir, placeFile, drop } = makeDataDir()
  const server = await startPostgres()
  const database = await openDatabase({ url: server.url })
  await migrate(database.db)
  await database.close()
  const settings = {
    DATABASE_URL: server.url,
    SECRET_KEY: 'a secret of more than thirty-two characters',
    DATA_DIR: dir,
    PLACE_FILE: placeFile,
  }
  const other = await startBare(postgres(server.url))
  const api = await startOurs({ ...settings, ROLE: 'api' })
  const worker = await startService({ ...settings, ROLE: 'worker' })
  await sleep(REST)
  const bareMemory = megabytes(other.pid)
  const lines = [
    line('start-api', api.ms, other.ms, 'ms', 'ready on PostgreSQL'),
    line('memory-api', megabytes(api.pid), bareMemory, 'MB', 'resident at rest; at most 250'),
    line(
      'memory-worker',
      megabytes(worker.child.pid as number),
      bareMemory,
      'MB',
      'resident at rest; at most 250',
    ),
  ]
  await Promise.all([other.stop(), api.service.stop(), worker.stop()])
  await server.stop()
  drop()
  return lines
}

export const bench: Bench = async () => [...(await benchEmbedded()), ...(await benchPostgres())]

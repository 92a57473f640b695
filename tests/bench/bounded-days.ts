// The process whose memory is measured: real jobs and walls, ordered by the real clock's questions at moved times.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDataDir } from '../../db/folder.ts'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import type { Order } from '../../db/queue.ts'
import { addSource } from '../../db/sources.ts'
import { channels } from '../../workers/channels/index.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { openHttp } from '../../workers/http.ts'
import { type AnyJob, jobs } from '../../workers/jobs/index.ts'
import { tick } from '../../workers/schedule.ts'
import { makeWorker, still } from '../jobs/worker.ts'
import { makePlace, NOW } from '../makers.ts'
import { startSite } from '../wall.ts'
import { heldMegabytes } from './held.ts'
import type { Listed } from './many-sources.ts'

export type Day = { hours: number; hosts: string[]; sources: Listed[]; url: string | undefined }
/** `megabytes` is the whole process at every step, `held` what it holds, once an hour. */
export type Told = {
  megabytes: number[]
  held: number[]
  delay: number
  seconds: number
  runs: number
  posts: number
}

/** Minutes between two looks at the clock. */
const STEP = 5
const WALL = '/api/v1/walls/kemijarvi/etusivu'

async function run({ hours, hosts, sources, url }: Day): Promise<Told> {
  let now = NOW
  const clock = () => now
  const folder = mkdtempSync(join(tmpdir(), 'somewall-bounded-'))
  const quiet = () => {}
  const database = url
    ? await openDatabase({ url })
    : await openDataDir(folder, { at: NOW, onEnd: quiet, warn: quiet })
  await migrate(database.db)
  await makePlace(database.db)
  await database.db.updateTable('source').set({ active: false }).execute()
  const how = {
    place_id: 'kemijarvi',
    kind: 'posts',
    active: true,
    every: null,
    by: 'bench',
    at: NOW,
  } as const
  for (const source of sources) await addSource(database.db, { ...how, ...source, families: [] })
  const site = await startSite(database, { clock })
  const outward = openHttp({ allow: hosts, userAgent: 'bench', clock, log: site.deps.log })
  const orders: Order[] = []
  const send = async (name: string, payload: unknown) => void orders.push({ name, payload } as Order)
  const deps = { ...makeWorker(database, { channels, http: outward.http, clock }), queue: { send } }
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const begun = performance.now()
  const megabytes: number[] = []
  const held: number[] = []
  let runs = 0
  for (let minute = 0; minute < hours * 60; minute += STEP) {
    now = new Date(NOW.getTime() + minute * 60_000)
    await say({ now: now.getTime() })
    await tick(deps)
    runs += await work(deps, orders)
    await (await fetch(site.url + WALL)).text()
    megabytes.push(process.memoryUsage.rss() / 1e6)
    if (minute % 60) continue
    // The look itself must not count as a delay.
    delay.disable()
    held.push(heldMegabytes())
    delay.enable()
  }
  const seconds = Math.round((performance.now() - begun) / 1000)
  const posts = await database.db
    .selectFrom('post')
    .select((of) => of.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  await site.close(100)
  await outward.close()
  await database.close()
  rmSync(folder, { recursive: true })
  return { megabytes, held, delay: delay.percentile(99) / 1e6, seconds, runs, posts: Number(posts.n) }
}

/** Tells the simulators what time it is and waits until they have turned their clocks. */
function say(message: { now: number }): Promise<unknown> {
  process.send?.(message)
  return new Promise((done) => process.once('message', done))
}

/** Runs what has been ordered as a worker would: so many of a kind at once, the same thing never twice. */
async function work(deps: WorkerDeps, orders: Order[]): Promise<number> {
  const waiting = new Map<string, Order>()
  let runs = 0
  const lane = async (job: AnyJob) => {
    for (;;) {
      for (const one of orders.splice(0)) waiting.set(JSON.stringify(one), one)
      const next = [...waiting].find(([, order]) => order.name === job.name)
      if (!next) return
      waiting.delete(next[0])
      runs++
      await job.work(deps, next[1].payload as never, still)
    }
  }
  do await Promise.all(jobs.flatMap((job) => Array.from({ length: job.atOnce ?? 1 }, () => lane(job))))
  while (orders.length || waiting.size)
  return runs
}

process.send?.({ told: await run(JSON.parse(process.argv[2] ?? '')) })

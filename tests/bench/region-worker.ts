// The region’s worker: the real clock’s questions and real jobs; time runs while it works, and idle time is skipped.
import { pino } from 'pino'
import { saveCredential } from '../../db/credentials.ts'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { createPlace } from '../../db/places.ts'
import type { Order } from '../../db/queue.ts'
import { addSource } from '../../db/sources.ts'
import { channels } from '../../workers/channels/index.ts'
import { openHttp } from '../../workers/http.ts'
import { jobs } from '../../workers/jobs/index.ts'
import { tick, visits } from '../../workers/schedule.ts'
import { startChance } from '../demo/chance.ts'
import { makeWorker, still } from '../jobs/worker.ts'
import { NOW, placeFile } from '../makers.ts'
import { heldMegabytes } from './held.ts'
import type { Region } from './region-world.ts'

export type Task = Pick<Region, 'sources' | 'hosts' | 'env'> & { url: string; minutes: number }
export type Told = {
  /** Runs by the minutes that they began after their time had come, and all of them. */
  late: number
  runs: number
  rereads: number
  /** Of the whole process at every look at the clock; and of what it holds, once a minute or so. */
  megabytes: number[]
  held: number[]
  /** Of the time that passed, how much was worked. */
  busy: number
  failed: number
}

/** As the clock of the service has it. */
const TICK = 10_000
const asked = visits.filter(({ name }) => name === 'sources' || name === 'reread')

async function run({ sources, hosts, env, url, minutes }: Task): Promise<Told> {
  let [from, since] = [NOW.getTime(), performance.now()]
  const clock = () => new Date(from + performance.now() - since)
  const database = await openDatabase({ url })
  const { db } = database
  await migrate(db)
  const door = openHttp({ allow: hosts, userAgent: 'bench', clock, log: pino({ level: 'silent' }) })
  const orders: Order[] = []
  const send = async (name: string, payload: unknown) => void orders.push({ name, payload } as Order)
  const base = makeWorker(database, { channels, http: door.http })
  const deps = { ...base, clock, env: { ...base.env, ...env }, queue: { send } }
  await fill()

  const due = new Map<string, number>()
  const told: Told = { late: 0, runs: 0, rereads: 0, megabytes: [], held: [], busy: 0, failed: 0 }
  const end = NOW.getTime() + minutes * 60_000
  for ([from, since] = [NOW.getTime(), performance.now()]; clock().getTime() < end; ) {
    await say({ now: clock().getTime() })
    for (const one of await listDue())
      due.set(`${one.place_id} ${one.id}`, Math.max(NOW.getTime(), one.next_at?.getTime() ?? 0))
    await tick(deps, asked)
    const ticked = performance.now()
    await Promise.all(jobs.flatMap((job) => Array.from({ length: job.atOnce ?? 1 }, () => lane(job, ticked))))
    told.busy += performance.now() - ticked
    if (told.megabytes.push(process.memoryUsage.rss() / 1e6) % 6 === 0) told.held.push(heldMegabytes())
    if (!orders.length) skip(await nextDue())
  }
  told.busy /= minutes * 60_000
  const failed = await db.selectFrom('source').select('id').where('failures', '>', 0).execute()
  await door.close()
  await database.close()
  return { ...told, failed: failed.length }

  /** Works on what has been ordered until it is done, or until the clock is to be asked again. */
  async function lane(job: (typeof jobs)[number], ticked: number): Promise<void> {
    while (performance.now() - ticked < TICK) {
      const at = orders.findIndex((one) => one.name === job.name)
      if (at < 0) return
      const { payload } = orders.splice(at, 1)[0] as Order
      if (job.name === 'reread') told.rereads++
      if ('source' in payload) {
        told.runs++
        const planned = due.get(`${payload.place} ${payload.source}`) ?? clock().getTime()
        if (clock().getTime() - planned > 60_000) told.late++
      }
      await job.work(deps, payload as never, still)
    }
  }

  function skip(to: number): void {
    const next = Math.ceil(to / TICK) * TICK
    if (next > clock().getTime()) [from, since] = [next, performance.now()]
  }

  function listDue() {
    const now = clock()
    return db
      .selectFrom('source')
      .select(['place_id', 'id', 'next_at'])
      .where('active', '=', true)
      .where('next_at', '<=', now)
      .execute()
  }

  async function nextDue(): Promise<number> {
    const row = await db
      .selectFrom('source')
      .select((of) => of.fn.min('next_at').as('at'))
      .where('active', '=', true)
      .executeTakeFirstOrThrow()
    return row.at?.getTime() ?? 0
  }

  /** The places with their sources, which were added at all times of the day: none is due with all the others. */
  async function fill(): Promise<void> {
    const chance = startChance(5)
    for (const [nth, { place, list }] of sources.entries()) {
      const file = placeFile(place)
      const tags = [`#paikka${nth}`]
      await createPlace(
        db,
        {
          ...file,
          sources: [],
          families: [{ id: 'paikka', label: { fi: 'Paikka' }, tags }],
          walls: [],
        } as never,
        NOW,
      )
      for (const { token, ...one } of list) {
        const families = one.channel === 'mastodon' || one.channel === 'youtube' ? ['paikka'] : []
        const plain = { kind: 'posts', active: true, every: null, by: 'bench', at: NOW } as const
        await addSource(db, { ...plain, ...one, place_id: place, families })
        const at = new Date(NOW.getTime() + chance.next() * paces[one.channel] * 60_000)
        const row = { place, source: one.id, name: 'meta_token', expiresAt: null, by: 'bench', at: NOW }
        if (token) await saveCredential(db, { ...row, sealed: deps.keys.seal(token) })
        await db
          .updateTable('source')
          .set({ next_at: at })
          .where('place_id', '=', place)
          .where('id', '=', one.id)
          .execute()
      }
    }
  }
}

const paces = Object.fromEntries(channels.map(({ name, pace }) => [name, pace.everyMinutes])) as Record<
  Task['sources'][number]['list'][number]['channel'],
  number
>

/** Tells the simulators what time it is and waits until they have turned their clocks. */
function say(message: { now: number }): Promise<unknown> {
  process.send?.(message)
  return new Promise((done) => process.once('message', done))
}

process.once('message', async (task) => process.send?.({ told: await run(task as Task) }))

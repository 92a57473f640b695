// Simulated days of visiting: the true clock's question, the true jobs, real HTTP to simulators, and a moved clock.
import { pino } from 'pino'
import { type Database, type Db, json } from '../../db/open.ts'
import type { JobName, Jobs, Order } from '../../db/queue.ts'
import { channels } from '../../workers/channels/index.ts'
import { openHttp } from '../../workers/http.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { measure } from '../../workers/jobs/measure.ts'
import { meters } from '../../workers/meters/index.ts'
import { tick, visits } from '../../workers/schedule.ts'
import { makePlace, NOW } from '../makers.ts'
import { makeWorker, still } from './worker.ts'

const TICK = 10_000
const asked = visits.filter(({ name }) => name === 'sources')

/** One worker process as far as visiting goes: it asks what is due and does it. `restart` forgets all it had. */
export function openProcess(database: Database, clock: () => Date, allow: string[]) {
  const start = () => openHttp({ allow, userAgent: 'Somewall/test', clock, log: pino({ level: 'silent' }) })
  let door = start()
  const orders: Order[] = []
  const queue = {
    send: async <N extends JobName>(name: N, payload: Jobs[N]) =>
      void orders.push({ name, payload } as Order),
  }
  const base = makeWorker(database, { channels, meters })
  const work = () => ({ ...base, clock, queue, http: door.http })
  return {
    async tick() {
      await tick(work(), asked)
      for (const { name, payload } of orders.splice(0)) {
        if (name === 'collect') await collect(work(), payload as Jobs['collect'], still)
        if (name === 'measure') await measure(work(), payload as Jobs['measure'], still)
      }
    },
    async restart() {
      await door.close()
      door = start()
    },
    close: () => door.close(),
  }
}

export type SimSource = { id: string; channel: 'feed' | 'mastodon'; settings: object; every?: number }

/** The place with just these sources, due now. */
export async function makeSources(db: Db, sources: readonly SimSource[]): Promise<void> {
  if (!(await db.selectFrom('place').select('id').executeTakeFirst())) await makePlace(db)
  await db.deleteFrom('source').execute()
  for (const { id, channel, settings, every = null } of sources)
    await db
      .insertInto('source')
      .values({
        ...{ place_id: 'kemijarvi', id, kind: 'posts', channel, mode: 'own', active: true, created_at: NOW },
        ...{ families: json(['kemijarvi']), settings: json(settings), every_minutes: every, next_at: NOW },
      })
      .execute()
}

/** The first tick at or after the moment at which the next source is due. */
export async function nextTick(db: Db, now: Date): Promise<Date> {
  const row = await db
    .selectFrom('source')
    .select((eb) => eb.fn.min('next_at').as('at'))
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  const due = Math.max(row.at?.getTime() ?? 0, now.getTime() + 1)
  return new Date(Math.ceil(due / TICK) * TICK)
}

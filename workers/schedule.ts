// The clock: one tick in UTC that asks which rows are due and enqueues their jobs in the same transaction.
import { schedule } from 'node-cron'
import { takeDueRound, takeDueRounds, takeDueSources } from '../db/due.ts'
import { isMailDue } from '../db/mail.ts'
import { type Db, inTransaction, isUnreachable } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import type { Order } from '../db/queue.ts'
import type { Deps } from '../services/deps.ts'
import { CLOCK } from '../services/digests.ts'
import { addQuarters, quarterOf } from '../services/domain/quarter.ts'
import { findDue } from '../services/freeze-when-due.ts'

/** One question of the clock: moves what is due to its next time and answers the jobs to send for it. */
export type Visit = {
  name: string
  /** Its jobs bring more data: it is not asked while free space is low, so what is due waits. */
  fills?: true
  /** Asked only with the embedded database. */
  embedded?: true
  due: (trx: Db, now: Date) => Promise<Order[]>
}

const round = (name: 'reread' | 'pictures' | 'warn' | 'remind', minutes: number) => ({
  name,
  due: async (trx: Db, now: Date): Promise<Order[]> =>
    (await takeDueRounds(trx, name, minutes, now)).map((place) => ({ name, payload: { place } })),
})

export const visits: readonly Visit[] = [
  {
    name: 'sources',
    fills: true,
    due: async (trx, now) =>
      (await takeDueSources(trx, now)).map(({ kind, ...payload }) => ({
        name: kind === 'posts' ? 'collect' : 'measure',
        payload,
      })),
  },
  { ...round('reread', 15), fills: true },
  // Asked even then: it lets go of pictures too, and copies none.
  round('pictures', 5),
  round('warn', 60),
  round('remind', 30),
  {
    name: 'mail',
    due: async (trx, now) => ((await isMailDue(trx, now)) ? [{ name: 'send-mail', payload: {} }] : []),
  },
  {
    // The running quarter as a preview, and the one before it until a person locks its figures.
    name: 'digests',
    due: async (trx, now) => {
      const orders: Order[] = []
      for (const id of await takeDueRounds(trx, 'digest', 24 * 60, now)) {
        const place = await findPlace(trx, id)
        const running = quarterOf(now, place?.time_zone ?? 'UTC')
        for (const quarter of [running, addQuarters(running, -1)])
          orders.push({ name: 'compile-digest', payload: { place: id, quarter, by: CLOCK } })
      }
      return orders
    },
  },
  {
    name: 'freeze',
    due: async (trx, now) => {
      const orders: Order[] = []
      for (const place of await takeDueRounds(trx, 'freeze', 60, now)) {
        const quarter = await findDue(trx, place, now)
        if (quarter) orders.push({ name: 'freeze-digest', payload: { place, quarter } })
      }
      return orders
    },
  },
  {
    name: 'prune',
    due: async (trx, now) =>
      (await takeDueRounds(trx, 'prune', 24 * 60, now)).length ? [{ name: 'prune', payload: {} }] : [],
  },
  {
    name: 'dump',
    embedded: true,
    due: async (trx, now) =>
      (await takeDueRound(trx, 'dump', 6 * 60, now)) ? [{ name: 'dump', payload: {} }] : [],
  },
]

/** Asks every question once. A question that breaks does not keep the others from being asked. */
export async function tick(deps: Deps, all: readonly Visit[] = visits): Promise<void> {
  const { database, db, clock, queue, log, space } = deps
  for (const visit of all) {
    if ((visit.fills && space().low) || (visit.embedded && !database.embedded)) continue
    try {
      await inTransaction(db, async (trx) => {
        for (const { name, payload } of await visit.due(trx, clock()))
          await queue.send(name, payload, { db: trx })
      })
    } catch (error) {
      if (isUnreachable(error))
        return log.warn({ visit: visit.name }, 'the database is away; the clock waits')
      log.error({ visit: visit.name, err: error }, 'the clock could not ask')
    }
  }
}

/** Ticks now and every ten seconds; `age` is the seconds since one ended, and stop waits for the one that runs. */
export function startClock(
  deps: Deps,
  all: readonly Visit[],
): { age: () => number; stop: () => Promise<void> } {
  let ended = performance.now()
  const once = async () => {
    await tick(deps, all)
    ended = performance.now()
  }
  let running = once()
  // Only in UTC: in a zone with summer time node-cron loses runs and can spin.
  const task = schedule(
    '*/10 * * * * *',
    async () => {
      await running
      running = once()
      await running
    },
    { timezone: 'Etc/UTC', noOverlap: true, suppressMissedWarning: true },
  )
  return {
    age: () => (performance.now() - ended) / 1000,
    async stop() {
      await task.destroy()
      await running
    },
  }
}

// Collecting under kills: orders go through the queue one after another for each source, and every one is followed.
import { sql } from 'kysely'
import type { Database } from '../../db/open.ts'
import type { Queue } from '../../db/queue.ts'
import type { Upstream } from './upstream.ts'

export type Collecting = {
  /** Looks once: orders that were carried out are noted, and with `more` their sources get the next ones. */
  look: (more: boolean) => Promise<void>
  /** Something was killed just now: what was running then is waited for from this moment on. */
  struck: () => Promise<void>
  /** Orders that are neither carried out nor waiting any more, though the queue had taken them. */
  lost: () => string[]
  done: () => boolean
  /** Visits that ended, and the longest wait from an order or a kill to the end of its visit, in milliseconds. */
  figures: () => { polls: number; longest: number }
}

/** `at`: when it was given; the visit that carries it out begins later. */
type Order = { at: Date; since: number }

/**
 * Mastodon's limit of 300 requests in five minutes holds here, too; we take half of it, and a visit makes up to four:
 * so many visits of a source at once, and then one in so many milliseconds.
 */
const AT_ONCE = 10
const EVERY = 8_000

/** `posts`: so many are said before each order. */
export function startCollecting(
  { db }: Database,
  queue: Queue,
  upstream: Upstream,
  posts: number,
): Collecting {
  const open = new Map<string, Order>()
  const lost = new Set<string>()
  let polls = 0
  let longest = 0
  const begun = performance.now()

  const jobs = async () => {
    const { rows } = await sql<{ source: string; state: string }>`
      select data->>'source' as source, state::text from pgboss.job
      where name = 'collect' and state in ('created', 'retry', 'active')`.execute(db)
    return rows
  }
  const countRuns = async () => {
    const { rows } = await sql<{ source: string; n: number; last: Date }>`
      select source_id as source, count(*)::int as n, max(started_at) as last from source_run
      where ended_at is not null group by source_id`.execute(db)
    polls = rows.reduce((sum, row) => sum + row.n, 0)
    return new Map(rows.map((row) => [row.source, row]))
  }
  /** Visits that met the limit all the same brought nothing: the clock makes them again when it opens. */
  const held = async () => {
    const { rows } = await sql<{ id: string }>`select id from source where waits_for is not null`.execute(db)
    return new Set(rows.map((row) => row.id))
  }
  return {
    async look(more) {
      // The queue first: a job that is gone from it had ended its run before.
      const waiting = new Set((await jobs()).map((job) => job.source))
      const runs = await countRuns()
      const wait = await held()
      const now = performance.now()
      for (const source of upstream.sources) {
        const order = open.get(source)
        const { n: ended = 0, last } = runs.get(source) ?? {}
        if (order && wait.has(source)) order.since = now
        // One that a kill has made twice may have asked before the order was given.
        else if (order && last && last >= order.at) {
          longest = Math.max(longest, now - order.since)
          open.delete(source)
        } else if (order && !waiting.has(source)) lost.add(source)
        if (!more || open.has(source) || ended > AT_ONCE + (now - begun) / EVERY) continue
        upstream.grow(source, posts)
        const at = new Date()
        await queue.send('collect', { place: 'kemijarvi', source })
        open.set(source, { at, since: performance.now() })
      }
    },
    async struck() {
      const now = performance.now()
      for (const { source, state } of await jobs()) {
        const order = open.get(source)
        if (order && state === 'active') order.since = now
      }
    },
    lost: () => [...lost].map((source) => `an order is lost: the queue had taken it for ${source}`),
    done: () => open.size === 0,
    figures: () => ({ polls, longest }),
  }
}

// pg-boss on our own database: heartbeats, limits and keys set so that a killed run is picked up within a minute.
import { type Kysely, sql, type Transaction } from 'kysely'
import { type ConstructorOptions, fromKysely, fromPglite, PgBoss } from 'pg-boss'
import type { Database } from './open.ts'
import { type Jobs, limits, type Queue } from './queue.ts'
import type { Tables } from './schema.ts'

/** Seconds: a run is given up after one missed heartbeat, and looked for as often. */
const BEAT = 15

export type WorkOn = {
  name: string
  /** Runs at once in this process. */
  atOnce: number
  work: (payload: never, signal: AbortSignal) => Promise<void>
}

export type RunningQueue = Queue & {
  /** Begins to work on the jobs of one name. */
  work: (on: WorkOn) => Promise<void>
  /** Jobs by name and state. */
  count: () => Promise<{ name: string; state: string; n: number }[]>
  /** Seconds that the first job in line has waited though none has moved; null when they move or none waits. */
  stillFor: () => Promise<number | null>
  /** Lets running jobs end for `grace` milliseconds, then gives them back to be run again. */
  stop: (grace: number) => Promise<void>
}

export type QueueOptions = {
  /** Works on jobs too, so looks for runs whose process has died. */
  worker: boolean
  /** This process is the only one (role all): whatever is active belonged to one that has ended. */
  alone: boolean
  onError: (error: Error) => void
}

/** Starts pg-boss; its own tables are made under its own lock, in the schema `pgboss`. */
export async function openQueue(database: Database, options: QueueOptions): Promise<RunningQueue> {
  const boss = new PgBoss({
    ...connection(database, options.worker ? 4 : 2),
    schedule: false,
    supervise: options.worker,
    superviseIntervalSeconds: BEAT,
    monitorIntervalSeconds: BEAT,
    useListenNotify: options.worker,
    registerInstance: false,
  })
  boss.on('error', options.onError)
  await boss.start()
  await makeQueues(boss)
  if (options.alone)
    await sql`update pgboss.job set state = 'retry', start_after = now(), heartbeat_on = null
      where state = 'active'`.execute(database.db)
  return {
    async send(name, payload, { db, priority = 0, key } = {}) {
      await boss.send(name, payload, {
        priority,
        singletonKey: key ?? JSON.stringify(payload),
        group: { id: groupOf(payload) },
        ...(db && { db: fromKysely(db as Kysely<Tables> | Transaction<Tables>) }),
      })
    },
    async work({ name, atOnce, work }) {
      const how = { groupConcurrency: 1, notifyPollingIntervalSeconds: 5 }
      for (let nth = 0; nth < atOnce; nth++) {
        let worker = ''
        worker = await boss.work<object>(name, how, async ([job]) => {
          if (job) await work(job.data as never, job.signal)
          // There may be more: without this it would look only after its five seconds.
          boss.notifyWorker(worker)
        })
      }
    },
    async count() {
      const { rows } = await sql<{ name: string; state: string; n: number }>`
        select name, state::text as state, count(*)::int as n from pgboss.job
        where name not like '\\_\\_%' group by name, state order by name, state`.execute(database.db)
      return rows
    },
    async stillFor() {
      const { rows } = await sql<{ seconds: number | null }>`
        select extract(epoch from now() - min(start_after))::float8 as seconds from pgboss.job
        where state in ('created', 'retry') and start_after < now() and name not like '\\_\\_%' and not exists (
          select from pgboss.job where name not like '\\_\\_%'
            and greatest(heartbeat_on, completed_on) > now() - interval '60 seconds')`.execute(database.db)
      return rows[0]?.seconds ?? null
    },
    stop: (grace) => boss.stop({ graceful: grace > 0, timeout: grace }),
  }
}

// Its own few connections: heartbeats must get through while the jobs themselves use ours to the last one.
function connection({ embedded, pool }: Database, max: number): ConstructorOptions {
  if (embedded) return { db: fromPglite(embedded as never), backend: 'pglite' }
  const { connectionString = '', options = '' } = pool?.options ?? {}
  return { connectionString, options, max }
}

/** One run at a time of one source, and of one place's other jobs. */
function groupOf(payload: Jobs[keyof Jobs]): string {
  const { place = '', source = '' } = payload as { place?: string; source?: string }
  return `${place}/${source}`
}

async function makeQueues(boss: PgBoss): Promise<void> {
  const there = new Map((await boss.getQueues()).map((one) => [one.name, one]))
  for (const [name, limit] of Object.entries(limits)) {
    const rules = {
      expireInSeconds: limit,
      heartbeatSeconds: BEAT,
      notify: true,
      retryLimit: 5,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 60,
      deleteAfterSeconds: 24 * 3600,
    }
    // `short` allows one waiting job per key; what is already running does not count.
    if (!there.has(name)) await boss.createQueue(name, { ...rules, policy: 'short' })
    else if (there.get(name)?.expireInSeconds !== limit) await boss.updateQueue(name, rules)
    // Makes pg-boss remember the queue: asking for it later, from inside somebody's transaction, would wait for ever on
    // the embedded database, which answers nobody else meanwhile.
    await boss.findJobs(name, { limit: 1 })
  }
}

// Alive, ready, and the figures for Prometheus.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Hono } from 'hono'
import { z } from 'zod'
import type { RunningQueue } from '../../db/boss.ts'
import { readDumpNotes } from '../../db/dump-notes.ts'
import { readGauges, readWorkerAge } from '../../db/pulse.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type Health, troubles } from '../health.ts'
import type { Pulse } from '../heartbeat.ts'
import { sameText } from '../keys.ts'
import type { Operation } from '../openapi.ts'

const section = 'health'
const ready = z.object({
  ready: z.boolean(),
  last_write_seconds: z.number().nullable().describe('null before the first'),
  troubles: z.array(z.enum(troubles)).describe('What is wrong; empty when ready'),
  collecting_paused: z.boolean().describe('Collecting waits for free space; walls and desk work'),
})
export const healthOperations: readonly Operation[] = [
  {
    ...{ method: 'get', path: '/healthz', id: 'isAlive', section },
    summary: 'Whether the process lives',
    answer: { status: 200, description: 'It does', schema: z.object({ alive: z.literal(true) }) },
  },
  {
    ...{ method: 'get', path: '/readyz', id: 'isReady', section },
    summary: 'Whether all is well, and it has really written to the database within five seconds',
    answer: { status: 200, description: 'It is', schema: ready },
    also: [{ status: 503, description: 'It is not', schema: ready }],
  },
  {
    ...{ method: 'get', path: '/metrics', id: 'readMetrics', section },
    summary: 'Figures for Prometheus, with the bearer token METRICS_TOKEN',
    answer: { status: 200, description: 'Lines of figures', type: 'text/plain' },
    refused: [401, 404],
  },
]

type Sample = [labels: Record<string, string>, value: number]
type Parts = Pick<Deps, 'db' | 'clock' | 'env' | 'space'> & {
  pulse: Pick<Pulse, 'age'>
  health: Pick<Health, 'troubles'>
  countJobs: RunningQueue['count']
}

export function healthRoutes(deps: Parts): Hono {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  return new Hono()
    .get('/healthz', (c) => c.json({ alive: true }, 200, { 'cache-control': 'no-store' }))
    .get('/readyz', (c) => {
      const age = deps.pulse.age()
      const found = deps.health.troubles()
      const ready = found.length === 0
      const body = {
        ready,
        last_write_seconds: Number.isFinite(age) ? Math.round(age * 10) / 10 : null,
        troubles: found,
        // Not a trouble: the walls and the desk work, and collecting goes on by itself.
        collecting_paused: deps.space().low,
      }
      return c.json(body, ready ? 200 : 503, {
        'cache-control': 'no-store',
        ...(!ready && { 'retry-after': '5' }),
      })
    })
    .get('/metrics', async (c) => {
      const token = deps.env.METRICS_TOKEN
      if (!token) throw new Refusal('not-found', 404)
      if (!sameText(c.req.header('authorization') ?? '', `Bearer ${token}`))
        throw new Refusal('unauthenticated', 401)
      return c.text(await readMetrics(deps, delay.percentile(99) / 1e9), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'cache-control': 'no-store',
      })
    })
}

async function readMetrics(parts: Parts, loopDelay: number): Promise<string> {
  const { db, clock, pulse, health, countJobs } = parts
  const { sources, posts, tokens } = await readGauges(db)
  const jobs = await countJobs()
  const now = clock().getTime()
  const memory = process.memoryUsage()
  const perSource = (value: (source: (typeof sources)[number]) => number | undefined): Sample[] =>
    sources.flatMap((source): Sample[] => {
      const n = value(source)
      return n === undefined ? [] : [[{ place: source.place_id, source: source.id }, n]]
    })
  const answered = perSource(({ last_ok_at: at }) => (at ? (now - at.getTime()) / 1000 : undefined))
  const kept = posts.map(({ place_id, state, n }): Sample => [{ place: place_id, state }, n])
  const ends = tokens.map(({ place_id, source_id, name, expires_at: at }): Sample => {
    const labels = { place: place_id, source: source_id, name }
    return [labels, at ? (at.getTime() - now) / 86_400_000 : Number.NaN]
  })
  const found = health.troubles()
  const worker = await readWorkerAge(db)
  const waiting = jobs.map(({ name, state, n }): Sample => [{ job: name, state }, n])
  return [
    gauge('last_write_seconds', 'Seconds since the last committed write of this process.', [
      [{}, pulse.age()],
    ]),
    gauge(
      'trouble',
      'What /readyz calls wrong: 1 when it is.',
      troubles.map((what): Sample => [{ what }, Number(found.includes(what))]),
    ),
    gauge('worker_pulse_seconds', 'Seconds since a process that works on jobs last wrote.', known(worker)),
    ...spaceGauges(parts),
    ...(await dumpGauges(parts)),
    gauge('credential_expires_days', 'Days until a token of a source ends.', ends),
    gauge('source_last_success_seconds', 'Seconds since the source last answered well.', answered),
    gauge(
      'source_active',
      'Whether a person has switched the source on.',
      perSource((one) => Number(one.active)),
    ),
    gauge(
      'source_failures',
      'Failures in a row.',
      perSource((one) => one.failures),
    ),
    gauge('posts', 'Posts by place and state.', kept),
    gauge('jobs', 'Jobs by name and state.', waiting),
    gauge('memory_bytes', 'Memory of this process.', [
      [{ kind: 'resident' }, memory.rss],
      [{ kind: 'heap' }, memory.heapUsed],
    ]),
    gauge('event_loop_delay_seconds', 'Delay of the event loop, 99th percentile.', [[{}, loopDelay]]),
  ].join('')
}

const known = (value: number | null): Sample[] => (value === null ? [] : [[{}, value]])

function spaceGauges({ space }: Parts): string[] {
  const { low, rooms } = space()
  const bytes = (part: 'free' | 'total') => rooms.map((one): Sample => [{ folder: one.folder }, one[part]])
  return [
    gauge('free_bytes', 'Free space of our folders.', bytes('free')),
    gauge('disk_bytes', 'Size of the disks that our folders are on.', bytes('total')),
    gauge('collecting_paused', 'Whether collecting waits for free space.', [[{}, Number(low)]]),
  ]
}

/** Of the embedded database; with PostgreSQL dumps are made outside of us, and nothing is told. */
async function dumpGauges({ db, clock }: Parts): Promise<string[]> {
  const { made, tried } = await readDumpNotes(db)
  const age = (at: string | null | undefined) =>
    known(at ? (clock().getTime() - Date.parse(at)) / 1000 : null)
  return [
    gauge('dump_age_seconds', 'Seconds since the last good dump of every six hours.', age(made?.okAt)),
    gauge('dump_bytes', 'Size of that dump.', known(made?.bytes ?? null)),
    gauge('dump_tried_age_seconds', 'Seconds since a dump was last restored to try it.', age(tried?.at)),
    gauge('dump_tried_ok', 'Whether it could be.', tried ? [[{}, Number(tried.fault === null)]] : []),
  ]
}

function gauge(name: string, help: string, samples: Sample[]): string {
  const lines = samples.map(([labels, value]) => `somewall_${name}${written(labels)} ${number(value)}\n`)
  return `# HELP somewall_${name} ${help}\n# TYPE somewall_${name} gauge\n${lines.join('')}`
}

const number = (value: number) => (Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : 'NaN')

function written(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return pairs.length ? `{${pairs.join(',')}}` : ''
}

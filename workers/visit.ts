// A visit to a source: its adapter, its settings checked, its secrets opened, and what its failing means for the next.
import { listCredentials, noteExpiry } from '../db/credentials.ts'
import { noteBroken } from '../db/health.ts'
import { isUnreachable } from '../db/open.ts'
import { listFamilies } from '../db/places.ts'
import type { SourceRow } from '../db/sources.ts'
import type { Limit } from '../services/domain/budget.ts'
import type { ChannelIo, SourceView } from '../services/domain/source.ts'
import { Fault } from '../services/errors.ts'
import { withinBudgets } from './budgets.ts'
import type { WorkerDeps } from './deps.ts'
import { shareAnswers } from './shared.ts'
import { openSignIns, signInOnce } from './sign-in.ts'

/** Milliseconds for one visit: less than the queue allows the job, so that what went wrong is still written down. */
const LIMIT = 100_000

type Adapter = {
  name: string
  settings: { safeParse: (value: unknown) => { data?: unknown } }
  secrets: readonly string[]
  free?: (settings: never) => boolean
  limits?: readonly Limit[]
  sharedMinutes?: number
}
export type Visit<A extends Adapter> = {
  adapter: A
  // biome-ignore lint/suspicious/noExplicitAny: the adapter of a list knows the shape of its own settings
  view: SourceView<any>
  io: ChannelIo
}

export type VisitDeps = Pick<WorkerDeps, 'db' | 'env' | 'clock' | 'keys' | 'http'>

/** What a visit must know of its source. */
type Visited = Pick<
  SourceRow,
  'place_id' | 'id' | 'channel' | 'settings' | 'families' | 'memory' | 'waits_since'
>

/**
 * Everything an adapter is given. Throws Fault when the source cannot be visited as it is set. `typed` makes it a try:
 * these secrets stand before the saved ones, and nothing that the visit learns is kept.
 */
export async function openVisit<A extends Adapter>(
  deps: VisitDeps,
  adapters: readonly A[],
  source: Visited,
  since: Date,
  signal: AbortSignal,
  typed?: Readonly<Record<string, string>>,
): Promise<Visit<A>> {
  const adapter = adapters.find((one) => one.name === source.channel)
  if (!adapter) throw new Fault('refused', `there is no channel ${source.channel}`, { code: 'no-channel' })
  const read = adapter.settings.safeParse(source.settings)
  if (read.data === undefined)
    throw new Fault('refused', 'the settings do not fit the channel', { code: 'settings' })
  const sealed = await listCredentials(deps.db, source.place_id, source.id)
  const tokens = new Map(sealed.map((one) => [one.name, deps.keys.unseal(one.sealed)]))
  const app = deps.env as Record<string, unknown>
  const secret = (name: string) => {
    const given =
      typed?.[name] ?? tokens.get(name) ?? (adapter.secrets.includes(name) ? app[name] : undefined)
    return typeof given === 'string' ? given : undefined
  }
  const missing =
    !adapter.free?.(read.data as never) && adapter.secrets.find((name) => secret(name) === undefined)
  if (missing)
    throw new Fault('auth', `${missing} is not given`, { code: 'no-credentials', values: { name: missing } })
  const families = await listFamilies(deps.db, source.place_id)
  const wanted = families.filter((one) => !source.families.length || source.families.includes(one.id))
  return {
    adapter,
    view: {
      id: source.id,
      settings: read.data,
      tags: wanted.flatMap((one) => one.tags.map((tag) => tag.as_written)),
    },
    io: {
      http: shareAnswers(deps, adapter, source, withinBudgets(deps, adapter, source, secret)),
      signedIn: typed
        ? signInOnce(deps, Object.keys(typed).length ? undefined : source, signal)
        : openSignIns(deps, source, signal),
      secret,
      base: deps.env.PLATFORM_URLS[source.channel],
      memory: source.memory,
      expires: async (name, at) => {
        if (!typed) await noteExpiry(deps.db, { place: source.place_id, source: source.id, name }, at)
      },
      now: deps.clock(),
      since,
      signal,
    },
  }
}

/** A signal that ends with the job's own and when the visit has taken too long. */
export function limitVisit(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(LIMIT)])
}

/**
 * What an error means for the source. A stop of the service and a lost database are nobody's fault: they are thrown on,
 * and the job is run again. A bug of ours must not stop the source for ever: it is logged and backs off like the rest.
 */
export function faultOf(deps: WorkerDeps, error: unknown, job: AbortSignal, limit: AbortSignal): Fault {
  if (error instanceof Fault) return error
  if (job.aborted || isUnreachable(error)) throw error
  if (limit.aborted) return new Fault('network', 'the visit took too long', { code: 'slow', cause: error })
  deps.log.error({ err: error }, 'a bug while visiting a source')
  return new Fault('shape', `a bug of ours: ${(error as Error).message}`, { code: 'own', cause: error })
}

/**
 * Takes in and saves what a visit has brought. What breaks that is a bug of ours: the desk is told, so that nobody
 * takes the silence for health, and the run is made again.
 */
export async function orTell<T>(
  deps: WorkerDeps,
  source: SourceRow,
  job: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!job.aborted && !isUnreachable(error))
      // When even that cannot be written, what went wrong first is what matters.
      await noteBroken(deps.db, source.place_id, source.id, deps.clock()).catch(() => {})
    throw error
  }
}

// One source: fetch outside any transaction, take in, then posts, memory and run in one transaction.
import type { Db } from '../../db/open.ts'
import type { TakenPost } from '../../db/posts.ts'
import type { Jobs } from '../../db/queue.ts'
import { findRun, noteRun, type RunEnd } from '../../db/runs.ts'
import { findSource, type SourceRow, type VisitedSource } from '../../db/sources.ts'
import { saveArrivals } from '../../services/arrivals.ts'
import { atEase } from '../../services/crowd.ts'
import { daysBack } from '../../services/days-back.ts'
import { externalIdOf } from '../../services/domain/intake.ts'
import { dayOf } from '../../services/domain/quarter.ts'
import type { AnyChannel, Batch } from '../../services/domain/source.ts'
import type { Fault } from '../../services/errors.ts'
import { cameThrough, failuresAfter, nextVisit } from '../backoff.ts'
import type { WorkerDeps } from '../deps.ts'
import { kindOf, manySkipped, openFamilies, takeAll } from '../taking.ts'
import { faultOf, limitVisit, openVisit, orTell } from '../visit.ts'

const DAY = 86_400_000

/** Safe to run twice: a run that has ended is not made again, and posts are known by their ids. */
export async function collect(
  deps: WorkerDeps,
  payload: Jobs['collect'],
  signal: AbortSignal,
): Promise<void> {
  const { db, clock, log } = deps
  const { place, source: id } = payload
  const source = await findSource(db, place, id)
  if (!source) return
  if (payload.run !== undefined && (await findRun(db, place, payload.run))?.ended_at !== null) return
  if (payload.run === undefined && !source.active) return
  const began = clock()
  const got = await visit(deps, source, signal)
  const arrived = await orTell(deps, source, signal, () =>
    keep(deps, source, { run: payload.run, began }, got),
  )
  const { batch, fault } = got
  log.info({ ...arrived, found: batch.posts.length, fault: fault?.code, why: fault?.message }, 'visited')
}

/** Posts, memory and the run's end, all or nothing. */
async function keep(deps: WorkerDeps, source: VisitedSource, run: Pick<RunEnd, 'run' | 'began'>, got: Got) {
  const { place_id: place, id } = source
  const posts = await takeWanted(deps, source, got.batch)
  const at = deps.clock()
  const { batch, fault } = got
  const channel = source.channel as AnyChannel['name']
  const gone = (batch.gone ?? []).map((one) => externalIdOf(channel, id, one))
  const save = async (trx: Db) => {
    const kind = kindOf(source, got.channel)
    const arrivals = { place, channel, source: id, kind, sample: source.sample, at, posts, gone }
    const saved = await saveArrivals(trx, arrivals)
    await noteRun(trx, {
      ...{ ...saved, ...run, place, source: id, at },
      day: dayOf(at, source.time_zone),
      nextAt: nextVisit({
        now: at,
        everyMinutes: source.every_minutes ?? got.channel?.pace.everyMinutes ?? 60,
        wishMinutes: batch.everyMinutes ?? null,
        failures: source.failures,
        fault,
        random: Math.random(),
      }),
      found: batch.posts.length,
      skipped: batch.skipped ?? 0,
      memory: batch.memory,
      about: batch.about,
      failures: failuresAfter(source.failures, fault),
      ok: cameThrough(fault),
      fault,
      notice: batch.notice,
    })
    if (saved.saved && posts.some((post) => post.media.length))
      await deps.queue.send('pictures', { place }, { db: trx })
    return saved
  }
  // Most visits bring nothing, and then their note is one statement.
  const news = posts.length > 0 || gone.length > 0
  return news ? atEase(() => deps.db.transaction().execute(save)) : save(deps.db)
}

type Got = { batch: Batch; fault: Fault | null; channel: AnyChannel | undefined }

async function visit(deps: WorkerDeps, source: SourceRow, signal: AbortSignal): Promise<Got> {
  const channel = deps.channels.find((one) => one.name === source.channel)
  const limit = limitVisit(signal)
  try {
    const since = new Date(deps.clock().getTime() - daysBack[source.mode] * DAY)
    const { view, io } = await openVisit(deps, deps.channels, source, since, limit)
    const batch = await (channel as AnyChannel).fetch(view, io)
    return { batch, fault: batch.fault ?? manySkipped(batch), channel }
  } catch (error) {
    return { batch: { posts: [] }, fault: faultOf(deps, error, signal, limit), channel }
  }
}

/** The posts as ours, without those that carry none of the source's families. */
async function takeWanted(deps: WorkerDeps, source: SourceRow, batch: Batch): Promise<TakenPost[]> {
  const taken = await takeAll(deps, source, batch)
  if (!taken.length || !source.families.length) return taken
  const wanted = new Set(source.families)
  const { familiesOf } = await openFamilies(deps, source.place_id)
  return taken.filter((post) => familiesOf(post).some((one) => wanted.has(one)))
}

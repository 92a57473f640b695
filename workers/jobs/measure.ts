// One meter: fetch its days, save its numbers, note the run.
import { saveMeasures } from '../../db/measures.ts'
import type { Db } from '../../db/open.ts'
import type { Jobs } from '../../db/queue.ts'
import { findRun, noteRun } from '../../db/runs.ts'
import { findSource, type VisitedSource } from '../../db/sources.ts'
import type { AnyMeter, Reading } from '../../services/domain/meter.ts'
import { addDays, addQuarters, dayOf, quarterDays, quarterOfDay } from '../../services/domain/quarter.ts'
import type { Fault } from '../../services/errors.ts'
import { cameThrough, failuresAfter, nextVisit } from '../backoff.ts'
import type { WorkerDeps } from '../deps.ts'
import { faultOf, limitVisit, openVisit, orTell } from '../visit.ts'

/** Numbers of the last days still move at the other side; they are asked for again. */
const AGAIN = 7

/** Safe to run twice: a number is written once by its indicator, part, period and source. */
export async function measure(
  deps: WorkerDeps,
  payload: Jobs['measure'],
  signal: AbortSignal,
): Promise<void> {
  const { db, clock, log } = deps
  const { place, source: id } = payload
  const source = await findSource(db, place, id)
  if (!source) return
  if (payload.run !== undefined && (await findRun(db, place, payload.run))?.ended_at !== null) return
  if (payload.run === undefined && !source.active) return
  const began = clock()
  const { reading, fault } = await visit(deps, source, signal)
  const found = reading.measures
  const meter = deps.meters.find((one) => one.name === source.channel)
  const at = clock()
  const save = async (trx: Db) => {
    const changed = await saveMeasures(
      trx,
      { place, source: id, sample: source.sample, origin: 'api', enteredBy: null, at },
      found,
    )
    await noteRun(trx, {
      place,
      source: id,
      run: payload.run,
      began,
      at,
      day: dayOf(at, source.time_zone),
      nextAt: nextVisit({
        now: at,
        everyMinutes: source.every_minutes ?? meter?.pace.everyMinutes ?? 1440,
        failures: source.failures,
        fault,
        random: Math.random(),
      }),
      found: found.length,
      saved: changed,
      unchanged: found.length - changed,
      removed: 0,
      skipped: reading.skipped,
      memory: undefined,
      about: undefined,
      failures: failuresAfter(source.failures, fault),
      ok: cameThrough(fault),
      fault,
    })
    return changed
  }
  const saved = await orTell(deps, source, signal, () => db.transaction().execute(save))
  log.info({ found: found.length, saved, fault: fault?.code, why: fault?.message }, 'measured')
}

async function visit(
  deps: WorkerDeps,
  source: VisitedSource,
  signal: AbortSignal,
): Promise<{ reading: Reading; fault: Fault | null }> {
  const limit = limitVisit(signal)
  try {
    const today = dayOf(deps.clock(), source.time_zone)
    const { adapter, view, io } = await openVisit<AnyMeter>(deps, deps.meters, source, deps.clock(), limit)
    return {
      reading: await adapter.fetch(view, { from: firstDay(source, today), to: today }, io),
      fault: null,
    }
  } catch (error) {
    return { reading: { measures: [], skipped: 0 }, fault: faultOf(deps, error, signal, limit) }
  }
}

// The first time from the beginning of the same quarter last year, which a digest compares with.
function firstDay(source: VisitedSource, today: string): string {
  if (!source.last_ok_at) return quarterDays(addQuarters(quarterOfDay(today), -4)).from
  return addDays(dayOf(source.last_ok_at, source.time_zone), -AGAIN)
}

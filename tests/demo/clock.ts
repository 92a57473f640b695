// The demo’s comms clock: the usual year, worked through week by week, with something late and something moved.
import { listReports } from '../../db/cycle-reports.ts'
import { reportKinds } from '../../db/schema.ts'
import { type Clock, type ClockEntry, listOpen, readClock } from '../../services/clock.ts'
import { markRound } from '../../services/clock-work.ts'
import type { Act } from '../../services/curate.ts'
import { prepareReports, sendReport } from '../../services/cycle-reports.ts'
import { quarterBefore } from '../../services/domain/clock.ts'
import { addDays, dayOf } from '../../services/domain/quarter.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { sendMail } from '../../workers/jobs/send-mail.ts'

/** The board met later than it had been planned. */
const MOVED = { item: 'plan', days: 12, reason: 'Kunnanhallituksen kokous siirtyi' }

/**
 * What is late by now is sent or marked done, and next year's plan is moved once it comes near. A report waits for its
 * digest, and the demo should be ready soon: only those of the last months (`sends`) are made.
 */
export async function workThroughClock(
  deps: WorkerDeps,
  act: Act,
  { leave, sends, published }: { leave: boolean; sends: boolean; published: Promise<void> },
): Promise<void> {
  const today = dayOf(deps.clock(), act.place.time_zone)
  const clock = await readClock(deps.db, act.place.id, today)
  for (const one of listOpen(clock, { today, to: addDays(today, 14) })) {
    if (one.state === 'late' && one.item.work !== 'lift' && !leave) {
      const report = sends && reportKinds.some((kind) => kind === one.item.work)
      if (report) await published
      if (!report || !(await sendLate(deps, act, clock, one)))
        await markRound(deps, act, one.item.id, one.key, { move: 'done' })
    }
    if (one.state === 'ahead' && one.item.id === MOVED.item) {
      const day = addDays(one.planned, MOVED.days)
      await markRound(deps, act, one.item.id, one.key, { move: 'moved', day, reason: MOVED.reason })
    }
  }
}

/** False when there is no digest that it could be made of. */
async function sendLate(deps: WorkerDeps, act: Act, clock: Clock, one: ClockEntry): Promise<boolean> {
  await prepareReports(deps, act.place, clock)
  const report = (await listReports(deps.db, act.place.id)).find(
    ({ kind, quarter }) => kind === one.item.work && quarter === quarterBefore(one.planned),
  )
  if (!report) return false
  await sendReport(deps, act, report.public_id)
  await sendMail(deps, {}, new AbortController().signal)
  return true
}

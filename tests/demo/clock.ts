// The demo’s comms clock: the usual year, worked through week by week, with something late and something moved.
import { listOpen, readClocks } from '../../services/clock.ts'
import { markRound } from '../../services/clock-work.ts'
import type { Act } from '../../services/curate.ts'
import type { Deps } from '../../services/deps.ts'
import { addDays, dayOf } from '../../services/domain/quarter.ts'

/** The board met later than it had been planned. */
const MOVED = { item: 'plan', days: 12, reason: 'Kunnanhallituksen kokous siirtyi' }

/** What is late by now is marked done, and next year's plan is moved once it comes near. */
export async function workThroughClock(deps: Deps, act: Act, leave: boolean): Promise<void> {
  const today = dayOf(deps.clock(), act.place.time_zone)
  const clock = (await readClocks(deps.db, [act.place.id], today)).get(act.place.id)
  for (const one of clock ? listOpen(clock, { today, to: addDays(today, 14) }) : []) {
    if (one.state === 'late' && one.item.work !== 'lift' && !leave)
      await markRound(deps, act, one.item.id, one.key, { move: 'done' })
    if (one.state === 'ahead' && one.item.id === MOVED.item) {
      const day = addDays(one.planned, MOVED.days)
      await markRound(deps, act, one.item.id, one.key, { move: 'moved', day, reason: MOVED.reason })
    }
  }
}

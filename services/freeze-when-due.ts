// The clock's own locking: on day 15, or the next working day, at noon, when no person has done it before.
import { findDigest } from '../db/digests.ts'
import type { Db } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import { CLOCK, freezeDigest, type Needs } from './digests.ts'
import { freezeDay } from './domain/digest-states.ts'
import { addQuarters, momentAt, quarterOf } from './domain/quarter.ts'
import { nextWorkingDay } from './domain/working-days.ts'

const NOON = 12 * 60

/** The moment at which a quarter's figures are locked by themselves. */
function freezeMoment(quarter: string, zone: string): Date {
  return momentAt(nextWorkingDay(freezeDay(quarter)), NOON, zone)
}

/** The quarter of a place that the clock should lock now; undefined when there is none. */
export async function findDue(db: Db, id: string, now: Date): Promise<string | undefined> {
  const place = await findPlace(db, id)
  if (!place) return undefined
  const quarter = addQuarters(quarterOf(now, place.time_zone), -1)
  if (now < freezeMoment(quarter, place.time_zone)) return undefined
  const row = await findDigest(db, id, quarter)
  return row && (row.state === 'open' || row.state === 'draft') ? quarter : undefined
}

/** Locks it. A gap that nobody has explained refuses this, as it refuses a person; the desk says which. */
export async function freezeWhenDue(needs: Needs, id: string, quarter: string): Promise<boolean> {
  const place = await findPlace(needs.db, id)
  if (!place || (await findDue(needs.db, id, needs.clock())) !== quarter) return false
  await freezeDigest(needs, place, quarter, CLOCK)
  return true
}

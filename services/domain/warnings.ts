// When people are told of a source: before its token ends, once it has been sick for a day, and when it is well again.
import { dayOf, daysBetween } from './quarter.ts'

const DAY = 86_400_000

/** Days before the end of a token at which people are told; 0 once it has ended. */
export const steps = [14, 7, 1, 0] as const
export type Step = (typeof steps)[number]

/** Calendar days of the place that are left of a token; 0 on its last day. */
export function daysLeft(ends: Date, now: Date, zone: string): number {
  return daysBetween(dayOf(now, zone), dayOf(ends, zone))
}

/** The step a token has come to; null while there is time. */
export function stepAt(ends: Date, now: Date, zone: string): Step | null {
  if (ends <= now) return 0
  const days = daysLeft(ends, now, zone)
  return steps.findLast((step) => step > 0 && days <= step) ?? null
}

/**
 * The same of a source that uses the token. Some platforms let us in though they said that they would not: then nothing
 * has ended.
 */
export function stepOf(
  ends: Date,
  { fault_kind, last_ok_at }: { fault_kind: string | null; last_ok_at: Date | null },
  now: Date,
  zone: string,
): Step | null {
  return ends <= now && !fault_kind && last_ok_at && last_ok_at > ends ? null : stepAt(ends, now, zone)
}

/** What people have been told of a token: the nearest step, and of which end; null when nothing. */
export type Told = { step: Step; ends: Date } | null

/**
 * The step to tell now, once: a step that was missed is not made up for when a nearer one has come. Platforms tell the
 * same end a little differently from day to day; one that is a day later is a renewed token, which starts again.
 */
export function stepToTell(told: Told, ends: Date, step: Step | null): Step | null {
  if (step === null) return null
  const renewed = !told || ends.getTime() - told.ends.getTime() >= DAY
  return renewed || step < told.step ? step : null
}

/** Days before the last day of the key to a town's directory at which people are told; 0 on that day and after it. */
const keySteps = [30, 14, 7, 1, 0] as const

/** The step the key has come to; null while there is time. On its last day it may end at any hour. */
export function keyStepAt(ends: string, today: string): (typeof keySteps)[number] | null {
  const days = daysBetween(today, ends)
  return keySteps.findLast((step) => days <= step) ?? null
}

export type Sickness = {
  active: boolean
  /** Since when the source has been sick; null while it is well. */
  since: Date | null
  /** When it last answered as it should. */
  okAt: Date | null
  /** Since when it was sick as people were told; null when they were not. */
  toldSince: Date | null
}

/**
 * sick: it has been so for a day and nobody was told · well: people were told, and it has answered since · off: people
 * were told, and somebody has switched it off, who need not be told how it goes on.
 */
export function healthToTell(
  { active, since, okAt, toldSince }: Sickness,
  now: Date,
): 'sick' | 'well' | 'off' | null {
  if (!toldSince) return active && since && now.getTime() - since.getTime() >= DAY ? 'sick' : null
  if (!active) return 'off'
  return !since && okAt && okAt > toldSince ? 'well' : null
}

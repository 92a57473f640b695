// When a source is visited next: its pace, the other side's wishes, longer pauses after failures; never "never".
import type { Fault } from '../services/errors.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export type Visit = {
  now: Date
  /** The source's own pace. */
  everyMinutes: number
  /** What the source asked for (a feed's ttl, max-age); null when nothing. */
  wishMinutes?: number | null
  /** Failures in a row before this visit. */
  failures: number
  fault?: Pick<Fault, 'kind' | 'code' | 'retryAt'> | null
  /** From 0 up to but not including 1. */
  random: number
}

/**
 * The next visit. After a success: the pace or the source's wish, whichever is longer, at most a day unless the pace
 * itself is longer. After failure n: a moment by chance within min(24 h, 5 min x 2^n), at least one minute, not
 * before the other side allows it. Where only a person can mend it (signed out, gone, not a feed), never sooner than
 * its own pace. When its turn comes where it waits for a budget.
 */
export function nextVisit({ now, everyMinutes, wishMinutes, failures, fault, random }: Visit): Date {
  if (fault?.kind === 'budget')
    return after(now, Math.max(0, (fault.retryAt?.getTime() ?? 0) - now.getTime()))
  const pace = Math.max(everyMinutes * MINUTE, Math.min((wishMinutes ?? 0) * MINUTE, DAY))
  if (!fault || cameThrough(fault)) return after(now, pace + spread(pace, random))
  // Cut off from everybody, nobody is troubled by our asking soon.
  const nth = fault.code === 'offline' ? 1 : failures + 1
  const roof = Math.min(DAY, 5 * MINUTE * 2 ** Math.min(nth, 20))
  // Chance alone would often ask a closed door sooner than an open one.
  const floor = slow.has(fault.kind) ? Math.min(pace, roof) : MINUTE
  const wait = floor + random * (roof - floor)
  const allowed = Math.min((fault.retryAt?.getTime() ?? 0) - now.getTime(), DAY)
  return after(now, Math.max(wait, allowed > 0 ? allowed + spread(allowed, random) : 0))
}

const partial = new Set(['many-skipped', 'paging'])

/** The other side answered, if perhaps not with everything: the pace stays. */
export const cameThrough = (fault: Pick<Fault, 'code'> | null) => !fault || partial.has(fault.code)

/** Failures in a row after this visit. Being cut off ourselves is no source's failure. */
export function failuresAfter(before: number, fault: Pick<Fault, 'code'> | null): number {
  if (!fault || cameThrough(fault)) return 0
  return fault.code === 'offline' ? before : before + 1
}

const slow = new Set<Fault['kind']>(['auth', 'gone', 'refused', 'shape', 'size'])

// Up to a tenth and at most two minutes later, so that sources made together drift apart.
const spread = (ms: number, random: number) => random * Math.min(ms / 10, 2 * MINUTE)

const after = (now: Date, ms: number) => new Date(now.getTime() + Math.round(ms))

// Comparing a figure with the same quarter a year ago and with the previous one: like for like, or said why not.
import { compareDecimals, fixed, ratio, subtract, sum } from './decimal.ts'
import { compareWeekly } from './stats.ts'

export const figureStatuses = [
  'ok',
  'partial',
  'no_data',
  'suppressed',
  'estimate',
  'preliminary',
  'not_applicable',
] as const
export type FigureStatus = (typeof figureStatuses)[number]

/** usual: within ordinary variation · maybe: p < 0.05 · clear: p < 0.01 · few: fewer than ten events in all. */
export type Verdict = 'usual' | 'maybe' | 'clear' | 'few'

/** One value as it was computed for one quarter. */
export type Cell = {
  dims: Record<string, string>
  /** A decimal string; null is "not known", and then `reason` says why. */
  value: string | null
  /** The denominator of a share. */
  of?: string | null
  status: FigureStatus
  reason?: string | null
  /** How many of the posts could be measured. */
  n?: { measured: number; of: number } | null
  coverage?: { days: number; of: number } | null
  /** Lower and upper quartile of a median. */
  spread?: { low: string; high: string } | null
  /** What it was measured with: two values compare only when this is the same. */
  basis?: string | null
  flags?: string[]
  /** The weekly series behind a count, one number for each ISO week of the quarter. */
  weeks?: number[] | null
}

export type Comparison = {
  state: 'ok' | 'not_comparable' | 'not_yet'
  reason: string | null
  /** This quarter's value with only what was collected in both periods. */
  now: string | null
  now_of: string | null
  before: string | null
  before_of: string | null
  /** Of counts the difference, of shares the difference in percentage points (one decimal). */
  diff: string | null
  /** Whole per cent of the earlier value when that is at least 20. */
  percent: string | null
  /** The earlier value was 0 and this one is not. */
  fresh: boolean
  verdict: Verdict | null
  p: string | null
  /** Sources left out because they were not collected well enough in both periods. */
  left_out: string[]
}

/** A source or a figure must have been collected on so large a part of the days to be compared. */
const ENOUGH = { days: 9, of: 10 } as const
const PERCENT_BASE = '20'

/** True when at least nine days in ten were collected. */
export function isEnough({ days, of }: { days: number; of: number }): boolean {
  return of > 0 && days * ENOUGH.of >= of * ENOUGH.days
}

const blank: Omit<Comparison, 'state' | 'reason'> = {
  now: null,
  now_of: null,
  before: null,
  before_of: null,
  diff: null,
  percent: null,
  fresh: false,
  verdict: null,
  p: null,
  left_out: [],
}

function obstacle(
  now: Cell | undefined,
  before: Cell | undefined,
): { state: Comparison['state']; reason: string } | null {
  if (before?.reason === 'not-started') return { state: 'not_yet', reason: 'not-started' }
  if (!now || now.value === null) return { state: 'not_comparable', reason: now?.reason ?? 'not-collected' }
  if (!before || before.value === null)
    return { state: 'not_comparable', reason: before?.reason ?? 'not-collected' }
  if ((now.basis ?? null) !== (before.basis ?? null))
    return { state: 'not_comparable', reason: 'source-changed' }
  if (now.flags?.includes('lifetime')) return { state: 'not_comparable', reason: 'lifetime' }
  if (now.flags?.includes('running')) return { state: 'not_comparable', reason: 'running' }
  for (const one of [now, before])
    if (one.coverage && !isEnough(one.coverage)) return { state: 'not_comparable', reason: 'coverage' }
  return null
}

/** What is left after the weak sources must be at least half of the figure, or something else is compared. */
function tooSmallPart(now: Cell | undefined, whole: string | null | undefined) {
  if (now?.value == null || whole == null || now.of != null) return null
  const enough = compareDecimals(sum([now.value, now.value]), whole) >= 0
  return enough ? null : { state: 'not_comparable' as const, reason: 'coverage' }
}

/**
 * Compares two cells that were computed from the same sources; `whole` is the figure with all of them. The verdict
 * is asked for only against a year ago: against the previous quarter the season alone would often "stand out".
 */
export function compareCells(
  now: Cell | undefined,
  before: Cell | undefined,
  how: { verdict: boolean; percent: boolean; leftOut: string[]; whole?: string | null },
): Comparison {
  const blocked = obstacle(now, before) ?? tooSmallPart(now, how.whole)
  if (blocked || !now || !before || now.value === null || before.value === null)
    return { ...blank, state: 'not_comparable', reason: 'not-collected', ...blocked, left_out: how.leftOut }
  const found: Comparison = {
    ...blank,
    state: 'ok',
    reason: null,
    now: now.value,
    now_of: now.of ?? null,
    before: before.value,
    before_of: before.of ?? null,
    left_out: how.leftOut,
  }
  if (now.of != null && before.of != null) return { ...found, diff: pointsBetween(now, before) }
  found.diff = subtract(now.value, before.value)
  found.fresh = compareDecimals(before.value, '0') === 0 && compareDecimals(now.value, '0') > 0
  if (how.percent && compareDecimals(before.value, PERCENT_BASE) >= 0)
    found.percent = ratio(found.diff, before.value, 100) ?? null
  if (how.verdict && now.weeks && before.weeks) {
    const p = compareWeekly(now.weeks, before.weeks)
    found.p = p === undefined ? null : fixed(p, 4)
    found.verdict = p === undefined ? 'few' : p < 0.01 ? 'clear' : p < 0.05 ? 'maybe' : 'usual'
  }
  return found
}

/** Difference of two shares in percentage points; null when either has a denominator below 20. */
function pointsBetween(now: Cell, before: Cell): string | null {
  const [a, b] = [shareOf(now), shareOf(before)]
  return a === null || b === null ? null : subtract(a, b)
}

/** A share as per cent: whole below a denominator of 100, one decimal above; null below 20, where x/y says it. */
export function shareOf({ value, of }: { value: string | null; of?: string | null }): string | null {
  if (value === null || of == null || compareDecimals(of, PERCENT_BASE) < 0) return null
  return ratio(value, of, 100, compareDecimals(of, '100') < 0 ? 0 : 1) ?? null
}

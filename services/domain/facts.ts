// What was found out about one quarter, before it becomes figures: the rows of db/figures and how to read them.

import type { TopRow } from '../../db/figures/attention.ts'
import type { AuthorGroup } from '../../db/figures/counted.ts'
import type { MeasureRow, NoteCount } from '../../db/figures/outside.ts'
import type { LabelCount } from '../../db/figures/people.ts'
import type { PlatformSum } from '../../db/figures/platforms.ts'
import type { PostChannel, PostDay, PostSpelling } from '../../db/figures/posts.ts'
import type { Interaction, ReactionSum } from '../../db/figures/reactions.ts'
import type { Beginnings, Days, WallSum } from '../../db/figures/service.ts'
import { type Cell, isEnough } from './compare.ts'
import { weekOfDay } from './quarter.ts'
import type { Survey } from './surveys.ts'

export type SourceFacts = {
  id: string
  channel: string
  mode: 'own' | 'partner' | 'resident'
  /** Switched on, or collected on some day of the quarter. */
  used: boolean
  /** Left out of a comparison: it was not collected well enough in both quarters. */
  weak?: boolean
  /** Days with a successful run. */
  days: string[]
}

export type Facts = {
  quarter: string
  days: Days
  /** Calendar days of the quarter, and how many had begun when it was compiled. */
  of: number
  elapsed: number
  weeks: string[]
  begun: Beginnings
  /** The families with the keys of their spellings, in the place file's order. */
  families: { id: string; tags: string[] }[]
  sources: SourceFacts[]
  posts: {
    days: PostDay[]
    spellings: PostSpelling[]
    channels: PostChannel[]
    authors: number
    twins: number
    reactions: ReactionSum[]
    interactions: Interaction[]
    newAuthors: number
    stories: number
    languages: { lang: string | null; author: 'own' | 'other'; n: number }[]
    /** Those that got the most attention, channel by channel. */
    top: TopRow[]
  }
  /** The families that the walls lead with. */
  storyFamilies: string[]
  wall: {
    days: WallSum[]
    channels: { channel: string; n: number }[]
    actions: { action: string; n: number }[]
  }
  lifts: { week: string; author: AuthorGroup; n: number }[]
  /** Weeks that need no lift, and why. */
  excuses: { week: string; reason: string }[]
  measures: MeasureRow[]
  measureStarts: Record<string, string>
  notes: NoteCount[]
  noteStarts: Record<string, string>
  /** What the platforms' own statistics tell of the posts of the quarter. */
  platforms: PlatformSum[]
  surveys: Survey[]
  labels: { counts: LabelCount[]; populations: Record<'own' | 'residents', number> }
  actions: { due: number; done: number; starts: string | null }
  answered: { day: string; answered: string }[]
  heard: { heard: string; n: number }[]
}

/** Days of the quarter itself: the rows reach over its ends, to the Monday and the Sunday of its weeks. */
export function insideQuarter(facts: Facts) {
  const { from, to } = facts.days
  return (row: { day: string }) => row.day >= from && row.day < to
}

/** One number for each week of the quarter. */
export function byWeek(facts: Facts, rows: readonly { day: string; n: number }[]): number[] {
  const sums = new Map(facts.weeks.map((week) => [week, 0]))
  for (const { day, n } of rows) {
    const week = weekOfDay(day)
    if (sums.has(week)) sums.set(week, (sums.get(week) ?? 0) + n)
  }
  return [...sums.values()]
}

export const total = (rows: readonly { n: number }[]): number => rows.reduce((sum, one) => sum + one.n, 0)

/** Still running: the quarter had days left when it was compiled. */
export const runningFlag = (facts: Facts): string[] => (facts.elapsed < facts.of ? ['running'] : [])

export type Coverage = { days: number; of: number }

/** The coverage of the source that was collected on the fewest days; null when there is no source. */
export function weakestCoverage(facts: Facts, sources: readonly SourceFacts[]): Coverage | null {
  const used = sources.filter((one) => one.used && !one.weak)
  if (!used.length) return null
  return { days: Math.min(...used.map((one) => one.days.length)), of: facts.of }
}

/** A cell that says why there is no value. */
export function missing(dims: Cell['dims'], reason: string, status: Cell['status'] = 'no_data'): Cell {
  return { dims, value: null, status, reason }
}

/** A count with its coverage: `partial` below nine days in ten; nothing collected at all is "not known", never 0. */
export function counted(facts: Facts, dims: Cell['dims'], n: number, coverage: Coverage | null): Cell {
  if (n === 0 && coverage && coverage.days === 0) return missing(dims, 'not-collected')
  const partial = coverage !== null && !isEnough(coverage)
  return {
    dims,
    value: String(n),
    status: partial ? 'partial' : 'ok',
    reason: partial ? 'coverage' : null,
    coverage,
    flags: runningFlag(facts),
  }
}

/** People are not counted out when they are fewer than five. */
const FEW = 5

/** A count of people: 1 to 4 becomes "fewer than five". */
export function suppressFew(cell: Cell): Cell {
  const n = Number(cell.value ?? '0')
  return n > 0 && n < FEW
    ? { ...missing(cell.dims, 'few-people', 'suppressed'), coverage: cell.coverage ?? null }
    : cell
}

/**
 * Parts of a known total: those of 1 to 4 are hidden, and when only one is, the smallest other part too, so that it
 * cannot be found by subtraction. An earlier 0 stays.
 */
export function suppressParts(cells: Cell[]): Cell[] {
  const hidden = cells.map(suppressFew)
  const few = hidden.filter((one) => one.status === 'suppressed').length
  if (few !== 1) return hidden
  const others = hidden.filter((one) => one.value !== null && one.value !== '0')
  const least = others.sort((a, b) => Number(a.value) - Number(b.value))[0]
  return hidden.map((one) => (one === least ? missing(one.dims, 'few-people', 'suppressed') : one))
}

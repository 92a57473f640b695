// Planned against done of an action within some days: counts, or null where nobody can know.

import type { Cycle } from '../../config/cycle.ts'
import type { Label } from '../../config/place.ts'
import type { PlanAction } from '../../db/schema.ts'
import { partOf, partOfKey } from './clock-rule.ts'
import { cycleDays } from './cycle.ts'
import { addDays } from './quarter.ts'

/** The plan in force: of each action what was planned in the quarter and what was done; null is not known. */
export type PlanRecord = {
  id: string
  title: string
  from: string
  to: string
  /** Actions with something planned, those of them that were kept, and those that nobody can tell of. */
  due: number
  kept: number
  unknown: number
  actions: {
    id: string
    what: string
    duty: Label | null
    day: string | null
    cycle: Cycle | null
    continuous: boolean
    state: 'open' | 'done' | 'dropped'
    planned: number | null
    done: number | null
    posts: number | null
  }[]
}

export type Progress = { planned: number | null; done: number | null; posts: number | null }
type Action = Pick<PlanAction, 'day' | 'continuous' | 'aim' | 'state' | 'done_on'> & {
  cycle: Cycle | null
  tags: readonly string[]
  utm: string | null
}
type Days = { from: string; to: string }
/** The days of its posts within the days, whether a person tied any, and the rounds that the clock has as done. */
type Seen = { posts: readonly string[]; byHand: boolean; ticks: readonly string[] }

/**
 * Of a day: once, done when somebody said so. Of a cycle: as often as it falls, done by its posts and by what the clock
 * was told. All the time: as many posts as were aimed at in each quarter. What goes on without being tied to posts has
 * no count: not nothing.
 */
export function judgeAction(action: Action, seen: Seen, days: Days): Progress {
  const counts = action.tags.length > 0 || action.utm !== null || seen.byHand
  const posts = counts ? seen.posts.length : null
  const within = (day: string | null) => day !== null && day >= days.from && day < days.to
  if (action.day !== null) {
    const planned = within(action.day) ? 1 : 0
    const done = action.state === 'done' && within(action.done_on ?? action.day) ? 1 : 0
    return { planned, done, posts }
  }
  const planned = plannedOf(action, days)
  if (action.cycle && seen.ticks.length) return { planned, done: doneOf(action.cycle, seen), posts }
  if (action.state === 'done' && posts === null) return { planned, done: planned, posts }
  return { planned, done: posts, posts }
}

const plannedOf = ({ cycle, aim }: Action, days: Days): number | null =>
  cycle ? cycleDays(cycle, days.from, days.to).length : aim && aim * quartersIn(days)

/** In each week, month or quarter the more of what was posted and what was marked done: mostly they are the same. */
function doneOf(cycle: Cycle, { posts, ticks }: Seen): number {
  const [posted, ticked] = [
    Map.groupBy(posts, (day) => partOf(cycle, day)),
    Map.groupBy(ticks, (key) => partOfKey(cycle, key)),
  ]
  return [...new Set([...posted.keys(), ...ticked.keys()])].reduce(
    (sum, part) => sum + Math.max(posted.get(part)?.length ?? 0, ticked.get(part)?.length ?? 0),
    0,
  )
}

/** Quarters that the days touch. */
function quartersIn({ from, to }: Days): number {
  const nth = (day: string) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  return from < to ? nth(addDays(to, -1)) - nth(from) + 1 : 0
}

/** How many actions had something planned, of how many all of it was done, and how many nobody can tell of. */
export function sumProgress(actions: readonly Progress[]): { due: number; kept: number; unknown: number } {
  const due = actions.filter((one) => one.planned !== null && one.planned > 0)
  return {
    due: due.length,
    kept: due.filter((one) => one.done !== null && one.done >= (one.planned ?? 0)).length,
    unknown: due.filter((one) => one.done === null).length,
  }
}

// Planned against done of an action within some days: counts, or null where nobody can know.

import type { Cycle } from '../../config/cycle.ts'
import type { Label } from '../../config/place.ts'
import type { PlanAction } from '../../db/schema.ts'
import { cycleDays } from './cycle.ts'

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

/**
 * Of a day: once, done when somebody said so. Of a cycle: as often as it falls, done by its posts. All the time: as
 * many posts as were aimed at. What is not tied to posts and goes on has no count of what was done: not nothing.
 */
export function judgeAction(action: Action, tied: number, byHand: boolean, days: Days): Progress {
  const counts = action.tags.length > 0 || action.utm !== null || byHand
  const posts = counts ? tied : null
  const within = (day: string | null) => day !== null && day >= days.from && day < days.to
  if (action.day !== null) {
    const planned = within(action.day) ? 1 : 0
    const done = action.state === 'done' && within(action.done_on ?? action.day) ? 1 : 0
    return { planned, done, posts }
  }
  const planned = action.cycle ? cycleDays(action.cycle, days.from, days.to).length : action.aim
  if (action.state === 'done' && posts === null) return { planned, done: planned, posts }
  return { planned, done: posts, posts }
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

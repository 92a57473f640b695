// The rounds of a town's clock with what became of each: ahead, moved, late, done or left out; and when to remind.
import { type ClockWork, type DigestState, type Followed, followedParts } from '../../db/schema.ts'
import { nthOf, partOf, roundsOf, type Since } from './clock-rule.ts'
import { addDays, addQuarters, quarterOfDay, weekOfDay } from './quarter.ts'
import { isWorkingDay } from './working-days.ts'

export const entryStates = ['late', 'ahead', 'moved', 'done', 'left'] as const
/** left: its next round has come, and it can no longer be done in its own time. */
export type EntryState = (typeof entryStates)[number]

export type Item = {
  id: string
  history: readonly Since[]
  leads: readonly number[]
  work: ClockWork | null
  /** The last day on which it comes round. */
  until: string | null
  /** Of one that has ended only what was done is left. */
  ended_at: Date | null
}
/** What people have said of a round. */
export type Mark = { key: string; planned: string; day: string; done: boolean }
export type Facts = {
  /** With a lift, or with a reason why there is none. */
  weeks: ReadonlySet<string>
  digests: ReadonlyMap<string, DigestState>
  /** Kind and quarter of what has been sent. */
  reports: ReadonlySet<string>
  /** The years whose plan the board has handled, and whose process has been reviewed. */
  handled: ReadonlySet<string>
  reviewed: ReadonlySet<string>
  /** Actions of a plan that have a day and are done. */
  actions: ReadonlySet<string>
  /** Of actions that come round: how many posts they have in each week, month or quarter. */
  posted: ReadonlyMap<string, ReadonlyMap<string, number>>
}
export type Entry = { key: string; planned: string; day: string; state: EntryState }

/** No round is moved further from its day than this. */
export const FURTHEST_MOVE = 180
/** Nothing of ours comes round more seldom and still counts as late when it is older. */
const LONGEST = 400
/** What is said and seen of rounds is needed this many days back: of a late one, moved there, of the quarter before. */
export const LOOK_BACK = LONGEST + FURTHEST_MOVE + 92

/** Whether it follows a row of what is planned, and is changed there. */
export const isFollowed = (work: ClockWork | null): work is Followed =>
  (followedParts as readonly (ClockWork | null)[]).includes(work)

/** The digest that a round is about: that of the quarter before it. */
export const quarterBefore = (day: string): string => addQuarters(quarterOfDay(day), -1)

/** The item's rounds between two days, the second not included, as they stand today. */
export function entriesOf(
  item: Item,
  marks: readonly Mark[],
  facts: Facts,
  { from, to, today }: { from: string; to: string; today: string },
): Entry[] {
  // Only what was moved is looked for elsewhere; of a past year the next round is, which ends the waiting for the last.
  const wide = marks.some((one) => one.day !== one.planned) ? FURTHEST_MOVE : 0
  const after = today < to ? wide : FURTHEST_MOVE
  const rounds = new Map(
    roundsOf(item.history, addDays(from, -wide), addDays(to, after))
      .filter(({ slot }) => item.until === null || slot <= item.until)
      .map((one) => [
        one.key,
        { key: one.key, planned: one.day, day: one.day, done: isDone(item, one.slot, facts) },
      ]),
  )
  const single = item.history.at(-1)?.cycle.every === 'once'
  for (const mark of marks) {
    const round = rounds.get(mark.key)
    // A single date that is now another date is not waited for any more, though it had been moved.
    if (round || mark.done || !single)
      rounds.set(mark.key, { ...mark, done: mark.done || round?.done === true })
  }
  const all = [...rounds.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const newest = all.findLast((one) => one.day <= today)?.day ?? today
  return all
    .filter(({ day, done }) => day >= from && day < to && (done || item.ended_at === null))
    .map(({ done, ...one }) => ({ ...one, state: done ? 'done' : stateOf(one, newest, today) }))
}

function stateOf({ planned, day }: Omit<Mark, 'done' | 'key'>, newest: string, today: string): EntryState {
  if (day >= today) return planned === day ? 'ahead' : 'moved'
  return day < newest ? 'left' : 'late'
}

/** What is late today, and what comes before `to`. */
export function openEntries(
  item: Item,
  marks: readonly Mark[],
  facts: Facts,
  { today, to }: { today: string; to: string },
): Entry[] {
  return entriesOf(item, marks, facts, { from: addDays(today, -LONGEST), to, today }).filter(
    ({ state }) => state !== 'done' && state !== 'left',
  )
}

/** What the service has seen done by itself; the rest is for people to say. */
function isDone({ id, work, history }: Item, slot: string, facts: Facts): boolean {
  const { weeks, digests, reports, handled, reviewed, actions, posted } = facts
  if (work === 'action') {
    const cycle = history.at(-1)?.cycle
    if (!cycle || cycle.every === 'once') return actions.has(id)
    const posts = posted.get(id)?.get(partOf(cycle, slot)) ?? 0
    return posts > 0 && posts >= nthOf(cycle, slot)
  }
  if (work === 'plan') return handled.has(slot.slice(0, 4))
  if (work === 'review') return reviewed.has(slot.slice(0, 4))
  if (work === 'lift') return weeks.has(weekOfDay(slot))
  if (reports.has(`${work} ${quarterBefore(slot)}`)) return true
  const state = digests.get(quarterBefore(slot))
  if (work === 'freeze') return state !== undefined && state !== 'open' && state !== 'draft'
  if (work === 'analysis') return state === 'published' || state === 'delivered' || state === 'handled'
  return false
}

/** The working day on which somebody is reminded so many days ahead: never on a day off, and never too late. */
export function reminderDay(day: string, lead: number): string {
  const wanted = addDays(day, -lead)
  return isWorkingDay(wanted) ? wanted : reminderDay(day, lead + 1)
}

/** Which of the reminders is due today: of those whose day has come the nearest to the round's; null for none. */
export function leadDue({ day, state }: Entry, leads: readonly number[], today: string): number | null {
  if (day < today || (state !== 'ahead' && state !== 'moved')) return null
  const come = leads.filter((lead) => reminderDay(day, lead) <= today)
  return come.length ? Math.min(...come) : null
}

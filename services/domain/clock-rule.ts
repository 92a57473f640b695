// When a cycle comes round: its days in a span, off holidays, and what a change of the cycle leaves as it was.
import { type Cycle, weekdays } from '../../config/cycle.ts'
import { addDays, listDays, mondayOf, quarterDays, quarterOfDay, weekOfDay } from './quarter.ts'
import { isWorkingDay, nextWorkingDay } from './working-days.ts'

/** A cycle and the day from which it holds; a changed one is followed by another, and neither is written over. */
export type Since = { from: string; cycle: Cycle }

/** One round: `key` names it whatever becomes of its day; `slot` is the rule's day, `day` the working day for it. */
export type Round = { key: string; slot: string; day: string }

/** No holidays of ours push a day further than this. */
const FURTHEST = 14

/** The rounds whose day lies from `from` up to but not including `to`, in time's order. */
export function roundsOf(history: readonly Since[], from: string, to: string): Round[] {
  const rounds = new Map<string, Round>()
  for (const [n, { from: begins, cycle }] of history.entries()) {
    const ends = history[n + 1]?.from
    // A week, a month or a quarter whose turn came before the change has no second turn after it.
    for (const round of slotsOf(cycle, addDays(from, -FURTHEST), addDays(to, FURTHEST)))
      if (round.slot >= begins && !(ends && round.slot >= ends) && !rounds.has(round.key))
        rounds.set(round.key, round)
  }
  return [...rounds.values()]
    .filter(({ day }) => day >= from && day < to)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1))
}

/** The history with a new cycle from a day on: what was due before stays due, a single date is simply another date. */
export function withCycle(history: readonly Since[], cycle: Cycle, from: string): Since[] {
  const kept = history.filter((one) => one.from < from && one.cycle.every !== 'once')
  const begins = cycle.every === 'once' && cycle.day < from ? cycle.day : from
  return [...kept, { from: begins, cycle }]
}

/** The week, month or quarter that a day's round belongs to. */
export function partOf({ every }: Cycle, day: string): string {
  if (every === 'week') return weekOfDay(day)
  return every === 'quarter' ? quarterOfDay(day) : day.slice(0, 7)
}

/** The same by a round's key. */
export const partOfKey = ({ every }: Cycle, key: string): string =>
  every === 'week' ? key.slice(0, 8) : key.slice(0, 7)

/** Which of the rounds of its week, month or quarter has its turn on the day: 1 is the first. */
export function nthOf(cycle: Cycle, slot: string): number {
  if (cycle.every === 'week')
    return cycle.on.filter((name) => addDays(mondayOf(weekOfDay(slot)), weekdays.indexOf(name)) <= slot)
      .length
  if (cycle.every !== 'year') return 1
  return cycle.dates.filter((date) => date.startsWith(slot.slice(5, 7)) && date <= slot.slice(5)).length
}

/** The rounds of whatever weeks, months, quarters and years have a day in the span; some lie outside it. */
export function slotsOf(cycle: Cycle, from: string, to: string): Round[] {
  switch (cycle.every) {
    case 'week':
      return weeksIn(from, to).flatMap(({ week, days }) =>
        cycle.on.map((name) => {
          const slot = days[weekdays.indexOf(name)] as string
          return { key: cycle.on.length > 1 ? `${week}-${name}` : week, slot, day: inWeek(slot) }
        }),
      )
    case 'month':
      return monthsIn(from, to).map(({ month, last }) => {
        const slot = atMost(`${month}-${String(cycle.day).padStart(2, '0')}`, last)
        return { key: month, slot, day: nextWorkingDay(slot) }
      })
    case 'quarter':
      return quartersIn(from, to).map((quarter) => {
        const { from: first, to: next } = quarterDays(quarter)
        const slot = atMost(addDays(first, cycle.day - 1), addDays(next, -1))
        return { key: quarter, slot, day: nextWorkingDay(slot) }
      })
    case 'year':
      return yearsIn(from, to)
        .flatMap((year) => cycle.dates.map((date) => `${year}-${date}`))
        .filter((day) => !day.endsWith('-02-29') || lastOf(day.slice(0, 7)) === day)
        .map((slot) => ({ key: slot, slot, day: nextWorkingDay(slot) }))
    case 'times':
      return monthsIn(from, to)
        .filter(({ month }) => cycle.months.includes(Number(month.slice(5))))
        .map(({ month, last }) => ({ key: month, slot: last, day: lastWorkingDay(last) }))
    case 'once':
      return [{ key: cycle.day, slot: cycle.day, day: nextWorkingDay(cycle.day) }]
  }
}

const atMost = (day: string, last: string) => (day < last ? day : last)

/** On a holiday the next working day of the same week, else the last one before it: a week's work stays in its week. */
function inWeek(slot: string): string {
  if (isWorkingDay(slot)) return slot
  const next = nextWorkingDay(slot)
  return weekOfDay(next) === weekOfDay(slot) ? next : lastWorkingDay(slot)
}

function lastWorkingDay(day: string): string {
  return isWorkingDay(day) ? day : lastWorkingDay(addDays(day, -1))
}

function lastOf(month: string): string {
  return addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1)
}

/** Of the spans asked last: every item of every member of a joint place is asked for the same one. */
function remembered<Part>(count: (from: string, to: string) => readonly Part[]): typeof count {
  const known = new Map<string, readonly Part[]>()
  return (from, to) => {
    const span = `${from} ${to}`
    const parts = known.get(span) ?? count(from, to)
    if (known.size > 20) known.clear()
    known.set(span, parts)
    return parts
  }
}

const weeksIn = remembered((from, to) =>
  steps(mondayOf(weekOfDay(from)), to, (monday) => addDays(monday, 7)).map((monday) => ({
    week: weekOfDay(monday),
    days: listDays(monday, addDays(monday, 7)),
  })),
)
const monthsIn = remembered((from, to) =>
  steps(`${from.slice(0, 7)}-01`, to, (first) => addDays(lastOf(first.slice(0, 7)), 1)).map((first) => ({
    month: first.slice(0, 7),
    last: lastOf(first.slice(0, 7)),
  })),
)
const quartersIn = (from: string, to: string) =>
  steps(quarterDays(quarterOfDay(from)).from, to, (first) => quarterDays(quarterOfDay(first)).to).map(
    quarterOfDay,
  )
const yearsIn = (from: string, to: string) =>
  steps(`${from.slice(0, 4)}-01-01`, to, (first) => `${Number(first.slice(0, 4)) + 1}-01-01`).map((day) =>
    day.slice(0, 4),
  )

function steps(first: string, to: string, next: (day: string) => string): string[] {
  const all: string[] = []
  for (let day = first; day < to; day = next(day)) all.push(day)
  return all
}

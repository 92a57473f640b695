// Campaigns and trials as rules: when they run, what follow-up is due, which doors are open, and cents without floats.
import { safeUrl } from './link.ts'
import { isPeriod } from './measures.ts'

/** Months after the end at which a campaign is looked at once more. */
export const followUpMonths = [3, 6] as const
export type FollowUpMonths = (typeof followUpMonths)[number]

type Days = { from_day: string; to_day: string | null }

export function runState({ from_day, to_day }: Days, today: string): 'coming' | 'running' | 'ended' {
  if (today < from_day) return 'coming'
  return to_day !== null && today > to_day ? 'ended' : 'running'
}

export type FollowUpDue = { months: FollowUpMonths; due: string; state: 'coming' | 'due' | 'done' }

/** Nothing is followed up that has no end. */
export function followUpsDue(toDay: string | null, done: readonly number[], today: string): FollowUpDue[] {
  if (toDay === null) return []
  return followUpMonths.map((months) => {
    const due = addMonths(toDay, months)
    return { months, due, state: done.includes(months) ? 'done' : due <= today ? 'due' : 'coming' }
  })
}

/** The same day so many months later, or the last one of a month that is shorter. */
export function addMonths(day: string, n: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + n, Math.min(date, last))).toISOString().slice(0, 10)
}

export type Door = { day: string; title: string; url: string | null }
export type DoorFault = { line: number; wrong: 'day' | 'outside' | 'title' | 'twice' | 'url' }

/** A calendar's doors as people write them, one a line: `1.12. Poron aamu https://…`. All or nothing. */
export function readDoors(text: string, { from_day, to_day }: Days): { doors: Door[]; faults: DoorFault[] } {
  const doors: Door[] = []
  const faults: DoorFault[] = []
  for (const [nth, written] of text.split('\n').entries()) {
    if (!written.trim()) continue
    const fault = (wrong: DoorFault['wrong']) => faults.push({ line: nth + 1, wrong })
    const [, when = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(written) ?? []
    const day = readDay(when, from_day)
    const [, title = '', address] = /^(.*?)\s*(https?:\/\/\S*)?$/.exec(rest.trim()) ?? []
    if (!day) fault('day')
    else if (day < from_day || (to_day !== null && day > to_day)) fault('outside')
    else if (!title) fault('title')
    else if (doors.some((one) => one.day === day)) fault('twice')
    else if (address && !safeUrl(address)) fault('url')
    else doors.push({ day, title: title.slice(0, 160), url: safeUrl(address) })
  }
  return { doors: doors.sort((a, b) => (a.day < b.day ? -1 : 1)), faults }
}

/** The same text again, with the year said. */
export const writeDoors = (doors: readonly Door[]): string =>
  doors
    .map(({ day, title, url }) => {
      const [year, month, date] = day.split('-').map(Number)
      return [`${date}.${month}.${year}`, title, url].filter(Boolean).join(' ')
    })
    .join('\n')

/** `1.12.` is the first such day from the beginning on; a year may be said. */
function readDay(written: string, from: string): string | undefined {
  if (isPeriod('day', written)) return written
  const [, date = '', month = '', year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(written) ?? []
  const day = (y: number) => `${y}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const first = Number(from.slice(0, 4))
  const tries = year ? [day(Number(year))] : [day(first), day(first + 1)].filter((one) => one >= from)
  return tries.find((one) => isPeriod('day', one))
}

/** Euros as people write them, in cents: `99,50` is 9950. Undefined for anything else. */
export function readCents(written: string): number | undefined {
  const [, euros, cents = ''] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(written.replace(/[\s€]/g, '')) ?? []
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

/** Cents as a decimal string of euros: 9950 is `99.50`, 40000 is `400`. */
export function eurosOf(cents: number): string {
  const rest = cents % 100
  return `${(cents - rest) / 100}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}

/** The sum of what is known; null when nothing is. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((one) => one !== null)
  return known.length ? known.reduce((sum, one) => sum + one, 0) : null
}

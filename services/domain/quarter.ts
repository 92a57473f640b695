// Days, ISO weeks and quarters of a place, counted in its own time zone: bounds, neighbours, labels.

const formats = new Map<string, Intl.DateTimeFormat>()

function parts(at: Date, zone: string): Record<string, number> {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, Number(part.value)]))
}

const DAY = 86_400_000
const pad = (n: number, width = 2) => String(n).padStart(width, '0')
const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const text = (at: Date) => at.toISOString().slice(0, 10)

/** The calendar day of a moment in the zone, '2026-11-25'. */
export function dayOf(at: Date, zone: string): string {
  const { year = 0, month = 0, day = 0 } = parts(at, zone)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** The moment when a day begins in the zone; where midnight does not exist, the first moment after it. */
export function startOfDay(day: string, zone: string): Date {
  return momentAt(day, 0, zone)
}

/** The moment when the clocks of the zone show so many minutes after midnight of the day. */
export function momentAt(day: string, minutes: number, zone: string): Date {
  const wanted = utc(day).getTime() + minutes * 60_000
  let guess = wanted
  for (let round = 0; round < 3; round++) {
    const {
      year = 0,
      month = 1,
      day: date = 1,
      hour = 0,
      minute = 0,
      second = 0,
    } = parts(new Date(guess), zone)
    const off = Date.UTC(year, month - 1, date, hour, minute, second) - wanted
    if (off === 0) break
    guess -= off
  }
  return new Date(guess)
}

/** The day `n` days later (or earlier). */
export function addDays(day: string, n: number): string {
  return text(new Date(utc(day).getTime() + n * DAY))
}

/** Of two days the first and the second in time. */
export function inOrder(a: string, b: string): [first: string, second: string] {
  return a <= b ? [a, b] : [b, a]
}

/** Calendar days from `from` up to but not including `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY)
}

/** Every day from `from` up to but not including `to`. */
export function listDays(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, n) => addDays(from, n))
}

/** The ISO week of a calendar day, '2026-W53': the week belongs to the year of its Thursday. */
export function weekOfDay(day: string): string {
  const at = utc(day)
  const thursday = at.getTime() + (3 - ((at.getUTCDay() + 6) % 7)) * DAY
  const year = pad(new Date(thursday).getUTCFullYear(), 4)
  return `${year}-W${pad(Math.floor((thursday - utc(`${year}-01-01`).getTime()) / DAY / 7) + 1)}`
}

/** The ISO week of a moment in the zone. */
export function weekOf(at: Date, zone: string): string {
  return weekOfDay(dayOf(at, zone))
}

/** The Monday of an ISO week. */
export function mondayOf(week: string): string {
  const [year = '', number = ''] = week.split('-W')
  const fourth = `${year}-01-04`
  const firstMonday = addDays(fourth, -((utc(fourth).getUTCDay() + 6) % 7))
  return addDays(firstMonday, (Number(number) - 1) * 7)
}

/** The quarter of a calendar day, '2026-q4'. */
export function quarterOfDay(day: string): string {
  return `${day.slice(0, 4)}-q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The quarter of a moment in the zone. */
export function quarterOf(at: Date, zone: string): string {
  return quarterOfDay(dayOf(at, zone))
}

export const quarterPattern = /^(19|20)\d\d-q[1-4]$/

/** First day and the day after the last one. */
export function quarterDays(quarter: string): { from: string; to: string } {
  const year = Number(quarter.slice(0, 4))
  const nth = Number(quarter.at(-1))
  const from = `${year}-${pad(nth * 3 - 2)}-01`
  return { from, to: nth === 4 ? `${year + 1}-01-01` : `${year}-${pad(nth * 3 + 1)}-01` }
}

/** The moments between which the quarter lies: from the first, before the second. */
export function quarterBounds(quarter: string, zone: string): { from: Date; to: Date } {
  const { from, to } = quarterDays(quarter)
  return { from: startOfDay(from, zone), to: startOfDay(to, zone) }
}

/** The quarter `n` quarters later (or earlier): -1 is the previous, -4 the same a year ago. */
export function addQuarters(quarter: string, n: number): string {
  const count = Number(quarter.slice(0, 4)) * 4 + Number(quarter.at(-1)) - 1 + n
  return `${Math.floor(count / 4)}-q${(((count % 4) + 4) % 4) + 1}`
}

/** The ISO weeks whose Thursday lies in the quarter: 12, 13 or 14 of them. */
export function quarterWeeks(quarter: string): string[] {
  const { from, to } = quarterDays(quarter)
  const weeks: string[] = []
  let monday = mondayOf(weekOfDay(from))
  if (addDays(monday, 3) < from) monday = addDays(monday, 7)
  for (; addDays(monday, 3) < to; monday = addDays(monday, 7)) weeks.push(weekOfDay(monday))
  return weeks
}

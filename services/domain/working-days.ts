// Finnish working days: Monday to Friday without the public holidays and the eves that offices keep as such.
import { addDays, listDays } from './quarter.ts'

/** Easter Sunday of a year (Gauss, in Butcher's form). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  const [month, day] = [Math.floor(f / 31), (f % 31) + 1]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** The first day of the weekday (Monday is 0) on or after the given one. */
const nextWeekday = (day: string, wanted: number) => addDays(day, (wanted - weekday(day) + 7) % 7)

const fixed = ['01-01', '01-06', '05-01', '12-06', '12-24', '12-25', '12-26'] as const

const known = new Map<string, ReadonlySet<string>>()

function holidaysOf(year: string): ReadonlySet<string> {
  const found = known.get(year)
  if (found) return found
  const sunday = easter(Number(year))
  const days = new Set([
    ...fixed.map((one) => `${year}-${one}`),
    ...[-2, 1, 39].map((n) => addDays(sunday, n)),
    // Midsummer eve is the Friday between 19 and 25 June.
    nextWeekday(`${year}-06-19`, 4),
  ])
  known.set(year, days)
  return days
}

const isHoliday = (day: string): boolean => holidaysOf(day.slice(0, 4)).has(day)

export const isWorkingDay = (day: string): boolean => weekday(day) < 5 && !isHoliday(day)

/** The day itself, or the next one on which offices are open. */
export function nextWorkingDay(day: string): string {
  return isWorkingDay(day) ? day : nextWorkingDay(addDays(day, 1))
}

/** Working days from one day to another: the same day is 0, the next working day 1. */
export function workingDaysBetween(from: string, to: string): number {
  return listDays(addDays(from, 1), addDays(to, 1)).filter(isWorkingDay).length
}

// How often something is done: the days on which a cycle falls, and how many of them.
import { type Cycle, type Weekday, weekdays } from '../../config/cycle.ts'
import { addDays, daysBetween, listDays } from './quarter.ts'

const pad = (n: number) => String(n).padStart(2, '0')
const weekdayOf = (day: string): Weekday =>
  weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as Weekday

/** The months that begin in the span or reach into it, as '2026-11'. */
function listMonths(from: string, to: string): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day < to; day = nextMonth(day)) months.push(day.slice(0, 7))
  return months
}

const nextMonth = (first: string): string => {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]
  return month === 12 ? `${year + 1}-01-01` : `${year}-${pad(month + 1)}-01`
}

/** A day of the month; in a shorter month its last. */
const dayIn = (month: string, day: number): string => {
  const first = `${month}-01`
  return addDays(first, Math.min(day, daysBetween(first, nextMonth(first))) - 1)
}

/** Its days from `from` up to but not including `to`. "So many times" falls on the first of its months. */
export function cycleDays(cycle: Cycle, from: string, to: string): string[] {
  const within = (days: string[]) => days.filter((day) => day >= from && day < to)
  const months = listMonths(from, to)
  switch (cycle.every) {
    case 'week':
      return listDays(from, to).filter((day) => cycle.on.includes(weekdayOf(day)))
    case 'month':
      return within(months.map((month) => dayIn(month, cycle.day)))
    case 'quarter':
      return within(
        months.filter((month) => Number(month.slice(5)) % 3 === 1).map((month) => dayIn(month, cycle.day)),
      )
    case 'year':
      return within(
        months.flatMap((month) =>
          cycle.dates
            .filter((one) => one.slice(0, 2) === month.slice(5))
            .map((one) => dayIn(month, Number(one.slice(3)))),
        ),
      ).sort()
    case 'once':
      return within([cycle.day])
    case 'times':
      return within(
        months.filter((month) => cycle.months.includes(Number(month.slice(5)))).map((month) => `${month}-01`),
      )
  }
}

/** What a form says of a cycle. */
export type SentCycle = {
  every: Exclude<Cycle['every'], 'once'> | ''
  on: Weekday[]
  day: number | null
  dates: string
  months: number[]
  note: string
}

/** The cycle as it was sent; null for none, and what is missing where it says too little. */
export function readCycle(sent: SentCycle): Cycle | null | { missing: 'on' | 'day' | 'dates' | 'months' } {
  switch (sent.every) {
    case '':
      return null
    case 'week':
      return sent.on.length
        ? { every: 'week', on: weekdays.filter((one) => sent.on.includes(one)) }
        : { missing: 'on' }
    case 'month':
    case 'quarter':
      return sent.day === null ? { missing: 'day' } : { every: sent.every, day: sent.day }
    case 'year': {
      const dates = readDates(sent.dates)
      return dates?.length ? { every: 'year', dates } : { missing: 'dates' }
    }
    case 'times': {
      const months = [...new Set(sent.months)].sort((a, b) => a - b)
      return months.length ? { every: 'times', note: sent.note, months } : { missing: 'months' }
    }
  }
}

/** `14.5., 30.11.` as '05-14' and '11-30'; null when a part is no date. */
function readDates(text: string): string[] | null {
  const dates: string[] = []
  for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
    const [, day = '', month = ''] = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(part) ?? []
    const date = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const real = new Date(`2024-${date}T00:00:00Z`)
    if (Number.isNaN(real.getTime()) || real.toISOString().slice(5, 10) !== date) return null
    dates.push(date)
  }
  return [...new Set(dates)].sort()
}

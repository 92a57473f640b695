// How often something is done: the days on which a cycle falls, and how many of them.
import { type Cycle, type Weekday, weekdays } from '../../config/cycle.ts'
import { slotsOf } from './clock-rule.ts'

/** Its days from `from` up to but not including `to`, as the rule names them: a plan counts holidays in. */
export function cycleDays(cycle: Cycle, from: string, to: string): string[] {
  return slotsOf(cycle, from, to)
    .map(({ slot }) => slot)
    .filter((day) => day >= from && day < to)
    .sort()
}

/** What a form says of a cycle. */
export type SentCycle = {
  every: Cycle['every'] | ''
  on: Weekday[]
  day: number | null
  dates: string
  months: number[]
  note: string
  once: string | null
}

/** The cycle as it was sent; null for none, and what is missing where it says too little. */
export function readCycle(
  sent: SentCycle,
): Cycle | null | { missing: 'on' | 'day' | 'dates' | 'months' | 'once' } {
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
    case 'once':
      return sent.once === null ? { missing: 'once' } : { every: 'once', day: sent.once }
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

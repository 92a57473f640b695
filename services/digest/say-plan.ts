// When something is done, in words: a cycle, a day, or all the time.
import type { Cycle } from '../../config/cycle.ts'
import { formatDate, formatNumber, type Language, t } from '../../config/i18n.ts'
import type { PlanAction } from '../../db/schema.ts'
import { sayDay } from './say.ts'

export function sayCycle(language: Language, cycle: Cycle): string {
  switch (cycle.every) {
    case 'week':
      return t(language, 'cycle.say.week', {
        days: cycle.on.map((one) => t(language, `weekday.${one}`)).join(', '),
      })
    case 'month':
    case 'quarter':
      return t(language, `cycle.say.${cycle.every}`, { day: formatNumber(language, cycle.day) })
    case 'year':
      return t(language, 'cycle.say.year', {
        dates: cycle.dates.map((one) => sayDate(language, one)).join(', '),
      })
    case 'once':
      return sayDay(language, cycle.day, true)
    case 'times': {
      const months = cycle.months.map((one) => t(language, `month.${one}` as 'month.1')).join(', ')
      return t(language, 'cycle.say.times', { n: cycle.months.length, months })
    }
  }
}

const sayDate = (language: Language, date: string) =>
  formatDate(language, new Date(`2024-${date}T12:00:00Z`), 'UTC', 'short')

/** Null when nobody has said when. */
export function sayWhen(
  language: Language,
  { day, cycle, continuous }: Pick<PlanAction, 'day' | 'continuous'> & { cycle: Cycle | null },
): string | null {
  if (day) return sayDay(language, day, true)
  if (cycle) return sayCycle(language, cycle)
  return continuous ? t(language, 'cycle.say.always') : null
}

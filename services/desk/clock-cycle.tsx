// How often something comes round, on a form: one choice, and one line that says when, in the way its choice asks for.
import { type Cycle, weekdays } from '../../config/cycle.ts'
import { type Language, t } from '../../config/i18n.ts'
import type { Fields } from '../same-origin.ts'
import { Field } from './parts.tsx'

const kinds = ['week', 'month', 'quarter', 'year', 'times', 'once'] as const

/** What was sent, in the shape of a cycle; whether it is one is for the schema to say. */
export function sentCycle(fields: Fields): unknown {
  const { every, when = '', note = '' } = fields
  const parts = String(when)
    .split(/[\s,;]+/)
    .filter(Boolean)
  const dates = parts.map((one) =>
    one.replace(/^(\d{1,2})\.(\d{1,2})\.?$/, (_, day, month) => `${two(month)}-${two(day)}`),
  )
  switch (every) {
    case 'week':
      return { every, on: parts.map((one) => weekdays[Number(one) - 1] ?? one) }
    case 'month':
    case 'quarter':
      return { every, day: Number(parts[0]) }
    case 'year':
      return { every, dates }
    case 'times':
      return { every, note: String(note), months: parts.map(Number) }
    default:
      return {
        every,
        day: parts[0]?.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, d, m, y) => `${y}-${two(m)}-${two(d)}`),
      }
  }
}

const two = (n: string) => n.padStart(2, '0')

/** What stands on the line for a cycle: weekdays as 1 to 7, days, dates or months. */
function whenOf(cycle: Cycle): string {
  switch (cycle.every) {
    case 'week':
      return cycle.on.map((one) => weekdays.indexOf(one) + 1).join(', ')
    case 'year':
      return cycle.dates.map((one) => `${Number(one.slice(3))}.${Number(one.slice(0, 2))}.`).join(', ')
    case 'times':
      return cycle.months.join(', ')
    case 'once': {
      const [year, month, day] = cycle.day.split('-').map(Number)
      return `${day}.${month}.${year}`
    }
    default:
      return String(cycle.day)
  }
}

export function ClockCycle({
  language,
  own,
  cycle,
}: {
  language: Language
  own: string
  cycle: Cycle | undefined
}) {
  return (
    <>
      <div class="pair">
        <Field id={`${own}-every`} label={t(language, 'clock.every')}>
          <select id={`${own}-every`} name="every">
            {kinds.map((one) => (
              <option value={one} selected={one === cycle?.every}>
                {t(language, `clock.every.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${own}-when`} label={t(language, 'clock.on')} hint={t(language, 'clock.on.hint')}>
          <input
            id={`${own}-when`}
            name="when"
            type="text"
            required
            maxlength={120}
            value={cycle ? whenOf(cycle) : ''}
            aria-describedby={`${own}-when-hint`}
          />
        </Field>
      </div>
      {cycle?.every === 'times' && <input type="hidden" name="note" value={cycle.note} />}
    </>
  )
}

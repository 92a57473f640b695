// How often, on a form: by weekdays, by a day of the month or quarter, by dates, so many times in months, once, never.
import { type Cycle, weekdays } from '../../config/cycle.ts'
import { t } from '../../config/i18n.ts'
import type { Fields } from '../same-origin.ts'
import type { DeskContext } from './layout.tsx'
import { Field, Ticks } from './parts.tsx'
import { textOf } from './row-routes.ts'

const kinds = ['week', 'month', 'quarter', 'year', 'times'] as const

/**
 * `own` tells the fields of one form on the page from those of another; `timed` is for what has to have a time; `sent`
 * is what was refused.
 */
type Props = { c: DeskContext; own: string; cycle: Cycle | null; timed?: true; sent?: Fields | undefined }

export function CycleFields({ c, own, cycle, timed, sent }: Props) {
  const { language } = c.var
  const again = sent && 'every' in sent ? sent : undefined
  const was = (name: string, kept: string) => (again ? textOf(again[name]) : kept)
  const chosen = (name: string, kept: readonly string[]) => (again ? [again[name] ?? []].flat() : kept)
  const months = Array.from({ length: 12 }, (_, nth) => nth + 1)
  const dates =
    cycle?.every === 'year'
      ? cycle.dates.map((one) => `${Number(one.slice(3))}.${Number(one.slice(0, 2))}.`)
      : []
  return (
    <fieldset>
      <legend class="label">{t(language, 'cycle.title')}</legend>
      {!timed && <p class="hint">{t(language, 'cycle.hint')}</p>}
      <Field id={`${own}-every`} label={t(language, 'cycle.every')}>
        <select id={`${own}-every`} name="every">
          {!timed && <option value="">{t(language, 'cycle.none')}</option>}
          {[...kinds, ...(timed ? (['once'] as const) : [])].map((one) => (
            <option value={one} selected={was('every', cycle?.every ?? '') === one}>
              {t(language, `cycle.every.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <details class="fold" open={cycle !== null || timed || again !== undefined}>
        <summary>{t(language, 'cycle.when')}</summary>
        <fieldset class="ticks">
          <legend class="label">{t(language, 'cycle.on')}</legend>
          <Ticks
            name="on"
            options={weekdays.map((one) => [one, t(language, `weekday.${one}`)])}
            chosen={chosen('on', cycle?.every === 'week' ? cycle.on : [])}
          />
        </fieldset>
        <Field id={`${own}-day`} label={t(language, 'cycle.day')}>
          <input
            id={`${own}-day`}
            name="on_day"
            type="number"
            min={1}
            max={92}
            value={was('on_day', cycle && 'day' in cycle && cycle.every !== 'once' ? String(cycle.day) : '')}
          />
        </Field>
        <Field id={`${own}-dates`} label={t(language, 'cycle.dates')} hint={t(language, 'cycle.dates.hint')}>
          <input
            id={`${own}-dates`}
            name="dates"
            type="text"
            maxlength={200}
            value={was('dates', dates.join(' '))}
            aria-describedby={`${own}-dates-hint`}
          />
        </Field>
        <fieldset class="ticks">
          <legend class="label">{t(language, 'cycle.months')}</legend>
          <Ticks
            name="months"
            options={months.map((one) => [String(one), t(language, `month.${one}` as 'month.1')])}
            chosen={chosen('months', cycle?.every === 'times' ? cycle.months.map(String) : [])}
          />
        </fieldset>
        {timed && (
          <Field id={`${own}-once`} label={t(language, 'cycle.once')}>
            <input
              id={`${own}-once`}
              name="once"
              type="date"
              value={was('once', cycle?.every === 'once' ? cycle.day : '')}
            />
          </Field>
        )}
        <Field id={`${own}-note`} label={t(language, 'cycle.note')}>
          <input
            id={`${own}-note`}
            name="note"
            type="text"
            maxlength={120}
            value={was('note', cycle?.every === 'times' ? cycle.note : '')}
          />
        </Field>
      </details>
    </fieldset>
  )
}

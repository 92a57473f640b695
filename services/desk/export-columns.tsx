// A platform's statistics as they will be read: the columns and their meaning, what is in them, and what is wrong.
import { formatDate, formatNumber, t } from '../../config/i18n.ts'
import { sayDay } from '../digest/say.ts'
import { asTable, type CsvRow } from '../domain/csv.ts'
import { dateOrders } from '../domain/platform-dates.ts'
import { counted, daily } from '../domain/platform-file.ts'
import { fieldsOf, isCounter, tellers } from '../domain/platform-layouts.ts'
import type { CheckedExport, Found } from '../platform-files.ts'
import { channelName } from '../source-words.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'

export type Shown = {
  found: Found
  checked: CheckedExport
  rows: CsvRow[]
  /** Of the same workbook: looked at once `rows` are saved. */
  days: CsvRow[]
  name: string
  takenOn: string
  /** Rows that were just saved of the sheet before this one. */
  saved?: number
}

const SHOWN = 12
const EXAMPLES = 3

export function MapExport({ c, shown, today }: { c: DeskContext; shown: Shown; today: string }) {
  const { language } = c.var
  const { found, checked, rows, days, name, takenOn } = shown
  const { channel, per, dates, columns } = found.shape
  const good = checked.complaints.length === 0
  const said = { channel: channelName(language, channel), per: t(language, `export.per.${per}`) }
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{name || t(language, 'export.columns')}</h2>
      {good ? <Good c={c} shown={shown} /> : <Wrong c={c} checked={checked} />}
      <p class="quiet">{t(language, `export.${found.how}`, said)}</p>
      <Form c={c} action={deskPath(c, '/exports/import')} class="settings">
        <textarea name="table" hidden aria-label={t(language, 'export.file')}>
          {asTable(rows)}
        </textarea>
        {days.length > 0 && (
          <>
            <textarea name="days" hidden aria-label={t(language, 'export.days')}>
              {asTable(days)}
            </textarea>
            <p>{t(language, 'export.days')}</p>
          </>
        )}
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="was" value={`${channel} ${per}`} />
        <div class="pair">
          <Select
            {...{ c, name: 'channel', label: t(language, 'export.channel'), chosen: channel }}
            options={tellers.map((one) => [one, channelName(language, one)])}
          />
          <Select
            {...{ c, name: 'per', label: t(language, 'export.per'), chosen: per }}
            options={(['post', 'day'] as const)
              .filter((one) => one === 'day' || !isCounter(channel))
              .map((one) => [one, t(language, `export.per.${one}`)])}
          />
        </div>
        <div class="pair">
          <Select
            {...{ c, name: 'dates', label: t(language, 'export.dates'), chosen: dates ?? '' }}
            options={[
              ['', t(language, 'export.dates.auto')],
              ...dateOrders.map((one): [string, string] => [one, t(language, `export.dates.${one}`)]),
            ]}
          />
          <Field id="taken" label={t(language, 'export.taken')}>
            <input id="taken" name="taken" type="date" required max={today} value={takenOn} />
          </Field>
        </div>
        {found.head.cells.map((heading, nth) => (
          <Select
            {...{ c, name: `column_${nth}`, chosen: columns[nth] ?? '' }}
            label={heading.trim() || t(language, 'survey.columns.nth', { n: nth + 1 })}
            hint={examplesOf(found, nth)}
            options={[
              ['', t(language, 'export.skip')],
              ...fieldsOf(channel, per).map((one): [string, string] => [
                one,
                t(language, `export.field.${one}`),
              ]),
            ]}
          />
        ))}
        {good && !checked.before && (
          <button type="submit" name="step" value="save" class="button main">
            {t(language, 'export.save')}
          </button>
        )}
        <button type="submit" name="step" value="check" class="button">
          {t(language, 'export.check')}
        </button>
      </Form>
    </section>
  )
}

const examplesOf = ({ table }: Found, nth: number) =>
  table
    .slice(0, EXAMPLES)
    .map((row) => (row.cells[nth] ?? '').slice(0, 40))
    .filter(Boolean)
    .join(' · ') || undefined

type Choice = {
  c: DeskContext
  name: string
  label: string
  hint?: string | undefined
  chosen: string
  options: readonly (readonly [string, string])[]
}

function Select({ name, label, hint, chosen, options }: Choice) {
  return (
    <Field id={name} label={label} hint={hint}>
      <select id={name} name={name} aria-describedby={hint ? `${name}-hint` : undefined}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Wrong({ c, checked: { complaints } }: { c: DeskContext; checked: CheckedExport }) {
  const { language } = c.var
  return (
    <Say tone="need" title={t(language, 'numbers.complaints', { n: complaints.length })}>
      <ul>
        {complaints.slice(0, SHOWN).map((one) => (
          <li>
            {one.path && `${one.path}: `}
            {one.message}
          </li>
        ))}
        {complaints.length > SHOWN && (
          <li>{t(language, 'numbers.more', { n: complaints.length - SHOWN })}</li>
        )}
      </ul>
    </Say>
  )
}

/** What will be saved: how many rows of which time, and the sums to hold beside the platform's own. */
function Good({ c, shown: { found, checked } }: { c: DeskContext; shown: Shown }) {
  const { language, place } = c.var
  const { posts, days, before } = checked
  const { per } = found.shape
  if (before) {
    const when = formatDate(language, before.at, place.time_zone, 'date')
    return (
      <Say tone="need" title={t(language, 'export.again')}>
        {t(language, 'export.again.text', { who: before.by, when })}
      </Say>
    )
  }
  const [first, last] = [checked.first, checked.last].map((day) => sayDay(language, day, true)) as [
    string,
    string,
  ]
  const known = posts.filter((one) => one.post !== null).length
  const n = posts.length + days.length
  return (
    <Say tone="good" title={t(language, `export.good.${per}`, { n, first, last, known })}>
      <ul>
        {sumsOf(checked).map(({ field, value }) => (
          <li>
            {t(language, field === 'followers' ? 'export.last-value' : 'export.sum', {
              field: t(language, `export.field.${field}`),
              n: formatNumber(language, value),
            })}
          </li>
        ))}
        <li>{t(language, `export.good.${per}.text`)}</li>
      </ul>
    </Say>
  )
}

/** Reach is left out: the same people stand in many of its numbers. */
function sumsOf({ posts, days }: CheckedExport) {
  const add = (values: readonly (number | null)[]) => {
    const told = values.filter((one) => one !== null)
    return told.length ? told.reduce((sum, one) => sum + one, 0) : null
  }
  const last = [...days].sort((a, b) => (a.day < b.day ? -1 : 1)).findLast((one) => one.followers !== null)
  const sums = [
    ...counted
      .filter((field) => field !== 'reach' && posts.length)
      .map((field) => ({ field, value: add(posts.map((one) => one[field])) })),
    ...daily
      .filter((field) => field !== 'followers' && days.length)
      .map((field) => ({ field, value: add(days.map((one) => one[field])) })),
    { field: 'followers' as const, value: last?.followers ?? null },
  ]
  return sums.flatMap(({ field, value }) => (value === null ? [] : [{ field, value }]))
}

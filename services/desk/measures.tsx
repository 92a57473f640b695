// Numbers entered by hand: one by a form, many as a table that is checked before anything is saved.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listNewestMeasures } from '../../db/measures.ts'
import type { Deps } from '../deps.ts'
import { asTable, decodeTable } from '../domain/csv.ts'
import { indicators } from '../domain/indicators.ts'
import { type Complaint, Refusal } from '../errors.ts'
import { checkMeasures, readMeasureTable, takeMeasures } from '../measures.ts'
import { readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { isSpreadsheet, readSpreadsheet } from '../spreadsheet.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { type CheckedTable, Many } from './measure-table.tsx'
import { Field, Form, Say } from './parts.tsx'

type Fields = Record<string, string | string[]>

export function measureRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  return (
    new Hono<Signed>()
      .get('/:place/measures', ...write, (c) => show(deps, c, {}))
      .post('/:place/measures', ...write, async (c) => {
        const fields = await readForm(c)
        const one = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
        const sent = {
          ...{ indicator: one('indicator'), dim: one('dim'), period: one('period') },
          ...{ value: one('value'), source: one('source'), status: one('status') },
        }
        const checked = checkMeasures([sent], c.var.language, () => '')
        if (checked.complaints.length) return show(deps, c, fields, checked.complaints)
        return done(c, await takeMeasures(deps, c.var.place.id, checked, c.var.visitor.name, 'typed'))
      })
      // The first sending checks and shows, the second saves what was shown.
      .post('/:place/measures/import', ...write, async (c) => {
        const fields = await readForm(c)
        const text = await sentTable(c, fields)
        const checked = { ...readMeasureTable(new TextEncoder().encode(text), c.var.language), text }
        if (fields.step !== 'save' || checked.complaints.length) return show(deps, c, {}, undefined, checked)
        return done(c, await takeMeasures(deps, c.var.place.id, checked, c.var.visitor.name, 'file'))
      })
  )
}

function done(c: DeskContext, { saved, unchanged }: { saved: number; unchanged: number }): Response {
  return c.redirect(deskPath(c, `/measures?saved=${saved}&unchanged=${unchanged}`), 303)
}

/** The file when there is one, else the pasted lines. */
async function sentTable(c: DeskContext, fields: Fields): Promise<string> {
  const { file } = await c.req.parseBody({ all: true })
  if (file instanceof File && file.size) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return isSpreadsheet(bytes) ? asTable((await readSpreadsheet(bytes)) ?? []) : decodeTable(bytes)
  }
  if (typeof fields.table !== 'string') throw new Refusal('invalid', 400)
  return fields.table
}

async function show(
  { db }: Deps,
  c: DeskContext,
  sent: Fields,
  single?: Complaint[],
  table?: CheckedTable,
): Promise<Response> {
  const { language, place } = c.var
  const title = t(language, 'numbers.title')
  const wrong = (single?.length ?? 0) + (table?.complaints.length ?? 0) > 0
  const count = (name: string) => Number(/^\d{1,6}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0)
  const values = { saved: count('saved'), unchanged: count('unchanged') }
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'numbers.lede')}</p>
          <p>
            <a href={deskPath(c, '/exports')}>{t(language, 'numbers.to-exports')}</a> ·{' '}
            <a href={deskPath(c, '/notes')}>{t(language, 'notes.to-notes')}</a>
          </p>
        </header>
        {c.req.query('saved') && <Say tone="good" title={t(language, 'numbers.saved', values)} />}
        {single && (
          <Say tone="need" title={t(language, 'error.invalid')}>
            {single.map((one) => one.message).join(' · ')}
          </Say>
        )}
        <One c={c} sent={sent} />
        <Many c={c} checked={table} />
        <Newest c={c} rows={await listNewestMeasures(db, place.id, 20)} />
        <p>
          <a href={`/api/v1/places/${place.id}/series.csv`}>{t(language, 'numbers.series')}</a>
        </p>
      </main>
    </DeskPage>,
    wrong ? 400 : 200,
  )
}

const statuses = ['ok', 'partial', 'preliminary', 'estimate'] as const

function One({ c, sent }: { c: DeskContext; sent: Fields }) {
  const { language } = c.var
  const was = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  const input = (name: 'dim' | 'period' | 'value', required = false) => (
    <Field id={name} label={t(language, `numbers.${name}`)} hint={t(language, `numbers.${name}.hint`)}>
      <input
        id={name}
        name={name}
        type="text"
        required={required}
        maxlength={200}
        value={was(name)}
        aria-describedby={`${name}-hint`}
      />
    </Field>
  )
  return (
    <section aria-labelledby="one">
      <h2 id="one">{t(language, 'numbers.one')}</h2>
      <Form c={c} action={deskPath(c, '/measures')} class="settings">
        <Field id="indicator" label={t(language, 'numbers.indicator')}>
          <select id="indicator" name="indicator">
            {indicators.map((one) => (
              <option value={one.id} selected={one.id === was('indicator')}>
                {t(language, one.label)}
              </option>
            ))}
          </select>
        </Field>
        {input('dim')}
        <div class="pair">
          {input('period', true)}
          {input('value')}
        </div>
        <div class="pair">
          <Field id="source" label={t(language, 'numbers.source')}>
            <input id="source" name="source" type="text" required maxlength={200} value={was('source')} />
          </Field>
          <Field id="status" label={t(language, 'numbers.status')}>
            <select id="status" name="status">
              {statuses.map((one) => (
                <option value={one} selected={one === was('status')}>
                  {t(language, `figure.status.${one}`)}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <button type="submit" class="button main">
          {t(language, 'numbers.save')}
        </button>
      </Form>
    </section>
  )
}

function Newest({ c, rows }: { c: DeskContext; rows: Awaited<ReturnType<typeof listNewestMeasures>> }) {
  const { language } = c.var
  const heads = ['indicator', 'period', 'value', 'source'] as const
  const label = (name: string) => {
    const found = indicators.find((one) => one.id === name)
    return found ? t(language, found.label) : name
  }
  return (
    <section aria-labelledby="newest">
      <h2 id="newest">{t(language, 'numbers.list')}</h2>
      {rows.length === 0 && <p class="quiet">{t(language, 'numbers.list.none')}</p>}
      {rows.length > 0 && (
        <table class="rows">
          <thead>
            <tr>
              {heads.map((one) => (
                <th scope="col">{t(language, `numbers.${one}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">
                  {label(row.indicator)} <span class="quiet">{row.dim}</span>
                </th>
                <td data-label={t(language, 'numbers.period')}>{row.period}</td>
                <td data-label={t(language, 'numbers.value')}>
                  {row.value ?? t(language, 'figure.status.no_data')}
                </td>
                <td data-label={t(language, 'numbers.source')}>
                  {[row.source_id, row.file].filter(Boolean).join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

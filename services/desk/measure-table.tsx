// A table of numbers at the desk: sent, shown with what is wrong in it, and saved when nothing is.
import { t } from '../../config/i18n.ts'
import type { NewMeasure } from '../../db/measures.ts'
import type { Complaint } from '../errors.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'

export type CheckedTable = {
  rows: (NewMeasure & { source: string })[]
  complaints: Complaint[]
  text: string
}

const SHOWN = 8

export function Many({ c, checked }: { c: DeskContext; checked: CheckedTable | undefined }) {
  const { language } = c.var
  const n = checked?.complaints.length ?? 0
  const more = (all: number) => all > SHOWN && <li>{t(language, 'numbers.more', { n: all - SHOWN })}</li>
  return (
    <section aria-labelledby="many">
      <h2 id="many">{t(language, 'numbers.table')}</h2>
      {checked && n > 0 && (
        <Say tone="need" title={t(language, 'numbers.complaints', { n })}>
          <ul>
            {checked.complaints.slice(0, SHOWN).map((one) => (
              <li>
                {one.path && `${one.path}: `}
                {one.message}
              </li>
            ))}
            {more(n)}
          </ul>
        </Say>
      )}
      {checked && n === 0 && (
        <>
          <Say tone="good" title={t(language, 'numbers.good', { n: checked.rows.length })}>
            <ul>
              {checked.rows.slice(0, SHOWN).map((row) => (
                <li>
                  {[row.indicator, row.dim, row.period, row.value, row.source].filter(Boolean).join(' · ')}
                </li>
              ))}
              {more(checked.rows.length)}
            </ul>
          </Say>
          <Form c={c} action={deskPath(c, '/measures/import')}>
            <input type="hidden" name="step" value="save" />
            <textarea name="table" hidden aria-label={t(language, 'numbers.table')}>
              {checked.text}
            </textarea>
            <button type="submit" class="button main">
              {t(language, 'numbers.import')}
            </button>
          </Form>
        </>
      )}
      <Form c={c} action={deskPath(c, '/measures/import')} class="settings" enctype="multipart/form-data">
        <Field id="file" label={t(language, 'numbers.file')} hint={t(language, 'numbers.table.hint')}>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,.tsv,.xlsx"
            aria-describedby="file-hint"
          />
        </Field>
        <Field id="table" label={t(language, 'numbers.paste')}>
          <textarea id="table" name="table" rows={5}>
            {n > 0 ? checked?.text : ''}
          </textarea>
        </Field>
        <button type="submit" class="button">
          {t(language, 'numbers.check')}
        </button>
      </Form>
    </section>
  )
}

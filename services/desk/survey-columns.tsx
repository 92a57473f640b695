// The columns of a survey's file beside the questions they answer, checked by a person before anything is saved.
import { t } from '../../config/i18n.ts'
import type { SurveyRow } from '../../db/surveys.ts'
import { asTable, type CsvRow } from '../domain/csv.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

export type Mapping = { rows: CsvRow[]; columns: (number | null)[]; sent: Fields }
const EXAMPLES = 3

export function MapColumns({ c, survey, mapping }: { c: DeskContext; survey: SurveyRow; mapping: Mapping }) {
  const { language } = c.var
  const { rows, columns, sent } = mapping
  const was = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  const examples = (nth: number) =>
    rows
      .slice(1, 1 + EXAMPLES)
      .map((row) => (row.cells[nth] ?? '').slice(0, 40))
      .filter(Boolean)
      .join(' · ')
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{t(language, 'survey.columns')}</h2>
      <p class="quiet">{t(language, 'survey.columns.lede', { n: rows.length - 1 })}</p>
      <Form c={c} action={deskPath(c, `/surveys/${survey.public_id}/table`)} class="settings">
        <input type="hidden" name="step" value="save" />
        <textarea name="table" hidden aria-label={t(language, 'survey.file')}>
          {asTable(rows)}
        </textarea>
        {columns.map((position, nth) => (
          <Field
            id={`column_${nth}`}
            label={rows[0]?.cells[nth]?.trim() || t(language, 'survey.columns.nth', { n: nth + 1 })}
            hint={examples(nth) || undefined}
          >
            <select id={`column_${nth}`} name={`column_${nth}`}>
              <option value="">{t(language, 'survey.columns.skip')}</option>
              {survey.questions.map((one) => (
                <option value={one.position} selected={one.position === position}>
                  {one.label}
                </option>
              ))}
            </select>
          </Field>
        ))}
        <div class="pair">
          {(['from', 'to'] as const).map((name) => (
            <Field id={name} label={t(language, `survey.${name}`)}>
              <input id={name} name={name} type="date" required value={was(name)} />
            </Field>
          ))}
        </div>
        <div class="pair">
          <Field id="link" label={t(language, 'survey.link')}>
            <select id="link" name="link">
              {(['closed', 'open'] as const).map((link) => (
                <option value={link} selected={was('link') === link}>
                  {t(language, `survey.link.${link}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="invited" label={t(language, 'survey.invited')} hint={t(language, 'survey.invited.hint')}>
            <input
              id="invited"
              name="invited"
              type="text"
              inputmode="numeric"
              maxlength={7}
              value={was('invited')}
              aria-describedby="invited-hint"
            />
          </Field>
        </div>
        <button type="submit" class="button main">
          {t(language, 'survey.columns.save')}
        </button>
      </Form>
    </section>
  )
}

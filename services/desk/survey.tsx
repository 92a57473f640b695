// One survey at the desk: its answers so far, a paper typed in, and a file whose columns a person checks.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listBatches, type SurveyRow } from '../../db/surveys.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { type CsvRow, decodeTable, readCsv } from '../domain/csv.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { isSpreadsheet, readSpreadsheet } from '../spreadsheet.ts'
import { findSurvey, readHead, readResults, sentBatch, takeAnswers, typePaper } from '../surveys.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say, TableFile } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { MapColumns, type Mapping } from './survey-columns.tsx'
import { Paper, typedOf } from './survey-paper.tsx'
import { Results } from './survey-results.tsx'

const one = (fields: Fields, name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
type Shown = { sent?: Fields; mapping?: Mapping; refusal?: Refusal }

export function surveyRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  const find = (c: DeskContext) => findSurvey(deps, c.var.place.id, c.req.param('id') ?? '')
  const how = (c: DeskContext) => ({ by: c.var.visitor.name, language: c.var.language })
  return (
    new Hono<Signed>()
      .get('/:place/surveys/:id', ...write, async (c) => show(deps, c, await find(c), {}))
      .post('/:place/surveys/:id/paper', ...write, async (c) => {
        const fields = await readForm(c)
        const survey = await find(c)
        const answers = Object.fromEntries(
          survey.questions.map(({ position }) => [position, typedOf(fields, `answer_${position}`)]),
        )
        try {
          await typePaper(deps, c.var.place.id, survey, { day: one(fields, 'day'), answers }, how(c))
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return show(deps, c, survey, { sent: fields, refusal: error })
        }
        const day = encodeURIComponent(one(fields, 'day'))
        return c.redirect(deskPath(c, `/surveys/${survey.public_id}?saved=1&day=${day}#paper`), 303)
      })
      // The first sending shows the columns, the second saves what a person has checked.
      .post('/:place/surveys/:id/table', ...write, async (c) => {
        const fields = await readForm(c)
        const survey = await find(c)
        try {
          const rows = await sentRows(c, fields)
          const { head, columns } = await readHead(deps, c.var.place.id, survey, rows)
          const chosen = fields.step === 'save' ? chosenColumns(fields, head.length) : columns
          const mapping = { rows, columns: chosen, sent: fields }
          if (fields.step !== 'save') return show(deps, c, survey, { mapping })
          try {
            const { from, to, link, invited } = fields
            const batch = readStrictly(sentBatch, { from, to, link, invited })
            const taken = await takeAnswers(
              deps,
              c.var.place.id,
              survey,
              { rows, columns: chosen, batch },
              how(c),
            )
            return c.redirect(deskPath(c, `/surveys/${survey.public_id}?taken=${taken.respondents}`), 303)
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
            return show(deps, c, survey, { mapping, refusal: error })
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return show(deps, c, survey, { refusal: error })
        }
      })
  )
}

function chosenColumns(fields: Fields, length: number): (number | null)[] {
  return Array.from({ length }, (_, nth) => Number(one(fields, `column_${nth}`)) || null)
}

/** The file as rows, or the rows that the page before carries. */
async function sentRows(c: DeskContext, fields: Fields): Promise<CsvRow[]> {
  const { file } = await c.req.parseBody({ all: true })
  if (!(file instanceof File) || !file.size) return readCsv(one(fields, 'table'))
  const bytes = new Uint8Array(await file.arrayBuffer())
  const rows = isSpreadsheet(bytes) ? await readSpreadsheet(bytes) : readCsv(decodeTable(bytes))
  if (!rows) throw new Refusal('survey-table', 400)
  return rows
}

async function show(deps: Deps, c: DeskContext, survey: SurveyRow, shown: Shown): Promise<Response> {
  const { language, place } = c.var
  const { refusal, mapping } = shown
  const batches = await listBatches(deps.db, survey.id)
  const taken = /^\d{1,6}$/.exec(c.req.query('taken') ?? '')?.[0]
  return c.html(
    <DeskPage c={c} title={survey.title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{survey.title}</h1>
          <p>
            <a href={deskPath(c, '/surveys')}>{t(language, 'survey.title')}</a>
          </p>
        </header>
        {refusal && (
          <Say tone="need" {...refusalWords(language, refusal)}>
            <ul>
              {refusal.complaints.slice(0, 12).map((wrong) => (
                <li>
                  {wrong.path && `${wrong.path}: `}
                  {wrong.message}
                </li>
              ))}
            </ul>
          </Say>
        )}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'survey.paper.saved')} />}
        {taken && !refusal && <Say tone="good" title={t(language, 'survey.taken', { n: Number(taken) })} />}
        {mapping ? (
          <MapColumns c={c} survey={survey} mapping={mapping} />
        ) : (
          <>
            <Paper
              c={c}
              survey={survey}
              sent={shown.sent ?? {}}
              today={dayOf(deps.clock(), place.time_zone)}
            />
            <FileForm c={c} survey={survey} />
          </>
        )}
        <Results c={c} results={await readResults(deps, place.id, survey.public_id)} />
        <h2>{t(language, 'survey.batches')}</h2>
        {batches.length === 0 && <p class="quiet">{t(language, 'survey.batches.none')}</p>}
        <ul class="noted">
          {batches.map((batch) => (
            <li>
              {sayDay(language, batch.from_day)}–{sayDay(language, batch.to_day, true)}{' '}
              <span class="quiet">
                {[
                  t(language, `survey.origin.${batch.origin}`),
                  t(language, 'survey.answered', { n: batch.respondents }),
                  batch.invited === null ? t(language, `survey.link.${batch.link}`) : undefined,
                  batch.invited === null
                    ? undefined
                    : t(language, 'digest.survey.invited', { n: batch.invited }),
                  batch.by,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function FileForm({ c, survey }: { c: DeskContext; survey: SurveyRow }) {
  const { language } = c.var
  return (
    <section aria-labelledby="by-file">
      <h2 id="by-file">{t(language, 'survey.file')}</h2>
      <Form
        c={c}
        action={deskPath(c, `/surveys/${survey.public_id}/table`)}
        class="settings"
        enctype="multipart/form-data"
      >
        <Field id="file" label={t(language, 'survey.file.choose')} hint={t(language, 'survey.file.hint')}>
          <TableFile />
        </Field>
        <button type="submit" class="button">
          {t(language, 'survey.file.read')}
        </button>
      </Form>
    </section>
  )
}

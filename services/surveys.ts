// Surveys as people bring them: made once, answered on paper or in a file that is taken whole or not at all.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Language, t } from '../config/i18n.ts'
import { appendAudit } from '../db/audit.ts'
import { countAnswers, listBatchRows } from '../db/figures/people.ts'
import { makeId } from '../db/ids.ts'
import { inTransaction } from '../db/open.ts'
import { questionKinds } from '../db/schema.ts'
import * as db from '../db/surveys.ts'
import type { Deps } from './deps.ts'
import type { CsvRow } from './domain/csv.ts'
import type { SurveyRecord } from './domain/digest-model.ts'
import { isPeriod } from './domain/measures.ts'
import { inOrder, quarterDays, quarterOfDay } from './domain/quarter.ts'
import { type Asked, badOptions, guessColumns, readAnswer, readAnswers } from './domain/survey-table.ts'
import { describeSurvey, GRADES, joinBatches } from './domain/surveys.ts'
import { type Complaint, Refusal } from './errors.ts'
import { line, maybe } from './sent-text.ts'

type Needs = Pick<Deps, 'db' | 'clock'>
const day = z.string().refine((one) => isPeriod('day', one), 'must be a day, for example 2026-11-25')
const whole = z.coerce.number().int().min(0).max(100)

export const MOST_QUESTIONS = 8

const question = z
  .object({
    kind: z.enum(questionKinds),
    label: line(300).pipe(z.string().min(1)),
    low: maybe(whole),
    high: maybe(whole),
    choices: maybe(line(1_000)),
  })
  .transform(({ kind, label, low, high, choices }): db.NewQuestion => {
    const none = { kind, label, low: null, high: null, choices: [] }
    if (kind === 'scale') return { ...none, low: low ?? 1, high: high ?? 5 }
    if (kind === 'nps') return { ...none, low: low === 1 ? 1 : 0, high: 10 }
    if (kind === 'grade') return { ...none, ...GRADES }
    if (kind === 'choice' || kind === 'several')
      return {
        ...none,
        choices: [...new Set((choices ?? '').split(';').map((one) => one.trim()))].filter(Boolean),
      }
    return none
  })
  .refine(({ low, high }) => low === null || high === null || low < high, 'the scale ends where it begins')
  .refine(
    ({ kind, choices }) => (kind !== 'choice' && kind !== 'several') || choices.length > 1,
    'a choice needs two answers or more',
  )

/** A survey as it is made: a title and up to eight questions. */
export const sentSurvey = z.object({
  title: line(200).pipe(z.string().min(1)),
  questions: z.array(question).min(1).max(MOST_QUESTIONS),
})

export async function makeSurvey(
  { db: connection, clock }: Needs,
  place: string,
  sent: z.infer<typeof sentSurvey>,
  by: string,
): Promise<string> {
  const at = clock()
  const id = makeId('s')
  await inTransaction(connection, async (trx) => {
    await db.addSurvey(trx, place, id, sent, { by, at })
    await appendAudit(trx, {
      place,
      at,
      actor: by,
      action: 'survey.make',
      object: `survey:${id}`,
      detail: {},
    })
  })
  return id
}

export async function findSurvey(
  { db: connection }: Needs,
  place: string,
  id: string,
): Promise<db.SurveyRow> {
  const found = (await db.listSurveys(connection, place)).find((one) => one.public_id === id)
  if (!found) throw new Refusal('not-found', 404)
  return found
}

/** What all answers of a survey tell together; undefined while there are none. */
export async function readResults(
  { db: connection }: Pick<Needs, 'db'>,
  place: string,
  id: string,
): Promise<SurveyRecord | undefined> {
  const ever = { from: '0001-01-01', to: '9999-12-31' }
  const batches = (await listBatchRows(connection, place, ever)).filter((one) => one.survey === id)
  if (!batches.length) return undefined
  const answers = (await countAnswers(connection, place, ever)).filter((one) => one.survey === id)
  return joinBatches(batches, answers).map(describeSurvey)[0]
}

/** One paper's answers by the position of the question; joined to the papers of the same quarter. */
export async function typePaper(
  { db: connection, clock }: Needs,
  place: string,
  survey: db.SurveyRow,
  sent: { day: string; answers: Readonly<Record<number, string>> },
  how: { by: string; language: Language },
): Promise<void> {
  const at = clock()
  const complaints: Complaint[] = []
  if (!isPeriod('day', sent.day))
    complaints.push({ path: 'day', message: t(how.language, 'survey.wrong.day') })
  const given = survey.questions.flatMap((one) => {
    const value = readAnswer(one, sent.answers[one.position] ?? '')
    if (value === undefined) complaints.push({ path: one.label, message: sayWrong(how.language, one, '') })
    return value ? [{ question: one.id, value }] : []
  })
  if (complaints.length) throw new Refusal('invalid', 400, { complaints })
  if (!given.length) throw new Refusal('survey-empty', 400)
  await inTransaction(connection, async (trx) => {
    const open = await db.lockPaper(trx, survey.id, quarterDays(quarterOfDay(sent.day)))
    const fresh = {
      ...{ public_id: makeId('b'), from_day: sent.day, to_day: sent.day, link: 'open' as const },
      ...{ invited: null, origin: 'paper' as const, file_hash: null },
    }
    const batch = open?.id ?? (await db.addBatch(trx, place, survey.id, fresh, { by: how.by, at }))
    if (open) {
      const days = {
        from_day: inOrder(open.from_day, sent.day)[0],
        to_day: inOrder(open.to_day, sent.day)[1],
      }
      await db.changeBatch(trx, place, { id: batch }, days)
    }
    const respondent = open?.next ?? 1
    await db.addAnswers(
      trx,
      place,
      batch,
      given.map((one) => ({ ...one, respondent })),
    )
  })
}

function sayWrong(language: Language, { kind, low, high, choices }: Asked, value: string): string {
  if (kind === 'choice' || kind === 'several')
    return t(language, `survey.wrong.${kind}`, { value, choices: choices.join(', ') })
  if (kind === 'grade') return t(language, 'survey.wrong.grade', { value })
  if (kind === 'open') return t(language, 'survey.wrong.long')
  return t(language, 'survey.wrong.scale', { value, low: low ?? 0, high: high ?? 0 })
}

const fingerprintOf = (head: readonly string[]) =>
  createHash('sha256')
    .update(head.map((cell) => cell.normalize('NFC').trim()).join('\u001f'))
    .digest('hex')

const MOST_ROWS = 20_000

/** The columns of a file as they were read before, else as their words suggest. */
export async function readHead(
  { db: connection }: Needs,
  place: string,
  survey: db.SurveyRow,
  rows: readonly CsvRow[],
): Promise<{ head: string[]; columns: (number | null)[] }> {
  const head = rows[0]?.cells ?? []
  if (rows.length < 2 || rows.length > MOST_ROWS + 1) throw new Refusal('survey-table', 400)
  const known = await db.findLayout(connection, place, fingerprintOf(head))
  return { head, columns: known ?? guessColumns(head, survey.questions) }
}

/** How a file's answers came: between which days, by which link, and how many were asked. */
export const sentBatch = z
  .object({
    from: day,
    to: day,
    link: z.enum(['closed', 'open']),
    invited: maybe(z.coerce.number().int().min(1).max(1_000_000)),
  })
  .refine(({ from, to }) => from <= to, 'the last day is before the first')

/** Takes a file whole, or refuses it with every complaint; the same file again takes the place of itself. */
export async function takeAnswers(
  { db: connection, clock }: Needs,
  place: string,
  survey: db.SurveyRow,
  sent: { rows: readonly CsvRow[]; columns: readonly (number | null)[]; batch: z.infer<typeof sentBatch> },
  how: { by: string; language: Language },
): Promise<{ respondents: number; again: boolean }> {
  const { rows, columns, batch } = sent
  const chosen = columns.filter((one) => one !== null)
  const single = chosen.filter(
    (one) => survey.questions.find((each) => each.position === one)?.kind !== 'several',
  )
  if (!chosen.length || new Set(single).size < single.length) throw new Refusal('survey-columns', 400)
  const head = rows[0]?.cells ?? []
  const unclear = badOptions(head, columns, survey.questions).map(({ column, wrong }) => ({
    path: column.trim(),
    message: t(how.language, `survey.wrong.${wrong}`),
  }))
  if (unclear.length) throw new Refusal('invalid', 400, { complaints: unclear })
  const { answers, bad, respondents } = readAnswers(rows, columns, survey.questions)
  const complaints = bad.map(({ line: nth, column, question: asked, value }) => ({
    path: `${t(how.language, 'number.line', { n: String(nth) })}, ${column.trim()}`,
    message: sayWrong(how.language, asked, value),
  }))
  const { link, invited = null } = batch
  if (link === 'closed' && invited !== null && invited < respondents)
    complaints.push({ path: 'invited', message: t(how.language, 'survey.wrong.invited', { n: respondents }) })
  if (complaints.length) throw new Refusal('invalid', 400, { complaints })
  if (!respondents) throw new Refusal('survey-empty', 400)
  const at = clock()
  const hash = createHash('sha256')
    .update(JSON.stringify(rows.map((row) => row.cells)))
    .digest('hex')
  return inTransaction(connection, async (trx) => {
    const again = await db.dropFile(trx, survey.id, hash)
    const id = await db.addBatch(
      trx,
      place,
      survey.id,
      {
        ...{ public_id: makeId('b'), from_day: batch.from, to_day: batch.to, link },
        ...{ invited: link === 'closed' ? invited : null, origin: 'file' as const, file_hash: hash },
      },
      { by: how.by, at },
    )
    await db.addAnswers(trx, place, id, answers)
    const fingerprint = fingerprintOf(head)
    await db.saveLayout(trx, place, { fingerprint, survey: survey.id, columns })
    const detail = { respondents, again }
    const object = `survey:${survey.public_id}`
    await appendAudit(trx, { place, at, actor: how.by, action: 'survey.answers', object, detail })
    return { respondents, again }
  })
}

// Surveys with their questions, and answers as they came: a file at once, or paper by paper.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { SurveyBatch, SurveyQuestion } from './schema.ts'

type Who = { by: string; at: Date; sample?: boolean }
export type NewQuestion = Pick<SurveyQuestion, 'kind' | 'label' | 'low' | 'high'> & { choices: string[] }
export type SurveyRow = Awaited<ReturnType<typeof listSurveys>>[number]

export async function addSurvey(
  db: Db,
  place: string,
  id: string,
  one: { title: string; questions: readonly NewQuestion[] },
  who: Who,
): Promise<void> {
  const { by, at, sample = false } = who
  const survey = await db
    .insertInto('survey')
    .values({ public_id: id, place_id: place, title: one.title, by, at, sample })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('survey_question')
    .values(
      one.questions.map(({ choices, ...question }, nth) => ({
        ...question,
        choices: json(choices),
        place_id: place,
        survey_id: survey.id,
        position: nth + 1,
      })),
    )
    .execute()
}

/** The surveys of a place, newest first, with their questions. */
export async function listSurveys(db: Db, place: string) {
  const surveys = await db
    .selectFrom('survey')
    .select(['id', 'public_id', 'title', 'at', 'by'])
    .where('place_id', '=', place)
    .orderBy('id', 'desc')
    .execute()
  const questions = await db
    .selectFrom('survey_question')
    .select(['id', 'survey_id', 'position', 'kind', 'label', 'low', 'high', 'choices'])
    .where('place_id', '=', place)
    .orderBy('survey_id')
    .orderBy('position')
    .execute()
  return surveys.map((one) => ({ ...one, questions: questions.filter((each) => each.survey_id === one.id) }))
}

/** The batches of a survey, newest first, with how many answered. */
export function listBatches(db: Db, survey: number) {
  return db
    .selectFrom('survey_batch')
    .select(['public_id', 'from_day', 'to_day', 'link', 'invited', 'origin', 'by'])
    .select(
      sql<number>`(select count(distinct respondent)::int from survey_answer a where a.batch_id = survey_batch.id)`.as(
        'respondents',
      ),
    )
    .where('survey_id', '=', survey)
    .orderBy('to_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export type NewBatch = Pick<
  SurveyBatch,
  'public_id' | 'from_day' | 'to_day' | 'link' | 'invited' | 'origin' | 'file_hash'
>
export type NewAnswer = { respondent: number; question: number; value: string }

export async function addBatch(
  db: Db,
  place: string,
  survey: number,
  batch: NewBatch,
  who: Who,
): Promise<number> {
  const { by, at, sample = false } = who
  const row = await db
    .insertInto('survey_batch')
    .values({ ...batch, place_id: place, survey_id: survey, by, at, sample })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function addAnswers(
  db: Db,
  place: string,
  batch: number,
  answers: readonly NewAnswer[],
): Promise<void> {
  for (let at = 0; at < answers.length; at += 2_000)
    await db
      .insertInto('survey_answer')
      .values(
        answers.slice(at, at + 2_000).map(({ respondent, question, value }) => ({
          ...{ place_id: place, batch_id: batch, respondent, question_id: question, value },
        })),
      )
      .execute()
}

/** Removes the batch that the same file brought before; answers true when there was one. */
export async function dropFile(db: Db, survey: number, hash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('survey_batch')
    .where('survey_id', '=', survey)
    .where('file_hash', '=', hash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The paper answers of a survey between two days, locked, with the next respondent's number. */
export async function lockPaper(db: Db, survey: number, days: { from: string; to: string }) {
  const row = await db
    .selectFrom('survey_batch')
    .select(['id', 'from_day', 'to_day'])
    .where('survey_id', '=', survey)
    .where('origin', '=', 'paper')
    .where('to_day', '>=', days.from)
    .where('to_day', '<', days.to)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const last = await db
    .selectFrom('survey_answer')
    .select((eb) => eb.fn.max('respondent').as('n'))
    .where('batch_id', '=', row.id)
    .executeTakeFirst()
  return { ...row, next: (last?.n ?? 0) + 1 }
}

/** Changes what is known of a batch; undefined when the place has no such batch. */
export function changeBatch(
  db: Db,
  place: string,
  batch: { id: number } | { public_id: string },
  change: Partial<Pick<SurveyBatch, 'from_day' | 'to_day' | 'link' | 'invited'>>,
) {
  return db
    .updateTable('survey_batch')
    .set(change)
    .where('place_id', '=', place)
    .$if('id' in batch, (query) => query.where('id', '=', 'id' in batch ? batch.id : 0))
    .$if('public_id' in batch, (query) =>
      query.where('public_id', '=', 'public_id' in batch ? batch.public_id : ''),
    )
    .returning('id')
    .executeTakeFirst()
}

/** How a file with this head was read the last time: for each column the question's position, or nothing. */
export async function findLayout(
  db: Db,
  place: string,
  fingerprint: string,
): Promise<(number | null)[] | undefined> {
  const row = await db
    .selectFrom('survey_layout')
    .select('columns')
    .where('place_id', '=', place)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.columns
}

export async function saveLayout(
  db: Db,
  place: string,
  layout: { fingerprint: string; survey: number; columns: readonly (number | null)[] },
): Promise<void> {
  const columns = json([...layout.columns])
  const survey_id = layout.survey
  await db
    .insertInto('survey_layout')
    .values({ place_id: place, fingerprint: layout.fingerprint, survey_id, columns })
    .onConflict((row) => row.columns(['place_id', 'fingerprint']).doUpdateSet({ columns, survey_id }))
    .execute()
}

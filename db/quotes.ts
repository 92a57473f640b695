// Sentences that somebody allowed to be printed without a name: thanks and wishes.
import { sql } from 'kysely'
import type { Db } from './open.ts'
import type { ClearedQuote } from './schema.ts'

export type NewQuote = Pick<ClearedQuote, 'mood' | 'body' | 'origin' | 'survey_id' | 'day' | 'cleared_how'>
type Who = { by: string; at: Date; sample?: boolean }

export async function addQuote(db: Db, place: string, id: string, one: NewQuote, who: Who): Promise<void> {
  await db
    .insertInto('quote')
    .values({
      ...one,
      public_id: id,
      place_id: place,
      sample: who.sample ?? false,
      by: who.by,
      at: who.at,
    })
    .execute()
}

/** Takes a quote out for good: its speaker has changed their mind. */
export function removeQuote(db: Db, place: string, id: string) {
  return db
    .deleteFrom('quote')
    .where('place_id', '=', place)
    .where('public_id', '=', id)
    .returning('id')
    .executeTakeFirst()
}

export function listQuotes(db: Db, place: string, days: { from: string; to: string }) {
  return db
    .selectFrom('quote')
    .select(['public_id', 'mood', 'body', 'origin', 'day', 'cleared_how', 'by'])
    .where('place_id', '=', place)
    .where('day', '>=', days.from)
    .where('day', '<', days.to)
    .orderBy('mood')
    .orderBy('day')
    .orderBy('id')
    .execute()
}

/** The same as they may be printed: none of a survey that fewer than five answered in the quarter. */
export async function listPrintedQuotes(
  db: Db,
  place: string,
  days: { from: string; to: string },
): Promise<{ group: ClearedQuote['mood']; text: string; origin: ClearedQuote['origin'] }[]> {
  const { rows } = await sql<{ group: ClearedQuote['mood']; text: string; origin: ClearedQuote['origin'] }>`
    select q.mood as group, q.body as text, q.origin from quote q
    where q.place_id = ${place} and q.day >= ${days.from}::date and q.day < ${days.to}::date
      and (q.survey_id is null or (
        select count(distinct (a.batch_id, a.respondent)) from survey_answer a join survey_batch b on b.id = a.batch_id
        where b.survey_id = q.survey_id and b.to_day >= ${days.from}::date and b.to_day < ${days.to}::date) >= 5)
    order by q.mood, q.day, q.id`.execute(db)
  return rows
}

// What people brought to a quarter: answers to surveys, labels, promises that fell due, answers to feedback, campaigns.
import { sql } from 'kysely'
import type { Db } from '../open.ts'
import type { LabelRow, QuestionKind } from '../schema.ts'
import { countedPosts, type Span } from './counted.ts'
import type { Days } from './service.ts'

export type BatchRow = {
  survey: string
  title: string
  from: string
  to: string
  link: 'closed' | 'open'
  invited: number | null
  respondents: number
}

/** The batches that ended in the days, oldest first; several of one survey belong together. */
export async function listBatchRows(db: Db, place: string, days: Days): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select s.public_id as survey, s.title, b.from_day::text as from, b.to_day::text as to, b.link, b.invited,
      (select count(distinct a.respondent)::int from survey_answer a where a.batch_id = b.id) as respondents
    from survey_batch b join survey s on s.id = b.survey_id
    where b.place_id = ${place} and b.to_day >= ${days.from}::date and b.to_day < ${days.to}::date
    order by s.id, b.from_day, b.id`.execute(db)
  return rows
}

export type AnswerRow = {
  survey: string
  question: string
  position: number
  label: string
  kind: QuestionKind
  low: number | null
  high: number | null
  choices: string[]
  value: string | null
  n: number
}

/** How many gave each answer, question by question; a question that nobody answered has one row without a value. */
export async function countAnswers(db: Db, place: string, days: Days): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select s.public_id as survey, s.public_id || '-' || q.position as question, q.position, q.label, q.kind, q.low,
      q.high, q.choices, a.value, count(a.value)::int as n
    from survey_batch b join survey s on s.id = b.survey_id join survey_question q on q.survey_id = s.id
    left join survey_answer a on a.batch_id = b.id and a.question_id = q.id
    where b.place_id = ${place} and b.to_day >= ${days.from}::date and b.to_day < ${days.to}::date
      and q.kind <> 'open'
    group by s.id, s.public_id, q.position, q.label, q.kind, q.low, q.high, q.choices, a.value
    order by s.id, q.position, a.value nulls last`.execute(db)
  return rows
}

export type LabelCount = Pick<LabelRow, 'author' | 'tone' | 'content' | 'image' | 'theme'> & {
  n: number
  first: string
  last: string
}

/** The labels of a quarter's sample, alike ones together, with the days of labelling. */
export async function countLabels(
  db: Db,
  place: string,
  quarter: string,
  zone: string,
): Promise<LabelCount[]> {
  const { rows } = await sql<LabelCount>`
    select author, tone, content, image, theme, count(*)::int as n,
      min((at at time zone ${zone})::date)::text as first, max((at at time zone ${zone})::date)::text as last
    from label where place_id = ${place} and quarter = ${quarter}
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5 nulls last`.execute(db)
  return rows
}

/** Promises whose day was in the quarter, and how many of them had been kept by its end. */
export async function countDueActions(
  db: Db,
  place: string,
  days: Days,
): Promise<{ due: number; done: number; starts: string | null }> {
  const { rows } = await sql<{ due: number; done: number; starts: string | null }>`
    select (count(*) filter (where due >= ${days.from}::date and due < ${days.to}::date))::int as due,
      (count(*) filter (where due >= ${days.from}::date and due < ${days.to}::date and state = 'done'
        and done_on < ${days.to}::date))::int as done,
      min(due)::text as starts
    from digest_action where place_id = ${place} and state <> 'dropped'`.execute(db)
  return rows[0] ?? { due: 0, done: 0, starts: null }
}

/** Feedback of the days: when it came and when it was first answered. */
export async function listAnsweredFeedback(
  db: Db,
  place: string,
  days: Days,
): Promise<{ day: string; answered: string }[]> {
  const { rows } = await sql<{ day: string; answered: string }>`
    select day::text as day, answered_on::text as answered from note
    where place_id = ${place} and kind = 'feedback' and answered_on is not null
      and day >= ${days.from}::date and day < ${days.to}::date order by day, answered_on`.execute(db)
  return rows
}

/** Where the tellers of stories and the writers of feedback had heard of the municipality. */
export async function countHeardFrom(
  db: Db,
  place: string,
  days: Days,
): Promise<{ heard: string; n: number }[]> {
  const { rows } = await sql<{ heard: string; n: number }>`
    select answer as heard, sum(n)::int as n from heard_day
    where place_id = ${place} and day >= ${days.from}::date and day < ${days.to}::date group by 1 order by 1`.execute(
    db,
  )
  return rows
}

/** Authors other than the municipality whose first post known to us is in the span. */
export async function countNewAuthors(db: Db, span: Span): Promise<number> {
  const { rows } = await sql<{ n: number }>`${countedPosts(span)},
    wrote as (select distinct account_id from counted where author <> 'own' and account_id is not null)
    select count(*)::int as n from wrote w where not exists (
      select 1 from post p where p.account_id = w.account_id and p.published_at < ${span.from})`.execute(db)
  return rows[0]?.n ?? 0
}

/** Stories: told with the form, or of the families that a wall leads with. */
export async function countStories(db: Db, span: Span, families: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`${countedPosts(span)}
    select count(*)::int as n from counted c where c.channel = 'story' or exists (
      select 1 from matched m where m.post_id = c.id and m.family_id = any(${[...families]}::text[]))`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** Posts by language; null where it could not be told. */
export async function countLanguages(
  db: Db,
  span: Span,
): Promise<{ lang: string | null; author: 'own' | 'other'; n: number }[]> {
  const { rows } = await sql<{
    lang: string | null
    author: 'own' | 'other'
    n: number
  }>`${countedPosts(span)}
    select c.lang, case when c.author = 'own' then 'own' else 'other' end as author, count(*)::int as n
    from counted c group by 1, 2 order by 2, 1 nulls last`.execute(db)
  return rows
}

export type CampaignRow = {
  /** Inner id. */
  row: number
  id: string
  label: string
  tags: string[]
  from: string
  to: string | null
  owner: string | null
  money: number | null
  result: string | null
  /** Contacts marked on the days; null where the campaign does not count them. */
  contacts: number | null
}

/** Campaigns that ran on some of the days; money is what they had used by the year of the last day. */
export async function listCampaignRows(db: Db, place: string, days: Days): Promise<CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    select c.id as row, public_id as id, label, tags, from_day::text as from, to_day::text as to, owner, result,
      (select sum(y.used)::int from campaign_money y where y.campaign_id = c.id
        and y.year <= extract(year from ${days.to}::date - 1)) as money,
      (select coalesce(sum(m.n), 0)::int from campaign_counter k left join campaign_mark m on m.counter_id = k.id
        and m.day >= ${days.from}::date and m.day < ${days.to}::date
        where k.campaign_id = c.id and k.kind = 'contacts' group by k.campaign_id) as contacts
    from campaign c where place_id = ${place} and from_day < ${days.to}::date
      and (to_day is null or to_day >= ${days.from}::date) order by from_day, c.id`.execute(db)
  return rows
}

/** Different posts with any of the tags, published in the span; they need not be among the followed ones. */
export async function countTagged(
  db: Db,
  { places, from, to }: Pick<Span, 'from' | 'to'> & { places: readonly string[] },
  keys: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct p.id)::int as n from post_tag t join post p on p.id = t.post_id
    where t.place_id = any(${[...places]}::text[]) and t.key = any(${[...keys]}::text[])
      and p.published_at >= ${from} and p.published_at < ${to}`.execute(db)
  return rows[0]?.n ?? 0
}

// The quarter's sample of texts for people to label: own posts, and apart from them what residents wrote.
import { sql } from 'kysely'
import { countedPosts, type Span } from './figures/counted.ts'
import type { Days } from './figures/service.ts'
import type { Db } from './open.ts'
import type { LabelRow } from './schema.ts'
import { readSetting, saveSetting } from './settings.ts'

export const SAMPLE = 100

type Asked = { span: Span; days: Days; quarter: string; author: LabelRow['author'] }

/**
 * `item (item, text, day)`: everything that may be drawn. Residents' are posts, feedback and open answers; of surveys
 * only those with five answers or more. Posts that are gone, hidden from the signed-out or forgotten are not read.
 */
const items = ({ span, days, author }: Asked) => {
  const posts = sql`
    select p.public_id as item, concat_ws(E'\n', p.title, p.text) as text, p.published_at::date::text as day
    from counted c join post p on p.id = c.id
    where c.author = ${author === 'own' ? 'own' : 'other'} and p.gone_at is null and p.public and p.pruned_at is null
      and (p.text <> '' or p.title is not null)`
  if (author === 'own') return sql`${countedPosts(span)}, item as (${posts})`
  return sql`${countedPosts(span)}, item as (${posts}
    union all
    select public_id, body, day::text from note where place_id = ${span.place} and kind = 'feedback'
      and day >= ${days.from}::date and day < ${days.to}::date and body <> ''
    union all
    select b.public_id || '/' || a.respondent || '/' || q.position, a.value, b.to_day::text
    from survey_batch b join survey_answer a on a.batch_id = b.id join survey_question q on q.id = a.question_id
    where b.place_id = ${span.place} and q.kind = 'open' and a.value <> ''
      and b.to_day >= ${days.from}::date and b.to_day < ${days.to}::date
      and (select count(distinct o.respondent) from survey_answer o where o.batch_id = b.id) >= 5)`
}

/** Drawn by a hash of place, quarter and item: the same ones whoever asks, and a late text moves no other. */
const drawn = (asked: Asked) => sql`${items(asked)}, drawn as (
  select item, text, day from item
  order by md5(${asked.span.place} || ${asked.quarter} || item), item limit ${SAMPLE})`

export async function countItems(db: Db, asked: Asked): Promise<number> {
  const { rows } = await sql<{ n: number }>`${items(asked)} select count(*)::int as n from item`.execute(db)
  return rows[0]?.n ?? 0
}

export type SampleItem = {
  item: string
  text: string
  day: string
} & { [K in 'tone' | 'content' | 'image' | 'theme' | 'by']: LabelRow[K] | null }

/** The sample with the labels it has so far; what waits for one comes first. */
export async function listSample(db: Db, asked: Asked): Promise<SampleItem[]> {
  const { rows } = await sql<SampleItem>`${drawn(asked)}
    select d.*, l.tone, l.content, l.image, l.theme, l.by from drawn d
    left join label l on l.place_id = ${asked.span.place} and l.quarter = ${asked.quarter} and l.item = d.item
    order by l.item is not null, md5(${asked.span.place} || ${asked.quarter} || d.item), d.item`.execute(db)
  return rows
}

const WORDS = 'label-words'

/** The words whose texts come first to whoever labels; what is drawn, and every figure, knows nothing of them. */
export async function readLabelWords(db: Db, place: string): Promise<string[]> {
  return (await readSetting<string[]>(db, place, WORDS)) ?? []
}

export const saveLabelWords = (db: Db, place: string, words: readonly string[]): Promise<void> =>
  saveSetting(db, place, WORDS, words.length ? words : null)

/** Labels an item of the quarter; a second label of the same item replaces the first. */
export async function saveLabel(db: Db, row: LabelRow): Promise<void> {
  const { tone, content, image, theme, by, at } = row
  await db
    .insertInto('label')
    .values(row)
    .onConflict((one) =>
      one.columns(['place_id', 'quarter', 'item']).doUpdateSet({ tone, content, image, theme, by, at }),
    )
    .execute()
}

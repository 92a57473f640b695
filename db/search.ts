// Search by words: stems of Finnish, Swedish and English, so that asuntoja finds asunto, through an index of words.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/** A word that is looked for, the Finnish forms in which it may stand, and the beginnings of its compounds. */
export type SoughtWord = { word: string; forms: readonly string[]; starts: readonly string[] }

/**
 * What is searched for, as `hasWords` takes it: the stems of each language, since a post has those of its own. Finnish
 * words by the stems of all their forms: PostgreSQL's stems leave consonant gradation as it is. Beginnings are those of
 * the words as they were typed, since a stem begins too much else.
 * Asked before the search and not within it, so that the database can guess from the words how many posts have them.
 */
export async function readSearch(db: Db, text: string, sought: readonly SoughtWord[]): Promise<string> {
  const small = text.toLowerCase()
  const stems = await listStems(db, sought)
  const stops = sought.filter(({ word }) => stems.get(word)?.stop).map(({ word }) => word)
  const kept = small.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (stops.includes(word) ? ' ' : word))
  const { rows } = await sql<{ finnish: string; others: string }>`
    select websearch_to_tsquery('pg_catalog.simple'::regconfig, ${kept})::text as finnish,
      (websearch_to_tsquery('pg_catalog.swedish'::regconfig, ${small})
        || websearch_to_tsquery('pg_catalog.english'::regconfig, ${small}))::text as others`.execute(db)
  const { finnish = '', others = '' } = rows[0] ?? {}
  const spread = finnish.replace(/'((?:[^']|'')*)'/g, (whole, word) => stems.get(word)?.query ?? `${whole}:*`)
  return [spread, others]
    .filter(Boolean)
    .map((one) => `( ${one} )`)
    .join(' | ')
}

/** Of each word the stems of its forms as a query, and whether it is too common to be looked for. */
async function listStems(db: Db, sought: readonly SoughtWord[]) {
  const forms = sought.flatMap(({ word, forms }) => forms.map((form) => ({ word, form })))
  const [words, all] = [forms.map((one) => one.word), forms.map((one) => one.form)]
  const { rows } = await sql<{ word: string; form: string; stems: string[] }>`
    select word, form, ts_lexize('pg_catalog.finnish_stem', form) as stems
    from unnest(${words}::text[], ${all}::text[]) f(word, form)`.execute(db)
  return new Map(
    sought.map(({ word, starts }) => {
      const mine = rows.filter((row) => row.word === word)
      const whole = new Set(mine.flatMap((row) => row.stems))
      const parts = [...[...whole].map((stem) => `'${stem}'`), ...starts.map((start) => `'${start}':*`)]
      const stop = mine.some((row) => row.form === word && row.stems.length === 0)
      return [word, { stop, query: `( ${parts.join(' | ')} )` }]
    }),
  )
}

/** True of a post with these words in its title or text; of none when they are only stop words. */
export const hasWords = (words: string) =>
  sql<boolean>`post_words(post.title, post.text, post.lang) @@ ${words}::tsquery`

/** True of a post by somebody with all of these words, or beginnings of them, in their name or handle. */
export const isByName = (place: string, words: readonly string[]) => sql<boolean>`post.account_id in (
  select a.id from account a where a.place_id = ${place} and account_words(a.name, a.handle)
    @@ to_tsquery('pg_catalog.simple'::regconfig, ${words.map((word) => `${word}:*`).join(' & ')}))`

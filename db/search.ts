// Search by words: stems of Finnish, Swedish and English, so that asuntoja finds asunto, through an index of words.
import { sql } from 'kysely'
import type { Db } from './open.ts'

// Each stem a beginning, since compounds grow at the end.
const asked = (language: 'finnish' | 'swedish' | 'english', text: string) => sql`
  coalesce(nullif(regexp_replace(websearch_to_tsquery(${sql.lit(`pg_catalog.${language}`)}::regconfig, ${text})::text,
    '''(?=$|[ )])', ''':*', 'g'), '')::tsquery, ''::tsquery)`

/**
 * What is searched for, as `hasWords` takes it: the stems of each language, since a post has those of its own.
 * Asked before the search and not within it, so that the database can guess from the words how many posts have them.
 */
export async function readSearch(db: Db, text: string): Promise<string> {
  const small = text.toLowerCase()
  const all = sql`${asked('finnish', small)} || ${asked('swedish', small)} || ${asked('english', small)}`
  const { rows } = await sql<{ words: string }>`select (${all})::text as words`.execute(db)
  return rows[0]?.words ?? ''
}

/** True of a post with these words in its title or text; of none when they are only stop words. */
export const hasWords = (words: string) =>
  sql<boolean>`post_words(post.title, post.text, post.lang) @@ ${words}::tsquery`

/** The same, by the index of words and in no other way. */
export const isFound = (place: string, words: string) => sql<boolean>`post.id in (
  select id from post where place_id = ${place} and ${hasWords(words)} offset 0)`

/** True of a post by somebody with all of these words, or beginnings of them, in their name or handle. */
export const isByName = (place: string, words: readonly string[]) => sql<boolean>`post.account_id in (
  select a.id from account a where a.place_id = ${place} and account_words(a.name, a.handle)
    @@ to_tsquery('pg_catalog.simple'::regconfig, ${words.map((word) => `${word}:*`).join(' & ')}))`

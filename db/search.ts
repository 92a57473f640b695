// Search by words: stems of Finnish, Swedish and English, so that asuntoja finds asunto, through an index of words.
import { sql } from 'kysely'

// The same words in each language's stems, each a beginning, since compounds grow at the end: a post is indexed by the
// stems of its own language. Nothing but stop words finds nothing.
const asked = (language: 'finnish' | 'swedish' | 'english', text: string) => sql`
  nullif(regexp_replace(websearch_to_tsquery(${sql.lit(`pg_catalog.${language}`)}::regconfig, ${text})::text,
    '''(?=$|[ )])', ''':*', 'g'), '')::tsquery`

/** True of a post with these words in its title or text; `text` is in small letters. */
export const hasWords = (text: string) => sql<boolean>`post_words(post.title, post.text, post.lang) @@ (
  coalesce(${asked('finnish', text)}, ''::tsquery) || coalesce(${asked('swedish', text)}, ''::tsquery)
    || coalesce(${asked('english', text)}, ''::tsquery))`

/** True of a post by somebody with all of these words, or beginnings of them, in their name or handle. */
export const isByName = (place: string, words: readonly string[]) => sql<boolean>`post.account_id in (
  select a.id from account a where a.place_id = ${place} and account_words(a.name, a.handle)
    @@ to_tsquery('pg_catalog.simple'::regconfig, ${words.map((word) => `${word}:*`).join(' & ')}))`

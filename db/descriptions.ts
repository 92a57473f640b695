// Descriptions of pictures, a language each, written by people at the desk.
import { sql } from 'kysely'
import type { Db } from './open.ts'

type Written = { lang: string; text: string; decorative: boolean }

/** The media of posts with what is written about them, in their order. */
export async function listMedia(db: Db, posts: readonly number[]) {
  if (!posts.length) return []
  return db
    .selectFrom('media')
    .selectAll()
    .select(
      sql<Written[]>`(select coalesce(
        jsonb_agg(jsonb_build_object('lang', d.lang, 'text', d.text, 'decorative', d.decorative)), '[]')
        from description d where d.media_id = media.id)`.as('descriptions'),
    )
    .where('post_id', '=', sql<number>`any(${posts}::int4[])`)
    .orderBy('post_id')
    .orderBy('position')
    .execute()
}

/** Writes one language's description of a picture, in the stead of the one before; an empty text takes it away. */
export async function saveDescription(
  db: Db,
  row: {
    media: number
    place: string
    lang: string
    text: string
    decorative: boolean
    by: string
    at: Date
  },
): Promise<void> {
  const { media, place, lang, text, decorative, by, at } = row
  if (!text && !decorative)
    await db.deleteFrom('description').where('media_id', '=', media).where('lang', '=', lang).execute()
  else
    await db
      .insertInto('description')
      .values({ media_id: media, place_id: place, lang, text, decorative, by, at })
      .onConflict((one) => one.columns(['media_id', 'lang']).doUpdateSet({ text, decorative, by, at }))
      .execute()
  const post = sql`(select post_id from media where id = ${media})`
  await sql`update post set undescribed = ${hasUndescribed} where id = ${post}`.execute(db)
}

/**
 * True of a post with a picture that lacks words in a language of the place, and is not called decorative; one whose
 * copy could not be had is on no wall and wants none. `offset 0`:
 * post by post, since the database would read all pictures and all words at once.
 */
export const hasUndescribed = sql<boolean>`exists (
  select from media m join place on place.id = m.place_id cross join lateral (
      select coalesce(bool_or(d.decorative), false) as decorative,
        count(*) filter (where trim(d.text) <> '' and place.languages ? d.lang) as told
      from description d where d.media_id = m.id) words
  where m.post_id = post.id and m.copy <> 'failed'
    and coalesce(trim(m.author_alt), '') = '' and not words.decorative
    and words.told < jsonb_array_length(place.languages) offset 0)`

/** Whose pictures are looked at again: of a post, else of an account; or all of a place. */
type Whose = { post: number | null; account: number | null } | { place: string }

/**
 * `post.undescribed` says of few posts among many that a picture may want words; without it none does. It is set when
 * pictures come of those who may be shown whole, and here when somebody may be from now on, or a language is added.
 */
export async function lookAtPictures(db: Db, whose: Whose): Promise<void> {
  const of =
    'place' in whose
      ? sql`place_id = ${whose.place}`
      : whose.post === null
        ? sql`account_id = ${whose.account}`
        : sql`id = ${whose.post}`
  await sql`
    update post set undescribed = true where ${of} and not undescribed and exists (
      select from media m where m.post_id = post.id and coalesce(trim(m.author_alt), '') = '')`.execute(db)
}

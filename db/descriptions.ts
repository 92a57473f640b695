// Descriptions of pictures, a language each, written by people at the desk.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/** The media of posts with what is written about them, in their order. */
export async function listMedia(db: Db, posts: readonly number[]) {
  if (!posts.length) return []
  const media = await db
    .selectFrom('media')
    .selectAll()
    .where('post_id', 'in', posts)
    .orderBy('post_id')
    .orderBy('position')
    .execute()
  const ids = media.map((one) => one.id)
  const written = ids.length
    ? await db.selectFrom('description').selectAll().where('media_id', 'in', ids).execute()
    : []
  return media.map((one) => ({ ...one, descriptions: written.filter((text) => text.media_id === one.id) }))
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
 * True of a post with a picture that lacks words in a language of the place, and is not called decorative. `offset 0`:
 * post by post, since the database would read all pictures and all words at once.
 */
export const hasUndescribed = sql<boolean>`exists (
  select from media m where m.post_id = post.id and coalesce(trim(m.author_alt), '') = ''
    and not exists (select from description d where d.media_id = m.id and d.decorative offset 0)
    and exists (select from place p, jsonb_array_elements_text(p.languages) as l(lang)
      where p.id = m.place_id and not exists (select from description d
        where d.media_id = m.id and d.lang = l.lang and trim(d.text) <> '' offset 0)) offset 0)`

/**
 * `post.undescribed` false means that nothing is to be described; true, that it has to be looked at. When the place has
 * got another language, every post with a picture has to be.
 */
export async function lookAtAllPictures(db: Db, place: string): Promise<void> {
  await sql`update post set undescribed = true where place_id = ${place} and not undescribed
    and exists (select from media where media.post_id = post.id)`.execute(db)
}

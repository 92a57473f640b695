// Descriptions of pictures, a language each, written by people at the desk.
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
  if (!text && !decorative) {
    await db.deleteFrom('description').where('media_id', '=', media).where('lang', '=', lang).execute()
    return
  }
  await db
    .insertInto('description')
    .values({ media_id: media, place_id: place, lang, text, decorative, by, at })
    .onConflict((one) => one.columns(['media_id', 'lang']).doUpdateSet({ text, decorative, by, at }))
    .execute()
}

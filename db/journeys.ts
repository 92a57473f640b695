// Travel stories: lifts collected in an order of their own, with a title and a text in the place's languages.
import type { Label } from '../config/place.ts'
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'

/** The stories of a place, the newest first. */
export function listJourneys(db: Db, place: string) {
  return db.selectFrom('journey').selectAll().where('place_id', '=', place).orderBy('id', 'desc').execute()
}
export type JourneyRow = Awaited<ReturnType<typeof listJourneys>>[number]

/** One story with the posts in it, in their order. */
export async function findJourney(db: Db, place: string, publicId: string) {
  const journey = await db
    .selectFrom('journey')
    .selectAll()
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .executeTakeFirst()
  if (!journey) return undefined
  const posts = await db
    .selectFrom('journey_post')
    .innerJoin('post', 'post.id', 'journey_post.post_id')
    .select(['post.id', 'post.public_id'])
    .where('journey_id', '=', journey.id)
    .orderBy('position')
    .execute()
  return { ...journey, posts }
}
export type Journey = NonNullable<Awaited<ReturnType<typeof findJourney>>>

/** What a story can be made of: every post of the place that was ever lifted, each once, the newest lift first. */
export async function listEverLifted(db: Db, place: string, limit = 200) {
  const rows = await db
    .selectFrom('lift')
    .innerJoin('post', 'post.id', 'lift.post_id')
    .leftJoin('account', 'account.id', 'post.account_id')
    .distinctOn('post.id')
    .select(['post.public_id', 'post.title', 'post.text', 'account.name as author', 'lift.week', 'lift.at'])
    .where('lift.place_id', '=', place)
    .where('post.pruned_at', 'is', null)
    .orderBy('post.id')
    .orderBy('lift.at', 'desc')
    .execute()
  return rows.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
}

export type JourneyTexts = { title: Label; text: Label; posts: readonly string[] }

/** Writes a new story, or one that is there in the stead of what it was; answers its public id. */
export async function saveJourney(
  db: Db,
  place: string,
  publicId: string | undefined,
  { title, text, posts }: JourneyTexts,
  how: { by: string; at: Date },
): Promise<string | undefined> {
  const words = { title: json(title), text: json(text), ...how }
  const row = publicId
    ? await db
        .updateTable('journey')
        .set(words)
        .where('place_id', '=', place)
        .where('public_id', '=', publicId)
        .returning(['id', 'public_id'])
        .executeTakeFirst()
    : await db
        .insertInto('journey')
        .values({ public_id: makeId('j'), place_id: place, ...words, published_at: null })
        .returning(['id', 'public_id'])
        .executeTakeFirst()
  if (!row) return undefined
  await db.deleteFrom('journey_post').where('journey_id', '=', row.id).execute()
  for (const [position, post] of posts.entries())
    await db
      .insertInto('journey_post')
      .columns(['journey_id', 'place_id', 'post_id', 'position'])
      .expression((eb) =>
        eb
          .selectFrom('post')
          .select([eb.val(row.id).as('journey_id'), 'place_id', 'id', eb.val(position).as('position')])
          .where('place_id', '=', place)
          .where('public_id', '=', post),
      )
      .execute()
  return row.public_id
}

export async function publishJourney(db: Db, id: number, at: Date | null): Promise<void> {
  await db.updateTable('journey').set({ published_at: at }).where('id', '=', id).execute()
}

export async function removeJourney(db: Db, id: number): Promise<void> {
  await db.deleteFrom('journey').where('id', '=', id).execute()
}

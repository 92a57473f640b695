// Posts that are really a question or a report of a fault, handed to the part of the town that answers.
import { sql } from 'kysely'
import { makeId } from './ids.ts'
import type { Db } from './open.ts'

export type NewHandover = {
  place: string
  post: number
  area: string
  question: string
  by: string
  at: Date
}

/** Answers the handover's public id. */
export async function saveHandover(
  db: Db,
  { place, post, area, question, by, at }: NewHandover,
): Promise<string> {
  const publicId = makeId('h')
  await db
    .insertInto('handover')
    .values({ public_id: publicId, place_id: place, post_id: post, area, question, state: 'open', by, at })
    .execute()
  return publicId
}

/** A handover with its post, by its public id in whatever place. */
export function findHandover(db: Db, publicId: string) {
  return db
    .selectFrom('handover')
    .innerJoin('post', 'post.id', 'handover.post_id')
    .select(['handover.place_id', 'handover.area', 'handover.question', 'handover.state'])
    .select(['post.public_id as post', 'post.url'])
    .where('handover.public_id', '=', publicId)
    .executeTakeFirst()
}

/** The handover of the post that nobody has answered yet, locked until the transaction ends. */
export function lockOpenHandover(db: Db, post: number) {
  return db
    .selectFrom('handover')
    .select(['id', 'public_id'])
    .where('post_id', '=', post)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
}

export type Settling = { state: 'answered' | 'dropped'; answer: string; by: string; at: Date }

export async function settleHandover(db: Db, id: number, { state, answer, by, at }: Settling): Promise<void> {
  await db
    .updateTable('handover')
    .set({ state, answer: answer || null, settled_by: by, settled_at: at })
    .where('id', '=', id)
    .execute()
}

/** What service areas have been asked and somebody has answered since then, the newest first. */
export function listAnswered(db: Db, place: string, since: Date) {
  return db
    .selectFrom('handover')
    .innerJoin('post', 'post.id', 'handover.post_id')
    .select(['handover.area', 'handover.question', 'handover.answer', 'settled_by', 'settled_at'])
    .select('post.public_id as post')
    .where('handover.place_id', '=', place)
    .where('handover.state', '=', 'answered')
    .where('settled_at', '>', since)
    .orderBy('settled_at', 'desc')
    .orderBy('handover.id', 'desc')
    .limit(30)
    .execute()
}
export type Answered = Awaited<ReturnType<typeof listAnswered>>[number]

/** The newest handover of each of the posts. */
export function listHandovers(db: Db, posts: readonly number[]) {
  return db
    .selectFrom('handover')
    .selectAll()
    .distinctOn('post_id')
    .where('post_id', '=', sql<number>`any(${posts}::int4[])`)
    .orderBy('post_id')
    .orderBy('id', 'desc')
    .execute()
}

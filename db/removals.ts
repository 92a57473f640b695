// Requests to remove a post: hidden at once when it is found, decided by a person within a month.
import { makeId } from './ids.ts'
import type { Db } from './open.ts'

/** Posts at an address, in every place or in one; a trailing slash and the scheme do not matter. */
export function findPostsAt(db: Db, addresses: readonly string[], place: string | undefined) {
  return db
    .selectFrom('post')
    .select(['id', 'public_id', 'place_id', 'version', 'state'])
    .where(({ eb, or }) => or([eb('url', 'in', addresses), eb('canonical_url', 'in', addresses)]))
    .$if(place !== undefined, (query) => query.where('place_id', '=', place ?? ''))
    .orderBy('id')
    .execute()
}

export async function saveRemoval(
  db: Db,
  row: {
    place: string
    post: number | null
    address: string
    everything: boolean
    reason: string
    contact: string | null
    at: Date
  },
): Promise<string> {
  const id = makeId('r')
  await db
    .insertInto('removal')
    .values({
      public_id: id,
      place_id: row.place,
      post_id: row.post,
      address: row.address,
      everything: row.everything,
      reason: row.reason,
      contact: row.contact,
      at: row.at,
      state: 'open',
    })
    .execute()
  return id
}

/** Open ones first, the oldest first; then the decided, the newest first. */
export async function listRemovals(db: Db, place: string) {
  const rows = await db
    .selectFrom('removal')
    .leftJoin('post', 'post.id', 'removal.post_id')
    .selectAll('removal')
    .select(['post.public_id as post', 'post.state as post_state'])
    .where('removal.place_id', '=', place)
    .orderBy('removal.at')
    .execute()
  const decided = rows.filter((row) => row.state !== 'open').reverse()
  return { open: rows.filter((row) => row.state === 'open'), decided: decided.slice(0, 50) }
}
export type Removal = Awaited<ReturnType<typeof listRemovals>>['open'][number]

/** The request with the public id of its post, locked until the transaction ends. */
export function lockRemoval(db: Db, place: string, publicId: string) {
  return db
    .selectFrom('removal')
    .leftJoin('post', 'post.id', 'removal.post_id')
    .select(['removal.id', 'removal.state', 'removal.everything', 'post.public_id as post'])
    .where('removal.place_id', '=', place)
    .where('removal.public_id', '=', publicId)
    .forUpdate('removal')
    .executeTakeFirst()
}

export async function decideRemoval(
  db: Db,
  id: number,
  how: { state: 'accepted' | 'refused'; by: string; at: Date; answer: string | null },
): Promise<void> {
  await db
    .updateTable('removal')
    .set({ state: how.state, decided_by: how.by, decided_at: how.at, answer: how.answer })
    .where('id', '=', id)
    .execute()
}

// Requests to remove a post: hidden at once when it is found, decided by a person within a month.
import { sql } from 'kysely'
import { makeId } from './ids.ts'
import type { Db } from './open.ts'
import type { KeptWhy } from './schema.ts'

/** Posts whose canonical address is one of these, in every place or in one. */
export function findPostsAt(db: Db, addresses: readonly string[], place: string | undefined) {
  return db
    .selectFrom('place')
    .innerJoin('post', 'post.place_id', 'place.id')
    .select(['post.id', 'post.public_id', 'post.place_id'])
    .where('canonical_url', '=', sql<string>`any(${addresses}::text[])`)
    .$if(place !== undefined, (query) => query.where('place.id', '=', place ?? ''))
    .orderBy('post.place_id')
    .orderBy('post.id')
    .execute()
}

/** Requests of a place wait for one another here, so that its count of the day is exact. */
export async function lockRemovals(trx: Db, place: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`removals ${place}`}))`.execute(trx)
}

/** How many posts of the place requests have taken off the walls by themselves since then. */
export async function countHidden(db: Db, place: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('removal')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('place_id', '=', place)
    .where('hidden', '=', true)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** True when a person has refused to remove the post before, or has put it back. */
export async function wasJudged(db: Db, post: number): Promise<boolean> {
  const row = await db
    .selectFrom('removal')
    .select('id')
    .where('post_id', '=', post)
    .where((is) =>
      is.or([is('state', '=', 'refused'), is.and([is('hidden', '=', true), is('decision_id', 'is', null)])]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
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
    /** The decision that has taken the post off the walls. */
    decision: number | null
    kept: KeptWhy | null
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
      hidden: row.decision !== null,
      decision_id: row.decision,
      kept: row.kept,
    })
    .execute()
  return id
}

/** The oldest open ones, how many there are in all and how many of these hide their post, and what was decided last. */
export async function listRemovals(db: Db, place: string) {
  const rows = db
    .selectFrom('removal')
    .leftJoin('post', 'post.id', 'removal.post_id')
    .selectAll('removal')
    .select(['post.public_id as post', 'post.state as post_state'])
    .where('removal.place_id', '=', place)
    .limit(50)
  const isOpen = rows.where('removal.state', '=', 'open')
  const count = await db
    .selectFrom('removal')
    .select(({ fn }) => [fn.countAll<number>().as('n'), fn.count<number>('decision_id').as('hiding')])
    .where('place_id', '=', place)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return {
    open: await isOpen.orderBy('removal.at').orderBy('removal.id').execute(),
    waiting: Number(count.n),
    hiding: Number(count.hiding),
    decided: await rows.where('removal.state', '!=', 'open').orderBy('removal.decided_at', 'desc').execute(),
  }
}
export type Removal = Awaited<ReturnType<typeof listRemovals>>['open'][number]

/** The request with the public id of its post, locked until the transaction ends. */
export function lockRemoval(db: Db, place: string, publicId: string) {
  return db
    .selectFrom('removal')
    .leftJoin('post', 'post.id', 'removal.post_id')
    .select(['removal.id', 'removal.state', 'removal.everything', 'decision_id', 'post.public_id as post'])
    .select('post.version')
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

/** Notes that a person has put back what the request had hidden. */
export async function noteRestored(db: Db, id: number): Promise<void> {
  await db.updateTable('removal').set({ decision_id: null }).where('id', '=', id).execute()
}

/** Open requests whose post they have hidden themselves and nobody has put back. */
export async function listHiding(db: Db, place: string): Promise<string[]> {
  const rows = await db
    .selectFrom('removal')
    .select('public_id')
    .where('place_id', '=', place)
    .where('state', '=', 'open')
    .where('decision_id', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.public_id)
}

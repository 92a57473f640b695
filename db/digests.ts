// Digests and their events: a row per place, quarter and revision; events are only ever added.
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import type { DigestState } from './schema.ts'

export type DigestRow = NonNullable<Awaited<ReturnType<typeof findDigest>>>

/** The newest revision of a quarter, or the one asked for. */
export function findDigest(db: Db, place: string, quarter: string, revision?: number) {
  return db
    .selectFrom('digest')
    .selectAll()
    .where('place_id', '=', place)
    .where('quarter', '=', quarter)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision as number))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The same, locked until the transaction ends: whoever changes a digest waits for the other. */
export function lockDigest(db: Db, place: string, quarter: string) {
  return db
    .selectFrom('digest')
    .selectAll()
    .where('place_id', '=', place)
    .where('quarter', '=', quarter)
    .orderBy('revision', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** What the public may see of a quarter: the newest revision that has been published. */
export function findPublished(db: Db, place: string, quarter: string, revision?: number) {
  return db
    .selectFrom('digest')
    .selectAll()
    .where('place_id', '=', place)
    .where('quarter', '=', quarter)
    .where('published_at', 'is not', null)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision as number))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const brief = [
  'quarter',
  'revision',
  'state',
  'sha256',
  'sample',
  'compiled_at',
  'frozen_at',
  'published_at',
] as const

/** The newest published revision of each quarter, newest quarter first. */
export function listPublished(db: Db, place: string) {
  return db
    .selectFrom('digest')
    .distinctOn('quarter')
    .select(['public_id', 'texts', ...brief])
    .where('place_id', '=', place)
    .where('published_at', 'is not', null)
    .orderBy('quarter', 'desc')
    .orderBy('revision', 'desc')
    .execute()
}

/** The newest revision of each quarter, newest quarter first. */
export function listDigests(db: Db, place: string) {
  return db
    .selectFrom('digest')
    .distinctOn('quarter')
    .select([...brief, 'by'])
    .where('place_id', '=', place)
    .orderBy('quarter', 'desc')
    .orderBy('revision', 'desc')
    .execute()
}

export type NewDigest = {
  place: string
  quarter: string
  revision: number
  state: DigestState
  bundle: string
  sha256: string
  sample: boolean
  texts: Record<string, string>
  by: string
  at: Date
}

export async function insertDigest(db: Db, one: NewDigest): Promise<number> {
  const row = await db
    .insertInto('digest')
    .values({
      public_id: makeId('d'),
      place_id: one.place,
      quarter: one.quarter,
      revision: one.revision,
      state: one.state,
      bundle: one.bundle,
      sha256: one.sha256,
      sample: one.sample,
      texts: json(one.texts),
      compiled_at: one.at,
      by: one.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type DigestChange = Partial<
  Pick<NewDigest, 'bundle' | 'sha256' | 'sample' | 'by' | 'state' | 'texts'> & {
    compiled_at: Date
    frozen_at: Date
    published_at: Date
    written: string
    written_sha256: string
  }
>

/** Changes a digest that is not published; a published one changes only its state, to superseded. */
export async function changeDigest(db: Db, id: number, change: DigestChange): Promise<boolean> {
  const { texts, ...rest } = change
  const onlyState = Object.keys(change).join() === 'state'
  const { numUpdatedRows } = await db
    .updateTable('digest')
    .set({ ...rest, ...(texts && { texts: json(texts) }) })
    .where('id', '=', id)
    .$if(!onlyState, (query) => query.where('published_at', 'is', null))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function appendDigestEvent(
  db: Db,
  event: {
    place: string
    digest: number
    from: DigestState | null
    to: DigestState
    actor: string
    reason: string | null
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('digest_event')
    .values({
      place_id: event.place,
      digest_id: event.digest,
      from_state: event.from,
      to_state: event.to,
      actor: event.actor,
      reason: event.reason,
      at: event.at,
    })
    .execute()
}

/** What has happened to a digest, oldest first. */
export function listDigestEvents(db: Db, digest: number) {
  return db
    .selectFrom('digest_event')
    .select(['from_state', 'to_state', 'actor', 'reason', 'at'])
    .where('digest_id', '=', digest)
    .orderBy('id')
    .execute()
}

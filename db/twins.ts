// Twins as rows: posts that say the same, and decisions that were made on several of them at once.
import { sql } from 'kysely'
import type { ChannelName } from '../config/place.ts'
import type { Db } from './open.ts'
import type { PostState } from './schema.ts'

export type TwinRow = {
  /** Of which of the posts asked about. */
  post_id: number
  id: number
  public_id: string
  channel: ChannelName
  state: PostState
  version: number
  published_at: Date
}

/**
 * The twins of posts, oldest first, and the twins of those: an equal address, or the same account's equal text within
 * 48 hours. What is gone from its platform is nobody's twin.
 */
export async function listTwins(db: Db, ids: readonly number[]): Promise<TwinRow[]> {
  if (!ids.length) return []
  const { rows } = await sql<TwinRow>`
    with recursive twin(head, id) as (
      select id, id from post where id = any(${ids})
      union
      select twin.head, other.id from twin
        join post one on one.id = twin.id
        cross join lateral (
          select o.id from post o where o.place_id = one.place_id and o.canonical_url = one.canonical_url
            and o.gone_at is null
          union all
          select o.id from post o where o.account_id = one.account_id and o.text_key = one.text_key
            and o.place_id = one.place_id and o.gone_at is null
            and abs(extract(epoch from o.published_at - one.published_at)) <= 172800) other
    )
    select twin.head as post_id, p.id, p.public_id, p.channel, p.state, p.version, p.published_at
    from twin join post p on p.id = twin.id where p.id <> twin.head order by p.published_at, p.id`.execute(db)
  return rows
}

/**
 * Locks posts until the transaction ends, always in the same order, so that two people who decide on the same twins
 * never wait for each other in a ring.
 */
export async function lockPosts(db: Db, place: string, publicIds: readonly string[]) {
  return db
    .selectFrom('post')
    .select(['id', 'public_id', 'version'])
    .where('place_id', '=', place)
    .where('public_id', 'in', publicIds)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** The decisions that were made at once with the last one that still stands on the post, itself among them. */
export async function listTogether(
  db: Db,
  place: string,
  publicId: string,
): Promise<{ decision: number; public_id: string }[]> {
  const { rows } = await sql<{ decision: number; public_id: string }>`
    with last as (
      select coalesce(d.along, d.id) as lead from decision d join post p on p.id = d.post_id
      where p.place_id = ${place} and p.public_id = ${publicId} and d.place_id = ${place} and d.action <> 'undo'
        and not exists (select from decision u where u.post_id = d.post_id and u.undoes = d.id)
      order by d.id desc limit 1
    )
    select d.id as decision, p.public_id from last
    join decision d on d.id = last.lead or d.along = last.lead join post p on p.id = d.post_id
    order by p.id`.execute(db)
  return rows
}

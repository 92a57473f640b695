// How many posts a quarter counts: by day, spelling, channel and author. One question a function.
import { sql } from 'kysely'
import type { ChannelName } from '../../config/place.ts'
import type { Db } from '../open.ts'
import { type AuthorGroup, countedPosts, type Span } from './counted.ts'

export type PostDay = { day: string; family: string | null; n: number }

/** Posts by day of the zone: all of them (`family` null) and of each family. */
export async function countPostDays(db: Db, span: Span, zone: string): Promise<PostDay[]> {
  const { rows } = await sql<PostDay>`${countedPosts(span)},
    dated as (select id, (published_at at time zone ${zone})::date as day from counted)
    select day, null as family, count(*)::int as n from dated group by day
    union all
    select d.day, m.family_id, count(*)::int from dated d
    join (select distinct post_id, family_id from matched) m on m.post_id = d.id
    group by d.day, m.family_id order by 1, 2`.execute(db)
  return rows
}

export type PostSpelling = { family: string; key: string; n: number }

/** Posts by spelling, each under its family; a post with two spellings is in both. */
export async function countPostSpellings(db: Db, span: Span): Promise<PostSpelling[]> {
  const { rows } = await sql<PostSpelling>`${countedPosts(span)}
    select m.family_id as family, m.key, count(*)::int as n from counted c join matched m on m.post_id = c.id
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export type PostChannel = { channel: ChannelName; author: AuthorGroup; n: number; untagged: number }

/** Posts by channel and author; `untagged` of them have no followed tag and count because they are own. */
export async function countPostChannels(db: Db, span: Span): Promise<PostChannel[]> {
  const { rows } = await sql<PostChannel>`${countedPosts(span)}
    select channel, author, count(*)::int as n,
      (count(*) filter (where not tagged))::int as untagged
    from counted group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Different authors among the posts that are neither the municipality's nor a partner's. */
export async function countAuthors(db: Db, span: Span): Promise<number> {
  const { rows } = await sql<{ n: number }>`${countedPosts(span)}
    select count(distinct coalesce(a.author_key, a.id::text))::int as n
    from counted c join account a on a.id = c.account_id where c.author = 'other'`.execute(db)
  return rows[0]?.n ?? 0
}

/**
 * Posts that repeat an earlier counted one: the same address, or the same account's same text within 48 hours. Each
 * is counted on its channel all the same; the digest says how many they were.
 */
export async function countTwins(db: Db, span: Span): Promise<number> {
  const { rows } = await sql<{ n: number }>`${countedPosts(span)},
    address as (select canonical_url from counted where canonical_url is not null group by 1 having count(*) > 1),
    text as (
      select account_id, text_key from counted where account_id is not null and text_key is not null
      group by 1, 2 having count(*) > 1)
    select count(*)::int as n from (
      select row_number() over (partition by canonical_url order by published_at, id) > 1
          and canonical_url is not null as same_address,
        published_at - lag(published_at) over (partition by account_id, text_key order by published_at, id)
          <= interval '48 hours' and account_id is not null and text_key is not null as same_text
      from counted where canonical_url in (select canonical_url from address)
        or (account_id, text_key) in (select account_id, text_key from text)) as seen
    where same_address or same_text`.execute(db)
  return rows[0]?.n ?? 0
}

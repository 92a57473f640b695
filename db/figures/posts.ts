// Which posts a quarter counts, and how many: by day, spelling, channel and author. One question a function.
import { type RawBuilder, sql } from 'kysely'
import type { ChannelName } from '../../config/place.ts'
import type { Db } from '../open.ts'

/** Who wrote it, as the digest tells them apart: the municipality, a partner, somebody else. */
export type AuthorGroup = 'own' | 'partner' | 'other'

export type Span = {
  place: string
  /** From the first moment, before the second. */
  from: Date
  to: Date
  /** Posts that only these sources brought are left out: they were not collected well enough to be compared. */
  exclude: readonly string[]
  /** The posts have been laid ready in this transaction (`layPosts`). */
  laid?: true
}

/**
 * `with …` of the posts that count: published in the span, with a followed tag or from an own account. A family that
 * counts only together with others needs one of them on the same post. Hidden posts and posts gone since count too:
 * they were published. Ends with the table `counted (id, channel, author, published_at, account_id, …, tagged)`.
 */
export function countedPosts({ place, from, to, exclude, laid }: Span): RawBuilder<unknown> {
  if (laid)
    return sql`with matched as not materialized (select * from laid_matched),
      counted as not materialized (
        select * from laid_counted where published_at >= ${from} and published_at < ${to})`
  return sql`with hit as (
      select t.post_id, array_agg(distinct f.family_id) as families from post p
      join post_tag t on t.post_id = p.id
      join family_tag f on f.place_id = p.place_id and f.key = t.key
      where p.place_id = ${place} and p.published_at >= ${from} and p.published_at < ${to} group by 1),
    matched as (
      select h.post_id, f.id as family_id from hit h cross join unnest(h.families) as u(id)
      join family f on f.place_id = ${place} and f.id = u.id
      where f.only_with = '[]'::jsonb or jsonb_exists_any(f.only_with, h.families)),
    followed as (select distinct post_id from matched),
    candidate as (
      select p.id, p.channel, p.lang, p.published_at, p.account_id, p.canonical_url, p.text_key,
        case when a.kind in ('own', 'staff') then 'own' when a.kind = 'partner' then 'partner'
          when a.id is null and exists (
            select 1 from post_source ps join source s on s.place_id = ps.place_id and s.id = ps.source_id
            where ps.post_id = p.id and s.mode = 'own') then 'own'
          else 'other' end as author
      from post p left join account a on a.id = p.account_id
      where p.place_id = ${place} and p.published_at >= ${from} and p.published_at < ${to}
        and not (cardinality(${[...exclude]}::text[]) > 0
          and exists (select 1 from post_source ps where ps.post_id = p.id)
          and not exists (select 1 from post_source ps where ps.post_id = p.id
            and not ps.source_id = any(${[...exclude]}::text[])))),
    counted as (
      select c.*, f.post_id is not null as tagged from candidate c left join followed f on f.post_id = c.id
      where c.author = 'own' or f.post_id is not null)`
}

/**
 * Lays the posts that count into tables of this transaction, so that many questions are asked of them and they are
 * picked out once. What is asked then may lie anywhere within the span.
 */
export async function layPosts(trx: Db, span: Span): Promise<void> {
  await sql`create temp table laid_counted (id int4 primary key, channel text, lang text, published_at timestamptz(3),
    account_id int4, canonical_url text, text_key text, author text, tagged boolean) on commit drop`.execute(
    trx,
  )
  await sql`create temp table laid_matched (post_id int4, family_id text) on commit drop`.execute(trx)
  await sql`${countedPosts(span)},
    laid as (insert into laid_matched select m.post_id, m.family_id from matched m join counted c on c.id = m.post_id)
    insert into laid_counted select id, channel, lang, published_at, account_id, canonical_url, text_key, author, tagged
    from counted`.execute(trx)
  await sql`create index on laid_matched (post_id)`.execute(trx)
  await sql`analyze laid_counted, laid_matched`.execute(trx)
}

export type PostDay = { day: string; family: string | null; n: number }

/** Posts by day of the zone: all of them (`family` null) and of each family. */
export async function countPostDays(db: Db, span: Span, zone: string): Promise<PostDay[]> {
  const { rows } = await sql<PostDay>`${countedPosts(span)},
    dated as (select id, (published_at at time zone ${zone})::date as day from counted)
    select day, null as family, count(*)::int as n from dated group by day
    union all
    select d.day, m.family_id, count(*)::int from dated d join matched m on m.post_id = d.id
    group by d.day, m.family_id order by 1, 2`.execute(db)
  return rows
}

export type PostSpelling = { family: string; key: string; n: number }

/** Posts by spelling, each under its family; a post with two spellings is in both. */
export async function countPostSpellings(db: Db, span: Span): Promise<PostSpelling[]> {
  const { rows } = await sql<PostSpelling>`${countedPosts(span)}
    select m.family_id as family, t.key, count(*)::int as n from counted c
    join matched m on m.post_id = c.id join post_tag t on t.post_id = c.id
    join family_tag f on f.place_id = ${span.place} and f.key = t.key and f.family_id = m.family_id
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
  const { rows } = await sql<{ n: number }>`${countedPosts(span)}
    select count(*)::int as n from (
      select row_number() over (partition by canonical_url order by published_at, id) > 1
          and canonical_url is not null as same_address,
        published_at - lag(published_at) over (partition by account_id, text_key order by published_at, id)
          <= interval '48 hours' and account_id is not null and text_key is not null as same_text
      from counted) as seen
    where same_address or same_text`.execute(db)
  return rows[0]?.n ?? 0
}

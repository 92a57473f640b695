// Which posts a quarter counts and what each had gathered at fourteen days: as tables of a question, or laid ready.
import { type RawBuilder, sql } from 'kysely'
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

/** The first and the last inner id of a span's posts: of what belongs to posts, nothing beyond them is read. */
type Ids = { first: number; last: number }

const DAY = 24
/** The tally that counts as fourteen days, and the wider window from which an estimate may be taken. */
const AGE = { due: 14 * DAY, until: 21 * DAY, earliest: 10 * DAY, latest: 28 * DAY }

const inSpan = ({ place, from, to }: Span) =>
  sql`p.place_id = ${place} and p.published_at >= ${from} and p.published_at < ${to}`
const within = (ids: Ids | undefined) =>
  ids ? sql`and t.post_id between ${ids.first} and ${ids.last}` : sql``

/**
 * `matched (post_id, family_id, key)`: each followed spelling on a post of the span, under its family. A family that
 * counts only together with others needs one of them on the same post.
 */
const matched = (span: Span, ids?: Ids) => sql`
  hit as (
    select t.post_id, f.family_id, t.key from post p join post_tag t on t.post_id = p.id
    join family_tag f on f.place_id = p.place_id and f.key = t.key where ${inSpan(span)} ${within(ids)}),
  matched as (
    select h.post_id, h.family_id, h.key from hit h
    join family f on f.place_id = ${span.place} and f.id = h.family_id and f.only_with = '[]'::jsonb
    union all
    select distinct h.post_id, h.family_id, h.key from hit h
    join family f on f.place_id = ${span.place} and f.id = h.family_id
    cross join jsonb_array_elements_text(f.only_with) as w(id)
    join hit o on o.post_id = h.post_id and o.family_id = w.id)`

/** `candidate`: the posts of the span with the group of their authors; what only weak sources brought is left out. */
const candidate = (span: Span) => sql`
  candidate as (
    select p.id, p.channel, p.lang, p.published_at, p.account_id, p.canonical_url, p.text_key,
      p.gone_at is null and p.public and p.state <> 'hidden' as listed,
      case when a.kind in ('own', 'staff') then 'own' when a.kind = 'partner' then 'partner'
        when a.id is null and exists (
          select 1 from post_source ps join source s on s.place_id = ps.place_id and s.id = ps.source_id
          where ps.post_id = p.id and s.mode = 'own') then 'own'
        else 'other' end as author
    from post p left join account a on a.id = p.account_id
    where ${inSpan(span)} ${
      span.exclude.length
        ? sql`and (not exists (select 1 from post_source ps where ps.post_id = p.id)
            or exists (select 1 from post_source ps where ps.post_id = p.id
              and not ps.source_id = any(${[...span.exclude]}::text[])))`
        : sql``
    })`

const counted = (tags: RawBuilder<unknown>) => sql`
  counted as (
    select c.*, f.post_id is not null as tagged from candidate c
    left join (select distinct post_id from ${tags}) f on f.post_id = c.id
    where c.author = 'own' or f.post_id is not null)`

/** Of each post one tally: the first at 14 to 21 days, else the nearest at 10 to 28 days (`estimate`), else none. */
const picked = (posts: RawBuilder<unknown>) => sql`
  select distinct on (t.post_id) t.post_id, t.likes, t.comments, t.shares,
    not t.hours between ${AGE.due} and ${AGE.until} as estimate
  from tally t ${posts} and t.hours between ${AGE.earliest} and ${AGE.latest}
  order by t.post_id, (t.hours between ${AGE.due} and ${AGE.until}) desc,
    case when t.hours between ${AGE.due} and ${AGE.until} then t.hours else abs(t.hours - ${AGE.due}) end, t.hours`

/**
 * `with …` of the posts that count: published in the span, with a followed tag or from an own account. Hidden posts
 * and posts gone since count too: they were published (`listed` tells them). Ends with the tables
 * `matched (post_id, family_id, key)` and `counted (id, channel, author, published_at, account_id, …, tagged)`.
 */
export function countedPosts(span: Span): RawBuilder<unknown> {
  if (span.laid)
    return sql`with matched as not materialized (select * from laid_matched),
      counted as not materialized (
        select * from laid_counted where published_at >= ${span.from} and published_at < ${span.to})`
  return sql`with ${matched(span)}, ${candidate(span)}, ${counted(sql`matched`)}`
}

/**
 * `measured`: the counted posts with the likes, comments and shares of fourteen days; `estimate` is null where no
 * tally was near. A tally's own hours decide, never the age that was due.
 */
export const measuredPosts = (span: Span): RawBuilder<unknown> =>
  span.laid
    ? sql`${countedPosts(span)}, measured as not materialized (select * from counted)`
    : sql`${countedPosts(span)}, measured as (
        select c.*, k.likes, k.comments, k.shares, k.estimate from counted c
        left join (${picked(sql`join counted c on c.id = t.post_id where true`)}) k on k.post_id = c.id)`

/**
 * Lays the posts that count into tables of this transaction, so that many questions are asked of them and they are
 * picked out once. What is asked then may lie anywhere within the span. Posts of a span stand close together by their
 * ids as a rule: tags and tallies outside are not read.
 */
export async function layPosts(trx: Db, span: Span): Promise<void> {
  const { rows } = await sql<Ids>`
    select coalesce(min(id), 0) as first, coalesce(max(id), 0) as last from post p where ${inSpan(span)}`.execute(
    trx,
  )
  const ids = rows[0] as Ids
  await sql`create temp table laid_matched on commit drop as
    with ${matched(span, ids)} select post_id, family_id, key from matched`.execute(trx)
  await sql`analyze laid_matched`.execute(trx)
  await sql`create temp table laid_counted on commit drop as
    with ${candidate(span)}, ${counted(sql`laid_matched`)}
    select c.*, k.likes, k.comments, k.shares, k.estimate from counted c
    left join (${picked(sql`where true ${within(ids)}`)}) k on k.post_id = c.id`.execute(trx)
  await sql`analyze laid_counted`.execute(trx)
}

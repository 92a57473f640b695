// Likes, comments and shares at one fixed age: what every post had fourteen days after it was published.
import { sql } from 'kysely'
import type { ChannelName } from '../../config/place.ts'
import type { Db } from '../open.ts'
import { type AuthorGroup, countedPosts, type Span } from './posts.ts'

const DAY = 24
/** The tally that counts as fourteen days, and the wider window from which an estimate may be taken. */
const AGE = { due: 14 * DAY, until: 21 * DAY, earliest: 10 * DAY, latest: 28 * DAY }

/**
 * `picked`: of each counted post one tally, the first taken at 14 to 21 days, else the nearest at 10 to 28 days
 * (`estimate`), else none. A tally's own hours decide, never the age that was due.
 */
export const picked = (span: Span) =>
  span.laid
    ? sql`${countedPosts(span)}, picked as not materialized (select * from laid_picked)`
    : sql`${countedPosts(span)}, picked as (${pick})`

const pick = sql`
    select distinct on (t.post_id) t.post_id, t.likes, t.comments, t.shares,
      not t.hours between ${AGE.due} and ${AGE.until} as estimate
    from tally t join counted c on c.id = t.post_id
    where t.hours between ${AGE.earliest} and ${AGE.latest}
    order by t.post_id, (t.hours between ${AGE.due} and ${AGE.until}) desc,
      case when t.hours between ${AGE.due} and ${AGE.until} then t.hours else abs(t.hours - ${AGE.due}) end, t.hours`

/** Lays the picked tallies beside the posts that `layPosts` has laid. */
export async function layReactions(trx: Db, span: Span): Promise<void> {
  await sql`create temp table laid_picked (post_id int4 primary key, likes int4, comments int4, shares int4,
    estimate boolean) on commit drop`.execute(trx)
  await sql`insert into laid_picked ${countedPosts({ ...span, laid: true })} ${pick}`.execute(trx)
  await sql`analyze laid_picked`.execute(trx)
}

export type ReactionCount = 'likes' | 'comments' | 'shares'
export type ReactionSum = {
  channel: ChannelName
  author: AuthorGroup
  posts: number
  /** Posts with a tally near fourteen days, and how many of those are estimates. */
  measured: number
  estimates: number
  /** Posts of which any count was ever told: none means that the channel tells none. */
  told: number
} & Record<ReactionCount, string | null> &
  Record<`${ReactionCount}_of`, number>

/** Sums by channel and author; null where the channel told none, with the number of posts that had the count. */
export async function sumReactions(db: Db, span: Span): Promise<ReactionSum[]> {
  const { rows } = await sql<ReactionSum>`${picked(span)}
    select c.channel, c.author, count(*)::int as posts, count(p.post_id)::int as measured,
      (count(*) filter (where p.estimate))::int as estimates,
      (count(*) filter (where exists (select 1 from tally t where t.post_id = c.id
        and coalesce(t.likes, t.comments, t.shares) is not null)))::int as told,
      sum(p.likes)::text as likes, sum(p.comments)::text as comments, sum(p.shares)::text as shares,
      count(p.likes)::int as likes_of, count(p.comments)::int as comments_of, count(p.shares)::int as shares_of
    from counted c left join picked p on p.post_id = c.id group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export type Interaction = { channel: ChannelName; author: AuthorGroup; total: number; posts: number }

/** How many posts had how many reactions in all (the counts that are known); posts without any count are not in it. */
export async function countInteractions(db: Db, span: Span): Promise<Interaction[]> {
  const { rows } = await sql<Interaction>`${picked(span)}
    select c.channel, c.author,
      (coalesce(p.likes, 0) + coalesce(p.comments, 0) + coalesce(p.shares, 0))::int as total, count(*)::int as posts
    from counted c join picked p on p.post_id = c.id
    where coalesce(p.likes, p.comments, p.shares) is not null group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

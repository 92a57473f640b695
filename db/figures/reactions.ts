// Likes, comments and shares at one fixed age: what every post had fourteen days after it was published.
import { sql } from 'kysely'
import type { ChannelName } from '../../config/place.ts'
import type { Db } from '../open.ts'
import { type AuthorGroup, measuredPosts, type Span } from './counted.ts'

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
  const { rows } = await sql<ReactionSum>`${measuredPosts(span)}
    select c.channel, c.author, count(*)::int as posts, count(c.estimate)::int as measured,
      (count(*) filter (where c.estimate))::int as estimates,
      (count(*) filter (where coalesce(c.likes, c.comments, c.shares) is not null
        or exists (select 1 from tally t where t.post_id = c.id
          and coalesce(t.likes, t.comments, t.shares) is not null)))::int as told,
      sum(c.likes)::text as likes, sum(c.comments)::text as comments, sum(c.shares)::text as shares,
      count(c.likes)::int as likes_of, count(c.comments)::int as comments_of, count(c.shares)::int as shares_of
    from measured c group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export type Interaction = { channel: ChannelName; author: AuthorGroup; total: number; posts: number }

/** How many posts had how many reactions in all (the counts that are known); posts without any count are not in it. */
export async function countInteractions(db: Db, span: Span): Promise<Interaction[]> {
  const { rows } = await sql<Interaction>`${measuredPosts(span)}
    select channel, author, (coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0))::int as total,
      count(*)::int as posts
    from measured where coalesce(likes, comments, shares) is not null group by 1, 2, 3 order by 1, 2, 3`.execute(
    db,
  )
  return rows
}

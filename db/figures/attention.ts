// Single posts that the digest names: those that got the most attention on each channel, and the lifted ones.
import { sql } from 'kysely'
import type { AccountKind, ChannelName } from '../../config/place.ts'
import type { Db } from '../open.ts'
import type { ChildAnswer, ConsentScope, PostState } from '../schema.ts'
import { type AuthorGroup, measuredPosts, type Span } from './counted.ts'

/** A channel with fewer posts in the quarter has no list, and no list is longer than this. */
const LEAST_POSTS = 10
const MOST_LISTED = 5

export type TopRow = {
  channel: string
  author: 'own' | 'other'
  rank: number
  post: string
  day: string
  total: number
}

/**
 * The first five of each channel by reactions at fourteen days, the municipality's own and others' apart; of equals
 * the earlier one first. What has gone or was hidden is in the counts but not in the list.
 */
export async function rankPosts(db: Db, span: Span, zone: string): Promise<TopRow[]> {
  const { rows } = await sql<TopRow>`${measuredPosts(span)},
    large as (select channel from counted group by channel having count(*) >= ${LEAST_POSTS}),
    scored as (
      select id, channel, case when author = 'own' then 'own' else 'other' end as author, published_at,
        coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0) as total
      from measured where coalesce(likes, comments, shares) is not null and listed),
    level as (
      select channel, author, total, sum(count(*)) over (partition by channel, author order by total desc) - count(*)
        as above
      from scored where total > 0 and channel in (select channel from large) group by channel, author, total),
    ranked as (
      select s.*, row_number() over (partition by channel, author order by total desc, published_at, id)::int as rank
      from scored s join level l using (channel, author, total) where l.above < ${MOST_LISTED})
    select r.channel, r.author, r.rank, p.public_id as post,
      ((r.published_at at time zone ${zone})::date)::text as day, r.total::int as total
    from ranked r join post p on p.id = r.id where r.rank <= ${MOST_LISTED}
    order by r.channel, r.author desc, r.rank`.execute(db)
  return rows
}

/** The posts behind the lifts of the weeks, in the order in which they were lifted. */
export async function listLifted(
  db: Db,
  place: string,
  weeks: readonly string[],
): Promise<{ week: string; post: string; author: AuthorGroup }[]> {
  const { rows } = await sql<{ week: string; post: string; author: AuthorGroup }>`
    select l.week, p.public_id as post, case when a.kind in ('own', 'staff') then 'own'
        when a.kind = 'partner' then 'partner' else 'other' end as author
    from lift l join post p on p.id = l.post_id left join account a on a.id = p.account_id
    where l.place_id = ${place} and l.week = any(${[...weeks]}::text[])
      and (l.ended_at is null or l.ended_at >= l.at + interval '1 day')
    order by l.week, l.at, l.id`.execute(db)
  return rows
}

export type NamedPost = {
  post: string
  channel: ChannelName
  url: string | null
  name: string | null
  text: string
  state: PostState
  public: boolean
  gone: boolean
  pruned: boolean
  /** A person has marked that a child can be recognised in it. */
  child: boolean
  kind: AccountKind | null
  agreement: boolean
  consents: {
    on: 'post' | 'account'
    state: 'granted' | 'withdrawn'
    scope: ConsentScope
    crop: boolean
    child: ChildAnswer | null
    until: string | null
    at: string
    withdrawn_at: string | null
  }[]
}

/** The posts that a digest names, with everything that decides what may be shown of them. */
export async function listNamedPosts(db: Db, place: string, posts: readonly string[]): Promise<NamedPost[]> {
  const { rows } = await sql<NamedPost>`
    select p.public_id as post, p.channel, p.url, a.name, coalesce(nullif(p.text, ''), p.title, '') as text, p.state,
      p.public, p.gone_at is not null as gone, p.pruned_at is not null as pruned, p.child, a.kind,
      a.agreement is not null as agreement,
      coalesce((select jsonb_agg(jsonb_build_object('on', case when c.post_id is null then 'account' else 'post' end,
          'state', c.state, 'scope', c.scope, 'crop', c.crop, 'child', c.child, 'until', c.until,
          'at', c.at, 'withdrawn_at', c.withdrawn_at) order by c.id)
        from consent c where c.post_id = p.id or c.account_id = p.account_id), '[]'::jsonb) as consents
    from post p left join account a on a.id = p.account_id
    where p.place_id = ${place} and p.public_id = any(${[...posts]}::text[]) order by p.id`.execute(db)
  return rows
}

// What the platforms' own statistics tell of a quarter's posts: of each post what the newest file says.
import { sql } from 'kysely'
import type { ChannelName } from '../../config/place.ts'
import type { Db } from '../open.ts'

export type PlatformSum = {
  channel: ChannelName
  posts: number
  /** Posts that were not yet two weeks old when the file was downloaded: their numbers still grew. */
  young: number
  views: string | null
  views_of: number
  clicks: string | null
  clicks_of: number
  /** People reached by each post that tells it, fewest first. */
  reach: number[]
}

export async function sumPlatformPosts(
  db: Db,
  { place, from, to }: { place: string; from: Date; to: Date },
): Promise<PlatformSum[]> {
  const { rows } = await sql<PlatformSum>`
    with latest as (
      select distinct on (p.channel, p.external_id) p.*, f.taken_at
      from platform_post p join platform_file f on f.id = p.file_id
      where p.place_id = ${place} and p.published_at >= ${from} and p.published_at < ${to}
      order by p.channel, p.external_id, f.taken_at desc, f.id desc)
    select channel, count(*)::int as posts,
      (count(*) filter (where taken_at < published_at + interval '14 days'))::int as young,
      sum(views)::text as views, count(views)::int as views_of,
      sum(clicks)::text as clicks, count(clicks)::int as clicks_of,
      coalesce(jsonb_agg(reach order by reach) filter (where reach is not null), '[]') as reach
    from latest group by channel order by channel`.execute(db)
  return rows
}

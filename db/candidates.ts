// What the candidates of a week are chosen from: posts of its season in any year, and those that are timeless.
import { sql } from 'kysely'
import type { Db } from './open.ts'

export type Liftable = {
  id: string
  author: number | null
  same: string | null
  published_at: Date
  early: boolean
  timeless: boolean
  allowed: boolean
  picture: boolean
  reactions: number
}
type Asked = {
  seasons: readonly { from: Date; to: Date }[]
  /** When the week began. */
  begun: Date
  today: string
  limit: number
}

/**
 * Others' posts that could be lifted, the likeliest first: public, still there, never lifted under any of their twins,
 * and without a mark that forbids it.
 */
export async function listLiftable(
  db: Db,
  place: string,
  { seasons, begun, today, limit }: Asked,
): Promise<Liftable[]> {
  const times = (end: 'from' | 'to') => seasons.map((one) => one[end].toISOString())
  const granted = sql`select from consent c where (c.post_id = p.id or c.account_id = p.account_id)
    and c.state = 'granted' and (c.until is null or c.until >= ${today}::date) and (c.scope->>'wall')::boolean
    and c.child is distinct from 'recognisable'`
  const { rows } = await sql<Liftable>`
    with near as (
      select p.id from unnest(${times('from')}::text[]::timestamptz[], ${times('to')}::text[]::timestamptz[]) as s(a, b)
        join post p on p.place_id = ${place} and p.published_at >= s.a and p.published_at < s.b and p.pruned_at is null
      union select id from post where place_id = ${place} and timeless)
    select p.public_id as id, p.account_id as author, coalesce(p.text_key, p.canonical_url) as same, p.published_at,
      p.first_seen_at < ${begun} as early, p.timeless,
      (a.kind = 'partner' and a.agreement is not null) is true or exists (${granted}) as allowed,
      exists (select from media m where m.post_id = p.id and m.kind = 'image') as picture,
      coalesce(p.likes, 0) + coalesce(p.comments, 0) + coalesce(p.shares, 0) as reactions
    from near join post p on p.id = near.id left join account a on a.id = p.account_id
    where p.state <> 'hidden' and p.public and p.gone_at is null and p.pruned_at is null and p.channel <> 'x'
      and coalesce(a.kind, 'resident') not in ('own', 'staff') and not p.delicate
      and not (p.child and not exists (${granted} and c.child = 'guardian'))
      and not exists (select from lift l join post t on t.id = l.post_id where l.place_id = ${place}
        and (t.id = p.id or t.canonical_url = p.canonical_url or t.text_key = p.text_key))
    order by early desc, allowed desc, picture desc, reactions desc, p.published_at desc, p.id desc
    limit ${limit}`.execute(db)
  return rows
}

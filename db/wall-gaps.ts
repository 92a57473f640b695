// What is not accessible on a place's walls today, as counts for its statement: of the posts that are shown whole.
import { sql } from 'kysely'
import type { Db } from './open.ts'

export type Gaps = {
  posts: number
  /** Posts of others than the town and its staff. */
  others: number
  /** Posts whose language nobody knows. */
  languages: number
  /** Pictures that wait for a description, and are not shown before. */
  pictures: number
  /** Films of the town and its staff without captions, or nobody knows whether with. */
  films: number
}

/** `places` are one, or the members of a joint one; `today` is theirs. */
export async function countGaps(db: Db, places: readonly string[], today: string): Promise<Gaps> {
  const { rows } = await sql<Gaps>`
    with whole as (
      select p.id, p.lang, a.kind in ('own', 'staff') as own
      from post p join account a on a.id = p.account_id
      where p.place_id = any(${places}) and p.state = 'shown' and p.public and p.channel <> 'x'
        and p.gone_at is null and p.pruned_at is null
        and (a.kind in ('own', 'staff') or (a.kind = 'partner' and a.agreement is not null) or exists (
          select from consent c where (c.post_id = p.id or c.account_id = a.id) and c.state = 'granted'
            and (c.scope->>'wall')::boolean and c.withdrawn_at is null and (c.until is null or c.until >= ${today}))))
    select count(*)::int as posts,
      count(*) filter (where not own)::int as others,
      count(*) filter (where lang is null)::int as languages,
      coalesce(sum((select count(*) from media m where m.post_id = whole.id and m.kind = 'image'
        and coalesce(trim(m.author_alt), '') = ''
        and not exists (select from description d where d.media_id = m.id))), 0)::int as pictures,
      coalesce(sum((select count(*) from media m where m.post_id = whole.id and own and m.kind <> 'image'
        and m.captions is distinct from 'yes')), 0)::int as films
    from whole`.execute(db)
  return rows[0] as Gaps
}

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

/** The pictures of the posts that are shown whole, by who has said what is in them. */
export type Coverage = { pictures: number; author: number; ours: number; decorative: number }

const whole = (places: readonly string[], today: string) => sql`
  whole as (
    select p.id, p.lang, a.kind in ('own', 'staff') as own
    from post p join account a on a.id = p.account_id
    where p.place_id = any(${places}) and p.state = 'shown' and p.public and p.channel <> 'x'
      and p.gone_at is null and p.pruned_at is null
      and (a.kind in ('own', 'staff') or (a.kind = 'partner' and a.agreement is not null) or exists (
        select from consent c where (c.post_id = p.id or c.account_id = a.id) and c.state = 'granted'
          and c.child is distinct from 'recognisable' and (not p.child or c.child = 'guardian')
          and (c.scope->>'wall')::boolean and c.withdrawn_at is null and (c.until is null or c.until >= ${today}))))`

// As `missingLanguages` of services/domain/footing.ts judges one picture.
const worded = (languages: readonly string[]) => sql`
  coalesce(trim(m.author_alt), '') <> '' as author,
  exists (select from description d where d.media_id = m.id and d.decorative) as decorative,
  (select count(*) from description d where d.media_id = m.id and trim(d.text) <> ''
    and d.lang = any(${languages})) = ${languages.length} as ours`

/** How much of what the walls of the places may show is described in all their languages. */
export async function countCoverage(
  db: Db,
  places: readonly string[],
  languages: readonly string[],
  today: string,
): Promise<Coverage> {
  const { rows } = await sql<Coverage>`
    with ${whole(places, today)}, pictures as (
      select ${worded(languages)} from whole join media m on m.post_id = whole.id where m.kind = 'image')
    select count(*)::int as pictures,
      count(*) filter (where decorative)::int as decorative,
      count(*) filter (where author and not decorative)::int as author,
      count(*) filter (where ours and not author and not decorative)::int as ours
    from pictures`.execute(db)
  return rows[0] as Coverage
}

/** `places` are one, or the members of a joint one; `today` is theirs, `languages` those of the wall. */
export async function countGaps(
  db: Db,
  places: readonly string[],
  languages: readonly string[],
  today: string,
): Promise<Gaps> {
  const { rows } = await sql<Omit<Gaps, 'pictures'>>`
    with ${whole(places, today)}
    select count(*)::int as posts,
      count(*) filter (where not own)::int as others,
      count(*) filter (where lang is null)::int as languages,
      coalesce(sum((select count(*) from media m where m.post_id = whole.id and own and m.kind <> 'image'
        and m.captions is distinct from 'yes')), 0)::int as films
    from whole`.execute(db)
  const { pictures, author, ours, decorative } = await countCoverage(db, places, languages, today)
  return { ...(rows[0] as Omit<Gaps, 'pictures'>), pictures: pictures - author - ours - decorative }
}

// The checker: what the driver knows from outside against what stands in the database; each difference a sentence.
import { sql } from 'kysely'
import { findBrokenAudit } from '../../db/audit.ts'
import type { Db } from '../../db/open.ts'
import type { Said } from './upstream.ts'

/** Names the first few of many. */
function told(what: string, which: readonly string[]): string[] {
  return which.length ? [`${which.length} ${what}: ${which.slice(0, 3).join(', ')}`] : []
}

/** Posts that the driver knows to have been taken, against the rows: none lost, none twice, none half. */
export async function checkPosts(db: Db, said: ReadonlyMap<string, Said>): Promise<string[]> {
  const { rows } = await sql<{ uri: string; text: string; source: string; whole: boolean }>`
    select p.external_id as uri, p.text, min(s.source_id) as source,
      count(*) = 1 and p.version = 1 and a.id is not null
        and (select count(*) from post_tag t where t.post_id = p.id and t.key = 'kemijärvi') = 1
        and (select count(*) from tally t where t.post_id = p.id and t.age = 0) = 1 as whole
    from post p left join post_source s on s.post_id = p.id left join account a on a.id = p.account_id
    group by p.id, a.id`.execute(db)
  const kept = new Map(rows.map((row) => [row.uri, row]))
  const right = (row: (typeof rows)[number]) => {
    const one = said.get(row.uri)
    return row.whole && one?.text === row.text && one.source === row.source
  }
  return [
    ...told(
      'posts are lost',
      [...said.keys()].filter((uri) => !kept.has(uri)),
    ),
    ...told('posts are kept twice', rows.length > kept.size ? [String(rows.length - kept.size)] : []),
    ...told(
      'posts are not as they were said',
      rows.filter((row) => !right(row)).map((row) => row.uri),
    ),
  ]
}

/** What collecting keeps beside the posts, against the posts themselves and against one another. */
export async function checkBooks(db: Db): Promise<string[]> {
  const { rows } = await sql<{ what: string; one: string; other: string }>`
    select 'posts, and posts that the runs say they saved' as what,
      (select count(*) from post)::text as one, (select sum(saved) from source_run)::text as other
    union all select 'runs that ended, and runs that the days count',
      (select count(*) from source_run where ended_at is not null)::text, (select sum(runs) from source_day)::text
    union all select 'accounts, and accounts that wrote something',
      (select count(*) from account)::text, (select count(distinct account_id) from post)::text
    union all select 'digests, and quarters that have one',
      (select count(*) from digest)::text, (select count(distinct (place_id, quarter)) from digest)::text
    union all select 'jobs given up, and none', count(*)::text, '0' from pgboss.job where state = 'failed'`.execute(
    db,
  )
  const books = rows.filter((row) => row.one !== row.other)
  const broken = await Promise.all(['kemijarvi', null].map((place) => findBrokenAudit(db, place)))
  return [
    ...books.map(({ what, one, other }) => `these differ: ${what} (${one} and ${other})`),
    ...told('audit chains are broken, at row', broken.filter((row) => row !== undefined).map(String)),
  ]
}

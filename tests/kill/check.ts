// The checker: what the driver knows from outside against what stands in the database; each difference a sentence.
import { sql } from 'kysely'
import { findBrokenAudit } from '../../db/audit.ts'
import type { Db } from '../../db/open.ts'
import { decisionActions } from '../../db/schema.ts'
import type { Acts, Decided } from './curators.ts'
import type { Said } from './upstream.ts'

/** Names the first few of many. */
function told(what: string, which: readonly string[]): string[] {
  return which.length ? [`${which.length} ${what}: ${which.slice(0, 3).join(', ')}`] : []
}

/**
 * Everything that was said, against the rows: what must have been taken by now (all of it, unless told) is there; none
 * is there twice, half, or otherwise than it was said.
 */
export async function checkPosts(
  db: Db,
  said: ReadonlyMap<string, Said>,
  taken: ReadonlyMap<string, Said> = said,
): Promise<string[]> {
  const { rows } = await sql<{ uri: string; text: string; source: string; whole: boolean }>`
    select p.external_id as uri, p.text, min(s.source_id) as source,
      count(*) = 1 and a.id is not null
        and p.version = 1 + (select count(*) from decision d where d.post_id = p.id)
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
      [...taken.keys()].filter((uri) => !kept.has(uri)),
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
    union all select 'visits that a person waits for though nobody will make them, and none',
      count(*)::text, '0' from source_run r where r.ended_at is null and r.trigger = 'person' and not exists (
        select from pgboss.job j where j.name = 'collect' and j.data->>'run' = r.id::text
          and j.state in ('created', 'retry', 'active'))
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

/** Every act that was answered with 2xx, against the rows: there, once, and in the record; and nothing else is. */
export async function checkActs(db: Db, acts: Acts): Promise<string[]> {
  const nameOf = ({ post, version, action }: Decided) => `${post} ${version} ${action}`
  const { rows: decided } = await sql<Decided & { state: string }>`
    select p.public_id as post, d.version, d.action, d.to_state as state
    from decision d join post p on p.id = d.post_id order by d.id`.execute(db)
  const { rows: recorded } = await sql<Decided>`
    select object as post, (detail->>'version')::int as version, action from audit
    where action = any(${[...decisionActions]}) order by id`.execute(db)
  const { rows: standing } = await sql<{ post: string }>`
    select p.public_id as post from post p, lateral (select count(*) as n, max(d.version) as version,
        (array_agg(d.to_state order by d.version desc))[1] as state from decision d where d.post_id = p.id) d
    where d.n > 0 and (p.version <> d.n + 1 or p.version <> d.version or p.state <> d.state)`.execute(db)
  const names = decided.map(nameOf)
  const states = new Map(decided.map((one) => [nameOf(one), one.state]))
  const expected = new Set([...acts.decisions, ...acts.unsure].map(nameOf))
  return [
    ...told(
      'decisions are lost',
      acts.decisions.filter((one) => states.get(nameOf(one)) !== one.state).map(nameOf),
    ),
    ...told('decisions are made twice', twice(names)),
    ...told(
      'decisions were made by nobody',
      names.filter((one) => !expected.has(one)),
    ),
    ...told('decisions are not in the record once', differing(names, recorded.map(nameOf))),
    ...told(
      'posts do not stand where their decisions have left them',
      standing.map((row) => row.post),
    ),
    ...(await checkWritten(db, acts)),
  ]
}

async function checkWritten(db: Db, acts: Acts): Promise<string[]> {
  const consents = (await db.selectFrom('consent').select('public_id').execute()).map((row) => row.public_id)
  const { rows: agreed } = await sql<{ id: string }>`
    select detail->>'consent' as id from audit where action = 'consent-granted'`.execute(db)
  const notes = (await db.selectFrom('note').select('body').execute()).map((row) => row.body)
  const numbers = await db.selectFrom('measure').select(['source_id', 'value']).execute()
  const values = new Map(numbers.map((row) => [row.source_id, Number(row.value)]))
  return [
    ...told(
      'consents are lost',
      acts.consents.filter((id) => !consents.includes(id)),
    ),
    ...told(
      'consents are not in the record once',
      differing(
        consents,
        agreed.map((row) => row.id),
      ),
    ),
    ...told(
      'notes are lost',
      acts.notes.filter((body) => !notes.includes(body)),
    ),
    ...told('notes are kept twice', twice(notes)),
    ...told(
      'numbers are lost',
      [...acts.numbers].flatMap(([source, { taken, sent }]) => {
        const value = values.get(source) ?? 0
        return value < taken || value > sent ? [`${source} is ${value}, not ${taken} to ${sent}`] : []
      }),
    ),
  ]
}

function twice(all: readonly string[]): string[] {
  const seen = new Set<string>()
  return all.filter((one) => seen.has(one) || !seen.add(one))
}

/** What stands in one list and not in the other, or not as often. */
function differing(one: readonly string[], other: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const name of one) count.set(name, (count.get(name) ?? 0) + 1)
  for (const name of other) count.set(name, (count.get(name) ?? 0) - 1)
  return [...count].filter(([, n]) => n !== 0).map(([name]) => name)
}

// Posts as the desk lists them: filtered, newest first, with everything a curator needs to judge them.
import { sql } from 'kysely'
import type { AccountKind, ChannelName } from '../config/place.ts'
import { listStanding } from './decisions.ts'
import { hasUndescribed, listMedia } from './descriptions.ts'
import { listHandovers } from './handovers.ts'
import type { Db } from './open.ts'
import type { Cursor } from './page.ts'
import { type PostState, postStates } from './schema.ts'
import { hasWords, isByName } from './search.ts'
import { isMarked, type MarkRow, marksOf } from './topics.ts'
import { listTwins } from './twins.ts'

export type InboxFilter = {
  state?: PostState | undefined
  /** Keys of a family's spellings; a post has one of them. */
  keys?: readonly string[] | undefined
  channel?: ChannelName | undefined
  kinds?: readonly AccountKind[] | undefined
  lang?: string | undefined
  /** Of `readSearch`. */
  words?: string | undefined
  /** Only posts with a picture that may be shown once somebody has described it. */
  undescribed?: boolean | undefined
  /** Only posts that wait for an answer from a service area. */
  answer?: boolean | undefined
  theme?: string | undefined
  audience?: string | undefined
  since?: Date | undefined
  before?: Date | undefined
  /** Words of an author's name or handle. */
  author?: readonly string[] | undefined
  publicId?: string | undefined
  ids?: readonly number[] | undefined
}

/** So many of the newest posts are looked through for words one by one, before their index is asked. */
const NEAR = 500

/**
 * One page of posts with their accounts. Words that come often are met among the newest posts; looking for rare ones
 * that way would read everything, and the database cannot know how old the posts are that have them.
 */
export async function pickInbox(
  db: Db,
  place: string,
  filter: InboxFilter,
  cursor: Cursor | undefined,
  limit: number,
) {
  const { words, ...rest } = filter
  if (words === undefined) return pick(filtered(db, place, rest), cursor, limit)
  const near = filtered(db, place, rest)
    .select('post.id')
    .$if(cursor !== undefined, (page) => page.where(isBefore('post', cursor)))
    .orderBy('post.published_at', 'desc')
    .orderBy('post.id', 'desc')
    .limit(NEAR)
  const newest = await pick(filtered(db, place, { words }).where('post.id', 'in', near), undefined, limit)
  if (newest.length === limit) return newest
  const found = await withFound(db, place, filter)
    .selectFrom('found')
    .select('id')
    .$if(cursor !== undefined, (page) => page.where(isBefore('found', cursor)))
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return pick(filtered(db, place, { ids: found.map((one) => one.id) }), undefined, limit)
}
export type InboxRow = Awaited<ReturnType<typeof pickInbox>>[number]

function pick(query: ReturnType<typeof filtered>, cursor: Cursor | undefined, limit: number) {
  return query
    .selectAll('post')
    .select(['account.kind', 'account.name as author', 'account.handle', 'account.agreement'])
    .select(['account.url as author_url', 'account.public_id as author_id'])
    .$if(cursor !== undefined, (page) => page.where(isBefore('post', cursor)))
    .orderBy('post.published_at', 'desc')
    .orderBy('post.id', 'desc')
    .limit(limit)
    .execute()
}

const isBefore = (table: 'post' | 'found', cursor: Cursor | undefined) => sql<boolean>`
  (${sql.ref(`${table}.published_at`)}, ${sql.ref(`${table}.id`)})
    < (${cursor?.at}::timestamptz, ${cursor?.id}::int4)`

/**
 * The posts with the words, found by their index. Materialized: the database is not to know how few of them are
 * wanted, or it would rather read everything until it has met so many. Whoever reads no more ends the finding.
 */
const withFound = (db: Db, place: string, filter: InboxFilter) =>
  db.with(
    (cte) => cte('found').materialized(),
    () => filtered(db, place, filter).select(['post.id', 'post.published_at']),
  )

function filtered(db: Db, place: string, filter: InboxFilter) {
  const { state, keys, channel, kinds, lang, words, author, undescribed, answer, publicId, ids } = filter
  const { since, before } = filter
  return db
    .selectFrom('post')
    .leftJoin('account', 'account.id', 'post.account_id')
    .where('post.place_id', '=', place)
    .$if(publicId !== undefined, (query) => query.where('post.public_id', '=', publicId ?? ''))
    .$if(ids !== undefined, (query) => query.where('post.id', 'in', ids?.length ? ids : [0]))
    .$if(state !== undefined, (query) => query.where('post.state', '=', state ?? 'new'))
    .$if(channel !== undefined, (query) => query.where('post.channel', '=', channel ?? 'feed'))
    .$if(lang !== undefined, (query) => query.where('post.lang', '=', lang ?? ''))
    .$if(since !== undefined, (query) => query.where('post.published_at', '>=', since as Date))
    .$if(before !== undefined, (query) => query.where('post.published_at', '<', before as Date))
    .$if(kinds !== undefined, (query) =>
      query.where(sql<AccountKind>`coalesce(account.kind, 'resident')`, 'in', kinds ?? []),
    )
    .$if(keys !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('post_tag')
            .select('post_tag.post_id')
            .whereRef('post_tag.post_id', '=', 'post.id')
            .where('post_tag.key', 'in', keys?.length ? keys : [''])
            // Post by post among those with the words: there are more posts with a hashtag.
            .$if(words !== undefined, (tags) => tags.offset(0)),
        ),
      ),
    )
    .$if(words !== undefined, (query) => query.where(hasWords(words ?? '')))
    .$if(author !== undefined, (query) => query.where(isByName(place, author ?? [])))
    .$if(filter.theme !== undefined, (query) => query.where(isMarked('theme', filter.theme ?? '')))
    .$if(filter.audience !== undefined, (query) => query.where(isMarked('audience', filter.audience ?? '')))
    .$if(answer === true, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('handover')
            .select('handover.id')
            .whereRef('handover.post_id', '=', 'post.id')
            .where('handover.state', '=', 'open'),
        ),
      ),
    )
    .$if(undescribed === true, (query) => query.where(wantsWords))
}

// Post by post by their indexes (`offset 0`): few posts are asked about, and the database would read all accounts.
const mayBeWhole = sql<boolean>`(
  exists (select from account a where a.id = post.account_id and a.kind in ('own', 'staff', 'partner') offset 0)
  or exists (select from consent c where c.post_id = post.id and c.state = 'granted' offset 0)
  or exists (select from consent c where c.account_id = post.account_id and c.state = 'granted' offset 0))`

// Words are wanted where somebody would see the picture.
const wantsWords = sql<boolean>`(post.undescribed and post.gone_at is null and post.state <> 'hidden'
  and ${mayBeWhole} and ${hasUndescribed})`

/** Counting ends here: of more, nobody needs to know how many more. */
export const MOST_COUNTED = 1000

type Queue = PostState | 'undescribed' | 'answer'

/** How many posts stand in each state, want words and wait for an answer; of each `MOST_COUNTED` + 1 at most. */
export async function countQueues(db: Db, place: string): Promise<Record<Queue, number>> {
  const most = sql`limit ${sql.lit(MOST_COUNTED + 1)}`
  const { rows } = await sql<{ queue: Queue; n: number }>`
    select s as queue, (select count(*)::int from (
      select from post where place_id = ${place} and state = s order by published_at desc ${most}) counted) as n
    from unnest(${[...postStates]}::text[]) s
    union all select 'undescribed', (select count(*)::int from (
      select from post where place_id = ${place} and ${wantsWords} ${most}) counted)
    union all select 'answer', (select count(*)::int from (
      select from handover where place_id = ${place} and state = 'open' ${most}) counted)`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.queue, row.n])) as Record<Queue, number>
}

/** How many posts the filter lets through, `MOST_COUNTED` + 1 at most. */
export async function countPosts(db: Db, place: string, filter: InboxFilter): Promise<number> {
  const [all, most] = [sql<number>`count(*)::int`.as('n'), MOST_COUNTED + 1]
  const counted =
    filter.words === undefined
      ? db.selectFrom(filtered(db, place, filter).select('post.id').limit(most).as('counted')).select(all)
      : withFound(db, place, filter)
          .selectFrom((found) => found.selectFrom('found').select('id').limit(most).as('counted'))
          .select(all)
  return (await counted.executeTakeFirstOrThrow()).n
}

export type StandingRow = Awaited<ReturnType<typeof listStanding>>[number]

/** What stands beside the posts: pictures, consents, lifts, twins, decisions, questions, tags, pins and marks. */
export async function loadBeside(db: Db, rows: readonly InboxRow[]) {
  const ids = rows.map((row) => row.id)
  const none = { media: [], consents: [], lifts: [], twins: [], standing: [], handovers: [] }
  if (!ids.length) return { ...none, tags: [], pins: [], topics: [] }
  const accounts = rows.flatMap((row) => (row.account_id === null ? [] : [row.account_id]))
  const theirs = sql<number>`any(${ids}::int4[])`
  // At once: none of them needs another.
  const [consents, lifts, media, twins, standing, handovers, labels] = await Promise.all([
    db
      .selectFrom('consent')
      .selectAll()
      .where(sql<boolean>`(post_id = any(${ids}::int4[]) or account_id = any(${accounts}::int4[]))`)
      .orderBy('id', 'desc')
      .execute(),
    db.selectFrom('lift').selectAll().where('post_id', '=', theirs).where('ended_at', 'is', null).execute(),
    listMedia(db, ids),
    listTwins(db, ids),
    listStanding(db, String(rows[0]?.place_id), ids),
    listHandovers(db, ids),
    listLabels(db, ids),
  ])
  return { consents, lifts, media, twins, standing, handovers, ...labels }
}

type Labels = {
  tags: { post_id: number; key: string; as_written: string }[]
  pins: { post_id: number; wall_id: string }[]
  topics: MarkRow[]
}

/** Tags, pins and marks in one answer: they are short, and asking three times would cost more than reading them. */
async function listLabels(db: Db, ids: readonly number[]): Promise<Labels> {
  const tags = db
    .selectFrom('post_tag')
    .select(['post_id', 'key', 'as_written'])
    .where('post_id', '=', sql<number>`any(${ids}::int4[])`)
    .orderBy('position')
  const pins = db
    .selectFrom('pin')
    .select(['post_id', 'wall_id'])
    .where('post_id', '=', sql<number>`any(${ids}::int4[])`)
  const { rows } = await sql<Labels>`
    select (select coalesce(json_agg(t), '[]') from (${tags}) t) as tags,
      (select coalesce(json_agg(p), '[]') from (${pins}) p) as pins,
      (select coalesce(json_agg(m), '[]') from (${marksOf(db, ids)}) m) as topics`.execute(db)
  return rows[0] ?? { tags: [], pins: [], topics: [] }
}

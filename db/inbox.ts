// Posts as the desk lists them: filtered, newest first, with everything a curator needs to judge them.
import { sql } from 'kysely'
import type { AccountKind, ChannelName } from '../config/place.ts'
import { listStanding } from './decisions.ts'
import { listMedia } from './descriptions.ts'
import { listHandovers } from './handovers.ts'
import type { Db } from './open.ts'
import type { Cursor } from './page.ts'
import { type PostState, postStates } from './schema.ts'
import { hasWords, isByName } from './search.ts'
import { isMarked, listMarks } from './topics.ts'
import { listTwins } from './twins.ts'

export type InboxFilter = {
  state?: PostState | undefined
  /** Keys of a family's spellings; a post has one of them. */
  keys?: readonly string[] | undefined
  channel?: ChannelName | undefined
  kinds?: readonly AccountKind[] | undefined
  lang?: string | undefined
  text?: string | undefined
  /** Only posts with a picture that may be shown once somebody has described it. */
  undescribed?: boolean | undefined
  /** Only posts that wait for an answer from a service area. */
  answer?: boolean | undefined
  theme?: string | undefined
  audience?: string | undefined
  /** Words of an author's name or handle. */
  author?: readonly string[] | undefined
  publicId?: string | undefined
  ids?: readonly number[] | undefined
}

/** One page of posts with their accounts. */
export function pickInbox(
  db: Db,
  place: string,
  filter: InboxFilter,
  cursor: Cursor | undefined,
  limit: number,
) {
  return filtered(db, place, filter)
    .selectAll('post')
    .select(['account.kind', 'account.name as author', 'account.handle', 'account.agreement'])
    .select(['account.url as author_url', 'account.public_id as author_id'])
    .$if(cursor !== undefined, (query) =>
      query.where(
        sql<boolean>`(post.published_at, post.id) < (${cursor?.at}::timestamptz, ${cursor?.id}::int4)`,
      ),
    )
    .orderBy('post.published_at', 'desc')
    .orderBy('post.id', 'desc')
    .limit(limit)
    .execute()
}
export type InboxRow = Awaited<ReturnType<typeof pickInbox>>[number]

function filtered(db: Db, place: string, filter: InboxFilter) {
  const { state, keys, channel, kinds, lang, text, author, undescribed, answer, publicId, ids } = filter
  return db
    .selectFrom('post')
    .leftJoin('account', 'account.id', 'post.account_id')
    .where('post.place_id', '=', place)
    .$if(publicId !== undefined, (query) => query.where('post.public_id', '=', publicId ?? ''))
    .$if(ids !== undefined, (query) => query.where('post.id', 'in', ids?.length ? ids : [0]))
    .$if(state !== undefined, (query) => query.where('post.state', '=', state ?? 'new'))
    .$if(channel !== undefined, (query) => query.where('post.channel', '=', channel ?? 'feed'))
    .$if(lang !== undefined, (query) => query.where('post.lang', '=', lang ?? ''))
    .$if(kinds !== undefined, (query) =>
      query.where(sql<AccountKind>`coalesce(account.kind, 'resident')`, 'in', kinds ?? []),
    )
    .$if(keys !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('post_tag')
            .select('post_tag.post_id')
            .whereRef('post_tag.post_id', '=', 'post.id')
            .where('post_tag.key', 'in', keys?.length ? keys : ['']),
        ),
      ),
    )
    .$if(text !== undefined, (query) => query.where(hasWords(text ?? '')))
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
    .$if(undescribed === true, (query) =>
      query
        .where('post.gone_at', 'is', null)
        .where('post.state', '!=', 'hidden')
        .where(mayBeWhole(place))
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('media')
              .select('media.id')
              .whereRef('media.post_id', '=', 'post.id')
              .where(sql<boolean>`coalesce(trim(author_alt), '') = ''`)
              .where(
                sql<boolean>`not exists (select from description d where d.media_id = media.id and d.decorative)`,
              )
              .where(sql<boolean>`exists (select from place p, jsonb_array_elements_text(p.languages) as l(lang)
                where p.id = media.place_id and not exists (select from description d
                  where d.media_id = media.id and d.lang = l.lang and trim(d.text) <> ''))`),
          ),
        ),
    )
}

// Begun from the few who may be shown whole, not from everybody's posts; what is older than a year is on no first page.
const mayBeWhole = (place: string) => {
  const lately = sql`(select max(n.published_at) - interval '366 days' from post n where n.place_id = ${place})`
  return sql<boolean>`post.id in (
    select p.id from account a join post p on p.account_id = a.id and p.published_at > ${lately}
      where a.place_id = ${place} and a.kind in ('own', 'staff', 'partner')
    union select c.post_id from consent c where c.place_id = ${place} and c.state = 'granted' and c.post_id is not null
    union select p.id from consent c join post p on p.account_id = c.account_id
      where c.place_id = ${place} and c.state = 'granted')`
}

/** Counting ends here: of more, nobody needs to know how many more. */
export const MOST_COUNTED = 1000

/** How many posts stand in each state, `MOST_COUNTED` + 1 at most. */
export async function countStates(db: Db, place: string): Promise<Record<PostState, number>> {
  const { rows } = await sql<{ state: PostState; n: number }>`
    select s as state, (select count(*)::int from (
      select from post where place_id = ${place} and state = s limit ${MOST_COUNTED + 1}) counted) as n
    from unnest(${[...postStates]}::text[]) s`.execute(db)
  const count = (state: PostState) => rows.find((row) => row.state === state)?.n ?? 0
  return { new: count('new'), shown: count('shown'), hidden: count('hidden'), stashed: count('stashed') }
}

/** How many posts the filter lets through, `MOST_COUNTED` + 1 at most. */
export async function countPosts(db: Db, place: string, filter: InboxFilter): Promise<number> {
  const row = await db
    .selectFrom(
      filtered(db, place, filter)
        .select('post.id')
        .limit(MOST_COUNTED + 1)
        .as('counted'),
    )
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

export type StandingRow = Awaited<ReturnType<typeof listStanding>>[number]

/**
 * What stands beside the posts: pictures, tags, consents, pins, lifts, counts at their ages, marks, questions. `alone`:
 * they are known to have no twins.
 */
export async function loadBeside(db: Db, rows: readonly InboxRow[], alone = false) {
  const ids = rows.map((row) => row.id)
  const none = { media: [], tags: [], consents: [], pins: [], lifts: [], tallies: [], twins: [] }
  if (!ids.length) return { ...none, standing: [], topics: [], handovers: [] }
  const accounts = rows.flatMap((row) => (row.account_id === null ? [] : [row.account_id]))
  // At once: none of them needs another.
  const [tags, consents, pins, lifts, tallies, media, twins, standing, topics, handovers] = await Promise.all(
    [
      db.selectFrom('post_tag').selectAll().where('post_id', 'in', ids).orderBy('position').execute(),
      db
        .selectFrom('consent')
        .selectAll()
        .where(({ eb, or }) =>
          or([eb('post_id', 'in', ids), ...(accounts.length ? [eb('account_id', 'in', accounts)] : [])]),
        )
        .orderBy('id', 'desc')
        .execute(),
      db.selectFrom('pin').selectAll().where('post_id', 'in', ids).execute(),
      db.selectFrom('lift').selectAll().where('post_id', 'in', ids).where('ended_at', 'is', null).execute(),
      db.selectFrom('tally').selectAll().where('post_id', 'in', ids).orderBy('age').execute(),
      listMedia(db, ids),
      alone ? [] : listTwins(db, ids),
      listStanding(db, String(rows[0]?.place_id), ids),
      listMarks(db, ids),
      listHandovers(db, ids),
    ],
  )
  return { media, tags, consents, pins, lifts, tallies, twins, standing, topics, handovers }
}

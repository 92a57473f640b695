// Posts as the desk lists them: filtered, newest first, with everything a curator needs to judge them.
import { sql } from 'kysely'
import type { AccountKind, ChannelName } from '../config/place.ts'
import { listStanding } from './decisions.ts'
import { listMedia } from './descriptions.ts'
import type { Db } from './open.ts'
import type { Cursor } from './page.ts'
import type { PostState } from './schema.ts'
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
  const { state, keys, channel, kinds, lang, text, undescribed, publicId, ids } = filter
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
    .$if(text !== undefined, (query) => {
      const like = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`
      return query.where(({ eb, or }) =>
        or([
          eb('post.text', 'ilike', like),
          eb('post.title', 'ilike', like),
          eb('account.name', 'ilike', like),
        ]),
      )
    })
    .$if(undescribed === true, (query) =>
      query
        .where('post.gone_at', 'is', null)
        .where('post.state', '!=', 'hidden')
        .where(
          sql<boolean>`(account.kind in ('own', 'staff', 'partner') or exists (select from consent c
            where c.state = 'granted' and (c.post_id = post.id or c.account_id = post.account_id)))`,
        )
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

/** How many posts stand in each state. */
export async function countStates(db: Db, place: string): Promise<Record<PostState, number>> {
  const rows = await db
    .selectFrom('post')
    .select(['state', sql<number>`count(*)::int`.as('n')])
    .where('place_id', '=', place)
    .groupBy('state')
    .execute()
  const count = (state: PostState) => rows.find((row) => row.state === state)?.n ?? 0
  return { new: count('new'), shown: count('shown'), hidden: count('hidden'), stashed: count('stashed') }
}

export async function countPosts(db: Db, place: string, filter: InboxFilter): Promise<number> {
  const row = await filtered(db, place, filter)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

export type StandingRow = Awaited<ReturnType<typeof listStanding>>[number]

/** What stands beside the posts: pictures, tags, consents, pins, lifts, counts at their ages. */
export async function loadBeside(db: Db, rows: readonly InboxRow[]) {
  const ids = rows.map((row) => row.id)
  if (!ids.length)
    return { media: [], tags: [], consents: [], pins: [], lifts: [], tallies: [], twins: [], standing: [] }
  const accounts = rows.flatMap((row) => (row.account_id === null ? [] : [row.account_id]))
  const tags = await db
    .selectFrom('post_tag')
    .selectAll()
    .where('post_id', 'in', ids)
    .orderBy('position')
    .execute()
  const consents = await db
    .selectFrom('consent')
    .selectAll()
    .where(({ eb, or }) =>
      or([eb('post_id', 'in', ids), ...(accounts.length ? [eb('account_id', 'in', accounts)] : [])]),
    )
    .orderBy('id', 'desc')
    .execute()
  const pins = await db.selectFrom('pin').selectAll().where('post_id', 'in', ids).execute()
  const lifts = await db
    .selectFrom('lift')
    .selectAll()
    .where('post_id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute()
  const tallies = await db
    .selectFrom('tally')
    .selectAll()
    .where('post_id', 'in', ids)
    .orderBy('age')
    .execute()
  return {
    media: await listMedia(db, ids),
    tags,
    consents,
    pins,
    lifts,
    tallies,
    twins: await listTwins(db, ids),
    standing: await listStanding(db, ids),
  }
}

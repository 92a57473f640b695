// What a wall is answered from: every post of a place that might be shown, and the full rows of those on one page.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/** Newest first; older posts than these have left the wall. */
const MOST = 5000

/** What decides whether a post may be shown, for the places given (one, or the members of a joint one). */
export async function listCandidates(db: Db, places: readonly string[]) {
  if (!places.length) return []
  return (
    db
      .selectFrom('post')
      .leftJoin('account', 'account.id', 'post.account_id')
      .select([
        'post.id',
        'post.public_id',
        'post.place_id',
        'post.channel',
        'post.account_id',
        'post.canonical_url',
        'post.text_key',
        'post.published_at',
        'post.lang',
        'post.state',
        'post.public',
        'post.child',
        'account.kind',
        'account.agreement',
      ])
      .select(sql<boolean>`post.url is not null`.as('has_address'))
      .select(
        sql<string[]>`(select coalesce(json_agg(t.key order by t.position), '[]'::json)
        from post_tag t where t.post_id = post.id)`.as('tags'),
      )
      .where('post.place_id', 'in', [...places])
      // On an open wall undecided posts of accounts we trust may be shown: services/domain/rights.ts decides.
      .where((eb) =>
        eb.or([
          eb('post.state', '=', 'shown'),
          eb.and([eb('post.state', '=', 'new'), eb('account.kind', 'in', ['own', 'staff', 'partner'])]),
        ]),
      )
      .where('post.gone_at', 'is', null)
      .where('post.pruned_at', 'is', null)
      .where('post.public', '=', true)
      .orderBy('post.published_at', 'desc')
      .orderBy('post.id', 'desc')
      .limit(MOST)
      .execute()
  )
}
export type CandidateRow = Awaited<ReturnType<typeof listCandidates>>[number]

/** Every consent of the places that was ever given for something still there; few: each is a conversation. */
export async function listConsents(db: Db, places: readonly string[]) {
  if (!places.length) return []
  return db
    .selectFrom('consent')
    .select(['post_id', 'account_id', 'state', 'scope', 'crop', 'child', 'until', 'at', 'withdrawn_at'])
    .where('place_id', 'in', [...places])
    .where('state', 'in', ['granted', 'withdrawn'])
    .where(({ eb, or }) => or([eb('post_id', 'is not', null), eb('account_id', 'is not', null)]))
    .execute()
}
export type ConsentRow = Awaited<ReturnType<typeof listConsents>>[number]

export function listPins(db: Db, place: string) {
  return db.selectFrom('pin').select(['post_id', 'wall_id']).where('place_id', '=', place).execute()
}

/** When any source of the places that brings posts last answered; null before the first time. */
export async function lastAnswer(db: Db, places: readonly string[]): Promise<Date | null> {
  if (!places.length) return null
  const row = await db
    .selectFrom('source')
    .select((eb) => eb.fn.max('last_ok_at').as('at'))
    .where('place_id', 'in', [...places])
    .where('kind', '=', 'posts')
    .executeTakeFirst()
  return row?.at ?? null
}

/** What a person can follow: the places' own accounts, and the pages behind their own feeds. */
export async function listOwnChannels(db: Db, places: readonly string[]) {
  if (!places.length) return []
  const accounts = await db
    .selectFrom('account')
    .select(['channel', 'handle', 'name', 'url'])
    .where('place_id', 'in', [...places])
    .where('kind', '=', 'own')
    .orderBy('id')
    .execute()
  const sources = await db
    .selectFrom('source')
    .select(['channel', 'about'])
    .where('place_id', 'in', [...places])
    .where('mode', '=', 'own')
    .where('kind', '=', 'posts')
    .orderBy('id')
    .execute()
  const pages = sources.map(({ channel, about }) => ({
    channel: channel as (typeof accounts)[number]['channel'],
    handle: null,
    name: about.title ?? null,
    url: about.url ?? null,
  }))
  return [...accounts, ...pages]
}
export type ChannelRow = Awaited<ReturnType<typeof listOwnChannels>>[number]

/** The full rows of the posts on one page, with account, pictures, descriptions and running lifts. */
export async function readPosts(db: Db, ids: readonly number[]) {
  if (!ids.length) return []
  const posts = await db
    .selectFrom('post')
    .leftJoin('account', 'account.id', 'post.account_id')
    .selectAll('post')
    .select([
      'account.kind as account_kind',
      'account.mark as account_mark',
      'account.name as account_name',
      'account.handle as account_handle',
      'account.url as account_url',
      'account.agreement as account_agreement',
    ])
    .where('post.id', 'in', [...ids])
    .execute()
  const media = await db
    .selectFrom('media')
    .selectAll()
    .where('post_id', 'in', [...ids])
    .orderBy('position')
    .execute()
  const descriptions = media.length
    ? await db
        .selectFrom('description')
        .selectAll()
        .where(
          'media_id',
          'in',
          media.map((one) => one.id),
        )
        .execute()
    : []
  const lifts = await db
    .selectFrom('lift')
    .select('post_id')
    .where('post_id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
  return posts.map((post) => ({
    ...post,
    lifted: lifts.some((lift) => lift.post_id === post.id),
    media: media
      .filter((one) => one.post_id === post.id)
      .map((one) => ({ ...one, descriptions: descriptions.filter((two) => two.media_id === one.id) })),
  }))
}
export type PostRows = Awaited<ReturnType<typeof readPosts>>[number]
export type MediaRows = PostRows['media'][number]

/** How far each place has changed: the fallback of an api process that heard nothing. */
export function listRevisions(db: Db) {
  return db.selectFrom('place').select(['id', 'revision', 'members']).execute()
}

// A wall's answer made from a place in memory: arranged, cut to a page, the rows of that page read, and presented.
import { type Language, languages, pick, t } from '../../config/i18n.ts'
import type { ChannelName } from '../../config/place.ts'
import type { Db } from '../../db/open.ts'
import { packCursor, unpackCursor } from '../../db/page.ts'
import { type PostRows, readPosts } from '../../db/walls.ts'
import { breathe } from '../breathe.ts'
import { dayOf } from '../domain/quarter.ts'
import { mayShow } from '../domain/rights.ts'
import { arrange, cut } from '../domain/wall.ts'
import { Refusal } from '../errors.ts'
import type { PublicPost, PublicWall, WallAnswer, WallQuery } from './contract.ts'
import { candidatesFor, channelsOf, type Listed, type PlaceView, type WallRow } from './place-view.ts'
import { presentPost } from './present.ts'
import { sayings } from './sayings.ts'

const DAY = 86_400_000

/** Where the answer will stand: X may not be shown inside a frame. */
export type Form = 'open' | 'frame'

export function findWall(view: PlaceView | undefined, id: string): { view: PlaceView; wall: WallRow } {
  const wall = view?.walls.find((one) => one.id === id)
  if (!view || !wall) throw new Refusal('not-found', 404)
  return { view, wall }
}

/** The language asked for when the place speaks it, else the place's main one. */
function languageFor(view: PlaceView, asked: string | undefined): Language {
  const [main = 'fi'] = view.place.languages
  const wanted = asked?.toLowerCase().split('-')[0]
  return languages.find((one) => one === wanted) ?? main
}

export type ShownPost = ReturnType<typeof candidatesFor>[number]
/** The posts of a view as they leave the service; one that has gone meanwhile is left out. */
export type Present = (
  view: PlaceView,
  posts: readonly ShownPost[],
  language: Language,
) => Promise<PublicPost[]>

export async function makeAnswer(
  present: Present,
  view: PlaceView,
  wall: WallRow,
  query: WallQuery,
  form: Form,
  now: Date,
): Promise<WallAnswer> {
  const language = languageFor(view, query.lang)
  const after = query.cursor === undefined ? undefined : unpackCursor(query.cursor)
  if (query.cursor !== undefined && !after)
    throw new Refusal('invalid', 400, { complaints: [{ path: 'cursor', message: 'is not one of ours' }] })
  if (query.family !== undefined && !view.families.some((family) => family.id === query.family))
    throw new Refusal('invalid', 400, { complaints: [{ path: 'family', message: 'no such family' }] })
  const page = cut(arrangeOnce(view, wall, query, form, now), query.limit ?? wall.show, after)
  const posts = await present(view, [...page.lead, ...page.posts], language)
  const leading = new Set(page.lead.map((one) => one.publicId))
  return {
    wall: presentWall(view, wall, language, now),
    lead: posts.filter((one) => leading.has(one.id)),
    posts: posts.filter((one) => !leading.has(one.id)),
    next: page.next && packCursor(page.next),
    ...(query.words && { words: sayings(language) }),
  }
}

/** From the rows of the database, each read once for a view. */
export function presentRows(db: Db): Present {
  return async (view, posts, language) => {
    const ids = posts.map((one) => one.id)
    const rows = await readOnce(db, view, ids)
    // When a place changes, all its answers are made anew, and their visitors wait for all of them together.
    await breathe()
    return posts.flatMap((post) => {
      const row = rows.get(post.id)
      return row ? (presentPost(row, post, language) ?? []) : []
    })
  }
}

type Work = {
  arranged: Map<string, ReturnType<typeof arrange<ShownPost>>>
  rows: Map<number, Promise<PostRows | undefined>>
}
/** What the answers of one view have in common: their order, and the rows on their first pages. */
const works = new WeakMap<PlaceView, Work>()
const MOST = { arranged: 16, rows: 300 }

function workOn(view: PlaceView): Work {
  const work = works.get(view) ?? { arranged: new Map(), rows: new Map() }
  works.set(view, work)
  if (work.arranged.size > MOST.arranged) work.arranged.clear()
  if (work.rows.size > MOST.rows) work.rows.clear()
  return work
}

/** The whole wall in its order. */
export function arrangeOnce(
  view: PlaceView,
  wall: WallRow,
  { family, channel }: WallQuery,
  form: Form,
  now: Date,
) {
  const { arranged } = workOn(view)
  const today = dayOf(now, view.place.time_zone)
  const key = JSON.stringify([wall.id, family, channel, form, today])
  const without: ChannelName[] = form === 'frame' ? ['x'] : []
  const made =
    arranged.get(key) ?? arrange(candidatesFor(view, wall, today), wall, { family, channel, without })
  arranged.set(key, made)
  return made
}

/** The rows of these posts; those that two answers of one view share are read once. */
export async function readOnce(
  db: Db,
  view: PlaceView,
  ids: readonly number[],
): Promise<Map<number, PostRows>> {
  const { rows } = workOn(view)
  const missing = ids.filter((id) => !rows.has(id))
  const read = missing.length ? readPosts(db, missing) : undefined
  for (const id of missing)
    rows.set(
      id,
      (read as NonNullable<typeof read>).then((all) => all.find((row) => row.id === id)),
    )
  try {
    const found = await Promise.all(ids.map((id) => rows.get(id)))
    return new Map(found.flatMap((row) => (row ? [[row.id, row]] : [])))
  } catch (error) {
    for (const id of missing) rows.delete(id)
    throw error
  }
}

function presentWall(view: PlaceView, wall: WallRow, language: Language, now: Date): PublicWall {
  const [main] = view.place.languages
  const say = (label: Parameters<typeof pick>[0]) => pick(label, language, main)
  const lead = wall.lead?.families ?? []
  const shown = new Set([
    ...lead,
    ...(wall.families.length ? wall.families : view.families.map((one) => one.id)),
  ])
  return {
    id: wall.id,
    place: view.place.id,
    label: say(wall.label),
    families: view.families
      .filter((family) => shown.has(family.id))
      .map((family) => ({
        id: family.id,
        label: say(family.label),
        tags: family.tags.map((tag) => tag.as_written),
      })),
    lead,
    channels: channelsOf(view, language).map(({ channel, name, url }) => ({
      channel,
      label: channel === 'feed' || channel === 'wordpress' ? name : t(language, `channel.${channel}`),
      url,
    })),
    actions: wall.actions.map((action) => ({ id: action.id, label: say(action.label), url: action.url })),
    updated_at: view.updatedAt?.toISOString() ?? null,
    stale: isStale(view, now),
    time_zone: view.place.time_zone,
    lang: language,
  }
}

function isStale(view: PlaceView, now: Date): boolean {
  return view.updatedAt !== null && now.getTime() - view.updatedAt.getTime() >= DAY
}

/**
 * An answer made earlier, without what may no longer be shown as it was: for the time when the database is away. What
 * a person has hidden and what a consent's end takes away is gone from here too.
 */
export function lastGood(answer: WallAnswer, view: PlaceView, wall: WallRow, now: Date): WallAnswer {
  const today = dayOf(now, view.place.time_zone)
  const still = (post: PublicPost) => {
    const listed: Listed | undefined = view.byPublicId.get(post.id)
    return listed !== undefined && mayShow(listed.facts, wall.moderation, today).shown === post.shown
  }
  return {
    ...answer,
    wall: { ...answer.wall, stale: isStale(view, now) },
    lead: answer.lead.filter(still),
    posts: answer.posts.filter(still),
  }
}

// A wall's answer made from a place in memory: arranged, cut to a page, the rows of that page read, and presented.
import { type Language, languages } from '../../config/i18n.ts'
import type { ChannelName } from '../../config/place.ts'
import { type Db, reading } from '../../db/open.ts'
import { packCursor, unpackCursor } from '../../db/page.ts'
import { type PostRows, readPosts } from '../../db/walls.ts'
import { breathe } from '../breathe.ts'
import { dayOf } from '../domain/quarter.ts'
import { mayShow } from '../domain/rights.ts'
import { arrange, cut } from '../domain/wall.ts'
import { Refusal } from '../errors.ts'
import { inPieces } from '../pieces.ts'
import type { PublicPost, WallAnswer, WallQuery } from './contract.ts'
import { candidatesFor, type Listed, type PlaceView, type WallRow } from './place-view.ts'
import { presentPost } from './present.ts'
import { isStale, presentWall } from './present-wall.ts'

/** Where the answer will stand: X may not be shown inside a frame. */
export type Form = 'open' | 'frame'

export function findWall(view: PlaceView | undefined, id: string): { view: PlaceView; wall: WallRow } {
  const wall = view?.walls.find((one) => one.id === id)
  if (!view || !wall) throw new Refusal('not-found', 404)
  return { view, wall }
}

/** The language asked for when it is one of ours, else the place's main one. */
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
  const all = arrangeOnce(view, wall, {}, form, now)
  const posts = await present(view, [...page.lead, ...page.posts], language)
  const leading = new Set(page.lead.map((one) => one.publicId))
  return {
    wall: presentWall(view, wall, { language, channel: query.channel, now }, [
      ...all.lead,
      ...all.pinned,
      ...all.rest,
    ]),
    lead: posts.filter((one) => leading.has(one.id)),
    posts: posts.filter((one) => !leading.has(one.id)),
    next: page.next && packCursor(page.next),
  }
}

/** From the rows of the database, each read once for a view. */
export function presentRows(db: Db): Present {
  return async (view, posts, language) => {
    const ids = posts.map((one) => one.id)
    const rows = await readOnce(db, view, ids)
    // When a place changes, all its answers are made anew, and their visitors wait for all of them together.
    await breathe()
    const made = await inPieces(posts, (post) => {
      const row = rows.get(post.id)
      return row && presentPost(row, post, language, view.place.languages)
    })
    return made.filter((one) => one !== undefined)
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
export function arrangeOnce(view: PlaceView, wall: WallRow, query: WallQuery, form: Form, now: Date) {
  const { family, channel, language } = query
  const { arranged } = workOn(view)
  const today = dayOf(now, view.place.time_zone)
  const key = JSON.stringify([wall.id, family, channel, language, form, today])
  const without: ChannelName[] = form === 'frame' ? ['x'] : []
  const made =
    arranged.get(key) ??
    arrange(candidatesFor(view, wall, today), wall, { family, channel, language, without })
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
  const read = missing.length ? reading(db, (trx) => readPosts(trx, missing)) : undefined
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

/** What may be shown of a post today; undefined when nothing may. */
function shownNow(view: PlaceView, wall: WallRow, id: string, today: string): 'whole' | 'link' | undefined {
  const listed: Listed | undefined = view.byPublicId.get(id)
  const shown = listed && mayShow(listed.facts, wall.moderation, today).shown
  return shown === 'never' ? undefined : shown
}

/** Of these posts, those that may be shown, and how much of each. */
export function stillShown(view: PlaceView, wall: WallRow, ids: readonly string[], now: Date) {
  const today = dayOf(now, view.place.time_zone)
  return Object.fromEntries(
    ids.flatMap((id) => {
      const shown = shownNow(view, wall, id, today)
      return shown ? [[id, shown]] : []
    }),
  )
}

/**
 * An answer made earlier, without what may no longer be shown as it was: for the time when the database is away. What
 * a person has hidden and what a consent's end takes away is gone from here too.
 */
export function lastGood(answer: WallAnswer, view: PlaceView, wall: WallRow, now: Date): WallAnswer {
  const today = dayOf(now, view.place.time_zone)
  const still = (post: PublicPost) => shownNow(view, wall, post.id, today) === post.shown
  return {
    ...answer,
    wall: { ...answer.wall, stale: isStale(view, now) },
    lead: answer.lead.filter(still),
    posts: answer.posts.filter(still),
  }
}

// A place's walls as they are kept for bad days: their first pages as they left the service, and the rules of showing.
import { type Language, languages } from '../../config/i18n.ts'
import type { Db } from '../../db/open.ts'
import { dayOf } from '../domain/quarter.ts'
import { mayShow } from '../domain/rights.ts'
import { cut } from '../domain/wall.ts'
import type { PublicPost } from './contract.ts'
import type { PlaceMemory } from './place-memory.ts'
import type { Listed, PlaceView } from './place-view.ts'
import type { Shelf } from './shelf.ts'
import { arrangeOnce, type Present, presentRows, readOnce, type ShownPost } from './wall-answer.ts'

export type Shelved = {
  /** Milliseconds: when all this was last known to be right. */
  at: number
  /** Cut down to the posts kept, without what is not needed for showing them. */
  view: PlaceView
  posts: Record<Language, Map<string, PublicPost>>
  /** By the public id of the picture: its file, and the post that it belongs to. */
  pictures: Map<string, { sha256: string; post: string }>
}

/** Posts of each wall that are kept at least, beside its lead. */
const LEAST = 24

const nameOf = (id: string, shown: string) => `${id} ${shown}`

/** The first pages of all walls of a place, in every language. */
export async function makeShelved(db: Db, view: PlaceView, now: Date): Promise<Shelved> {
  const wanted = new Map<string, ShownPost>()
  for (const wall of view.walls) {
    const page = cut(arrangeOnce(view, wall, {}, 'open', now), Math.max(wall.show, LEAST))
    for (const post of [...page.lead, ...page.posts]) wanted.set(nameOf(post.publicId, post.shown), post)
  }
  const all = [...wanted.values()]
  const posts = { fi: new Map(), sv: new Map(), en: new Map() } as Shelved['posts']
  for (const language of languages)
    for (const post of await presentRows(db)(view, all, language))
      posts[language].set(nameOf(post.id, post.shown), post)
  const pictures: Shelved['pictures'] = new Map()
  const rows = await readOnce(
    db,
    view,
    all.map((one) => one.id),
  )
  for (const row of rows.values()) {
    const shown = JSON.stringify(posts.fi.get(nameOf(row.public_id, 'whole'))?.media ?? [])
    for (const { public_id, sha256 } of row.media)
      if (sha256 && shown.includes(`/${public_id}/`)) pictures.set(public_id, { sha256, post: row.public_id })
  }
  const listed = [...new Map(all.map((post) => [post.id, bare(post)])).values()]
  return {
    at: now.getTime(),
    view: { ...view, posts: listed, byPublicId: new Map(listed.map((one) => [one.publicId, one])) },
    posts,
    pictures,
  }
}

function bare({ rights: _, shown: __, pinned: ___, ...post }: ShownPost): Listed {
  return { ...post, canonicalUrl: null, textKey: null }
}

/** From what is kept; a post that may no longer be shown as it was then is left out. */
export function presentShelved({ posts: kept }: Shelved): Present {
  return async (_, posts, language) =>
    posts.flatMap((post) => {
      const found = kept[language].get(nameOf(post.publicId, post.shown))
      return found ? { ...found, pinned: post.pinned, tags: post.tags } : []
    })
}

/** The file of a picture, if the newest that is known of its place still lets a wall show its post whole. */
export function findShelvedFile(
  shelf: Pick<Shelf, 'places' | 'find'>,
  places: Pick<PlaceMemory, 'last'>,
  id: string,
  now: Date,
): string | undefined {
  for (const place of shelf.places()) {
    const shelved = shelf.find(place)
    const picture = shelved?.pictures.get(id)
    const view = places.last(place) ?? shelved?.view
    const post = picture && view?.byPublicId.get(picture.post)
    if (!view || !post) continue
    const today = dayOf(now, view.place.time_zone)
    if (view.walls.some((wall) => mayShow(post.facts, wall.moderation, today).shown === 'whole'))
      return picture.sha256
  }
  return undefined
}

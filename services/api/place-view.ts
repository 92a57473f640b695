// A place as its walls need it: loaded once, kept in memory, replaced whole when anything has changed.

import { type Language, pick } from '../../config/i18n.ts'
import { listJointHidings } from '../../db/joint.ts'
import { type Db, reading } from '../../db/open.ts'
import { findPlace, listFamilies, listWalls } from '../../db/places.ts'
import { findStorySource } from '../../db/sources.ts'
import {
  type CandidateRow,
  type ChannelRow,
  type ConsentRow,
  lastAnswer,
  listCandidates,
  listConsents,
  listOwnChannels,
  listPins,
  listRevisions,
} from '../../db/walls.ts'
import { safeUrl } from '../domain/link.ts'
import { profileUrl } from '../domain/profile.ts'
import { type ConsentFacts, mayShow, type PostFacts, type Rights } from '../domain/rights.ts'
import { matchFamilies } from '../domain/tags.ts'
import type { Candidate } from '../domain/wall.ts'

export type Listed = Omit<Candidate, 'shown' | 'pinned'> & {
  publicId: string
  facts: PostFacts
  tags: string[]
}
export type WallRow = Awaited<ReturnType<typeof listWalls>>[number]
export type PlaceView = {
  /** What was read before anything else: while it stands, nothing has changed. */
  stamp: string
  place: NonNullable<Awaited<ReturnType<typeof findPlace>>>
  families: Awaited<ReturnType<typeof listFamilies>>
  walls: WallRow[]
  posts: Listed[]
  byPublicId: Map<string, Listed>
  /** Post id to the walls it is pinned on; '' is every wall of the place. */
  pins: Map<number, string[]>
  channels: ChannelRow[]
  /** The place takes residents' stories. */
  stories: boolean
  updatedAt: Date | null
}

/** Undefined when there is no such place. A joint place shows its members' posts by its own families. */
export async function loadPlace(db: Db, id: string): Promise<PlaceView | undefined> {
  return reading(db, (trx) => readPlace(trx, id))
}

async function readPlace(db: Db, id: string): Promise<PlaceView | undefined> {
  const stamp = stampOf(id, await listRevisions(db))
  const place = await findPlace(db, id)
  if (!place) return undefined
  const sources = place.members.length ? place.members : [id]
  const families = await listFamilies(db, id)
  const consents = groupConsents(await listConsents(db, sources))
  const hidden = new Set(place.members.length ? await listJointHidings(db, id) : [])
  const keys = families.map((family) => ({
    id: family.id,
    keys: new Set(family.tags.map((tag) => tag.key)),
    onlyWith: family.only_with,
  }))
  const posts = (await listCandidates(db, sources))
    .filter((row) => !hidden.has(row.id))
    .map((row) => listPost(row, consents, matchFamilies(row.tags, keys)))
  const pins = new Map<number, string[]>()
  for (const pin of await listPins(db, id))
    pins.set(pin.post_id, [...(pins.get(pin.post_id) ?? []), pin.wall_id])
  return {
    stamp,
    place,
    families,
    walls: await listWalls(db, id),
    posts,
    byPublicId: new Map(posts.map((post) => [post.publicId, post])),
    pins,
    channels: await listOwnChannels(db, sources),
    stories: (await findStorySource(db, id))?.active === true,
    updatedAt: await lastAnswer(db, sources),
  }
}

/** The revisions that a place's walls depend on: its own and its members'. */
export function stampOf(id: string, rows: Awaited<ReturnType<typeof listRevisions>>): string {
  const members = rows.find((row) => row.id === id)?.members ?? []
  const revision = (name: string) => rows.find((row) => row.id === name)?.revision ?? 0
  return [id, ...members].map(revision).join('.')
}

function listPost(row: CandidateRow, consents: Map<string, ConsentFacts[]>, families: string[]): Listed {
  return {
    id: row.id,
    publicId: row.public_id,
    publishedAt: row.published_at,
    channel: row.channel,
    lang: row.lang,
    families,
    kind: row.kind,
    accountId: row.account_id,
    canonicalUrl: row.canonical_url,
    textKey: row.text_key,
    tags: row.tags,
    facts: {
      channel: row.channel,
      state: row.state,
      public: row.public,
      gone: false,
      pruned: false,
      hasAddress: row.has_address,
      kind: row.kind,
      agreement: Boolean(row.agreement),
      child: row.child,
      consents: [
        ...(consents.get(`post ${row.id}`) ?? []),
        ...(consents.get(`account ${row.account_id}`) ?? []),
      ],
    },
  }
}

function groupConsents(rows: ConsentRow[]): Map<string, ConsentFacts[]> {
  const found = new Map<string, ConsentFacts[]>()
  for (const row of rows) {
    const on = row.post_id === null ? 'account' : 'post'
    const key = `${on} ${row.post_id ?? row.account_id}`
    const facts = {
      on,
      state: row.state,
      wall: row.scope.wall === true,
      crop: row.crop,
      child: row.child,
      until: row.until,
      at: row.at,
      withdrawnAt: row.withdrawn_at,
    } as const
    found.set(key, [...(found.get(key) ?? []), facts])
  }
  return found
}

/** The posts that the wall may show today, with what may be shown of each. */
export function candidatesFor(
  view: PlaceView,
  wall: WallRow,
  today: string,
): (Listed & Candidate & { rights: Rights })[] {
  const known = new Set(view.families.flatMap((family) => family.tags.map((tag) => tag.key)))
  return view.posts.flatMap((post) => {
    const rights = mayShow(post.facts, wall.moderation, today)
    if (rights.shown === 'never') return []
    const pins = view.pins.get(post.id)
    const pinned = Boolean(pins?.includes('') || pins?.includes(wall.id))
    // Of a post that is only linked to, nothing is told but the tags by which we found it.
    const tags = rights.shown === 'link' ? post.tags.filter((tag) => known.has(tag)) : post.tags
    return [{ ...post, tags, rights, shown: rights.shown, pinned }]
  })
}

/** Whom to follow, each address once. */
export function channelsOf(view: PlaceView, language: Language) {
  const seen = new Set<string>()
  const name = pick(view.place.name, language, view.place.languages[0])
  return view.channels.flatMap((row) => {
    const url = safeUrl(row.url ?? profileUrl(row.channel, row.handle))
    if (!url || seen.has(url)) return []
    seen.add(url)
    return [{ channel: row.channel, name: row.name ?? row.handle ?? name, url }]
  })
}

// Arranging a wall: the lead on top, then what is pinned, then the rest newest first; nothing twice, one of each twin.
import type { AccountKind, ChannelName } from '../../config/place.ts'
import type { Lead } from '../../db/schema.ts'
import { foldTwins } from './twins.ts'

/** A post that may be shown, as little of it as arranging needs. */
export type Candidate = {
  id: number
  publishedAt: Date
  shown: 'link' | 'whole'
  channel: ChannelName
  /** The language that it is written in, where that is known. */
  lang: string | null
  families: readonly string[]
  pinned: boolean
  kind: AccountKind | null
  accountId: number | null
  canonicalUrl: string | null
  textKey: string | null
}

export type WallRule = { families: readonly string[]; channels: readonly ChannelName[]; lead: Lead | null }

/** What a visitor has chosen to see, and channels that may not be shown where the wall stands. */
export type Filter = {
  family?: string | undefined
  channel?: ChannelName | undefined
  language?: string | undefined
  without?: readonly ChannelName[]
}

export type Arranged<C> = { lead: C[]; pinned: C[]; rest: C[] }
type Place = { at: Date; id: number }

/** Readers know a website, not by which of its doors we came in. */
export const asKnown = (channel: ChannelName): ChannelName => (channel === 'wordpress' ? 'feed' : channel)

const newestFirst = (a: Place, b: Place) => b.at.getTime() - a.at.getTime() || b.id - a.id
const placeOf = (post: Candidate): Place => ({ at: post.publishedAt, id: post.id })

/** Everything the wall has, in order. What only links somewhere never leads. */
export function arrange<C extends Candidate>(
  candidates: readonly C[],
  wall: WallRule,
  filter: Filter = {},
): Arranged<C> {
  const leads = (post: C) =>
    post.shown === 'whole' && post.families.some((family) => wall.lead?.families.includes(family))
  const belongs = (post: C) =>
    (!wall.channels.length || wall.channels.includes(post.channel)) &&
    !filter.without?.includes(post.channel) &&
    (!filter.channel || asKnown(filter.channel) === asKnown(post.channel)) &&
    (!filter.language || filter.language === post.lang) &&
    (!filter.family || post.families.includes(filter.family)) &&
    (!wall.families.length || leads(post) || post.families.some((one) => wall.families.includes(one)))
  const posts = foldTwins(candidates.filter(belongs)).sort((a, b) => newestFirst(placeOf(a), placeOf(b)))
  const lead = wall.lead ? posts.filter(leads).slice(0, wall.lead.count) : []
  const onTop = new Set(lead)
  const others = posts.filter((post) => !onTop.has(post))
  return { lead, pinned: others.filter((post) => post.pinned), rest: others.filter((post) => !post.pinned) }
}

/**
 * One page of `limit` posts. The first has the lead above it and every pin, however many; the next ones go on after
 * the cursor. `next` is the cursor of the page after, null at the end.
 */
export function cut<C extends Candidate>(
  { lead, pinned, rest }: Arranged<C>,
  limit: number,
  after?: Place,
): { lead: C[]; posts: C[]; next: Place | null } {
  const left = after ? rest.filter((post) => newestFirst(after, placeOf(post)) < 0) : rest
  const page = left.slice(0, Math.max(0, after ? limit : limit - pinned.length))
  const following = left[page.length]
  const last = page.at(-1)
  // With pins alone on the page the next one starts at the first of the rest, so the cursor stands just before it.
  const start = following && { at: following.publishedAt, id: following.id + 1 }
  return {
    lead: after ? [] : lead,
    posts: after ? page : [...pinned, ...page],
    next: following ? (last ? placeOf(last) : (start ?? null)) : null,
  }
}

// What a visit brought is saved: accounts first, then the posts with the state that each account's kind gives them.
import type { AccountKind, ChannelName } from '../config/place.ts'
import { saveAccounts } from '../db/accounts.ts'
import { markGone } from '../db/gone.ts'
import type { Db } from '../db/open.ts'
import { touchPlace } from '../db/places.ts'
import { type PostToSave, savePosts, type TakenPost } from '../db/posts.ts'
import type { PostState } from '../db/schema.ts'
import { findBuried, lockAgainstBurial } from '../db/tombstones.ts'
import { firstState } from './domain/intake.ts'
import { beginsAs, type Ruling } from './domain/rules.ts'
import { inPieces } from './pieces.ts'
import { openRules } from './rulings.ts'

export type Arrivals = {
  place: string
  channel: ChannelName
  source: string
  /** The kind of accounts that are not known yet. */
  kind: AccountKind
  sample: boolean
  at: Date
  posts: readonly TakenPost[]
  /** External ids that the platform said are gone. */
  gone: readonly string[]
}
export type Arrived = { saved: number; unchanged: number; removed: number }

const SLICE = 200

/** Saves inside the caller's transaction and tells the walls when they show something else now. */
export async function saveArrivals(db: Db, arrivals: Arrivals): Promise<Arrived> {
  const { place, channel, at } = arrivals
  // Most visits bring nothing new, and then nothing is asked of the database either.
  if (!arrivals.posts.length && !arrivals.gone.length) return { saved: 0, unchanged: 0, removed: 0 }
  await lockAgainstBurial(db, place, 'shared')
  const once = onceEach(arrivals.posts)
  const buried = await findBuried(db, place, channel, once)
  const posts = once.filter((post) => !buried.has(post.externalId))
  const { known, changed } = await saveAccounts(db, {
    ...arrivals,
    accounts: posts.flatMap((post) => post.account ?? []),
  })
  const met = posts.flatMap((post) => {
    const account = post.account ? known.get(post.account.externalId) : undefined
    return post.account && !account ? [] : [{ post, account }]
  })
  const rule = await openRules(db, arrivals, met)
  const ready = await inPieces(met, (one): PostToSave => {
    const { ruling, whole } = rule(one)
    const first = one.account ? firstState(one.account) : 'new'
    const state = beginsAs(first, ruling, whole)
    return { ...one.post, accountId: one.account?.id ?? null, state, ruling: actsOn(ruling, first, state) }
  })
  const sum: Arrived = { saved: 0, unchanged: 0, removed: 0 }
  let visible = changed
  for (let from = 0; from < ready.length; from += SLICE) {
    const slice = ready.slice(from, from + SLICE)
    const saved = await savePosts(db, { ...arrivals, posts: slice })
    sum.saved += saved.fresh + saved.edited
    sum.unchanged += saved.unchanged
    visible ||= saved.visible
  }
  sum.removed = await markGone(db, place, channel, arrivals.gone, at)
  if (visible || sum.removed) await touchPlace(db, place, sum.removed ? undefined : 'soon')
  return sum
}

/** A rule that would show what only a person may show has decided nothing; one that holds is told of in any case. */
function actsOn(ruling: Ruling | undefined, first: PostState, state: PostState): Ruling | null {
  return ruling && (ruling.action === 'hold' || state !== first) ? ruling : null
}

/** The same post twice on a page is one: its newest form, with the tags of both. */
function onceEach(posts: readonly TakenPost[]): TakenPost[] {
  const byId = new Map<string, TakenPost>()
  for (const post of posts) {
    const other = byId.get(post.externalId)
    const older = other && (other.editedAt?.getTime() ?? 0) > (post.editedAt?.getTime() ?? 0) ? post : other
    const newer = older === post && other ? other : post
    const tags = new Map([...newer.tags, ...(older?.tags ?? [])].map((tag) => [tag.key, tag]))
    byId.set(post.externalId, { ...newer, tags: [...tags.values()].slice(0, 60) })
  }
  return [...byId.values()].sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
}

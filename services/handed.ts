// Posts that people bring by hand: with the same intake as collected ones, under their address, marked as by hand.
import type { ChannelName } from '../config/place.ts'
import { listMetHandles } from '../db/known-accounts.ts'
import type { Db } from '../db/open.ts'
import { type Arrived, saveArrivals } from './arrivals.ts'
import type { Act } from './curate.ts'
import { takeIn } from './domain/intake.ts'
import { canonicalUrl } from './domain/link.ts'
import type { Counts, FoundMedia, FoundPost } from './domain/source.ts'

/** A post as a person describes it. */
export type HandedPost = {
  channel: ChannelName
  url: string
  /** `@handle`, or a name. */
  author: string
  text: string
  tags: string[]
  publishedAt: Date
  media: FoundMedia[]
  counts: Counts
}

/** Saves the posts inside the caller's transaction; the same ones again change nothing but their counts. */
export async function takeHanded(
  trx: Db,
  {
    act,
    by,
    at,
    detect,
  }: { act: Act; by: 'sheet' | 'pasted'; at: Date; detect: (text: string) => string | null },
  handed: readonly HandedPost[],
): Promise<Arrived> {
  const sum: Arrived = { saved: 0, unchanged: 0, removed: 0 }
  for (const [channel, posts] of [...Map.groupBy(handed, (one) => one.channel)].sort()) {
    const handles = posts.flatMap(({ author }) => (author.startsWith('@') ? [author] : []))
    const met = await listMetHandles(trx, act.place.id, channel, handles)
    const context = { channel, source: { id: by, title: null, url: null }, now: at, detect }
    const taken = posts.map((post) => {
      const one = takeIn(foundOf(post, met), context)
      return { ...one, remarks: [...one.remarks, { code: 'by-hand', values: { who: act.name } }] }
    })
    const common = {
      place: act.place.id,
      channel,
      source: by,
      kind: 'resident',
      sample: false,
      at,
      gone: [],
    } as const
    const arrived = await saveArrivals(trx, { ...common, posts: taken })
    sum.saved += arrived.saved
    sum.unchanged += arrived.unchanged
  }
  return sum
}

/** Whoever wrote it is known by the platform's id where we have met them, else by their name at that platform. */
function foundOf(post: HandedPost, met: ReadonlyMap<string, string>): FoundPost {
  const handle = post.author.startsWith('@') ? post.author : null
  const { hostname } = new URL(post.url)
  const named = `${hostname.replace(/^(?:www|m)\./, '')} ${post.author.toLowerCase()}`
  return {
    externalId: canonicalUrl(post.url) ?? post.url,
    url: post.url,
    author: {
      id: met.get(handle?.slice(1).toLowerCase() ?? '') ?? named,
      name: handle ? null : post.author,
      handle,
      url: null,
    },
    title: null,
    body: { text: post.text },
    tags: post.tags,
    publishedAt: post.publishedAt,
    editedAt: null,
    lang: null,
    media: post.media,
    counts: post.counts,
    sensitive: null,
    public: true,
  }
}

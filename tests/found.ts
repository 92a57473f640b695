// Found posts for tests: what a channel would bring, complete and plausible; give only what the test is about.
import type { Db } from '../db/open.ts'
import { type Arrivals, saveArrivals } from '../services/arrivals.ts'
import { takeIn } from '../services/domain/intake.ts'
import type { FoundPost } from '../services/domain/source.ts'
import { NOW } from './makers.ts'

export function foundPost(more: Partial<FoundPost> = {}, n: number | string = 1): FoundPost {
  return {
    externalId: `https://example.social/users/aino/statuses/${n}`,
    seenId: String(n),
    url: `https://example.social/@aino/${n}`,
    author: {
      id: 'https://example.social/users/aino',
      name: 'Aino Esimerkki',
      handle: '@aino@example.social',
      url: 'https://example.social/@aino',
    },
    title: null,
    body: {
      html: `<p>Lumi tuli tänään numero ${n}. <a href="https://example.social/tags/kemijarvi">#Kemijärvi</a></p>`,
    },
    tags: ['kemijarvi'],
    publishedAt: new Date(NOW.getTime() - 3_600_000),
    editedAt: null,
    lang: 'fi',
    media: [],
    counts: { likes: 1, comments: 0, shares: 0 },
    sensitive: null,
    public: true,
    ...more,
  }
}

/** Takes found posts in and saves them as the job does, in one transaction. */
export function arrive(db: Db, found: readonly FoundPost[], more: Partial<Arrivals> = {}) {
  const arrivals = { place: 'kemijarvi', channel: 'mastodon', source: 'tuutit', at: NOW, ...more } as const
  const posts = found.map((post) =>
    takeIn(post, {
      channel: arrivals.channel,
      source: { id: arrivals.source, title: 'Kemijärvi', url: 'https://example.org/' },
      now: arrivals.at,
      detect: () => null,
    }),
  )
  return db
    .transaction()
    .execute((trx) => saveArrivals(trx, { kind: 'resident', sample: false, gone: [], ...arrivals, posts }))
}

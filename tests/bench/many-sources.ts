// Two hundred sources of an ordinary region: most visits bring nothing, now and then somebody writes.
import { createHash } from 'node:crypto'
import { type Chance, startChance } from '../demo/chance.ts'
import { escaped } from '../sim/escaped.ts'
import { type FeedSim, startFeedSite } from '../sim/feed.ts'
import { startMastodon } from '../sim/mastodon.ts'
import { pngOf } from '../sim/pictures.ts'
import { makeStatuses } from './ingest-posts.ts'

const FEEDS = 150
const ACCOUNTS = 50
/** Stories in a feed, and how many hours pass between two of them. */
const STORIES = 20
const BETWEEN = 8
const HOUR = 3_600_000

export type Listed = {
  id: string
  channel: 'feed' | 'mastodon'
  mode: 'own' | 'partner'
  settings: Record<string, unknown>
}
export type ManySources = {
  hosts: string[]
  list: Listed[]
  /** What is written in an hour. */
  write: () => void
  /** Forgets the requests, which nobody reads. */
  forget: () => void
  stop: () => Promise<void>
}

export async function startManySources(clock: () => Date): Promise<ManySources> {
  const site = await startFeedSite({ clock })
  const server = await startMastodon({ clock })
  site.addPicture('kuva.png', { bytes: pngOf(1200, 900), type: 'image/png' })
  const chance = startChance(7)
  const texts = textsOf(clock())
  const feeds = openFeeds(site, FEEDS, { chance, texts, clock })
  const post = (author: string, hours: number) =>
    server.add({
      text: chance.pick(texts).replace(/<[^>]+>/g, ''),
      author,
      published: new Date(clock().getTime() - hours * HOUR),
      counts: (days) => ({ likes: Math.round(days * 3), comments: 1, shares: 0 }),
    })
  const authors = Array.from({ length: ACCOUNTS }, (_, nth) => `tili${nth}`)
  for (const author of authors) for (let nth = STORIES; nth > 0; nth--) post(author, nth * BETWEEN)
  return {
    hosts: [site.host, server.host],
    list: [
      ...feeds.paths.map((path, nth): Listed => {
        const settings = { url: site.url + path }
        return { id: `syote-${nth}`, channel: 'feed', mode: 'own', settings }
      }),
      ...authors.map((author): Listed => {
        const settings = { server: server.url, account: `@${author}` }
        return { id: author, channel: 'mastodon', mode: 'partner', settings }
      }),
    ],
    write() {
      feeds.write()
      for (const author of authors) if (chance.whole(1, BETWEEN) === 1) post(author, 0)
    },
    forget() {
      for (const sim of [site, server]) sim.requests.length = 0
    },
    async stop() {
      await Promise.all([site.stop(), server.stop()])
    },
  }
}

export const textsOf = (now: Date) =>
  [...makeStatuses(500, now)].map(({ body }) => ('html' in body ? body.html : body.text))

/** So many feeds of a site; `write` is what their writers do in an hour. */
export function openFeeds(
  site: FeedSim,
  count: number,
  { chance, texts, clock }: { chance: Chance; texts: string[]; clock: () => Date },
): { paths: string[]; write: () => void } {
  const feeds = Array.from({ length: count }, (_, nth) => {
    const stories = Array.from({ length: STORIES }, (_, at) => storyOf(chance, texts, clock(), at * BETWEEN))
    const feed = { path: `/syote/${nth}`, stories }
    serve(site, feed)
    return feed
  })
  return {
    paths: feeds.map(({ path }) => path),
    write() {
      for (const feed of feeds)
        if (chance.whole(1, BETWEEN) === 1) {
          feed.stories = [storyOf(chance, texts, clock(), 0), ...feed.stories.slice(0, -1)]
          serve(site, feed)
        }
    },
  }
}

let written = 0

function storyOf(chance: Chance, texts: string[], now: Date, hours: number): string {
  const id = ++written
  const html = Array.from({ length: chance.whole(2, 12) }, () => chance.pick(texts)).join('')
  const picture = id % 6 ? '' : `<enclosure type="image/png" url="/pictures/kuva.png?${id}"/>`
  return `<item><guid>uutinen-${id}</guid><link>/uutiset/${id}</link><title>Uutinen ${id}</title>
    <pubDate>${new Date(now.getTime() - hours * HOUR).toUTCString()}</pubDate>
    <description>${escaped(html)}</description>${picture}</item>`
}

function serve(site: FeedSim, { path, stories }: { path: string; stories: string[] }): void {
  const head = `<title>${path}</title><link>${site.url}${path}</link>`
  const body = `<rss version="2.0"><channel>${head}${stories.join('')}</channel></rss>`
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  site.serve(path, { headers: { 'content-type': 'application/rss+xml', etag }, body })
}

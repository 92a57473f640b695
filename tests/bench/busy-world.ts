// What a full collecting round meets at its worst: hostile documents, whole feeds, busy tags, pictures.
import { gzipSync } from 'node:zlib'
import { escaped } from '../sim/escaped.ts'
import { startFeedSite } from '../sim/feed.ts'
import { startMastodon } from '../sim/mastodon.ts'
import { pngOf } from '../sim/pictures.ts'
import { hostileDocuments } from '../workers/channels/hostile-documents.ts'
import { makeStatuses } from './ingest-posts.ts'

const FEEDS = 4
const STORIES = 200
const SERVERS = 3
const POSTS = 1_200
const HOUR = 3_600_000

export type BusyWorld = {
  /** A place file with all of it as sources. */
  place: string
  hosts: string[]
  /** How many requests have come, of those whose path matches. */
  asked: (path?: RegExp) => number
  /** Every story and every post is another now. */
  edit: () => void
  stop: () => Promise<void>
}

export async function startBusyWorld(now: Date): Promise<BusyWorld> {
  const texts = [...makeStatuses(POSTS, now)].map(({ body }) => ('html' in body ? body.html : body.text))
  const site = await startFeedSite()
  const servers = await Promise.all(Array.from({ length: SERVERS }, () => startMastodon()))
  site.addPicture('kuva.png', { bytes: pngOf(1600, 1200), type: 'image/png' })
  const feeds = Array.from({ length: FEEDS }, (_, nth) => `/iso/${nth}`)
  const hostile = hostileDocuments.slice(0, 12).map(([, body], nth) => {
    site.serve(`/paha/${nth}`, packed(body))
    return `/paha/${nth}`
  })
  const write = (edition: string) => {
    for (const path of feeds) site.serve(path, packed(feedOf(site.url + path, { texts, now, edition })))
  }
  const posts = texts.map((html, nth) => ({
    text: html.replace(/<[^>]+>/g, ''),
    author: `asukas${nth % 300}`,
    published: new Date(now.getTime() - nth * HOUR),
  }))
  const ids = servers.map((server) => posts.map((post) => server.add(post)))
  write('ensin')
  return {
    place: placeOf(
      [...feeds, ...hostile].map((path) => site.url + path),
      servers.map((server) => server.url),
    ),
    hosts: [site, ...servers].map((sim) => sim.host),
    asked: (path = /./) =>
      [site, ...servers].flatMap((sim) => sim.requests).filter((one) => path.test(one.path)).length,
    edit() {
      write('sitten')
      for (const [nth, server] of servers.entries())
        for (const [at, post] of posts.entries())
          server.edit(ids[nth]?.[at] ?? '', { text: `Sitten: ${post.text}` })
    },
    async stop() {
      await Promise.all([site, ...servers].map((sim) => sim.stop()))
    },
  }
}

// Packed beforehand: it is not this process that is to be slow.
const packed = (body: string) => ({
  headers: { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' },
  body: gzipSync(body),
})

/** A feed of two megabytes; every tenth story has a picture. */
function feedOf(
  url: string,
  { texts, now, edition }: { texts: string[]; now: Date; edition: string },
): string {
  const stories = Array.from({ length: STORIES }, (_, nth) => {
    const parts = Array.from({ length: 12 }, (_, part) => texts[(nth * 12 + part) % POSTS])
    const picture = `<enclosure type="image/png" url="${new URL('/pictures/kuva.png', url)}?${nth}"/>`
    return `<item><guid>${nth}</guid><link>${url}/${nth}</link><title>Uutinen ${nth}, ${edition}</title>
      <pubDate>${new Date(now.getTime() - nth * HOUR).toUTCString()}</pubDate>
      <description>${escaped(parts.join(''))}</description>${nth % 10 ? '' : picture}</item>`
  })
  const title = `<title>Uutiset</title><link>${url}</link>`
  return `<rss version="2.0"><channel>${title}${stories.join('')}</channel></rss>`
}

function placeOf(feeds: string[], servers: string[]): string {
  const source = (id: string, more: string) => `  - { id: ${id}, active: true, ${more} }`
  const sources = [
    ...feeds.map((url, nth) =>
      source(`syote-${nth}`, `channel: feed, mode: own, settings: { url: "${url}" }`),
    ),
    ...servers.map((server, nth) =>
      source(`palvelin-${nth}`, `channel: mastodon, mode: resident, settings: { server: "${server}" }`),
    ),
  ]
  return `place: { id: kemijarvi, name: { fi: Kemijärvi, en: Kemijärvi }, languages: [fi, en] }
families:
  - { id: kemijarvi, label: { fi: Kemijärvi }, tags: ["#kemijärvi", "#kemijarvi"] }
  - { id: lumi, label: { fi: Lumi }, tags: ["#lumi"] }
sources:
${sources.join('\n')}
walls:
  - { id: etusivu, label: { fi: Kemijärvi somessa }, moderation: open }
`
}

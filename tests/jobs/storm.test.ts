// Visits to hostile sources, several at once: nobody who looks at a wall meanwhile waits for them.
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { addSource } from '../../db/sources.ts'
import { channels } from '../../workers/channels/index.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { openTestEmbedded } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { openOutside } from '../outside.ts'
import { startFeedSite } from '../sim/feed.ts'
import { type Reply, startSim } from '../sim/serve.ts'
import { hostileDocuments } from '../workers/channels/hostile-documents.ts'
import { makeWorker, still } from './worker.ts'

/** Milliseconds. */
const LONGEST = 200
/** As many visits run at once in a worker. */
const AT_ONCE = 4

let database: Database
beforeAll(async () => {
  database = await openTestEmbedded()
})
afterAll(() => database.close())

it('hostile documents and pages never hold the loop for long, nor keep other sources from being visited', async () => {
  await makePlace(database.db)
  const site = await startFeedSite({ clock: () => NOW })
  const server = await startSim(() => packed(heavyPage, 'application/json'))
  const { http } = openOutside([site.host, server.host])
  const worker = makeWorker(database, { channels, http })
  const visit = (source: string) => collect(worker, { place: 'kemijarvi', source }, still)
  const all = process.env.LONG === '1' ? hostileDocuments : hostileDocuments.filter((_, nth) => nth % 3 === 0)
  const sources = [...all.map(([, body]) => body), ...heavyFeeds].map((body, nth) => {
    site.serve(`/paha/${nth}`, packed(body, 'application/rss+xml'))
    return { id: `paha-${nth}`, channel: 'feed', settings: { url: `${site.url}/paha/${nth}` } } as const
  })
  site.add({ title: 'Uutinen', html: '<p>Lumi tuli.</p>', published: NOW })
  await add({ id: 'raskas', channel: 'mastodon', settings: { server: server.url } })
  await add({ id: 'hyva', channel: 'feed', settings: { url: `${site.url}/feed/` } })
  for (const source of sources) await add(source)
  // What is loaded and compiled only once is not what is measured.
  await visit('hyva')
  site.add({ title: 'Toinen uutinen', html: '<p>Lumi suli.</p>', published: NOW })

  const held = watchLoop()
  const waiting = ['raskas', ...sources.map(({ id }) => id), 'hyva']
  const work = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) await visit(id)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  expect(held()).toBeLessThan(LONGEST)
  const posts = await database.db
    .selectFrom('post')
    .select('title')
    .where('title', 'like', '%utinen')
    .execute()
  expect(posts).toHaveLength(2)
  await Promise.all([site.stop(), server.stop()])
}, 120_000)

/** Whole feeds of stories as long and as tangled as they may be. */
const heavyFeeds = ['p', 'div', 'a href="https://example.org/"', 'li'].map((tag) => {
  const story = `<${tag}>x `.repeat(99_000 / (tag.length + 4))
  const item = `<item><title>T</title><description><![CDATA[${story}]]></description></item>`
  return `<rss version="2.0"><channel><title>K</title>${item.repeat(48)}</channel></rss>`
})
const heavyPage = JSON.stringify(
  Array.from({ length: 90 }, (_, n) => ({
    id: String(1000 - n),
    created_at: NOW.toISOString(),
    content: `#kemijärvi ${'<p><i>'.repeat(8_000)}`,
    account: { acct: 'x' },
  })),
)

// Packed beforehand: the simulator's work must not be taken for ours.
function packed(body: string, type: string): Reply {
  return { headers: { 'content-type': type, 'content-encoding': 'gzip' }, body: gzipSync(body) }
}

function add(source: { id: string; channel: 'feed' | 'mastodon'; settings: Record<string, unknown> }) {
  const how = { kind: 'posts', mode: 'own', active: true, every: null, by: 'test' } as const
  return addSource(database.db, { ...how, ...source, place_id: 'kemijarvi', families: [], at: NOW })
}

/** The most work, in milliseconds, that this thread did between two rounds of its loop: a busy machine adds nothing. */
function watchLoop(): () => number {
  let most = 0
  let before = process.threadCpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    most = Math.max(most, (user + system) / 1000)
    before = process.threadCpuUsage()
  }, 1)
  return () => {
    clearInterval(timer)
    return most
  }
}

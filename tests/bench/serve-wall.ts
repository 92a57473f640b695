// How fast a wall is answered against a bare server with the same bytes, and how soon a hidden post is gone everywhere.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { decidePost } from '../../services/decide.ts'
import { startPostgres } from '../postgres.ts'
import { fillWall, type Site, startSite } from '../wall.ts'
import { type BenchLine, line } from './line.ts'
import { measurePairs } from './load.ts'

const WALL = '/api/v1/walls/kemijarvi/etusivu'
/** What the element asks for. */
const ELEMENT = '/fragment/kemijarvi/etusivu?lang=fi&element=1'
const PATHS = [
  WALL,
  `${WALL}?limit=50`,
  '/walls/kemijarvi/etusivu?lang=fi',
  '/fragment/kemijarvi/etusivu',
  '/embed/kemijarvi/etusivu?lang=fi',
  '/walls/kemijarvi/etusivu/feed.atom',
  '/walls/kemijarvi/etusivu/feed.json',
]

export async function bench(): Promise<BenchLine[]> {
  const server = await startPostgres()
  const [one, two] = [await openDatabase({ url: server.url }), await openDatabase({ url: server.url })]
  try {
    await migrate(one.db)
    const ids = await fillWall(one)
    const sites = [await startSite(one), await startSite(two)] as const
    const lines = [
      await serving(sites[0], 'br'),
      await serving(sites[0], 'identity'),
      await serving(sites[0], 'br', ELEMENT),
      await unchanged(sites[0]),
      await hiding(sites, ids[4] as string),
    ]
    for (const site of sites) await site.close(1000)
    return lines
  } finally {
    await one.close()
    await two.close()
    await server.stop()
  }
}

async function serving(site: Site, encoding: string, path = WALL): Promise<BenchLine> {
  const answer = await fetch(site.url + path, { headers: { 'accept-encoding': 'identity' } })
  await answer.arrayBuffer()
  const bare = await bareServer(site.url + path, encoding)
  const pairs = await measurePairs({
    ports: [site.port, (bare.address() as AddressInfo).port],
    ...{ path, encoding, connections: 32, rounds: 15, turn: 400, start: 150 },
  })
  bare.close()
  bare.closeAllConnections()
  const [ours, baseline] = middleOf(pairs)
  const name = `serve-wall-${path === WALL ? '' : 'element-'}${encoding}`
  return line(name, ours, baseline, 'requests/s', 'at least 0.7')
}

/** The same wall for visitors who have it already, against those who do not. */
async function unchanged(site: Site): Promise<BenchLine> {
  const answer = await fetch(site.url + WALL, { headers: { 'accept-encoding': 'br' } })
  await answer.arrayBuffer()
  const pairs = await measurePairs({
    ports: [site.port, site.port],
    known: [answer.headers.get('etag') ?? '', undefined],
    ...{ path: WALL, encoding: 'br', connections: 32, rounds: 15, turn: 400, start: 150 },
  })
  return line('serve-wall-304', ...middleOf(pairs), 'requests/s', '304 against 200: at least 1')
}

function middleOf(pairs: [number, number][]): [number, number] {
  const sorted = pairs.sort((a, b) => a[0] / a[1] - b[0] / b[1])
  return sorted[Math.floor(pairs.length / 2)] as [number, number]
}

/** node:http and nothing else, with the same bytes and headers. */
async function bareServer(address: string, encoding: string): Promise<Server> {
  const raw = await new Promise<{ head: string[]; body: Buffer }>((done, fail) => {
    void import('node:http').then(({ get }) =>
      get(address, { headers: { 'accept-encoding': encoding } }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () => {
          const skipped = ['date', 'connection', 'keep-alive']
          const head = Object.entries(response.headers).filter(([name]) => !skipped.includes(name))
          done({ head: head.flat() as string[], body: Buffer.concat(parts) })
        })
      }).on('error', fail),
    )
  })
  const server = createServer((_, response) => {
    response.writeHead(200, raw.head)
    response.end(raw.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

/** Milliseconds from the decision to the moment when no answer of any process holds the post. */
async function hiding(sites: readonly [Site, Site], id: string): Promise<BenchLine> {
  const addresses = sites.flatMap((site) => PATHS.map((path) => site.url + path))
  const holds = async (address: string) => {
    const text = await (await fetch(address)).text()
    return text.includes(id) || text.includes('Särkikankaalla')
  }
  const held = await Promise.all(addresses.map(holds))
  if (held.includes(false)) throw new Error('a wall does not hold the post that is to be hidden')
  const { deps } = sites[0]
  const place = await findPlace(deps.db, 'kemijarvi')
  if (!place) throw new Error('no place')
  const row = await deps.db
    .selectFrom('post')
    .select('version')
    .where('public_id', '=', id)
    .executeTakeFirstOrThrow()
  const act = { place, name: 'bench', person: null, language: 'fi' as const }
  await decidePost(deps, act, id, { action: 'hide', version: row.version, reason: 'other' })
  const since = performance.now()
  // An answer counts by when it was asked for: from `asked` on, none holds the post.
  for (;;) {
    const asked = performance.now() - since
    const still = await Promise.all(addresses.map(holds))
    if (!still.includes(true))
      return line('hide-everywhere', Math.max(1, asked), 1000, 'ms', 'at most 1, of two api processes')
    if (asked > 5000) throw new Error('the post is still held after five seconds')
  }
}

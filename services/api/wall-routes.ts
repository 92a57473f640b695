// The wall from outside: JSON, page, screen, frame, fragment and feeds, each an answer from memory.
import { type Context, Hono } from 'hono'
import { type Language, languages } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { perMinute } from '../limit.ts'
import { peerGroup, readPeer, readProxies } from '../peer.ts'
import { languageOf, readStrictly } from '../rim.tsx'
import { drawnQuery, feedQuery, pageQuery, type WallQuery, wallQuery } from './contract.ts'
import { asAtom, asJsonFeed } from './feeds.ts'
import { chooseEncoding, isSame, type Prepared } from './prepared.ts'
import { asScreen } from './screen.tsx'
import { KEPT_FOR, type Shortcut } from './shortcut.ts'
import { keyOf, type WallMemory, type Writing } from './wall-memory.ts'
import { asFragment, asFrame, asJson, asPage } from './writings.tsx'

/** Answers that are not in memory and must be made, for one address in a minute. */
const MADE_PER_MINUTE = 300

export function wallRoutes(
  deps: Pick<Deps, 'env' | 'clock' | 'widget'>,
  memory: WallMemory,
  shortcut: Shortcut,
): Hono {
  const { env, clock } = deps
  const peer = readPeer(readProxies(env.TRUSTED_PROXIES))
  const limit = perMinute(MADE_PER_MINUTE)

  const answer = async (c: Context, query: WallQuery, writing: Writing, vary = 'accept-encoding') => {
    const ask = { place: c.req.param('place') ?? '', wall: c.req.param('wall') ?? '', query, writing }
    const prepared = await memory.read(ask, () => {
      const wait = limit(peerGroup(peer(c)), clock().getTime())
      if (wait) throw new Refusal('too-many', 429, { retryAfter: wait })
    })
    return send(c, prepared, vary)
  }
  const cors = (c: Context) => c.header('access-control-allow-origin', '*')
  const drawn = (c: Context) => {
    const { heading, layout, theme: _, ...query } = readStrictly(drawnQuery, c.req.query())
    return { query, look: { heading, layout, ...query } }
  }
  const spoken = async (c: Context, query: WallQuery): Promise<WallQuery> => {
    const view = await memory.view(c.req.param('place') ?? '')
    const offered: readonly Language[] = view?.place.languages ?? languages
    return { ...query, lang: languageOf(c, offered) }
  }

  return new Hono()
    .get('/api/v1/walls/:place/:wall', (c) => {
      cors(c)
      const query = readStrictly(wallQuery, c.req.query())
      const { place, wall } = c.req.param()
      const { incoming } = (c.env ?? {}) as { incoming?: { url?: string } }
      if (incoming?.url) shortcut.learn(incoming.url, keyOf({ place, wall, query, writing: asJson }))
      return answer(c, query, asJson)
    })
    .get('/fragment/:place/:wall', (c) => {
      cors(c)
      const { query, look } = drawn(c)
      return answer(c, query, asFragment(deps, look))
    })
    .get('/embed/:place/:wall', async (c) => {
      const { query, look } = drawn(c)
      const asked = await spoken(c, query)
      return answer(c, asked, asFrame(deps, look), 'accept-encoding, accept-language')
    })
    .get('/walls/:place/:wall', async (c) => {
      const { screen, heading, layout, theme: _, ...query } = readStrictly(pageQuery, c.req.query())
      const asked = await spoken(c, query)
      const writing = screen ? asScreen(deps) : asPage(deps, { heading, layout, ...query })
      return answer(c, asked, writing, 'accept-encoding, accept-language')
    })
    .get('/walls/:place/:wall/feed.atom', (c) =>
      answer(c, readStrictly(feedQuery, c.req.query()), asAtom(env.PUBLIC_URL)),
    )
    .get('/walls/:place/:wall/feed.json', (c) =>
      answer(c, readStrictly(feedQuery, c.req.query()), asJsonFeed(env.PUBLIC_URL)),
    )
}

/** Prepared bytes as an answer; 304 when the visitor has them already. */
export function send(c: Context, prepared: Prepared, vary: string): Response {
  const encoding = chooseEncoding(c.req.header('accept-encoding'))
  const headers = { etag: prepared.etag[encoding], 'cache-control': KEPT_FOR, vary }
  if (isSame(c.req.header('if-none-match'), prepared)) return c.body(null, 304, headers)
  const bytes = prepared.bytes[encoding]
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    ...headers,
    'content-type': prepared.type,
    'content-length': String(bytes.length),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  })
}

// The wall from outside: JSON, page, screen, frame, fragment and feeds, each an answer from memory.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { offeredAt } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { perMinute } from '../limit.ts'
import { peerGroup, readPeer, readProxies } from '../peer.ts'
import { languageOf, readStrictly } from '../rim.tsx'
import {
  type DrawnQuery,
  drawnQuery,
  feedQuery,
  fragmentQuery,
  pageQuery,
  stillQuery,
  type WallQuery,
  wallQuery,
} from './contract.ts'
import { asAtom, asJsonFeed } from './feeds.ts'
import { bytesIn, chooseEncoding, isSame, type Prepared } from './prepared.ts'
import { KEPT_FOR, type Shortcut } from './shortcut.ts'
import { findWall, stillShown } from './wall-answer.ts'
import { keyOf, type WallMemory, type Writing } from './wall-memory.ts'
import { asPage } from './wall-page.tsx'
import { asFragment, asFrame, asJson, forElement } from './writings.tsx'

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
  /** What is asked of the wall, without how it is to be drawn: the writing's name says that. */
  const asked = ({ heading, layout, theme, ...query }: DrawnQuery): WallQuery => query
  /** The short way may answer this address from now on, if it comes straight from the network. */
  const learn = (c: Context, query: WallQuery, writing: Writing) => {
    const { incoming } = (c.env ?? {}) as { incoming?: { url?: string } }
    const [place, wall] = [c.req.param('place') ?? '', c.req.param('wall') ?? '']
    if (incoming?.url) shortcut.learn(incoming.url, keyOf({ place, wall, query, writing }))
  }
  const spoken = async (c: Context, query: WallQuery): Promise<WallQuery> => {
    const view = await memory.view(c.req.param('place') ?? '')
    return { ...query, lang: languageOf(c, offeredAt(view?.place.languages ?? [])) }
  }

  return new Hono()
    .get('/api/v1/walls/:place/:wall', (c) => {
      const query = readStrictly(wallQuery, c.req.query())
      learn(c, query, asJson)
      return answer(c, query, asJson)
    })
    .get('/api/v1/walls/:place/:wall/still', async (c) => {
      const { place, wall } = c.req.param()
      const { ids } = readStrictly(stillQuery, c.req.query())
      const found = findWall(await memory.view(place), wall)
      c.header('cache-control', 'no-cache')
      return c.json({ shown: stillShown(found.view, found.wall, ids.split(','), clock()) })
    })
    .get('/fragment/:place/:wall', async (c) => {
      const embedded = c.req.query('element') !== undefined
      try {
        const { element, ...look } = readStrictly(embedded ? elementQuery : fragmentQuery, c.req.query())
        const writing = element ? forElement(deps, look) : asFragment(deps, look)
        learn(c, asked(look), writing)
        return await answer(c, asked(look), writing)
      } catch (error) {
        throw embedded ? asEmbedder(error, c) : error
      }
    })
    .get('/embed/:place/:wall', async (c) => {
      const look = readStrictly(drawnQuery, c.req.query())
      const query = await spoken(c, asked(look))
      return answer(c, query, asFrame(deps, look), 'accept-encoding, accept-language')
    })
    .get('/walls/:place/:wall', async (c) => {
      const { screen, ...look } = readStrictly(pageQuery, c.req.query())
      if (screen) look.layout = 'screen'
      const query = await spoken(c, asked(look))
      return answer(c, query, asPage(deps, look), 'accept-encoding, accept-language')
    })
    .get('/walls/:place/:wall/feed.atom', (c) =>
      answer(c, readStrictly(feedQuery, c.req.query()), asAtom(env.PUBLIC_URL)),
    )
    .get('/walls/:place/:wall/feed.json', (c) =>
      answer(c, readStrictly(feedQuery, c.req.query()), asJsonFeed(env.PUBLIC_URL)),
    )
}

/** A language that walls speak: the element's own attribute is read strictly, unlike what a browser prefers. */
const elementQuery = fragmentQuery.extend({
  lang: z
    .string()
    .regex(/^(fi|sv|en)(-|$)/i)
    .optional(),
})

/** What is wrong with an embed, in words for the webmaster, since the element shows them in the page. */
function asEmbedder(error: unknown, c: Context): unknown {
  if (!(error instanceof Refusal)) return error
  const values = { wall: `${c.req.param('place')}/${c.req.param('wall')}` }
  if (error.code === 'not-found') return new Refusal('embed-unknown', 404, { values })
  if (error.code !== 'invalid') return error
  const { complaints } = error
  const names = [...new Set(complaints.map((one) => one.path))].join(', ')
  return new Refusal('embed-invalid', 400, { complaints, values: { ...values, names } })
}

/** Prepared bytes as an answer; 304 when the visitor has them already. */
export async function send(c: Context, prepared: Prepared, vary: string): Promise<Response> {
  const encoding = chooseEncoding(c.req.header('accept-encoding'))
  const headers = { etag: prepared.etag[encoding], 'cache-control': KEPT_FOR, vary }
  if (isSame(c.req.header('if-none-match'), prepared)) return c.body(null, 304, headers)
  const bytes = await bytesIn(prepared, encoding)
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    ...headers,
    'content-type': prepared.type,
    'content-length': String(bytes.length),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  })
}

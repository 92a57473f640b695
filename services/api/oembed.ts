// oEmbed 1.0: an address of a wall becomes a short preview that a CMS can paste by itself.
import { Hono } from 'hono'
import { chooseLanguage, offeredAt, pick } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { embedPreview } from '../domain/embed-code.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type oembedAnswer, oembedQuery } from './contract.ts'
import { findWall } from './wall-answer.ts'
import type { WallMemory } from './wall-memory.ts'

const WIDTH = 800
const HEIGHT = 420

export function oembedRoutes({ env }: Pick<Deps, 'env'>, memory: Pick<WallMemory, 'view'>): Hono {
  return new Hono().get('/oembed', async (c) => {
    const query = readStrictly(oembedQuery, c.req.query())
    // The specification's own answer to a format that a provider does not have.
    if (query.format === 'xml') throw new Refusal('not-implemented', 501)
    const path = query.url.startsWith(`${env.PUBLIC_URL}/`) ? query.url.slice(env.PUBLIC_URL.length) : ''
    const [, placeId = '', wallId = '', asked = ''] =
      /^\/(?:walls|embed)\/([\w-]+)\/([\w-]+)\/?(?:\?([^#]*))?(?:#.*)?$/.exec(path) ?? []
    const { view, wall } = findWall(placeId ? await memory.view(placeId) : undefined, wallId)
    // The language of the address that was pasted: who asks is the CMS, not a visitor.
    const spoken = new URLSearchParams(asked).get('lang') ?? undefined
    const language = chooseLanguage(spoken, c.req.header('accept-language'), offeredAt(view.place.languages))
    const title = pick(wall.label, language, view.place.languages[0])
    const width = Math.min(WIDTH, query.maxwidth ?? WIDTH)
    const height = Math.min(HEIGHT, query.maxheight ?? HEIGHT)
    const embed = { service: env.PUBLIC_URL, place: placeId, wall: wallId, language, title, width, height }
    const answer = {
      version: '1.0',
      type: 'rich',
      provider_name: pick(view.place.name, language, view.place.languages[0]),
      provider_url: env.PUBLIC_URL,
      title,
      html: embedPreview(embed),
      width,
      height,
      cache_age: 3600,
    } satisfies (typeof oembedAnswer)['_output']
    return c.json(answer, 200, {
      'cache-control': 'public, max-age=3600',
      vary: 'accept-language',
    })
  })
}

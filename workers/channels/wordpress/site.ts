// Asks a WordPress site's open interface: where it lies, what it calls the site, and one question at a time.
import { z } from 'zod'
import type { Answer, ChannelIo } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { readJson } from '../json.ts'
import { lineOf } from '../plain.ts'

export const siteShape = z.object({
  /** The address that was given: another one is looked up anew. */
  given: z.string(),
  /** Where the interface begins: `…/wp-json/`, or `…/?rest_route=/` where addresses are plain. */
  api: z.string(),
  name: z.string().nullable(),
  home: z.string(),
})
export type Site = z.infer<typeof siteShape>

/** One question of `wp/v2`. */
export type Ask = (
  what: string,
  query: Record<string, string>,
  headers?: Record<string, string>,
) => Promise<Answer>

const BYTES = 10_000_000
const REDIRECTS = 3
const rootShape = z.looseObject({
  name: z.string(),
  home: z.string().optional().catch(undefined),
  namespaces: z.array(z.unknown()),
})

/** Finds the interface by what the site's own page says of it, else where it usually lies. */
export async function findSite(given: string, io: ChannelIo): Promise<Site> {
  const page = await io.http(`${given}/`, { redirects: REDIRECTS, maxBytes: BYTES, signal: io.signal })
  const link = /<([^>]{1,500})>\s*;\s*rel="?https:\/\/api\.w\.org\/"?/.exec(page.headers.link ?? '')?.[1]
  const at = page.url.replace(/[?#].*$/, '').replace(/\/*$/, '/')
  const told = link && URL.canParse(link, at) ? new URL(link, at).href : undefined
  // A site whose addresses are plain has no wp-json, and some that hide their software do not say where it is.
  const places = told ? [told] : [`${at}wp-json/`, `${at}?rest_route=/`]
  const { api, root } = await findRoot(places, given, io)
  const home = root.home && /^https?:\/\//.test(root.home) ? root.home.replace(/\/*$/, '/') : at
  return { given, api, name: lineOf(root.name), home }
}

async function findRoot(places: readonly string[], given: string, io: ChannelIo) {
  let fault: unknown
  for (const api of places)
    try {
      const answer = await io.http(api, { redirects: REDIRECTS, maxBytes: BYTES, signal: io.signal })
      const root = rootShape.safeParse(readJson(answer)).data
      if (root?.namespaces.includes('wp/v2')) return { api, root }
    } catch (error) {
      fault ??= explain(error, given)
      if (!(error instanceof Fault) || !isShut(error)) throw fault
    }
  throw fault ?? closed(given)
}

export function openSite({ given, api }: Site, io: ChannelIo): Ask {
  return async (what, query, headers = {}) => {
    const url = new URL(api)
    const route = url.searchParams.get('rest_route')
    if (route === null) url.pathname = `${url.pathname.replace(/\/*$/, '/')}wp/v2/${what}`
    else url.searchParams.set('rest_route', `${route.replace(/\/*$/, '/')}wp/v2/${what}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    try {
      return await io.http(url.href, {
        headers: { accept: 'application/json', ...headers },
        redirects: REDIRECTS,
        maxBytes: BYTES,
        signal: io.signal,
      })
    } catch (error) {
      throw explain(error, given)
    }
  }
}

/** The answer as a list; a list that is none means that somebody else answers at this address. */
export function readList(answer: Answer, given: string): unknown[] {
  try {
    const list = readJson(answer)
    if (Array.isArray(list)) return list.slice(0, 100)
  } catch (error) {
    throw explain(error, given)
  }
  throw closed(given)
}

/** What WordPress calls its refusal: `rest_post_invalid_page_number`. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Fault)) return undefined
  return /"code"\s*:\s*"([a-z_]{1,60})"/.exec(error.said)?.[1]
}

function explain(error: unknown, given: string): unknown {
  if (!(error instanceof Fault)) return error
  return isShut(error) ? closed(given, error) : error
}

const isShut = ({ kind, code }: Fault) => kind === 'auth' || kind === 'gone' || code === 'page-instead'

// Whether somebody has closed the interface or never had one, the way on is the same: the feed.
function closed(given: string, cause?: Fault): Fault {
  return new Fault(cause?.kind ?? 'gone', `${given} has no open interface of WordPress`, {
    code: 'wordpress-closed',
    values: { host: new URL(given).host, feed: `${given}/feed/` },
    status: cause?.status ?? undefined,
    said: cause?.said,
    cause,
  })
}

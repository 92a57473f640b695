// Reads a pasted link: what its provider's oEmbed answers as data, else what the page says of itself.
import type { Log } from '../config/log.ts'
import { platformOf, type ReadLink, typedOnly } from '../services/domain/platforms.ts'
import type { Http } from '../services/domain/source.ts'
import { Fault } from '../services/errors.ts'
import { readOembed } from './link/oembed.ts'
import { readPage } from './link/page.ts'

const MS = 8_000
const BYTES = 2_000_000

type Options = {
  log: Log
  /** Base addresses of platforms, replaced in tests and the demo. */
  platforms: Readonly<Record<string, string | undefined>>
}

export function openLinkReader(http: Http, { log, platforms }: Options): ReadLink {
  return async (address, signal) => {
    const channel = platformOf(address)
    if (typedOnly.has(channel)) return null
    const ask = { redirects: 5, maxBytes: BYTES, timeout: MS, signal }
    try {
      const provider = oembedOf(channel, address, platforms)
      if (provider) return readOembed(await http(provider, ask), address)
      const headers = { accept: 'text/html, application/xhtml+xml;q=0.9' }
      return readPage(await http(address, { ...ask, headers }))
    } catch (error) {
      if (signal.aborted || !(error instanceof Fault)) throw error
      log.info({ host: new URL(address).host, fault: error.code }, 'a pasted link could not be read')
      return null
    }
  }
}

const providers: Partial<Record<ReturnType<typeof platformOf>, [base: string, path: string]>> = {
  x: ['https://publish.x.com', '/oembed?omit_script=1&url='],
  tiktok: ['https://www.tiktok.com', '/oembed?url='],
  youtube: ['https://www.youtube.com', '/oembed?format=json&url='],
  bluesky: ['https://embed.bsky.app', '/oembed?url='],
  flickr: ['https://www.flickr.com', '/services/oembed/?format=json&url='],
}

function oembedOf(
  channel: ReturnType<typeof platformOf>,
  address: string,
  platforms: Options['platforms'],
): string | undefined {
  const provider = providers[channel]
  return provider && (platforms[channel] ?? provider[0]) + provider[1] + encodeURIComponent(address)
}

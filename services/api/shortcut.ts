// The short way to an answer in memory: straight from the request to prepared bytes, before any routing.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '../../config/env.ts'
import { headersOf } from '../policy.ts'
import { chooseEncoding, type Encoding, isSame, type Prepared } from './prepared.ts'
import type { WallMemory } from './wall-memory.ts'

const MOST = 2000
export const KEPT_FOR = 'public, max-age=30, s-maxage=30, stale-while-revalidate=30'

export type Shortcut = {
  /** The question that stands in this address has this key in memory. */
  learn: (url: string, key: string) => void
  /** Answers when the bytes are ready; false leaves the request to the app. */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean
}

/** The headers of an open answer, without those that depend on the encoding. */
export function openHeaders(env: Env, type: string): Record<string, string> {
  return {
    ...headersOf('open', env),
    'content-type': type,
    'cache-control': KEPT_FOR,
    'access-control-allow-origin': '*',
    vary: 'accept-encoding',
  }
}

export function makeShortcut(memory: WallMemory, env: Env): Shortcut {
  const keys = new Map<string, string>()
  const heads = new WeakMap<Prepared, Record<Encoding, string[]>>()

  const headOf = (prepared: Prepared): Record<Encoding, string[]> => {
    const common = Object.entries(openHeaders(env, prepared.type)).flat()
    const made = (encoding: Encoding) => [
      ...common,
      ...['etag', prepared.etag[encoding], 'content-length', String(prepared.bytes[encoding].length)],
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
    ]
    const head = { identity: made('identity'), gzip: made('gzip'), br: made('br') }
    heads.set(prepared, head)
    return head
  }

  return {
    learn(url, key) {
      if (keys.size >= MOST) keys.clear()
      keys.set(url, key)
    },
    answer(request, response) {
      if (request.method !== 'GET') return false
      const key = keys.get(request.url ?? '')
      const prepared = key === undefined ? undefined : memory.ready(key)
      if (!prepared) return false
      const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined)
      if (request.headers['if-none-match'] && isSame(request.headers['if-none-match'], prepared)) return false
      response.writeHead(200, (heads.get(prepared) ?? headOf(prepared))[encoding])
      response.end(prepared.bytes[encoding])
      return true
    },
  }
}

// The short way to an answer in memory: straight from the request to prepared bytes, before any routing.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '../../config/env.ts'
import type { Deps } from '../deps.ts'
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

/** The headers of every open answer, and those of them that one without a body needs (RFC 9110, 15.4.5). */
function openHeaders(env: Env): { whole: string[]; same: string[] } {
  const policy = headersOf('open', env)
  const every = {
    'cache-control': KEPT_FOR,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag',
    vary: 'accept-encoding',
  }
  // The visitor keeps the others from the answer that brought the body.
  const same = { ...every, 'cross-origin-resource-policy': policy['cross-origin-resource-policy'] ?? '' }
  return { whole: Object.entries({ ...policy, ...every }).flat(), same: Object.entries(same).flat() }
}

/** What is sent for an address, and as long as what it was made of stands. */
type Slot = {
  key: string
  epoch: number
  until: number
  prepared?: Prepared
  /** Of each encoding that somebody has asked for. */
  heads: Partial<Record<Encoding, Heads>>
}
/** Headers of an answer with its bytes, and of one that says that the visitor has them. */
type Heads = { whole: string[] | undefined; same: string[] }

export function makeShortcut(memory: WallMemory, { env, clock }: Pick<Deps, 'env' | 'clock'>): Shortcut {
  const slots = new Map<string, Slot>()
  const encodings = new Map<string, Encoding>()
  const common = openHeaders(env)

  const headsOf = ({ etag, type, bytes }: Prepared, encoding: Encoding): Heads => {
    const tag = ['etag', etag[encoding]]
    const packed = encoding === 'identity' ? [] : ['content-encoding', encoding]
    const length = bytes[encoding]?.length
    return {
      same: [...common.same, ...tag],
      whole:
        length === undefined
          ? undefined
          : [
              ...[...common.whole, ...tag, ...packed],
              ...['content-type', type, 'content-length', String(length)],
            ],
    }
  }

  const fill = (slot: Slot): boolean => {
    const ready = memory.ready(slot.key)
    if (!ready) return false
    if (slot.prepared !== ready.prepared) slot.heads = {}
    slot.prepared = ready.prepared
    slot.until = ready.until
    slot.epoch = memory.places.epoch()
    return true
  }

  const encodingFor = (accept = ''): Encoding => {
    let encoding = encodings.get(accept)
    if (!encoding) {
      encoding = chooseEncoding(accept)
      if (encodings.size < 100) encodings.set(accept, encoding)
    }
    return encoding
  }

  return {
    learn(url, key) {
      if (slots.get(url)?.key === key) return
      if (slots.size >= MOST) slots.clear()
      slots.set(url, { key, epoch: -1, until: 0, heads: {} })
    },
    answer({ method, url = '', headers }, response) {
      const slot = method === 'GET' ? slots.get(url) : undefined
      if (!slot) return false
      const good = slot.epoch === memory.places.epoch() && clock().getTime() < slot.until
      if (!good && !fill(slot)) return false
      const encoding = encodingFor(headers['accept-encoding'] as string | undefined)
      const { prepared, heads } = slot as Required<Slot>
      const same = isSame(headers['if-none-match'], prepared)
      let head = heads[encoding]
      if (!head?.whole) heads[encoding] = head = headsOf(prepared, encoding)
      // Nobody has wanted it packed like this before: the long way packs it.
      if (!same && !head.whole) return false
      response.writeHead(same ? 304 : 200, same ? head.same : head.whole)
      response.end(same ? undefined : prepared.bytes[encoding])
      return true
    },
  }
}

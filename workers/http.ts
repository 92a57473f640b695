// The only way out: every request to the outside world, checked, limited, polite, and honest about what went wrong.
import { Agent, buildConnector, type Dispatcher } from 'undici'
import type { Log } from '../config/log.ts'
import type { Answer, Ask, Http } from '../services/domain/source.ts'
import { Fault } from '../services/errors.ts'
import { isPublic, literalOf, placeOf, readAddress, readAllowed, refused } from './http/address.ts'
import { readBody } from './http/body.ts'
import { faultOfError, faultOfStatus } from './http/faults.ts'
import { lookupWith, type Resolve, resolveByDns } from './http/lookup.ts'
import { openReach } from './http/reach.ts'
import { openTurns } from './http/turns.ts'
import { readQuotaEnd } from './http/wishes.ts'

const LIMIT = { bytes: 10_000_000, refusal: 16_384, ms: 20_000, connect: 5_000 }
/** Between two requests to the same host; hosts that FETCH_ALLOW names are the operator's own and need none. */
const GAP = 1_000
/**
 * Long enough for the next page after the gap, whatever the server offers: a region's hosts are hundreds, each asked a
 * few times an hour, and every open connection holds its buffers.
 */
const KEPT = { keepAliveTimeout: 2_000, keepAliveMaxTimeout: 2_000 }
const REDIRECTS = new Set([301, 302, 303, 307, 308])

type Options = {
  /** `host:port` of FETCH_ALLOW: may be private, may have any port. */
  allow: readonly string[]
  userAgent: string
  clock: () => Date
  log: Log
  /** Resolves names; the system's resolver unless a test gives another. */
  lookup?: Resolve
}

export function openHttp({ allow, userAgent, clock, log, lookup = resolveByDns }: Options): {
  http: Http
  close: () => Promise<void>
} {
  const allowed = readAllowed(allow)
  const turns = openTurns()
  const reach = openReach()
  const paused = new Map<string, Date>()
  const agent = new Agent({ connect: connectorFor(allowed, lookup), pipelining: 1, ...KEPT })

  /** One request and its answer, without redirects; `left` is what remains of the time allowed. */
  async function exchange(
    url: URL,
    ask: Ask,
    headers: Record<string, string>,
    left: number,
  ): Promise<Answer> {
    const limit = AbortSignal.timeout(Math.max(1, left))
    let heard = false
    try {
      const signal = ask.signal ? AbortSignal.any([limit, ask.signal]) : limit
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: ask.method ?? 'GET',
        headers,
        body: ask.body ?? null,
        signal,
        headersTimeout: left,
        bodyTimeout: left,
      })
      heard = true
      reach.heard()
      const got = { status: answer.statusCode, headers: plain(answer.headers), url: url.href }
      const wanted = got.status >= 200 && got.status < 300
      // A refusal is read as far as it may say why; one that cannot be read is a refusal all the same.
      const bytes = wanted
        ? await readBody(answer.body, got.headers, ask.maxBytes ?? LIMIT.bytes)
        : await readBody(answer.body, got.headers, LIMIT.refusal).catch(() => new Uint8Array())
      return { ...got, bytes }
    } catch (error) {
      if (ask.signal?.aborted) throw ask.signal.reason
      const fault = faultOfError(error, url, limit.aborted)
      throw heard ? fault : reach.judge(url.host, fault)
    }
  }

  async function turn(
    url: URL,
    ask: Ask,
    headers: Record<string, string>,
    left: number,
  ): Promise<[Answer, number]> {
    const quota = `${ask.quota === 'address' ? url.href : url.host} ${headers.authorization ?? ''}`
    return turns.take(url.host, allowed.has(placeOf(url)) ? 0 : GAP, ask.signal, async () => {
      const until = paused.get(quota)
      if (until && until > clock())
        throw new Fault('rate', `${url.host} has hardly any requests left`, {
          code: 'quota',
          retryAt: until,
          values: { host: url.host },
        })
      paused.delete(quota)
      const start = performance.now()
      const answer = await exchange(url, ask, headers, left)
      const ms = Math.round(performance.now() - start)
      log.debug({ host: url.host, status: answer.status, ms, bytes: answer.bytes.length }, 'fetched')
      const end = readQuotaEnd(answer.headers, answer.status, clock())
      if (end) paused.set(quota, end)
      return [answer, ms]
    })
  }

  /** "Unchanged" to somebody who has nothing is a cache's mistake: asked once more, past every cache. */
  async function wholeTurn(
    url: URL,
    ask: Ask,
    headers: Record<string, string>,
    left: number,
  ): Promise<[Answer, number]> {
    const [first, ms] = await turn(url, ask, headers, left)
    if (first.status !== 304 || headers['if-none-match'] || headers['if-modified-since']) return [first, ms]
    const past = { ...headers, 'cache-control': 'no-cache' }
    const [second, more] = await turn(url, ask, past, left - ms)
    if (second.status === 304) throw neverChanged(url)
    return [second, ms + more]
  }

  const http: Http = async (address, ask = {}) => {
    const headers: Record<string, string> = {
      'user-agent': userAgent,
      'accept-encoding': 'gzip, deflate, br',
      accept: '*/*',
      ...ask.headers,
    }
    const wanted = (ask.method ?? 'GET') === 'GET' ? (ask.redirects ?? 0) : 0
    let url = readAddress(address, allowed)
    let left = ask.timeout ?? LIMIT.ms
    let permanent = true
    for (let hop = 0; ; hop++) {
      const [answer, ms] = await wholeTurn(url, ask, headers, left)
      const { location } = answer.headers
      if (!REDIRECTS.has(answer.status) || !location) {
        if (answer.status !== 304 && (answer.status < 200 || answer.status > 299))
          throw faultOfStatus(answer, url, clock())
        return { ...answer, ...(hop > 0 && permanent && { moved: url.href }) }
      }
      if (hop >= wanted) throw tooManyRedirects(url, location, wanted)
      const next = readAddress(location, allowed, url)
      if (url.protocol === 'https:' && next.protocol === 'http:')
        throw refused('address-downgrade', next.host)
      if (next.origin !== url.origin) delete headers.authorization
      permanent &&= answer.status === 301 || answer.status === 308
      left -= ms
      url = next
    }
  }
  return { http, close: () => agent.destroy() }
}

function connectorFor(allowed: ReadonlySet<string>, resolve: Resolve): buildConnector.connector {
  const common = { allowH2: false, timeout: LIMIT.connect }
  const guarded = buildConnector({ ...common, lookup: lookupWith(resolve, true) })
  const trusting = buildConnector({ ...common, lookup: lookupWith(resolve, false) })
  return (options, done) => {
    const { hostname, port, protocol } = options
    const literal = literalOf(hostname)
    const host = literal?.includes(':') ? `[${literal}]` : hostname
    if (allowed.has(`${host}:${port || (protocol === 'https:' ? 443 : 80)}`)) return trusting(options, done)
    // A literal never reaches the lookup, so it is judged here.
    if (literal && !isPublic(literal)) return done(refused('address-private', hostname), null)
    guarded(options, done)
  }
}

function plain(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

function neverChanged({ host }: URL): Fault {
  return new Fault('shape', `${host} only ever says unchanged`, { code: 'empty', values: { host } })
}

function tooManyRedirects(url: URL, location: string, wanted: number): Fault {
  const to = URL.canParse(location, url) ? new URL(location, url) : undefined
  const code = wanted === 0 ? 'moved' : 'redirects'
  return new Fault('shape', `${url.host} redirects`, {
    code,
    values: { host: url.host, to: to ? to.origin + to.pathname : location.slice(0, 200) },
  })
}

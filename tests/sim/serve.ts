// A simulator's server on loopback: speaks HTTP, notes every request, and fails in every way it is told to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Reply = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
export type Seen = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: string
  /** When it came, by the simulator's clock. */
  at: Date
  /** What it was answered; absent when no answer was begun. */
  status?: number
}

/**
 * How a simulator fails; a text is one of the common ways, a Reply is sent as it stands, a
 * function makes the bad answer from the good one.
 */
export type Failure =
  | 'refuse'
  | 'hang'
  | 'slow'
  | 'headers'
  | 'cut'
  | 'cut-unsized'
  | 'cut-open'
  | 'error'
  | 'busy'
  | 'rate'
  | 'quota'
  | 'closed'
  | 'missing'
  | 'login'
  | 'empty'
  | 'garbage'
  | 'bomb'
  | 'endless'
  | 'windows-1252'
  | 'to-private'
  | 'loop'
  | Reply
  | ((good: Reply, seen: Seen) => Reply)

/** All the common ways to fail, for tests that go through them. */
export const failures = [
  'refuse',
  'hang',
  'slow',
  'headers',
  'cut',
  'cut-unsized',
  'cut-open',
  'error',
  'busy',
  'rate',
  'quota',
  'closed',
  'missing',
  'login',
  'empty',
  'garbage',
  'bomb',
  'endless',
  'windows-1252',
  'to-private',
  'loop',
] as const satisfies readonly Failure[]

export type Sim = {
  /** `http://127.0.0.1:PORT`, and `127.0.0.1:PORT` for FETCH_ALLOW. */
  url: string
  host: string
  requests: Seen[]
  /** Connections that are open now. */
  open: () => number
  /** Requests that have neither been answered whole nor given up. */
  pending: () => number
  /** From now on requests fail like this; null: all is well again. `only` limits it to paths that match. */
  fail: (how: Failure | null, only?: RegExp) => void
  stop: () => Promise<void>
}

/** `address`: where it listens; at 0.0.0.0 every loopback address is a host of its own. */
export type SimOptions = { clock?: () => Date; port?: number; address?: string }

/** Starts a server that answers by `reply`; undefined is a 404, and an error a 500 that says which. */
export async function startSim(
  reply: (seen: Seen) => Reply | undefined,
  { clock = () => new Date(), port = 0, address = '127.0.0.1' }: SimOptions = {},
): Promise<Sim> {
  const requests: Seen[] = []
  let unanswered = 0
  let how: Failure | null = null
  let where: RegExp | undefined
  const answerTo = (seen: Seen): Reply => {
    try {
      return reply(seen) ?? { status: 404, body: 'not found' }
    } catch (error) {
      return { status: 500, body: String(error) }
    }
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://sim')
    const body = await readAll(request).catch(() => '')
    const { pathname: path, searchParams: query } = url
    const seen: Seen = {
      method: request.method ?? 'GET',
      path,
      query,
      headers: request.headers,
      body,
      at: clock(),
    }
    requests.push(seen)
    unanswered++
    response.on('close', () => {
      unanswered--
      if (response.headersSent) seen.status = response.statusCode
    })
    const good = answerTo(seen)
    if (how && (!where || where.test(path)))
      await failing(how, request, response, { good, seen, now: clock() })
    else send(request, response, good)
  })
  let connections = 0
  server.on('connection', (socket) => {
    connections++
    socket.on('close', () => connections--)
  })
  await new Promise<void>((done) => server.listen(port, address, done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    requests,
    open: () => connections,
    pending: () => unanswered,
    fail(next, only) {
      how = next
      where = only
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

// The best packing of a large body would keep the whole test waiting.
const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }

/** Sends a reply, packed when the other side takes it; an ETag of a GET is honoured. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, headers = {}, body = '' }: Reply,
): void {
  const since = request.headers['if-modified-since']
  const same = headers.etag
    ? request.headers['if-none-match'] === headers.etag
    : since && since === headers['last-modified']
  if (status === 200 && same) return void response.writeHead(304, headers).end()
  const accept = String(request.headers['accept-encoding'] ?? '')
  const bytes = Buffer.from(body)
  const pack =
    bytes.length > 1000 && !headers['content-encoding'] && !/^image\//.test(headers['content-type'] ?? '')
  const coding = pack && accept.includes('br') ? 'br' : pack && accept.includes('gzip') ? 'gzip' : undefined
  const out = coding === 'br' ? brotliCompressSync(bytes, fast) : coding === 'gzip' ? gzipSync(bytes) : bytes
  response.writeHead(status, {
    ...headers,
    ...(coding && { 'content-encoding': coding }),
    'content-length': String(out.length),
  })
  response.end(out)
}

const login =
  '<!doctype html><html><head><title>Kirjaudu</title></head><body><form>Salasana</form></body></html>'

async function failing(
  how: Failure,
  request: IncomingMessage,
  response: ServerResponse,
  { good, seen, now }: { good: Reply; seen: Seen; now: Date },
): Promise<void> {
  if (typeof how === 'function') return send(request, response, how(good, seen))
  if (typeof how === 'object') return send(request, response, how)
  const bytes = Buffer.from(good.body ?? '')
  const html = { 'content-type': 'text/html; charset=utf-8' }
  const plain: Partial<Record<string, Reply>> = {
    error: { status: 500, body: 'broken' },
    busy: { status: 503, headers: { 'retry-after': '120' }, body: 'soon' },
    rate: { status: 429, headers: { 'retry-after': '300' }, body: '{"error":"Too many requests"}' },
    quota: {
      status: 429,
      headers: {
        'x-ratelimit-limit': '300',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': new Date(now.getTime() + 240_000).toISOString(),
      },
      body: '{"error":"Too many requests"}',
    },
    closed: { status: 401, body: '{"error":"The access token is invalid"}' },
    missing: { status: 404, body: '{"error":"Record not found"}' },
    login: { headers: html, body: login },
    empty: { headers: good.headers ?? {}, body: '' },
    garbage: { headers: good.headers ?? {}, body: '{"id":"1",,]' },
    'windows-1252': {
      headers: { 'content-type': `${good.headers?.['content-type']?.split(';')[0]}; charset=windows-1252` },
      body: Buffer.from(
        String(good.body ?? '').replace('encoding="utf-8"', 'encoding="windows-1252"'),
        'latin1',
      ),
    },
    'to-private': { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } },
    loop: { status: 302, headers: { location: request.url ?? '/' } },
    bomb: { headers: { ...good.headers, 'content-encoding': 'gzip' }, body: bomb() },
  }
  const reply = plain[how]
  if (reply) return send(request, response, reply)
  if (how === 'refuse') return void request.socket.destroy()
  if (how === 'hang') return
  if (how === 'headers') return void response.writeHead(200, good.headers).flushHeaders()
  const half = bytes.subarray(0, bytes.length / 2)
  if (how === 'cut-open') {
    // As of old, an end is told by hanging up: nobody can tell half an answer from a whole one.
    response.useChunkedEncodingByDefault = false
    response.shouldKeepAlive = false
    return void response.writeHead(200, good.headers).end(half)
  }
  if (how === 'cut' || how === 'cut-unsized') {
    const size = how === 'cut' && { 'content-length': String(bytes.length) }
    response.writeHead(200, { ...good.headers, ...size })
    response.write(half, () => request.socket.destroy())
    return
  }
  response.writeHead(200, good.headers)
  const piece = how === 'slow' ? bytes.subarray(0, 1) : Buffer.alloc(64 * 1024, ' ')
  const timer = setInterval(() => void response.write(piece), how === 'slow' ? 1000 : 1)
  response.on('close', () => clearInterval(timer))
}

let packed: Buffer | undefined
/** 200 MB of spaces in 200 kB. */
export function bomb(): Buffer {
  packed ??= gzipSync(Buffer.alloc(200_000_000, 32))
  return packed
}

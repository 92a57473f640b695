// The outward client against a server that does everything wrong.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '../../makers.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { startSecure } from '../../sim/secure.ts'
import { bomb, type Reply, type Sim, startSim } from '../../sim/serve.ts'

let sim: Sim
let other: Sim
let reply: Reply = {}
beforeAll(async () => {
  sim = await startSim(() => reply, { clock: () => NOW })
  other = await startSim(() => ({ body: 'toinen' }))
  now = NOW
  ;({ http } = openOutside([sim.host, other.host, 'loopback.example:0'], { clock: () => now }))
})
beforeEach(() => {
  reply = { headers: { 'content-type': 'text/plain' }, body: 'hyvää päivää '.repeat(1000) }
  sim.fail(null)
  sim.requests.length = 0
  other.requests.length = 0
})
afterAll(async () => {
  await sim.stop()
  await other.stop()
})
let http: ReturnType<typeof openOutside>['http']
let now = NOW

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

describe('a request', () => {
  it('says who asks and nothing else about us', async () => {
    await http(`${sim.url}/a?b=c`)
    const { path, query, headers } = sim.requests[0] ?? {}
    expect([path, query?.get('b')]).toEqual(['/a', 'c'])
    expect(headers).toMatchObject({ 'user-agent': 'Somewall/test (+https://seina.example)' })
    expect(Object.keys(headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  it('gives an unpacked body, whatever it was packed in', async () => {
    const body = Buffer.from('ä'.repeat(5000))
    const packed: [string, Buffer][] = [
      ['gzip', gzipSync(body)],
      ['x-gzip', gzipSync(body)],
      ['br', brotliCompressSync(body)],
      ['deflate', deflateSync(body)],
      ['deflate', deflateRawSync(body)],
      ['gzip, br', brotliCompressSync(gzipSync(body))],
      ['identity', body],
    ]
    for (const [coding, bytes] of packed) {
      reply = { headers: { 'content-encoding': coding }, body: bytes }
      expect(text((await http(sim.url)).bytes), coding).toBe(body.toString())
    }
  })

  it('carries the headers that ask for news only, and takes 304 for an answer', async () => {
    reply = { headers: { etag: 'W/"ä-less"', 'content-type': 'text/plain' }, body: 'x' }
    const answer = await http(sim.url, { headers: { 'if-none-match': 'W/"ä-less"'.replace('ä', 'a') } })
    expect(answer.status).toBe(200)
    reply = { headers: { etag: '"1"' }, body: 'x' }
    const same = await http(sim.url, { headers: { 'if-none-match': '"1"' } })
    expect([same.status, same.bytes.length]).toEqual([304, 0])
  })

  it('ends with its signal’s reason, in flight and while waiting for its turn', async () => {
    sim.fail('hang')
    const stop = new AbortController()
    const asked = [http(sim.url, { signal: stop.signal }), http(sim.url, { signal: stop.signal })]
    await expect.poll(() => sim.requests.length).toBe(1)
    stop.abort(new Error('enough'))
    for (const one of asked) await expect(one).rejects.toThrow('enough')
    sim.fail(null)
    expect((await http(sim.url)).status).toBe(200)
  })
})

it('no token reaches the log, an address of a fault, or its words', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const marked = openOutside([sim.host], { log })
  const ask = {
    headers: { authorization: 'Bearer marker-7f3a' },
    method: 'POST',
    body: 'token=marker-7f3a',
  } as const
  await marked.http(`${sim.url}/?access_token=marker-7f3a`, ask)
  sim.fail({ status: 302, headers: { location: `${other.url}/?access_token=marker-7f3a` } })
  const moved = await faultOf(marked.http(`${sim.url}/`))
  sim.fail('closed')
  const refused = await faultOf(marked.http(`${sim.url}/?access_token=marker-7f3a`, ask))
  expect(lines.length).toBeGreaterThan(2)
  for (const text of [
    ...lines,
    ...[moved, refused].map((one) => JSON.stringify([one.message, one.values, one.stack])),
  ])
    expect(text).not.toContain('marker-7f3a')
})

describe('every way to fail has its own name', () => {
  const cases: [how: Parameters<Sim['fail']>[0], kind: string, code: string][] = [
    ['refuse', 'network', 'cut'],
    ['hang', 'network', 'timeout'],
    ['slow', 'network', 'timeout'],
    ['cut', 'network', 'cut'],
    ['error', 'busy', 'busy'],
    ['busy', 'busy', 'busy'],
    ['rate', 'rate', 'rate'],
    ['closed', 'auth', 'auth'],
    [{ status: 403 }, 'auth', 'forbidden'],
    ['missing', 'gone', 'gone'],
    [{ status: 410 }, 'gone', 'gone'],
    [{ status: 400 }, 'shape', 'status'],
    [{ status: 418 }, 'shape', 'status'],
    [{ status: 504 }, 'busy', 'busy'],
    ['bomb', 'size', 'size'],
    ['endless', 'size', 'size'],
    ['loop', 'shape', 'redirects'],
    ['to-private', 'refused', 'address-private'],
    [{ headers: { 'content-encoding': 'zstd' }, body: 'x' }, 'shape', 'packing'],
    [{ headers: { 'content-encoding': 'gzip' }, body: 'not gzip at all' }, 'shape', 'packing'],
    [
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(9000)).subarray(0, 30) },
      'network',
      'cut',
    ],
  ]
  it.each(cases)('%j is %s, %s', async (how, kind, code) => {
    sim.fail(how)
    const fault = await faultOf(http(sim.url, { timeout: 600, redirects: 3, maxBytes: 1_000_000 }))
    expect([fault.kind, fault.code]).toEqual([kind, code])
  })

  it('a door that nobody opens, a name that is nobody’s, a certificate that nobody vouches for', async () => {
    const gone = await startSim(() => ({}))
    await gone.stop()
    const secure = await startSecure('stranger')
    const { http } = openOutside([gone.host, 'nobody.example:80', secure.host], {
      lookup: async (name) => {
        if (name === 'nobody.example') throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
        return [{ address: '127.0.0.1', family: 4 }]
      },
    })
    expect(await faultOf(http(gone.url))).toMatchObject({ kind: 'network', code: 'unreachable' })
    expect(await faultOf(http('http://nobody.example/'))).toMatchObject({ kind: 'network', code: 'dns' })
    expect(await faultOf(http(`https://${secure.host}/`))).toMatchObject({ kind: 'network', code: 'tls' })
    await secure.stop()
  })

  it('an aborted answer closes the socket', async () => {
    const own = await startSim(() => ({ body: 'x'.repeat(9000) }))
    const { http } = openOutside([own.host])
    own.fail('endless')
    await faultOf(http(own.url, { maxBytes: 100_000 }))
    await expect.poll(own.open).toBe(0)
    own.fail('slow')
    await faultOf(http(own.url, { timeout: 200 }))
    await expect.poll(own.open).toBe(0)
    own.fail('hang')
    await faultOf(http(own.url, { timeout: 200 }))
    await expect.poll(own.open).toBe(0)
    await own.stop()
  })
})

describe('limits', () => {
  it('stop a bomb while it grows: one layer, two layers, and twenty in the header', async () => {
    const double = gzipSync(bomb())
    const before = process.memoryUsage().rss
    for (const [coding, body] of [
      ['gzip', bomb()],
      ['gzip, gzip', double],
      [Array(20).fill('gzip').join(), double],
    ] as const) {
      reply = { headers: { 'content-encoding': coding }, body }
      const start = performance.now()
      const fault = await faultOf(http(sim.url))
      expect(fault.kind).toMatch(/^(size|shape)$/)
      expect(performance.now() - start).toBeLessThan(1000)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })

  it('refuse a long body by its announced length, before reading it', async () => {
    reply = { body: Buffer.alloc(2_000_000), headers: { 'content-type': 'image/png' } }
    const fault = await faultOf(http(sim.url, { maxBytes: 1_000_000 }))
    expect([fault.kind, fault.values]).toEqual(['size', { megabytes: 1 }])
  })
})

describe('redirects', () => {
  const to = (location: string, status = 302): Reply => ({ status, headers: { location } })

  it('are not followed unless asked for, and the new address is told', async () => {
    reply = to(`${other.url}/uusi?x=1`)
    const fault = await faultOf(http(sim.url))
    expect([fault.code, fault.values.to]).toEqual(['moved', `${other.url}/uusi`])
    expect(other.requests).toEqual([])
  })

  it('tell where they ended, and whether all of them were for good', async () => {
    for (const [status, moved] of [
      [301, `${other.url}/`],
      [308, `${other.url}/`],
      [302, undefined],
      [307, undefined],
    ] as const) {
      reply = to(other.url, status)
      const answer = await http(sim.url, { redirects: 1 })
      expect([text(answer.bytes), answer.url, answer.moved]).toEqual(['toinen', `${other.url}/`, moved])
    }
  })

  it('to another host leave the Authorization behind; to the same host they keep it', async () => {
    const ask = { headers: { authorization: 'Bearer merkki' }, redirects: 1 }
    reply = to(`${other.url}/`)
    await http(`${sim.url}/`, ask)
    expect(sim.requests[0]?.headers.authorization).toBe('Bearer merkki')
    expect(other.requests[0]?.headers.authorization).toBeUndefined()
    reply = to('/toinen')
    await faultOf(http(`${sim.url}/`, ask))
    expect(sim.requests.at(-1)).toMatchObject({
      path: '/toinen',
      headers: { authorization: 'Bearer merkki' },
    })
  })

  it('never lead from https to http', async () => {
    const secure = await startSecure('loopback', `${other.url}/`)
    secure.trust()
    const { http } = openOutside([secure.host, other.host], {
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    })
    const fault = await faultOf(http(`https://${secure.host}/`, { redirects: 3 }))
    expect([fault.kind, fault.code]).toEqual(['refused', 'address-downgrade'])
    expect(other.requests).toEqual([])
    await secure.stop()
  })
})

describe('waiting when told to', () => {
  it('a second between two requests to a host outside; none to another, and none to our own', async () => {
    const at: [name: string, ms: number][] = []
    const { http } = openOutside([sim.host], {
      lookup: async (name) => {
        at.push([name, performance.now()])
        return [{ address: '10.0.0.1', family: 4 }]
      },
    })
    const start = performance.now()
    const asked = ['yksi', 'yksi', 'kaksi'].map((name) => faultOf(http(`http://${name}.example/`)))
    for (let n = 0; n < 5; n++) await http(sim.url)
    expect(performance.now() - start).toBeLessThan(900)
    await Promise.all(asked)
    const [first, second] = at.filter(([name]) => name === 'yksi.example').map(([, ms]) => ms)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(990)
    expect(at.map(([name]) => name)).toEqual(['yksi.example', 'kaksi.example', 'yksi.example'])
  })

  it('hands on the moment that the other side names', async () => {
    sim.fail('busy')
    expect((await faultOf(http(sim.url))).retryAt).toEqual(new Date(NOW.getTime() + 120_000))
    sim.fail('rate')
    expect((await faultOf(http(sim.url))).retryAt).toEqual(new Date(NOW.getTime() + 300_000))
  })

  it('a refusal carries what the other side wrote, unpacked, and only that which is short', async () => {
    const body = JSON.stringify({ error: 'ExpiredToken', message: 'x'.repeat(2000) })
    sim.fail({ status: 400, body })
    const fault = await faultOf(http(sim.url))
    expect(fault.said).toBe(body)
    expect(JSON.stringify(fault)).not.toContain('ExpiredToken')
    for (const large of [
      { body: 'x'.repeat(20_000) },
      { headers: { 'content-encoding': 'gzip' }, body: bomb() },
    ]) {
      sim.fail({ status: 400, ...large })
      expect(await faultOf(http(sim.url))).toMatchObject({ kind: 'shape', code: 'status', said: '' })
    }
    sim.fail(null)
  })

  it('a used-up quota keeps the whole host quiet until its end, for that credential only', async () => {
    const end = new Date(NOW.getTime() + 240_000)
    sim.fail('quota')
    expect((await faultOf(http(sim.url))).retryAt).toEqual(end)
    sim.fail(null)
    const asked = sim.requests.length
    expect(await faultOf(http(`${sim.url}/toinen`))).toMatchObject({ kind: 'rate', retryAt: end })
    expect(sim.requests).toHaveLength(asked)
    expect((await http(sim.url, { headers: { authorization: 'Bearer toinen' } })).status).toBe(200)
    now = new Date(end.getTime() + 1)
    expect((await http(sim.url)).status).toBe(200)
    now = NOW
  })
})

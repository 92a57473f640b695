// No address that is not public is ever connected to, however it is written, resolved or redirected to.
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Resolve } from '../../../workers/http/lookup.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type Sim, startSim } from '../../sim/serve.ts'

// A listener on every address of this machine, at a port that anybody may ask for: it must never be touched.
let decoy: net.Server
let port = 0
let touched = 0
let open: Sim

beforeAll(async () => {
  decoy = net.createServer((socket) => {
    touched++
    socket.destroy()
  })
  // '::' takes IPv4 along where the machine has IPv6 at all.
  for (const [wanted, address] of [8443, 8080, 443, 80].flatMap(
    (one) =>
      [
        [one, '::'],
        [one, '0.0.0.0'],
      ] as const,
  )) {
    port = await new Promise<number>((done) => {
      decoy.once('error', () => done(0)).listen(wanted, address, () => done(wanted))
    })
    if (port) break
  }
  // Header bytes as a careless server sends them: UTF-8, one character a byte.
  const bytes = (text: string) => Buffer.from(text).toString('latin1')
  open = await startSim(({ query }) => ({ status: 302, headers: { location: bytes(query.get('to') ?? '') } }))
})
afterAll(async () => {
  decoy.close()
  await open.stop()
})

const names: Record<string, string[]> = {
  'inside.example': ['127.0.0.1'],
  'mixed.example': ['93.184.215.14', '127.0.0.1'],
  'mixed-last.example': ['10.0.0.1', '93.184.215.14'],
  'six.example': ['::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'zone.example': ['fe80::1'],
  'nat64.example': ['64:ff9b::7f00:1'],
  'any.example': ['0.0.0.0'],
  'shared.example': ['100.64.0.1'],
}
const resolve: Resolve = async (name) =>
  (names[name.replace(/\.$/, '')] ?? ['127.0.0.1']).map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }))

const hosts = [
  // Loopback in every spelling.
  ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1'],
  ...[
    '017700000001',
    '0x7f.0x0.0x0.0x1',
    '127.0.0.1.',
    '１２７.０.０.１',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '0',
    '0.0.0.0',
  ],
  // The rest of what is not public in IPv4.
  ...[
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
  ],
  ...[
    '100.127.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
  ],
  ...[
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '3232235777',
  ],
  // IPv6, alone and with an IPv4 address inside.
  ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]'],
  ...['[::127.0.0.1]', '[::7f00:1]', '[fe80::1]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]'],
  ...['[2002:7f00:1::]', '[2002:7f00:1::1]', '[2001:0:7f00:1::]', '[2001:db8::1]', '[64:ff9b::7f00:1]'],
  ...[
    '[64:ff9b:1::7f00:1]',
    '[100::1]',
    '[2001:2::1]',
    '[2001:10::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[::ffff:0:7f00:1]',
  ],
  // Names.
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'printer.local',
    'metadata.google.internal',
    'db.lan',
  ],
  ...['router.home.arpa', ...Object.keys(names), 'inside.example.'],
]
const others = [
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'data:text/plain,x',
  'javascript:alert(1)',
  'http://user:pass@example.org/',
  'http://user@127.0.0.1/',
  'http://example.org:22/',
  'http://example.org:3306/',
  'http://[fe80::1%25eth0]/',
  'http://',
  '//127.0.0.1/',
  '',
]

describe('an address that is not public is never connected to', () => {
  it('has a decoy that would notice', async () => {
    expect(port, 'no port was free for the decoy').toBeGreaterThan(0)
    const { http } = openOutside([`127.0.0.1:${port}`])
    await faultOf(http(`http://127.0.0.1:${port}/`))
    expect(touched).toBe(1)
    expect(hosts.length + others.length).toBeGreaterThan(90)
  })

  it('asked for directly', async () => {
    const { http } = openOutside([open.host], { lookup: resolve })
    const before = touched
    const asked = [
      ...hosts.map((host) => `http://${host}:${port}/`),
      ...hosts.map((host) => `https://${host}/`),
      ...others,
    ]
    const faults = await Promise.all(asked.map((url) => faultOf(http(url))))
    expect(
      faults
        .map(({ kind, code }, at) => `${kind} ${asked[at]} ${code}`)
        .filter((one) => !/^refused/.test(one)),
    ).toEqual([])
    expect(touched).toBe(before)
  })

  it('reached by a redirect', async () => {
    const { http } = openOutside([open.host], { lookup: resolve })
    const before = touched
    const asked = [
      ...hosts.map((host) => `http://${host}:${port}/`),
      ...others.filter((url) => /^\w+:/.test(url)),
    ]
    for (const to of asked) {
      const fault = await faultOf(http(`${open.url}/?to=${encodeURIComponent(to)}`, { redirects: 3 }))
      expect(fault.kind, to).toBe('refused')
    }
    expect(touched).toBe(before)
  })

  it('even with a proxy in the environment', async () => {
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${port}`)
    vi.stubEnv('ALL_PROXY', `http://127.0.0.1:${port}`)
    const { http } = openOutside([])
    const before = touched
    expect((await faultOf(http('http://127.0.0.1/'))).code).toBe('address-private')
    expect(touched).toBe(before)
    vi.unstubAllEnvs()
  })
})

describe('the socket gets exactly the addresses that were checked', () => {
  it('when a name answers public and private by turns, a thousand times', async () => {
    let asked = 0
    const answers = ['93.184.215.14', '127.0.0.1']
    const lookup: Resolve = async () => [{ address: answers[asked++ % 2] ?? '', family: 4 }]
    const given: string[] = []
    // Stands in for the network: does what a socket does with its lookup, and goes nowhere.
    const connect = vi.spyOn(net, 'connect').mockImplementation(((options: net.TcpNetConnectOpts) => {
      const socket = new net.Socket()
      options.lookup?.(options.host ?? '', { all: true }, (error, found) => {
        if (!error) given.push(...(found as { address: string }[]).map((one) => one.address))
        socket.destroy(error ?? Object.assign(new Error('nowhere'), { code: 'ECONNREFUSED' }))
      })
      return socket
    }) as never)
    const { http } = openOutside([], { lookup })
    const faults = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => faultOf(http(`http://rebind-${n}.example/`))),
    )
    connect.mockRestore()
    expect(asked).toBe(1000)
    expect(new Set(given)).toEqual(new Set(['93.184.215.14']))
    expect(faults.filter(({ code }) => code === 'address-private')).toHaveLength(500)
    expect(faults.filter(({ kind }) => kind === 'network')).toHaveLength(500)
  })

  it('and goes to a private one only for a host and port that FETCH_ALLOW names', async () => {
    const sim = await startSim(() => ({ body: 'hei' }))
    const { http } = openOutside([`somewhere.example:${sim.host.split(':')[1]}`], { lookup: resolve })
    const answer = await http(`http://somewhere.example:${sim.host.split(':')[1]}/`)
    expect(Buffer.from(answer.bytes).toString()).toBe('hei')
    expect((await faultOf(http(sim.url))).code).toBe('address-port')
    await sim.stop()
  })
})

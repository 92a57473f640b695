// Who is really asking: the socket's address, or what our own proxies say, read from the right.
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import { BadSettings } from '../config/env.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Net = [Address, number]

/** The addresses and networks of TRUSTED_PROXIES; throws BadSettings with each that is neither. */
export function readProxies(written: readonly string[]): Net[] {
  const nets = written.map(readNet)
  const wrong = written.filter((_, at) => !nets[at])
  if (wrong.length)
    throw new BadSettings(
      wrong.map((one) => `TRUSTED_PROXIES has ${one}, which is not an address or a network like 10.0.0.0/8.`),
    )
  return nets as Net[]
}

function readNet(written: string): Net | undefined {
  const address = canonical(written)
  if (address) return [address, address.kind() === 'ipv4' ? 32 : 128]
  return ipaddr.isValidCIDR(written) ? ipaddr.parseCIDR(written) : undefined
}

/** The address of whoever sent this request; '' when it did not come through a socket. */
export function readPeer(proxies: readonly Net[]): (c: Context) => string {
  return (c) => {
    const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } }
    return peerOf(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), proxies)
  }
}

/**
 * The address that limits and logs go by. Only what a trusted proxy has appended to X-Forwarded-For is believed:
 * the first address from the right that is not a proxy of ours, so nothing a visitor writes into the header counts.
 */
export function peerOf(
  socket: string | undefined,
  forwarded: string | undefined,
  proxies: readonly Net[],
): string {
  const own = canonical(socket ?? '')
  if (!own) return ''
  let peer = own
  const hops = (forwarded ?? '').split(',').reverse()
  for (const hop of hops) {
    if (!isOurs(peer, proxies)) return peer.toString()
    const next = canonical(hop)
    if (!next) return peer.toString()
    peer = next
  }
  return peer.toString()
}

/** An address as limits count it: IPv6 by its /64, since a subscriber has that many to choose from. */
export function peerGroup(peer: string): string {
  const address = canonical(peer)
  if (address?.kind() !== 'ipv6') return peer
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64`
}

// IPv6 in its shortest form, IPv4 written as IPv6 as IPv4; a zone or a port that some proxies add is not part of it.
function canonical(written: string): Address | undefined {
  const bare = written
    .trim()
    .replace(/^\[([^\]]+)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return undefined
  return ipaddr.process(bare)
}

function isOurs(peer: Address, proxies: readonly Net[]): boolean {
  return proxies.some(([net, bits]) => net.kind() === peer.kind() && peer.match(net as never, bits))
}

// Who is really asking: the socket's address, or what our own proxies say, read from the right.
import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Net = [Address, number]

/** The addresses and networks of TRUSTED_PROXIES; throws the ones that are neither. */
export function readProxies(written: readonly string[]): Net[] {
  return written.map((one) => {
    if (one.includes('/')) return ipaddr.parseCIDR(one)
    const address = ipaddr.process(one)
    return [address, address.kind() === 'ipv4' ? 32 : 128]
  })
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

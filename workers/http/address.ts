// Where we may go: an address as written and as resolved; whatever is not plainly public is refused.
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Fault } from '../../services/errors.ts'

/** `host:port` pairs of FETCH_ALLOW, written the way URL writes them. */
export type Allowed = ReadonlySet<string>

const PORTS = new Set(['', '80', '443', '8080', '8443'])
// Names that never leave the machine or the building, whatever a resolver says; asked of nobody.
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)\.?$/
// A public address in form, but the cloud's own inside service in fact (Azure's metadata and DNS).
const EXTRA = new Set(['168.63.129.16'])
const globalV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** FETCH_ALLOW as a set that `placeOf` looks into. */
export function readAllowed(list: readonly string[]): Allowed {
  return new Set(
    list.map((one) => {
      const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(one) ?? []
      return `${new URL(`http://${host}/`).hostname}:${port}`
    }),
  )
}

/** `host:port` of an address, with the port that its scheme means when none is written. */
export function placeOf(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}

/**
 * True for an address anybody on the internet could reach. IPv6 must be global unicast; every form that carries an
 * IPv4 address inside (mapped, compatible, 6to4, Teredo, NAT64) is refused, for it may lead anywhere.
 */
export function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip) || EXTRA.has(ip)) return false
  const address = ipaddr.parse(ip)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(globalV6)
}

/** The address of a host written as a number; undefined when it is a name. */
export function literalOf(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) ? bare : undefined
}

/**
 * Reads an address that we are asked to fetch, or throws a Fault that says why we do not. URL has already turned
 * every spelling of a number (decimal, octal, hexadecimal, short, full-width) into the plain one.
 */
export function readAddress(text: string, allowed: Allowed, base?: URL): URL {
  if (!URL.canParse(text, base)) throw refused('address-bad', text.slice(0, 200))
  const url = new URL(text, base)
  const place = placeOf(url)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('address-scheme', url.protocol)
  if (url.username || url.password) throw refused('address-credentials', place)
  if (allowed.has(place)) return url
  if (!PORTS.has(url.port)) throw refused('address-port', place)
  const literal = literalOf(url.hostname)
  if (literal ? !isPublic(literal) : INSIDE.test(url.hostname)) throw refused('address-private', place)
  return url
}

/** An address that may not be fetched; `what` names it for the reader. */
export function refused(code: string, what: string): Fault {
  return new Fault('refused', `${code}: ${what}`, { code, values: { address: what } })
}

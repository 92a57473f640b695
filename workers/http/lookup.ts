// The resolver between a name and the socket: the socket connects to exactly the addresses that were checked here.
import { lookup as dns } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { isPublic, refused } from './address.ts'

/** Every address of a name. Replaced in tests. */
export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>

export const resolveByDns: Resolve = (hostname) => dns(hostname, { all: true })

/**
 * A lookup for net.connect. It runs inside the connection step and its answer is all that the socket gets, so a name
 * that resolves differently a moment later changes nothing. One private address among many refuses them all.
 */
export function lookupWith(resolve: Resolve, guarded: boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (found) => {
        if (guarded && found.some(({ address }) => !isPublic(address)))
          return done(refused('address-private', hostname), [])
        const [first] = found
        if (!first)
          return done(Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' }), [])
        if (options.all) done(null, found)
        else done(null, first.address, first.family)
      },
      (error) => done(error, []),
    )
  }
}

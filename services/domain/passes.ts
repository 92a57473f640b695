// How a channel signs in at a platform, and the pass that it gets there.
import type { Fault } from '../errors.ts'

/** What lets us in at a platform for a while. */
export type Pass = {
  /** Goes along with each request. */
  token: string
  /** What the next pass is got with; it may work only once. */
  renewal?: string | undefined
  /** Seconds for which the token is good: it is renewed after three quarters of them. Else only when it is refused. */
  lasts?: number | undefined
}

/** How a channel signs in. `open` and `renew` are never called by two processes at once for the same pass. */
export type SignIn = {
  /** Which pass of the source. */
  name: string
  /** The account at the platform: its sign-ins are counted together, so that we never come near to its limits. */
  account: string
  /** Signs in anew with what a person has given. */
  open: (signal: AbortSignal) => Promise<Pass>
  /** Exchanges the pass for the next one; undefined when it no longer counts, and then `open` is asked. */
  renew?: (pass: Pass, signal: AbortSignal) => Promise<Pass | undefined>
  /** True for the refusal that a new pass would cure. */
  ended: (fault: Fault) => boolean
}

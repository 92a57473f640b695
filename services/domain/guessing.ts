// How often somebody may guess: pure judgements over the moments of the last hour, in seconds to wait (0 is allowed).

const MINUTE = 60_000
const within = (tries: readonly Date[], now: Date, minutes: number) =>
  tries.filter((at) => at.getTime() > now.getTime() - minutes * MINUTE)
const until = (at: Date | undefined, minutes: number, now: Date) =>
  Math.max(1, Math.ceil(((at?.getTime() ?? 0) + minutes * MINUTE - now.getTime()) / 1000))

/**
 * One account: ten in a quarter of an hour at any pace, then each next one only after a pause that doubles from half a
 * minute, never more than 25 in an hour. Nothing locks for good: an hour of silence forgets everything.
 */
export function accountPause(tries: Date[], now: Date): number {
  const hour = within(tries, now, 60)
  if (hour.length >= 25) return until(hour.at(-25), 60, now)
  const lately = within(hour, now, 15).length
  if (lately < 10) return 0
  const pause = Math.min(15, 0.5 * 2 ** (lately - 10))
  const since = now.getTime() - (hour.at(-1)?.getTime() ?? 0)
  return since >= pause * MINUTE ? 0 : until(hour.at(-1), pause, now)
}

/** One address (IPv6: one /64): 25 in five minutes. */
export function addressPause(tries: Date[], now: Date): number {
  const lately = within(tries, now, 5)
  return lately.length >= 25 ? until(lately.at(-25), 5, now) : 0
}

/** A form without a login, a story or a request for removal: ten an hour from one address. */
export function openFormPause(tries: Date[], now: Date): number {
  return tries.length >= 10 ? until(tries.at(-10), 60, now) : 0
}

/** Our own signing in at a platform as one account: six an hour, half of what the strictest allows a day. */
export function signInPause(tries: Date[], now: Date): number {
  return tries.length >= 6 ? until(tries.at(-6), 60, now) : 0
}

/** Sources of one place tried before they are saved: a dozen in ten minutes, since each asks somebody else's server. */
export function trialPause(tries: Date[], now: Date): number {
  const lately = within(tries, now, 10)
  return lately.length >= 12 ? until(lately.at(-12), 10, now) : 0
}

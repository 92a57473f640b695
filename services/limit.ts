// How often one address may do something: counted in memory by the minute, forgotten with it.

/** Seconds to wait, or 0 when it is allowed. `now` in milliseconds. */
export type Limiter = (who: string, now: number) => number

const MINUTE = 60_000

export function perMinute(most: number): Limiter {
  let counts = new Map<string, number>()
  let minute = 0
  return function limit(who, now) {
    const current = Math.floor(now / MINUTE)
    if (current !== minute) {
      minute = current
      counts = new Map()
    }
    const count = (counts.get(who) ?? 0) + 1
    counts.set(who, count)
    return count > most ? Math.max(1, Math.ceil(((current + 1) * MINUTE - now) / 1000)) : 0
  }
}

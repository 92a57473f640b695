// How often one address may do something: counted in memory by the minute or hour, forgotten with it.

/** Seconds to wait, or 0 when it is allowed. `now` in milliseconds. */
export type Limiter = (who: string, now: number) => number

const MINUTE = 60_000

export const perMinute = (most: number): Limiter => per(MINUTE, most)
export const perHour = (most: number): Limiter => per(60 * MINUTE, most)

function per(span: number, most: number): Limiter {
  let counts = new Map<string, number>()
  let counted = 0
  return function limit(who, now) {
    const current = Math.floor(now / span)
    if (current !== counted) {
      counted = current
      counts = new Map()
    }
    const count = (counts.get(who) ?? 0) + 1
    counts.set(who, count)
    return count > most ? Math.max(1, Math.ceil(((current + 1) * span - now) / 1000)) : 0
  }
}

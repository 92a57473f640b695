// Chance that is the same in every run: the demo's people write, like and visit as if by accident.

export type Chance = {
  /** From 0 up to but not including 1. */
  next: () => number
  /** A whole number from low to high, both included. */
  whole: (low: number, high: number) => number
  pick: <T>(from: readonly T[]) => T
}

/** The mulberry32 generator: small, fast, and good enough to look like life. */
export function startChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
  }
}

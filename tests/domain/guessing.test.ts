// Limits on guessing: how many tries pass in an hour, at what pace, and that nothing locks for good.
import { describe, expect, it } from 'vitest'
import { accountPause, addressPause, signInPause } from '../../services/domain/guessing.ts'

const START = new Date('2026-11-25T10:00:00Z').getTime()

/** Tries every `every` seconds for so long; answers the seconds at which a try was let through. */
function hammer(judge: (tries: Date[], now: Date) => number, every: number, seconds: number): number[] {
  const passed: Date[] = []
  for (let second = 0; second < seconds; second += every) {
    const now = new Date(START + second * 1000)
    if (judge(passed, now) === 0) passed.push(now)
  }
  return passed.map((at) => (at.getTime() - START) / 1000)
}

describe('one account', () => {
  it('lets ten through at once, then slower and slower', () => {
    const passed = hammer(accountPause, 1, 900)
    expect(passed.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    const pauses = passed.slice(10).map((at, nth) => at - (passed[9 + nth] as number))
    expect(pauses).toEqual([30, 60, 120, 240])
  })
  it('lets at most 25 through in any hour, however long it lasts', () => {
    const passed = hammer(accountPause, 5, 6 * 3600)
    for (const from of passed)
      expect(passed.filter((at) => at >= from && at < from + 3600).length).toBeLessThanOrEqual(25)
  })
  it('is never locked for good: after an hour of silence the next try passes at once', () => {
    const passed = hammer(accountPause, 1, 3600).map((second) => new Date(START + second * 1000))
    expect(accountPause(passed, new Date(START + 2 * 3600_000 + 1000))).toBe(0)
  })
  it('says how long to wait, and the try passes then', () => {
    const passed = Array.from({ length: 10 }, (_, n) => new Date(START + n * 1000))
    const now = new Date(START + 10_000)
    const wait = accountPause(passed, now)
    expect(wait).toBe(29)
    expect(accountPause(passed, new Date(now.getTime() + wait * 1000))).toBe(0)
  })
})

describe('one address', () => {
  it('lets 25 through in five minutes', () => {
    const passed = hammer(addressPause, 1, 600)
    expect(passed.filter((at) => at < 300)).toHaveLength(25)
    expect(passed[25]).toBe(300)
  })
})

it('we ourselves sign in at a platform six times an hour at most, not even half of what is allowed a day', () => {
  const passed = hammer(signInPause, 1, 24 * 3600)
  expect(passed.filter((at) => at < 3600)).toHaveLength(6)
  expect(passed.length).toBeLessThanOrEqual(150)
})

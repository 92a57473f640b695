// The digest's statistics against printed tables and hand-worked values.

import { describe, expect, it } from 'vitest'
import { compareWeekly, poissonLimits, studentTwoSided, wilson } from '../../services/domain/stats.ts'
import { fc } from '../chance.ts'

describe('Student’s t', () => {
  // Quantiles of the printed tables.
  it.each([
    [2.0639, 24, 0.05],
    [2.7969, 24, 0.01],
    [12.7062, 1, 0.05],
    [1.96, 1e6, 0.05],
    [0, 24, 1],
  ])('t = %f with %i degrees of freedom has p = %f', (t, df, p) => {
    expect(studentTwoSided(t, df)).toBeCloseTo(p, 4)
    expect(studentTwoSided(-t, df)).toBeCloseTo(p, 4)
  })
})

describe('limits', () => {
  it.each([
    [0, 0, 3.69],
    [5, 1.62, 11.67],
    [13, 6.92, 22.23],
    [96, 77.76, 117.23],
    [1_000, 938.97, 1_063.95],
    [1_001, 939.94, 1_064.98],
    [1_234_567, 1_232_390.2, 1_236_746.7],
  ])('a count of %i comes from a level between %f and %f', (k, low, high) => {
    expect(poissonLimits(k).low).toBeCloseTo(low, 1)
    expect(poissonLimits(k).high).toBeCloseTo(high, 1)
  })
  it('31 of 36 is a share between 71.3 and 93.9 per cent', () => {
    const limits = wilson(31, 36)
    expect((limits?.low ?? 0) * 100).toBeCloseTo(71.3, 1)
    expect((limits?.high ?? 0) * 100).toBeCloseTo(93.9, 1)
  })
  it.each([
    [3, 0],
    [5, 4],
    [-1, 4],
  ])('%i of %i is no share', (k, n) => expect(wilson(k, n)).toBeUndefined())
})

const weeks = (n: number, each: number) => Array.from({ length: n }, () => each)

describe('does it stand out', () => {
  it('has too little to say below ten events', () => {
    expect(compareWeekly([4, 0, 0], [5, 0, 0])).toBeUndefined()
    expect(compareWeekly([5, 0, 0], [5, 0, 0])).toBeDefined()
  })
  it('sees no change where weeks of another number have the same level', () => {
    expect(compareWeekly(weeks(14, 5), weeks(12, 5))).toBe(1)
    expect(compareWeekly(weeks(12, 5), weeks(14, 5))).toBe(1)
  })
  it('sees a steady tripling as clear and the same sum in one burst as ordinary', () => {
    const burst = [60, ...weeks(12, 0)]
    expect(compareWeekly(weeks(13, 6), weeks(13, 2))).toBeLessThan(0.01)
    expect(compareWeekly(burst, weeks(13, 2))).toBeGreaterThan(0.05)
  })
  it('agrees with the formula worked by hand', () => {
    // A = 30 in 3 weeks, B = 10 in 3 weeks: n p0 = 20, phi = 1, t = 9.5 / sqrt(10) = 3.0042, df = 4.
    expect(compareWeekly([10, 10, 10], [4, 3, 3])).toBeCloseTo(studentTwoSided(9.5 / Math.sqrt(10), 4), 12)
    expect(studentTwoSided(9.5 / Math.sqrt(10), 4)).toBeCloseTo(0.0398, 3)
  })
  it('is the same read from either side, and always a chance', () => {
    const series = fc.array(fc.nat(500), { minLength: 12, maxLength: 14 })
    fc.assert(
      fc.property(series, series, (a, b) => {
        const p = compareWeekly(a, b)
        const q = compareWeekly(b, a)
        if (p === undefined) return q === undefined
        return p >= 0 && p <= 1 && Math.abs(p - (q as number)) < 1e-9
      }),
    )
    expect(compareWeekly(weeks(13, 0), weeks(13, 0))).toBeUndefined()
  })
})

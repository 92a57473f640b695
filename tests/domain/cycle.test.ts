// Cycles: the days they fall on, and what a form must say of one.
import { describe, expect, it } from 'vitest'
import type { Cycle } from '../../config/cycle.ts'
import { cycleDays, readCycle } from '../../services/domain/cycle.ts'
import { fc } from '../chance.ts'

describe('the days of a cycle', () => {
  const year = ['2026-01-01', '2027-01-01'] as const
  it.each<[Cycle, readonly [string, string], string[]]>([
    [
      { every: 'week', on: ['mon', 'fri'] },
      ['2026-11-01', '2026-11-12'],
      ['2026-11-02', '2026-11-06', '2026-11-09'],
    ],
    [{ every: 'month', day: 31 }, ['2026-01-15', '2026-04-01'], ['2026-01-31', '2026-02-28', '2026-03-31']],
    [{ every: 'quarter', day: 10 }, year, ['2026-01-10', '2026-04-10', '2026-07-10', '2026-10-10']],
    [{ every: 'year', dates: ['05-14', '02-29'] }, year, ['2026-05-14']],
    [{ every: 'times', note: '', months: [2, 9] }, year, ['2026-02-28', '2026-09-30']],
    [{ every: 'times', note: '', months: [2] }, ['2026-03-01', '2026-12-31'], []],
  ])('%j in %j', (cycle, [from, to], days) => {
    expect(cycleDays(cycle, from, to)).toEqual(days)
  })
})

describe('a cycle on a form', () => {
  const nothing = { every: '', on: [], day: null, dates: '', months: [], note: '', once: null } as const
  it('is read, and what it lacks is named', () => {
    const read = (more: object) => readCycle({ ...nothing, on: [], months: [], ...more })
    expect(read({})).toBeNull()
    expect(read({ every: 'week', on: ['fri', 'mon'] })).toEqual({ every: 'week', on: ['mon', 'fri'] })
    expect(read({ every: 'once', once: '2026-03-02' })).toEqual({ every: 'once', day: '2026-03-02' })
    expect(read({ every: 'once' })).toEqual({ missing: 'once' })
    expect(read({ every: 'week' })).toEqual({ missing: 'on' })
    expect(read({ every: 'quarter' })).toEqual({ missing: 'day' })
    expect(read({ every: 'year', dates: '30.11. ja' })).toEqual({ missing: 'dates' })
    expect(read({ every: 'year', dates: '30.11., 14.5' })).toEqual({
      every: 'year',
      dates: ['05-14', '11-30'],
    })
    expect(read({ every: 'times', months: [9, 2, 9] })).toEqual({ every: 'times', note: '', months: [2, 9] })
    expect(read({ every: 'year', dates: '31.2.' })).toEqual({ missing: 'dates' })
  })
  it('falls as often in a year as it has months', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
        fc.integer({ min: 2020, max: 2040 }),
        (months, y) => {
          const days = cycleDays({ every: 'times', note: '', months }, `${y}-01-01`, `${y + 1}-01-01`)
          expect(days).toHaveLength(months.length)
        },
      ),
    )
  })
})

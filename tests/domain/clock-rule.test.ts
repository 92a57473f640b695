// The rounds of a cycle: their days, off holidays, over changes of the cycle; and the cycles that would never come.
import { describe, expect, it } from 'vitest'
import { type Cycle, cycleSchema } from '../../config/cycle.ts'
import { roundsOf, type Since, withCycle } from '../../services/domain/clock-rule.ts'
import { addDays } from '../../services/domain/quarter.ts'
import { isWorkingDay } from '../../services/domain/working-days.ts'
import { fc } from '../chance.ts'

const since = (cycle: Cycle, from = '2020-01-01'): Since[] => [{ from, cycle }]
const daysOf = (cycle: Cycle, from = '2026-01-01', to = '2027-01-01') =>
  roundsOf(since(cycle), from, to).map(({ day }) => day)

describe('a cycle comes round', () => {
  it.each<[string, Cycle, string[]]>([
    [
      'on a quarter’s day',
      { every: 'quarter', day: 15 },
      '2026-01-15 2026-04-15 2026-07-15 2026-10-15'.split(' '),
    ],
    [
      'each year, off the holidays',
      { every: 'year', dates: ['05-14', '12-24'] },
      ['2026-05-15', '2026-12-28'],
    ],
    ['by the end of its months', { every: 'times', note: '', months: [2, 5] }, ['2026-02-27', '2026-05-29']],
    ['once', { every: 'once', day: '2026-06-19' }, ['2026-06-22']],
    ['every four years', { every: 'year', dates: ['02-29'] }, []],
  ])('%s', (_, cycle, days) => expect(daysOf(cycle)).toEqual(days))

  it('in every month, in a short one on its last day, and after a weekend', () =>
    expect(daysOf({ every: 'month', day: 31 }, '2026-02-01', '2026-05-01')).toEqual([
      '2026-02-02',
      '2026-03-02',
      '2026-03-31',
      '2026-04-30',
    ]))

  it('in its week also when its day is a holiday', () =>
    // Ascension Day is a Thursday, Good Friday has no working day after it.
    expect([
      ...daysOf({ every: 'week', on: ['thu'] }, '2026-05-11', '2026-05-18'),
      ...daysOf({ every: 'week', on: ['fri'] }, '2026-03-30', '2026-04-06'),
    ]).toEqual(['2026-05-15', '2026-04-02']))

  it('in the week of two years, and on a leap day in the years that have one', () => {
    const turn = roundsOf(since({ every: 'week', on: ['thu', 'fri'] }), '2026-12-28', '2027-01-11')
    expect(turn.map(({ key, day }) => `${key} ${day}`)).toEqual([
      '2026-W53-thu 2026-12-31',
      // New Year's Day is a Friday: what is of the last week is done on its last working day.
      '2026-W53-fri 2026-12-31',
      '2027-W01-thu 2027-01-07',
      '2027-W01-fri 2027-01-08',
    ])
    expect(daysOf({ every: 'year', dates: ['02-29'] }, '2024-01-01', '2033-01-01')).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-03-01',
    ])
  })
})

describe('a cycle that would never come is none', () => {
  it.each([
    { every: 'year', dates: ['02-30'] },
    { every: 'year', dates: [] },
    { every: 'week', on: [] },
    { every: 'month', day: 0 },
    { every: 'times', note: '', months: [13] },
    { every: 'once', day: '2026-02-29' },
  ])('%o', (cycle) => expect(cycleSchema.safeParse(cycle).success).toBe(false))
})

describe('a changed cycle', () => {
  const quarterly = since({ every: 'quarter', day: 10 })
  const days = (history: readonly Since[]) =>
    roundsOf(history, '2026-01-01', '2027-01-01').map(({ day }) => day)

  it('leaves what came before it, and gives the running quarter no second turn', () =>
    expect(days(withCycle(quarterly, { every: 'quarter', day: 20 }, '2026-04-12'))).toEqual([
      '2026-01-12',
      '2026-04-10',
      '2026-07-20',
      '2026-10-20',
    ]))

  it('may be of another kind', () =>
    expect(days(withCycle(quarterly, { every: 'year', dates: ['11-30'] }, '2026-04-12'))).toEqual([
      '2026-01-12',
      '2026-04-10',
      '2026-11-30',
    ]))

  it('changed again on the same day is the later one only', () => {
    const once = withCycle(quarterly, { every: 'month', day: 1 }, '2026-04-12')
    expect(withCycle(once, { every: 'quarter', day: 10 }, '2026-04-12')).toHaveLength(2)
  })

  it('of a single date is another date', () => {
    const date = withCycle([], { every: 'once', day: '2026-05-04' }, '2026-03-01')
    expect(days(withCycle(date, { every: 'once', day: '2026-02-02' }, '2026-05-05'))).toEqual(['2026-02-02'])
  })
})

const cycles: fc.Arbitrary<Cycle> = fc.oneof(
  fc.record({
    every: fc.constant('week' as const),
    on: fc.uniqueArray(fc.constantFrom('mon', 'thu', 'fri', 'sun'), { minLength: 1 }),
  }),
  fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ every: fc.constant('quarter' as const), day: fc.integer({ min: 1, max: 92 }) }),
  fc.record({
    every: fc.constant('times' as const),
    note: fc.constant(''),
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
  }),
)
const day = fc.integer({ min: 0, max: 630 }).map((n) => addDays('2024-01-01', n))

describe('of every history', () => {
  it('each round is on a working day, has its own key, and is the same whichever span is asked for', () =>
    fc.assert(
      fc.property(cycles, cycles, day, day, (first, second, change, middle) => {
        const history = withCycle(since(first), second, change)
        const all = roundsOf(history, '2024-01-01', '2025-09-30')
        expect(all.every((one) => isWorkingDay(one.day))).toBe(true)
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
        expect([
          ...roundsOf(history, '2024-01-01', middle),
          ...roundsOf(history, middle, '2025-09-30'),
        ]).toEqual(all)
      }),
    ))
})

// Campaigns as rules: their days, follow-up, a calendar's doors line by line, and cents that never were floats.
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  eurosOf,
  followUpsDue,
  readCents,
  readDoors,
  runState,
  sumKnown,
} from '../../services/domain/campaigns.ts'
import { fc } from '../chance.ts'

describe('a campaign', () => {
  const days = { from_day: '2026-12-01', to_day: '2026-12-24' }
  it.each([
    ['2026-11-30', 'coming'],
    ['2026-12-01', 'running'],
    ['2026-12-24', 'running'],
    ['2026-12-25', 'ended'],
  ])('on %s is %s', (today, state) => expect(runState(days, today)).toBe(state))
  it('without a last day never ends', () =>
    expect(runState({ ...days, to_day: null }, '2030-01-01')).toBe('running'))

  it.each([
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-24', 6, '2027-06-24'],
  ])('that ended on %s is looked at %i months later on %s', (from, n, due) =>
    expect(addMonths(from, n)).toBe(due),
  )
  it('is followed up when its time has come, once each, and not without an end', () => {
    const states = (today: string, done: number[]) =>
      followUpsDue('2026-09-06', done, today).map(({ months, state }) => `${months} ${state}`)
    expect(states('2026-12-05', [])).toEqual(['3 coming', '6 coming'])
    expect(states('2026-12-06', [])).toEqual(['3 due', '6 coming'])
    expect(states('2027-03-06', [3])).toEqual(['3 done', '6 due'])
    expect(followUpsDue(null, [], '2030-01-01')).toEqual([])
  })
})

describe('doors', () => {
  const days = { from_day: '2026-12-20', to_day: '2027-01-06' }
  it('are read one a line, the year found from the campaign', () => {
    const text = '24.12. Aatto https://example.org/v?utm_source=x\n\n 6.1. Loppiainen \n2026-12-21 Talvipäivä'
    expect(readDoors(text, days)).toEqual({
      faults: [],
      doors: [
        { day: '2026-12-21', title: 'Talvipäivä', url: null },
        { day: '2026-12-24', title: 'Aatto', url: 'https://example.org/v' },
        { day: '2027-01-06', title: 'Loppiainen', url: null },
      ],
    })
  })
  it.each([
    ['Aatto 24.12.', 'day'],
    ['31.2. Outo', 'day'],
    ['1.12.2026 Liian aikainen', 'outside'],
    ['7.1. Liian myöhäinen', 'outside'],
    ['24.12.', 'title'],
    ['24.12. https://example.org', 'title'],
    ['24.12. Aatto https://', 'url'],
  ])('%s is refused: %s', (text, wrong) =>
    expect(readDoors(`\n${text}`, days).faults).toEqual([{ line: 2, wrong }]),
  )
  it('a day has one', () =>
    expect(readDoors('24.12. A\n24.12. B', days).faults).toEqual([{ line: 2, wrong: 'twice' }]))
})

describe('money', () => {
  it.each([
    ['400', 40_000],
    ['99,50', 9_950],
    ['0.07', 7],
    ['1 000,5 €', 100_050],
    ['9999999,99', 999_999_999],
    ['-1', undefined],
    ['1,234', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('%s is %s cents', (written, cents) => expect(readCents(written)).toBe(cents))
  it('goes to euros and back without losing a cent', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        expect(readCents(eurosOf(cents))).toBe(cents)
      }),
    ))
  it('adds up what is known, and nothing known is not zero', () => {
    expect(sumKnown([null, 5, 7])).toBe(12)
    expect(sumKnown([null])).toBeNull()
  })
})

// The year's targets and the surroundings: states by the table, arrows by the numbers.
import { describe, expect, it } from 'vitest'
import type { SurroundingRow } from '../../db/figures/outside.ts'
import { pairSurroundings } from '../../services/domain/outside.ts'
import { namesOf, sumParts } from '../../services/domain/target-record.ts'
import { measuredIn, reachTarget, shareOfAim } from '../../services/domain/targets.ts'
import { fc } from '../chance.ts'

const row = {
  ...{
    public_id: 'g_1',
    label: 'Muuttajainfot',
    figure: null,
    dims: {},
    baseline: null,
    least: null,
    note: null,
  },
  ...({ aim: '52', direction: 'up', cumulative: true } as const),
}
const measure = (value: string, period = '2026-q3') => ({
  ...({
    indicator: 'goal.actual',
    dim: 'Muuttajainfot',
    period_kind: 'quarter',
    period,
    source_id: 'kirjattu',
  } as const),
  ...({ value, unit: 'count', status: 'ok', sample: false } as const),
})
const facts = (value: string | null, quarter = '2026-q3') =>
  ({ quarter, measures: value === null ? [] : [measure(value, quarter)], measureStarts: {} }) as never

type Row = Parameters<typeof reachTarget>[0]
const reach = (target: Row, value: string | null, parts: Parameters<typeof reachTarget>[3] = []) =>
  reachTarget(target, '2026-q3', [measuredIn(target, facts(value))], parts)

describe('a target', () => {
  it.each([
    ['60', 'up', 'reached'],
    ['52', 'up', 'reached'],
    ['39', 'up', 'going'],
    ['38', 'up', 'behind'],
    [null, 'up', 'unknown'],
    ['50', 'down', 'reached'],
    ['53', 'down', 'behind'],
    ['40', 'range', 'reached'],
    ['20', 'range', 'behind'],
  ] as const)('with %s of 52 after three quarters, direction %s, is %s', (value, direction, state) => {
    const target = { ...row, direction, least: direction === 'range' ? '30' : null }
    expect(reach(target, value).state).toBe(state)
  })
  it.each([
    ['28', '25', '112'],
    ['12', '18', '67'],
    ['1', '0', null],
  ])('%s of %s is %s per cent', (value, aim, share) =>
    expect(shareOfAim(reach({ ...row, aim }, value))).toBe(share),
  )
})

describe('a target in parts', () => {
  // As a real project printed them; the sums were checked by hand.
  const table = [
    ['Ksakki ry', '28', '25', '114', '100'],
    ['Taivalkoski', '12', '18', '51', '60'],
    ['Pudasjärvi', '22', '12', '129', '150'],
    ['Puolanka', '8', '15', '59', '56'],
    ['Posio', '7', '10', '30', '27'],
    ['Naturpolis', '51', '40', '42', '40'],
    ['Kuusamo', '70', '30', '221', '200'],
  ] as const
  const organisations = table.map(([label, actual, aim]) => ({ label, actual, aim }))
  const persons = table.map(([label, , , actual, aim]) => ({ label, actual, aim }))
  it('adds up only when everybody is known, and is as far as its parts together', () => {
    expect(sumParts(organisations)).toEqual({ aim: '150', actual: '198', known: 7 })
    expect(sumParts(persons)).toEqual({ aim: '633', actual: '646', known: 7 })
    const lacking = organisations.map((one, nth) => (nth === 2 ? { ...one, actual: null } : one))
    expect(sumParts(lacking)).toEqual({ aim: '150', actual: null, known: 6 })
    expect(reach(row, '60', lacking)).toMatchObject({
      actual: null,
      state: 'unknown',
      aim: '150',
    })
    expect(reach(row, null, organisations)).toMatchObject({ actual: '198', state: 'reached' })
    expect(sumParts([])).toEqual({ aim: '0', actual: null, known: 0 })
  })
  it('keeps the order that was given, whatever the figures', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(organisations), (some) => {
        expect(namesOf([{ parts: some }, { parts: persons }]).slice(0, some.length)).toEqual(
          some.map((one) => one.label),
        )
      }),
    ))
})

describe('the surroundings', () => {
  const rate = (period: string, value: string): SurroundingRow => ({
    ...{ indicator: 'work.unemployment', dim: '', period_kind: 'month', period, source_id: 'statfin', value },
    ...{ status: 'ok', retrieved_at: new Date('2026-11-05T10:00:00Z') },
  })
  it.each([
    ['10.8', '12.2', 'up'],
    ['13.8', '12.9', 'down'],
    ['15', '15.0', 'same'],
  ])('from %s to %s points %s', (before, now, turn) =>
    expect(
      pairSurroundings([rate('2024-10', '1'), rate('2025-10', before), rate('2026-10', now)]),
    ).toMatchObject([
      { now: { period: '2026-10', value: now }, before: { period: '2025-10', value: before }, turn },
    ]),
  )
  it('without the year before has no arrow', () =>
    expect(pairSurroundings([rate('2026-10', '12')])).toMatchObject([{ before: null, turn: null }]))
})

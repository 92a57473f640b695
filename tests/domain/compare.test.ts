// Comparing figures: when there is a percentage, a verdict, or only a reason.

import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../services/domain/canonical.ts'
import { type Cell, compareCells, isEnough, shareOf } from '../../services/domain/compare.ts'
import { cellAt } from '../../services/domain/digest.ts'
import { missing, suppressFew, suppressParts } from '../../services/domain/facts.ts'
import { figures } from '../../services/domain/figures/list.ts'
import { fc } from '../chance.ts'

const cell = (value: string | null, more: Partial<Cell> = {}): Cell => ({
  dims: {},
  value,
  status: 'ok',
  ...more,
})
const how = { verdict: true, percent: true, leftOut: [] }
const compare = (now: Cell | undefined, before: Cell | undefined) => compareCells(now, before, how)

describe('a change in per cent', () => {
  it.each([
    ['25', '20', '5', '25'],
    ['24', '19', '5', null],
    ['0', '20', '-20', '-100'],
    ['4860', '3190', '1670', '52'],
    ['187', '187', '0', '0'],
  ])('%s after %s is %s, and %s per cent', (now, before, diff, percent) => {
    expect(compare(cell(now), cell(before))).toMatchObject({ state: 'ok', diff, percent, fresh: false })
  })
  it('is never counted from zero: that is new', () => {
    expect(compare(cell('12'), cell('0'))).toMatchObject({ diff: '12', percent: null, fresh: true })
    expect(compare(cell('0'), cell('0'))).toMatchObject({ diff: '0', percent: null, fresh: false })
  })
  it('of shares is in percentage points, and only of shares that may be shown as per cent', () => {
    expect(compare(cell('372', { of: '7420' }), cell('318', { of: '6890' })).diff).toBe('0.4')
    expect(compare(cell('10', { of: '12' }), cell('7', { of: '13' }))).toMatchObject({
      diff: null,
      percent: null,
    })
  })
})

describe('does it stand out', () => {
  const weeks = (each: number, n = 13) => ({ weeks: Array<number>(n).fill(each) })
  it.each([
    [6, 2, 'clear'],
    [5, 5, 'usual'],
    [0.25, 0.25, 'few'],
  ])('%f posts a week after %f is %s', (now, before, verdict) => {
    const sum = (each: number) => String(Math.round(each * 13))
    expect(compare(cell(sum(now), weeks(now)), cell(sum(before), weeks(before))).verdict).toBe(verdict)
  })
  it('is asked against a year ago only, and the chance is kept as a decimal string', () => {
    const [now, before] = [cell('78', weeks(6)), cell('26', weeks(2))]
    expect(compareCells(now, before, { ...how, verdict: false })).toMatchObject({ verdict: null, p: null })
    expect(compare(now, before).p).toMatch(/^0(\.\d{1,4})?$/)
  })
  it('sees a possible change between one and five per cent', () => {
    const now = cell('30', { weeks: [10, 10, 10] })
    expect(compare(now, cell('10', { weeks: [4, 3, 3] }))).toMatchObject({ verdict: 'maybe', p: '0.0398' })
  })
})

describe('is not compared, with the reason', () => {
  const days = (n: number) => ({ coverage: { days: n, of: 92 } })
  it.each([
    [
      'nothing a year ago because it had not begun',
      cell('5'),
      cell(null, { reason: 'not-started' }),
      'not-started',
    ],
    ['not known now', cell(null, { reason: 'not-connected' }), cell('5'), 'not-connected'],
    ['not known then', cell('5'), cell(null, { reason: 'no-access' }), 'no-access'],
    ['collected on too few days now', cell('5', days(82)), cell('5', days(92)), 'coverage'],
    ['collected on too few days then', cell('5', days(92)), cell('5', days(82)), 'coverage'],
    [
      'measured with something else',
      cell('5', { basis: 'matomo' }),
      cell('5', { basis: 'ga4' }),
      'source-changed',
    ],
    ['the quarter still runs', cell('5', { flags: ['running'] }), cell('5'), 'running'],
    ['no such row', undefined, cell('5'), 'not-collected'],
    ['no such row then', cell('5'), undefined, 'not-collected'],
  ])('%s', (_, now, before, reason) => {
    const found = compare(now, before)
    expect(found.state).toBe(reason === 'not-started' ? 'not_yet' : 'not_comparable')
    expect(found).toMatchObject({ reason, diff: null, percent: null, verdict: null, now: null, before: null })
  })
  it('old posts that a new feed brought are no comparison', () => {
    expect(
      compare(cell('5'), cell('3', { reason: 'not-started', coverage: { days: 0, of: 92 } })).state,
    ).toBe('not_yet')
  })
  it.each([
    [82, 92, false],
    [83, 92, true],
    [81, 90, true],
    [0, 0, false],
  ])('%i of %i days is enough: %s', (n, of, enough) => expect(isEnough({ days: n, of })).toBe(enough))
})

describe('shares and small numbers', () => {
  it.each([
    ['3', '19', null],
    ['3', '20', '15'],
    ['31', '36', '86'],
    ['372', '7420', '5'],
    ['100', '300', '33.3'],
    [null, '300', null],
    ['3', null, null],
  ])('%s of %s is %s per cent', (value, of, percent) => expect(shareOf({ value, of })).toBe(percent))
  it.each([
    ['0', '0'],
    ['1', null],
    ['4', null],
    ['5', '5'],
  ])('%s people are told as %s', (value, told) => expect(suppressFew(cell(value)).value).toBe(told))
  it('one hidden part takes the smallest other with it, so that it cannot be subtracted', () => {
    const parts = (...values: string[]) =>
      suppressParts(values.map((one) => cell(one))).map((one) => one.value)
    expect(parts('14', '12', '3', '9')).toEqual(['14', '12', null, null])
    expect(parts('14', '3', '2')).toEqual(['14', null, null])
    expect(parts('14', '12', '0')).toEqual(['14', '12', '0'])
    expect(parts('3', '0')).toEqual([null, '0'])
  })
})

describe('a label that nobody gave', () => {
  const labels = figures.find((one) => one.id === 'F26')
  const given = { ...cell('15'), dims: { author: 'own', by: 'tone', value: 'positive' }, of: '20' }
  const few = missing({ author: 'residents', by: 'tone' }, 'few-labels')
  it.each([
    // Twenty texts were labelled, and none of them so: that is known.
    [
      { author: 'own', by: 'tone', value: 'unclear' },
      { value: '0', of: '20' },
    ],
    [
      { author: 'residents', by: 'tone', value: 'unclear' },
      { value: null, reason: 'few-labels' },
    ],
    [
      { author: 'own', by: 'image', value: 'nature' },
      { value: null, reason: 'not-labelled' },
    ],
  ])('%j is %j', (dims, told) => {
    if (!labels) throw new Error('no figure')
    expect(cellAt(labels, [given, few], dims)).toMatchObject({ dims, ...told })
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order of keys, on composition, or on undefined', () => {
    expect(canonicalJson({ b: 1, a: ['e\u0301', null, true], c: undefined })).toBe(
      '{"a":["é",null,true],"b":1}',
    )
    expect(canonicalJson({ z: 1, Z: 2, ä: 3 })).toBe('{"Z":2,"z":1,"ä":3}')
  })
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('refuses the number %s', (n) =>
    expect(() => canonicalJson({ n })).toThrow('whole number'),
  )
  it.each([[new Date(0)], [[undefined]], [() => 1], [1n]])('refuses %o', (value) =>
    expect(() => canonicalJson(value)).toThrow('canonical'),
  )
  it('is JSON of the same value, and the same text again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const whole = JSON.parse(JSON.stringify(value), (_, one) =>
          typeof one === 'number' ? Math.round(one) % 1e6 : one,
        )
        const text = canonicalJson(whole)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
    expect(canonicalJson([])).toBe('[]')
  })
})

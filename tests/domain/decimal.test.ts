// Decimal strings against what floats would do.

import { describe, expect, it } from 'vitest'
import {
  compareDecimals,
  fixed,
  isDecimal,
  normalDecimal,
  quantile,
  ratio,
  subtract,
  sum,
} from '../../services/domain/decimal.ts'
import { fc } from '../chance.ts'

describe('decimal strings', () => {
  it.each(['0', '12', '-3.5', '9770288', '0.000001'])('%s is one', (text) =>
    expect(isDecimal(text)).toBe(true),
  )
  it.each(['', '1,5', '1e3', '.5', '5.', '+1', 'NaN', ' 1', '1 000'])('"%s" is none', (text) =>
    expect(isDecimal(text)).toBe(false),
  )
  it('adds what floats cannot', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3')
    expect(sum(['9007199254740993', '1'])).toBe('9007199254740994')
    expect(subtract('1', '1.05')).toBe('-0.05')
    expect(sum([])).toBe('0')
  })
  it('writes the shortest form', () => {
    expect(['05.10', '-0.0', '3.000'].map(normalDecimal)).toEqual(['5.1', '0', '3'])
    expect(fixed(0.1 + 0.2, 4)).toBe('0.3')
  })
  it('rounds half away from zero, and has no share of nothing', () => {
    expect(ratio('1', '8', 100)).toBe('13')
    expect(ratio('-1', '8', 100)).toBe('-13')
    expect(ratio('372', '7420', 100, 1)).toBe('5')
    expect(ratio('318', '6890', 100, 1)).toBe('4.6')
    expect(ratio('3', '0')).toBeUndefined()
  })
  it('finds medians and quartiles as spreadsheets do', () => {
    expect(quantile([1, 2, 3, 4], 1, 2)).toBe('2.5')
    expect(quantile([1, 2, 3, 4], 1, 4)).toBe('1.75')
    expect(quantile([7], 3, 4)).toBe('7')
    expect(quantile([], 1, 2)).toBeUndefined()
  })
  it('orders and subtracts as whole numbers do', () => {
    const cents = fc.integer({ min: -1e9, max: 1e9 })
    const text = (n: number) => normalDecimal((n / 100).toFixed(2))
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(compareDecimals(text(a), text(b))).toBe(Math.sign(a - b))
        expect(subtract(text(a), text(b))).toBe(text(a - b))
      }),
    )
  })
})

// Finnish working days and holidays, against the calendars of three years.
import { describe, expect, it } from 'vitest'
import { isWorkingDay, nextWorkingDay, workingDaysBetween } from '../../services/domain/working-days.ts'

describe('a holiday', () => {
  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-01-06', 'Epiphany'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-01', 'May Day'],
    ['2026-05-14', 'Ascension'],
    ['2026-06-19', 'Midsummer eve'],
    ['2026-12-24', 'Christmas eve'],
    ['2027-03-26', 'Good Friday'],
    ['2027-06-25', 'Midsummer eve'],
    ['2028-04-17', 'Easter Monday'],
    ['2028-12-06', 'Independence Day'],
  ])('%s (%s) is no working day', (day) => expect(isWorkingDay(day)).toBe(false))
  it.each(['2026-01-02', '2026-04-07', '2026-06-18', '2026-06-22', '2026-12-28'])('%s is one', (day) =>
    expect(isWorkingDay(day)).toBe(true),
  )
})

describe('counting', () => {
  it('leaves weekends and holidays out', () => {
    expect(workingDaysBetween('2026-04-02', '2026-04-02')).toBe(0)
    expect(workingDaysBetween('2026-04-02', '2026-04-07')).toBe(1)
    expect(workingDaysBetween('2026-11-23', '2026-11-30')).toBe(5)
  })
  it('moves a Saturday to Monday', () => expect(nextWorkingDay('2028-01-15')).toBe('2028-01-17'))
})

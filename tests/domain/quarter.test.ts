// The time facts of Helsinki: quarters, days of 23 and 25 hours, weeks of Thursdays.
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addQuarters,
  dayOf,
  daysBetween,
  listDays,
  mondayOf,
  quarterBounds,
  quarterDays,
  quarterOf,
  quarterOfDay,
  quarterWeeks,
  startOfDay,
  weekOf,
  weekOfDay,
} from '../../services/domain/quarter.ts'
import { fc } from '../chance.ts'

const HELSINKI = 'Europe/Helsinki'

describe('quarters of Helsinki', () => {
  it.each([
    ['2026-q1', '2025-12-31T22:00:00.000Z'],
    ['2026-q2', '2026-03-31T21:00:00.000Z'],
    ['2026-q3', '2026-06-30T21:00:00.000Z'],
    ['2026-q4', '2026-09-30T21:00:00.000Z'],
    ['2027-q1', '2026-12-31T22:00:00.000Z'],
  ])('%s begins at %s', (quarter, start) => {
    const { from } = quarterBounds(quarter, HELSINKI)
    expect(from.toISOString()).toBe(start)
    expect(quarterOf(from, HELSINKI)).toBe(quarter)
    expect(quarterOf(new Date(from.getTime() - 1), HELSINKI)).toBe(addQuarters(quarter, -1))
  })
  it('ends where the next one begins', () => {
    for (let n = 0; n < 40; n++) {
      const quarter = addQuarters('2020-q1', n)
      expect(quarterBounds(quarter, HELSINKI).to).toEqual(
        quarterBounds(addQuarters(quarter, 1), HELSINKI).from,
      )
    }
  })
  it.each([
    ['2026-q4', -1, '2026-q3'],
    ['2026-q4', -4, '2025-q4'],
    ['2026-q1', -1, '2025-q4'],
    ['2026-q4', 1, '2027-q1'],
    ['2000-q1', -1, '1999-q4'],
  ])('%s and %i quarters is %s', (quarter, n, other) => expect(addQuarters(quarter, n)).toBe(other))
})

describe('days', () => {
  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-10-26', 24],
  ])('%s has %i hours', (day, hours) => {
    const [from, to] = [startOfDay(day, HELSINKI), startOfDay(addDays(day, 1), HELSINKI)]
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(hours)
  })
  it.each([
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-03-29T01:00:00Z', '2026-03-29'],
    ['2026-10-25T00:59:59Z', '2026-10-25'],
    ['2026-10-25T01:00:00Z', '2026-10-25'],
    ['2026-10-24T21:00:00Z', '2026-10-25'],
    ['2026-10-24T20:59:59Z', '2026-10-24'],
    ['2026-10-25T21:59:59Z', '2026-10-25'],
    ['2026-10-25T22:00:00Z', '2026-10-26'],
  ])('%s is on %s', (at, day) => expect(dayOf(new Date(at), HELSINKI)).toBe(day))
  it('begin where midnight does not exist at the first moment after it', () => {
    // Chile moves its clocks at midnight: 6.9.2026 begins at 01.00.
    const start = startOfDay('2026-09-06', 'America/Santiago')
    expect(start.toISOString()).toBe('2026-09-06T04:00:00.000Z')
    expect(dayOf(start, 'America/Santiago')).toBe('2026-09-06')
    expect(dayOf(new Date(start.getTime() - 1), 'America/Santiago')).toBe('2026-09-05')
  })
})

describe('weeks', () => {
  it.each([
    ['2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2026-01-01', '2026-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
  ])('%s is in %s', (day, week) => expect(weekOfDay(day)).toBe(week))
  it.each([
    ['2026-q4', 14, '2026-W40', '2026-W53'],
    ['2027-q1', 12, '2027-W01', '2027-W12'],
    ['2027-q3', 14, '2027-W26', '2027-W39'],
    ['2026-q3', 13, '2026-W27', '2026-W39'],
  ])('%s has %i of them, from %s to %s', (quarter, n, first, last) => {
    const weeks = quarterWeeks(quarter)
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([n, first, last])
  })
  it('belong each to exactly one quarter, that of their Thursday', () => {
    const all = Array.from({ length: 80 }, (_, n) => quarterWeeks(addQuarters('2015-q1', n))).flat()
    expect(new Set(all).size).toBe(all.length)
    all.forEach((week, n) => {
      if (n) expect(addDays(mondayOf(all[n - 1] as string), 7)).toBe(mondayOf(week))
    })
  })
})

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1970-01-01', n))
const zone = fc.constantFrom(
  HELSINKI,
  'UTC',
  'America/Los_Angeles',
  'Australia/Lord_Howe',
  'America/Santiago',
)

describe('for any day', () => {
  it('its start lies on it and the moment before does not', () => {
    fc.assert(
      fc.property(day, zone, (one, where) => {
        const start = startOfDay(one, where)
        return dayOf(start, where) === one && dayOf(new Date(start.getTime() - 1), where) < one
      }),
    )
    expect(dayOf(startOfDay('2026-11-25', HELSINKI), HELSINKI)).toBe('2026-11-25')
  })
  it('its week has seven days and its quarter holds it', () => {
    fc.assert(
      fc.property(day, (one) => {
        const monday = mondayOf(weekOfDay(one))
        const { from, to } = quarterDays(quarterOfDay(one))
        expect(listDays(monday, addDays(monday, 7)).map(weekOfDay)).toEqual(Array(7).fill(weekOfDay(one)))
        expect(from <= one && one < to).toBe(true)
        expect(daysBetween(from, to)).toBe(listDays(from, to).length)
      }),
    )
  })
})

it('answers the same whatever zone the process runs in', () => {
  const script = `
    import { quarterOf, weekOf, dayOf, quarterBounds } from './services/domain/quarter.ts'
    const at = ['2026-03-29T00:59:59Z','2026-03-29T01:00:00Z','2026-10-25T00:59:59Z','2026-10-25T01:00:00Z',
      '2026-09-30T20:59:59Z','2026-09-30T21:00:00Z','2026-12-31T21:59:59Z','2026-12-31T22:00:00Z',
      '2027-01-03T22:00:00Z']
    const z = 'Europe/Helsinki'
    const read = at.map((one) => new Date(one)).map((one) => [quarterOf(one, z), weekOf(one, z), dayOf(one, z)])
    console.log(JSON.stringify([read, ['2026-q1','2026-q4'].map((q) => quarterBounds(q, z))]))`
  const answers = ['UTC', HELSINKI, 'America/Los_Angeles'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  )
  expect(new Set(answers).size).toBe(1)
  expect(weekOf(new Date('2027-01-03T21:59:59Z'), HELSINKI)).toBe('2026-W53')
  expect(answers[0]).toContain('["2026-q4","2026-W40","2026-10-01"]')
})

// When people are told of a source: days counted in the place's zone, each step once, a renewed token anew.
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, momentAt } from '../../services/domain/quarter.ts'
import {
  healthToTell,
  type Step,
  stepAt,
  stepOf,
  stepToTell,
  type Told,
} from '../../services/domain/warnings.ts'
import { fc } from '../chance.ts'

const ZONE = 'Europe/Helsinki'
const HOUR = 3_600_000
const at = (day: string, hours = 12, zone = ZONE) => momentAt(day, hours * 60, zone)

describe('the step a token has come to', () => {
  it.each<[string, Date, Date, Step | null]>([
    ['fifteen days left', at('2026-12-10'), at('2026-11-25'), null],
    ['fourteen', at('2026-12-09'), at('2026-11-25'), 14],
    ['eight', at('2026-12-03'), at('2026-11-25'), 14],
    ['seven', at('2026-12-02'), at('2026-11-25'), 7],
    ['two', at('2026-11-27'), at('2026-11-25'), 7],
    ['it ends tomorrow', at('2026-11-26', 0), at('2026-11-25', 23.9), 1],
    ['it ends later today', at('2026-11-25', 13), at('2026-11-25'), 1],
    ['it ends now', at('2026-11-25'), at('2026-11-25'), 0],
    ['it ended long ago', at('2025-11-25'), at('2026-11-25'), 0],
    [
      'days, not times 24 hours: over the change to winter time',
      at('2026-11-01', 1),
      at('2026-10-18', 23),
      14,
    ],
    ['a day begins at the midnight of the place', at('2026-12-10', 0.1), at('2026-11-25', 23.9), null],
  ])('%s', (_, ends, now, step) => {
    expect(stepAt(ends, now, ZONE)).toBe(step)
  })
})

it('a token has not ended while the platform lets us in all the same', () => {
  const [ends, now] = [at('2026-11-24'), at('2026-11-25')]
  const since = (last_ok_at: Date | null, fault_kind: string | null = null) =>
    stepOf(ends, { last_ok_at, fault_kind }, now, ZONE)
  expect([since(at('2026-11-24', 13)), since(at('2026-11-24', 13), 'auth')]).toEqual([null, 0])
  expect([since(at('2026-11-24', 11)), since(null)]).toEqual([0, 0])
})

describe('what is told of a token', () => {
  const told = (step: Step, ends: Date): Told => ({ step, ends })
  const ends = at('2026-12-02')
  const now = at('2026-11-25')
  it.each<[string, Told, Step | null]>([
    ['the step it has come to, at once when it was stored with less left', null, 7],
    ['not again', told(7, ends), null],
    ['not a farther one after a nearer one', told(1, ends), null],
    ['the nearer one after the farther one', told(14, ends), 7],
    ['not again because the platform counts a little differently today', told(7, at('2026-12-01', 13)), null],
    ['not again because the end has come nearer within the step', told(7, at('2026-12-20')), null],
    ['again of a token that was renewed', told(0, at('2026-11-24')), 7],
  ])('%s', (_, before, step) => {
    expect(stepToTell(before, ends, stepAt(ends, now, ZONE))).toBe(step)
  })

  const zone = fc.constantFrom('Europe/Helsinki', 'UTC', 'Pacific/Auckland', 'America/St_Johns')
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })

  it('holds over any life: each step at most once, nearer and nearer, on its day when somebody looked', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 30 * 24 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: 0, max: 40 * 24 }), gaps, (zone, start, life, gaps) => {
        const ends = new Date(start.getTime() + life * HOUR)
        let told: Told = null
        let now = start
        const seen: Step[] = []
        for (const gap of gaps) {
          const step = stepToTell(told, ends, stepAt(ends, now, zone))
          if (step !== null) {
            const days = daysBetween(dayOf(now, zone), dayOf(ends, zone))
            expect(step === 0 ? ends <= now : ends > now && days <= step).toBe(true)
            seen.push(step)
            told = { step, ends }
          }
          // Told at once or before: nothing is left to tell at the same moment.
          expect(stepToTell(told, ends, stepAt(ends, now, zone))).toBe(null)
          now = new Date(now.getTime() + gap * HOUR)
        }
        expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
      }),
    )
  })

  it('told by somebody who looks every hour, it is 14, 7 and 1 days before the day it ends, and once it has', () => {
    fc.assert(
      fc.property(zone, moment, (zone, ends) => {
        const last = dayOf(ends, zone)
        let told: Told = null
        const seen: [Step, string][] = []
        const from = ends.getTime() - 16 * 24 * HOUR
        for (let now = from; now <= ends.getTime() + HOUR; now += HOUR) {
          const step = stepToTell(told, ends, stepAt(ends, new Date(now), zone))
          if (step === null) continue
          seen.push([step, dayOf(new Date(now), zone)])
          told = { step, ends }
        }
        expect(seen.map(([step]) => step)).toEqual([14, 7, 1, 0])
        for (const [step, day] of seen.slice(0, 3)) expect(day).toBe(addDays(last, -step))
      }),
      { numRuns: 20 },
    )
  })
})

describe('what is told of health', () => {
  const now = at('2026-11-25')
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR)
  const well = { active: true, since: null, okAt: ago(1), toldSince: null }
  it.each([
    ['nothing while it is well', well, null],
    ['nothing before a day has passed', { ...well, since: ago(23.9) }, null],
    ['that it is sick, once a day has passed', { ...well, since: ago(24) }, 'sick'],
    ['nothing again', { ...well, since: ago(90), toldSince: ago(90) }, null],
    [
      'nothing of another sickness while the first is not over',
      { ...well, since: ago(30), toldSince: ago(90) },
      null,
    ],
    ['that it is well again', { ...well, toldSince: ago(90) }, 'well'],
    ['nothing before it has answered', { ...well, okAt: ago(91), toldSince: ago(90) }, null],
    ['nothing of one that never answered', { ...well, okAt: null, toldSince: ago(90) }, null],
    ['nothing of one that is switched off', { ...well, active: false, since: ago(90) }, null],
    ['nothing more once it is switched off', { ...well, active: false, toldSince: ago(90) }, 'off'],
  ] as const)('%s', (_, sickness, kind) => {
    expect(healthToTell(sickness, now)).toBe(kind)
  })
})

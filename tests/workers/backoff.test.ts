// When a source is visited next, as properties.

import { describe, expect, it } from 'vitest'
import { faultKinds } from '../../services/errors.ts'
import { cameThrough, failuresAfter, nextVisit, type Visit } from '../../workers/backoff.ts'
import { fc } from '../chance.ts'
import { NOW } from '../makers.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const wait = (visit: Omit<Visit, 'now'>) => nextVisit({ now: NOW, ...visit }).getTime() - NOW.getTime()
const fault = fc.record({
  kind: fc.constantFrom(...faultKinds.filter((one) => one !== 'budget')),
  code: fc.constantFrom('busy', 'offline', 'many-skipped', 'paging'),
  retryAt: fc.option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })),
})
const visits = fc.record({
  everyMinutes: fc.integer({ min: 5, max: 10_080 }),
  wishMinutes: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  failures: fc.nat({ max: 100_000 }),
  fault: fc.option(fault),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
})

describe('the next visit', () => {
  it('always comes: after a minute at the soonest, within a day and its spread or a slow source’s own pace', () => {
    fc.assert(
      fc.property(visits, (visit) => {
        const ms = wait(visit)
        const longest =
          Math.max(DAY, visit.fault && !cameThrough(visit.fault) ? 0 : visit.everyMinutes * MINUTE) +
          2 * MINUTE
        expect(ms).toBeGreaterThanOrEqual(MINUTE)
        expect(ms).toBeLessThanOrEqual(longest)
      }),
      { numRuns: 2000 },
    )
  })

  it('never comes before the other side allows it, as far as a day goes', () => {
    fc.assert(
      fc.property(visits, fc.integer({ min: 1, max: 100 * 86_400 }), (visit, seconds) => {
        const retryAt = new Date(NOW.getTime() + seconds * 1000)
        const ms = wait({ ...visit, fault: { kind: 'rate', code: 'rate', retryAt } })
        expect(ms).toBeGreaterThanOrEqual(Math.min(seconds * 1000, DAY))
      }),
    )
  })

  it('comes when its turn is, where it waits for a budget, be it sooner or later than its pace', () => {
    const turn = (ms: number) =>
      wait({
        ...{ everyMinutes: 60, failures: 3, random: 0.5 },
        fault: { kind: 'budget', code: 'budget', retryAt: new Date(NOW.getTime() + ms) },
      })
    expect([turn(MINUTE), turn(6 * DAY), turn(-DAY)]).toEqual([MINUTE, 6 * DAY, 0])
  })

  it('after a success keeps the pace, however many failures were before', () => {
    fc.assert(
      fc.property(visits, (visit) => {
        const ms = wait({ ...visit, fault: null })
        const pace = Math.max(visit.everyMinutes * MINUTE, Math.min((visit.wishMinutes ?? 0) * MINUTE, DAY))
        expect(ms).toBeGreaterThanOrEqual(pace)
        expect(ms).toBeLessThanOrEqual(pace + Math.min(pace / 10, 2 * MINUTE))
      }),
    )
  })

  it('backs off twice as far with each failure, up to a day, by chance within that', () => {
    const busy = { kind: 'busy', code: 'busy', retryAt: null } as const
    const far = (failures: number) =>
      Math.round(wait({ everyMinutes: 15, failures: failures - 1, fault: busy, random: 0.999999 }) / MINUTE)
    expect([1, 2, 3, 4, 8, 9, 50, 5000].map(far)).toEqual([10, 20, 40, 80, 1280, 1440, 1440, 1440])
    expect(wait({ everyMinutes: 15, failures: 9, fault: busy, random: 0 })).toBe(MINUTE)
  })

  it('where only a person can help, is never sooner than the source’s own pace', () => {
    for (const kind of ['auth', 'gone', 'refused', 'shape', 'size'] as const)
      expect(
        wait({ everyMinutes: 60, failures: 9, fault: { kind, code: kind, retryAt: null }, random: 0 }),
      ).toBe(60 * MINUTE)
  })

  it('blames no source for our own line being down, and keeps the pace where most of an answer could be read', () => {
    const wish = { everyMinutes: 1440, failures: 7, random: 0.999999 }
    const fault = (code: string) => ({ kind: 'network', code, retryAt: null }) as const
    expect(wait({ ...wish, fault: fault('offline') })).toBeLessThanOrEqual(10 * MINUTE)
    expect(wait({ ...wish, fault: fault('paging') })).toBeGreaterThanOrEqual(DAY)
    expect(['offline', 'paging', 'many-skipped', 'busy'].map((code) => failuresAfter(7, { code }))).toEqual([
      7, 0, 0, 8,
    ])
  })
})

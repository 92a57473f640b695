// Limits: what counts in which window, that only half is given out, and that the said time is the true one.

import { describe, expect, it } from 'vitest'
import {
  countingUses,
  type Limit,
  opensAt,
  shareOf,
  slotOf,
  takingOf,
  type Use,
  windowEnd,
} from '../../services/domain/budget.ts'
import { fc } from '../chance.ts'

const rolling: Limit = { name: 'requests', most: 300, window: { minutes: 5 }, of: 'host', cost: () => 1 }
const daily: Limit = {
  name: 'search',
  most: 100,
  window: { dayIn: 'America/Los_Angeles' },
  of: 'host',
  cost: (url) => (url.pathname.endsWith('/search') ? 1 : 0),
}
const tags: Limit = {
  name: 'tags',
  most: 30,
  window: { minutes: 7 * 1440 },
  of: 'host',
  distinct: (url) => url.searchParams.get('q'),
}
const at = (text: string) => new Date(text)
const used = (moment: string, n: number, key = ''): Use => ({ at: at(moment), key, n })

describe('a limit', () => {
  it('is halved, and only what counts is taken', () => {
    expect([rolling, daily, tags].map(shareOf)).toEqual([150, 50, 15])
    expect(takingOf(daily, new URL('https://a.example/v3/search?q=x'))).toEqual({ key: '', n: 1 })
    expect(takingOf(daily, new URL('https://a.example/v3/videos?id=x'))).toBeUndefined()
    expect(takingOf(tags, new URL('https://a.example/?q=kemi'))).toEqual({ key: 'kemi', n: 1 })
    expect(takingOf(tags, new URL('https://a.example/'))).toBeUndefined()
  })
  it.each([
    [
      'the day after summer time has begun',
      '2026-03-09T05:00:00Z',
      '2026-03-08T08:00:00Z',
      '2026-03-09T07:00:00Z',
    ],
    ['a winter’s day', '2026-11-25T10:00:00Z', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z'],
  ])('of a day begins at the zone’s midnight: %s', (_, now, from, to) => {
    expect(slotOf(daily, at(now))).toEqual(at(from))
    expect(windowEnd(daily, at(now))).toEqual(at(to))
  })
  it('of a day is open early for a tenth, then evenly, and opens again at the next midnight', () => {
    const midnight = '2026-11-25T08:00:00Z'
    const opens = (n: number, now = midnight) => opensAt(daily, [used(midnight, n)], 1, at(now)).toISOString()
    expect(opens(4)).toBe('2026-11-25T08:00:00.000Z')
    expect(opens(5)).toBe('2026-11-25T08:28:48.000Z')
    expect(opens(29, '2026-11-25T20:00:00Z')).toBe('2026-11-25T20:00:00.000Z')
    expect(opens(49, '2026-11-26T07:00:00Z')).toBe('2026-11-26T07:00:00.000Z')
    expect(opens(50, '2026-11-26T07:00:00Z')).toBe('2026-11-26T08:00:00.000Z')
  })
  it('that rolls opens when enough of it has fallen out', () => {
    const now = at('2026-11-25T10:04:00Z')
    const uses = [used('2026-11-25T10:00:00Z', 100), used('2026-11-25T10:01:00Z', 50)]
    expect(opensAt(rolling, uses, 1, now)).toEqual(at('2026-11-25T10:05:05Z'))
    expect(opensAt(rolling, uses, 101, now)).toEqual(at('2026-11-25T10:06:05Z'))
    expect(opensAt(rolling, uses, 151, now)).toEqual(at('2026-11-25T10:10:05Z'))
  })
  it('of different things forgets each after its own window, exactly', () => {
    const first = used('2026-11-18T10:00:00Z', 1, 'kemi')
    expect(countingUses(tags, [first], at('2026-11-25T09:59:59Z'))).toEqual([first])
    expect(countingUses(tags, [first], at('2026-11-25T10:00:00Z'))).toEqual([])
  })

  it.each([
    ['rolling', rolling],
    ['daily', daily],
    ['different things', tags],
  ])('is never said to open too early, nor later than needed for one alone (%s)', (_, limit) => {
    const start = at('2026-10-31T00:00:00Z').getTime()
    const moments = fc.integer({ min: 0, max: 3 * 86_400_000 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ ms: moments, n: fc.integer({ min: 1, max: 20 }) }), { maxLength: 30 }),
        fc.integer({ min: 1, max: shareOf(limit) }),
        moments,
        (given, need, ms) => {
          const now = new Date(start + ms)
          const past = given.filter((one) => one.ms <= ms)
          const uses = past.map(
            (one, nth): Use => ({
              at: slotOf(limit, new Date(start + one.ms)),
              key: String(nth),
              n: one.n,
            }),
          )
          const opens = opensAt(limit, uses, need, now)
          const sum = (moment: Date) => countingUses(limit, uses, moment).reduce((all, { n }) => all + n, 0)
          expect(opens.getTime()).toBeGreaterThanOrEqual(now.getTime())
          expect(sum(opens) + need).toBeLessThanOrEqual(shareOf(limit))
          if (opens > now && !('dayIn' in limit.window))
            expect(sum(new Date(opens.getTime() - 1)) + need).toBeGreaterThan(shareOf(limit))
        },
      ),
    )
  })
})

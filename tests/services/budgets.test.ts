// The ledger: never more than half of a limit in any window, however many ask at once; and the longest waiting first.

import { expect, it } from 'vitest'
import type { Db } from '../../db/open.ts'
import { shutBudgets, type Taking, takeBudget } from '../../services/budgets.ts'
import type { Limit } from '../../services/domain/budget.ts'
import { fc } from '../chance.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'

const MINUTE = 60_000
const requests: Limit = { name: 'requests', most: 12, window: { minutes: 5 }, of: 'host', cost: () => 1 }
const search: Limit = {
  name: 'search',
  most: 20,
  window: { dayIn: 'America/Los_Angeles' },
  of: 'host',
  cost: () => 1,
}
const tags: Limit = {
  name: 'tags',
  most: 8,
  window: { minutes: 7 * 1440 },
  of: 'host',
  distinct: (url) => url.searchParams.get('q'),
}
const taking = (limit: Limit, thing = '', n = 1): Taking => ({
  limit,
  key: { channel: 'youtube', name: limit.name, holder: 'a.example' },
  thing,
  n,
})
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE)
const asker = (source = 'tuutit', since = NOW) => ({ place: 'kemijarvi', source, since })

/** The source stands in line, as a visit that had to wait leaves it. */
const wait = (db: Db, source: string, budget: number, since: Date) =>
  db.updateTable('source').set({ waits_for: budget, waits_since: since }).where('id', '=', source).execute()

onBothDatabases('the ledger of a limit', (open) => {
  it('gives out half, says when the next turn comes, and the turn is there then', async () => {
    const { db } = open()
    for (let n = 0; n < 6; n++) expect(await takeBudget(db, [taking(requests)], asker(), NOW)).toBeNull()
    const told = await takeBudget(db, [taking(requests)], asker(), later(1))
    expect(told?.until).toEqual(later(5 + 5 / 60))
    expect(await takeBudget(db, [taking(requests)], asker(), told?.until as Date)).toBeNull()
  })
  it('takes all or nothing where a request counts against two limits', async () => {
    const { db } = open()
    for (let n = 0; n < 6; n++) await takeBudget(db, [taking(requests)], asker(), NOW)
    const both = [taking(tags, 'kemi'), taking(requests)]
    expect(await takeBudget(db, both, asker(), NOW)).not.toBeNull()
    expect(await db.selectFrom('budget_use').select('key').where('key', '=', 'kemi').execute()).toEqual([])
  })
  it('lets nobody pass who has waited less, and keeps a turn for each who waits', async () => {
    const { db } = open()
    await makePlace(db)
    for (let n = 0; n < 6; n++) await takeBudget(db, [taking(requests)], asker(), NOW)
    const first = await takeBudget(db, [taking(requests)], asker('uutiset'), NOW)
    await wait(db, 'uutiset', first?.budget as number, NOW)
    // All six have fallen out: one is the waiting one's, five are anybody's.
    const at = later(6)
    for (let n = 0; n < 5; n++)
      expect(await takeBudget(db, [taking(requests)], asker('tuutit', at), at)).toBeNull()
    expect(await takeBudget(db, [taking(requests)], asker('tuutit', at), at)).not.toBeNull()
    expect(await takeBudget(db, [taking(requests)], asker('uutiset', NOW), at)).toBeNull()
  })
  it('says later times to those further back in the line', async () => {
    const { db } = open()
    await makePlace(db)
    for (let n = 0; n < 10; n++) await takeBudget(db, [taking(search)], asker(), later(-1))
    const first = await takeBudget(db, [taking(search)], asker('uutiset', NOW), NOW)
    await wait(db, 'uutiset', first?.budget as number, NOW)
    const second = await takeBudget(db, [taking(search)], asker('tuutit', later(1)), later(1))
    expect(second?.until.getTime()).toBeGreaterThan(first?.until.getTime() as number)
  })
  it('counts different things: the same again is free, and does not begin its window anew', async () => {
    const { db } = open()
    const ask = (tag: string, at: Date) => takeBudget(db, [taking(tags, tag)], asker(), at)
    for (const tag of ['a', 'b', 'c', 'd']) expect(await ask(tag, NOW)).toBeNull()
    const day = 1440
    expect(await ask('a', later(3 * day))).toBeNull()
    expect((await ask('e', later(3 * day)))?.until).toEqual(later(7 * day))
    expect(await ask('a', later(6 * day))).toBeNull()
    for (const tag of ['e', 'f', 'g', 'a']) expect(await ask(tag, later(7 * day))).toBeNull()
    expect((await ask('b', later(7 * day)))?.until).toEqual(later(14 * day))
  })
  it('is closed until the moment that the platform has told, and never opened sooner by a later word', async () => {
    const { db } = open()
    await shutBudgets(db, [taking(requests)], () => later(90), NOW)
    await shutBudgets(db, [taking(requests)], () => later(30), NOW)
    expect((await takeBudget(db, [taking(requests)], asker(), later(60)))?.until).toEqual(later(90))
    expect(await takeBudget(db, [taking(requests)], asker(), later(90))).toBeNull()
  })

  it('never lets the platform see more than half, in any window, whatever the interleaving', async () => {
    const { db } = open()
    const step = fc.record({ minutes: fc.nat({ max: 300 }), asks: fc.integer({ min: 1, max: 12 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 8 }),
        fc.nat(),
        fc.boolean(),
        async (steps, salt, short) => {
          const holder = `h${salt}${short}`
          let at = NOW
          const seen: { at: number; limit: string; thing: string }[] = []
          for (const { minutes, asks } of steps) {
            at = new Date(at.getTime() + (short ? minutes / 60 : minutes) * MINUTE)
            // As many workers as there are connections ask in the same moment.
            await Promise.all(
              Array.from({ length: asks }, async (_, nth) => {
                const limit = [requests, search, tags][nth % 3] as Limit
                const one = taking(limit, 'distinct' in limit ? `t${(salt + nth + minutes) % 9}` : '')
                const taken = { ...one, key: { ...one.key, holder } }
                if ((await takeBudget(db, [taken], asker('tuutit', at), at)) === null)
                  seen.push({ at: at.getTime(), limit: limit.name, thing: one.thing })
              }),
            )
          }
          for (const { at: from } of seen) {
            const within = (limit: Limit, to: number) =>
              seen.filter((one) => one.limit === limit.name && one.at >= from && one.at < to)
            expect(within(requests, from + 5 * MINUTE).length).toBeLessThanOrEqual(requests.most / 2)
            const things = within(tags, from + 7 * 1440 * MINUTE).map((one) => one.thing)
            expect(new Set(things).size).toBeLessThanOrEqual(tags.most / 2)
          }
          const days = Map.groupBy(
            seen.filter((one) => one.limit === 'search'),
            (one) => new Date(one.at).toLocaleDateString('en', { timeZone: 'America/Los_Angeles' }),
          )
          for (const day of days.values()) expect(day.length).toBeLessThanOrEqual(search.most / 2)
        },
      ),
      { numRuns: process.env.LONG ? 100 : 6 },
    )
  })
})

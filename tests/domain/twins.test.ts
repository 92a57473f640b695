// Twins: the same thing said twice, of which a wall shows one.

import { describe, expect, it } from 'vitest'
import { foldTwins, type Twinable } from '../../services/domain/twins.ts'
import { fc } from '../chance.ts'
import { NOW } from '../makers.ts'

const post = (id: number, more: Partial<Twinable> & { hours?: number } = {}): Twinable => {
  const { hours = 0, ...rest } = more
  return {
    id,
    publishedAt: new Date(NOW.getTime() + hours * 3_600_000),
    kind: 'resident',
    accountId: id,
    canonicalUrl: `https://example.org/${id}`,
    textKey: null,
    ...rest,
  }
}
const ids = (posts: Twinable[]) => foldTwins(posts).map((one) => one.id)
const same = { canonicalUrl: 'https://example.org/sama' }

describe('of twins one is shown', () => {
  it.each([
    ['own before an older resident', [post(1, same), post(2, { ...same, kind: 'own', hours: 5 })], [2]],
    ['own before partner', [post(1, { ...same, kind: 'partner' }), post(2, { ...same, kind: 'own' })], [2]],
    ['partner before resident', [post(1, same), post(2, { ...same, kind: 'partner', hours: 1 })], [2]],
    ['the older of equals', [post(1, { ...same, hours: 1 }), post(2, same)], [2]],
    ['whatever lies between their times', [post(1, same), post(2, { ...same, hours: 9999 })], [1]],
    [
      'by the same account’s words within 48 hours',
      [post(1, { accountId: 7, textKey: 'a' }), post(2, { accountId: 7, textKey: 'a', hours: 48 })],
      [1],
    ],
    [
      'through a chain',
      [
        post(1, { accountId: 7, textKey: 'a', hours: 90 }),
        post(2, { accountId: 7, textKey: 'a', hours: 45 }),
        post(3, { accountId: 7, textKey: 'a' }),
      ],
      [3],
    ],
  ])('%s', (_, posts, shown) => {
    expect(ids(posts)).toEqual(shown)
  })
  it.each([
    [
      'an hour too late',
      [post(1, { accountId: 7, textKey: 'a' }), post(2, { accountId: 7, textKey: 'a', hours: 49 })],
    ],
    ['another account', [post(1, { textKey: 'a' }), post(2, { textKey: 'a' })]],
    ['nobody’s', [post(1, { accountId: null, textKey: 'a' }), post(2, { accountId: null, textKey: 'a' })]],
    ['short words', [post(1, { accountId: 7 }), post(2, { accountId: 7 })]],
    ['no address', [post(1, { canonicalUrl: null }), post(2, { canonicalUrl: null })]],
  ])('but not %s', (_, posts) => {
    expect(ids(posts)).toEqual([1, 2])
  })
  it('keeps the order, loses no set, and folding again changes nothing', () => {
    const one = fc.record({
      hours: fc.integer({ min: 0, max: 200 }),
      kind: fc.constantFrom('own', 'partner', 'resident', null),
      accountId: fc.constantFrom(1, 2, null),
      canonicalUrl: fc.constantFrom(null, 'a', 'b', 'c'),
      textKey: fc.constantFrom(null, 'x', 'y'),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 14 }), (many) => {
        const posts = many.map((more, n) => post(n, more as Partial<Twinable>))
        const shown = foldTwins(posts)
        expect(posts.filter((each) => shown.includes(each))).toEqual(shown)
        expect(foldTwins(shown)).toEqual(shown)
        const addresses = (list: Twinable[]) => list.map((each) => each.canonicalUrl).filter(Boolean)
        expect(new Set(addresses(shown)).size).toBe(addresses(shown).length)
        expect(shown.length > 0).toBe(posts.length > 0)
        expect(ids(posts.toReversed()).sort()).toEqual(shown.map((each) => each.id).sort())
      }),
      { numRuns: 1500 },
    )
  })
})

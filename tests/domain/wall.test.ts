// The order of a wall, its pages, and twins.

import { describe, expect, it } from 'vitest'
import { accountKinds } from '../../config/place.ts'
import { foldTwins } from '../../services/domain/twins.ts'
import { arrange, type Candidate, cut, type Filter, type WallRule } from '../../services/domain/wall.ts'
import { fc } from '../chance.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-25T10:00:00Z')
let count = 0
const post = (more: Partial<Candidate> & { hours?: number } = {}): Candidate => {
  const { hours = 0, ...rest } = more
  return {
    id: ++count,
    publishedAt: new Date(NOW - hours * HOUR),
    shown: 'whole',
    channel: 'mastodon',
    lang: 'fi',
    families: ['kemijarvi'],
    pinned: false,
    kind: 'own',
    accountId: 1,
    canonicalUrl: null,
    textKey: null,
    ...rest,
  }
}
const rule = (more: Partial<WallRule> = {}): WallRule => ({ families: [], channels: [], lead: null, ...more })
const lead = { families: ['tarinat'], count: 2 }

describe('arranging a wall', () => {
  it('puts the newest of the lead on top, then pins, then the rest newest first', () => {
    const [old, story, pin, story2, story3, fresh] = [
      post({ hours: 50 }),
      post({ hours: 40, families: ['tarinat'] }),
      post({ hours: 30, pinned: true }),
      post({ hours: 20, families: ['tarinat'] }),
      post({ hours: 60, families: ['tarinat'] }),
      post({ hours: 1 }),
    ] as const
    const made = arrange([old, story, pin, story2, story3, fresh], rule({ lead }))
    expect(made).toEqual({ lead: [story2, story], pinned: [pin], rest: [fresh, old, story3] })
  })
  it('never lets a link lead, and takes the next whole one instead', () => {
    const link = post({ hours: 1, families: ['tarinat'], shown: 'link' })
    const whole = post({ hours: 2, families: ['tarinat'] })
    expect(arrange([link, whole], rule({ lead })).lead).toEqual([whole])
    expect(arrange([link, whole], rule({ lead })).rest).toEqual([link])
  })
  it('leads with a family that the wall itself does not show', () => {
    const story = post({ families: ['tarinat'] })
    const other = post({ families: ['muu'] })
    const made = arrange([story, other], rule({ families: ['kemijarvi'], lead }))
    expect(made).toEqual({ lead: [story], pinned: [], rest: [] })
  })
  it('keeps to its channels, to what a visitor chose, and away from what may not be framed', () => {
    const posts = [post({ channel: 'x' }), post({ channel: 'feed' }), post({ families: ['tarinat'] })]
    const ids = (made: { rest: Candidate[] }) => made.rest.map((one) => posts.indexOf(one)).sort()
    expect(ids(arrange(posts, rule({ channels: ['feed'] })))).toEqual([1])
    expect(ids(arrange(posts, rule(), { family: 'tarinat' }))).toEqual([2])
    expect(ids(arrange(posts, rule(), { channel: 'mastodon' }))).toEqual([2])
    expect(ids(arrange(posts, rule(), { without: ['x'] }))).toEqual([1, 2])
  })
  it('a website is a website, by whichever of its doors its stories came in', () => {
    const posts = [post({ channel: 'feed' }), post({ channel: 'wordpress' }), post({})]
    for (const channel of ['feed', 'wordpress'] as const)
      expect(
        arrange(posts, rule(), { channel })
          .rest.map((one) => one.channel)
          .sort(),
      ).toEqual(['feed', 'wordpress'])
  })
  it('goes on after the pins when they fill the page alone', () => {
    const pins = [post({ hours: 1, pinned: true }), post({ hours: 2, pinned: true })]
    const rest = [post({ hours: 3 }), post({ hours: 4 })]
    const made = arrange([...pins, ...rest], rule())
    const first = cut(made, 1)
    expect(first.posts).toEqual(pins)
    expect(cut(made, 5, first.next ?? undefined).posts).toEqual(rest)
  })
})

const anyPost = fc.record({
  id: fc.integer({ min: 1, max: 100_000 }),
  publishedAt: fc.integer({ min: 0, max: 200 }).map((hours) => new Date(NOW - hours * HOUR)),
  shown: fc.constantFrom('link' as const, 'whole' as const),
  channel: fc.constantFrom('mastodon' as const, 'feed' as const, 'x' as const),
  lang: fc.option(fc.constantFrom('fi', 'sv', 'en')),
  families: fc.subarray(['kemijarvi', 'tarinat', 'muu']),
  pinned: fc.boolean(),
  kind: fc.option(fc.constantFrom(...accountKinds)),
  accountId: fc.option(fc.integer({ min: 1, max: 3 })),
  canonicalUrl: fc.option(fc.constantFrom('https://a', 'https://b', 'https://c', 'https://d')),
  textKey: fc.option(fc.constantFrom('one', 'two', 'three')),
})
const anyPosts = fc.uniqueArray(anyPost, { selector: (one) => one.id, maxLength: 40 })
const anyRule = fc.record({
  families: fc.subarray(['kemijarvi', 'tarinat']),
  channels: fc.subarray(['mastodon' as const, 'feed' as const, 'x' as const]),
  lead: fc.option(
    fc.record({
      families: fc.subarray(['tarinat', 'muu'], { minLength: 1 }),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  ),
})

const anyFilter = fc.record(
  {
    family: fc.constantFrom('kemijarvi', 'tarinat', 'muu'),
    channel: fc.constantFrom('mastodon', 'feed'),
    language: fc.constantFrom('fi', 'sv'),
    without: fc.constant(['x' as const]),
  },
  { requiredKeys: [] },
)

const newer = (a: Candidate, b: Candidate) =>
  a.publishedAt > b.publishedAt ? -1 : a.publishedAt < b.publishedAt ? 1 : b.id - a.id
const mayLead = (post: Candidate, wall: WallRule) =>
  post.shown === 'whole' && post.families.some((one) => wall.lead?.families.includes(one))

/** The order of a wall said as plainly as can be: one post after another is taken and put where it belongs. */
function layOut(posts: readonly Candidate[], wall: WallRule, filter: Filter) {
  const made: { lead: Candidate[]; pinned: Candidate[]; rest: Candidate[] } = {
    lead: [],
    pinned: [],
    rest: [],
  }
  for (const post of [...posts].sort(newer)) {
    if (wall.channels.length > 0 && !wall.channels.includes(post.channel)) continue
    if (filter.without?.includes(post.channel)) continue
    if (filter.channel !== undefined && post.channel !== filter.channel) continue
    if (filter.language !== undefined && post.lang !== filter.language) continue
    if (filter.family !== undefined && !post.families.includes(filter.family)) continue
    const ofWall = wall.families.length === 0 || post.families.some((one) => wall.families.includes(one))
    if (!ofWall && !mayLead(post, wall)) continue
    if (wall.lead && made.lead.length < wall.lead.count && mayLead(post, wall)) made.lead.push(post)
    else if (post.pinned) made.pinned.push(post)
    else made.rest.push(post)
  }
  return made
}

describe('however a wall is filled', () => {
  it('nothing stands twice, nothing comes from elsewhere, and the lead is as full as it can be', () => {
    fc.assert(
      fc.property(anyPosts, anyRule, (posts, wall) => {
        const made = arrange(posts, wall)
        const all = [...made.lead, ...made.pinned, ...made.rest]
        expect(new Set(all).size).toBe(all.length)
        expect(all.every((one) => posts.includes(one))).toBe(true)
        const leads = (one: Candidate) =>
          one.shown === 'whole' && one.families.some((family) => wall.lead?.families.includes(family))
        expect(made.lead.every(leads)).toBe(true)
        expect(made.lead.length).toBe(Math.min(wall.lead?.count ?? 0, all.filter(leads).length))
        const newest = all.filter(leads).map((one) => one.publishedAt.getTime())
        for (const one of made.lead)
          expect(newest.filter((time) => time > one.publishedAt.getTime()).length).toBeLessThan(
            wall.lead?.count ?? 0,
          )
      }),
    )
  })
  it('is as somebody would lay it out by hand: lead, pins, rest, each newest first', () => {
    fc.assert(
      fc.property(anyPosts, anyRule, anyFilter, (posts, wall, filter) => {
        const single = posts.map((one) => ({ ...one, canonicalUrl: null, textKey: null }))
        expect(arrange(single, wall, filter)).toEqual(layOut(single, wall, filter))
      }),
    )
  })
  it('one that goes from the lead is replaced at once by the next newest, and the others keep their order', () => {
    fc.assert(
      fc.property(anyPosts, anyRule, fc.nat(), (posts, wall, pick) => {
        const single = posts.map((one) => ({ ...one, canonicalUrl: null, textKey: null }))
        const before = arrange(single, wall)
        const gone = before.lead[pick % Math.max(1, before.lead.length)]
        if (!gone) return
        const after = arrange(
          single.filter((one) => one !== gone),
          wall,
        )
        const stayed = before.lead.filter((one) => one !== gone)
        expect(after.lead.slice(0, stayed.length)).toEqual(stayed)
        const next = [...before.pinned, ...before.rest].filter((one) => mayLead(one, wall)).sort(newer)[0]
        expect(after.lead.slice(stayed.length)).toEqual(next ? [next] : [])
        expect(after.pinned).toEqual(before.pinned.filter((one) => one !== next))
        expect(after.rest).toEqual(before.rest.filter((one) => one !== next))
      }),
    )
  })
  it('its pages, one after another, hold every post once, newest first', () => {
    fc.assert(
      fc.property(anyPosts, anyRule, fc.integer({ min: 1, max: 7 }), (posts, wall, limit) => {
        const made = arrange(posts, wall)
        const seen: Candidate[] = []
        let page = cut(made, limit)
        expect(page.posts.length).toBeLessThanOrEqual(Math.max(limit, made.pinned.length))
        for (let turn = 0; turn < 60; turn++) {
          seen.push(...page.lead, ...page.posts)
          if (!page.next) break
          page = cut(made, limit, page.next)
          expect(page.posts.length).toBeGreaterThan(0)
        }
        expect(seen).toEqual([...made.lead, ...made.pinned, ...made.rest])
      }),
    )
  })
  it('the order in which posts come in makes no difference', () => {
    fc.assert(
      fc.property(anyPosts, anyRule, fc.infiniteStream(fc.nat()), (posts, wall, random) => {
        const keys = posts.map(() => random.next().value as number)
        const mixed = posts.map((one, at) => [keys[at] as number, one] as const).sort((a, b) => a[0] - b[0])
        expect(
          arrange(
            mixed.map(([, one]) => one),
            wall,
          ),
        ).toEqual(arrange(posts, wall))
      }),
    )
  })
})

describe('of twins a wall shows one', () => {
  const day = 24
  it('the own before the partner before the resident, then the older', () => {
    const same = { canonicalUrl: 'https://same' }
    const own = post({ ...same, kind: 'own', hours: 1 })
    const partner = post({ ...same, kind: 'partner', hours: 5 })
    const resident = post({ ...same, kind: 'resident', hours: 9 })
    expect(foldTwins([resident, partner, own])).toEqual([own])
    expect(foldTwins([resident, partner])).toEqual([partner])
    const older = post({ ...same, kind: 'own', hours: 3 })
    expect(foldTwins([own, older])).toEqual([older])
  })
  it('the same words of one account within 48 hours, not of two accounts, not later', () => {
    const first = post({ textKey: 'k', hours: 3 * day })
    const soon = post({ textKey: 'k', hours: day })
    const late = post({ textKey: 'k', hours: 6 * day })
    const other = post({ textKey: 'k', accountId: 2, hours: day })
    expect(foldTwins([first, soon])).toEqual([first])
    expect(foldTwins([first, late])).toEqual([first, late])
    expect(foldTwins([first, other])).toEqual([first, other])
  })
  it('posts without an address or a key are nobody’s twins', () => {
    const posts = [
      post(),
      post(),
      post({ accountId: null, textKey: 'k' }),
      post({ accountId: null, textKey: 'k' }),
    ]
    expect(foldTwins(posts)).toEqual(posts)
  })
})

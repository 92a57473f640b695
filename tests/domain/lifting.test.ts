// The weekly lift as arithmetic: which five, what became of the weeks, and whose turn it is.
import { describe, expect, it } from 'vitest'
import {
  AUTHORS_WAIT,
  CANDIDATES,
  type CandidateFacts,
  chooseCandidates,
  daysOffSeason,
  inSeason,
  nextInRelay,
  SEASON,
  seasonsOf,
  streakOf,
  stretchOf,
  usualMinutes,
  type WeekState,
  weekState,
} from '../../services/domain/lifting.ts'
import { addDays, weekOfDay } from '../../services/domain/quarter.ts'
import { fc } from '../chance.ts'

const WEEK = '2026-W48'
const post = (id: string, more: Partial<CandidateFacts> = {}): CandidateFacts => ({
  id,
  author: null,
  same: null,
  day: '2026-11-20',
  timeless: false,
  public: true,
  lifted: false,
  blocked: false,
  allowed: false,
  picture: false,
  reactions: 0,
  early: true,
  ...more,
})

describe('the season of a week', () => {
  it.each([
    ['2026-11-25', 0],
    ['2026-11-23', 0],
    ['2026-11-29', 0],
    ['2026-11-22', 1],
    ['2025-11-30', 1],
    ['2024-10-09', 45],
    ['2024-10-08', 46],
    ['2023-01-13', 45],
    ['2026-06-01', 175],
  ])('%s is %i days off', (day, off) => {
    expect(daysOffSeason(day, WEEK)).toBe(off)
  })
  it('knows the leap day in every year', () => {
    expect(daysOffSeason('2024-02-29', '2026-W09')).toBe(0)
    expect(daysOffSeason('2024-02-29', '2026-W10')).toBe(2)
  })
  const anyDay = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2018-01-01', n))
  it('is never more than half a year off, and the stretches asked of the database hold all that is in it', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, at) => {
        const week = weekOfDay(at)
        const off = daysOffSeason(day, week)
        expect(off).toBeGreaterThanOrEqual(0)
        expect(off).toBeLessThanOrEqual(183)
        const near = day <= addDays(at, 200) && day >= addDays(at, -3300)
        if (near && inSeason({ day, timeless: false }, week))
          expect(seasonsOf(week).some(({ from, to }) => from <= day && day <= to)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the candidates of a week', () => {
  it.each<[string, Partial<CandidateFacts>]>([
    ['what was lifted before', { lifted: true }],
    ['what is not public', { public: false }],
    ['what may not be lifted', { blocked: true }],
    ['an author of the last four lifts', { author: 7 }],
    ['what was taken in another season', { day: '2026-06-01' }],
  ])('leave out %s', (_, more) => {
    expect(chooseCandidates([post('a'), post('b', more)], WEEK, [7, 8, 9, 10])).toEqual(['a'])
  })
  it('take in what is timeless, and the author before the last four', () => {
    const posts = [post('a', { day: '2026-06-01', timeless: true }), post('b', { author: 11 })]
    expect(chooseCandidates(posts, WEEK, [7, 8, 9, 10, 11]).sort()).toEqual(['a', 'b'])
  })
  it('begin with what is allowed, then pictures, then reactions; what came during the week is last', () => {
    const posts = [
      post('late', { early: false, allowed: true }),
      post('liked', { reactions: 9 }),
      post('picture', { picture: true }),
      post('allowed', { allowed: true }),
    ]
    expect(chooseCandidates(posts, WEEK, [])).toEqual(['allowed', 'picture', 'liked', 'late'])
  })
  it('offer the same words once', () => {
    expect(chooseCandidates([post('a', { same: 'x' }), post('b', { same: 'x' })], WEEK, [])).toEqual(['a'])
  })

  const anyFacts = fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    author: fc.option(fc.integer({ min: 1, max: 12 })),
    same: fc.option(fc.constantFrom('x', 'y', 'z')),
    day: fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-06-01', n)),
    timeless: fc.boolean(),
    public: fc.boolean(),
    lifted: fc.boolean(),
    blocked: fc.boolean(),
    allowed: fc.boolean(),
    picture: fc.boolean(),
    reactions: fc.nat(50),
    early: fc.boolean(),
  })
  const some = fc.uniqueArray(anyFacts, { selector: (one) => one.id, maxLength: 40 })
  const authors = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 })
  it('keep every rule, are the same in whatever order the posts come, and miss none while there is room', () => {
    fc.assert(
      fc.property(some, authors, fc.integer(), (posts, last, turn) => {
        const chosen = chooseCandidates(posts, WEEK, last)
        const facts = chosen.map((id) => posts.find((one) => one.id === id) as CandidateFacts)
        expect(chosen.length).toBeLessThanOrEqual(CANDIDATES)
        for (const one of facts) {
          expect(one.public && !one.lifted && !one.blocked).toBe(true)
          expect(one.timeless || daysOffSeason(one.day, WEEK) <= SEASON).toBe(true)
          expect(last.slice(0, AUTHORS_WAIT)).not.toContain(one.author)
        }
        const named = facts.flatMap((one) => one.author ?? [])
        expect(new Set(named).size).toBe(named.length)
        const cut = posts.length ? Math.abs(turn) % posts.length : 0
        expect(chooseCandidates([...posts.slice(cut), ...posts.slice(0, cut)], WEEK, last)).toEqual(chosen)
        if (chosen.length === CANDIDATES) return
        const left = posts.filter(
          (one) =>
            !chosen.includes(one.id) &&
            !facts.some((two) => two.author !== null && two.author === one.author) &&
            !facts.some((two) => two.same !== null && two.same === one.same),
        )
        expect(chooseCandidates(left, WEEK, last)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('the weeks', () => {
  const known = {
    now: '2026-W48',
    first: '2026-W45',
    lifted: new Set(['2026-W46']),
    excused: new Set(['2026-W47']),
  }
  it.each<[string, WeekState]>([
    ['2026-W44', 'before'],
    ['2026-W45', 'none'],
    ['2026-W46', 'done'],
    ['2026-W47', 'excused'],
    ['2026-W48', 'now'],
    ['2026-W49', 'ahead'],
  ])('%s is %s', (week, state) => {
    expect(weekState(week, known)).toBe(state)
  })
  it.each<[WeekState[], number]>([
    [['done', 'none', 'done', 'done', 'now'], 2],
    [['done', 'done', 'excused', 'done', 'now'], 3],
    [['done', 'done', 'none', 'now'], 0],
    [['none', 'done'], 1],
    [['excused', 'now'], 0],
    [[], 0],
  ])('of %j, %i in a row', (states, streak) => {
    expect(streakOf(states)).toBe(streak)
  })
})

describe('the relay', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  it.each([
    [['Aino', 'Mika'], [], 'Aino'],
    [['Aino', 'Mika'], [{ by: 'Aino', at: at(1) }], 'Mika'],
    [
      ['Aino', 'Mika'],
      [
        { by: 'Mika', at: at(8) },
        { by: 'Aino', at: at(1) },
      ],
      'Aino',
    ],
    [
      ['Aino', 'Mika', 'Sari'],
      [
        { by: 'Joku muu', at: at(9) },
        { by: 'Aino', at: at(1) },
      ],
      'Mika',
    ],
    [[], [], null],
  ])('of %j after %j is with %s', (relay, lifts, who) => {
    expect(nextInRelay(relay, lifts)).toBe(who)
  })
  it('goes round: whoever takes each turn, everybody has had one before anybody has another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 }), (relay) => {
        const lifts: { by: string; at: Date }[] = []
        for (let week = 0; week < relay.length * 2; week++)
          lifts.push({ by: nextInRelay(relay, lifts) as string, at: at(week) })
        expect(lifts.map((one) => one.by)).toEqual([...relay, ...relay])
      }),
    )
  })
})

describe('the time of a lift', () => {
  const now = new Date('2026-11-25T10:00:00Z')
  it.each([
    [now.getTime() - 90_000, 90],
    [now.getTime() - 7_200_000, 1800],
    [now.getTime() + 60_000, null],
    [null, null],
  ])('from %s is %s seconds', (opened, seconds) => {
    expect(stretchOf(opened, now)).toBe(seconds)
  })
  it('is usually the middle one of those known', () => {
    expect(usualMinutes([60, null, 600, 360])).toBe(6)
    expect(usualMinutes([null])).toBeNull()
  })
})

// What becomes of the rounds of the clock: late until the next one comes, moved, done by people or by itself.
import { describe, expect, it } from 'vitest'
import type { ClockWork, DigestState } from '../../db/schema.ts'
import {
  entriesOf,
  type Facts,
  type Item,
  leadDue,
  type Mark,
  openEntries,
} from '../../services/domain/clock.ts'

const nothing: Facts = {
  weeks: new Set(),
  digests: new Map(),
  reports: new Set(),
  actions: new Set(),
  posted: new Map(),
  handled: new Set(),
  reviewed: new Set(),
}
const item = (more: Partial<Item> = {}): Item => ({
  ...{ id: 'x', leads: [7, 1], work: null, until: null, ended_at: null },
  history: [{ from: '2026-01-01', cycle: { every: 'quarter', day: 15 } }],
  ...more,
})
const year = (today: string, marks: Mark[] = [], one = item(), facts = nothing) =>
  entriesOf(one, marks, facts, { from: '2026-01-01', to: '2027-01-01', today }).map(
    ({ day, state }) => `${day} ${state}`,
  )
const mark = (more: Partial<Mark>): Mark => ({
  ...{ key: '2026-q2', planned: '2026-04-15', day: '2026-04-15', done: false },
  ...more,
})

describe('a round', () => {
  it('is late from the day after its day until the next one’s day has come', () => {
    expect(year('2026-04-15')).toEqual([
      '2026-01-15 left',
      '2026-04-15 ahead',
      '2026-07-15 ahead',
      '2026-10-15 ahead',
    ])
    expect(year('2026-04-16')[1]).toBe('2026-04-15 late')
    expect(year('2026-07-14')[1]).toBe('2026-04-15 late')
    expect(year('2026-07-15')[1]).toBe('2026-04-15 left')
  })

  it('that was moved stands on its new day, and is late only after that', () => {
    const moved = [mark({ day: '2026-05-04' })]
    expect(year('2026-04-20', moved)[1]).toBe('2026-05-04 moved')
    expect(year('2026-05-05', moved)[1]).toBe('2026-05-04 late')
    expect(year('2026-05-05', [mark({ day: '2026-05-04', done: true })])[1]).toBe('2026-05-04 done')
  })

  it('that was moved over the end of a year is in the year of its new day only', () => {
    const moved = [mark({ key: '2026-q4', planned: '2026-10-15', day: '2027-01-04' })]
    expect(year('2026-12-01', moved)).toHaveLength(3)
    const next = { from: '2027-01-01', to: '2027-02-01', today: '2026-12-01' }
    expect(entriesOf(item(), moved, nothing, next).map(({ day }) => day)).toEqual([
      '2027-01-04',
      '2027-01-15',
    ])
  })

  it('that was done stays in the year though its cycle is another one since', () => {
    const one = item({ history: [{ from: '2026-06-01', cycle: { every: 'once', day: '2026-12-01' } }] })
    expect(year('2026-06-02', [mark({ done: true })], one)).toEqual(['2026-04-15 done', '2026-12-01 ahead'])
  })

  it('of a single date stays late until somebody does it', () => {
    const one = item({ history: [{ from: '2026-01-01', cycle: { every: 'once', day: '2026-02-02' } }] })
    const open = openEntries(one, [], nothing, { today: '2026-12-30', to: '2027-01-30' })
    expect(open.map(({ state }) => state)).toEqual(['late'])
  })
})

describe('the service sees by itself that it was done:', () => {
  const with_ = (work: ClockWork, state: DigestState) =>
    year('2026-04-16', [], item({ work }), { ...nothing, digests: new Map([['2026-q1', state]]) })[1]
  it.each<[ClockWork, DigestState, string]>([
    ['freeze', 'draft', 'late'],
    ['freeze', 'frozen', 'done'],
    ['freeze', 'handled', 'done'],
    ['analysis', 'analysis', 'late'],
    ['analysis', 'published', 'done'],
    // The report to the areas is a paper of its own.
    ['areas', 'delivered', 'late'],
    ['numbers', 'handled', 'late'],
  ])('%s of a digest that is %s is %s', (work, state, told) =>
    expect(with_(work, state)).toBe(`2026-04-15 ${told}`),
  )

  it('a report that was sent', () => {
    const sent = { ...nothing, reports: new Set(['news 2026-q1']) }
    expect(year('2026-04-16', [], item({ work: 'news' }), sent)[1]).toBe('2026-04-15 done')
    expect(year('2026-04-16', [], item({ work: 'areas' }), sent)[1]).toBe('2026-04-15 late')
  })

  it('the lift of a week, or that the week has a reason', () => {
    const lift = item({
      work: 'lift',
      history: [{ from: '2026-04-01', cycle: { every: 'week', on: ['thu'] } }],
    })
    const weeks = { ...nothing, weeks: new Set(['2026-W15']) }
    expect(year('2026-04-17', [], lift, weeks).slice(0, 4)).toEqual([
      '2026-04-02 left',
      '2026-04-09 done',
      '2026-04-16 late',
      '2026-04-23 ahead',
    ])
  })
})

describe('a reminder', () => {
  const entry = { key: 'k', planned: '2026-05-04', day: '2026-05-04', state: 'ahead' } as const
  it.each([
    ['2026-04-26', null],
    ['2026-04-27', 7],
    // 1 May is a holiday and a Friday: the day before Monday is Thursday.
    ['2026-04-29', 7],
    ['2026-04-30', 1],
    ['2026-05-04', 1],
    ['2026-05-05', null],
  ])('on %s is the one of %s days', (today, lead) => expect(leadDue(entry, [7, 1], today)).toBe(lead))

  it('is not given of what is done', () =>
    expect(leadDue({ ...entry, state: 'done' }, [7, 1], '2026-05-01')).toBeNull())
})

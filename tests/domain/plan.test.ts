// The plan's states, what may change in each, and planned against done of an action.
import { describe, expect, it } from 'vitest'
import { planStates } from '../../db/schema.ts'
import { lacksOf, mayChange, movedTo, movesFrom } from '../../services/domain/plan.ts'
import { judgeAction, sumProgress } from '../../services/domain/progress.ts'
import { fc } from '../chance.ts'

describe('a plan', () => {
  it.each([
    ['draft', ['approve']],
    ['approved', ['send', 'reopen']],
    ['sent', ['handle', 'return']],
    ['handled', ['return', 'enforce']],
    ['in-force', []],
    ['replaced', []],
  ] as const)('that is %s may be moved by %j', (state, moves) => {
    expect(movesFrom(state)).toEqual(moves)
  })

  it('comes into force only through the group and the board, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 8, maxLength: 40 }), (choices) => {
        const seen: string[] = ['draft']
        let state: (typeof planStates)[number] = 'draft'
        for (const n of choices) {
          const moves = movesFrom(state)
          state = movedTo(state, moves[n % moves.length] ?? 'approve') ?? state
          seen.push(state)
        }
        const last = seen.lastIndexOf('draft')
        const passed = ['approved', 'sent', 'handled'].map((one) => seen.indexOf(one, last) > last)
        expect(state !== 'in-force' || passed.every(Boolean)).toBe(true)
      }),
    )
  })

  it('is open as a draft; later only how an action goes is told, and of a replaced one nothing', () => {
    for (const state of planStates) {
      expect(mayChange(state, 'goal', ['label'])).toBe(state === 'draft')
      expect(mayChange(state, 'plan', ['steps'])).toBe(state === 'draft')
      expect(mayChange(state, 'action', ['duty_id'])).toBe(state === 'draft')
      expect(mayChange(state, 'action', ['state', 'result'])).toBe(state !== 'replaced')
      expect(mayChange(state, 'action', [])).toBe(true)
    }
  })

  it('lacks an owner and a time of every live action without one', () => {
    const action = {
      what: 'Messut',
      duty_id: 'a',
      day: '2026-05-01',
      cycle: null,
      continuous: false,
      state: 'open',
    }
    const plan = { steps: { why: 'Siksi', whom: 'Kaikille' }, goals: [1] }
    const with_ = (more: object) => lacksOf({ ...plan, actions: [{ ...action, ...more } as never] })
    expect(with_({})).toEqual([])
    expect(with_({ day: null, continuous: true })).toEqual([])
    expect(with_({ duty_id: null })).toEqual([{ what: 'owner', names: ['Messut'] }])
    expect(with_({ day: null })).toEqual([{ what: 'time', names: ['Messut'] }])
    expect(with_({ duty_id: null, day: null, state: 'dropped' }).map((one) => one.what)).toEqual(['actions'])
    expect(lacksOf({ steps: {}, goals: [], actions: [] }).map((one) => one.what)).toEqual([
      'steps',
      'goals',
      'actions',
    ])
  })
})

describe('an action in the last quarter of 2026', () => {
  const days = { from: '2026-10-01', to: '2027-01-01' }
  const base = {
    day: null,
    continuous: false,
    aim: null,
    state: 'open',
    done_on: null,
    cycle: null,
    tags: [],
    utm: null,
  }
  const seen = (tied: number, ticks: string[] = []) => ({
    posts: Array.from({ length: tied }, () => '2026-10-09'),
    byHand: false,
    ticks,
  })
  const times = { every: 'times', note: '', months: [2, 10, 12] }
  it.each([
    ['of a day that is not over', { day: '2026-10-08' }, 0, [1, 0, null]],
    [
      'of a day, done a day late',
      { day: '2026-10-08', state: 'done', done_on: '2026-10-09' },
      0,
      [1, 1, null],
    ],
    [
      'of a day of another quarter',
      { day: '2026-05-08', state: 'done', done_on: '2026-05-08' },
      0,
      [0, 0, null],
    ],
    ['of a day with its posts', { day: '2026-10-08', tags: ['a'] }, 3, [1, 0, 3]],
    ['of a cycle, told by its posts', { cycle: times, tags: ['a'] }, 1, [2, 1, 1]],
    ['of a cycle that nobody can count', { cycle: times }, 0, [2, null, null]],
    ['of a cycle, said to be done', { cycle: times, state: 'done', done_on: '2026-12-20' }, 0, [2, 2, null]],
    ['all the time, with an aim', { continuous: true, aim: 6, utm: 'x' }, 4, [6, 4, 4]],
    ['all the time, without one', { continuous: true, tags: ['a'] }, 4, [null, 4, 4]],
  ] as const)('%s', (_, more, tied, [planned, done, posts]) => {
    expect(judgeAction({ ...base, ...more } as never, seen(tied), days)).toEqual({ planned, done, posts })
  })
  it('of a cycle is done by what was posted or marked in the clock, and not twice by both', () => {
    const done = (tags: string[], posts: number, ticks: string[]) =>
      judgeAction({ ...base, cycle: times, tags } as never, seen(posts, ticks), days).done
    expect(done([], 0, ['2026-12'])).toBe(1)
    expect(done(['a'], 1, ['2026-10'])).toBe(1)
    expect(done(['a'], 1, ['2026-12'])).toBe(2)
  })
  it('goes on through the quarters of a year with its aim for each', () => {
    const action = { ...base, continuous: true, aim: 6, tags: ['a'] } as never
    const planned = (from: string, to: string) => judgeAction(action, seen(0), { from, to }).planned
    expect(planned('2026-01-01', '2027-01-01')).toBe(24)
    expect(planned('2026-02-10', '2026-04-02')).toBe(12)
    expect(planned('2027-01-01', '2026-11-26')).toBe(0)
  })
  it('is summed without taking what is not known for nothing', () => {
    const rows = [
      [1, 1],
      [2, 3],
      [2, 1],
      [2, null],
      [0, 0],
      [null, 4],
    ] as const
    const told = rows.map(([planned, done]) => ({ planned, done, posts: null }))
    expect(sumProgress(told)).toEqual({ due: 4, kept: 2, unknown: 1 })
  })
})

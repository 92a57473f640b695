// How a digest may move, and what keeps it from moving.

import { describe, expect, it } from 'vitest'
import { digestStates } from '../../db/schema.ts'
import {
  type DigestMove,
  firstState,
  freezeDay,
  guardFreeze,
  guardPublish,
  missingTexts,
  moveDigest,
  sections,
  unexplained,
} from '../../services/domain/digest-states.ts'
import type { Refusal } from '../../services/errors.ts'
import { fc } from '../chance.ts'

const all = ['compile', 'freeze', 'analyse', 'write', 'publish', 'replace'] as const
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as Refusal).code
  }
  return undefined
}

describe('the moves of a digest', () => {
  it('from published there is only one: it is replaced', () => {
    const moves = fc.array(fc.constantFrom<DigestMove>(...all), { maxLength: 40 })
    fc.assert(
      fc.property(fc.constantFrom(...digestStates), moves, (start, some) => {
        let state = start
        let locked = false
        for (const move of some) {
          if (codeOf(() => moveDigest(move, state)) !== undefined) continue
          const next = moveDigest(move, state)
          if (state === 'published' || locked) {
            expect(['superseded']).toContain(next)
            locked = true
          }
          state = next
        }
      }),
    )
    expect(all.filter((move) => codeOf(() => moveDigest(move, 'published')) === undefined)).toEqual([
      'replace',
    ])
    expect(all.filter((move) => codeOf(() => moveDigest(move, 'superseded')) === undefined)).toEqual([])
  })
  it('frozen figures are never compiled again', () => {
    for (const state of ['frozen', 'analysis', 'published', 'superseded'] as const)
      expect(codeOf(() => moveDigest('compile', state))).toBe('digest-compile')
  })
})

describe('freezing', () => {
  it.each([
    ['2026-q3', '2026-10-15'],
    ['2026-q4', '2027-01-15'],
    ['2026-q1', '2026-04-15'],
  ])('%s may be frozen from %s on', (quarter, day) => expect(freezeDay(quarter)).toBe(day))
  it.each([
    ['2026-09-30', null, 'digest-running'],
    ['2026-09-30', 'kiire', 'digest-running'],
    ['2026-10-01', null, 'digest-early'],
    ['2026-10-14', '  ', 'digest-early'],
    ['2026-10-14', 'Valtuusto kokoontuu 16.10.', undefined],
    ['2026-10-15', null, undefined],
  ])('on %s with the reason %s: %s', (today, reason, code) =>
    expect(codeOf(() => guardFreeze('2026-q3', today, reason))).toBe(code),
  )
  it('a digest of a running quarter is open, and a draft from the next day on', () => {
    expect([firstState('2026-q3', '2026-09-30'), firstState('2026-q3', '2026-10-01')]).toEqual([
      'open',
      'draft',
    ])
  })
})

describe('publishing', () => {
  const texts = Object.fromEntries(sections.map((one) => [one.id, 'Teksti']))
  const given = { texts, actions: 0, compiler: 'Johanna', approver: 'Aino', alone: false }
  it('needs every mandatory text, and names all that are missing at once', () => {
    const { conclusion1: _, image: __, ...some } = texts
    const error = (() => {
      try {
        guardPublish({ ...given, texts: { ...some, decisions: '  ' } })
      } catch (thrown) {
        return thrown as Refusal
      }
    })()
    expect(error?.code).toBe('digest-texts')
    expect(error?.complaints.map((one) => one.path)).toEqual([
      'texts.conclusion1',
      'texts.decisions',
      'texts.image',
    ])
  })
  it('takes "nothing this quarter" as an answer', () => {
    expect(missingTexts(Object.fromEntries(sections.map((one) => [one.id, '-'])), 0)).toEqual([])
    expect(missingTexts({}, 1)).not.toContain('decisions')
  })
  it('is not for the one who compiled, unless it is said that the team is one person', () => {
    expect(codeOf(() => guardPublish({ ...given, approver: 'Johanna' }))).toBe('digest-alone')
    expect(codeOf(() => guardPublish({ ...given, approver: 'Johanna', alone: true }))).toBeUndefined()
    expect(codeOf(() => guardPublish(given))).toBeUndefined()
  })
})

describe('a source that was not collected on nine days of ten', () => {
  const from = '2026-07-01'
  const gap = (start: string) => [{ from: start, to: '2026-08-20' }]
  it.each([
    ['with a gap in the middle', { days: 60, gaps: gap('2026-08-01') }, true],
    ['that began within the quarter', { days: 41, gaps: gap(from) }, false],
    ['that began after it', { days: 0, gaps: [] }, false],
    ['with a fault', { days: 60, gaps: gap('2026-08-01'), fault: 'network' }, false],
    [
      'that somebody has excused',
      { days: 60, gaps: gap('2026-08-01'), waived: { reason: 'x', by: 'y' } },
      false,
    ],
    ['that is not in use', { days: 60, gaps: gap('2026-08-01'), used: false }, false],
    ['collected often enough', { days: 90, gaps: gap('2026-08-01') }, false],
  ] as const)('%s', (_, told, open) => {
    const source = { id: 'a', used: true, fault: null, waived: null, of: 92, ...told }
    expect(unexplained({ from, elapsed: 92, sources: [source] } as never)).toEqual(open ? ['a'] : [])
  })
  it('asks of a running quarter only for the days that have been', () => {
    const source = {
      id: 'a',
      used: true,
      fault: null,
      waived: null,
      of: 92,
      days: 57,
      gaps: gap('2026-08-28'),
    }
    const ask = (elapsed: number) => unexplained({ from, elapsed, sources: [source] } as never)
    expect([ask(57), ask(70)]).toEqual([[], ['a']])
  })
})

// The life of a consent: the declared table, and that a kept record always stands where the table leads.
import { describe, expect, it } from 'vitest'
import {
  type ConsentEvent,
  type ConsentState,
  canBe,
  consentTable,
  SILENCE,
  standingOf,
} from '../../services/domain/consents.ts'
import { addDays } from '../../services/domain/quarter.ts'
import { fc } from '../chance.ts'

const states = Object.keys(consentTable) as ConsentState[]
const people = ['ask', 'grant', 'refuse', 'withdraw', 'remove'] as const satisfies ConsentEvent[]

describe('a consent', () => {
  it.each([
    ['proposed', 'ask', 'asked'],
    ['asked', 'grant', 'granted'],
    ['asked', 'refuse', 'refused'],
    ['asked', 'silence', 'unanswered'],
    ['unanswered', 'grant', 'granted'],
    ['granted', 'publish', 'published'],
    ['published', 'leave', 'granted'],
    ['published', 'end', 'expired'],
    ['published', 'withdraw', 'withdrawn'],
    ['withdrawn', 'remove', 'removed'],
  ] as const)('that is %s and %s becomes %s', (from, event, to) => {
    expect(consentTable[from][event]).toBe(to)
  })
  it.each([
    ['refused', 'ask'],
    ['withdrawn', 'grant'],
    ['expired', 'publish'],
    ['asked', 'publish'],
    ['removed', 'grant'],
  ] as const)('that is %s cannot %s', (state, event) => {
    expect(canBe(state, event)).toBe(false)
  })
  it('is published only through a grant, and everything ends in its removal or an end of its own', () => {
    const into = (to: ConsentState) => states.filter((one) => Object.values(consentTable[one]).includes(to))
    expect(into('published')).toEqual(['granted'])
    for (const one of states.filter((state) => state !== 'removed' && state !== 'proposed'))
      expect(canBe(one, 'remove')).toBe(true)
  })

  const anyAct = fc.record({
    event: fc.constantFrom(...people),
    days: fc.integer({ min: 0, max: 45 }),
    lasts: fc.option(fc.integer({ min: 0, max: 60 })),
    onWall: fc.boolean(),
  })
  it('stands where the table leads, whatever people do and however the days pass', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (acts) => {
        let today = '2026-11-25'
        let kept: Parameters<typeof standingOf>[0]
        let state: ConsentState = 'proposed'
        // Time and walls move the walker by the table alone; the record is only ever written by people.
        const drift = (onWall: boolean) => {
          const may = (event: ConsentEvent) => {
            state = consentTable[state][event] ?? state
          }
          if (kept?.askedOn && addDays(kept.askedOn, SILENCE) <= today) may('silence')
          if (kept?.until && kept.until < today) may('end')
          may(onWall ? 'publish' : 'leave')
        }
        for (const { event, days, lasts, onWall } of acts) {
          today = addDays(today, days)
          drift(onWall)
          expect(standingOf(kept, { today, onWall })).toBe(state)
          const next: ConsentState | undefined = consentTable[state][event]
          if (!next) continue
          const until = event === 'grant' && lasts !== null ? addDays(today, lasts) : (kept?.until ?? null)
          const askedOn = event === 'ask' ? today : (kept?.askedOn ?? null)
          kept = { state: next as NonNullable<typeof kept>['state'], askedOn, until }
          state = next
          drift(onWall)
          expect(standingOf(kept, { today, onWall })).toBe(state)
        }
      }),
      { numRuns: 500 },
    )
  })
})

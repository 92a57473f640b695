// Curation as a table: every move from every state, what a lift lacks, and undoing as going back exactly.

import { describe, expect, it } from 'vitest'
import { postStates } from '../../db/schema.ts'
import { decide, liftNeeds, type PastMove, type Standing, takeBack } from '../../services/domain/curation.ts'
import type { Footing } from '../../services/domain/footing.ts'
import { fc } from '../chance.ts'

const rights = (shown: 'never' | 'link' | 'whole', why: Footing['rights']['why']) => ({
  shown,
  why,
  crop: false,
  until: null,
})
const free: Footing = { rights: rights('whole', 'consent'), kind: 'resident', undescribed: [], blocked: [] }
const moves = ['show', 'hide', 'stash', 'pin', 'unpin', 'lift', 'unlift'] as const
const at = (state: Standing['state'], more: Partial<Standing> = {}): Standing => ({
  state,
  pins: [],
  lifted: false,
  ...more,
})
const moved = (now: Standing, move: (typeof moves)[number], footing = free, wall = '') => {
  const verdict = decide(now, move, footing, wall)
  return 'next' in verdict ? verdict.next : verdict.obstacles
}

describe('a move leads to one state or to one reason', () => {
  it.each([
    ['new', 'show', 'shown'],
    ['new', 'hide', 'hidden'],
    ['new', 'stash', 'stashed'],
    ['shown', 'hide', 'hidden'],
    ['shown', 'stash', 'stashed'],
    ['hidden', 'show', 'shown'],
    ['hidden', 'stash', 'stashed'],
    ['stashed', 'show', 'shown'],
    ['stashed', 'hide', 'hidden'],
    ['new', 'pin', 'shown'],
    ['stashed', 'lift', 'shown'],
  ] as const)('%s %s → %s', (state, move, next) => {
    expect(moved(at(state), move)).toMatchObject({ state: next })
  })
  it.each([
    ['shown', 'show', 'already'],
    ['hidden', 'hide', 'already'],
    ['stashed', 'stash', 'already'],
    ['hidden', 'pin', 'hidden'],
    ['hidden', 'lift', 'hidden'],
    ['shown', 'unpin', 'not-pinned'],
    ['shown', 'unlift', 'not-lifted'],
  ] as const)('%s %s is refused: %s', (state, move, obstacle) => {
    expect(moved(at(state), move)).toEqual([obstacle])
  })
  it('hiding takes pins and the lift with it', () => {
    expect(moved(at('shown', { pins: ['', 'etusivu'], lifted: true }), 'hide')).toEqual(at('hidden'))
  })
  it('pins are kept by wall', () => {
    const once = moved(at('shown'), 'pin', free, 'etusivu') as Standing
    expect(once.pins).toEqual(['etusivu'])
    expect(moved(once, 'pin', free, 'etusivu')).toEqual(['already'])
    expect(moved(once, 'pin')).toMatchObject({ pins: ['', 'etusivu'] })
    expect(moved(once, 'unpin')).toEqual(['not-pinned'])
  })
})

describe('a lift says everything that it lacks', () => {
  it.each([
    ['a resident with consent', free, []],
    ['a resident without', { ...free, rights: rights('link', 'no-consent') }, ['consent']],
    [
      'without consent and description',
      { ...free, rights: rights('link', 'no-consent'), undescribed: ['en'] },
      ['consent', 'description'],
    ],
    [
      'a partner without agreement',
      { ...free, kind: 'partner', rights: rights('link', 'no-consent') },
      ['agreement'],
    ],
    [
      'our own without description',
      { ...free, kind: 'own', rights: rights('whole', 'own'), undescribed: ['fi'] },
      ['description'],
    ],
    ['a delicate subject', { ...free, blocked: ['delicate'] }, ['delicate']],
    [
      'a child without a guardian’s word',
      { ...free, rights: rights('link', 'no-consent'), blocked: ['child'] },
      ['consent', 'child'],
    ],
    ['a post on X', { ...free, rights: rights('link', 'channel-x') }, ['link-only']],
    ['what is gone', { ...free, rights: rights('never', 'gone'), undescribed: ['fi'] }, ['away']],
  ] as [string, Footing, string[]][])('%s', (_, footing, missing) => {
    expect(liftNeeds(footing)).toEqual(missing)
    expect(moved(at('shown'), 'lift', footing)).toEqual(
      missing.length ? missing : at('shown', { lifted: true }),
    )
  })
  it('what is away cannot be shown, but can be hidden', () => {
    const footing = { ...free, rights: rights('never', 'not-public') }
    expect(moved(at('new'), 'show', footing)).toEqual(['away'])
    expect(moved(at('new'), 'hide', footing)).toEqual(at('hidden'))
  })
})

/** Makes moves one after another, as the record would keep them. */
function play(chosen: readonly [(typeof moves)[number] | 'undo', string][], start: Standing['state']) {
  const history: PastMove[] = []
  const standings: Standing[] = [at(start)]
  let now = at(start)
  for (const [action, wall] of chosen) {
    const verdict = action === 'undo' ? takeBack(now, history, free) : decide(now, action, free, wall)
    if (!('next' in verdict)) continue
    history.push({
      id: history.length + 1,
      action,
      from_state: now.state,
      to_state: verdict.next.state,
      wall_id: wall || null,
      undoes: verdict.undoes ?? null,
    })
    now = verdict.next
    standings.push(now)
  }
  return { history, standings, now }
}
const anyMove = fc.tuple(fc.constantFrom(...moves), fc.constantFrom('', 'etusivu', 'tarinat'))
const anyStart = fc.constantFrom(...postStates)

describe('undoing', () => {
  it('of the last move brings back exactly what was before it', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { minLength: 1, maxLength: 12 }), anyStart, (chosen, start) => {
        const { history, standings, now } = play(chosen, start)
        if (!history.length) return
        const verdict = takeBack(now, history, free)
        expect('next' in verdict && verdict.next).toEqual(standings.at(-2))
      }),
    )
  })
  it('again and again leads back to the beginning', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 10 }), anyStart, (chosen, start) => {
        const undos = chosen.map(() => ['undo', ''] as ['undo', string])
        expect(play([...chosen, ...undos], start).now).toEqual(at(start))
      }),
    )
  })
  it('says that there is nothing left', () => {
    expect(takeBack(at('new'), [], free)).toEqual({ obstacles: ['nothing'] })
  })
  it('does not bring back a lift whose consent has gone', () => {
    const { history, now } = play(
      [
        ['lift', ''],
        ['unlift', ''],
      ],
      'shown',
    )
    const without = { ...free, rights: rights('link', 'no-consent') }
    expect(takeBack(now, history, without)).toEqual({ obstacles: ['consent'] })
  })
  it('a pin or a lift never stands on a post that is not shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyMove, fc.constant(['undo', ''] as ['undo', string]))),
        anyStart,
        (all, start) => {
          for (const one of play(all, start).standings)
            expect(one.state === 'shown' || (!one.lifted && one.pins.length === 0)).toBe(true)
        },
      ),
    )
  })
})

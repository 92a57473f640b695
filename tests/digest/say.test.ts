// Figures said in each language: numbers, endings, singular and plural, changes, and never an empty slot.
import { describe, expect, it } from 'vitest'
import { t } from '../../config/i18n.ts'
import { messages } from '../../config/messages/index.ts'
import {
  elative,
  sayChange,
  sayDay,
  sayFigure,
  sayList,
  sayNumber,
  sayOr,
  sayQuarter,
  sayShare,
  sayValue,
} from '../../services/digest/say.ts'
import type { Comparison } from '../../services/domain/compare.ts'
import type { FigureRecord } from '../../services/domain/digest-model.ts'

const NB = '\u00a0'
const cmp = (more: Partial<Comparison>): Comparison => ({
  ...{ state: 'ok', reason: null, now: '230', now_of: null, before: '187', before_of: null, diff: '43' },
  ...{ percent: '23', fresh: false, verdict: null, p: null, left_out: [], ...more },
})
const record = (more: Partial<FigureRecord> = {}): FigureRecord => ({
  ...{
    id: 'F1',
    dims: {},
    value: '230',
    of: null,
    unit: 'count',
    status: 'ok',
    reason: null,
    n: null,
    coverage: null,
  },
  ...{ spread: null, method: 'F1/1', flags: [] },
  cmp: { yoy: cmp({ verdict: 'usual' }), prev: cmp({ before: '204', diff: '26', percent: '13' }) },
  ...more,
})

it.each([
  ['fi', '4860', `4${NB}860`],
  ['fi', '9770288', `9${NB}770${NB}288`],
  ['sv', '-1234.5', `\u22121${NB}234,5`],
  ['en', '1234567.8', '1,234,567.8'],
  ['fi', '999', '999'],
] as const)('in %s %s is written %s', (language, number, said) =>
  expect(sayNumber(language, number)).toBe(said),
)

it.each([
  [1, '1:stä'],
  [2, '2:sta'],
  [4, '4:stä'],
  [9, '9:stä'],
  [10, '10:stä'],
  [12, '12:sta'],
  [13, '13:sta'],
  [14, '14:sta'],
  [20, '20:stä'],
  [31, '31:stä'],
  [36, '36:sta'],
  [100, '100:sta'],
  [128, '128:sta'],
])('of %i is read as %s', (n, said) => expect(elative(n)).toBe(said))

describe('a value', () => {
  it.each([
    [{ value: '372', of: '7420', unit: 'share' }, `5,0${NB}%`],
    [{ value: '3', of: '19', unit: 'share' }, '3/19'],
    [{ value: '31', of: '36', unit: 'share' }, `86${NB}%`],
    [{ value: '10', of: '12', unit: 'weeks' }, '10/12'],
    [{ value: '24', of: null, unit: 'percent' }, `24${NB}%`],
    [{ value: '18.5', of: null, unit: 'count' }, '18,5'],
    [{ value: null, of: null, unit: 'count' }, ''],
  ] as const)('%j is said as %s', (value, said) => expect(sayValue('fi', value)).toBe(said))
  it('a share says its counts, and per cent only from twenty on', () => {
    expect(sayShare('fi', { value: '9', of: '12' })).toBe('9/12')
    expect(sayShare('fi', { value: '9', of: '24' })).toBe(`9/24 (38${NB}%)`)
  })
})

it.each([
  [cmp({}), ['+43', `+23${NB}%`]],
  [cmp({ diff: '-3', percent: '-5' }), ['\u22123', `\u22125${NB}%`]],
  [cmp({ diff: '4', percent: null }), ['+4']],
  [cmp({ diff: '4', percent: null, fresh: true }), ['+4', 'uusi']],
  [cmp({ diff: '0', percent: '0' }), ['sama']],
  [cmp({ state: 'not_yet', diff: null }), []],
])('a change %# is said in its short forms', (change, said) =>
  expect(sayChange('fi', change, 'count')).toEqual(said),
)

describe('a sentence', () => {
  const posts = (more?: Partial<FigureRecord>) =>
    sayOr('fi', record(more), 'digest.posts.lead', 'digest.posts.unknown')
  it('has both comparisons and the verdict', () => {
    expect(posts()).toBe(
      'Seuratuilla aihetunnisteilla ja omissa kanavissa kertyi 230 julkaisua (vuosi sitten 187, edellisellä ' +
        'neljänneksellä 204). Ero mahtuu tavalliseen vaihteluun.',
    )
  })
  it('knows one from many', () => {
    expect(posts({ value: '1' })).toContain('kertyi 1 julkaisu (')
    expect(posts({ value: '2' })).toContain('kertyi 2 julkaisua (')
  })
  it('is another one when the value is not known, with the reason', () => {
    expect(posts({ value: null, reason: 'not-connected' })).toBe(
      'Julkaisujen määrästä ei ole tietoa: lähdettä ei ole kytketty.',
    )
  })
  it('says of each side why it cannot be compared', () => {
    const weak = cmp({ state: 'not_comparable', reason: 'coverage' })
    const none = cmp({ state: 'not_yet', reason: 'not-started' })
    const say = (yoy: Comparison, prev: Comparison) =>
      sayFigure('fi', 'Luku 1', record({ cmp: { yoy, prev } }))
    expect(say(cmp({}), weak)).toContain(
      `vuosi sitten 187; edelliseen neljännekseen ei voi verrata: kerätty alle 90`,
    )
    expect(say(weak, cmp({}))).toContain('edellisellä neljänneksellä 187; vuoden takaiseen ei voi verrata')
    expect(say(none, none)).toBe('Luku 1 (ei vielä vertailutietoa).')
    expect(say(none, weak)).toContain('ei vertailukelpoinen: kerätty alle')
  })
  it('never has an empty slot in any language', () => {
    for (const language of ['fi', 'sv', 'en'] as const)
      for (const value of ['1', '230', null]) {
        const said = sayOr(
          language,
          record({ value, reason: 'coverage' }),
          'digest.posts.lead',
          'digest.posts.unknown',
        )
        expect(said).not.toMatch(/[{}]|undefined|null|\(\)|: \./)
      }
  })
})

it('lists, days and quarters are written as each language does', () => {
  expect(['fi', 'sv', 'en'].map((one) => sayList(one as 'fi', ['a', 'b', 'c']))).toEqual([
    'a, b ja c',
    'a, b och c',
    'a, b and c',
  ])
  expect([sayDay('fi', '2026-07-01'), sayDay('en', '2026-07-01', true)]).toEqual([
    '1.7.',
    `1${NB}July${NB}2026`,
  ])
  expect([sayQuarter('fi', '2026-q3'), sayQuarter('en', '2026-q3')]).toEqual(['3/2026', `Q3${NB}2026`])
})

it('no word of the digest shouts or is left untranslated', () => {
  for (const language of ['fi', 'sv', 'en'] as const)
    for (const [key, text] of Object.entries(messages[language]))
      if (/^(digest|figure|digests|notes|numbers|number)\./.test(key)) expect(text, key).toMatch(/^[^!]+$/)
  expect(t('sv', 'digest.title')).not.toBe(t('fi', 'digest.title'))
})

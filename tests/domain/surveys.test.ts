// Surveys: means with scale and limits, promoters, school grades, and what few answers forbid to tell.
import { describe, expect, it } from 'vitest'
import type { AnswerRow, BatchRow } from '../../db/figures/people.ts'
import { sayAround, sayGrade, sayResult } from '../../services/digest/say-survey.ts'
import type { SurveyRecord } from '../../services/domain/digest-model.ts'
import { studentQuantile } from '../../services/domain/stats.ts'
import { describeSurvey, joinBatches, meanOf, readGrade, scoreOf } from '../../services/domain/surveys.ts'
import { fc } from '../chance.ts'

const batch = (more: Partial<BatchRow> = {}): BatchRow => ({
  ...{ survey: 's_1', title: 'Tulomuuttajakysely', from: '2026-09-01', to: '2026-09-21' },
  ...{ link: 'closed', invited: 36, respondents: 31 },
  ...more,
})
type Answers = Record<string, number>
const rows = (answers: Answers, more: Partial<AnswerRow> = {}): AnswerRow[] =>
  Object.entries(answers).map(([value, n]) => ({
    ...{
      survey: 's_1',
      question: 's_1-1',
      position: 1,
      label: 'Kuinka hyvin sait apua?',
      kind: 'scale' as const,
    },
    ...{ low: 1, high: 4, choices: [], value, n },
    ...more,
  }))

function survey(answers: Answers, more: Partial<AnswerRow> = {}, how: Partial<BatchRow> = {}) {
  const n = Object.values(answers).reduce((a, b) => a + b, 0)
  const [joined] = joinBatches([batch({ respondents: n, ...how })], rows(answers, more))
  if (!joined) throw new Error('no survey')
  return { joined, record: describeSurvey(joined), question: joined.questions[0] }
}
const said = (record: SurveyRecord) =>
  record.questions.map((one) => [sayResult('fi', record, one), sayAround('fi', record, one)])

describe('a mean', () => {
  it('is never printed without its scale, n and response rate', () => {
    const { record } = survey({ 4: 20, 3: 6, 2: 5 })
    expect(said(record)).toEqual([
      ['ka. 3,5 (asteikko 1–4), n = 31, vastausosuus 86\u00a0%', 'kutsuttuja 36; 95\u00a0%:n väli 3,4–3,6'],
    ])
  })
  it('of five to nine answers has its counts instead of limits, and an open link no rate', () => {
    const { record } = survey({ 5: 3, 4: 3, 3: 2 }, { high: 5 }, { link: 'open', invited: null })
    expect(said(record)).toEqual([
      [
        'ka. 4,1 (asteikko 1–5), n = 8, vastausosuus ei laskettavissa (avoin linkki)',
        'vastaukset 1–5: 0, 0, 2, 3, 3; väliä ei lasketa, kun n on alle 10',
      ],
    ])
  })
  it.each([1, 2, 3, 4])('of %i answers is not told at all', (n) => {
    const { record, question } = survey({ 4: n })
    expect(record).toMatchObject({ n: null, questions: [] })
    expect(question && meanOf(question)).toBeNull()
  })
  it('has limits within its scale, always around it, and none when everybody asked has answered', () => {
    const one = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(fc.tuple(one, one, one, one), fc.nat(50), ([a, b, c, d], more) => {
        const n = a + b + c + d
        fc.pre(n >= 10)
        const { record } = survey({ 1: a, 2: b, 3: c, 4: d }, {}, { respondents: n, invited: n + more })
        const { mean, limits } = record.questions[0] ?? {}
        expect(Number(limits?.low)).toBeGreaterThanOrEqual(1)
        expect(Number(limits?.high)).toBeLessThanOrEqual(4)
        expect(Number(limits?.low) - 0.01).toBeLessThanOrEqual(Number(mean))
        expect(Number(limits?.high) + 0.01).toBeGreaterThanOrEqual(Number(mean))
        if (more === 0) expect(limits?.low).toBe(limits?.high)
      }),
    )
  })
  it('takes its quantile from the printed table', () => {
    expect(studentQuantile(0.05, 24)).toBeCloseTo(2.0639, 3)
    expect(studentQuantile(0.05, 9)).toBeCloseTo(2.2622, 3)
  })
})

describe('promoters', () => {
  // Of 22 employers: 0,0,0,0,0,1,0,2,3,8,8.
  it('are counted from the answers, not typed in', () => {
    const { record, question } = survey(
      { 5: 1, 7: 2, 8: 3, 9: 8, 10: 8 },
      { kind: 'nps', low: 0, high: 10 },
      { invited: 30 },
    )
    expect(question && scoreOf(question)).toBe('68')
    expect(said(record)[0]?.[0]).toBe(
      'NPS +68: suosittelijoita 16, passiivisia 5, arvostelijoita 1, n = 22, vastausosuus 73\u00a0%',
    )
  })
  it('may be fewer than detractors', () => {
    const { question } = survey({ 3: 6, 10: 2 }, { kind: 'nps', low: 0, high: 10 })
    expect(question && scoreOf(question)).toBe('-50')
  })
})

describe('school grades', () => {
  it.each([
    ['8', 800],
    ['8+', 825],
    ['9-', 875],
    ['9\u2212', 875],
    ['7½', 750],
    ['7,5', 750],
    ['10', 1000],
    ['4-', 375],
  ])('%s counts', (written, value) => expect(readGrade(written)).toBe(value))
  it.each(['3', '11', '10+', '8++', 'hyvä', '', '8,3'])('%j is none', (written) =>
    expect(readGrade(written)).toBeUndefined(),
  )
  it.each([
    ['8.2', '8+'],
    ['8.1', '8'],
    ['8.5', '8½'],
    ['8.75', '9\u2212'],
    ['7.9', '8'],
  ])('a mean of %s reads %s', (mean, grade) => expect(sayGrade(mean)).toBe(grade))
})

describe('a choice', () => {
  it('hides one to four, and one more when a single one could be found by subtraction', () => {
    const choices = ['some', 'tuttava', 'messut', 'haku']
    const { record } = survey(
      { some: 13, tuttava: 11, messut: 2, haku: 9 },
      { kind: 'choice', low: null, high: null, choices },
    )
    expect(record.questions[0]?.counts).toEqual([
      { answer: 'some', n: 13 },
      { answer: 'tuttava', n: 11 },
      { answer: 'messut', n: null },
      { answer: 'haku', n: null },
    ])
  })
})

describe('two batches of a quarter', () => {
  it('are one survey; those invited are known only when they are known of both', () => {
    const [joined] = joinBatches(
      [batch({ respondents: 20, invited: 30 }), batch({ respondents: 11, invited: null, to: '2026-09-30' })],
      rows({ 4: 31 }),
    )
    expect(joined).toMatchObject({ respondents: 31, invited: null, from: '2026-09-01', to: '2026-09-30' })
  })
})

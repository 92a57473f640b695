// The charts of a survey: bars under whole names where there are names, columns where there is a scale.
import { expect, it } from 'vitest'
import { SurveyCharts } from '../../services/digest/sections/survey-charts.tsx'
import type { View } from '../../services/digest/view.ts'
import type { QuestionRecord } from '../../services/domain/digest-model.ts'

const ask = (kind: QuestionRecord['kind'], names: readonly string[]): QuestionRecord => ({
  ...{ id: kind, label: 'Mistä kuulit?', kind, n: 20, mean: null, limits: null, nps: null },
  ...{ low: names.at(0) ?? null, high: names.at(-1) ?? null },
  counts: names.map((answer, nth) => ({ answer, n: nth ? 10 : null })),
})
const charts = (question: QuestionRecord) => {
  const survey = { id: 's', title: 'Kysely', from: '2026-09-01', to: '2026-09-30', link: 'open' as const }
  const view = { language: 'fi' } as View
  return String(SurveyCharts({ view, survey: { ...survey, invited: null, n: 20, questions: [question] } }))
}

it.each(['choice', 'several'] as const)(
  'of a %s have each answer under its whole name, few as words',
  (kind) => {
    const html = charts(ask(kind, ['lehti', 'tuttava tai sukulainen', 'kaupungin verkkosivut']))
    for (const name of ['lehti', 'tuttava tai sukulainen', 'kaupungin verkkosivut'])
      expect(html).toMatch(new RegExp(`<text x="0" y="\\d+">${name}</text>`))
    expect(html.match(/<rect/g)).toHaveLength(2)
    expect(html).toContain('alle 5')
  },
)

it('of a scale have a column for each step', () => {
  expect(charts(ask('scale', ['1', '2', '3', '4'])).match(/<rect/g)).toHaveLength(4)
})

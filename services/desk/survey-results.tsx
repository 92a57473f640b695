// What a survey has told so far, said as the digest says it: few answers in words only.
import { t } from '../../config/i18n.ts'
import { sayAround, sayRespondents, sayResult } from '../digest/say-survey.ts'
import type { SurveyRecord } from '../domain/digest-model.ts'
import type { DeskContext } from './layout.tsx'

export function Results({ c, results }: { c: DeskContext; results: SurveyRecord | undefined }) {
  if (!results) return null
  const { language } = c.var
  return (
    <section aria-labelledby="results">
      <h2 id="results">{t(language, 'survey.results')}</h2>
      <p class="quiet">{sayRespondents(language, results)}</p>
      <ul class="noted">
        {results.questions.map((question) => (
          <li>
            <b>{question.label}</b> <span>{sayResult(language, results, question)}</span>{' '}
            <span class="quiet">{sayAround(language, results, question)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

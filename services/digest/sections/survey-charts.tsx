// Each question of a survey as a small chart: what was answered, and the mean with its limits.
import { t } from '../../../config/i18n.ts'
import type { QuestionRecord, SurveyRecord } from '../../domain/digest-model.ts'
import { AnswerBars, AnswerColumns } from '../answer-charts.tsx'
import { sayMean, sayNumber } from '../say.ts'
import { sayAround, sayResult } from '../say-survey.ts'
import type { View } from '../view.ts'

type Props = { view: View; survey: SurveyRecord }
type Asked = Props & { question: QuestionRecord }

/** Beside the table, which has the same in numbers; what few have answered has no chart. */
export function SurveyCharts({ view, survey }: Props) {
  const { language } = view
  const told = survey.questions.filter((one) => one.n !== null)
  if (!told.length) return null
  return (
    <>
      <div class="pairs">
        {told.map((question) => (
          <figure>
            <figcaption>
              {question.label}
              <span class="how">{sayResult(language, survey, question)}</span>
            </figcaption>
            <Answers view={view} survey={survey} question={question} />
          </figure>
        ))}
      </div>
      <p class="src">{t(language, 'digest.survey.chart-how')}</p>
    </>
  )
}

function Answers({ view, survey, question }: Asked) {
  const { language } = view
  const { kind, counts, mean, limits, n } = question
  const id = `survey-${survey.id}-${question.id}`
  const title = `${question.label} ${sayResult(language, survey, question)}`
  const named = { id, title, desc: sayAround(language, survey, question) }
  if (kind === 'choice' || kind === 'several')
    return (
      <AnswerBars
        {...named}
        bars={(counts ?? []).map((one) => ({
          name: one.answer,
          part: one.n === null ? null : one.n / (n ?? 1),
          said: one.n === null ? t(language, 'figure.reason.few-people') : sayNumber(language, String(one.n)),
        }))}
      />
    )
  const low = Number(question.low ?? 0)
  const steps =
    counts?.map(({ answer, n }) => ({ name: answer, n })) ?? stepsOf(low, Number(question.high ?? low))
  return (
    <AnswerColumns
      {...named}
      answers={steps}
      low={low}
      mean={
        mean === null
          ? null
          : {
              value: Number(mean),
              said: sayMean(language, mean),
              limits: limits && { low: Number(limits.low), high: Number(limits.high) },
            }
      }
      groups={kind === 'nps' ? promoters(view) : []}
    />
  )
}

const stepsOf = (low: number, high: number) =>
  Array.from({ length: high - low + 1 }, (_, nth) => ({ name: String(low + nth), n: null }))

const promoters = ({ language }: View) => [
  { first: 0, last: 6, name: t(language, 'digest.survey.detractors') },
  { first: 7, last: 8, name: t(language, 'digest.survey.passives') },
  { first: 9, last: 10, name: t(language, 'digest.survey.promoters') },
]

// Surveys with their scales, and what people allowed to be quoted: thanks and wishes.
import { t } from '../../../config/i18n.ts'
import { findFigure, type QuestionRecord, type SurveyRecord } from '../../domain/digest-model.ts'
import type { FigureId } from '../../domain/figures/figure.ts'
import { Before, Fid, Row, Table } from '../parts.tsx'
import { sayDay } from '../say.ts'
import { sayAround, sayRespondents, sayResult } from '../say-survey.ts'
import type { View } from '../view.ts'
import { SurveyCharts } from './survey-charts.tsx'

export function Surveys({ view }: { view: View }) {
  const { language, bundle } = view
  if (!bundle.surveys.length) return null
  return (
    <>
      <h3>{t(language, 'digest.survey')}</h3>
      <p>
        {t(language, 'digest.survey.lead')} <Fid id="F23" language={language} />
      </p>
      {bundle.surveys.map((survey) => (
        <>
          <SurveyTable view={view} survey={survey} />
          <SurveyCharts view={view} survey={survey} />
        </>
      ))}
      <p class="note">{t(language, 'digest.survey.note')}</p>
    </>
  )
}

function SurveyTable({ view, survey }: { view: View; survey: SurveyRecord }) {
  const { language } = view
  const days = `${sayDay(language, survey.from)}–${sayDay(language, survey.to, true)}`
  if (survey.n === null)
    return (
      <p>
        <b>{survey.title}</b> ({days}): {t(language, 'digest.survey.few')}.{' '}
        {t(language, 'digest.survey.hidden')}
      </p>
    )
  const result = t(language, 'digest.survey.result')
  return (
    <Table
      caption={`${survey.title}, ${days}: ${sayRespondents(language, survey)}`}
      head={[
        { label: t(language, 'digest.survey.question') },
        { label: result },
        { label: t(language, 'digest.col.yoy'), num: true },
        { label: t(language, 'digest.col.prev-short'), num: true },
      ]}
    >
      {survey.questions.map((question) => {
        const around = sayAround(language, survey, question)
        return (
          <Row label={question.label}>
            <td data-l={result}>
              {sayResult(language, survey, question)}
              {around && <span class="sub">{around}</span>}
            </td>
            <Compared view={view} survey={survey} question={question} />
          </Row>
        )
      })}
    </Table>
  )
}

const figureOf: Record<QuestionRecord['kind'], FigureId | null> = {
  scale: 'F23',
  nps: 'F34',
  grade: 'F35',
  choice: null,
  several: null,
}

function Compared(props: { view: View; survey: SurveyRecord; question: QuestionRecord }) {
  const { language, bundle } = props.view
  const id = figureOf[props.question.kind]
  const record = id && findFigure(bundle, id, { survey: props.survey.id, question: props.question.id })
  return (
    <>
      {(['yoy', 'prev'] as const).map((which) => (
        <td
          class="num wrap"
          data-l={t(language, which === 'yoy' ? 'digest.col.yoy' : 'digest.col.prev-short')}
        >
          {record ? (
            <Before record={record} which={which} language={language} />
          ) : (
            t(language, 'figure.status.not_applicable')
          )}
        </td>
      ))}
    </>
  )
}

/** Signs of quoting as the language of the words has them. */
const quoted = (text: string, language: string | undefined) =>
  language === 'en' ? `\u201c${text}\u201d` : `\u201d${text}\u201d`

export function Quotes({ view }: { view: View }) {
  const { language, bundle, written } = view
  const main = bundle.place.languages[0]
  const groups = (['praise', 'wish'] as const).map((group) => ({
    group,
    quotes: written.quotes.filter((one) => one.group === group),
  }))
  return (
    <>
      {groups
        .filter(({ quotes }) => quotes.length > 0)
        .map(({ group, quotes }) => (
          <>
            <h3>{t(language, `digest.quotes.${group}`)}</h3>
            <ul class="quotes">
              {quotes.map((one) => (
                <li>
                  <span lang={main === language ? undefined : main}>{quoted(one.text, main)}</span>{' '}
                  <span class="sub">{t(language, `digest.quotes.from.${one.origin as 'survey'}`)}</span>
                </li>
              ))}
            </ul>
          </>
        ))}
    </>
  )
}

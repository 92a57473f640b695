// What came from outside: the website, feedback and contacts, interviews and arrivals.
import { t } from '../../../config/i18n.ts'
import { type FigureRecord, findFigure, listFigures } from '../../domain/digest-model.ts'
import type { FigureId } from '../../domain/figures/figure.ts'
import { WeekLines } from '../charts.tsx'
import { Meanwhile } from '../meanwhile.tsx'
import { Fid, Row, Table, ThreeCells, threeHeads, Voice } from '../parts.tsx'
import { sayNumber, sayOr } from '../say.ts'
import { type View, wordOf } from '../view.ts'
import { Reread, Surroundings } from './surroundings.tsx'
import { Quotes, Surveys } from './surveys.tsx'
import { WeekTable } from './week-table.tsx'
import { seriesOf, weeksOf } from './weeks.ts'

export type Line = { label: string; record: FigureRecord; inner?: boolean; fid?: FigureId }

/** Figures one below another with both comparisons. */
export function Lines({ view, caption, lines }: { view: View; caption: string; lines: Line[] }) {
  if (!lines.length) return null
  return (
    <Table caption={caption} head={threeHeads(view.language, t(view.language, 'digest.col.figure'))}>
      {lines.map(({ label, record, inner, fid }) => (
        <Row
          inner={inner ?? false}
          label={
            <>
              {label} {fid && <Fid id={fid} language={view.language} />}
            </>
          }
        >
          <ThreeCells record={record} language={view.language} />
        </Row>
      ))}
    </Table>
  )
}

/** A figure and its parts as lines of a table; the parts are named by what they are of. */
function linesOf(view: View, id: FigureId, part: string): Line[] {
  const whole = findFigure(view.bundle, id)
  const head = whole ? [{ label: t(view.language, `figure.${id}.name`), record: whole, fid: id }] : []
  return [...head, ...partsOf(view, id, part)]
}

function partsOf({ bundle }: View, id: FigureId, part: string): Line[] {
  return listFigures(bundle, id, part).map((record) => ({
    label: record.dims[part] ?? '',
    record,
    inner: true,
  }))
}

export function Web({ view }: { view: View }) {
  const { language, bundle } = view
  const visits = findFigure(bundle, 'F15')
  const empty = findFigure(bundle, 'F17', { result: 'none' })
  const terms = listFigures(bundle, 'F17', 'term')
  const lines = [
    ...linesOf(view, 'F15', 'page'),
    ...linesOf(view, 'F16', 'page'),
    ...linesOf(view, 'F17', 'nothing'),
    ...(empty ? [{ label: t(language, 'digest.web.no-result'), record: empty, inner: true }] : []),
    ...linesOf(view, 'F18', 'group'),
  ]
  const known = lines.some((one) => one.record.value !== null)
  return (
    <>
      <p class="lead">
        {sayOr(language, visits, 'digest.web.lead', 'digest.web.unknown')}{' '}
        <Fid id="F15" language={language} /> <Meanwhile view={view} record={visits} />
      </p>
      <Visits view={view} />
      {known && <Lines view={view} caption={t(language, 'digest.web.caption')} lines={lines} />}
      {terms.length > 0 && (
        <>
          <h3>{t(language, 'digest.web.terms')}</h3>
          <Table
            class="short"
            caption={t(language, 'digest.web.terms-caption')}
            head={[
              { label: t(language, 'digest.web.term') },
              { label: t(language, 'digest.web.times'), num: true },
            ]}
            note={t(language, 'digest.web.terms-note')}
          >
            {terms.map((one) => (
              <Row label={<span dir="auto">{one.dims.term}</span>}>
                <td class="num" data-l={t(language, 'digest.web.times')}>
                  {sayNumber(language, one.value ?? '0')}
                </td>
              </Row>
            ))}
          </Table>
        </>
      )}
      <Voice view={view} section="web" />
    </>
  )
}

function Visits({ view }: { view: View }) {
  const { language, bundle } = view
  const series = seriesOf(view, 'F15', {})
  if (!series || series.now.every((n) => n === 0)) return null
  const { weeks, months, most, least, first, last } = weeksOf(view, series.now)
  const sum = series.now.reduce((total, n) => total + n, 0)
  const values = {
    first,
    last,
    sum,
    before: '',
    most: most.week,
    high: most.n,
    least: least.week,
    low: least.n,
  }
  const how = series.before ? 'digest.web.chart-how' : 'digest.web.chart-how-one'
  const label = t(language, 'figure.F15.name')
  return (
    <>
      <figure>
        <figcaption>
          {t(language, 'digest.web.chart', { week: String(most.week) })}
          <span class="how">{t(language, how)}</span>
        </figcaption>
        <WeekLines
          id="visits"
          title={label}
          desc={t(language, 'digest.posts.chart-desc', values)}
          weeks={weeks.map((one) => one.number)}
          months={months}
          now={series.now}
          before={series.before}
          say={(n) => sayNumber(language, String(n))}
        />
        <p class="src">
          {t(language, 'digest.source', { source: t(language, 'figure.from.measure'), method: 'F15/1' })}
        </p>
      </figure>
      <WeekTable view={view} caption={label} rows={[{ label, series, record: findFigure(bundle, 'F15') }]} />
    </>
  )
}

/** Respondents, rates and means that were entered as numbers; our own surveys tell theirs in their own table. */
function surveyLines({ language, bundle }: View, fid: 'F21' | 'F22' | 'F23'): Line[] {
  return listFigures(bundle, fid, 'survey').map((record) => {
    const own = bundle.surveys.find((one) => one.id === record.dims.survey)
    return { label: `${t(language, `figure.${fid}.name`)}: ${own?.title ?? record.dims.survey}`, record, fid }
  })
}

export function Feedback({ view }: { view: View }) {
  const { language, bundle } = view
  const lines = [
    ...linesOf(view, 'F20', 'theme'),
    ...linesOf(view, 'F19', 'way'),
    ...partsOf(view, 'F19', 'heard').map((line) => ({
      ...line,
      label: `${t(language, 'digest.feedback.heard')}: ${wordOf(language, 'heard', line.label)}`,
    })),
    ...(['F21', 'F22', 'F23'] as const).flatMap((fid) => surveyLines(view, fid)),
  ]
  const known = lines.some((one) => one.record.value !== null)
  const answered = findFigure(bundle, 'F20', { answered: 'days' })
  return (
    <>
      <p class="lead">
        {sayOr(language, findFigure(bundle, 'F20'), 'digest.feedback.lead', 'digest.feedback.unknown')}{' '}
        <Fid id="F20" language={language} /> <Meanwhile view={view} record={findFigure(bundle, 'F20')} />
      </p>
      {known && <Lines view={view} caption={t(language, 'digest.feedback.caption')} lines={lines} />}
      {answered?.value != null && (
        <p>{t(language, 'digest.feedback.answered', { n: sayNumber(language, answered.value) })}</p>
      )}
      <Surveys view={view} />
      <Quotes view={view} />
      <Voice view={view} section="feedback" />
    </>
  )
}

export function Interviews({ view }: { view: View }) {
  const { language, bundle } = view
  const all = findFigure(bundle, 'F24')
  const few = all?.reason === 'few-people'
  const groups = listFigures(bundle, 'F24', 'theme').map((record) => ({
    label: record.dims.theme ?? '',
    record,
  }))
  return (
    <>
      <p class="lead">
        {few
          ? t(language, 'digest.interviews.few')
          : sayOr(language, all, 'digest.interviews.lead', 'digest.interviews.unknown')}{' '}
        <Fid id="F24" language={language} />
      </p>
      <Lines view={view} caption={t(language, 'figure.F24.name')} lines={groups} />
      <Voice view={view} section="interviews" />
    </>
  )
}

export function Arrivals({ view }: { view: View }) {
  const { language, bundle } = view
  const lines = listFigures(bundle, 'F25', 'indicator').map((record) => ({
    label: t(language, `indicator.${record.dims.indicator as 'people.moved-in'}`),
    record,
    fid: 'F25' as const,
  }))
  const known = lines.filter((one) => one.record.value !== null)
  return (
    <>
      {known.length ? (
        <Lines view={view} caption={t(language, 'digest.arrivals.caption')} lines={known} />
      ) : (
        <p>
          {t(language, 'digest.arrivals.unknown')} <Fid id="F25" language={language} />
        </p>
      )}
      <Reread view={view} />
      <Surroundings view={view} />
      <p class="fixed">{t(language, 'digest.arrivals.fixed')}</p>
      <Voice view={view} section="arrivals" />
    </>
  )
}

// Posts by hashtag: the sentence, the weeks against last year, and the families with their spellings.
import { t } from '../../../config/i18n.ts'
import { type FigureRecord, findFigure } from '../../domain/digest-model.ts'
import { WeekColumns } from '../charts.tsx'
import { Meanwhile } from '../meanwhile.tsx'
import { MicroColumns } from '../minis.tsx'
import { Fid, Row, Table, ThreeCells, VerdictMark, Voice } from '../parts.tsx'
import { sayChange, sayFigure, sayList, sayNumber, sayOr, weekNumber } from '../say.ts'
import { familyLabel, flagOf, type View } from '../view.ts'
import { WeekTable } from './week-table.tsx'
import { seriesOf, weeksOf } from './weeks.ts'

export function Posts({ view }: { view: View }) {
  const { language, bundle } = view
  const all = findFigure(bundle, 'F1')
  const authors = findFigure(bundle, 'F4')
  const twins = flagOf(all, 'twins')
  return (
    <>
      <p class="lead">
        {sayOr(language, all, 'digest.posts.lead', 'digest.posts.unknown')}{' '}
        <Fid id="F1" language={language} /> <Meanwhile view={view} record={all} />
        {authors?.reason === 'few-people' && `${t(language, 'digest.posts.authors-few')}. `}
        {authors?.value != null &&
          sayFigure(
            language,
            t(language, 'digest.posts.authors', { n: sayNumber(language, authors.value) }),
            authors,
          )}
        {authors && all?.value != null && (
          <>
            {' '}
            <Fid id="F4" language={language} />
          </>
        )}{' '}
        {twins && t(language, 'digest.posts.twins', { n: Number(twins) })}
      </p>
      <PostWeeks view={view} />
      <Families view={view} all={all} />
      <Voice view={view} section="posts" />
    </>
  )
}

function PostWeeks({ view }: { view: View }) {
  const { language, bundle } = view
  const series = seriesOf(view, 'F1', {})
  if (!series || series.now.every((n) => n === 0)) return null
  const { weeks, most, least, first, last } = weeksOf(view, series.now)
  const sum = (values: readonly number[]) => values.reduce((total, n) => total + n, 0)
  const before = series.before
    ? t(language, 'digest.posts.chart-before', { n: sum(series.before.filter((n) => n !== null)) })
    : ''
  const values = {
    first,
    last,
    sum: sum(series.now),
    before,
    most: most.week,
    high: most.n,
    least: least.week,
    low: least.n,
  }
  const families = bundle.families.map((one) => ({
    label: familyLabel(view, one.id),
    series: seriesOf(view, 'F2', { family: one.id }),
    record: findFigure(bundle, 'F2', { family: one.id }),
  }))
  const rows = [
    { label: t(language, 'digest.posts.weeks-all'), series, record: findFigure(bundle, 'F1') },
    ...families,
  ]
  return (
    <>
      <figure>
        <figcaption>
          {most.n > 0
            ? t(language, 'digest.posts.chart', { week: String(most.week) })
            : t(language, 'digest.posts.chart-none')}
          <span class="how">
            {t(language, 'digest.posts.chart-how', { first: String(first), last: String(last) })}
          </span>
        </figcaption>
        <WeekColumns
          id="posts"
          title={t(language, 'digest.posts.weeks-caption')}
          desc={t(language, 'digest.posts.chart-desc', values)}
          weeks={weeks.map((one) => one.number)}
          months={weeksOf(view, series.now).months}
          now={series.now}
          before={series.before}
          bar={t(language, 'digest.posts.chart-bar')}
        />
        <p class="src">
          {t(language, 'digest.source', { source: t(language, 'figure.from.post'), method: 'F1/1, F2/1' })}{' '}
          {t(language, 'digest.posts.weeks-note')}
        </p>
      </figure>
      <WeekTable view={view} caption={t(language, 'digest.posts.weeks-caption')} rows={rows} />
    </>
  )
}

function Families({ view, all }: { view: View; all: FigureRecord | undefined }) {
  const { language, bundle } = view
  const most = Math.max(0, ...bundle.series.filter((one) => one.id === 'F2').flatMap((one) => one.now))
  const [first, last] = [bundle.weeks[0], bundle.weeks.at(-1)].map((week) => String(weekNumber(week ?? '')))
  const untagged = findFigure(bundle, 'F1', { tagged: 'no' })
  const regional = bundle.families
    .filter((one) => one.only_with.length)
    .flatMap((one) => one.tags.map((tag) => `#${tag.as_written.replace(/^#/, '')}`))
  const note = [
    all?.value != null &&
      t(language, 'digest.posts.rows-note', { n: sayNumber(language, all.value), max: most }),
    regional.length > 0 && t(language, 'digest.posts.only-with', { tags: sayList(language, regional) }),
  ]
  return (
    <Table
      class="fam"
      caption={t(language, 'digest.posts.families')}
      head={[
        { label: t(language, 'digest.posts.family') },
        { label: t(language, 'digest.posts.weeks-range', { first: first ?? '', last: last ?? '' }) },
        { label: t(language, 'digest.col.now'), num: true },
        { label: t(language, 'digest.col.yoy'), num: true },
        { label: t(language, 'digest.col.prev-short'), num: true },
        { label: t(language, 'digest.posts.change') },
      ]}
      note={note.filter(Boolean).join(' ')}
    >
      {bundle.families.map((family) => (
        <FamilyRows view={view} family={family} most={most} />
      ))}
      {untagged?.value != null && (
        <Row label={t(language, 'digest.posts.untagged')} sub={t(language, 'digest.posts.untagged-sub')}>
          <td />
          <ThreeCells record={untagged} language={language} />
          <td />
        </Row>
      )}
    </Table>
  )
}

type FamilyProps = { view: View; family: View['bundle']['families'][number]; most: number }

function FamilyRows({ view, family, most }: FamilyProps) {
  const { language, bundle } = view
  const record = findFigure(bundle, 'F2', { family: family.id })
  if (!record) return null
  const series = bundle.series.find((one) => one.id === 'F2' && one.dims.family === family.id)
  return (
    <>
      <Row label={familyLabel(view, family.id)}>
        <td>{series && <MicroColumns weeks={series.now} most={most} />}</td>
        <ThreeCells record={record} language={language} />
        <td data-l={t(language, 'digest.posts.change')}>
          <Change view={view} record={record} />
        </td>
      </Row>
      {family.tags.map(({ key, as_written }) => {
        const spelling = findFigure(bundle, 'F2', { family: family.id, tag: key })
        return (
          spelling && (
            <Row inner label={<SoftTag tag={as_written} />}>
              <td />
              <ThreeCells record={spelling} language={language} />
              <td />
            </Row>
          )
        )
      })}
    </>
  )
}

/** A long hashtag may break after every tenth letter, so that a narrow column holds it. */
function SoftTag({ tag }: { tag: string }) {
  const parts = `#${tag.replace(/^#/, '')}`.match(/.{1,10}/gu) ?? []
  return (
    <>
      {parts.map((part, nth) => (
        <>
          {nth > 0 && <wbr />}
          {part}
        </>
      ))}
    </>
  )
}

function Change({ view: { language }, record }: { view: View; record: FigureRecord }) {
  const { yoy } = record.cmp
  if (!yoy.verdict) return null
  const [difference, ...rest] = sayChange(language, yoy, record.unit)
  return (
    <VerdictMark verdict={yoy.verdict}>
      {difference}
      {rest.length > 0 && ` (${rest.join(', ')})`}
      <span class="sub">{t(language, `figure.verdict.${yoy.verdict}`)}</span>
    </VerdictMark>
  )
}

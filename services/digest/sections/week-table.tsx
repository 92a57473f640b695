// The table beneath a chart of weeks: weeks across, closed on the screen and open on paper.
import { t } from '../../../config/i18n.ts'
import type { FigureRecord } from '../../domain/digest-model.ts'
import { sayNumber, sayValue } from '../say.ts'
import type { View } from '../view.ts'
import { type WeekSeries, weeksOf } from './weeks.ts'

type WeekRow = { label: string; series: WeekSeries | undefined; record: FigureRecord | undefined }

export function WeekTable({
  view,
  caption,
  rows,
}: {
  view: View
  caption: string
  rows: readonly WeekRow[]
}) {
  const { language, bundle } = view
  const { weeks } = weeksOf(view, [])
  const year = bundle.quarter.slice(0, 4)
  const known = rows.flatMap((row) => (row.series ? [{ ...row, series: row.series }] : []))
  const lines = known.flatMap(({ label, series, record }, nth) => [
    {
      label: nth ? label : `${label} ${year}`,
      values: weeks.map((_, at) => series.now[at] ?? null),
      of: sayRecord(record),
    },
    ...(nth === 0 && series.before
      ? [{ label: `${label} ${Number(year) - 1}`, values: series.before, of: sayBefore(record) }]
      : []),
  ])
  function sayRecord(record: FigureRecord | undefined) {
    return record ? sayValue(language, record) : ''
  }
  function sayBefore(record: FigureRecord | undefined) {
    return record?.cmp.yoy.before == null ? '' : sayNumber(language, record.cmp.yoy.before)
  }
  return (
    <details>
      <summary>{t(language, 'digest.as-table')}</summary>
      <section class="scroll keep" tabindex={0} aria-label={caption}>
        <table class="wide">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t(language, 'digest.posts.week')}</th>
              {weeks.map((week) => (
                <th scope="col" class="num">
                  {week.number}
                </th>
              ))}
              <th scope="col" class="num sum">
                {t(language, 'digest.posts.weeks-sum')}
              </th>
              <th scope="col" class="num sum">
                {t(language, 'digest.posts.quarter')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, values, of }) => (
              <tr>
                <th scope="row">{label}</th>
                {values.map((n) => (
                  <td class="num">{n === null ? '' : sayNumber(language, String(n))}</td>
                ))}
                <td class="num sum">
                  {sayNumber(language, String(values.reduce<number>((total, n) => total + (n ?? 0), 0)))}
                </td>
                <td class="num sum">{of}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

// The weeks of a quarter as charts and tables need them: numbers, months, the highest, and last year's beside them.
import { t } from '../../../config/i18n.ts'
import type { Bundle } from '../../domain/digest-model.ts'
import type { FigureId } from '../../domain/figures/figure.ts'
import { addDays, mondayOf } from '../../domain/quarter.ts'
import { weekNumber } from '../say.ts'
import type { View } from '../view.ts'

/** `now` ends with the last week that has begun: of a running quarter the weeks ahead are not zeros. */
export type WeekSeries = { now: number[]; before: (number | null)[] | null }

export const isAhead = ({ from, elapsed }: Pick<Bundle, 'from' | 'elapsed'>, week: string): boolean =>
  mondayOf(week) >= addDays(from, elapsed)

/** A weekly series with last year's weeks of the same numbers; week 53 has no fellow in most years. */
export function seriesOf(
  { bundle }: View,
  id: FigureId,
  dims: Record<string, string>,
): WeekSeries | undefined {
  const names = (one: Record<string, string>) => JSON.stringify(Object.entries(one).sort())
  const found = bundle.series.find((one) => one.id === id && names(one.dims) === names(dims))
  if (!found) return undefined
  const earlier = new Map(
    bundle.yoy_weeks.map((week, nth) => [weekNumber(week), found.before?.[nth] ?? null]),
  )
  const before = found.before && bundle.weeks.map((week) => earlier.get(weekNumber(week)) ?? null)
  return { now: found.now.filter((_, nth) => !isAhead(bundle, bundle.weeks[nth] ?? '')), before }
}

export function weeksOf({ bundle, language }: View, now: readonly number[]) {
  const weeks = bundle.weeks.map((week) => ({
    number: weekNumber(week),
    month: addDays(mondayOf(week), 3).slice(5, 7),
  }))
  const extreme = (pick: (...values: number[]) => number) => {
    const n = pick(...now)
    return { n, week: weeks[now.indexOf(n)]?.number ?? 0 }
  }
  const months = [...new Set(weeks.map((one) => one.month))].map((month) => ({
    first: weeks.findIndex((one) => one.month === month),
    last: weeks.findLastIndex((one) => one.month === month),
    name: t(language, `digest.month.${month as '01'}`),
  }))
  return {
    weeks,
    months,
    first: weeks[0]?.number ?? 0,
    last: weeks.at(-1)?.number ?? 0,
    most: extreme(Math.max),
    least: extreme(Math.min),
  }
}

// Reading a quarter out of the measures: the finest periods that were given, added up only where that is allowed.
import type { MeasureRow } from '../../db/figures/outside.ts'
import type { Cell } from './compare.ts'
import { sum } from './decimal.ts'
import { byWeek, type Facts, missing, runningFlag } from './facts.ts'
import { findIndicator } from './indicators.ts'
import type { Measure } from './meter.ts'
import { addDays, daysBetween, inOrder, mondayOf, quarterDays } from './quarter.ts'

const shapes: Record<Measure['periodKind'], RegExp> = {
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  week: /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-q[1-4]$/,
  year: /^\d{4}$/,
}

/** True when the text is a real period of its kind: 31.2. and week 53 of a year with 52 weeks are none. */
export function isPeriod(kind: Measure['periodKind'], period: string): boolean {
  if (!shapes[kind].test(period)) return false
  if (kind === 'day') return addDays(addDays(period, 1), -1) === period
  return kind !== 'week' || addDays(mondayOf(period), 3).slice(0, 4) === period.slice(0, 4)
}

/** How many days of the quarter a period covers. */
function daysWithin(row: MeasureRow, { from, to }: Facts['days']): number {
  const [start, end] = bounds(row)
  return Math.max(0, daysBetween(inOrder(start, from)[1], inOrder(end, to)[0]))
}

function bounds({ period_kind: kind, period }: MeasureRow): [string, string] {
  if (kind === 'day') return [period, addDays(period, 1)]
  if (kind === 'week') return [mondayOf(period), addDays(mondayOf(period), 7)]
  if (kind === 'month') {
    const next = addDays(`${period}-28`, 4).slice(0, 7)
    return [`${period}-01`, `${next}-01`]
  }
  if (kind === 'year') return [`${period}-01-01`, `${Number(period) + 1}-01-01`]
  const { from, to } = quarterDays(period)
  return [from, to]
}

/** Sums are taken from the finest periods; a number of its own period from the one nearest to a quarter, the latest. */
const finest = ['day', 'week', 'month', 'quarter'] as const
const nearest = ['quarter', 'month', 'year', 'week', 'day'] as const

/** One indicator of a quarter. `why` is the reason when nobody has ever given it. */
export function readMeasure(
  facts: Facts,
  indicator: string,
  dim: string,
  dims: Cell['dims'],
  why: string,
): Cell {
  const additive = findIndicator(indicator)?.additive ?? false
  const rows = facts.measures.filter(
    (row) => row.indicator === indicator && row.dim === dim && row.value !== null,
  )
  const kind = (additive ? finest : nearest).find((one) => rows.some((row) => row.period_kind === one))
  if (!kind) return missing(dims, reasonFor(facts, indicator, why))
  const fitting = rows.filter((row) => row.period_kind === kind)
  return additive ? addUp(facts, fitting, dims) : latest(facts, fitting, dims)
}

function reasonFor(facts: Facts, indicator: string, why: string): string {
  const starts = facts.measureStarts[indicator]
  return starts !== undefined && starts >= facts.days.to ? 'not-started' : why
}

const statusOf = (rows: readonly MeasureRow[], covered: boolean): Cell['status'] =>
  rows.some((row) => row.status === 'preliminary')
    ? 'preliminary'
    : !covered || rows.some((row) => row.status === 'partial')
      ? 'partial'
      : rows.some((row) => row.status === 'estimate')
        ? 'estimate'
        : 'ok'

/** Several sources of one indicator are several websites or services: added, and covered as the weakest of them. */
function addUp(facts: Facts, rows: MeasureRow[], dims: Cell['dims']): Cell {
  const sources = [...new Set(rows.map((row) => row.source_id))].sort()
  // The rows of weeks and days reach over the ends of the quarter; a week counts where its Thursday is.
  const inside = rows.filter((row) => row.period_kind === 'week' || daysWithin(row, facts.days) > 0)
  if (!inside.length) return missing(dims, 'not-collected')
  const weekly = inside[0]?.period_kind === 'week'
  const covered = sources.map((source) =>
    inside
      .filter((row) => row.source_id === source)
      .reduce((days, row) => days + (weekly ? 7 : daysWithin(row, facts.days)), 0),
  )
  const coverage = { days: Math.min(facts.of, ...covered), of: facts.of }
  const enough = coverage.days * 10 >= coverage.of * 9
  const daily = rows[0]?.period_kind === 'day' && rows.every((row) => /^\d{1,9}$/.test(row.value ?? ''))
  return {
    dims,
    value: sum(inside.map((row) => row.value ?? '0')),
    status: statusOf(inside, enough),
    reason: enough ? null : 'coverage',
    coverage,
    basis: sources.join(' '),
    flags: runningFlag(facts),
    weeks: daily
      ? byWeek(
          facts,
          rows.map((row) => ({ day: row.period, n: Number(row.value) })),
        )
      : null,
  }
}

function latest(facts: Facts, rows: MeasureRow[], dims: Cell['dims']): Cell {
  const last = rows.reduce((best, row) => (row.period >= best.period ? row : best))
  return {
    dims,
    value: last.value,
    status: statusOf([last], true),
    basis: `${last.source_id} ${last.period_kind}`,
    flags: last.period === facts.quarter ? [] : [`period:${last.period}`],
  }
}

/** The dims that an indicator has in the quarter, in the order of the text. */
export function dimsOf(facts: Facts, indicator: string): string[] {
  const dims = facts.measures
    .filter((row) => row.indicator === indicator && row.dim !== '')
    .map((row) => row.dim)
  return [...new Set(dims)].sort()
}

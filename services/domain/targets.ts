// How far the year's targets are: what has been reached, against what was aimed at and how much of the year has gone.
import type { Target } from '../../db/schema.ts'
import { compareDecimals, ratio, sum } from './decimal.ts'
import { cellAt } from './digest.ts'
import type { Facts } from './facts.ts'
import type { FigureId } from './figures/figure.ts'
import { figures } from './figures/list.ts'
import { readMeasure } from './measures.ts'
import { type PartRecord, sumParts, type TargetRecord } from './target-record.ts'

type Row = Pick<
  Target,
  'public_id' | 'label' | 'figure' | 'baseline' | 'aim' | 'least' | 'direction' | 'cumulative' | 'note'
> & { dims: Record<string, string> }

const figureOf = (row: Row) => figures.find((one) => one.id === row.figure)

/** What a target is measured by, in one quarter. */
export function measuredIn(row: Row, facts: Facts): string | null {
  const figure = figureOf(row)
  return figure
    ? cellAt(figure, figure.compute(facts), row.dims).value
    : readMeasure(facts, 'goal.actual', row.label, {}, 'not-entered').value
}

/** Whether the year's quarters are added up; what people enter is the year's sum already. */
export const addsUp = (row: Row): boolean => row.cumulative && figureOf(row) !== undefined

/**
 * `values`: of the year's quarters so far, that of the digest's `quarter` last. A target that is in parts is as far as
 * its parts are together, and not known while one of them is not.
 */
export function reachTarget(
  row: Row,
  quarter: string,
  values: readonly (string | null)[],
  parts: readonly PartRecord[] = [],
): TargetRecord {
  const figure = figureOf(row)
  const known = values.filter((one) => one !== null)
  const own = known.length ? (addsUp(row) ? sum(known) : (known.at(-1) ?? null)) : null
  const together = sumParts(parts)
  const actual = parts.length ? together.actual : own
  return {
    id: row.public_id,
    label: row.label,
    figure: (figure?.id ?? null) as FigureId | null,
    unit: figure?.unit ?? 'count',
    baseline: row.baseline,
    aim: parts.length ? together.aim : row.aim,
    direction: row.direction,
    least: row.least,
    cumulative: row.cumulative,
    actual,
    quarters: known.length,
    state: stateOf(parts.length ? { ...row, aim: together.aim } : row, actual, Number(quarter.at(-1))),
    note: row.note,
    ...(parts.length && { parts: [...parts] }),
  }
}

/** Behind its time: below that part of the aim that the year's elapsed quarters would ask for. */
function stateOf(row: Row, actual: string | null, elapsed: number): TargetRecord['state'] {
  if (actual === null) return 'unknown'
  const { aim, least, direction, cumulative } = row
  const atMost = compareDecimals(actual, aim) <= 0
  if (direction === 'down') return atMost ? 'reached' : 'behind'
  if (direction === 'range')
    return atMost && (least === null || compareDecimals(actual, least) >= 0) ? 'reached' : 'behind'
  if (compareDecimals(actual, aim) >= 0) return 'reached'
  if (!cumulative) return 'behind'
  const due = ratio(aim, '4', elapsed, 6) ?? aim
  return compareDecimals(actual, due) >= 0 ? 'going' : 'behind'
}

/** What has been reached of the aim, per cent; null where the aim is zero or is no amount to be filled. */
export function shareOfAim({ actual, aim, direction }: TargetRecord): string | null {
  if (actual === null || direction !== 'up' || compareDecimals(aim, '0') <= 0) return null
  return ratio(actual, aim, 100) ?? null
}

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

/**
 * `year`: the facts of the year's quarters so far, the quarter of the digest last. A target that is in parts is as far
 * as its parts are together, and not known while one of them is not.
 */
export function reachTarget(
  row: Row,
  year: readonly Facts[],
  parts: readonly PartRecord[] = [],
): TargetRecord {
  const figure = figures.find((one) => one.id === row.figure)
  const valueIn = (facts: Facts) =>
    figure
      ? cellAt(figure, figure.compute(facts), row.dims).value
      : readMeasure(facts, 'goal.actual', row.label, {}, 'not-entered').value
  const now = year.at(-1)
  const values = (row.cumulative && figure ? year : now ? [now] : []).map(valueIn)
  const known = values.filter((one) => one !== null)
  const own = known.length ? (row.cumulative ? sum(known) : (known.at(-1) ?? null)) : null
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
    state: stateOf(
      parts.length ? { ...row, aim: together.aim } : row,
      actual,
      Number(now?.quarter.at(-1) ?? 0),
    ),
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

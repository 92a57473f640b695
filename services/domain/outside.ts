// The surroundings at two dates: the newest number of each indicator, the one a year before it, and which way it went.
import type { SurroundingRow } from '../../db/figures/outside.ts'
import { compareDecimals } from './decimal.ts'
import type { OutsideRecord } from './digest-model.ts'
import { addDays } from './quarter.ts'

/** Told as a picture of the surroundings, never as a result of communication. */
export const surroundings = ['work.unemployment', 'work.open-jobs', 'surroundings'] as const
/** Statistics that may have been revised since the figures were frozen. */
export const moves = [
  'people.moved-in',
  'people.moved-out',
  'people.net-moved',
  'stay.arrivals',
  'stay.nights',
] as const

/** The same period a year earlier. */
function yearBefore(period: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return addDays(period, -364)
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
}

/** Of rows that reach up to the end of a quarter the newest of each indicator, part and source. */
export function pairSurroundings(rows: readonly SurroundingRow[]): OutsideRecord[] {
  const keyOf = (row: SurroundingRow) => `${row.indicator}\n${row.dim}\n${row.source_id}`
  return [...new Set(rows.map(keyOf))].flatMap((key) => {
    const mine = rows.filter((row) => keyOf(row) === key && row.value !== null)
    const last = mine.reduce<SurroundingRow | undefined>(
      (best, row) => (!best || row.period > best.period ? row : best),
      undefined,
    )
    if (!last || last.value === null) return []
    const before = mine.find(
      (row) => row.period_kind === last.period_kind && row.period === yearBefore(last.period),
    )
    const order = before?.value == null ? null : Math.sign(compareDecimals(last.value, before.value))
    return [
      {
        indicator: last.indicator,
        dim: last.dim,
        source: last.source_id,
        now: {
          period: last.period,
          value: last.value,
          status: last.status,
          retrieved: last.retrieved_at.toISOString(),
        },
        before: before?.value == null ? null : { period: before.period, value: before.value },
        turn: order === null ? null : order > 0 ? 'up' : order < 0 ? 'down' : 'same',
      } satisfies OutsideRecord,
    ]
  })
}

// The clock follows what is planned: a row with a time of its own is an item of the clock, and ends with its time.
import type { Cycle } from '../config/cycle.ts'
import { t } from '../config/i18n.ts'
import type { Label } from '../config/place.ts'
import { endClockItem, lockClockItem, saveClockItem } from '../db/clock.ts'
import type { Db } from '../db/open.ts'
import type { RowPart } from '../db/schema.ts'
import type { Act } from './curate.ts'
import { withCycle } from './domain/clock-rule.ts'
import { dayOf } from './domain/quarter.ts'

type Row = Record<string, unknown>
type Timed = { text: string; cycle: Cycle; review?: true }

/** Whoever answers for it is told a week before, and on the day. */
const LEADS = [7, 0]

/** After a change of the row, in its transaction: its item has the row's id; `row` is undefined when it has gone. */
export async function followRow(
  trx: Db,
  act: Act,
  at: Date,
  { part, id, row }: { part: RowPart; id: string; row: Row | undefined },
): Promise<void> {
  const { place } = act
  const timed = row && timeOf(part, row)
  if (!timed) {
    await endClockItem(trx, place.id, id, at)
    return
  }
  const before = await lockClockItem(trx, place.id, id)
  const history = before && !before.ended_at ? before.history : []
  const same = JSON.stringify(history.at(-1)?.cycle) === JSON.stringify(timed.cycle)
  const label = Object.fromEntries(
    place.languages.map((one) => [
      one,
      timed.review ? t(one, 'clock.item.review', { title: timed.text }) : timed.text,
    ]),
  ) as Label
  const item = {
    ...{ id, label, duty_id: (row.duty_id as string | null) ?? null, leads: before?.leads ?? LEADS },
    history: same ? history : withCycle(history, timed.cycle, dayOf(at, place.time_zone)),
    work: null,
  }
  await saveClockItem(trx, place.id, item, { by: act.name, at })
}

function timeOf(part: RowPart, row: Row): Timed | undefined {
  const timed = (text: unknown, cycle: unknown) =>
    cycle ? { text: String(text).split('\n', 1)[0] ?? '', cycle: cycle as Cycle } : undefined
  if (part === 'audience') return timed(`${row.whom}: ${row.what}`, row.cycle)
  if (part !== 'card') return undefined
  const review = timed(row.title, row.review_on && { every: 'once', day: row.review_on })
  return review && { ...review, review: true }
}

// The clock follows what is planned: a row with a time of its own is an item of the clock, and ends with its time.
import type { Cycle } from '../config/cycle.ts'
import { t } from '../config/i18n.ts'
import type { Label } from '../config/place.ts'
import { endClockItem, lockClockItem, saveClockItem } from '../db/clock.ts'
import type { Db } from '../db/open.ts'
import { readRow } from '../db/planned-rows.ts'
import { findPlan, type lockPlan } from '../db/plans.ts'
import type { Followed, RowPart } from '../db/schema.ts'
import type { Act } from './curate.ts'
import { withCycle } from './domain/clock-rule.ts'
import { sameParts } from './domain/edits.ts'
import { dayOf, inOrder } from './domain/quarter.ts'

type Row = Record<string, unknown>
type Plan = Awaited<ReturnType<typeof lockPlan>>
type Timed = { work: Followed; text: string; cycle: Cycle; from?: string; until?: string | null }

/** Rows of Kemijärvi’s model that a report of the usual year serves: one thing while their cycle is the same. */
const servedBy: Readonly<Record<string, string>> = {
  'int-paattajat': 'short-council',
  'int-johto': 'short-staff',
  'int-henkilosto': 'short-staff',
  'int-henkilosto-ajankohtaista': 'news',
}

/** Whoever answers for it is told a week before, and on the day. */
const LEADS = [7, 0]

/**
 * After a change of the row, in its transaction: its item has the row's id; `row` is undefined when it has gone. What a
 * plan holds is the clock's while that plan is in force.
 */
export async function followRow(
  trx: Db,
  act: Act,
  at: Date,
  { part, id, row, plan }: { part: RowPart; id: string; row: Row | undefined; plan?: Plan },
): Promise<void> {
  const { place } = act
  const today = dayOf(at, place.time_zone)
  const timed = row && timeOf(part, row, plan)
  if (!timed || (part === 'audience' && (await isServed(trx, place.id, id, timed.cycle)))) {
    await endClockItem(trx, place.id, id, { at, day: today })
    return
  }
  const before = await lockClockItem(trx, place.id, id)
  const was = before && !before.ended_at ? before : undefined
  const history = was?.history ?? []
  const same = sameParts({ cycle: history.at(-1)?.cycle }, { cycle: timed.cycle })
  const [, begins] = inOrder(timed.from ?? today, today)
  const item = {
    ...{ id, label: labelOf(act, timed), duty_id: (row.duty_id as string | null) ?? null },
    ...{ leads: before?.leads ?? LEADS, work: timed.work, until: timed.until ?? null },
    history: same ? history : withCycle(history, timed.cycle, begins),
  }
  // A calendar would take every saving for a change.
  if (!was || !sameParts(was, { ...was, ...item }))
    await saveClockItem(trx, place.id, item, { by: act.name, at })
}

async function isServed(trx: Db, place: string, id: string, cycle: Cycle): Promise<boolean> {
  const report = servedBy[id] && (await lockClockItem(trx, place, servedBy[id]))
  if (!report || report.ended_at) return false
  const { note: _, ...was } = { note: '', ...report.history.at(-1)?.cycle }
  const { note: __, ...now } = { note: '', ...cycle }
  return sameParts(was, now)
}

/** After a change of the clock's own items: the rows that a report serves, or serves no longer. */
export async function followServed(trx: Db, act: Act, at: Date): Promise<void> {
  for (const id of Object.keys(servedBy))
    await followRow(trx, act, at, {
      part: 'audience',
      id,
      row: await readRow(trx, 'audience', act.place.id, id),
    })
}

/** All actions of a plan that comes into force, or is in force no more. */
export async function followPlan(trx: Db, act: Act, at: Date, id: string): Promise<void> {
  const plan = await findPlan(trx, act.place.id, id)
  for (const row of plan?.actions ?? [])
    await followRow(trx, act, at, { part: 'action', id: row.id, row, plan })
}

function labelOf({ place }: Act, { work, text }: Timed): Label {
  const named = place.languages.map((one) => {
    if (work === 'action') return [one, t(one, 'clock.item.action', { what: text })]
    return [one, work === 'card' ? t(one, 'clock.item.card', { title: text }) : text]
  })
  return Object.fromEntries(named) as Label
}

function timeOf(part: RowPart, row: Row, plan: Plan): Timed | undefined {
  const timed = (work: Followed, text: unknown, cycle: unknown) =>
    cycle ? { work, text: String(text).split('\n', 1)[0] ?? '', cycle: cycle as Cycle } : undefined
  const once = (day: unknown) => day && { every: 'once', day }
  if (part === 'audience') return timed('audience', `${row.whom}: ${row.what}`, row.cycle)
  if (part === 'card') return timed('card', row.title, once(row.review_on))
  if (part !== 'action' || row.state === 'dropped') return undefined
  if (plan?.state !== 'in-force') return undefined
  const one = timed('action', row.what, row.cycle ?? once(row.day))
  if (!one || one.cycle.every === 'once') return one
  const until = row.state === 'done' ? (row.done_on as string | null) : plan.to_day
  return { ...one, from: plan.from_day, until }
}

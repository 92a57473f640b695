// What people do with the clock: mark a round done, move it, take that back; add, change and end items.
import type { Cycle } from '../config/cycle.ts'
import { t } from '../config/i18n.ts'
import type { Label } from '../config/place.ts'
import {
  endClockItem,
  listClockItems,
  lockClockItem,
  type NewClockItem,
  saveClockItem,
  saveClockRound,
} from '../db/clock.ts'
import { listDuties, saveDuty } from '../db/duties.ts'
import { makeId } from '../db/ids.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { readRow } from '../db/planned-rows.ts'
import { listEntries, readClock } from './clock.ts'
import { followServed } from './clock-follow.ts'
import { usualItems } from './clock-usual.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { FURTHEST_MOVE, isFollowed } from './domain/clock.ts'
import { withCycle } from './domain/clock-rule.ts'
import { sameParts } from './domain/edits.ts'
import { addDays, dayOf } from './domain/quarter.ts'
import { nextWorkingDay } from './domain/working-days.ts'
import { Refusal } from './errors.ts'
import { putWithHistory } from './planned.ts'

type Needs = Pick<Deps, 'db' | 'clock'>
export type RoundMove = { move: 'done' | 'open' } | { move: 'moved'; day: string; reason: string }

/** Says what became of a round. What the service sees done by itself is done whatever is said. */
export async function markRound(
  deps: Needs,
  act: Act,
  id: string,
  key: string,
  how: RoundMove,
): Promise<void> {
  const { place, name } = act
  const at = deps.clock()
  const today = dayOf(at, place.time_zone)
  await inTransaction(deps.db, async (trx) => {
    const item = await lockClockItem(trx, place.id, id)
    if (!item || item.ended_at) throw new Refusal('not-found', 404)
    const around = { from: addDays(today, -2 * 365), to: addDays(today, 2 * 365), today }
    const clock = await readClock(trx, place.id, around.from)
    const entry = listEntries(clock, around).find((one) => one.item.id === id && one.key === key)
    if (!entry) throw new Refusal('not-found', 404)
    if (entry.state === 'done' && how.move !== 'open') throw new Refusal('clock-done', 409)
    const day = how.move === 'moved' ? nextWorkingDay(how.day) : entry.day
    const furthest = addDays(entry.planned, FURTHEST_MOVE)
    if (how.move === 'moved' && (day < today || day > furthest)) throw new Refusal('clock-far', 400)
    const done = how.move === 'done'
    // What is done of a plan on one day is said in one place, the plan.
    const single = item.work === 'action' && item.history.at(-1)?.cycle.every === 'once'
    if (single && how.move !== 'moved') {
      const told = done ? { state: 'done', done_on: today } : { state: 'open', done_on: null }
      const row = await readRow(trx, 'action', place.id, id)
      return putWithHistory(trx, deps, act, 'action', id, { ...row, ...told })
    }
    await saveClockRound(trx, {
      ...{ place_id: place.id, item_id: id, key, planned: entry.planned, day },
      ...{ done_at: done ? at : null, done_by: done ? name : null },
      reason: how.move === 'moved' ? how.reason || null : (entry.said?.reason ?? null),
      ...{ by: name, at },
    })
    await record(trx, act, at, `clock-${how.move}`, `clock:${id}`, { round: key, day })
  })
}

export type ClockForm = { label: Label; duty: string | null; cycle: Cycle; leads: number[] }

/**
 * Changes an item, or adds one; a changed cycle holds from today, and what was due before stays as it was. `seen` is
 * the revision that the form was made after: what somebody has changed since is not written over unseen.
 */
export async function keepClockItem(
  deps: Needs,
  act: Act,
  id: string | null,
  form: ClockForm,
  seen?: number,
): Promise<void> {
  const { place, name: by } = act
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const before = id === null ? null : await lockClockItem(trx, place.id, id)
    if (before === undefined || before?.ended_at)
      throw seen !== undefined ? new Refusal('row-gone', 409) : new Refusal('not-found', 404)
    if (seen !== undefined && before && before.revision !== seen)
      throw new Refusal('row-moved', 409, { values: { who: before.by } })
    if (form.duty !== null && !(await listDuties(trx, place.id)).some((one) => one.id === form.duty))
      throw new Refusal('not-found', 404)
    const same = sameParts({ cycle: before?.history.at(-1)?.cycle }, { cycle: form.cycle })
    const today = dayOf(at, place.time_zone)
    if (before && isFollowed(before.work)) throw new Refusal('clock-follows', 409)
    const item = {
      ...{ id: id ?? makeId('v'), label: form.label, duty_id: form.duty, leads: form.leads },
      history: before && same ? before.history : withCycle(before?.history ?? [], form.cycle, today),
      ...{ work: before?.work ?? null, until: null },
    }
    await saveClockItem(trx, place.id, item, { by, at })
    await followServed(trx, act, at)
    await told(trx, act, at, item)
  })
}

/** When it is reminded of: all that is said here of an item that follows a row. */
export async function keepLeads(deps: Needs, act: Act, id: string, leads: number[]): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const before = await lockClockItem(trx, act.place.id, id)
    if (!before || before.ended_at) throw new Refusal('not-found', 404)
    const { label, duty_id, history, work, until } = before
    const item = { id, label, duty_id, history, work, until, leads }
    await saveClockItem(trx, act.place.id, item, { by: act.name, at })
    await told(trx, act, at, item)
  })
}

export async function dropClockItem(deps: Needs, act: Act, id: string): Promise<void> {
  const at = deps.clock()
  const day = dayOf(at, act.place.time_zone)
  await inTransaction(deps.db, async (trx) => {
    const item = await lockClockItem(trx, act.place.id, id)
    if (item && isFollowed(item.work)) throw new Refusal('clock-follows', 409)
    if (!(await endClockItem(trx, act.place.id, id, { at, day }))) throw new Refusal('not-found', 404)
    await followServed(trx, act, at)
    await record(trx, act, at, 'clock-end', `clock:${id}`, {})
  })
}

/** Gives the place the year of the source documents: its items from today on, and the duties that they name. */
export async function addUsualItems(deps: Needs, act: Act): Promise<void> {
  const { id: place, time_zone, languages } = act.place
  const at = deps.clock()
  const today = dayOf(at, time_zone)
  const label = (key: Parameters<typeof t>[1]) =>
    Object.fromEntries(languages.map((one) => [one, t(one, key)])) as Label
  await inTransaction(deps.db, async (trx) => {
    const duties = new Set((await listDuties(trx, place)).map((one) => one.id))
    const known = new Set((await listClockItems(trx, [place])).map((one) => one.id))
    for (const { id, duty, cycle, leads, work } of usualItems.filter((one) => !known.has(one.id))) {
      if (!duties.has(duty)) await saveDuty(trx, place, duty, label(`duty.${duty}`))
      duties.add(duty)
      const item = { id, label: label(`clock.item.${id}`), duty_id: duty, leads, work, until: null }
      await saveClockItem(trx, place, { ...item, history: withCycle([], cycle, today) }, { by: act.name, at })
      await told(trx, act, at, { ...item, history: [] })
    }
    await followServed(trx, act, at)
  })
}

async function told(
  trx: Db,
  act: Act,
  at: Date,
  { id, label, duty_id, history }: NewClockItem,
): Promise<void> {
  await record(trx, act, at, 'clock-set', `clock:${id}`, {
    label,
    duty: duty_id,
    cycle: history.at(-1)?.cycle,
  })
}

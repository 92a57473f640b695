// The comms clock as rows: its items, what became of their rounds, and what was reminded of.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { ClockItem, ClockRound, ClockWork, Reminder } from './schema.ts'

/** The items of places, in the order of their ids; ended ones only when they came round after a day. */
export function listClockItems(db: Db, places: readonly string[], after?: string) {
  return db
    .selectFrom('clock_item')
    .select([
      ...(['place_id', 'id', 'label', 'duty_id', 'history', 'leads', 'work'] as const),
      ...(['until', 'revision', 'at', 'ended_at'] as const),
    ])
    .where('place_id', 'in', [...places])
    .where((eb) =>
      after === undefined
        ? eb('ended_at', 'is', null)
        : eb.or([eb('ended_at', 'is', null), eb('until', '>', after)]),
    )
    .orderBy('place_id')
    .orderBy('id')
    .execute()
}
export type ClockItemRow = Awaited<ReturnType<typeof listClockItems>>[number]

/** One item, also an ended one; held until the end of the transaction. */
export function lockClockItem(trx: Db, place: string, id: string) {
  return trx
    .selectFrom('clock_item')
    .selectAll()
    .where('place_id', '=', place)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export type NewClockItem = {
  id: string
  label: ClockItemRow['label']
  duty_id: string | null
  history: ClockItemRow['history']
  leads: readonly number[]
  work: ClockWork | null
  until: string | null
}

/** Writes an item; one that is there is changed, and one that had ended is there again. */
export async function saveClockItem(
  db: Db,
  place: string,
  one: NewClockItem,
  { by, at }: Pick<ClockItem, 'by' | 'at'>,
): Promise<void> {
  const row = { ...one, label: json(one.label), history: json(one.history), leads: json(one.leads), by, at }
  await db
    .insertInto('clock_item')
    .values({ ...row, place_id: place })
    .onConflict((same) =>
      same
        .columns(['place_id', 'id'])
        .doUpdateSet({ ...row, ended_at: null, revision: sql`clock_item.revision + 1` }),
    )
    .execute()
}

/** What was done of it until the day stays to be read. */
export async function endClockItem(
  db: Db,
  place: string,
  id: string,
  { at, day }: { at: Date; day: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('clock_item')
    .set({ ended_at: at, until: sql`least(until, ${day}::date)` })
    .where('place_id', '=', place)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** What people have said of rounds whose day, as planned or as moved, is not before `from`. */
export function listClockRounds(db: Db, places: readonly string[], from: string) {
  return db
    .selectFrom('clock_round')
    .select([
      'place_id',
      'item_id',
      'key',
      'planned',
      'day',
      'done_at',
      'done_by',
      'reason',
      'revision',
      'at',
    ])
    .where('place_id', 'in', [...places])
    .where(({ eb, or }) => or([eb('day', '>=', from), eb('planned', '>=', from)]))
    .execute()
}
export type ClockRoundRow = Awaited<ReturnType<typeof listClockRounds>>[number]

type NewRound = Omit<ClockRound, 'revision'>

/** Writes what became of a round, over what was said before. */
export async function saveClockRound(db: Db, round: NewRound): Promise<void> {
  await db
    .insertInto('clock_round')
    .values({ ...round, revision: 1 })
    .onConflict((same) =>
      same
        .columns(['place_id', 'item_id', 'key'])
        .doUpdateSet({ ...round, revision: sql`clock_round.revision + 1` }),
    )
    .execute()
}

/** False when this round was reminded of before with so many days left. */
export async function takeReminder(trx: Db, one: Reminder): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('reminder')
    .values(one)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The rounds of an item between two days that somebody has marked done, by their keys. */
export async function listTicks(
  db: Db,
  place: string,
  item: string,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('clock_round')
    .select('key')
    .where('place_id', '=', place)
    .where('item_id', '=', item)
    .where('done_at', 'is not', null)
    .where('planned', '>=', from)
    .where('planned', '<', to)
    .execute()
  return rows.map(({ key }) => key)
}

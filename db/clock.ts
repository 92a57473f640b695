// The comms clock as rows: its items, what became of their rounds, what was reminded of, and what is done by itself.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { ClockItem, ClockRound, ClockWork, DigestState, Reminder } from './schema.ts'

/** The items of places that have not ended, in the order of their ids. */
export function listClockItems(db: Db, places: readonly string[]) {
  return db
    .selectFrom('clock_item')
    .select(['place_id', 'id', 'label', 'duty_id', 'history', 'leads', 'work', 'revision', 'at'])
    .where('place_id', 'in', [...places])
    .where('ended_at', 'is', null)
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

export async function endClockItem(db: Db, place: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('clock_item')
    .set({ ended_at: at })
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

/** What the service sees done by itself: the weeks with a lift or a reason, and where the digests stand. */
export async function readClockFacts(db: Db, places: readonly string[], from: string) {
  const weeks = await sql<{ place_id: string; week: string }>`
    select place_id, week from lift where place_id = any(${places}) and ended_at is null and week >= ${from}
    union select place_id, week from lift_excuse where place_id = any(${places}) and week >= ${from}`.execute(
    db,
  )
  const digests = await sql<{ place_id: string; quarter: string; state: DigestState }>`
    select distinct on (place_id, quarter) place_id, quarter, state from digest
    where place_id = any(${places}) and quarter >= ${from} and state <> 'superseded'
    order by place_id, quarter, revision`.execute(db)
  return { weeks: weeks.rows, digests: digests.rows }
}

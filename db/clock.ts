// The comms clock as rows: its items, what became of their rounds, what was reminded of, and what is done by itself.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { ClockItem, ClockRound, ClockWork, DigestState, Reminder } from './schema.ts'

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

/** What the service sees done by itself: the weeks with a lift or a reason, where digests stand, reports sent. */
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
  const reports = await db
    .selectFrom('cycle_report')
    .select(['place_id', 'kind', 'quarter'])
    .where('place_id', 'in', [...places])
    .where('quarter', '>=', from)
    .where('sent_at', 'is not', null)
    .execute()
  const handled = await db
    .selectFrom('plan')
    .select(['place_id', sql<string>`handled_on`.as('day')])
    .where('place_id', 'in', [...places])
    .where('handled_on', '>=', from)
    .where('state', 'in', ['handled', 'in-force', 'replaced'])
    .execute()
  const reviewed = await db
    .selectFrom('process_model')
    .select(['place_id', 'id'])
    .where('place_id', 'in', [...places])
    .where('reviewed_on', 'is not', null)
    .execute()
  const actions = await db
    .selectFrom('plan_action')
    .select('id')
    .where('place_id', 'in', [...places])
    .where('day', '>=', from)
    .where('state', '=', 'done')
    .execute()
  const posted = await listPosted(db, places, from)
  return { weeks: weeks.rows, digests: digests.rows, reports, handled, reviewed, actions, posted }
}

/** The days on which what a plan does again and again was seen in a post: the town's by its tag, or tied by hand. */
async function listPosted(db: Db, places: readonly string[], from: string) {
  const { rows } = await sql<{ id: string; day: string }>`
    with follows as (
      select a.place_id, a.id, a.tags, '[?&]utm_campaign=' || a.utm || '(&|#|$)' as campaign, l.time_zone
      from plan_action a join place l on l.id = a.place_id
      join clock_item i on i.place_id = a.place_id and i.id = a.id
      where a.place_id = any(${[...places]}::text[]) and a.cycle is not null),
    own as (
      select p.id, p.place_id, p.card, p.marks from post p join account a on a.id = p.account_id
      where p.place_id in (select place_id from follows where campaign is not null)
        and a.kind in ('own', 'staff', 'partner') and p.published_at >= ${from}::date),
    found as (
      select f.id, f.time_zone, t.post_id, true as hand from follows f
        join plan_post t on t.place_id = f.place_id and t.action_id = f.id
      union select f.id, f.time_zone, g.post_id, false from follows f
        cross join jsonb_array_elements_text(f.tags) tag
        join post_tag g on g.place_id = f.place_id and g.key = tag
      union select f.id, f.time_zone, own.id, false from follows f join own on own.place_id = f.place_id
        where own.card ->> 'url' ~* f.campaign or exists (
          select from jsonb_array_elements(own.marks) m where m ->> 'href' ~* f.campaign))
    select distinct f.id, p.id as post, to_char(p.published_at at time zone f.time_zone, 'YYYY-MM-DD') as day
    from found f join post p on p.id = f.post_id left join account a on a.id = p.account_id
    where p.published_at >= ${from}::date and (f.hand or a.kind in ('own', 'staff', 'partner'))`.execute(db)
  return rows
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

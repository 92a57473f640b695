// What digests decided: who does what by when, and how it went; an action lives on over the quarters until it is done.
import type { Db } from './open.ts'
import type { DigestAction } from './schema.ts'

export type NewAction = Pick<DigestAction, 'what' | 'owner' | 'area_id' | 'due'>
type Who = { by: string; at: Date; sample?: boolean }

/** What the digest of a quarter decided, in the order of deciding. */
export function listActions(db: Db, place: string, quarter: string) {
  return db
    .selectFrom('digest_action')
    .selectAll()
    .where('place_id', '=', place)
    .where('quarter', '=', quarter)
    .orderBy('id')
    .execute()
}

/** Earlier promises that this quarter opens first: all of the quarter before, and older ones open when it began. */
export function listPromises(db: Db, place: string, quarter: string, days: { before: string; from: string }) {
  return db
    .selectFrom('digest_action')
    .selectAll()
    .where('place_id', '=', place)
    .where('quarter', '<', quarter)
    .where(({ eb, or }) =>
      or([eb('quarter', '=', days.before), eb('state', '=', 'open'), eb('done_on', '>=', days.from)]),
    )
    .orderBy('quarter')
    .orderBy('id')
    .execute()
}

export async function addAction(
  db: Db,
  place: string,
  quarter: string,
  id: string,
  one: NewAction,
  who: Who,
): Promise<void> {
  await db
    .insertInto('digest_action')
    .values({
      ...one,
      public_id: id,
      place_id: place,
      quarter,
      sample: who.sample ?? false,
      by: who.by,
      at: who.at,
    })
    .execute()
}

export type ActionChange = Partial<NewAction & Pick<DigestAction, 'result' | 'done_on'>> & {
  state?: 'open' | 'done' | 'dropped'
}

/** Changes an action; answers its quarter, or undefined when the place has no such action. */
export function changeAction(db: Db, place: string, id: string, change: ActionChange, who: Who) {
  return db
    .updateTable('digest_action')
    .set({ ...change, by: who.by, at: who.at })
    .where('place_id', '=', place)
    .where('public_id', '=', id)
    .returning('quarter')
    .executeTakeFirst()
}

/** Takes back what was decided by mistake, as long as its digest is not published. */
export function removeAction(db: Db, place: string, quarter: string, id: string) {
  return db
    .deleteFrom('digest_action')
    .where('place_id', '=', place)
    .where('quarter', '=', quarter)
    .where('public_id', '=', id)
    .returning('id')
    .executeTakeFirst()
}

// Who wants the front page by mail once a week, and which week was written to them last.
import { makeId } from './ids.ts'
import type { Db } from './open.ts'

export async function wantsWeekly(db: Db, place: string, person: number): Promise<boolean> {
  const row = await db
    .selectFrom('weekly_mail')
    .select('id')
    .where('place_id', '=', place)
    .where('person_id', '=', person)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** From the week after `week` on. */
export async function startWeekly(
  db: Db,
  place: string,
  person: number,
  { week, at }: { week: string; at: Date },
): Promise<void> {
  await db
    .insertInto('weekly_mail')
    .values({ public_id: makeId('w'), place_id: place, person_id: person, week, since: at, stopped_at: null })
    .onConflict((same) =>
      same.columns(['place_id', 'person_id']).doUpdateSet({ week, since: at, stopped_at: null }),
    )
    .execute()
}

export async function stopWeekly(db: Db, place: string, person: number, at: Date): Promise<void> {
  await db
    .updateTable('weekly_mail')
    .set({ stopped_at: at })
    .where('place_id', '=', place)
    .where('person_id', '=', person)
    .where('stopped_at', 'is', null)
    .execute()
}

/** One by its public id, with its reader's language; nothing when the reader works here no more. */
export function findWeekly(db: Db, id: string) {
  return db
    .selectFrom('weekly_mail')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['place_id', 'person_id', 'language', 'stopped_at'])
    .where('public_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Takes those to whom the week has not been written; each is taken once, however many ask. */
export async function takeWeekly(trx: Db, place: string, week: string) {
  return await trx
    .updateTable('weekly_mail')
    .set({ week })
    .where('place_id', '=', place)
    .where('stopped_at', 'is', null)
    .where('week', '<', week)
    .returning(['public_id', 'person_id'])
    .execute()
}

/** Whether anybody waits for the mail of the week: asked before the week is read. */
export async function isWeeklyDue(db: Db, place: string, week: string): Promise<boolean> {
  const row = await db
    .selectFrom('weekly_mail')
    .select('id')
    .where('place_id', '=', place)
    .where('stopped_at', 'is', null)
    .where('week', '<', week)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

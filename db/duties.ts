// What somebody answers for at a place, each duty with a holder and a deputy.
import { sql } from 'kysely'
import type { Label } from '../config/place.ts'
import { type Db, json } from './open.ts'

/** In their order, with who holds each and who stands in. */
export async function listDuties(db: Db, place: string) {
  const duties = await db
    .selectFrom('duty')
    .select(['id', 'label'])
    .where('place_id', '=', place)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const holders = await db
    .selectFrom('duty_holder')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['duty_id', 'deputy', 'person_id', 'name', 'email', 'since'])
    .where('place_id', '=', place)
    .where('ended_at', 'is', null)
    .execute()
  const find = (duty: string, deputy: boolean) =>
    holders.find((one) => one.duty_id === duty && one.deputy === deputy) ?? null
  return duties.map((duty) => ({ ...duty, holder: find(duty.id, false), deputy: find(duty.id, true) }))
}
export type DutyRow = Awaited<ReturnType<typeof listDuties>>[number]

/** Nobody else changes the duty until the transaction ends. */
export async function lockDuty(trx: Db, place: string, id: string): Promise<void> {
  const row = trx.selectFrom('duty').select('id').where('place_id', '=', place).where('id', '=', id)
  await row.forUpdate().execute()
}

/** Names a duty, or adds it after the others. */
export async function saveDuty(db: Db, place: string, id: string, label: Label): Promise<void> {
  await db
    .insertInto('duty')
    .values((eb) => ({
      ...{ place_id: place, id, label: json(label) },
      position: eb
        .selectFrom('duty')
        .select(sql<number>`coalesce(max(position) + 1, 0)`.as('position'))
        .where('place_id', '=', place),
    }))
    .onConflict((one) => one.columns(['place_id', 'id']).doUpdateSet({ label: json(label) }))
    .execute()
}

/** Sets who holds the duty, or who stands in; null leaves it to nobody. */
export async function setHolder(
  db: Db,
  place: string,
  duty: string,
  who: { deputy: boolean; person: number | null; at: Date },
): Promise<void> {
  const { deputy, person, at } = who
  await db
    .deleteFrom('duty_holder')
    .where('place_id', '=', place)
    .where('duty_id', '=', duty)
    .where('deputy', '=', deputy)
    .$if(person !== null, (query) => query.where('person_id', '!=', person as number))
    .execute()
  if (person === null) return
  await db
    .insertInto('duty_holder')
    .values({ place_id: place, duty_id: duty, deputy, person_id: person, since: at })
    .onConflict((one) => one.doNothing())
    .execute()
}

export async function dropDuty(db: Db, place: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('duty')
    .where('place_id', '=', place)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

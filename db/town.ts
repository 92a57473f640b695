// People as the town's own directory knows them, the roles that it gives, and whether passwords still open the door.
import { type Db, json } from './open.ts'
import type { Role } from './schema.ts'

/** Somebody who is still here, by directory and object id. */
export function findPersonByTown(db: Db, tenant: string, subject: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('subject', '=', subject)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Ties a person to a town account; a link for a password has served its purpose then. */
export async function bindPerson(
  db: Db,
  person: number,
  town: { tenant: string; subject: string },
): Promise<void> {
  await db
    .updateTable('person')
    .set({ ...town, link_hash: null, link_until: null })
    .where('id', '=', person)
    .execute()
}

/**
 * Sets what the directory gives at those places that it may speak for: roles that it gave and gives no more are taken
 * away, those given at the desk stay unless it says another. Answers where something changed.
 */
export async function setTownRoles(
  db: Db,
  person: number,
  places: readonly string[],
  given: ReadonlyMap<string, Role>,
): Promise<{ place: string; role: Role | null }[]> {
  const held = await db
    .selectFrom('person_role')
    .select(['place_id', 'role', 'given'])
    .where('person_id', '=', person)
    .execute()
  const changed: { place: string; role: Role | null }[] = []
  for (const place of places) {
    const had = held.find((one) => one.place_id === place)
    const role = given.get(place)
    if (role) {
      await db
        .insertInto('person_role')
        .columns(['person_id', 'place_id', 'role', 'given'])
        .expression((eb) =>
          eb
            .selectFrom('place')
            .select(({ val, ref }) => [
              val(person).as('p'),
              ref('id').as('i'),
              val(role).as('r'),
              val('town').as('g'),
            ])
            .where('id', '=', place),
        )
        .onConflict((one) => one.columns(['person_id', 'place_id']).doUpdateSet({ role, given: 'town' }))
        .execute()
      if (had?.role !== role) changed.push({ place, role })
    } else if (had?.given === 'town') {
      await db
        .deleteFrom('person_role')
        .where('person_id', '=', person)
        .where('place_id', '=', place)
        .execute()
      changed.push({ place, role: null })
    }
  }
  return changed
}

export async function saveShownName(db: Db, person: number, name: string): Promise<void> {
  await db.updateTable('person').set({ name }).where('id', '=', person).execute()
}

const PASSWORDS = { place: '', name: 'passwords' }

/** False when an operator has switched them off. */
export async function arePasswordsOn(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('place_id', '=', PASSWORDS.place)
    .where('name', '=', PASSWORDS.name)
    .executeTakeFirst()
  return row?.value !== false
}

export async function switchPasswords(db: Db, on: boolean): Promise<void> {
  await db
    .insertInto('setting')
    .values({ place_id: PASSWORDS.place, name: PASSWORDS.name, value: json(on) })
    .onConflict((one) => one.columns(['place_id', 'name']).doUpdateSet({ value: json(on) }))
    .execute()
}

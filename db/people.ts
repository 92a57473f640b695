// People who may work at the desk: their roles by place, their password, and the one-time link that sets it.
import type { Language } from '../config/place.ts'
import type { Db } from './open.ts'
import type { Role } from './schema.ts'

/** Somebody who is still here, by e-mail in any case of letters. */
export function findPersonByEmail(db: Db, email: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where(({ eb, fn }) => eb(fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Adds a person without a password; a one-time link lets them choose one. */
export async function addPerson(
  db: Db,
  person: { email: string; name: string; language: Language; operator?: boolean; at: Date },
): Promise<number> {
  const row = await db
    .insertInto('person')
    .values({
      email: person.email,
      name: person.name,
      language: person.language,
      operator: person.operator ?? false,
      created_at: person.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Gives a role at a place, in the stead of the one that was there. */
export async function setRole(db: Db, person: number, place: string, role: Role): Promise<void> {
  await db
    .insertInto('person_role')
    .values({ person_id: person, place_id: place, role })
    .onConflict((one) => one.columns(['person_id', 'place_id']).doUpdateSet({ role }))
    .execute()
}

/** Sets the password and ends what the old one opened: every session and the one-time link. */
export async function setPassword(db: Db, person: number, password: string): Promise<void> {
  await db
    .updateTable('person')
    .set({ password, link_hash: null, link_until: null })
    .where('id', '=', person)
    .execute()
  await db.deleteFrom('session').where('person_id', '=', person).execute()
}

/** A newer link makes the older one useless. */
export async function setLink(db: Db, person: number, hash: string, until: Date): Promise<void> {
  await db
    .updateTable('person')
    .set({ link_hash: hash, link_until: until })
    .where('id', '=', person)
    .execute()
}

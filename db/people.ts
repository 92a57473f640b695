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

export function findPerson(db: Db, id: number) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
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
    .onConflict((one) => one.columns(['person_id', 'place_id']).doUpdateSet({ role, given: 'desk' }))
    .execute()
}

/** Takes the role away; whoever has none left and is no operator may not sign in any more, and who they were goes. */
export async function dropRole(db: Db, person: number, place: string, at: Date): Promise<void> {
  await db.deleteFrom('person_role').where('person_id', '=', person).where('place_id', '=', place).execute()
  for (const table of ['duty_holder', 'weekly_mail'] as const)
    await db.deleteFrom(table).where('person_id', '=', person).where('place_id', '=', place).execute()
  const ended = await db
    .updateTable('person')
    .set({
      ...{ ended_at: at, password: null, link_hash: null, link_until: null, tenant: null, subject: null },
      ...{ name: '', email: `ended-${person}` },
    })
    .where('id', '=', person)
    .where('operator', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('person_role').select('person_id').where('person_id', '=', person))),
    )
    .returning('id')
    .executeTakeFirst()
  if (ended) await db.deleteFrom('session').where('person_id', '=', person).execute()
}

export function listRoles(db: Db, person: number) {
  return db
    .selectFrom('person_role')
    .innerJoin('place', 'place.id', 'place_id')
    .select(['place_id', 'role', 'place.name'])
    .where('person_id', '=', person)
    .orderBy('place_id')
    .execute()
}

/** Who works at a place. */
export function listPeople(db: Db, place: string) {
  return db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person.id', 'name', 'email', 'language', 'role', 'operator', 'sample', 'link_until', 'given'])
    .select((eb) => eb('subject', 'is not', null).as('town'))
    .select('person.created_at')
    .select((eb) => eb('password', 'is not', null).as('signed'))
    .where('place_id', '=', place)
    .where('ended_at', 'is', null)
    .orderBy('person.id')
    .execute()
}

export async function setLanguage(db: Db, person: number, language: Language): Promise<void> {
  await db.updateTable('person').set({ language }).where('id', '=', person).execute()
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

/** Who holds a living link; with `lock` two uses of it wait for one another. */
export function findByLink(db: Db, hash: string, now: Date, lock?: 'lock') {
  return db
    .selectFrom('person')
    .selectAll()
    .where('link_hash', '=', hash)
    .where('link_until', '>', now)
    .where('ended_at', 'is', null)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
}

/** Who the holder of the first link turns out to be. */
export async function renamePerson(
  db: Db,
  person: number,
  to: { name: string; email: string },
): Promise<void> {
  await db.updateTable('person').set(to).where('id', '=', person).execute()
}

// Hashes that outlive the key: their salt is kept in the database and goes along in the export of the place.
import { hash, randomBytes } from 'node:crypto'
import { type Db, json } from './open.ts'

/** The place's salt; made when it is first needed. */
export async function readSalt(db: Db, place: string): Promise<string> {
  const find = () =>
    db
      .selectFrom('setting')
      .select('value')
      .where('place_id', '=', place)
      .where('name', '=', 'salt')
      .executeTakeFirst()
  const there = await find()
  if (there) return String(there.value)
  const value = json(randomBytes(32).toString('base64url'))
  await db
    .insertInto('setting')
    .values({ place_id: place, name: 'salt', value })
    .onConflict((one) => one.doNothing())
    .execute()
  return String((await find())?.value)
}

/** Salted SHA-256 of parts that cannot run into each other. */
export function saltedHash(salt: string, ...parts: string[]): string {
  return hash('sha256', JSON.stringify([salt, ...parts]), 'base64url')
}

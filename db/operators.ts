// Who can open the door at all: operators, and whether anybody can sign in yet.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/** True when some person could sign in now: then no first link is printed. */
export async function someoneCanSignIn(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('person')
    .select('id')
    .where((is) => is.or([is('password', 'is not', null), is('subject', 'is not', null)]))
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Operators who can sign in, wherever they have a role. */
export function listOperators(db: Db) {
  return db
    .selectFrom('person')
    .select(['email', 'language'])
    .where('operator', '=', true)
    .where('ended_at', 'is', null)
    .where((is) => is.or([is('password', 'is not', null), is('subject', 'is not', null)]))
    .orderBy('id')
    .execute()
}

/** Two api processes that start together wait for one another here; the lock goes with the transaction. */
export async function waitForFirstPerson(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7401321)`.execute(trx)
}

export async function makeOperator(db: Db, person: number): Promise<void> {
  await db.updateTable('person').set({ operator: true }).where('id', '=', person).execute()
}

// Sessions as rows: the row holds the SHA-256 of the cookie's secret, so a copy of the table opens nothing.
import type { Db } from './open.ts'
import type { SignInWay } from './schema.ts'

const IDLE = 8 * 3_600_000
/** Town accounts sign in anew every working day, since their roles are told then. */
const LONGEST = { password: 7 * 86_400_000, town: IDLE }
const TOUCH = 60_000

export async function saveSession(
  db: Db,
  session: { hash: string; person: number; csrf: string; agent: string | null; way?: SignInWay; at: Date },
): Promise<void> {
  const { way = 'password' } = session
  await db
    .insertInto('session')
    .values({
      way,
      hash: session.hash,
      person_id: session.person,
      csrf: session.csrf,
      created_at: session.at,
      seen_at: session.at,
      ends_at: new Date(session.at.getTime() + LONGEST[way]),
      agent: session.agent?.slice(0, 200) ?? null,
    })
    .execute()
}

/** The living session and its person; noted as seen at most once a minute, so that reading writes seldom. */
export async function findSession(db: Db, hash: string, now: Date) {
  const found = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['hash', 'person_id', 'csrf', 'seen_at', 'way', 'name', 'email', 'language', 'operator'])
    .where('hash', '=', hash)
    .where('ends_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - IDLE))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (found && now.getTime() - found.seen_at.getTime() > TOUCH)
    await db.updateTable('session').set({ seen_at: now }).where('hash', '=', hash).execute()
  return found
}

export function listSessions(db: Db, person: number) {
  return db
    .selectFrom('session')
    .select(['hash', 'created_at', 'seen_at', 'agent', 'way'])
    .where('person_id', '=', person)
    .orderBy('seen_at', 'desc')
    .execute()
}

export async function endSession(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('session').where('hash', '=', hash).execute()
}

/** Ends every session of a person but the one that asks. */
export async function endOtherSessions(db: Db, person: number, keep: string): Promise<void> {
  await db.deleteFrom('session').where('person_id', '=', person).where('hash', '!=', keep).execute()
}

/** Ends every session of a person. */
export async function endSessions(db: Db, person: number): Promise<void> {
  await db.deleteFrom('session').where('person_id', '=', person).execute()
}

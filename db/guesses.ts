// What was tried lately, counted in the database so that a restart forgets nothing and all processes count together.
import { sql } from 'kysely'
import { inLine } from './lines.ts'
import { type Db, inTransaction } from './open.ts'

/**
 * Asks `judge` with the moments of the last hour whether one more try is allowed (0) or how many seconds to wait, and
 * notes the try when it is. Tries under one key wait for one another: a thousand at once are judged one by one.
 */
export function noteTry(
  db: Db,
  key: string,
  now: Date,
  judge: (tries: Date[], now: Date) => number,
): Promise<number> {
  const ask = async (trx: Db) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`guess:${key}`}))`.execute(trx)
    const rows = await trx
      .selectFrom('guess')
      .select('at')
      .where('key', '=', key)
      .where('at', '>', new Date(now.getTime() - 3_600_000))
      .orderBy('at')
      .execute()
    const wait = judge(
      rows.map((row) => row.at),
      now,
    )
    if (wait === 0) await trx.insertInto('guess').values({ key, at: now }).execute()
    return wait
  }
  return db.isTransaction ? ask(db) : inLine(`guess ${key}`, () => inTransaction(db, ask))
}

/** Whoever got in starts counting anew. */
export async function forgetTries(db: Db, key: string): Promise<void> {
  await db.deleteFrom('guess').where('key', '=', key).execute()
}

/** Notes that a key has been used; false when it had been before. Two uses at once wait for one another. */
export async function spend(trx: Db, key: string, now: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext(${`guess:${key}`}))`.execute(trx)
  const used = await trx.selectFrom('guess').select('at').where('key', '=', key).limit(1).executeTakeFirst()
  if (!used) await trx.insertInto('guess').values({ key, at: now }).execute()
  return !used
}

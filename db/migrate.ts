// Brings the schema to the newest migration, forward only, each step once even when ten processes start together.
import { sql } from 'kysely'
import { CannotStart } from '../config/cannot-start.ts'
import { type Migration, migrations } from './migrations/index.ts'
import { type Db, inTransaction } from './open.ts'

const LOCK = 7_401_320 // our own number for pg_advisory_xact_lock

/** Names of the migrations that are still to be run; all of them on an empty database. */
export async function pendingMigrations(db: Db, all: readonly Migration[] = migrations): Promise<string[]> {
  const there = await sql<{ found: boolean }>`select to_regclass('migration') is not null as found`.execute(
    db,
  )
  if (!there.rows[0]?.found) return all.map((one) => one.name)
  const done = await sql<{ name: string }>`select name from migration`.execute(db)
  const names = new Set(done.rows.map((row) => row.name))
  const known = new Set(all.map((one) => one.name))
  const newer = [...names].find((name) => !known.has(name))
  if (newer)
    throw new CannotStart(
      `The database was made by a newer Somewall (it has ${newer}). Start that version, or restore an older dump.`,
    )
  return all.filter((one) => !names.has(one.name)).map((one) => one.name)
}

/** Runs what is pending; returns the names that this call ran. Each migration is one transaction. */
export async function migrate(db: Db, all: readonly Migration[] = migrations): Promise<string[]> {
  const ran: string[] = []
  for (const migration of all) {
    const mine = await inTransaction(db, async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)
      await sql`create table if not exists migration (name text primary key, ran_at timestamptz(3) not null)`.execute(
        trx,
      )
      if (!(await pendingMigrations(trx, all)).includes(migration.name)) return false
      for (const statement of migration.statements) await sql.raw(statement).execute(trx)
      await sql`insert into migration values (${migration.name}, now())`.execute(trx)
      return true
    })
    if (mine) ran.push(migration.name)
  }
  return ran
}

// Both databases for a test file: each suite runs on PGlite and on PostgreSQL, emptied before every test.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest'
import { type Database, openDatabase } from '../db/open.ts'

/** Runs the suite twice; `open()` gives the database of the running one, empty before each test. */
export function onBothDatabases(
  title: string,
  suite: (open: () => Database, kind: 'embedded' | 'postgres') => void,
): void {
  for (const kind of ['embedded', 'postgres'] as const)
    describe(`${title} (${kind})`, () => {
      let database: Database
      let drop = async () => {}
      beforeAll(async () => {
        if (kind === 'embedded') database = await openTestEmbedded()
        else ({ database, drop } = await openTestPostgres())
      }, 60_000)
      beforeEach(() => emptyDatabase(database))
      afterAll(async () => {
        await database?.close()
        await drop()
      })
      suite(() => database, kind)
    })
}

/** Embedded databases that nobody uses: opening one costs more than most of the tests that want it. */
const free: Database[] = []

/** A migrated embedded database in memory, empty; closed, it is the next one's. */
export async function openTestEmbedded(): Promise<Database> {
  const database = free.pop() ?? (await openDatabase({ snapshot: readSnapshot() }))
  await sql`drop schema if exists pgboss cascade`.execute(database.db)
  await emptyDatabase(database)
  const close = async () => {
    if (!database.embedded?.closed) free.push(database)
  }
  return { ...database, close }
}

const readSnapshot = () => new Uint8Array(readFileSync(inject('snapshot')))

/** A migrated database of its own on the run's PostgreSQL, and how to drop it. */
export async function openTestPostgres(): Promise<{
  database: Database
  url: string
  drop: () => Promise<void>
}> {
  const server = inject('postgres')
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const run = async (text: string) => {
    // A template must have no other session while it is copied, so copies wait for one another.
    const client = new pg.Client(server.replace('/postgres?', '/template1?'))
    await client.connect()
    await client.query('select pg_advisory_lock(1)')
    await client.query(text)
    await client.end()
  }
  await run(`create database ${name} template postgres`)
  const url = server.replace('/postgres?', `/${name}?`)
  return {
    database: await openDatabase({ url }),
    url,
    drop: () => run(`drop database if exists ${name} with (force)`),
  }
}

/**
 * Empties every table of ours, but not the record of migrations: deleting is ten times as fast as truncating, and most
 * tables have never had a row.
 */
export async function emptyDatabase({ db }: Database): Promise<void> {
  await sql`do $$
    declare statement text;
    begin
      perform set_config('session_replication_role', 'replica', true);
      for statement in select format('delete from %I', relname) from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration'
          and pg_relation_size(oid) > 0
      loop execute statement; end loop;
      perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences
        where schemaname = 'public' and last_value is not null;
    end $$`.execute(db)
}

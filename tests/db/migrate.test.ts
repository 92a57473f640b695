// R14: each step of the schema runs once and whole, whoever starts and whatever is killed.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrate, pendingMigrations } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import { openDatabase } from '../../db/open.ts'
import { onBothDatabases, openTestPostgres } from '../db.ts'

const LONG = process.env.LONG === '1'
const step = (name: string, statements: readonly string[]) => ({ name, statements })
const more = [
  ...migrations,
  step('0900-first', [
    'create table nine (n int4 not null)',
    'insert into nine values (1)',
    'select pg_sleep(0.02)',
  ]),
  step('0901-second', [
    'insert into nine values (2)',
    'alter table nine add column m int4',
    'select pg_sleep(0.02)',
  ]),
]

it('runs each step once when ten start at the same moment (R14)', async () => {
  const { database, url, drop } = await openTestPostgres()
  const all = await Promise.all(Array.from({ length: 10 }, () => openDatabase({ url, connections: 1 })))
  const ran = await Promise.all(all.map(({ db }) => migrate(db, more)))
  expect(ran.flat().sort()).toEqual(['0900-first', '0901-second'])
  const { rows } = await sql`select n from nine order by n`.execute(database.db)
  expect(rows).toEqual([{ n: 1 }, { n: 2 }])
  for (const one of [...all, database]) await one.close()
  await drop()
})

it('is completed by the next start when the database connection is killed at any statement (R14)', async () => {
  const { database, url, drop } = await openTestPostgres()
  for (let kill = 0; kill < (LONG ? 20 : 4); kill++) {
    const victim = await openDatabase({ url, connections: 1 })
    const dying = migrate(victim.db, more).then(
      () => 'done',
      () => 'killed',
    )
    await new Promise((done) => setTimeout(done, kill * 7))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db)
    await dying
    await victim.close()
    await migrate(database.db, more)
    const { rows } = await sql`select n from nine order by n`.execute(database.db)
    expect(rows).toEqual([{ n: 1 }, { n: 2 }])
    expect(await pendingMigrations(database.db, more)).toEqual([])
    await sql`drop table nine`.execute(database.db)
    await sql`delete from migration where name like '09%'`.execute(database.db)
  }
  await database.close()
  await drop()
})

onBothDatabases('migrations', (open) => {
  it('leave nothing of a step whose last statement fails', async () => {
    const { db } = open()
    const broken = [
      ...migrations,
      step('0950-broken', ['create table half (n int4)', 'select no_such_function()']),
    ]
    await expect(migrate(db, broken)).rejects.toThrow('no_such_function')
    const { rows } = await sql`select to_regclass('half') is null as gone`.execute(db)
    expect(rows).toEqual([{ gone: true }])
  })
  it('refuse a database that a newer program has made', async () => {
    const { db } = open()
    await expect(pendingMigrations(db, migrations.slice(0, -1))).rejects.toThrow(
      'was made by a newer Somewall',
    )
  })
})

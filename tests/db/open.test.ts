// Both databases give the same values, migrate once and hear a notice only after the commit.
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrate, pendingMigrations } from '../../db/migrate.ts'
import { isUnreachable, json } from '../../db/open.ts'
import { onBothDatabases, openTestPostgres } from '../db.ts'

onBothDatabases('both databases give the same JavaScript values', (open) => {
  it('reads every type that we store alike', async () => {
    const { db } = open()
    const { rows } =
      await sql`select 1::int4 as n, 1::int8 as big, 1.50::numeric as money, '2026-11-01'::date as day,
      '2026-11-01T10:00:00.123Z'::timestamptz(3) as at, ${json({ a: [1] })}::jsonb as data, true as yes, 
        null::int4 as none,
      interval '1 day' as span`.execute(db)
    expect(rows).toEqual([
      {
        n: 1,
        big: '1',
        money: '1.50',
        day: '2026-11-01',
        at: new Date('2026-11-01T10:00:00.123Z'),
        data: { a: [1] },
        yes: true,
        none: null,
        span: '1 day',
      },
    ])
  })
  it('keeps bytes as they are, whatever they are', async () => {
    const { db } = open()
    const bytes = Uint8Array.from({ length: 1024 }, (_, at) => at % 256)
    // A part of a larger piece of memory, as files are.
    const given = [bytes.subarray(100, 900), new Uint8Array()]
    for (const one of given) {
      const { rows } = await sql<{ back: Uint8Array; n: number }>`
        select ${one}::bytea as back, length(${one}::bytea) as n`.execute(db)
      expect([[...(rows[0]?.back ?? [])], rows[0]?.n]).toEqual([[...one], one.length])
    }
  })
  it('keeps a moment to the millisecond on its way in and out', async () => {
    const { db } = open()
    const at = new Date('2026-10-25T00:59:59.999Z')
    const { rows } = await sql<{ at: Date }>`select ${at}::timestamptz(3) as at`.execute(db)
    expect(rows[0]?.at).toEqual(at)
  })
  it('has nothing left to migrate, and migrating again does nothing', async () => {
    const { db } = open()
    expect(await pendingMigrations(db)).toEqual([])
    expect(await migrate(db)).toEqual([])
  })
  it('hears a notice only after the commit', async () => {
    const { db, listen } = open()
    const heard: string[] = []
    const stop = await listen('wall', (text) => void heard.push(text))
    await new Promise((done) => setTimeout(done, 200))
    await db.transaction().execute(async (trx) => {
      await sql`select pg_notify('wall', 'kemijarvi')`.execute(trx)
      await new Promise((done) => setTimeout(done, 50))
      expect(heard).toEqual([])
    })
    await expect.poll(() => heard).toEqual(['kemijarvi'])
    await stop()
  })
})

it('takes a connection cut in the middle of a transaction for an absent database, not for a bug', async () => {
  const { database, drop } = await openTestPostgres()
  const cut = database.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    const gone = sql`select pg_terminate_backend(${rows[0]?.pid}, 5000) as gone`.execute(database.db)
    expect((await gone).rows).toEqual([{ gone: true }])
    await setImmediate()
    await sql`select 1`.execute(trx)
  })
  expect(await cut.catch(isUnreachable)).toBe(true)
  await database.close()
  await drop()
})

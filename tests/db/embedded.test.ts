// The thread of the embedded database: the event loop stays free, and a thread that is silent is ended for good.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, inject, it, vi } from 'vitest'
import { type Begun, type Embedded, openEmbedded } from '../../db/embedded.ts'

// Opening takes long when the machine has other work.
vi.setConfig({ testTimeout: 60_000 })
let open: Embedded[] = []
const ends: string[] = []
async function start(
  limit?: number,
  snapshot: Uint8Array = readFileSync(inject('snapshot')),
): Promise<Embedded> {
  const embedded = await openEmbedded(undefined, {
    ...(limit && { limit }),
    snapshot,
    onEnd: (cause) => void ends.push(cause.message),
  })
  open.push(embedded)
  return embedded
}
afterEach(async () => {
  for (const one of open) await one.close()
  open = []
  ends.length = 0
})
async function transaction<T>(db: Embedded, work: (tx: Begun) => Promise<T>): Promise<T> {
  const tx = await db.begin()
  try {
    const value = await work(tx)
    await tx.end(true)
    return value
  } catch (error) {
    await tx.end(false)
    throw error
  }
}
/** Work for the processor that PostgreSQL cannot cut short. */
const busy = (rows: number) =>
  `select count(*)::int as n from generate_series(1, ${rows}) a where md5(a::text) = ''`
const FOREVER = 2_000_000_000

it('answers queries, several statements at once, and both with the code of an error', async () => {
  const db = await start()
  expect((await db.query('select $1::int + 1 as n', [1])).rows).toEqual([{ n: 2 }])
  expect((await db.query('select 1, 2', [], { rowMode: 'array' })).rows).toEqual([[1, 2]])
  expect(
    await db.exec('create table kept (n int primary key); insert into kept values (1), (2)'),
  ).toHaveLength(2)
  await expect(db.query('insert into kept values (1)')).rejects.toMatchObject({
    code: '23505',
    table: 'kept',
  })
  await expect(db.exec('select * from missing')).rejects.toMatchObject({ code: '42P01' })

  // A transaction keeps all or nothing, and what is asked beside it waits for its end.
  const beside: Promise<unknown>[] = []
  await transaction(db, async (tx) => {
    await tx.query('insert into kept values (3)')
    beside.push(db.query('select count(*)::int as n from kept').then(({ rows }) => rows))
    await tx.exec('insert into kept values (4)')
  })
  expect(await Promise.all(beside)).toEqual([[{ n: 4 }]])
  const broken = transaction(db, async (tx) => {
    await tx.query('insert into kept values (5)')
    throw new Error('on second thoughts')
  })
  await expect(broken).rejects.toThrow('on second thoughts')
  expect((await db.query('select max(n) as n from kept')).rows).toEqual([{ n: 4 }])

  const heard: string[] = []
  const unlisten = await db.listen('wall', (text) => void heard.push(text))
  await db.query("select pg_notify('wall', 'one')")
  await expect.poll(() => heard).toEqual(['one'])
  await unlisten()
  await db.query("select pg_notify('wall', 'two')")
  expect(heard).toEqual(['one'])

  // A dump is what was committed, even when it is made in the middle of a transaction.
  const file = join(tmpdir(), `${randomUUID()}.tar`)
  await transaction(db, async (tx) => {
    await tx.query('insert into kept values (7)')
    await db.dump(file)
  })
  const copy = await start(undefined, readFileSync(file))
  expect((await copy.query('select array_agg(n order by n) as n from kept')).rows).toEqual([
    { n: [1, 2, 3, 4] },
  ])
})

it('lets whoever only reads go before the transactions that have lined up to write', async () => {
  const db = await start()
  const told: string[] = []
  const write = (name: string) =>
    transaction(db, async (tx) => {
      for (let n = 0; n < 3; n++) await tx.query('select 1')
      told.push(name)
    })
  const read = async () => {
    const tx = await db.begin(true)
    await expect(tx.query('create table never ()')).rejects.toMatchObject({ code: '25006' })
    told.push('read')
    await tx.end(false)
  }
  const writes = [write('first'), write('second'), write('third')]
  const others = [read(), db.query('select 2').then(() => told.push('asked'))]
  await Promise.all([...writes, ...others])
  expect(told).toEqual(['first', 'asked', 'read', 'second', 'third'])
})

it('leaves the event loop free while a query works', async () => {
  const db = await start()
  let ticks = 0
  const timer = setInterval(() => ticks++, 5)
  const begun = performance.now()
  await db.query(busy(400_000))
  const ms = performance.now() - begun
  clearInterval(timer)
  expect(ms).toBeGreaterThan(100)
  expect(ticks).toBeGreaterThan(ms / 5 / 4)
})

it('ends a runaway query with its thread: who waits is told, and the owner hears it once', async () => {
  const db = await start(1_000)
  const waits = [db.query(busy(FOREVER)), db.query('select 1'), transaction(db, async () => 1)]
  for (const one of await Promise.allSettled(waits))
    expect(String((one as PromiseRejectedResult).reason)).toMatch(
      /the embedded database did not answer in 1\d\d\d ms/,
    )
  expect(ends).toHaveLength(1)
  expect(db.closed).toBe(true)
  await expect(db.query('select 1')).rejects.toThrow('did not answer')
})

it('ends a thread in which a transaction was forgotten, as no other call could ever be answered', async () => {
  const db = await start(1_000)
  void transaction(db, () => new Promise(() => {})).catch(() => {})
  await expect(db.query('select 1')).rejects.toThrow('did not answer')
  expect(ends).toHaveLength(1)
})

it('is patient with much work in small pieces, and with calls that wait for their turn behind it', async () => {
  const db = await start(1_000)
  const begun = performance.now()
  // So many that the last of the row waits longer than any single call may, however fast the machine is.
  await Promise.all(Array.from({ length: 80 }, () => db.query(busy(40_000))))
  expect(performance.now() - begun).toBeGreaterThan(1_000)
  expect(ends).toEqual([])
})

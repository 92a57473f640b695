// What is due is taken once, however many clocks ask, and its job is sent in the same transaction.
import { expect, it, vi } from 'vitest'
import { takeDueRounds, takeDueSources } from '../../db/due.ts'
import { tick, visits } from '../../workers/schedule.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { plenty } from '../wall.ts'

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const log = { warn() {}, error() {} }

onBothDatabases('the clock', (open) => {
  it('takes a due source once when many ask at once, and none that is off or not due', async () => {
    const { db } = open()
    await makePlace(db)
    await db.updateTable('source').set({ active: false }).where('id', '=', 'tuutit').execute()
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => db.transaction().execute((trx) => takeDueSources(trx, NOW))),
    )
    expect(asked.flat()).toEqual([{ place: 'kemijarvi', source: 'uutiset', kind: 'posts' }])
    expect(await db.transaction().execute((trx) => takeDueSources(trx, later(14)))).toEqual([])
  })
  it('gives a source whose job was lost to the clock again', async () => {
    const { db } = open()
    await makePlace(db)
    await db.transaction().execute((trx) => takeDueSources(trx, NOW))
    const again = await db.transaction().execute((trx) => takeDueSources(trx, later(16)))
    expect(again.map((one) => one.source).sort()).toEqual(['tuutit', 'uutiset'])
  })
  it('makes a round of every place at once, then only when its minutes have passed', async () => {
    const { db } = open()
    await makePlace(db)
    await makePlace(db, 'salla')
    const take = (at: Date) => db.transaction().execute((trx) => takeDueRounds(trx, 'reread', 15, at))
    const asked = await Promise.all([take(NOW), take(NOW), take(NOW)])
    expect(asked.flat().sort()).toEqual(['kemijarvi', 'salla'])
    expect(await take(later(14))).toEqual([])
    expect(await take(later(15))).toEqual(['kemijarvi', 'salla'])
  })
  it('moves nothing when the job cannot be sent', async () => {
    const { db } = open()
    await makePlace(db)
    const queue = { send: vi.fn().mockRejectedValue(new Error('no queue')) }
    await tick({ database: open(), db, clock: () => NOW, queue, log, space: () => plenty } as never)
    const due = await db.transaction().execute((trx) => takeDueSources(trx, NOW))
    expect(due.map((one) => one.source).sort()).toEqual(['tuutit', 'uutiset'])
  })
  it('sends each job once an hour of ticks, in the transaction that moved the time', async () => {
    const { db } = open()
    await makePlace(db)
    const sent: string[] = []
    const queue = {
      async send(name: string, _: object, { db: trx }: { db: typeof db }) {
        expect(trx.isTransaction).toBe(true)
        sent.push(name)
      },
    }
    for (let minute = 0; minute < 60; minute += 0.5)
      await tick(
        { database: open(), db, clock: () => later(minute), queue, log, space: () => plenty } as never,
        visits,
      )
    const count = (name: string) => sent.filter((one) => one === name).length
    expect({ reread: count('reread'), pictures: count('pictures'), prune: count('prune') }).toEqual({
      reread: 4,
      pictures: 12,
      prune: 1,
    })
  })
  it('dumps the embedded database every six hours, the first time after six', async () => {
    const { db, kind } = open()
    await makePlace(db)
    const sent: number[] = []
    const queue = { send: async (name: string) => void (name === 'dump' && sent.push(hour)) }
    let hour = 0
    for (; hour < 20; hour++) {
      const deps = { database: open(), db, clock: () => later(hour * 60), queue, log, space: () => plenty }
      await tick(deps as never, visits)
    }
    expect(sent).toEqual(kind === 'embedded' ? [6, 12, 18] : [])
  })
  it('leaves what is due alone while free space is low, and takes it at the first tick after', async () => {
    const { db } = open()
    await makePlace(db)
    const sent: string[] = []
    let low = true
    const deps = {
      ...{ database: open(), db, clock: () => NOW, log },
      queue: { send: async (name: string) => void sent.push(name) },
      space: () => ({ low, rooms: [] }),
    }
    for (let n = 0; n < 3; n++) await tick(deps as never)
    // What copies no pictures, brings nothing in or makes room goes on.
    expect([...new Set(sent)].sort()).toEqual(['compile-digest', 'pictures', 'prune', 'remind', 'warn'])
    low = false
    await tick(deps as never)
    expect([...new Set(sent)].sort()).toEqual([
      'collect',
      'compile-digest',
      'pictures',
      'prune',
      'remind',
      'reread',
      'warn',
    ])
  })
})

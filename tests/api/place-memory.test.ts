// What visitors are spared: a change that has only come, also when this process looks before the notice has reached it.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { makePlaceMemory } from '../../services/api/place-memory.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace } from '../makers.ts'

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A memory that has loaded the place, and what it is told `late` milliseconds after it has seen a change by itself. */
async function remember({ db }: Database, notice?: { text: string; late: number }) {
  await makePlace(db)
  let hear: (text: string) => void = () => {}
  let seen = false
  const watched = db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const changed = result.rows.some((row) => Number((row as { revision?: unknown }).revision) === 1000)
      if (changed && !seen && notice) setTimeout(() => hear(notice.text), notice.late)
      seen ||= changed
      return result
    },
  })
  const listen = async (_: string, told: typeof hear) => {
    hear = told
    return async () => {}
  }
  let ahead = 0
  const clock = () => new Date(Date.now() + ahead)
  const memory = makePlaceMemory({ database: { listen } as Database, db: watched, clock })
  const stop = await memory.listen()
  const view = await memory.current('kemijarvi')
  if (!view) throw new Error('no place')
  const change = async () => {
    await sql`update place set revision = 1000 where id = 'kemijarvi'`.execute(db)
    await expect.poll(() => seen, { timeout: 2000 }).toBe(true)
  }
  const pass = (seconds: number) => {
    ahead += seconds * 1000
  }
  return { memory, view, stop, change, pass }
}

onBothDatabases('a place in memory', (open) => {
  it('still shows the last view when the notice, that something has come, was on its way', async () => {
    const { memory, view, stop, change } = await remember(open(), { text: 'kemijarvi soon', late: 15 })
    await change()
    await wait(150)
    expect(memory.isEnough(view)).toBe(true)
    await stop()
  })
  it.each([undefined, { text: 'kemijarvi', late: 15 }])(
    'shows it no more without such a notice: %j',
    async (notice) => {
      const { memory, view, stop, change } = await remember(open(), notice)
      await change()
      await wait(150)
      expect(memory.isEnough(view)).toBe(false)
      expect((await memory.current('kemijarvi'))?.stamp).toBe('1000')
      await stop()
    },
  )
  it('shows it four seconds more when it was only read anew, and nothing had changed', async () => {
    const { memory, view, stop, pass } = await remember(open())
    pass(31)
    expect(await memory.current('kemijarvi')).toBe(view)
    await expect.poll(() => memory.last('kemijarvi') === view).toBe(false)
    expect(memory.isEnough(view)).toBe(true)
    pass(5)
    expect(memory.isEnough(view)).toBe(false)
    await stop()
  })
  it('shows it no more when it was read anew and a change had not been heard of', async () => {
    const { memory, view, stop, pass } = await remember(open())
    pass(31)
    await sql`update place set revision = 2 where id = 'kemijarvi'`.execute(open().db)
    await memory.current('kemijarvi')
    await expect.poll(() => memory.last('kemijarvi') === view).toBe(false)
    expect(memory.isEnough(view)).toBe(false)
    await stop()
  })
})

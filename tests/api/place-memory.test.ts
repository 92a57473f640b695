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
  const memory = makePlaceMemory({ database: { listen } as Database, db: watched, clock: () => new Date() })
  const stop = await memory.listen()
  const view = await memory.current('kemijarvi')
  if (!view) throw new Error('no place')
  await sql`update place set revision = 1000 where id = 'kemijarvi'`.execute(db)
  await expect.poll(() => seen, { timeout: 2000 }).toBe(true)
  return { memory, view, stop }
}

onBothDatabases('a place in memory', (open) => {
  it('still shows the last view when the notice, that something has come, was on its way', async () => {
    const { memory, view, stop } = await remember(open(), { text: 'kemijarvi soon', late: 15 })
    await wait(150)
    expect(memory.isEnough(view)).toBe(true)
    await stop()
  })
  it.each([undefined, { text: 'kemijarvi', late: 15 }])(
    'shows it no more without such a notice: %j',
    async (notice) => {
      const { memory, view, stop } = await remember(open(), notice)
      await wait(150)
      expect(memory.isEnough(view)).toBe(false)
      expect((await memory.current('kemijarvi'))?.stamp).toBe('1000')
      await stop()
    },
  )
})

// R21: while many are at the door, work that can wait is done one piece at a time and rests five times as long.
import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { savePulse } from '../../db/pulse.ts'
import { atEase, atEaseInPieces, countRequest, setCrowd, takeCrowd } from '../../services/crowd.ts'
import { onBothDatabases } from '../db.ts'

afterEach(() => void setCrowd(false))

/** Keeps the thread busy, as reading a post does. */
function work(ms: number) {
  const until = performance.now() + ms
  while (performance.now() < until);
}
type Span = { from: number; to: number }
/** A job that works for so long and notes when. */
const job = (ms: number, spans: Span[]) => async () => {
  const from = performance.now()
  await new Promise((done) => setTimeout(done, ms))
  spans.push({ from, to: performance.now() })
}

it('lets jobs run beside each other, and at once, when nobody is there', async () => {
  const spans: Span[] = []
  await Promise.all([1, 2, 3].map(() => atEase(job(60, spans))))
  expect(Math.max(...spans.map(({ from }) => from))).toBeLessThan(Math.min(...spans.map(({ to }) => to)))
})
it('runs one job at a time, with a rest of five times its time after each, for a crowd', async () => {
  setCrowd(true)
  const spans: Span[] = []
  await Promise.all([20, 40, 20].map((ms) => atEase(job(ms, spans))))
  expect(spans).toHaveLength(3)
  for (const [nth, { from }] of spans.entries()) {
    const before = spans[nth - 1]
    if (before) expect(from - before.to).toBeGreaterThanOrEqual(5 * (before.to - before.from) - 5)
  }
})
it('hands on what a job answers and what it throws, and goes on after it', async () => {
  setCrowd(true)
  const fails = atEase(() => Promise.reject(new Error('broken')))
  const after = atEase(async () => 'done')
  await expect(fails).rejects.toThrow('broken')
  expect(await after).toBe('done')
})
it('rests between the pieces of two long works as if they were one', async () => {
  setCrowd(true)
  const begun = performance.now()
  let worked = 0
  const piece = () => {
    const from = performance.now()
    work(4)
    worked += performance.now() - from
  }
  await Promise.all([1, 2].map(() => atEaseInPieces([1, 2, 3, 4, 5], piece)))
  const took = performance.now() - begun
  expect(took).toBeGreaterThanOrEqual(5 * worked)
  expect(took).toBeLessThan(30 * worked)
})
it('takes twenty requests in a second for a crowd, counted since it was last asked', async () => {
  takeCrowd()
  await new Promise((done) => setTimeout(done, 200))
  for (let n = 0; n < 40; n++) countRequest()
  expect(takeCrowd()).toBe(true)
  await new Promise((done) => setTimeout(done, 200))
  countRequest()
  expect(takeCrowd()).toBe(false)
})

onBothDatabases('the pulse', (open) => {
  it('tells the worker that an api is crowded, for six seconds', async () => {
    const { db } = open()
    expect(await savePulse(db, 'worker')).toBe(false)
    expect(await savePulse(db, 'api', true)).toBe(true)
    expect(await savePulse(db, 'worker')).toBe(true)
    expect(await savePulse(db, 'api')).toBe(true)
    const aged = (seconds: number) =>
      sql`update setting set value = to_jsonb(now() - ${seconds} * interval '1 second') where name = 'crowd'`
    await aged(5).execute(db)
    expect(await savePulse(db, 'worker')).toBe(true)
    await aged(7).execute(db)
    expect(await savePulse(db, 'worker')).toBe(false)
    const { rows } = await sql<{ name: string }>`select name from setting order by name`.execute(db)
    expect(rows.map((row) => row.name)).toEqual(['crowd', 'pulse:api', 'pulse:worker'])
  })
})

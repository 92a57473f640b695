// R5: below 200 MB or a twentieth of a disk, collecting and the copying of pictures pause, and go on by themselves.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { readSpace, watchSpace } from '../../services/space.ts'

const home = mkdtempSync(join(tmpdir(), 'somewall-space-'))
afterAll(() => rmSync(home, { recursive: true }))
afterEach(() => vi.useRealTimers())
const env = { DATABASE_URL: undefined, DATA_DIR: home, MEDIA_DIR: join(home, 'media') }
const MB = 1_000_000

it.each([
  [201, 2_000, false],
  [199, 2_000, true],
  [251, 5_000, false],
  [249, 5_000, true],
  [0, 0, true],
])('with %d MB free of %d MB, low is %s', async (free, total, low) => {
  const space = await readSpace(env, async () => ({ free: free * MB, total: total * MB }))
  expect(space.low).toBe(low)
  expect(space.rooms.map((one) => one.folder)).toEqual(['DATA_DIR', 'MEDIA_DIR'])
})

it('looks at the parent of a folder that is not there, and with PostgreSQL at pictures only', async () => {
  const asked: string[] = []
  const ask = async (folder: string) => {
    asked.push(folder)
    if (folder.endsWith('media')) throw new Error('ENOENT')
    return { free: 1e12, total: 1e12 }
  }
  await readSpace({ ...env, DATABASE_URL: 'postgres://x' }, ask)
  expect(asked).toEqual([env.MEDIA_DIR, home])
  expect((await readSpace(env)).rooms.every((one) => one.total >= one.free && one.free >= 0)).toBe(true)
})

it('says once that it is low and once that it is enough again', async () => {
  vi.useFakeTimers()
  let free = 900 * MB
  const said: string[] = []
  const log = {
    warn: (_: object, text: string) => said.push(text),
    info: (_: object, text: string) => said.push(text),
  }
  const ask = async () => ({ free, total: 1_000 * MB })
  const { space, stop } = await watchSpace({ env: env as never, log: log as never }, ask)
  free = 100 * MB
  await vi.advanceTimersByTimeAsync(30_000)
  expect(space().low).toBe(true)
  free = 900 * MB
  await vi.advanceTimersByTimeAsync(30_000)
  expect(space().low).toBe(false)
  expect(said).toEqual([
    expect.stringContaining('collecting and copying of pictures pause'),
    expect.stringContaining('collecting goes on'),
  ])
  stop()
})

// The folder of the embedded database: opened whole, restored when damaged, never thrown away.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { listDumps, writeDump } from '../../db/dump.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { openDataDir } from '../../db/folder.ts'
import { NOW } from '../makers.ts'

// A folder takes seconds to make, and many of them when the machine has other work.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const LONG = process.env.LONG === '1'
const home = mkdtempSync(join(tmpdir(), 'somewall-folder-'))
const template = join(home, 'template')
let dir: string
let count = 0
const warnings: string[] = []
const options = { at: NOW, onEnd: () => {}, warn: (sentence: string) => void warnings.push(sentence) }

/** Opens, runs one statement and closes. */
async function once(statement: ReturnType<typeof sql>): Promise<unknown[]> {
  const database = await openDataDir(dir, options)
  const { rows } = await statement.execute(database.db)
  await database.close()
  return rows
}

// A folder that holds 1 in its dump and 2 in its tables.
beforeAll(async () => {
  dir = template
  cpSync(mkdtempSync(join(tmpdir(), 'somewall-empty-')), dir, { recursive: true })
  const database = await openDataDir(dir, options)
  await sql`create table kept as select 1 as n`.execute(database.db)
  if (!database.embedded) throw new Error('the folder did not open the embedded database')
  await writeDump(database.embedded, dir, NOW, 'test')
  await sql`update kept set n = 2`.execute(database.db)
  await database.close()
})
beforeEach(() => {
  warnings.length = 0
  dir = join(home, `case-${++count}`)
  cpSync(template, dir, { recursive: true })
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('opens a whole folder as it was left, without a word', async () => {
  expect(await once(sql`select n from kept`)).toEqual([{ n: 2 }])
  expect(warnings).toEqual([])
})

const damages: [string, (file: string) => void][] = [
  ['global/pg_control', (file) => writeFileSync(file, Buffer.alloc(8192, 7))],
  ['global/pg_control', (file) => truncateSync(file)],
  ['global/pg_control', (file) => rmSync(file)],
]
it.each(LONG ? damages : damages.slice(0, 1))(
  'restores the newest dump when %s is damaged, and keeps the damaged folder',
  async (file, damage) => {
    damage(join(dir, 'db', file))
    expect(await once(sql`select n from kept`)).toEqual([{ n: 1 }])
    expect(readdirSync(dir).filter((name) => name.startsWith('db.damaged-'))).toHaveLength(1)
    expect(warnings.join('\n')).toMatch(/could not be opened .* was kept as[\s\S]*was restored from/)
  },
)

it('tries the dump before when the newest is damaged too', async () => {
  rmSync(join(dir, 'db/PG_VERSION'))
  writeFileSync(join(dir, 'dumps/2027-01-01T00-00-00.000Z-stop.tar.gz'), 'not a dump')
  expect(await once(sql`select n from kept`)).toEqual([{ n: 1 }])
})

it.runIf(LONG)(
  'restores when the folder is gone but dumps are there, as after a kill in the middle of restoring',
  async () => {
    rmSync(join(dir, 'db'), { recursive: true })
    expect(await once(sql`select n from kept`)).toEqual([{ n: 1 }])
  },
)

it('refuses and changes nothing when the folder is damaged and there is no dump', async () => {
  rmSync(join(dir, 'dumps'), { recursive: true })
  rmSync(join(dir, 'db/PG_VERSION'))
  await expect(openDataDir(dir, options)).rejects.toThrow('has no dump to restore. Nothing was changed')
  expect(existsSync(join(dir, 'db/global/pg_control'))).toBe(true)
})

it('forgets a folder that was being made when its process was killed', async () => {
  cpSync(join(dir, 'db/global'), join(dir, 'db.new-17'), { recursive: true })
  expect(await once(sql`select n from kept`)).toEqual([{ n: 2 }])
  expect(readdirSync(dir)).not.toContain('db.new-17')
})

it('calls a database that only opens slowly slow, not damaged', async () => {
  await expect(openEmbedded(join(dir, 'db'), { openLimit: 1 })).rejects.toMatchObject({ code: 'ETIMEDOUT' })
})

it('keeps the newest seven dumps, readable by their owner only, and no half ones', async () => {
  writeFileSync(join(dir, 'dumps/2026-01-01T00-00-00.000Z-stop.tar.gz.part'), 'half')
  for (let day = 1; day <= 9; day++)
    await writeDump(
      { dump: async () => new Uint8Array([day]) },
      dir,
      new Date(Date.UTC(2027, 0, day)),
      'stop',
    )
  expect(listDumps(dir).map((path) => path.slice(-36))).toEqual(
    [9, 8, 7, 6, 5, 4, 3].map((day) => `2027-01-0${day}T00-00-00.000Z-stop.tar.gz`),
  )
  expect(readdirSync(join(dir, 'dumps'))).toHaveLength(7)
  expect(statSync(listDumps(dir)[0] as string).mode & 0o777).toBe(0o600)
})

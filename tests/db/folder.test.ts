// The folder of the embedded database: opened whole, restored when damaged, never thrown away.
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { copyDatabase, listDumps, writeDump } from '../../db/dump.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { openDataDir, restoreDump } from '../../db/folder.ts'
import { NOW } from '../makers.ts'

vi.mock('../../db/disk.ts', () => ({
  readDisk: async () => ({ free: full ? 1_000_000 : 1e12, total: 1e12 }),
}))
// A folder takes seconds to make, and many of them when the machine has other work.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const LONG = process.env.LONG === '1'
const home = mkdtempSync(join(tmpdir(), 'somewall-folder-'))
const template = join(home, 'template')
let dir: string
let count = 0
let full = false
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
  mkdirSync(dir)
  const database = await openDataDir(dir, options)
  await sql`create table kept as select 1 as n`.execute(database.db)
  if (!database.embedded) throw new Error('the folder did not open the embedded database')
  await writeDump(await copyDatabase(database.embedded, dir), NOW, 'test')
  await sql`update kept set n = 2`.execute(database.db)
  await database.close()
})
beforeEach(() => {
  full = false
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

it('forgets it also while the child of that process is still making it', async () => {
  const unfinished = join(dir, 'db.new-of-a-killed-one')
  mkdirSync(unfinished)
  const script = `import { writeFileSync } from 'node:fs'
    for (let n = 0; ; n++) {
      writeFileSync(process.argv[1] + '/' + n, 'x')
      if (n === 500) process.stdout.write('at work')
    }`
  const orphan = spawn(process.execPath, ['--input-type=module', '-e', script, unfinished])
  await new Promise((begun) => orphan.stdout.once('data', begun))
  expect(await once(sql`select n from kept`)).toEqual([{ n: 2 }])
  orphan.kill()
  expect(readdirSync(dir).filter((name) => name.startsWith('db.'))).toEqual([])
})

it('calls a database that only opens slowly slow, not damaged', async () => {
  await expect(openEmbedded(join(dir, 'db'), { openLimit: 1 })).rejects.toMatchObject({ code: 'ETIMEDOUT' })
})

it('calls a full disk full: nothing is put aside and no dump takes its place', async () => {
  // What opening says on a disk without room is what it says of damage.
  rmSync(join(dir, 'db/global/pg_control'))
  writeFileSync(join(dir, 'db/global/pg_control'), Buffer.alloc(8192, 7))
  full = true
  await expect(openDataDir(dir, options)).rejects.toThrow(
    /The disk of .* is full \(1 MB free\).* Nothing was changed/,
  )
  expect(readdirSync(dir).sort()).toEqual(['db', 'dumps'])
})

it('writes a dump that its owner only can read, and removes the half ones', async () => {
  writeFileSync(join(dir, 'dumps/2026-01-01T00-00-00.000Z-stop.tar.gz.part'), 'half')
  const copy = await copyDatabase({ dump: async (file) => writeFileSync(file, 'all of it') }, dir)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  const path = await writeDump(copy, new Date(Date.UTC(2027, 0, 2)), 'stop')
  expect(listDumps(dir)[0]).toBe(path)
  expect(readdirSync(join(dir, 'dumps'))).toHaveLength(2)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(gunzipSync(readFileSync(path))).toEqual(Buffer.from('all of it'))
})

it('makes no dump, and no part of one, when there is less room than the database takes', async () => {
  full = true
  const dump = () => Promise.reject(new Error('not asked for'))
  await expect(copyDatabase({ dump }, dir)).rejects.toThrow('has less free space')
  expect(readdirSync(join(dir, 'dumps'))).toHaveLength(1)
})

describe('a dump in the place of the database', () => {
  const dump = () => listDumps(dir)[0] as string

  it('is looked at first, and what was there is kept aside', async () => {
    const before = await restoreDump(dir, dump(), NOW, async (database) => {
      expect((await sql`select n from kept`.execute(database.db)).rows).toEqual([{ n: 1 }])
    })
    expect(before).toBe(join(dir, 'db.before-2026-11-25T10-00-00.000Z'))
    expect(await once(sql`select n from kept`)).toEqual([{ n: 1 }])
    rmSync(join(dir, 'db'), { recursive: true })
    renameSync(before as string, join(dir, 'db'))
    expect(await once(sql`select n from kept`)).toEqual([{ n: 2 }])
  })

  it('changes nothing when it is no dump, or when what is in it is not wanted', async () => {
    const other = join(dir, 'other.tar.gz')
    const whole = readFileSync(dump())
    for (const bytes of ['not a dump', '', whole.subarray(0, whole.length / 2)]) {
      writeFileSync(other, bytes)
      await expect(restoreDump(dir, other, NOW, async () => {})).rejects.toThrow()
    }
    const refused = restoreDump(dir, dump(), NOW, () => Promise.reject(new Error('made by a newer one')))
    await expect(refused).rejects.toThrow('made by a newer one')
    expect(readdirSync(dir).sort()).toEqual(['db', 'dumps', 'other.tar.gz'])
  })

  it('is not lost when its process ends between the two renames, and forgotten when it ends before them', async () => {
    cpSync(join(dir, 'db'), join(dir, 'db.restored'), { recursive: true })
    renameSync(join(dir, 'db'), join(dir, 'db.before-now'))
    expect(await once(sql`update kept set n = 3 returning n`)).toEqual([{ n: 3 }])
    cpSync(join(dir, 'db.before-now'), join(dir, 'db.restored'), { recursive: true })
    expect(await once(sql`select n from kept`)).toEqual([{ n: 3 }])
    expect(readdirSync(dir)).not.toContain('db.restored')
  })
})

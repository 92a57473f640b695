// R18: a dump holds exactly what was saved, is tried once a week by restoring it, and a bad one is told.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, inject, it, vi } from 'vitest'
import { appendAudit } from '../../db/audit.ts'
import { listDumps } from '../../db/dump.ts'
import { noteDump, readDumpNotes } from '../../db/dump-notes.ts'
import type { Database } from '../../db/open.ts'
import { dump } from '../../workers/jobs/dump.ts'
import { emptyDatabase, openTestEmbedded, openTestPostgres } from '../db.ts'
import { makePlace, makePost, NOW } from '../makers.ts'
import { after, makeWorker, still, type Worker } from './worker.ts'

// A trial starts a process that opens a database.
vi.setConfig({ testTimeout: 120_000 })
let database: Database
let worker: Worker
const home = mkdtempSync(join(tmpdir(), 'somewall-dumps-'))
let count = 0
beforeAll(async () => {
  database = await openTestEmbedded()
})
afterAll(async () => {
  await database.close()
  rmSync(home, { recursive: true })
})
beforeEach(async () => {
  await emptyDatabase(database)
  worker = makeWorker(database)
  worker.env.DATA_DIR = join(home, String(++count))
  await makePlace(database.db)
  await makePost(database.db)
  for (const object of ['a', 'b'])
    await appendAudit(database.db, { place: 'kemijarvi', at: NOW, actor: 'Aino', action: 'x', object })
})
const notes = () => readDumpNotes(database.db)

it('is made, tried at once and then once a week, while others go on writing', async () => {
  let writes = 0
  const writing = setInterval(async () => {
    await makePost(database.db)
    writes++
  }, 5)
  await dump(worker, {}, still)
  clearInterval(writing)
  const [path = ''] = listDumps(worker.env.DATA_DIR)
  expect(writes).toBeGreaterThan(1)
  const name = basename(path)
  expect(await notes()).toMatchObject({
    made: { okAt: NOW.toISOString(), name, bytes: readFileSync(path).length, fault: null },
    tried: { okAt: NOW.toISOString(), name, fault: null },
  })
  const tried = async (hours: number) => {
    worker.at(after(hours))
    await dump(worker, {}, still)
    return (await notes()).tried?.at
  }
  expect(await tried(6)).toBe(NOW.toISOString())
  if (process.env.LONG !== '1') return
  expect(await tried(24 * 7 - 1)).toBe(NOW.toISOString())
  expect(await tried(24 * 7)).toBe(after(24 * 7).toISOString())
})

it('is called bad when what it restores to is not what was saved, or when its audit is broken', async () => {
  // Another database's dump where this one's should be.
  const other = gzipSync(readFileSync(inject('snapshot')))
  vi.spyOn(worker.log, 'error').mockImplementation(() => {})
  const info = vi.spyOn(worker.log, 'info').mockImplementation((...words: unknown[]) => {
    const [{ path }] = words as [{ path: string }]
    writeFileSync(path, other)
  })
  await dump(worker, {}, still)
  expect((await notes()).tried?.fault).toBe('it differs in: rows, newestPost, chains')
  info.mockImplementation(() => {})
  await database.db.updateTable('audit').set({ actor: 'Pekka' }).where('object', '=', 'a').execute()
  worker.at(after(6))
  await dump(worker, {}, still)
  expect(await notes()).toMatchObject({
    made: { fault: null },
    tried: { okAt: null, fault: 'the audit of kemijarvi is broken' },
  })
})

it('that could not be made is noted with its reason, and the last good one stays known', async () => {
  await noteDump(database.db, 'tried', { at: NOW, seconds: 1, name: 'x', bytes: 1 })
  await dump(worker, {}, still)
  const before = (await notes()).made
  rmSync(worker.env.DATA_DIR, { recursive: true })
  writeFileSync(worker.env.DATA_DIR, 'a file where the folder was')
  worker.at(after(6))
  await expect(dump(worker, {}, still)).rejects.toThrow('ENOTDIR')
  expect((await notes()).made).toMatchObject({
    ...{ okAt: before?.okAt, name: before?.name, at: after(6).toISOString() },
    fault: expect.stringContaining('ENOTDIR'),
  })
})

it('is not made of PostgreSQL, which has its own tools', async () => {
  const other = await openTestPostgres()
  await dump(makeWorker(other.database), {}, still)
  expect(await readDumpNotes(other.database.db)).toEqual({})
  await other.database.close()
  await other.drop()
})

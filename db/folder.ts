// Opens the folder of the embedded database, already locked: complete, else from the newest dump, never over damage.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { CannotStart } from '../config/cannot-start.ts'
import { readDisk } from './disk.ts'
import { lastLine, listDumps } from './dump.ts'
import { type Database, openDatabase } from './open.ts'

export type FolderOptions = {
  at: Date
  /** The embedded database ended by itself. */
  onEnd: (cause: Error) => void
  /** What the administrator must know: damage found, a dump restored. */
  warn: (sentence: string) => void
}

const run = promisify(execFile)
/** Bytes: with less, what looks like damage may be nothing but a full disk, and a dump could not be restored either. */
const LEAST = 50_000_000

/** Opens DATA_DIR/db, making it when it is not there. The caller holds the lock of DATA_DIR. */
export async function openDataDir(dataDir: string, options: FolderOptions): Promise<Database> {
  const dir = join(dataDir, 'db')
  for (const name of readdirSync(dataDir))
    if (/^db\.(restored\.)?(new|unfinished)-/.test(name)) forget(dataDir, name)
  // A restore was ended: between its two renames the database is the restored one, before them it is the old one.
  if (existsSync(dir)) rmSync(restored(dir), { recursive: true, force: true })
  else if (existsSync(restored(dir))) renameSync(restored(dir), dir)
  if (existsSync(dir)) {
    const opened = await tryToOpen(dir, options)
    if ('database' in opened) return opened.database
    setAside(dataDir, dir, opened.damage, options)
  } else if (listDumps(dataDir).length === 0) {
    await makeFolder(dir)
    return openDatabase({ dir, onEnd: options.onEnd })
  }
  return restoreNewest(dataDir, dir, options)
}

/**
 * Removes a folder that was not finished. The child that was making it may have outlived its parent: under another name
 * it finds the folder no more, and cannot put a file into what is being removed.
 */
function forget(dataDir: string, name: string): void {
  const aside = join(dataDir, `db.unfinished-${randomUUID()}`)
  renameSync(join(dataDir, name), aside)
  rmSync(aside, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}

async function tryToOpen(dir: string, { onEnd }: FolderOptions) {
  const missing = ['PG_VERSION', 'global/pg_control'].find((file) => !hasBytes(join(dir, file)))
  if (missing) return { damage: `${missing} is missing` }
  try {
    return { database: await openDatabase({ dir, onEnd }) }
  } catch (cause) {
    // Slow is not broken: a full disk or a busy machine must not cost what was saved after the last dump.
    if ((cause as { code?: string }).code === 'ETIMEDOUT')
      throw new CannotStart(
        `The database in ${dir} did not open in time. Nothing was changed: look at the disk's free space and the load.`,
        { cause },
      )
    // So do these: the database writes while it opens.
    const { free } = await readDisk(dir)
    if (free < LEAST)
      throw new CannotStart(
        `The disk of ${dir} is full (${Math.round(free / 1e6)} MB free), so its database cannot ` +
          'be opened. Nothing was changed: make room, then start again.',
        { cause },
      )
    return { damage: (cause as Error).message }
  }
}

function hasBytes(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function setAside(dataDir: string, dir: string, damage: string, { at, warn }: FolderOptions): void {
  if (listDumps(dataDir).length === 0)
    throw new CannotStart(
      `The database in ${dir} cannot be opened (${damage}) and ${join(dataDir, 'dumps')} has no dump to restore. ` +
        'Nothing was changed: keep a copy of the folder, then put a dump there or move the folder away to begin anew.',
    )
  const kept = `${dir}.damaged-${at.toISOString().replaceAll(':', '-')}`
  renameSync(dir, kept)
  warn(`The database in ${dir} could not be opened (${damage}). It was kept as ${kept}.`)
}

/**
 * Puts a dump in the place of the database, which is kept aside; `look` sees the restored one first and may throw.
 * Answers where the former one is, if there was one. The caller holds the lock of DATA_DIR.
 */
export async function restoreDump(
  dataDir: string,
  dump: string,
  at: Date,
  look: (database: Database) => Promise<void>,
): Promise<string | undefined> {
  const dir = join(dataDir, 'db')
  rmSync(restored(dir), { recursive: true, force: true })
  await makeFolder(restored(dir), dump)
  try {
    const database = await openDatabase({ dir: restored(dir) })
    await look(database).finally(() => database.close())
  } catch (cause) {
    rmSync(restored(dir), { recursive: true, force: true })
    throw cause
  }
  const before = existsSync(dir) ? `${dir}.before-${at.toISOString().replaceAll(':', '-')}` : undefined
  if (before) renameSync(dir, before)
  renameSync(restored(dir), dir)
  return before
}

const restored = (dir: string) => `${dir}.restored`

async function restoreNewest(dataDir: string, dir: string, options: FolderOptions): Promise<Database> {
  for (const dump of listDumps(dataDir)) {
    try {
      await makeFolder(dir, dump)
      const database = await openDatabase({ dir, onEnd: options.onEnd })
      options.warn(
        `The database was restored from ${dump}: what was saved after it is in the folder kept aside.`,
      )
      return database
    } catch (cause) {
      rmSync(dir, { recursive: true, force: true })
      options.warn(
        `The dump ${dump} could not be restored (${(cause as Error).message}); trying the one before it.`,
      )
    }
  }
  throw new CannotStart(`None of the dumps in ${join(dataDir, 'dumps')} could be restored.`)
}

/** Makes the folder in a child process, under another name until it is whole. */
async function makeFolder(dir: string, dump?: string): Promise<void> {
  // Never a name that another process has had, since a child of that one may still be at work.
  const making = `${dir}.new-${randomUUID()}`
  const script = fileURLToPath(new URL('./create.ts', import.meta.url))
  try {
    await run(process.execPath, [script, making, ...(dump ? [dump] : [])])
  } catch (cause) {
    rmSync(making, { recursive: true, force: true })
    throw new Error(`a folder for the database could not be made: ${lastLine(cause)}`, { cause })
  }
  renameSync(making, dir)
}

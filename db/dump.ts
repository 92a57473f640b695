// Dumps of the embedded database: the whole folder as one compressed file, which is whole or is not there.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createGzip } from 'node:zlib'
import { readDisk } from './disk.ts'
import type { Embedded } from './embedded.ts'
import type { Proof } from './proof.ts'

const ENDING = '.tar.gz'
/** What ends so is not finished. */
const PART = '.part'
const run = promisify(execFile)

/** Writes the database as it is now into a file for `writeDump`; answers its path. Nothing is left of half ones. */
export async function copyDatabase(embedded: Pick<Embedded, 'dump'>, dataDir: string): Promise<string> {
  const dumps = join(dataDir, 'dumps')
  mkdirSync(dumps, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(dumps))
    if (name.endsWith(PART)) rmSync(join(dumps, name), { recursive: true, force: true })
  // Beside this copy it stands once more, packed; what is left is the database's, which a full disk would end.
  if ((await readDisk(dumps)).free < 1.5 * (await sizeOf(join(dataDir, 'db'))))
    throw new Error(
      `no dump was made: ${dumps} has less free space than one and a half times the database takes`,
    )
  const copy = join(dumps, `${randomUUID()}.tar${PART}`)
  writeFileSync(copy, '', { mode: 0o600 })
  await embedded.dump(copy)
  return copy
}

/** Makes a dump of a copy, which is gone then; answers the path of the dump. */
export async function writeDump(copy: string, at: Date, why: string): Promise<string> {
  const dumps = dirname(copy)
  const path = join(dumps, `${at.toISOString().replaceAll(':', '-')}-${why}${ENDING}`)
  const part = `${path}${PART}`
  try {
    await pipeline(
      createReadStream(copy),
      createGzip(),
      createWriteStream(part, { mode: 0o600, flush: true }),
    )
    renameSync(part, path)
  } finally {
    rmSync(part, { force: true })
    rmSync(copy, { force: true })
  }
  await syncFolder(dumps)
  return path
}

/** Bytes of the files in a folder, which may come and go meanwhile. */
async function sizeOf(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0
  const names = await readdir(folder, { recursive: true })
  const sizes = names.map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
  return sizes.reduce((sum, size) => sum + size, 0)
}

// The file's own bytes are on the disk; that it is called so must be, too.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Paths of the dumps, newest first. */
export function listDumps(dataDir: string): string[] {
  const dumps = join(dataDir, 'dumps')
  if (!existsSync(dumps)) return []
  return readdirSync(dumps)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .reverse()
    .map((name) => join(dumps, name))
}

/** Restores the dump beside it in a process of its own, and reads what it is judged by. */
export async function proveDump(path: string, signal: AbortSignal): Promise<Proof> {
  const script = fileURLToPath(new URL('./try-dump.ts', import.meta.url))
  const folder = `${path}${PART}`
  if ((await readDisk(dirname(path))).free < (await sizeOf(join(dirname(path), '../db'))))
    throw new Error('there is less free space than it takes')
  try {
    return JSON.parse((await run(process.execPath, [script, path, folder], { signal })).stdout)
  } catch (cause) {
    throw new Error(`it could not be opened: ${lastLine(cause)}`, { cause })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}

/** What a child process died of, in a line. */
export function lastLine(cause: unknown): string {
  const { stderr = '', message } = cause as Error & { stderr?: string }
  return /^\w*Error.*$/m.exec(stderr)?.[0] ?? message
}

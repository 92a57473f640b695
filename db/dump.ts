// Dumps of the embedded database: the whole folder as one compressed file, which is whole or is not there.
import { execFile } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createGzip } from 'node:zlib'
import { readDisk } from './disk.ts'
import type { Proof } from './proof.ts'

const ENDING = '.tar.gz'
const run = promisify(execFile)

/** Writes a tar of the folder as a dump; answers its path. */
export async function writeDump(tar: Uint8Array, dataDir: string, at: Date, why: string): Promise<string> {
  const dumps = join(dataDir, 'dumps')
  mkdirSync(dumps, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(dumps))
    if (name.endsWith('.part')) rmSync(join(dumps, name), { force: true })
  // Packed it takes a fraction of this; what is left is the database's, which a full disk would end.
  if ((await readDisk(dumps)).free < tar.length)
    throw new Error(`no dump was made: ${dumps} has less free space than the database takes`)
  const path = join(dumps, `${at.toISOString().replaceAll(':', '-')}-${why}${ENDING}`)
  const part = `${path}.part`
  try {
    await pipeline(Readable.from([tar]), createGzip(), createWriteStream(part, { mode: 0o600, flush: true }))
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  await syncFolder(dumps)
  return path
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

/** Restores the dump in a process of its own, whose memory is given back with it, and reads what it is judged by. */
export async function proveDump(path: string, signal: AbortSignal): Promise<Proof> {
  const script = fileURLToPath(new URL('./try-dump.ts', import.meta.url))
  try {
    return JSON.parse((await run(process.execPath, [script, path], { signal })).stdout)
  } catch (cause) {
    throw new Error(`it could not be opened: ${lastLine(cause)}`, { cause })
  }
}

/** What a child process died of, in a line. */
export function lastLine(cause: unknown): string {
  const { stderr = '', message } = cause as Error & { stderr?: string }
  return /^\w*Error.*$/m.exec(stderr)?.[0] ?? message
}

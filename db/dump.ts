// Dumps of the embedded database: the whole folder as one compressed file, which is whole or is not there.
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { readDisk } from './disk.ts'

const ENDING = '.tar.gz'

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

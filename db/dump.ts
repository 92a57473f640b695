// Dumps of the embedded database: the whole folder as one compressed file, the newest few kept.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Embedded } from './embedded.ts'

const KEPT = 7
const ENDING = '.tar.gz'

/** Writes a dump and forgets all but the newest; answers its path. A dump is whole or it is not there. */
export async function writeDump(
  embedded: Pick<Embedded, 'dump'>,
  dataDir: string,
  at: Date,
  why: string,
): Promise<string> {
  const dumps = join(dataDir, 'dumps')
  mkdirSync(dumps, { recursive: true, mode: 0o700 })
  const path = join(dumps, `${at.toISOString().replaceAll(':', '-')}-${why}${ENDING}`)
  const bytes = await embedded.dump('gzip')
  await writeFile(`${path}.part`, bytes, { mode: 0o600, flush: true })
  renameSync(`${path}.part`, path)
  for (const old of listDumps(dataDir).slice(KEPT)) rmSync(old)
  for (const name of readdirSync(dumps))
    if (name.endsWith('.part')) rmSync(join(dumps, name), { force: true })
  return path
}

/** Paths of the dumps, newest first. */
export function listDumps(dataDir: string): string[] {
  const dumps = join(dataDir, 'dumps')
  try {
    return readdirSync(dumps)
      .filter((name) => name.endsWith(ENDING))
      .sort()
      .reverse()
      .map((name) => join(dumps, name))
  } catch {
    return []
  }
}

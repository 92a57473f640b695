// Dumps as the service makes them: written, and those that are no longer kept let go.
import { rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { listDumps, writeDump } from '../db/dump.ts'
import { dumpsToDrop } from './domain/dumps.ts'

/** Keeps a copy of the embedded database as a dump; answers the path. */
export async function keepDump(copy: string, dataDir: string, at: Date, why: string): Promise<string> {
  const path = await writeDump(copy, at, why)
  const names = listDumps(dataDir).map((one) => basename(one))
  for (const name of dumpsToDrop(names, at)) rmSync(join(dirname(path), name))
  return path
}

// The free space of our folders: below 200 MB or a twentieth, collecting pauses until there is more.
import { dirname, resolve } from 'node:path'
import type { Env } from '../config/env.ts'
import type { Log } from '../config/log.ts'
import { type Disk, readDisk } from '../db/disk.ts'

export type Room = Disk & { folder: 'DATA_DIR' | 'MEDIA_DIR'; low: boolean }
/** `low` when any folder is: what would be collected could fill it, and a full disk ends the embedded database. */
export type Space = { low: boolean; rooms: readonly Room[] }
type Ask = (folder: string) => Promise<Disk>

const LEAST = 200_000_000
const LEAST_PART = 0.05
const EVERY = 10_000

/** Looks at once and then every ten seconds; `space` tells what was seen last. */
export async function watchSpace(
  { env, log }: { env: Env; log: Log },
  ask: Ask = readDisk,
): Promise<{ space: () => Space; stop: () => void }> {
  let seen = await readSpace(env, ask)
  const tell = () => {
    const free_mb = Math.round(Math.min(...seen.rooms.map((one) => one.free)) / 1e6)
    if (seen.low) log.warn({ free_mb }, 'free space is low: collecting and copying of pictures pause')
    else log.info({ free_mb }, 'there is enough free space again: collecting goes on')
  }
  if (seen.low) tell()
  const timer = setInterval(async () => {
    const before = seen.low
    seen = await readSpace(env, ask)
    if (seen.low !== before) tell()
  }, EVERY)
  timer.unref()
  return { space: () => seen, stop: () => clearInterval(timer) }
}

/** With PostgreSQL there is nothing in DATA_DIR that grows. */
export async function readSpace(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR' | 'MEDIA_DIR'>,
  ask: Ask = readDisk,
): Promise<Space> {
  const folders = [...(env.DATABASE_URL ? [] : (['DATA_DIR'] as const)), 'MEDIA_DIR' as const]
  const rooms: Room[] = []
  for (const folder of folders) {
    const found = await askNearest(resolve(env[folder]), ask)
    if (!found) continue
    rooms.push({ folder, ...found, low: found.free < LEAST || found.free < found.total * LEAST_PART })
  }
  return { low: rooms.some((one) => one.low), rooms }
}

// A folder that is not there yet will be made in the nearest one that is.
async function askNearest(path: string, ask: Ask): Promise<Disk | undefined> {
  const found = await ask(path).catch(() => undefined)
  return found || dirname(path) === path ? found : askNearest(dirname(path), ask)
}

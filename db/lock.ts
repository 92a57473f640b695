// The lock of DATA_DIR: one process at a time opens the embedded database; free again the moment its holder dies.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from '../config/cannot-start.ts'

/** What the holder tells about itself to whoever is refused. */
export type Holder = { pid: number; since: string; address: string }
export type Lock = { release: () => void }

const BUSY = 5
// A handle that nothing refers to would be collected, and its lock with it.
const held = new Set<DatabaseSync>()

/**
 * Takes the lock or throws CannotStart with the holder's description, at once. It is an exclusive SQLite transaction
 * on a file that nothing is ever written to: the kernel lets go of it even after `kill -9`, and no process number
 * decides anything, so containers where everybody is number 1 are safe. Nobody else may open that file in this
 * process: closing any other handle on it would silently drop a POSIX lock.
 */
export function takeLock(dir: string, mine: Holder): Lock {
  const file = new DatabaseSync(join(dir, 'lock'), { timeout: 0 })
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    file.close()
    if ((cause as { errcode?: number }).errcode !== BUSY) throw cause
    throw new CannotStart(
      `Another Somewall already uses ${dir}${describe(dir)}. Stop it first, or give this one its own DATA_DIR.`,
      { cause },
    )
  }
  writeFileSync(join(dir, 'holder.json'), JSON.stringify(mine), { mode: 0o600 })
  held.add(file)
  return {
    release() {
      held.delete(file)
      file.close()
    },
  }
}

function describe(dir: string): string {
  try {
    const { pid, since, address } = JSON.parse(readFileSync(join(dir, 'holder.json'), 'utf8')) as Holder
    return `: process ${pid} at ${address}, since ${since}`
  } catch {
    return ''
  }
}

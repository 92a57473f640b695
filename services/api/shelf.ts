// The last walls of each place on disk: no more than anybody could read, for when the database is away at a start.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { keeping } from '../../db/schema.ts'
import type { Shelved } from './shelved.ts'

export type Shelf = {
  places: () => string[]
  /** What is kept of a place, unless it has become too old to be shown. */
  find: (place: string) => Shelved | undefined
  keep: (shelved: Shelved) => Promise<void>
  drop: (place: string) => Promise<void>
}

/** Raised when what is kept changes its shape: copies of another shape are not read. */
const SHAPE = 1
const MOST_AGE = keeping.shelf * 86_400_000
const ENDING = '.wall'
const folderOf = (mediaDir: string) => join(mediaDir, 'walls')
const list = (folder: string) => readdir(folder).catch(() => [])
const isOld = ({ at }: Shelved, now: Date) => now.getTime() - at >= MOST_AGE

/** Reads what was kept. Api processes share the folder: what one of them has heard holds for the others' next start. */
export async function openShelf(mediaDir: string, clock: () => Date): Promise<Shelf> {
  const folder = folderOf(mediaDir)
  await dropOldShelves(mediaDir, clock())
  const kept = new Map<string, Shelved>()
  for (const name of await list(folder)) {
    const shelved = name.endsWith(ENDING) && (await read(join(folder, name)))
    if (shelved) kept.set(shelved.view.place.id, shelved)
  }
  return {
    places: () => [...kept.keys()],
    find(place) {
      const shelved = kept.get(place)
      return shelved && !isOld(shelved, clock()) ? shelved : undefined
    },
    async keep(shelved) {
      const { id } = shelved.view.place
      kept.set(id, shelved)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Whole or not at all, also when two processes do it at once.
      const draft = join(folder, `${id}.${process.pid}`)
      await writeFile(draft, serialize({ shape: SHAPE, shelved }), { mode: 0o600 })
      await rename(draft, join(folder, id + ENDING))
    },
    async drop(place) {
      kept.delete(place)
      await rm(join(folder, place + ENDING), { force: true })
    },
  }
}

/** Removes what is too old to be shown, damaged or unfinished, whoever has written it. */
export async function dropOldShelves(mediaDir: string, now: Date): Promise<void> {
  const folder = folderOf(mediaDir)
  for (const name of await list(folder)) {
    const path = join(folder, name)
    const shelved = await read(path)
    if (!shelved || isOld(shelved, now)) await rm(path, { force: true })
  }
}

/** Undefined when it cannot be read: it is only a copy. */
async function read(path: string): Promise<Shelved | undefined> {
  try {
    const { shape, shelved } = deserialize(await readFile(path))
    return shape === SHAPE ? shelved : undefined
  } catch {
    return undefined
  }
}

// Keeps the shelf right: what a place's walls show is written down anew as soon as anything has changed.
import { setTimeout as wait } from 'node:timers/promises'
import { listRevisions } from '../../db/walls.ts'
import type { Deps } from '../deps.ts'
import type { PlaceMemory } from './place-memory.ts'
import { stampOf } from './place-view.ts'
import type { Shelf } from './shelf.ts'
import { makeShelved } from './shelved.ts'

/** A place that is collected to all the time is written down once in a second at most. */
const PAUSE = 1_000
/** Where nothing has changed, it is written down anew so often: it says how old it is. */
const AGAIN = 600_000
const HOUR = 3_600_000

/** Begins with what stands on the shelf: it may be from a time before the last start. Answers with how to end. */
export function keepShelf(
  { db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>,
  places: PlaceMemory,
  shelf: Shelf,
): () => Promise<void> {
  const waiting = new Set<string>()
  const working = new Map<string, Promise<void>>()
  const stop = new AbortController()

  const write = async (id: string) => {
    const view = places.last(id)
    if (!view) return shelf.drop(id)
    const before = shelf.find(id)
    const young = before && clock().getTime() - before.at < AGAIN
    if (young && before.view.stamp === view.stamp) return
    await shelf.keep(await makeShelved(db, view, clock()))
  }
  const work = async (id: string) => {
    while (waiting.delete(id)) {
      await write(id).catch((error: Error) =>
        log.warn({ place: id, cause: error.message }, 'the last walls could not be kept on disk'),
      )
      await wait(PAUSE, undefined, { signal: stop.signal }).catch(() => {})
    }
  }
  const heard = (id: string) => {
    waiting.add(id)
    if (working.has(id)) return
    working.set(
      id,
      work(id).finally(() => working.delete(id)),
    )
  }
  const lookAtAll = () => {
    for (const id of shelf.places()) places.current(id).catch(() => {})
  }
  const forget = places.onChange(heard)
  lookAtAll()
  const timer = setInterval(lookAtAll, HOUR)
  timer.unref()
  return async () => {
    clearInterval(timer)
    forget()
    stop.abort()
    await Promise.all(working.values())
    await dropOutdated(db, shelf).catch(() => {})
  }
}

/** What has changed in the last moment, and was not heard of any more, must not come back at the next start. */
async function dropOutdated(db: Deps['db'], shelf: Shelf): Promise<void> {
  const rows = await listRevisions(db)
  for (const id of shelf.places()) if (shelf.find(id)?.view.stamp !== stampOf(id, rows)) await shelf.drop(id)
}

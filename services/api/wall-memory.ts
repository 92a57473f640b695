// Answers from memory: bytes ready for each wall, question and form; the last good ones when the database is away.
import { setTimeout as rest } from 'node:timers/promises'
import { inLine } from '../../db/lines.ts'
import { isUnreachable } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { addDays, dayOf, startOfDay } from '../domain/quarter.ts'
import type { WallAnswer, WallQuery } from './contract.ts'
import { makePlaceMemory, type PlaceMemory } from './place-memory.ts'
import type { PlaceView } from './place-view.ts'
import { type Encoding, type Prepared, prepare } from './prepared.ts'
import type { Shelf } from './shelf.ts'
import { presentShelved } from './shelved.ts'
import { type Form, findWall, lastGood, makeAnswer, presentRows } from './wall-answer.ts'

/** How an answer is written: as JSON, a page, a feed. */
export type Writing = {
  name: string
  type: string
  form: Form
  write: (answer: WallAnswer, view: PlaceView, now: Date) => string
}
export type Ask = { place: string; wall: string; query: WallQuery; writing: Writing }

type Entry = {
  view: PlaceView
  answer: WallAnswer
  prepared: Prepared
  /** Milliseconds: until a consent may end with the day, or the wall turns stale. */
  until: number
  size: number
  /** The answer without what has gone since, made while the database is away. */
  bridge: { view: PlaceView; day: string; prepared: Promise<Prepared> } | undefined
}

export type WallMemory = {
  places: PlaceMemory
  /** The answer as bytes. `toll` is called before one that is not ready is made. */
  read: (ask: Ask, toll?: () => void) => Promise<Prepared>
  /** The bytes if they are ready and nothing has changed, and until when; never waits. */
  ready: (key: string) => { prepared: Prepared; until: number } | undefined
  /** The newest that is known of a place, also while the database is away. */
  view: (place: string) => Promise<PlaceView | undefined>
  /** The answer as an object, for streams. */
  answer: (place: string, wall: string, query: WallQuery) => Promise<WallAnswer>
}

const MOST_BYTES = 32 * 1024 * 1024
const DAY = 86_400_000
/**
 * Milliseconds that a visitor waits for a database that does not answer, when there is something else to show: long
 * enough for a slow one, since what it would tell may be that a post was hidden.
 */
const PATIENCE = 5_000
/** Milliseconds between two answers that are made anew though nobody waits for them yet. */
const BETWEEN = 10

/** `shelf` has what to show when the database is away and this process has not been asked before. */
export function makeWallMemory(
  deps: Pick<Deps, 'database' | 'db' | 'clock' | 'log'>,
  shelf?: Pick<Shelf, 'find'>,
): WallMemory {
  const { db, clock } = deps
  const present = presentRows(db)
  const places = makePlaceMemory(deps)
  /** Least recently used first. */
  const entries = new Map<string, Entry>()
  const making = new Map<string, Promise<Prepared>>()
  const waiting = new Set<string>()
  let bytes = 0

  const goodUntil = (entry: Entry) => Math.min(entry.until, places.goodUntil(entry.view))
  const isGood = (entry: Entry) => clock().getTime() < goodUntil(entry)

  const keep = (key: string, entry: Entry) => {
    bytes += entry.size - (entries.get(key)?.size ?? 0)
    entries.delete(key)
    entries.set(key, entry)
    for (const [old, { size }] of entries) {
      if (bytes <= MOST_BYTES || old === key) break
      entries.delete(old)
      bytes -= size
    }
  }

  const make = async (key: string, ask: Ask): Promise<Prepared> => {
    try {
      return await inTime(makeNew(key, ask), entries.has(key) || shelf?.find(ask.place) !== undefined)
    } catch (error) {
      if (!isUnreachable(error)) throw error
      const entry = entries.get(key) ?? (await makeFromShelf(key, ask))
      if (!entry) throw error
      return bridge(entry, places.last(ask.place) ?? entry.view, ask)
    }
  }

  const makeOnce = (key: string, ask: Ask): Promise<Prepared> => {
    const made = making.get(key) ?? make(key, ask).finally(() => making.delete(key))
    making.set(key, made)
    return made
  }

  /** For the next visitors: one after the other, so that those of now are answered in between. */
  const remake = (key: string, ask: Ask) => {
    waiting.add(key)
    const made = inLine('remaking', async () => {
      waiting.delete(key)
      await makeOnce(key, ask)
      await rest(BETWEEN)
    })
    // What goes wrong is told to whoever has to wait for it.
    made.catch(() => {})
  }

  const makeNew = async (key: string, ask: Ask): Promise<Prepared> => {
    const { view, wall } = findWall(await places.current(ask.place), ask.wall)
    const before = entries.get(key)
    const now = clock()
    if (before && before.view === view && now.getTime() < before.until) return before.prepared
    const answer = await makeAnswer(present, view, wall, ask.query, ask.writing.form, now)
    return (await keepAnswer(key, ask, view, answer, now)).prepared
  }

  const makeFromShelf = async (key: string, ask: Ask): Promise<Entry | undefined> => {
    const shelved = shelf?.find(ask.place)
    if (!shelved) return undefined
    const now = clock()
    const { view, wall } = findWall(shelved.view, ask.wall)
    const answer = await makeAnswer(presentShelved(shelved), view, wall, ask.query, ask.writing.form, now)
    return keepAnswer(key, ask, view, answer, now)
  }

  const keepAnswer = async (key: string, ask: Ask, view: PlaceView, answer: WallAnswer, now: Date) => {
    const prepared = await prepareLike(
      entries.get(key),
      ask.writing.write(answer, view, now),
      ask.writing.type,
    )
    // The bytes, packed, too, and about as much again for the answer that they were written from.
    const size = 3 * prepared.bytes.identity.length + 8192
    const entry = { view, answer, prepared, until: endOf(view, now), size, bridge: undefined }
    keep(key, entry)
    return entry
  }

  const bridge = (entry: Entry, view: PlaceView, ask: Ask): Promise<Prepared> => {
    const now = clock()
    const { wall } = findWall(view, ask.wall)
    const day = `${dayOf(now, view.place.time_zone)} ${now.getTime() >= staleAt(view)}`
    if (entry.bridge?.view !== view || entry.bridge.day !== day) {
      const text = ask.writing.write(lastGood(entry.answer, view, wall, now), view, now)
      entry.bridge = { view, day, prepared: prepareLike(entry, text, ask.writing.type) }
    }
    return entry.bridge.prepared
  }

  return {
    places,
    async read(ask, toll) {
      const key = keyOf(ask)
      const entry = entries.get(key)
      if (entry && isGood(entry)) {
        keep(key, entry)
        return entry.prepared
      }
      if (!entry) toll?.()
      const enough = entry && clock().getTime() < entry.until && places.isEnough(entry.view)
      if (enough && places.rests(ask.place)) return entry.prepared
      if (!enough) return makeOnce(key, ask)
      if (!waiting.has(key)) remake(key, ask)
      return entry.prepared
    },
    ready(key) {
      const entry = entries.get(key)
      return entry && isGood(entry) ? { prepared: entry.prepared, until: goodUntil(entry) } : undefined
    },
    async view(place) {
      const last = places.last(place)
      if (last && places.isEnough(last)) return last
      const known = last ?? shelf?.find(place)?.view
      try {
        return await inTime(places.current(place), known !== undefined)
      } catch (error) {
        if (!isUnreachable(error) || !known) throw error
        return known
      }
    },
    async answer(place, wallId, query) {
      const now = clock()
      try {
        const { view, wall } = findWall(await places.current(place), wallId)
        return await makeAnswer(present, view, wall, query, 'open', now)
      } catch (error) {
        const shelved = isUnreachable(error) && shelf?.find(place)
        if (!shelved) throw error
        const { view, wall } = findWall(shelved.view, wallId)
        const answer = await makeAnswer(presentShelved(shelved), view, wall, query, 'open', now)
        return lastGood(answer, places.last(place) ?? view, wall, now)
      }
    },
  }
}

/** In the encodings that visitors have wanted of the answer before. */
function prepareLike(before: Entry | undefined, text: string, type: string): Promise<Prepared> {
  return prepare(text, type, before && (Object.keys(before.prepared.bytes) as Encoding[]))
}

/** The work, or an error as from a database that is away when it takes too long and `impatient`. */
async function inTime<T>(work: Promise<T>, impatient: boolean): Promise<T> {
  if (!impatient) return work
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, no) => {
    const error = Object.assign(new Error('the database did not answer in time'), { code: 'ETIMEDOUT' })
    timer = setTimeout(() => no(error), PATIENCE)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const staleAt = (view: PlaceView) => (view.updatedAt ? view.updatedAt.getTime() + DAY : Infinity)

/** Until when an answer made now is right if nothing happens: the day's end, or the moment the wall turns stale. */
function endOf(view: PlaceView, now: Date): number {
  const zone = view.place.time_zone
  const midnight = startOfDay(addDays(dayOf(now, zone), 1), zone).getTime()
  const stale = staleAt(view)
  return stale > now.getTime() ? Math.min(midnight, stale) : midnight
}

export function keyOf({ place, wall, query, writing }: Ask): string {
  const said = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => a.localeCompare(b))
  return `${writing.name} ${place}/${wall} ${JSON.stringify(said)}`
}

// Places in memory: loaded when first asked for, replaced when something has changed, kept when the database is away.
import { setTimeout as rest } from 'node:timers/promises'
import { isUnreachable } from '../../db/open.ts'
import { listRevisions } from '../../db/walls.ts'
import type { Deps } from '../deps.ts'
import { loadPlace, type PlaceView, stampOf } from './place-view.ts'

/** How often a process that heard nothing looks for itself; a decision holds everywhere within a second. */
const LOOK_EVERY = 400
/**
 * Milliseconds until a notice that is on its way has come. It may say that something has only come: without it visitors
 * would not be spared anything.
 */
const ON_ITS_WAY = 50
/** How often a database that is away is asked whether it is back. */
const ASK_EVERY = 1_000
/** What changes without a notice (when a source last answered) is read anew after this. */
const FRESH = 30_000
/** Milliseconds for which visitors need not wait for what has only come: the answer is made meanwhile. */
const SOON = 4_000
/**
 * Whatever comes, a place rests after a loading for so many times as long as it took, and at most so many milliseconds:
 * with every loading all its answers are made anew. With a loading and that, it is well within SOON.
 */
const REST = 4
const MOST_REST = 1_600

type Kept = {
  /** Raised by every change heard of; a view answers only when it was begun after the last one. */
  wanted: number
  has: number
  /** The newest change that visitors must not be spared, and when each of the last others was heard of. */
  must: number
  came: { change: number; at: number }[]
  view: PlaceView | undefined
  loadedAt: number
  triedAt: number
  /** Until when it rests, by performance.now(), and what then looks whether something has come. */
  restsUntil: number
  later: NodeJS.Timeout | undefined
  loading: { since: number; done: Promise<void> } | undefined
}

export type PlaceMemory = {
  /** The place as it is now; throws when the database is away and something has changed since. */
  current: (id: string) => Promise<PlaceView | undefined>
  /** The newest view there is, for the time when the database is away. */
  last: (id: string) => PlaceView | undefined
  /** Until when (in milliseconds) `view` is what `current` would answer, if no change is heard of; 0 when it is not. */
  goodUntil: (view: PlaceView) => number
  /** Whether `view` may be shown for a moment longer: since it was loaded something may have come, nothing has gone. */
  isEnough: (view: PlaceView) => boolean
  /** Whether there is no sense in asking now for what has come: it is being loaded, or will be in a moment. */
  rests: (id: string) => boolean
  /** Raised whenever anything is heard of or loaded: while it stands, what was good is good. */
  epoch: () => number
  /** Called after a place has been loaded anew. */
  onChange: (hear: (place: string) => void) => () => void
  listen: () => Promise<() => Promise<void>>
}

export function makePlaceMemory({
  database,
  db,
  clock,
}: Pick<Deps, 'database' | 'db' | 'clock'>): PlaceMemory {
  const kept = new Map<string, Kept>()
  /** The change up to which each view is true. */
  const truth = new WeakMap<PlaceView, number>()
  const ears = new Set<(place: string) => void>()
  let listening = false
  let epoch = 0
  /** While the database is away: what it said, and when it was last asked. Nobody waits for it then. */
  let away: { error: unknown; askedAt: number } | undefined

  /** Notes of every question to the database whether it was there to be asked. */
  const noting = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      const found = await answer
      away = undefined
      return found
    } catch (error) {
      if (isUnreachable(error)) away = { error, askedAt: performance.now() }
      throw error
    }
  }
  const askAgain = () => {
    if (!away || performance.now() - away.askedAt < ASK_EVERY) return
    away.askedAt = performance.now()
    noting(listRevisions(db)).catch(() => {})
  }

  const load = (id: string, one: Kept): Promise<void> => {
    const since = one.wanted
    if (one.loading && one.loading.since === since) return one.loading.done
    one.triedAt = clock().getTime()
    const begun = performance.now()
    const done = noting(loadPlace(db, id))
      .then((view) => {
        const now = performance.now()
        one.restsUntil = now + Math.min(REST * (now - begun), MOST_REST)
        if (since < one.has) return
        epoch++
        one.has = since
        one.view = view
        if (view) truth.set(view, since)
        one.loadedAt = clock().getTime()
        if (!view) kept.delete(id)
        for (const hear of ears) hear(id)
        if (since < one.wanted) lookLater(id, one)
      })
      .finally(() => {
        if (one.loading?.done === done) one.loading = undefined
      })
    one.loading = { since, done }
    return done
  }
  const reload = (id: string, one: Kept, soon = false) => {
    epoch++
    one.wanted++
    const at = clock().getTime()
    one.came = one.came.filter((last) => at - last.at < SOON)
    if (soon) one.came.push({ change: one.wanted, at })
    else one.must = one.wanted
    if (!soon) load(id, one).catch(() => {})
    else if (!one.loading) lookLater(id, one)
  }
  const lookLater = (id: string, one: Kept) => {
    const look = () => {
      one.later = undefined
      if (one.has < one.wanted) load(id, one).catch(() => {})
    }
    const rest = one.restsUntil - performance.now()
    if (rest > 0) one.later ??= setTimeout(look, rest).unref()
    else look()
  }
  const heard = (said: string) => {
    const [id, when] = said.split(' ') as [string, string?]
    for (const [name, one] of kept)
      if (name === id || one.view?.place.members.includes(id)) reload(name, one, when === 'soon')
  }
  /** The places that have changed since they were loaded, and nobody does anything about it. */
  const findBehind = async () => {
    if (!kept.size) return []
    const rows = await noting(listRevisions(db))
    return [...kept].filter(([id, one]) => {
      const behind = one.has < one.wanted || (one.view && one.view.stamp !== stampOf(id, rows))
      return behind && !one.loading && !one.later
    })
  }
  const look = async () => {
    const found = await findBehind()
    if (listening && found.length) await rest(ON_ITS_WAY)
    const still = found.length && listening ? await findBehind() : found
    for (const [id, one] of still) if (found.some(([name]) => name === id)) reload(id, one)
  }

  const current = async (id: string): Promise<PlaceView | undefined> => {
    let one = kept.get(id)
    if (away) {
      askAgain()
      if (!listening || !one || one.has < one.wanted) throw away.error
      return one.view
    }
    if (!listening) await look()
    if (!one) {
      one = {
        wanted: 1,
        has: 0,
        must: 0,
        came: [],
        view: undefined,
        loadedAt: 0,
        triedAt: 0,
        restsUntil: 0,
        later: undefined,
        loading: undefined,
      }
      kept.set(id, one)
    }
    const { wanted } = one
    while (one.has < wanted) await load(id, one)
    const now = clock().getTime()
    if (now - one.loadedAt > FRESH && now - one.triedAt > 1000) load(id, one).catch(() => {})
    return one.view
  }

  return {
    current,
    last: (id) => kept.get(id)?.view,
    goodUntil(view) {
      const one = kept.get(view.place.id)
      return listening && one?.view === view && one.has === one.wanted ? one.loadedAt + FRESH : 0
    },
    isEnough(view) {
      const one = kept.get(view.place.id)
      const known = truth.get(view)
      if (!listening || !one || known === undefined || known < one.must) return false
      // Read anew only because time went by: the same stamp says that nothing has changed for visitors.
      if (known === one.wanted)
        return view.stamp === one.view?.stamp && clock().getTime() - one.loadedAt < SOON
      const first = one.came.find(({ change }) => change > known)
      // The list begins with the first change of late: one before it is told by now.
      return first?.change === known + 1 && clock().getTime() - first.at < SOON
    },
    rests(id) {
      const one = kept.get(id)
      return one?.later !== undefined || one?.loading !== undefined
    },
    epoch: () => epoch,
    onChange(hear) {
      ears.add(hear)
      return () => ears.delete(hear)
    },
    async listen() {
      const stop = await database.listen('wall', heard, () => void look().catch(() => {}))
      const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY)
      timer.unref()
      listening = true
      return async () => {
        listening = false
        epoch++
        clearInterval(timer)
        await stop()
      }
    },
  }
}

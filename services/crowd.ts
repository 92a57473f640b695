// Whether many are at the door just now: work that can wait then does one piece at a time and rests between.
import { setTimeout as rest, setImmediate } from 'node:timers/promises'
import { inLine } from '../db/lines.ts'
import { breathe } from './breathe.ts'
import { inPieces } from './pieces.ts'

/** Requests in a second that make a crowd. */
const MANY = 20
/** How many times as long as it worked it rests, and how many milliseconds at most. */
const REST = 5
const MOST_REST = 1_000

let asked = 0
let countedFrom = performance.now()
let crowded = false

export function countRequest(): void {
  asked++
}

/** Whether many have asked this process since this was last called. */
export function takeCrowd(): boolean {
  const seconds = (performance.now() - countedFrom) / 1000
  const many = asked >= MANY * seconds
  asked = 0
  countedFrom = performance.now()
  return many
}

/** What the processes tell one another with their pulse; true when it is news. */
export function setCrowd(is: boolean): boolean {
  const news = crowded !== is
  crowded = is
  return news
}

/** Runs work that can wait. It comes back after its rest. */
export async function atEase<T>(work: () => Promise<T>): Promise<T> {
  if (!crowded) return work()
  return inLine('at ease', async () => {
    const begun = performance.now()
    try {
      return await work()
    } finally {
      await rest(restFrom(begun))
    }
  })
}

/** Does `work` for each in order, in pieces, as all that can wait. */
export function atEaseInPieces<T, R>(all: readonly T[], work: (one: T) => R): Promise<R[]> {
  return inPieces(all, work, giveWay)
}

let last: Promise<unknown> = Promise.resolve()

/** Between two pieces, of which the one that is over began at `begun`. */
async function giveWay(begun: number): Promise<void> {
  if (!crowded) return breathe()
  // Of the work alone: what waits for the rests of others must not rest for that, too.
  const ms = restFrom(begun)
  // Whoever's rest is over works now; the next rest begins after that.
  const mine = last.then(() => setImmediate()).then(() => rest(ms))
  last = mine
  await mine
}

const restFrom = (begun: number) => Math.min(REST * (performance.now() - begun), MOST_REST)

// A platform's limit as a channel declares it, and our half of it: what counts, how much is free, when it opens.
import { addDays, dayOf, startOfDay } from './quarter.ts'

/**
 * One limit of a platform, as the platform states it; the ledger never gives out more than half. What counts is units
 * (`cost`) or different things (`distinct`): asking for the same thing again within its window is then free and does
 * not begin its window anew.
 */
export type Limit = {
  /** Stored, and part of its words: `budget.<ledger>.<name>`. */
  name: string
  /** Channels of one platform that count as one have a ledger of this name together. */
  ledger?: 'meta'
  /** The platform's own number. */
  most: number
  /** Any so many minutes, or a day that begins at midnight in a zone. */
  window: Window
  /** Whose limit it is: the server's that is asked, a key's by its name, or the account's that the query names. */
  of: 'host' | { secret: string } | { query: string }
  /** In what a refusal says: this limit is used up until its window ends. */
  spent?: RegExp
} & ({ cost: (request: URL) => number } | { distinct: (request: URL) => string | null })

export type Window = { minutes: number } | { dayIn: string }

/** What was taken: units in the slot that begins at `at`, or one thing first asked for then. */
export type Use = { at: Date; key: string; n: number }

const MINUTE = 60_000
/** Units of a rolling window are noted by slots, so that a ledger of any size stays short. */
const SLOTS = 60
/** This part of a day's share is there at its beginning; the rest comes evenly, or the night would eat the day. */
const HEAD = 10

/** In which ledger a channel's limit is kept. */
export function ledgerOf<C extends string>({ ledger }: Pick<Limit, 'ledger'>, channel: C): C | 'meta' {
  return ledger ?? channel
}

/** What we allow ourselves of a limit. */
export function shareOf({ most }: Pick<Limit, 'most'>): number {
  return Math.floor(most / 2)
}

/** What a request takes of a limit; undefined when it does not count. */
export function takingOf(limit: Limit, request: URL): { key: string; n: number } | undefined {
  if ('distinct' in limit) {
    const key = limit.distinct(request)
    return key === null ? undefined : { key, n: 1 }
  }
  const n = limit.cost(request)
  return n > 0 ? { key: '', n } : undefined
}

/** The moment under which a use is written down. */
export function slotOf(limit: Limit, now: Date): Date {
  if ('dayIn' in limit.window) return dayAt(limit.window.dayIn, now).from
  const slot = slotLength(limit)
  return slot ? new Date(Math.floor(now.getTime() / slot) * slot) : now
}

/** The uses that still count at `now`; what is not among them may be forgotten. */
export function countingUses<U extends Use>(limit: Limit, uses: readonly U[], now: Date): U[] {
  return uses.filter((use) => endOf(limit, use) > now.getTime())
}

/** When the platform's window that `now` stands in is over for certain. */
export function windowEnd({ window }: Limit, now: Date): Date {
  return 'dayIn' in window ? dayAt(window.dayIn, now).to : new Date(now.getTime() + window.minutes * MINUTE)
}

/** The first moment, `now` or later, at which `need` more fits into our share beside the uses. */
export function opensAt(limit: Limit, uses: readonly Use[], need: number, now: Date): Date {
  const share = shareOf(limit)
  const counting = countingUses(limit, uses, now)
  const used = counting.reduce((sum, { n }) => sum + n, 0)
  if ('dayIn' in limit.window) return opensInDay(limit.window.dayIn, share, used, need, now)
  // More than a whole share is had only after whole windows.
  const rounds = Math.max(0, Math.ceil(need / share) - 1)
  let over = used + need - rounds * share - share
  let at = now.getTime()
  const ends = counting.map((use) => ({ at: endOf(limit, use), n: use.n })).sort((a, b) => a.at - b.at)
  for (const end of ends) {
    if (over <= 0) break
    over -= end.n
    at = end.at
  }
  return new Date(at + rounds * limit.window.minutes * MINUTE)
}

function opensInDay(zone: string, share: number, used: number, need: number, now: Date): Date {
  let day = dayAt(zone, now)
  let [at, taken, left] = [now.getTime(), used, need]
  while (taken + left > share) {
    left -= Math.max(0, share - taken)
    taken = 0
    day = dayAt(zone, day.to)
    at = day.from.getTime()
  }
  const late = Math.max(0, taken + left - Math.ceil(share / HEAD))
  const length = day.to.getTime() - day.from.getTime()
  return new Date(Math.max(at, day.from.getTime() + Math.ceil((late / share) * length)))
}

function dayAt(zone: string, at: Date): { from: Date; to: Date } {
  const day = dayOf(at, zone)
  return { from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) }
}

/** A use of a rolling window counts as if it were of its slot's last moment: rather too long than too short. */
function endOf(limit: Limit, { at }: Use): number {
  if ('dayIn' in limit.window) return dayAt(limit.window.dayIn, at).to.getTime()
  return at.getTime() + slotLength(limit) + limit.window.minutes * MINUTE
}

function slotLength(limit: Limit): number {
  return 'distinct' in limit || 'dayIn' in limit.window ? 0 : (limit.window.minutes * MINUTE) / SLOTS
}

// The weekly lift as arithmetic: five candidates for a week, what became of each week, and whose turn is next.
import { addDays, daysBetween, mondayOf } from './quarter.ts'

/** How far from this week of the year, in whichever year, a picture of it may have been taken. */
export const SEASON = 45
export const CANDIDATES = 5
/** Whoever was lifted this recently waits, so that the wall tells of many. */
export const AUTHORS_WAIT = 4
/** What a lift should take at most. */
export const GOAL_MINUTES = 10
/** Further back than this, nothing is looked for. */
const YEARS = 10
/** A pause in the work is not work: longer than this between two steps counts as this. */
const LONGEST_STRETCH = 30 * 60

export type CandidateFacts = {
  id: string
  /** Whose it is; null when the platform does not say. */
  author: number | null
  /** The same words elsewhere: twins are offered once. */
  same: string | null
  day: string
  timeless: boolean
  public: boolean
  lifted: boolean
  /** Delicate, or with a recognisable child whose guardian has not been asked. */
  blocked: boolean
  /** May be shown whole already. */
  allowed: boolean
  picture: boolean
  reactions: number
  /** Was there when the week began: what comes during the week does not push others away. */
  early: boolean
}

/** Days between a day and the nearest day of the same week in any year. */
export function daysOffSeason(day: string, week: string): number {
  const monday = mondayOf(week)
  const year = Number(monday.slice(0, 4))
  return Math.min(...[year - 1, year, year + 1].map((one) => distance(dayIn(one, day), monday)))
}

/** The same day in another year; the day that only leap years have is taken for the one before. */
const dayIn = (year: number, day: string) => `${year}${day.slice(4).replace('-02-29', '-02-28')}`

function distance(day: string, monday: string): number {
  const off = daysBetween(monday, day)
  return off < 0 ? -off : Math.max(0, off - 6)
}

export function inSeason({ day, timeless }: Pick<CandidateFacts, 'day' | 'timeless'>, week: string): boolean {
  return timeless || daysOffSeason(day, week) <= SEASON
}

/** The stretches of days in which a post may have been published to be in season, newest first. */
export function seasonsOf(week: string): { from: string; to: string }[] {
  const monday = mondayOf(week)
  const year = Number(monday.slice(0, 4))
  // A day more on each side: a year that leaps shifts the days after February.
  const around = (back: number) => {
    const then = dayIn(year - back, monday)
    return { from: addDays(then, -SEASON - 1), to: addDays(then, 6 + SEASON + 1) }
  }
  return Array.from({ length: YEARS + 2 }, (_, nth) => around(nth - 1))
}

/**
 * The candidates of a week, best first: public, never lifted, in season or timeless, not by the last authors, one an
 * author. The same facts give the same five; what is allowed already comes first, then pictures, then reactions.
 */
export function chooseCandidates(
  posts: readonly CandidateFacts[],
  week: string,
  lastAuthors: readonly number[],
): string[] {
  const waiting = new Set(lastAuthors.slice(0, AUTHORS_WAIT))
  const fit = posts.filter(
    (one) =>
      one.public &&
      !one.lifted &&
      !one.blocked &&
      inSeason(one, week) &&
      !(one.author !== null && waiting.has(one.author)),
  )
  const authors = new Set<number>()
  const words = new Set<string>()
  const chosen: string[] = []
  for (const one of fit.sort(better)) {
    if (chosen.length === CANDIDATES) break
    if (one.author !== null && authors.has(one.author)) continue
    if (one.same !== null && words.has(one.same)) continue
    if (one.author !== null) authors.add(one.author)
    if (one.same !== null) words.add(one.same)
    chosen.push(one.id)
  }
  return chosen
}

function better(a: CandidateFacts, b: CandidateFacts): number {
  return (
    Number(b.early) - Number(a.early) ||
    Number(b.allowed) - Number(a.allowed) ||
    Number(b.picture) - Number(a.picture) ||
    b.reactions - a.reactions ||
    (a.day === b.day ? a.id.localeCompare(b.id) : b.day.localeCompare(a.day))
  )
}

export type WeekState = 'done' | 'excused' | 'none' | 'now' | 'ahead' | 'before'
type Known = { now: string; first: string; lifted: ReadonlySet<string>; excused: ReadonlySet<string> }

/** What became of a week; before the first one nothing was promised. */
export function weekState(week: string, { now, first, lifted, excused }: Known): WeekState {
  if (lifted.has(week)) return 'done'
  if (excused.has(week)) return 'excused'
  if (week === now) return 'now'
  if (week > now) return 'ahead'
  return week < first ? 'before' : 'none'
}

/** Lifted weeks in a row up to now: an excused week neither counts nor breaks, and the running one may still come. */
export function streakOf(states: readonly WeekState[]): number {
  let streak = 0
  for (const state of states.toReversed()) {
    if (state === 'none') break
    if (state === 'done') streak++
  }
  return streak
}

/** Lifts that were let go of within a day were slips, and leave their week as it was. */
export function liftedWeeks(
  lifts: readonly { week: string; at: Date; ended_at: Date | null }[],
): Set<string> {
  const kept = lifts.filter((one) => !one.ended_at || one.ended_at.getTime() - one.at.getTime() >= 86_400_000)
  return new Set(kept.map((one) => one.week))
}

/**
 * Whose turn it is: whoever has not lifted for longest, in the order of the relay. Somebody who steps in for another
 * is thanked with a later turn.
 */
export function nextInRelay(
  relay: readonly string[],
  lifts: readonly { by: string; at: Date }[],
): string | null {
  const last = (name: string) =>
    Math.max(-1, ...lifts.filter((one) => one.by === name).map((one) => one.at.getTime()))
  return relay.toSorted((a, b) => last(a) - last(b))[0] ?? null
}

/** Seconds of work between opening a page and sending it; null when the page does not say when that was. */
export function stretchOf(opened: number | null, now: Date): number | null {
  const seconds = opened === null ? -1 : Math.round((now.getTime() - opened) / 1000)
  return seconds < 0 ? null : Math.min(seconds, LONGEST_STRETCH)
}

/** The middle one of what lifts took, in whole minutes and at least one; null when none is known. */
export function usualMinutes(seconds: readonly (number | null)[]): number | null {
  const known = seconds.filter((one) => one !== null).sort((a, b) => a - b)
  const middle = known[Math.floor((known.length - 1) / 2)]
  return middle === undefined ? null : minutesOf(middle)
}

export const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60))

// Asks the database for the facts of a quarter: every question of db/figures once, with the weak sources left out.
import { isHanded } from '../config/place.ts'
import { rankPosts } from '../db/figures/attention.ts'
import * as outside from '../db/figures/outside.ts'
import * as people from '../db/figures/people.ts'
import { sumPlatformPosts } from '../db/figures/platforms.ts'
import * as posts from '../db/figures/posts.ts'
import { countInteractions, layReactions, sumReactions } from '../db/figures/reactions.ts'
import * as service from '../db/figures/service.ts'
import { countItems } from '../db/labels.ts'
import { listExcuses } from '../db/lifting.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { listFamilies, listWalls } from '../db/places.ts'
import { isEnough } from './domain/compare.ts'
import type { Facts } from './domain/facts.ts'
import {
  addDays,
  dayOf,
  daysBetween,
  inOrder,
  listDays,
  mondayOf,
  quarterBounds,
  quarterDays,
  quarterWeeks,
  startOfDay,
} from './domain/quarter.ts'
import { joinBatches } from './domain/surveys.ts'

const earliest = (a: string, b: string) => inOrder(a, b)[0]
const latest = (a: string, b: string) => inOrder(a, b)[1]

export type PlaceAt = { id: string; time_zone: string }

/** The facts of a quarter as they stand at `at`. */
export async function gatherFacts(db: Db, place: PlaceAt, quarter: string, at: Date): Promise<Facts> {
  const zone = place.time_zone
  const days = quarterDays(quarter)
  const weeks = quarterWeeks(quarter)
  const wide = widen(days, weeks)
  const of = daysBetween(days.from, days.to)
  const ended = addDays(dayOf(at, zone), 1)
  const begun = await service.findBeginnings(db, place.id, zone)
  const sourceDays = await service.listSourceDays(db, place.id, days)
  const sources = (await service.listPostSources(db, place.id)).map((one) => {
    const tried = sourceDays.filter((day) => day.source_id === one.id)
    const { id, channel, mode } = one
    const collected = tried.filter((day) => day.ok).map((day) => day.day)
    // What people bring is whole on every day on which they could bring it: nothing is collected there.
    const handed = isHanded(channel) && one.active
    const open = handed
      ? listDays(latest(dayOf(one.created_at, zone), days.from), earliest(days.to, ended))
      : []
    return { id, channel, mode, used: one.active || tried.length > 0, days: handed ? open : collected }
  })
  const starts = await outside.listMeasureStarts(db, place.id)
  const noteStarts = await outside.listNoteStarts(db, place.id)
  const storyFamilies = [
    ...new Set((await listWalls(db, place.id)).flatMap((wall) => wall.lead?.families ?? [])),
  ].sort()
  const batches = await people.listBatchRows(db, place.id, days)
  const answers = batches.length ? await people.countAnswers(db, place.id, days) : []
  return {
    quarter,
    days,
    of,
    elapsed: Math.min(of, Math.max(0, daysBetween(days.from, dayOf(at, zone)) + 1)),
    weeks,
    begun,
    families: (await listFamilies(db, place.id)).map(({ id, tags }) => ({
      id,
      tags: tags.map((tag) => tag.key),
    })),
    sources,
    posts: await gatherPosts(db, place, quarter, storyFamilies, []),
    storyFamilies,
    wall: {
      days: await service.sumWallDays(db, place.id, wide),
      channels: await service.sumWallChannels(db, place.id, days),
      actions: await service.sumWallActions(db, place.id, days),
    },
    lifts: await service.countLifts(db, place.id, weeks),
    excuses: (await listExcuses(db, place.id, weeks[0] as string)).filter((one) => weeks.includes(one.week)),
    measures: await outside.listMeasures(db, place.id, quarter, wide, weeks),
    measureStarts: Object.fromEntries(starts.map((one) => [one.indicator, one.starts])),
    notes: await outside.countNotes(db, place.id, wide),
    noteStarts: Object.fromEntries(noteStarts.map((one) => [one.kind, one.starts])),
    platforms: await sumPlatformPosts(db, spanOf(place, quarter)),
    surveys: joinBatches(batches, answers),
    labels: await gatherLabels(db, place, quarter),
    actions: await people.countDueActions(db, place.id, days),
    answered: await people.listAnsweredFeedback(db, place.id, days),
    heard: await people.countHeardFrom(db, place.id, days),
  }
}

/** What was labelled, and of how many texts; where nothing was, nobody has to count them. */
async function gatherLabels(db: Db, place: PlaceAt, quarter: string): Promise<Facts['labels']> {
  const counts = await people.countLabels(db, place.id, quarter, place.time_zone)
  const asked = { span: spanOf(place, quarter), days: quarterDays(quarter), quarter }
  const populationOf = async (author: 'own' | 'residents') =>
    counts.some((one) => one.author === author) ? countItems(db, { ...asked, author }) : 0
  return {
    counts,
    populations: { own: await populationOf('own'), residents: await populationOf('residents') },
  }
}

/** The weeks of a quarter may begin before its first day and end after its last. */
function widen(days: service.Days, weeks: readonly string[]): service.Days {
  const first = mondayOf(weeks[0] as string)
  const after = addDays(mondayOf(weeks.at(-1) as string), 7)
  return { from: earliest(first, days.from), to: latest(after, days.to) }
}

/** The posts of a quarter, whichever source brought them. */
export function spanOf({ id, time_zone: zone }: PlaceAt, quarter: string): posts.Span {
  return { place: id, ...quarterBounds(quarter, zone), exclude: [] }
}

/** The posts that count are picked out once, in a transaction of their own, and then asked everything. */
async function gatherPosts(
  db: Db,
  { id, time_zone: zone }: PlaceAt,
  quarter: string,
  storyFamilies: readonly string[],
  exclude: readonly string[],
): Promise<Facts['posts']> {
  const over = widen(quarterDays(quarter), quarterWeeks(quarter))
  const span = { ...spanOf({ id, time_zone: zone }, quarter), exclude }
  const wide = { ...span, from: startOfDay(over.from, zone), to: startOfDay(over.to, zone) }
  return inTransaction(db, async (trx) => {
    await posts.layPosts(trx, wide)
    await layReactions(trx, wide)
    const laid = { ...span, laid: true as const }
    return {
      days: await posts.countPostDays(trx, { ...wide, laid: true }, zone),
      spellings: await posts.countPostSpellings(trx, laid),
      channels: await posts.countPostChannels(trx, laid),
      authors: await posts.countAuthors(trx, laid),
      twins: await posts.countTwins(trx, laid),
      reactions: await sumReactions(trx, laid),
      interactions: await countInteractions(trx, laid),
      newAuthors: await people.countNewAuthors(trx, laid),
      stories: await people.countStories(trx, laid, storyFamilies),
      languages: await people.countLanguages(trx, laid),
      top: await rankPosts(trx, laid, zone),
    }
  })
}

/** The same two quarters with only the sources that were collected well enough in both. */
export async function pairFacts(
  db: Db,
  place: PlaceAt,
  now: Facts,
  before: Facts,
): Promise<{ now: Facts; before: Facts; leftOut: string[] }> {
  const enough = (facts: Facts, source: string) => {
    const days = facts.sources.find((one) => one.id === source)?.days.length ?? 0
    return isEnough({ days, of: facts.of })
  }
  const inUse = now.sources.filter(
    (one) => one.used || before.sources.find((other) => other.id === one.id)?.used,
  )
  const leftOut = inUse.map((one) => one.id).filter((id) => !enough(now, id) || !enough(before, id))
  if (!leftOut.length) return { now, before, leftOut }
  // With nothing left there is nothing to ask: each side then says itself why it cannot be compared.
  if (leftOut.length === inUse.length) return { now, before, leftOut }
  const without = async (facts: Facts): Promise<Facts> => ({
    ...facts,
    sources: facts.sources.map((one) => (leftOut.includes(one.id) ? { ...one, weak: true } : one)),
    posts: await gatherPosts(db, place, facts.quarter, facts.storyFamilies, leftOut),
  })
  return { now: await without(now), before: await without(before), leftOut }
}

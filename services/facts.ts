// Asks the database for the facts of a quarter: every question of db/figures once, with the weak sources left out.
import { isHanded } from '../config/place.ts'
import { rankPosts } from '../db/figures/attention.ts'
import { layPosts, type Span } from '../db/figures/counted.ts'
import * as outside from '../db/figures/outside.ts'
import * as people from '../db/figures/people.ts'
import { sumPlatformPosts } from '../db/figures/platforms.ts'
import * as posts from '../db/figures/posts.ts'
import { countInteractions, sumReactions } from '../db/figures/reactions.ts'
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

export type PlaceAt = { id: string; time_zone: string }

type Frame = 'quarter' | 'days' | 'of' | 'elapsed' | 'weeks'
/** One question of the database for each name. */
export type Questions<T> = { [Name in keyof T]: () => Promise<T[Name]> }

/** The facts of a quarter as they stand at `at`. */
export async function gatherFacts(db: Db, place: PlaceAt, quarter: string, at: Date): Promise<Facts> {
  const { posts: _, labels: __, ...questions } = questionsOf(db, place, quarter)
  const answers = await askAll(questions)
  const ofPosts = await withLaid(db, place, quarter, [], async (trx, spans) => ({
    posts: await readPosts(trx, place, spans, answers.storyFamilies),
    labels: await gatherLabels(trx, place, quarter, spans.span),
  }))
  return { ...frameOf(place, quarter, at), ...answers, ...ofPosts }
}

/** What is known of a quarter without a question. */
export function frameOf({ time_zone: zone }: PlaceAt, quarter: string, at: Date): Pick<Facts, Frame> {
  const days = quarterDays(quarter)
  const of = daysBetween(days.from, days.to)
  const elapsed = Math.min(of, Math.max(0, daysBetween(days.from, dayOf(at, zone)) + 1))
  return { quarter, days, of, elapsed, weeks: quarterWeeks(quarter) }
}

/** Each fact of a quarter as a question; those about posts pick the posts out anew, unless they are laid ready. */
export function questionsOf(
  db: Db,
  place: PlaceAt,
  quarter: string,
): Questions<Omit<Facts, Frame | 'posts'>> & { posts: Questions<Facts['posts']> } {
  const { id, time_zone: zone } = place
  const days = quarterDays(quarter)
  const weeks = quarterWeeks(quarter)
  const wide = widen(days, weeks)
  const storyFamilies = async () =>
    [...new Set((await listWalls(db, id)).flatMap((wall) => wall.lead?.families ?? []))].sort()
  return {
    storyFamilies,
    begun: () => service.findBeginnings(db, id, zone),
    families: async () =>
      (await listFamilies(db, id)).map((one) => ({ id: one.id, tags: one.tags.map((tag) => tag.key) })),
    sources: () => gatherSources(db, place, days),
    posts: askPosts(db, { ...spansOf(place, quarter, []), zone }, storyFamilies),
    wall: async () => ({
      days: await service.sumWallDays(db, id, wide),
      channels: await service.sumWallChannels(db, id, days),
      actions: await service.sumWallActions(db, id, days),
    }),
    lifts: () => service.countLifts(db, id, weeks),
    excuses: async () =>
      (await listExcuses(db, id, weeks[0] as string)).filter((one) => weeks.includes(one.week)),
    measures: () => outside.listMeasures(db, id, quarter, wide, weeks),
    measureStarts: async () =>
      Object.fromEntries((await outside.listMeasureStarts(db, id)).map((one) => [one.indicator, one.starts])),
    notes: () => outside.countNotes(db, id, wide),
    noteStarts: async () =>
      Object.fromEntries((await outside.listNoteStarts(db, id)).map((one) => [one.kind, one.starts])),
    platforms: () => sumPlatformPosts(db, spanOf(place, quarter)),
    surveys: async () => {
      const batches = await people.listBatchRows(db, id, days)
      return joinBatches(batches, batches.length ? await people.countAnswers(db, id, days) : [])
    },
    labels: () => gatherLabels(db, place, quarter, spanOf(place, quarter)),
    actions: () => people.countDueActions(db, id, days),
    answered: () => people.listAnsweredFeedback(db, id, days),
    heard: () => people.countHeardFrom(db, id, days),
  }
}

async function askAll<T extends object>(questions: Questions<T>): Promise<T> {
  const answers: Partial<T> = {}
  for (const name of Object.keys(questions) as (keyof T)[]) answers[name] = await questions[name]()
  return answers as T
}

async function gatherSources(
  db: Db,
  { id: place, time_zone: zone }: PlaceAt,
  days: service.Days,
): Promise<Facts['sources']> {
  const sourceDays = await service.listSourceDays(db, place, days)
  return (await service.listPostSources(db, place)).map(({ id, channel, mode, active, created_at }) => {
    const tried = sourceDays.filter((day) => day.source_id === id)
    const collected = tried.filter((day) => day.ok).map((day) => day.day)
    // What people bring is whole on every day on which they can bring it: nothing is collected there.
    const handed = isHanded(channel) && active
    const open = handed ? listDays(inOrder(dayOf(created_at, zone), days.from)[1], days.to) : []
    return { id, channel, mode, used: active || tried.length > 0, days: handed ? open : collected }
  })
}

/** What was labelled, and of how many texts; where nothing was, nobody has to count them. */
async function gatherLabels(db: Db, place: PlaceAt, quarter: string, span: Span): Promise<Facts['labels']> {
  const counts = await people.countLabels(db, place.id, quarter, place.time_zone)
  const asked = { span, days: quarterDays(quarter), quarter }
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
  return { from: inOrder(first, days.from)[0], to: inOrder(after, days.to)[1] }
}

/** The posts of a quarter, whichever source brought them. */
export function spanOf({ id, time_zone: zone }: PlaceAt, quarter: string): Span {
  return { place: id, ...quarterBounds(quarter, zone), exclude: [] }
}

type Spans = { span: Span; wide: Span }

function spansOf(place: PlaceAt, quarter: string, exclude: readonly string[]): Spans {
  const over = widen(quarterDays(quarter), quarterWeeks(quarter))
  const span = { ...spanOf(place, quarter), exclude }
  const [from, to] = [startOfDay(over.from, place.time_zone), startOfDay(over.to, place.time_zone)]
  return { span, wide: { ...span, from, to } }
}

/** The posts that count are picked out once, in a transaction of their own, and then asked everything. */
const withLaid = <T>(
  db: Db,
  place: PlaceAt,
  quarter: string,
  exclude: readonly string[],
  ask: (trx: Db, spans: Spans) => Promise<T>,
): Promise<T> =>
  inTransaction(db, async (trx) => {
    const { span, wide } = spansOf(place, quarter, exclude)
    await layPosts(trx, wide)
    return ask(trx, { span: { ...span, laid: true }, wide: { ...wide, laid: true } })
  })

const readPosts = (db: Db, { time_zone: zone }: PlaceAt, spans: Spans, storyFamilies: string[]) =>
  askAll(askPosts(db, { ...spans, zone }, async () => storyFamilies))

function askPosts(
  db: Db,
  { span, wide, zone }: Spans & { zone: string },
  storyFamilies: () => Promise<string[]>,
): Questions<Facts['posts']> {
  return {
    days: () => posts.countPostDays(db, wide, zone),
    spellings: () => posts.countPostSpellings(db, span),
    channels: () => posts.countPostChannels(db, span),
    authors: () => posts.countAuthors(db, span),
    twins: () => posts.countTwins(db, span),
    reactions: () => sumReactions(db, span),
    interactions: () => countInteractions(db, span),
    newAuthors: () => people.countNewAuthors(db, span),
    stories: async () => people.countStories(db, span, await storyFamilies()),
    languages: () => people.countLanguages(db, span),
    top: () => rankPosts(db, span, zone),
  }
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
    posts: await withLaid(db, place, facts.quarter, leftOut, (trx, spans) =>
      readPosts(trx, place, spans, facts.storyFamilies),
    ),
  })
  const [weakNow, weakBefore] = await Promise.all([without(now), without(before)])
  return { now: weakNow, before: weakBefore, leftOut }
}

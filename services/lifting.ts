// The week's lift as the desk works on it: its candidates, its weeks and turns, marks on posts, and the time it took.
import { listLiftable } from '../db/candidates.ts'
import { lockPost } from '../db/decisions.ts'
import { listExcuses, type Marks, readLiftSettings, saveExcuse, saveMarks } from '../db/lifting.ts'
import { addWork, closeWork, listLastAuthors, listLifts } from '../db/lifts.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { listPeople } from '../db/people.ts'
import { type findPlace, listFamilies, listWalls } from '../db/places.ts'
import { type Act, decideWithin, openPost, readFooting, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { liftNeeds } from './domain/curation.ts'
import {
  AUTHORS_WAIT,
  chooseCandidates,
  liftedWeeks,
  nextInRelay,
  seasonsOf,
  streakOf,
  stretchOf,
  usualMinutes,
  weekState,
} from './domain/lifting.ts'
import { addDays, dayOf, mondayOf, startOfDay, weekOfDay } from './domain/quarter.ts'
import { may } from './domain/roles.ts'
import { Refusal } from './errors.ts'

type Place = Pick<NonNullable<Awaited<ReturnType<typeof findPlace>>>, 'id' | 'time_zone'>

/** Of so many posts the five are chosen. */
const CONSIDERED = 400
/** Weeks that the desk looks back on: a whole quarter. */
const WEEKS_BACK = 13

/** The public ids of this week's candidates: the same all week, but for those that can be lifted no more. */
export async function pickCandidates(db: Db, place: Place, now: Date): Promise<string[]> {
  const today = dayOf(now, place.time_zone)
  const week = weekOfDay(today)
  const start = (day: string) => startOfDay(day, place.time_zone)
  const seasons = seasonsOf(week).map(({ from, to }) => ({ from: start(from), to: start(addDays(to, 1)) }))
  const asked = { seasons, begun: start(mondayOf(week)), today, limit: CONSIDERED }
  const rows = await listLiftable(db, place.id, asked)
  const facts = rows.map(({ published_at, ...one }) => ({
    ...one,
    day: dayOf(published_at, place.time_zone),
    // What the database has already left out.
    ...{ public: true, lifted: false, blocked: false },
  }))
  return chooseCandidates(facts, week, await listLastAuthors(db, place.id, AUTHORS_WAIT))
}

/** The last weeks and this one, with their lifts and excuses, the streak, the usual time, and whose turn it is. */
export async function readWeeks(db: Db, place: Place & { created_at: Date }, now: Date) {
  const today = dayOf(now, place.time_zone)
  const week = weekOfDay(today)
  const monday = mondayOf(week)
  const weeks = Array.from({ length: WEEKS_BACK + 1 }, (_, nth) =>
    weekOfDay(addDays(monday, (nth - WEEKS_BACK) * 7)),
  )
  const lifts = await listLifts(db, place.id, weeks)
  const excuses = await listExcuses(db, place.id, weeks[0] ?? week)
  const settings = await readLiftSettings(db, place.id)
  const made = weekOfDay(dayOf(place.created_at, place.time_zone))
  const known = {
    ...{ now: week, lifted: liftedWeeks(lifts), excused: new Set(excuses.map((one) => one.week)) },
    first: [made, ...lifts.map((one) => one.week)].sort()[0] ?? made,
  }
  const states = weeks.map((one) => ({ week: one, state: weekState(one, known) }))
  const team = (await listPeople(db, place.id)).filter(({ role }) => may(role, 'curate'))
  const relay = settings.relay.length ? settings.relay : team.map(({ name }) => name)
  return {
    weeks: states.map((one) => ({
      ...one,
      lift: lifts.find((lift) => lift.week === one.week) ?? null,
      reason: excuses.find((excuse) => excuse.week === one.week)?.reason ?? null,
    })),
    streak: streakOf(states.map(({ state }) => state)),
    usual: usualMinutes(lifts.map(({ seconds }) => seconds)),
    relay,
    turn: nextInRelay(relay, lifts),
    suggested: lifts.find((one) => one.week < week && one.suggests) ?? null,
    settings,
  }
}
export type Weeks = Awaited<ReturnType<typeof readWeeks>>

/** The hashtag of the campaign as people write it: what was chosen, else what leads the first wall. */
export async function campaignTag(db: Db, place: string, chosen: string | null): Promise<string | null> {
  const families = await listFamilies(db, place)
  const leads = (await listWalls(db, place)).flatMap((wall) => wall.lead?.families ?? [])
  const id = chosen ?? leads[0]
  const tag = families.find((one) => one.id === id)?.tags[0]
  return tag ? `#${tag.as_written}` : null
}

/** Says why a week goes without a lift; only weeks that the desk looks back on, and this one. */
export async function excuseWeek(deps: Deps, act: Act, week: string, reason: string): Promise<void> {
  const at = deps.clock()
  const monday = mondayOf(weekOfDay(dayOf(at, act.place.time_zone)))
  if (mondayOf(week) > monday || mondayOf(week) < addDays(monday, -7 * WEEKS_BACK))
    throw new Refusal('lift-week', 400)
  await inTransaction(deps.db, async (trx) => {
    await saveExcuse(trx, act.place.id, { week, reason, by: act.name, at })
    await record(trx, act, at, reason ? 'lift-excused' : 'lift-unexcused', week, { reason })
  })
}

/** Sets the marks of a post; a lift that they forbid ends at once. */
export async function markPost(deps: Deps, act: Act, publicId: string, marks: Marks): Promise<void> {
  const at = deps.clock()
  const { place } = act
  await inTransaction(deps.db, async (trx) => {
    const before = await openPost(trx, act, publicId)
    await saveMarks(trx, before.id, marks)
    const footing = await readFooting(trx, place, { ...before, ...marks }, dayOf(at, place.time_zone))
    if (before.standing.lifted && liftNeeds(footing).length) {
      const { version } = before
      await decideWithin(trx, deps, act, publicId, { action: 'unlift', version, reason: 'marked' })
    }
    await record(trx, act, at, 'marked', publicId, { ...marks })
    await deps.queue.send('pictures', { place: place.id }, { db: trx })
  })
}

type Worked = { opened: number | null; lifts: boolean; suggests: string | null }

/** Adds the time since the page was opened to what a post's lift takes; the lift itself closes the account. */
export async function noteWork(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  place: string,
  publicId: string,
  { opened, lifts, suggests }: Worked,
): Promise<void> {
  const seconds = stretchOf(opened, clock())
  if (seconds === null && !lifts) return
  await inTransaction(db, async (trx) => {
    const post = await lockPost(trx, place, publicId)
    if (!post) return
    if (seconds !== null) await addWork(trx, post.id, seconds)
    if (lifts) await closeWork(trx, post.id, suggests)
  })
}

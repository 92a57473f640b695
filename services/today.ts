// What the front page and the weekly mail know: what waits and what is late, the lift, the sources, the quarter.
import { listEndingConsents } from '../db/ending-consents.ts'
import { listAnswered } from '../db/handovers.ts'
import { countPosts } from '../db/inbox.ts'
import { listRemovals } from '../db/removals.ts'
import { countSources, findNewestDigest, listSickSources, oldestWaiting } from '../db/today.ts'
import { countCoverage } from '../db/wall-gaps.ts'
import { listTokens } from '../db/warnings.ts'
import { type ClockEntry, listOpen, readClock } from './clock.ts'
import type { Deps } from './deps.ts'
import { addDays, dayOf, quarterDays, quarterOfDay, quarterWeeks, weekOfDay } from './domain/quarter.ts'
import { stepOf } from './domain/warnings.ts'
import type { InboxPlace } from './inbox.ts'
import { pickCandidates, readWeeks } from './lifting.ts'

/** For so many days an answer of a service area is news. */
const ANSWER_DAYS = 7
/** Days ahead that somebody who looks at today wants to know of. */
const SOON = 10

type TodayPlace = InboxPlace & { created_at: Date }

export async function readToday({ db }: Pick<Deps, 'db'>, place: TodayPlace, now: Date) {
  const today = dayOf(now, place.time_zone)
  const week = weekOfDay(today)
  const quarter = quarterOfDay(today)
  const weeks = quarterWeeks(quarter)
  const lifting = await readWeeks(db, place, now)
  const oldest = await oldestWaiting(db, place.id)
  return {
    today,
    week,
    quarter: { id: quarter, ...quarterDays(quarter), weeks },
    lifting,
    lift: lifting.weeks.find((one) => one.week === week && one.lift?.ended_at === null)?.lift,
    candidates: await pickCandidates(db, place, now),
    waiting: await countPosts(db, place.id, { state: 'new' }),
    oldest: oldest && dayOf(oldest, place.time_zone),
    undescribed: await countPosts(db, place.id, { undescribed: true }),
    answers: await countPosts(db, place.id, { answer: true }),
    answered: await readAnswered(db, place.id, now),
    coverage: await countCoverage(db, [place.id], place.languages, today),
    removals: await listRemovals(db, place.id),
    ending: await listEndingConsents(db, place.id, today, addDays(today, 30)),
    sources: await countSources(db, place.id),
    sick: await listSickSources(db, place.id),
    tokens: (await listTokens(db, place.id)).filter(
      (one) => !one.fault_kind && stepOf(one.expires_at, one, now, place.time_zone) !== null,
    ),
    digest: await findNewestDigest(db, place.id),
    clock: await readSoon(db, place.id, today),
  }
}
export type Today = Awaited<ReturnType<typeof readToday>>

/** Questions that were answered lately. */
export const readAnswered = (db: Deps['db'], place: string, now: Date) =>
  listAnswered(db, place, new Date(now.getTime() - ANSWER_DAYS * 86_400_000))

/** What of the clock is late, and what comes in the next days; the lift has its own place on the page. */
async function readSoon(db: Deps['db'], place: string, today: string) {
  const open = listOpen(await readClock(db, place, today), { today, to: addDays(today, SOON) })
  const others = open.filter(({ item }) => item.work !== 'lift')
  const isLate = ({ state }: ClockEntry) => state === 'late'
  return { late: others.filter(isLate), soon: others.filter((one) => !isLate(one)) }
}

/** A month from the request: the answer is due by then. */
export function answerBy(at: Date, zone: string): string {
  const day = dayOf(at, zone)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}

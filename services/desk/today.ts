// What the front page knows: everything that waits, this week's lift, the sources, the quarter and its digest.
import { countPosts } from '../../db/inbox.ts'
import { listLifts } from '../../db/lifts.ts'
import { listRemovals } from '../../db/removals.ts'
import {
  countSources,
  findNewestDigest,
  listCandidates,
  listEndingConsents,
  listSickSources,
  oldestWaiting,
} from '../../db/today.ts'
import { listTokens } from '../../db/warnings.ts'
import type { Deps } from '../deps.ts'
import {
  addDays,
  dayOf,
  quarterDays,
  quarterOfDay,
  quarterWeeks,
  startOfDay,
  weekOfDay,
} from '../domain/quarter.ts'
import { stepOf } from '../domain/warnings.ts'
import type { InboxPlace } from '../inbox.ts'

const CANDIDATES = 5

export async function readToday({ db }: Pick<Deps, 'db'>, place: InboxPlace, now: Date) {
  const today = dayOf(now, place.time_zone)
  const week = weekOfDay(today)
  const quarter = quarterOfDay(today)
  const weeks = quarterWeeks(quarter)
  const lifts = await listLifts(db, place.id, [...new Set([...weeks, week])])
  const oldest = await oldestWaiting(db, place.id)
  return {
    today,
    week,
    quarter: { id: quarter, ...quarterDays(quarter), weeks },
    lifts,
    lift: lifts.find((one) => one.week === week && one.ended_at === null),
    candidates: await pickCandidates(db, place, now),
    waiting: await countPosts(db, place.id, { state: 'new' }),
    oldest: oldest && dayOf(oldest, place.time_zone),
    undescribed: await countPosts(db, place.id, { undescribed: true }),
    removals: await listRemovals(db, place.id),
    ending: await listEndingConsents(db, place.id, today, addDays(today, 30)),
    sources: await countSources(db, place.id),
    sick: await listSickSources(db, place.id),
    tokens: (await listTokens(db, place.id)).filter(
      (one) => !one.fault_kind && stepOf(one.expires_at, one, now, place.time_zone) !== null,
    ),
    digest: await findNewestDigest(db, place.id),
  }
}
export type Today = Awaited<ReturnType<typeof readToday>>

/** The public ids of the posts to choose this week's lift from. */
function pickCandidates(db: Deps['db'], place: InboxPlace, now: Date): Promise<string[]> {
  const today = dayOf(now, place.time_zone)
  return listCandidates(db, place.id, {
    since: startOfDay(addDays(today, -42), place.time_zone),
    liftedSince: startOfDay(addDays(today, -28), place.time_zone),
    limit: CANDIDATES,
  })
}

/** A month from the request: the answer is due by then. */
export function answerBy(at: Date, zone: string): string {
  const day = dayOf(at, zone)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}

// What the front page knows: everything that waits, this week's lift, the sources, the quarter and its digest.
import { listEndingConsents } from '../../db/ending-consents.ts'
import { countPosts } from '../../db/inbox.ts'
import { listRemovals } from '../../db/removals.ts'
import { countSources, findNewestDigest, listSickSources, oldestWaiting } from '../../db/today.ts'
import { countCoverage } from '../../db/wall-gaps.ts'
import { listTokens } from '../../db/warnings.ts'
import type { Deps } from '../deps.ts'
import { addDays, dayOf, quarterDays, quarterOfDay, quarterWeeks, weekOfDay } from '../domain/quarter.ts'
import { stepOf } from '../domain/warnings.ts'
import type { InboxPlace } from '../inbox.ts'
import { pickCandidates, readWeeks } from '../lifting.ts'

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
    coverage: await countCoverage(db, [place.id], place.languages, today),
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

/** A month from the request: the answer is due by then. */
export function answerBy(at: Date, zone: string): string {
  const day = dayOf(at, zone)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}

// Lets two years pass: the real jobs visit the simulated platforms day by day with a moved clock, and the team works.
import { sql } from 'kysely'
import { isHanded } from '../../config/place.ts'
import { saveCredential } from '../../db/credentials.ts'
import { json } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { findSource } from '../../db/sources.ts'
import { readClock } from '../../services/clock.ts'
import { addUsualItems } from '../../services/clock-work.ts'
import type { Act } from '../../services/curate.ts'
import { prepareReports } from '../../services/cycle-reports.ts'
import { waiveSource } from '../../services/digest-work.ts'
import { draftDigest, freezeDigest, readBundle, writeTexts } from '../../services/digests.ts'
import { freezeDay, unexplained } from '../../services/domain/digest-states.ts'
import {
  addDays,
  addQuarters,
  dayOf,
  listDays,
  quarterDays,
  quarterOfDay,
  startOfDay,
} from '../../services/domain/quarter.ts'
import { publishDigest } from '../../services/publish-digest.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { measure } from '../../workers/jobs/measure.ts'
import { pictures } from '../../workers/jobs/pictures.ts'
import { reread } from '../../workers/jobs/reread.ts'
import { sendMail } from '../../workers/jobs/send-mail.ts'
import { bringQuarter, markBrought, meet, prepareBrought } from './brought.ts'
import { bringByHand } from './by-hand.ts'
import { makeLateCampaigns } from './campaigns.ts'
import { startChance } from './chance.ts'
import { workThroughClock } from './clock.ts'
import { digestTexts } from './digest-texts.ts'
import { liftInTurn, settleLifting } from './lifting.ts'
import { agreeWithPartners } from './place.ts'
import { beginPlanning, planYear, settlePlanning } from './planning.ts'
import { addRecipients, answerSome } from './recipients.ts'
import { curate, describe, markThemes, TEAM } from './team.ts'
import type { World } from './world.ts'

const PLACE = 'kemijarvi'
const ZONE = 'Europe/Helsinki'
/** The visit of a day is at eight in the evening, when most of its posts are there. */
const EVENING = 20 * 3_600_000
/** Quarters, counted from the running one, that are visited every second day: those that the newest digests compare. */
const DAILY = [0, -1, -2, -5]
/** Channels that bring a few posts a month and cost most to ask. */
const RARE = ['bluesky', 'youtube', 'facebook', 'instagram']
/** Days of each quarter on which Bluesky did not answer: a digest should show a gap, too. */
const GAP = 'Palvelu ei vastannut 12 päivään. Julkaisut saatiin jälkikäteen.'
const AWAY = { channel: 'bluesky', from: 40, to: 52 }
/** Instagram tells of a day: a visit this long before the last one keeps the month before from being told as missed. */
const BEFORE = 6 * 3_600_000
/** Posts that still wait at the desk when the demo begins. */
const WAITING = 7
/** Days before now in which the newest posts are left to wait. */
const LATELY = 14
/** Days after which no digest counts a post's reactions again. */
const COUNTED = 22
/** Days of which the reports can be read as they were sent. */
const SENT = 100
/** Weeks in a hundred without a lift: the team has holidays, too. */
const SKIPPED = 14

export type Scene = {
  deps: WorkerDeps
  setClock: (at: Date) => void
  firstDay: string
  now: Date
  secrets: World['secrets']
}

/** Plays from the first day until now, and leaves the clock at now. */
export async function play({ deps, setClock, firstDay, now, secrets }: Scene): Promise<void> {
  const place = await findPlace(deps.db, PLACE)
  if (!place) throw new Error('the demo place is not there')
  const act = { place, person: null, language: 'fi' as const, name: TEAM.curator } satisfies Act
  const sources = await deps.db
    .selectFrom('source')
    .select(['id', 'kind', 'channel'])
    .where('place_id', '=', PLACE)
    .execute()
  const posts = sources.filter(({ kind, channel }) => kind === 'posts' && !isHanded(channel))
  await saveSecrets(deps, secrets)
  await prepareBrought(deps, place, firstDay, dayOf(now, ZONE))
  await beginPlanning(deps, act, dayOf(now, ZONE))
  const chance = startChance(3)
  const { signal } = new AbortController()
  const today = dayOf(now, ZONE)
  const lately = addDays(today, -LATELY)
  const daily = DAILY.map((back) => addQuarters(quarterOfDay(today), back))
  await addUsualItems(deps, act)
  await lookDaily(
    deps,
    posts.map((one) => one.id),
    daily,
    today,
  )
  let turns = 0
  let publishing: Promise<void> = Promise.resolve()
  for (const day of listDays(firstDay, addDays(today, 1))) {
    const last = day === today
    const sunday = new Date(day).getUTCDay() === 0
    setClock(last ? now : new Date(startOfDay(day, ZONE).getTime() + EVENING))
    if (day === firstDay || day.endsWith('-01-12')) await planYear(deps, act, Number(day.slice(0, 4)))
    const quarter = addQuarters(quarterOfDay(day), -1)
    if (day === addDays(freezeDay(quarter), 2) && quarter >= quarterOfDay(firstDay)) {
      await publishing
      const at = await freezeQuarter(deps, place, quarter)
      publishing = publishQuarter(deps, place, quarter, at)
    }
    if (!sunday && !last && !(daily.includes(quarterOfDay(day)) && isSecond(day))) continue
    // What comes seldom is looked for seldom: the demo should be ready soon.
    const monthly = last || (sunday && Number(day.slice(8)) <= 7)
    const turn = posts.filter((one) => monthly || !RARE.includes(one.channel))
    if (last) {
      setClock(new Date(now.getTime() - BEFORE))
      const seldom = posts.filter((one) => one.channel === 'instagram')
      await Promise.all(seldom.map((one) => collect(deps, { place: PLACE, source: one.id }, signal)))
      setClock(now)
    }
    await Promise.all(turn.map((one) => collect(deps, { place: PLACE, source: one.id }, signal)))
    // Once a week is enough for the counts at fourteen days, and only where a digest compares them.
    if ((sunday && daily.includes(quarterOfDay(day))) || last) {
      if (!last) await leaveOld(deps, now)
      await reread(deps, { place: PLACE }, signal)
    }
    if (sunday || last) {
      await agreeWithPartners(deps.db, PLACE, deps.clock())
    }
    if ((sunday && Number(day.slice(8)) <= 7) || last) {
      await measure(deps, { place: PLACE, source: 'kavijat' }, signal)
    }
    // The newest posts wait for whoever opens the desk.
    if (sunday || last || chance.next() < 0.15) await curate(deps, act, chance, day > lately ? WAITING : 0)
    if (sunday) {
      const clock = { leave: day > addDays(today, -30), sends: day > addDays(today, -SENT) }
      await workThroughClock(deps, act, { ...clock, published: publishing })
      await describe(deps, act)
      if (chance.whole(1, 100) > SKIPPED) await liftInTurn(deps, act, chance, turns++)
    }
  }
  await publishing
  await bringByHand(deps, act)
  await markThemes(deps, act)
  await settlePlanning(deps, act, today)
  await makeLateCampaigns(deps, place, today)
  await markBrought(deps.db)
  // One waits at the desk, and not the newest, which leads the wall.
  await describe(deps, act, 1)
  await settleLifting(deps, act)
  await prepareReports(deps, place, await readClock(deps.db, PLACE, today))
  await pictures(deps, { place: PLACE }, signal)
  await sendMail(deps, {}, signal)
}

/** Each second day is a day of a visit. */
const isSecond = (day: string) => (Date.parse(day) / 86_400_000) % 2 === 0

/** Every day between two visits counts as one that brought nothing: the next visit brings what came meanwhile. */
async function lookDaily(
  { db }: WorkerDeps,
  sources: readonly string[],
  quarters: readonly string[],
  today: string,
): Promise<void> {
  const days = quarters.flatMap((quarter) => {
    const { from, to } = quarterDays(quarter)
    return listDays(from, to).map((day, nth) => ({ day, away: nth >= AWAY.from && nth < AWAY.to }))
  })
  await sql`
    insert into source_day (place_id, source_id, day, ok, runs)
    select ${PLACE}, s.id, f.day::date, true, 1 from source s,
      jsonb_to_recordset(${json(days.filter(({ day }) => day <= today))}::jsonb) as f(day text, away boolean)
    where s.place_id = ${PLACE} and s.id = any(${[...sources]}::text[]) and not (f.away and s.channel = ${AWAY.channel})
  `.execute(db)
}

/** Nothing leaves the demo's platforms: what no count needs any more is read again only by the service itself. */
async function leaveOld({ db, clock }: WorkerDeps, now: Date): Promise<void> {
  await db
    .updateTable('post')
    .set({ reread_at: now })
    .where('place_id', '=', PLACE)
    .where('published_at', '<', new Date(clock().getTime() - COUNTED * 86_400_000))
    .where((is) => is.or([is('reread_at', 'is', null), is('reread_at', '<', now)]))
    .execute()
}

async function saveSecrets(deps: WorkerDeps, secrets: World['secrets']): Promise<void> {
  for (const { source, name, text } of secrets) {
    if (!(await findSource(deps.db, PLACE, source))) throw new Error(`the demo has no source ${source}`)
    const one = { place: PLACE, source, name, sealed: deps.keys.seal(text), expiresAt: null }
    await saveCredential(deps.db, { ...one, by: TEAM.editor, at: deps.clock() })
  }
}

/** On the day when a quarter's figures may be locked: brought together, explained, locked and written about. */
async function freezeQuarter(deps: WorkerDeps, place: Act['place'], quarter: string): Promise<Date> {
  await bringQuarter(deps, place, quarter)
  for (const source of unexplained(readBundle(await draftDigest(deps, place, quarter, TEAM.curator))))
    await waiveSource(
      deps,
      { place, quarter, by: TEAM.editor },
      source,
      source === AWAY.channel ? GAP : 'Esimerkissä haetaan vain osana päivistä.',
    )
  await freezeDigest(deps, place, quarter, TEAM.curator)
  const texts = digestTexts(quarter)
  await writeTexts(deps, place, quarter, texts, TEAM.curator)
  await meet(deps, place, quarter, texts)
  await addRecipients(deps)
  return deps.clock()
}

/** Its files are written while the next days pass; to them it is still the day of the freeze. */
async function publishQuarter(deps: WorkerDeps, place: Act['place'], quarter: string, at: Date) {
  const then = { ...deps, clock: () => at }
  await publishDigest(then, place, quarter, TEAM.editor)
  await sendMail(then, {}, new AbortController().signal)
  await answerSome(then)
}

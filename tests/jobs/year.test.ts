// Kemijärvi's whole year by the clock: collect, lock, analyse, report, plan to the board, act, measure, review.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listReports } from '../../db/cycle-reports.ts'
import { findPublished } from '../../db/digests.ts'
import { setHolder } from '../../db/duties.ts'
import { isMailDue } from '../../db/mail.ts'
import type { Database } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { findPlan } from '../../db/plans.ts'
import { listModels } from '../../db/process.ts'
import { insertRecipient } from '../../db/recipients.ts'
import { startRun } from '../../db/runs.ts'
import { reportKinds, reviewQuestions } from '../../db/schema.ts'
import { type ClockEntry, listEntries, listOpen, readClock } from '../../services/clock.ts'
import { addUsualItems, markRound } from '../../services/clock-work.ts'
import type { Act } from '../../services/curate.ts'
import { sendReport } from '../../services/cycle-reports.ts'
import { decideAction, tellAction } from '../../services/digest-work.ts'
import { CLOCK, draftDigest, readBundle, writeTexts } from '../../services/digests.ts'
import { quarterBefore, reminderDay } from '../../services/domain/clock.ts'
import { addDays, addQuarters, listDays, momentAt, weekOfDay } from '../../services/domain/quarter.ts'
import { usualDuties } from '../../services/duties.ts'
import { freezeWhenDue } from '../../services/freeze-when-due.ts'
import { publishDigest } from '../../services/publish-digest.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { remind } from '../../workers/jobs/remind.ts'
import { sendMail } from '../../workers/jobs/send-mail.ts'
import { openTestEmbedded } from '../db.ts'
import { TEXTS } from '../digest/quarter.ts'
import { collectDays } from '../digest-makers.ts'
import { foundPost } from '../found.ts'
import { makePerson, makePlace, makePost } from '../makers.ts'
import { type MailServer, startMailServer } from '../sim/smtp.ts'
import { makeWorker, still, tellingChannel } from './worker.ts'
import {
  draftYear,
  enterNumbers,
  FAIR_HELD,
  handlePlan,
  movePlanOn,
  reviewYear,
  STORIES,
  tieByHand,
} from './year-plan.ts'

const PLACE = 'kemijarvi'
/** The first working days after the clocks were turned. */
const turned = ['2026-03-30', '2026-10-26']
/** The board met later than planned. */
const MOVED = '2026-03-02'
const at = (day: string, hours: number) => momentAt(day, hours * 60 + 5, 'Europe/Helsinki')

let database: Database
let smtp: MailServer
beforeAll(async () => {
  database = await openTestEmbedded()
  smtp = await startMailServer()
})
afterAll(async () => {
  await smtp?.stop()
  await database?.close()
})

it('goes through a year with every reminder sent once, and nothing is left late', {
  timeout: 180_000,
}, async () => {
  const { db } = database
  const { live, plan } = await begin()
  // What the plan brings to the clock is known from the day of its force on.
  for (const day of await daysAfter('2026-01-01', MOVED)) await live(day)
  for (const day of await daysAfter(MOVED, '2026-12-31')) await live(day)
  const last = { from: '2026-01-02', to: '2027-01-01', today: '2026-12-31' }
  const entries = listEntries(await readClock(db, PLACE, last.from), last)
  expect(entries.filter(({ state }) => state !== 'done')).toEqual([])
  expect(entries).toHaveLength(53 + 4 * 5 + 2 * 2 + 3 + 10 + 1)

  const reminders = await db.selectFrom('reminder').selectAll().execute()
  const counts = Map.groupBy(reminders, (one) => one.item_id)
  expect(Object.fromEntries([...counts].map(([id, all]) => [id, all.length]))).toEqual({
    // A week that had its lift before Thursday needs no word; a plan that was moved is reminded of once more.
    ...{ lift: 26, numbers: 8, freeze: 4, analysis: 8, areas: 4, news: 8 },
    ...{ 'short-council': 2, 'short-staff': 2, channels: 1, plan: 3, review: 1 },
    // A week before each story from the plan's force on, unless it was told by then; the fair has both words.
    ...(await actionsOf(plan, (what) => (what === STORIES ? 9 : 2))),
  })
  const mails = await db.selectFrom('mail').select(['cause', 'message_id']).execute()
  const told = mails.flatMap(({ cause }) => (cause.startsWith('remind ') ? cause.split(' ').slice(2) : []))
  expect(told.toSorted()).toEqual(
    reminders.map((one) => `${one.item_id}/${one.round}/${one.day}/${one.lead}`).toSorted(),
  )
  const ids = smtp.taken.map(({ raw }) => /^message-id: *(.*)$/im.exec(raw)?.[1])
  expect(ids.toSorted()).toEqual(mails.map((one) => one.message_id).toSorted())

  const reports = await listReports(db, PLACE)
  expect(reports.map((one) => `${one.kind} ${one.quarter} ${one.sent_at !== null}`).toSorted()).toEqual(
    ['2025-q4', '2026-q1', '2026-q2', '2026-q3']
      .flatMap((quarter) =>
        reportKinds
          .filter((kind) => !kind.startsWith('short') || /q4|q2/.test(quarter))
          .map((kind) => `${kind} ${quarter} true`),
      )
      .toSorted(),
  )
  await expectDone()
  const actions = await db.selectFrom('digest_action').select('state').execute()
  expect(actions.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
})

/** What was planned, done and measured, as the published digests tell it; and the process that was reviewed. */
async function expectDone(): Promise<void> {
  const { db } = database
  const told = []
  for (const quarter of ['2026-q1', '2026-q2', '2026-q3']) {
    const digest = await findPublished(db, PLACE, quarter)
    const { plan, targets } = digest ? readBundle(digest) : { plan: null, targets: [] }
    const actions = plan?.actions.map((one) => `${one.planned ?? '?'}/${one.done ?? '?'}`).join(' ')
    told.push(`${plan?.kept} of ${plan?.due}: ${actions}; ${targets.map((one) => one.actual).join(' ')}`)
  }
  expect(told).toEqual([
    '1 of 2: 3/3 0/0 1/?; 3 120',
    '3 of 3: 3/3 1/1 1/1; 7 120',
    '1 of 2: 3/3 0/0 1/?; 10 120',
  ])
  const [model] = await listModels(db, PLACE)
  expect([model?.id, model?.reviewed_on, Object.keys(model?.review ?? {}).sort()]).toEqual([
    ...['2026', '2026-12-10', reviewQuestions.toSorted()],
  ])
}

async function actionsOf(plan: string, count: (what: string) => number): Promise<Record<string, number>> {
  const actions = (await findPlan(database.db, PLACE, plan))?.actions ?? []
  return Object.fromEntries(actions.flatMap((one) => (one.continuous ? [] : [[one.id, count(one.what)]])))
}

/** Every day in the long form; in the short one those on which something comes round or is reminded of. */
async function daysAfter(day: string, last: string): Promise<string[]> {
  const span = { from: addDays(day, 1), to: addDays(last, 1), today: day }
  if (process.env.LONG) return listDays(span.from, span.to)
  const entries = listEntries(await readClock(database.db, PLACE, day), { ...span, to: addDays(last, 31) })
  const days = entries.flatMap((one) => [
    one.day,
    ...one.item.leads.map((lead) => reminderDay(one.day, lead)),
  ])
  return [...new Set([...days, ...turned, MOVED])].filter((one) => one > day && one <= last).sort()
}

/** A place with its people, its recipients and the usual year, on New Year's day. */
async function begin() {
  const { db } = database
  await makePlace(db)
  await db
    .updateTable('place')
    .set({ languages: '["fi"]', created_at: at('2025-10-01', 9) })
    .execute()
  await db.updateTable('source').set({ active: false }).execute()
  const place = await findPlace(db, PLACE)
  if (!place) throw new Error('the place is not there')
  let worker = startWorker()
  const act: Act = { place, person: null, name: 'Johanna', language: 'fi' }
  worker.at(at('2026-01-01', 9))
  await addUsualItems(worker, act)
  for (const [nth, duty] of usualDuties.entries()) {
    const person = await makePerson(db, { role: 'writer', password: 'x', email: `v${nth}@kunta.example` })
    await setHolder(db, PLACE, duty, { deputy: false, person, at: worker.clock() })
  }
  for (const paper of ['digest', ...reportKinds] as const)
    await insertRecipient(db, {
      ...{ place: PLACE, role: paper, email: `${paper}@kunta.example`, language: 'fi', gets: [paper] },
      ...{ by: 'Johanna', at: worker.clock() },
    })
  // Of the days that the short form skips: on them it was collected, and brought nothing.
  for (let n = 0; n < 5; n++) await collectDays(db, 'tuutit', addQuarters('2025-q4', n))
  const plan = await draftYear(worker, act)
  const live = async (day: string) => {
    // Every quarter the service is started anew.
    if (/-0[147]-0|-10-0/.test(day)) worker = startWorker()
    await spend(worker, act, plan, day)
  }
  return { live, plan }
}

/** It collects a post a month, of the town's own, from the fifth on. */
function startWorker() {
  let now: () => Date
  const channel = tellingChannel('mastodon', () => {
    const month = now().toISOString().slice(0, 7)
    const published = at(`${month}-05`, 8)
    const told = { body: { text: `Töissä Kemijärvellä, ${month} #kemijärvi #työtarinat` }, tags: [] }
    const post = foundPost({ ...told, publishedAt: published }, month)
    return { posts: published < now() ? [post] : [], memory: {} }
  })
  const made = makeWorker(database, { channels: [channel] })
  now = made.clock
  const env = { ...made.env, SMTP_URL: smtp.url, MAIL_FROM: 'Kello <kello@kunta.example>' }
  return { ...made, env }
}

type Moved = ReturnType<typeof makeWorker>

/** Reminders at nine and again, as two workers would; in the afternoon people do what is due. */
async function spend(worker: Moved, act: Act, plan: string, day: string): Promise<void> {
  const week = weekOfDay(day)
  worker.at(at(day, 9))
  await collectMonth(worker, day)
  if (Number(week.slice(-2)) % 2) await lift(week)
  await remind(worker, { place: PLACE })
  if (process.env.LONG || turned.includes(day)) await remind(startedAt(worker.clock()), { place: PLACE })
  worker.at(at(day, 13))
  const clock = await readClock(database.db, PLACE, day)
  for (const { item } of listOpen(clock, { today: day, to: day }))
    throw new Error(`late on ${day}: ${item.id}`)
  for (const entry of listEntries(clock, { from: day, to: addDays(day, 1), today: day }))
    if (entry.state !== 'done') await doIt(worker, act, plan, entry)
  if (await isMailDue(database.db, worker.clock())) await sendMail(worker, {}, still)
}

const collected = new Set<string>()

/** Once a month there is something to collect. */
async function collectMonth(worker: Moved, day: string): Promise<void> {
  const { db } = database
  const month = day.slice(0, 7)
  if (collected.has(month) || day < `${month}-05`) return
  collected.add(month)
  const run = await startRun(db, { place: PLACE, source: 'tuutit', at: worker.clock() })
  await collect(worker, { place: PLACE, source: 'tuutit', run }, still)
  // An editor has said whose account it is.
  await db.updateTable('account').set({ kind: 'own' }).execute()
}

async function lift(week: string): Promise<void> {
  const { db } = database
  const known = await db.selectFrom('lift').select('id').where('week', '=', week).executeTakeFirst()
  if (known) return
  const post_id = (await makePost(db, { state: 'shown' })).id
  const row = { place_id: PLACE, post_id, week, by: 'Johanna', at: new Date(), ended_at: null }
  await db
    .insertInto('lift')
    .values({ ...row, seconds: null, suggests: null })
    .execute()
}

/** Another process, which knows nothing of what this one has done. */
function startedAt(moment: Date): Moved {
  const other = startWorker()
  other.at(moment)
  return other
}

async function doIt(worker: Moved, act: Act, plan: string, entry: ClockEntry): Promise<void> {
  const { item, key, day, planned } = entry
  const quarter = quarterBefore(planned)
  const where = { place: act.place, quarter, by: 'Johanna' }
  switch (item.work) {
    case 'lift':
      return lift(weekOfDay(day))
    case 'freeze':
      await draftDigest(worker, act.place, quarter, CLOCK)
      expect(await freezeWhenDue(worker, PLACE, quarter)).toBe(true)
      return
    case 'analysis': {
      const form = { what: 'Kootaan vapaat asunnot yhdelle sivulle', who: 'Asuntopalvelut' }
      const id = await decideAction(worker, where, form)
      await writeTexts(worker, act.place, quarter, TEXTS, 'Johanna')
      await publishDigest(worker, act.place, quarter, 'Mika')
      if (quarter === '2025-q4') await movePlanOn(worker, act, plan, 'approve')
      return tellAction(worker, where, id, { state: 'done', result: 'Sivu on auki' })
    }
    case 'areas':
    case 'news':
    case 'short-council':
    case 'short-staff': {
      const report = (await listReports(database.db, PLACE)).find(
        (one) => one.kind === item.work && one.quarter === quarter,
      )
      return sendReport(worker, act, report?.public_id ?? '')
    }
    case 'numbers':
      await enterNumbers(worker, act, quarter)
      return markRound(worker, act, item.id, key, { move: 'done' })
    case 'plan':
      if (day === MOVED) return handlePlan(worker, act, plan, day)
      await movePlanOn(worker, act, plan, 'send')
      return markRound(worker, act, item.id, key, { move: 'moved', day: MOVED, reason: 'Kokous siirtyi' })
    case 'review':
      return reviewYear(worker, act, day)
    case 'action':
      // The stories are done by their posts; the fair is told of in the clock, and somebody's picture of it is tied.
      expect(day).toBe(FAIR_HELD)
      await markRound(worker, act, item.id, key, { move: 'done' })
      return tieByHand(
        worker,
        act,
        plan,
        (await makePost(database.db, { published_at: worker.clock() })).public_id,
      )
    default:
      return markRound(worker, act, item.id, key, { move: 'done' })
  }
}

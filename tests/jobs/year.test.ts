// Kemijärvi's whole year by the clock: collect, lock, analyse, report, plan to the board, act, measure, review.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listReports } from '../../db/cycle-reports.ts'
import { setHolder } from '../../db/duties.ts'
import { isMailDue } from '../../db/mail.ts'
import type { Database } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { insertRecipient } from '../../db/recipients.ts'
import { reportKinds } from '../../db/schema.ts'
import { type ClockEntry, listEntries, listOpen, readClock } from '../../services/clock.ts'
import { addUsualItems, markRound } from '../../services/clock-work.ts'
import type { Act } from '../../services/curate.ts'
import { sendReport } from '../../services/cycle-reports.ts'
import { decideAction, tellAction } from '../../services/digest-work.ts'
import { CLOCK, draftDigest, writeTexts } from '../../services/digests.ts'
import { quarterBefore, reminderDay } from '../../services/domain/clock.ts'
import { addDays, listDays, momentAt, weekOfDay } from '../../services/domain/quarter.ts'
import { usualDuties } from '../../services/duties.ts'
import { freezeWhenDue } from '../../services/freeze-when-due.ts'
import { publishDigest } from '../../services/publish-digest.ts'
import { remind } from '../../workers/jobs/remind.ts'
import { sendMail } from '../../workers/jobs/send-mail.ts'
import { openTestEmbedded } from '../db.ts'
import { TEXTS } from '../digest/quarter.ts'
import { makePerson, makePlace, makePost } from '../makers.ts'
import { type MailServer, startMailServer } from '../sim/smtp.ts'
import { makeWorker, still } from './worker.ts'

const PLACE = 'kemijarvi'
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
  timeout: 60_000,
}, async () => {
  const { db } = database
  const live = await begin()
  for (const day of await daysToLive()) await live(day)
  const last = { from: '2026-01-02', to: '2027-01-01', today: '2026-12-31' }
  const entries = listEntries(await readClock(db, PLACE, last.from), last)
  expect(entries.filter(({ state }) => state !== 'done')).toEqual([])
  expect(entries).toHaveLength(53 + 4 * 5 + 2 * 2 + 3)

  const reminders = await db.selectFrom('reminder').selectAll().execute()
  const counts = Map.groupBy(reminders, (one) => one.item_id)
  expect(Object.fromEntries([...counts].map(([id, all]) => [id, all.length]))).toEqual({
    // A week that had its lift before Thursday needs no word; a plan that was moved is reminded of once more.
    ...{ lift: 26, numbers: 8, freeze: 4, analysis: 8, areas: 4, news: 8 },
    ...{ 'short-council': 2, 'short-staff': 2, channels: 1, plan: 3, review: 1 },
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
  const actions = await db.selectFrom('digest_action').select('state').execute()
  expect(actions.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
})

/** Every day in the long form; in the short one those on which something comes round or is reminded of. */
async function daysToLive(): Promise<string[]> {
  const span = { from: '2026-01-02', to: '2027-01-01', today: '2026-01-01' }
  if (process.env.LONG) return listDays(span.from, span.to)
  const entries = listEntries(await readClock(database.db, PLACE, span.from), span)
  const days = entries.flatMap(({ day, item }) => [day, ...item.leads.map((lead) => reminderDay(day, lead))])
  return [...new Set([...days, MOVED])].sort()
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
  const made = makeWorker(database, {})
  const worker = {
    ...made,
    env: { ...made.env, SMTP_URL: smtp.url, MAIL_FROM: 'Kello <kello@kunta.example>' },
  }
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
  return (day: string) => spend(worker, act, day)
}

type Moved = ReturnType<typeof makeWorker>

/** Reminders at nine and again, as two workers would; in the afternoon people do what is due. */
async function spend(worker: Moved, act: Act, day: string): Promise<void> {
  const week = weekOfDay(day)
  worker.at(at(day, 9))
  if (Number(week.slice(-2)) % 2) await lift(week)
  await remind(worker, { place: PLACE })
  if (process.env.LONG) await remind(worker, { place: PLACE })
  worker.at(at(day, 13))
  const clock = await readClock(database.db, PLACE, day)
  for (const { item } of listOpen(clock, { today: day, to: day }))
    throw new Error(`late on ${day}: ${item.id}`)
  for (const entry of listEntries(clock, { from: day, to: addDays(day, 1), today: day }))
    if (entry.state !== 'done') await doIt(worker, act, entry)
  if (await isMailDue(database.db, worker.clock())) await sendMail(worker, {}, still)
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

async function doIt(worker: Moved, act: Act, { item, key, day, planned }: ClockEntry): Promise<void> {
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
    default:
      if (item.id === 'plan' && day !== MOVED)
        return markRound(worker, act, item.id, key, { move: 'moved', day: MOVED, reason: 'Kokous siirtyi' })
      return markRound(worker, act, item.id, key, { move: 'done' })
  }
}

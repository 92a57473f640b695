// What comes round and is near becomes mail to whose duty it is, once for each lead; and the weekly mail is written.
import { takeReminder } from '../../db/clock.ts'
import { saveMails } from '../../db/mail.ts'
import { inTransaction } from '../../db/open.ts'
import { listPeople } from '../../db/people.ts'
import { findPlace } from '../../db/places.ts'
import type { Jobs } from '../../db/queue.ts'
import { type Answerer, listOpen, readAnswerers, readClocks } from '../../services/clock.ts'
import { type Reminding, writeReminder } from '../../services/clock-mail.ts'
import type { Deps } from '../../services/deps.ts'
import { leadDue } from '../../services/domain/clock.ts'
import { addDays, dayOf, momentAt } from '../../services/domain/quarter.ts'
import { mailTheWeek } from '../../services/weekly-mail.ts'

/** Nobody is reminded before the day's work has begun. */
const NINE = 9 * 60
/** No reminder is asked for further ahead. */
const AHEAD = 120

type Person = Awaited<ReturnType<typeof listPeople>>[number]

/** Safe to run twice: what was reminded of is noted in the transaction that writes the mails. */
export async function remind(deps: Deps, { place: id }: Jobs['remind']): Promise<void> {
  const { db, env } = deps
  // The desk shows the clock too, and that nothing is mailed. Whoever adds a server is reminded from then on.
  if (!env.SMTP_URL) return
  const place = await findPlace(db, id)
  if (!place) return
  await mailTheWeek(deps, place)
  await remindOfRounds(deps, place)
}

async function remindOfRounds(deps: Deps, place: NonNullable<Awaited<ReturnType<typeof findPlace>>>) {
  const { db } = deps
  const { id } = place
  const now = deps.clock()
  const today = dayOf(now, place.time_zone)
  if (now < momentAt(today, NINE, place.time_zone)) return
  const clock = (await readClocks(db, [id], today)).get(id)
  if (!clock) return
  const near = listOpen(clock, { today, to: addDays(today, AHEAD) }).flatMap((entry) => {
    const lead = leadDue(entry, entry.item.leads, today)
    return lead === null ? [] : [{ entry, lead }]
  })
  if (!near.length) return
  const answererOf = await readAnswerers(db, id)
  const people = (await listPeople(db, id)).filter(({ sample, signed, town }) => !sample && (signed || town))
  await inTransaction(db, async (trx) => {
    const mine = new Map<Person, Reminding[]>()
    for (const { entry, lead } of near) {
      const { answerer, to } = whom(answererOf(entry.item.duty_id), people)
      const { key: round, day, item } = entry
      const row = { place_id: id, item_id: item.id, round, day, lead, mails: to.length, at: now }
      if (await takeReminder(trx, row))
        for (const one of to) mine.set(one, [...(mine.get(one) ?? []), { entry, lead, answerer }])
    }
    const mails = [...mine].map(([person, all]) => writeReminder(deps, place, today, person, all))
    await saveMails(trx, mails, now)
    if (mails.length) deps.log.info({ place: id, mails: mails.length }, 'reminded of the clock')
  })
}

/** The holder, else the deputy, else the editors, else the administrators: the first whom mail reaches. */
function whom(answerer: Answerer, people: readonly Person[]): { answerer: Answerer; to: Person[] } {
  const { duty } = answerer
  for (const by of ['holder', 'deputy'] as const) {
    const held = duty?.[by]
    const found = held && people.find(({ id }) => id === held.person_id)
    if (duty && found) return { answerer: { duty, by, person: held }, to: [found] }
  }
  const editors = people.filter(({ role }) => role === 'editor')
  return {
    answerer: { duty, by: 'editor' },
    to: editors.length ? editors : people.filter(({ role }) => role === 'admin'),
  }
}

// The front page as a mail once a week: counts, days and names of work; nobody's post, name or request stands in it.
import { type Key, type Language, pick, t } from '../config/i18n.ts'
import { type NewMail, saveMails } from '../db/mail.ts'
import { inTransaction } from '../db/open.ts'
import { listPeople } from '../db/people.ts'
import type { findPlace } from '../db/places.ts'
import type { Role } from '../db/schema.ts'
import { isWeeklyDue, takeWeekly } from '../db/weekly.ts'
import type { ClockEntry } from './clock.ts'
import { awayWords, dayWords } from './clock-words.ts'
import type { Deps } from './deps.ts'
import { addDays, dayOf, daysBetween, momentAt, mondayOf, weekOfDay } from './domain/quarter.ts'
import { may } from './domain/roles.ts'
import { sourceName } from './source-words.ts'
import { readToday, type Today } from './today.ts'
import { messageId } from './warning-mail.ts'
import { weeklyToken } from './weekly.ts'

/** Minutes after midnight from which the week is written; one that nobody could write by Tuesday night is left out. */
const EIGHT = 8 * 60
const LAST_DAY = 1

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/** Writes this week's mail to those who want it and have not got it. Safe to run twice. */
export async function mailTheWeek(deps: Deps, place: Place): Promise<void> {
  const now = deps.clock()
  const today = dayOf(now, place.time_zone)
  const week = weekOfDay(today)
  const monday = mondayOf(week)
  if (now < momentAt(monday, EIGHT, place.time_zone) || today > addDays(monday, LAST_DAY)) return
  if (!(await isWeeklyDue(deps.db, place.id, week))) return
  const read = await readToday(deps, place, now)
  const people = new Map((await listPeople(deps.db, place.id)).map((one) => [one.id, one]))
  await inTransaction(deps.db, async (trx) => {
    const mails: NewMail[] = []
    for (const { public_id, person_id } of await takeWeekly(trx, place.id, week)) {
      const person = people.get(person_id)
      if (!person || person.sample) continue
      const unsubscribe = `${deps.env.PUBLIC_URL}/tilaus/${weeklyToken(deps.keys, public_id)}`
      const cause = `weekly ${place.id} ${week}`
      mails.push({
        ...{ place_id: place.id, message_id: messageId(deps.env, cause, person.email), cause, unsubscribe },
        ...{ recipient: person.email, language: person.language },
        ...compose(deps, place, person, read, unsubscribe),
      })
    }
    await saveMails(trx, mails, now)
  })
}

function compose(
  { env }: Pick<Deps, 'env'>,
  place: Place,
  { language, role }: { language: Language; role: Role },
  today: Today,
  unsubscribe: string,
): { subject: string; text: string } {
  const name = pick(place.name, language, place.languages[0])
  const desk = `${env.PUBLIC_URL}/desk/${place.id}`
  const values = { place: name, week: Number(today.week.slice(-2)) }
  const part = (title: Key, lines: readonly string[], path = '') =>
    [t(language, title), ...lines, `${desk}${path}`].join('\n')
  const parts = [
    ...(may(role, 'curate') ? [part('weekly.lift', liftLines(language, today), '/lift')] : []),
    ...(may(role, 'curate') ? [part('today.waits', waitingLines(language, role, today))] : []),
    part('today.clock', clockLines(language, place, today), '/clock'),
    ...(may(role, 'edit') ? [part('today.sources', sourceLines(language, today), '/sources')] : []),
    part('weekly.quarter', quarterLines(language, today), '/digests'),
  ]
  const foot = [t(language, 'weekly.why', values), t(language, 'weekly.end', { url: unsubscribe })].join('\n')
  return {
    subject: t(language, 'weekly.subject', values),
    text: [t(language, 'mail.hello'), ...parts, foot].join('\n\n'),
  }
}

function liftLines(language: Language, { lift, candidates, lifting }: Today): string[] {
  const excuse = lifting.weeks.at(-1)?.reason
  if (lift) return [`${t(language, 'today.lift-done')}.`]
  if (excuse) return [`${t(language, 'today.lift-excused')}.`]
  const found = candidates.length
  return [
    `${t(language, 'today.lift-waits')}.`,
    found ? t(language, 'today.lift-candidates', { n: found }) : t(language, 'today.lift-none'),
  ]
}

function waitingLines(language: Language, role: Role, today: Today): string[] {
  const counts = [
    ['today.new', today.waiting],
    ['today.undescribed', today.undescribed],
    ['today.answers', today.answers],
    ['today.removals', may(role, 'edit') ? today.removals.waiting : 0],
    ['today.consents', today.ending.length],
  ] as const
  const lines = counts.flatMap(([key, n]) => (n ? [`${n} ${t(language, key, { n })}`] : []))
  return lines.length ? lines : [t(language, 'today.nothing')]
}

function clockLines(language: Language, place: Place, { clock, today }: Today): string[] {
  const line = ({ item, day }: ClockEntry) =>
    `${pick(item.label, language, place.languages[0])}: ${dayWords(language, day)}, ${awayWords(language, today, day)}`
  const lines = [...clock.late, ...clock.soon].map(line)
  return lines.length ? lines : [t(language, 'today.clock.none')]
}

function sourceLines(language: Language, { sick, tokens, sources }: Today): string[] {
  const needy = [...sick, ...tokens.map(({ source_id: id, about }) => ({ id, about }))].map(sourceName)
  if (!needy.length && !sources.well) return [t(language, 'today.sources.none')]
  if (!needy.length) return [t(language, 'today.sources.well', { n: sources.well })]
  const count = { well: sources.well - tokens.length, sick: needy.length }
  return [`${t(language, 'today.sources.count', count)}: ${needy.join(', ')}`]
}

function quarterLines(language: Language, { quarter, today, digest, lifting }: Today): string[] {
  const gone = daysBetween(quarter.from, today)
  const left = daysBetween(quarter.from, quarter.to) - gone
  const known = lifting.weeks.filter((one) => quarter.weeks.includes(one.week))
  const lifts = known.filter(({ state }) => state === 'done').length
  const weeks = known.filter(({ state }) => state === 'done' || state === 'none').length
  return [
    t(language, 'today.quarter.days', { gone, left }),
    t(language, 'today.lifts', { lifts, weeks }),
    digest ? digestLine(language, digest) : t(language, 'today.digest.none'),
  ]
}

function digestLine(language: Language, { quarter, state }: NonNullable<Today['digest']>): string {
  const name = `${quarter.at(-1)}/${quarter.slice(0, 4)}`
  return `${t(language, 'today.digest')}: ${name}, ${t(language, `digest-state.${state}`)}`
}

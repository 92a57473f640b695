// Reminders of the clock as mail: to whose duty it is, one message for all that is new, in their language.
import { type Language, pick, t } from '../config/i18n.ts'
import type { NewMail } from '../db/mail.ts'
import type { findPlace } from '../db/places.ts'
import type { Answerer, ClockEntry } from './clock.ts'
import { awayWords, dayWords, workPath } from './clock-words.ts'
import type { Deps } from './deps.ts'
import { messageId } from './warning-mail.ts'

/** One thing to remind of, so many days ahead. */
export type Reminding = { entry: ClockEntry; lead: number; answerer: Answerer }
type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>
type Person = { email: string; language: Language }

/** The same reminders make the same Message-ID, so that they are mailed to each once. */
export function writeReminder(
  { env }: Pick<Deps, 'env'>,
  place: Place,
  today: string,
  { email, language }: Person,
  all: readonly Reminding[],
): NewMail {
  const keys = all.map(({ entry, lead }) => `${entry.item.id}/${entry.key}/${entry.day}/${lead}`)
  const cause = ['remind', place.id, ...keys].join(' ')
  const name = pick(place.name, language, place.languages[0])
  const desk = `${env.PUBLIC_URL}/desk/${place.id}`
  const label = (one: Reminding) => pick(one.entry.item.label, language, place.languages[0])
  const [only, ...others] = all
  const subject =
    only && !others.length
      ? t(language, 'remind.subject', { what: label(only), when: awayWords(language, today, only.entry.day) })
      : t(language, 'remind.subject.several', { n: all.length, place: name })
  const parts = all.map((one) => {
    const path = workPath(one.entry)
    return [
      label(one),
      `${dayWords(language, one.entry.day)}, ${awayWords(language, today, one.entry.day)}`,
      whyWords(language, place, one.answerer),
      ...(path ? [`${desk}${path}`] : []),
    ].join('\n')
  })
  const foot = [
    t(language, 'remind.all', { url: `${desk}/clock` }),
    t(language, 'remind.why', { place: name }),
  ]
  return {
    ...{ place_id: place.id, message_id: messageId(env, cause, email), recipient: email, language, cause },
    ...{ subject, text: [t(language, 'mail.hello'), ...parts, foot.join('\n')].join('\n\n') },
  }
}

function whyWords(language: Language, place: Place, { duty, by }: Answerer): string {
  const name = duty ? pick(duty.label, language, place.languages[0]) : t(language, 'clock.nobody')
  return t(language, `remind.by.${by}`, { duty: name })
}

// The end of our key to a town's directory: how near it is, what it means, what to do, and the mail that says so.
import { formatDate, type Language, pick, t } from '../config/i18n.ts'
import type { NewMail } from '../db/mail.ts'
import type { findPlace } from '../db/places.ts'
import type { Deps } from './deps.ts'
import { dayOf, daysBetween } from './domain/quarter.ts'
import { keyStepAt } from './domain/warnings.ts'
import type { Told } from './source-words.ts'
import { messageId } from './warning-mail.ts'

type Place = Pick<NonNullable<Awaited<ReturnType<typeof findPlace>>>, 'id' | 'time_zone'>

/** The key's last day, the days left of it, and the step it has come to: null while there is time. */
export type TownKey = { ends: string; days: number; step: ReturnType<typeof keyStepAt> }

/** Undefined where people do not come in by a town's directory, or nobody has said when the key ends. */
export function readTownKey({ env, clock }: Pick<Deps, 'env' | 'clock'>, place: Place): TownKey | undefined {
  const ends = env.ENTRA_SECRET_ENDS
  if (!ends || !env.ENTRA_TENANTS.some((one) => one.places.includes(place.id))) return undefined
  const today = dayOf(clock(), place.time_zone)
  return { ends, days: daysBetween(today, ends), step: keyStepAt(ends, today) }
}

/** `passwords`: whether they still open the door. */
export function keyWords(language: Language, { ends, days }: TownKey, passwords: boolean): Told {
  const day = formatDate(language, new Date(`${ends}T12:00:00Z`), 'UTC')
  const when = days > 1 ? 'ends' : days === 1 ? 'tomorrow' : days === 0 ? 'today' : 'ended'
  return {
    what: t(language, `town-key.${when}`, { day, n: days }),
    means: t(language, passwords ? 'town-key.means' : 'town-key.means.only'),
    do: t(language, 'town-key.do'),
  }
}

type Parts = { env: Deps['env']; place: NonNullable<Awaited<ReturnType<typeof findPlace>>>; key: TownKey }
type Person = { email: string; language: Language }

/** Whoever looks after several places hears it once: the same step of the same end makes the same Message-ID. */
export function writeKeyMails(
  { env, place, key }: Parts,
  people: readonly Person[],
  passwords: boolean,
): NewMail[] {
  const cause = `town-key ${key.ends} ${key.step}`
  return people.map(({ email, language }) => {
    const told = keyWords(language, key, passwords)
    const name = pick(place.name, language, place.languages[0])
    return {
      ...{ place_id: place.id, message_id: messageId(env, cause, email), recipient: email, language, cause },
      subject: t(language, key.days < 0 ? 'town-key.subject.ended' : 'town-key.subject'),
      text: [
        t(language, 'mail.hello'),
        [told.what, told.means, told.do].join('\n'),
        [
          t(language, 'town-key.settings', { url: `${env.PUBLIC_URL}/desk/door` }),
          t(language, 'town-key.why', { place: name }),
        ].join('\n'),
      ].join('\n\n'),
    }
  })
}

// What people are told by mail of consents that end soon: one message for all of them, in each one's language.
import { formatDate, type Language, pick, t } from '../config/i18n.ts'
import type { EndingConsent } from '../db/ending-consents.ts'
import type { NewMail } from '../db/mail.ts'
import type { findPlace } from '../db/places.ts'
import type { Deps } from './deps.ts'
import { messageId } from './warning-mail.ts'

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>
type Parts = { env: Deps['env']; place: Place; ending: readonly EndingConsent[] }

/** The same ends make the same Message-IDs, so that they are mailed to each once. */
export function writeConsentMails(
  { env, place, ending }: Parts,
  people: readonly { email: string; language: Language }[],
): NewMail[] {
  const cause = ['consents', place.id, ...ending.map((one) => `${one.public_id}/${one.until}`)].join(' ')
  return people.map(({ email, language }) => ({
    place_id: place.id,
    message_id: messageId(env, cause, email),
    recipient: email,
    language,
    cause: cause.slice(0, 500),
    ...compose({ env, place, ending }, language),
  }))
}

// Whose they are stands in the text, never in the subject.
function compose({ env, place, ending }: Parts, language: Language): { subject: string; text: string } {
  const name = pick(place.name, language, place.languages[0])
  const desk = `${env.PUBLIC_URL}/desk/${place.id}`
  const lines = ending.map(({ until, author, post }) => {
    const day = formatDate(language, new Date(`${until}T12:00:00Z`), 'UTC')
    const url = post ? `${desk}/posts/${post}` : `${desk}/inbox?state=shown`
    return t(language, 'mail.consent', { who: author ?? t(language, 'card.unknown-author'), day, url })
  })
  return {
    subject: t(language, 'mail.subject.consents', { place: name, n: ending.length }),
    text: [
      t(language, 'mail.hello'),
      t(language, 'mail.consents'),
      lines.join('\n'),
      t(language, 'mail.consents.why', { place: name }),
    ].join('\n\n'),
  }
}

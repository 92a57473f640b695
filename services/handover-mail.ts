// A mail to the service area to which a post is handed: what is asked, where, and a link by which it answers.
import { pick, t } from '../config/i18n.ts'
import { saveMails } from '../db/mail.ts'
import type { Db } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import type { TopicRow } from '../db/topics.ts'
import type { Deps } from './deps.ts'
import { messageId } from './warning-mail.ts'

type Asked = { place: string; handover: string; area: TopicRow; question: string; url: string | null }

/**
 * Written in the transaction that hands over, so that there is one for each handover. Whose post it is and what it says
 * stay out of it: that stands at the link.
 */
export async function mailArea(
  trx: Db,
  { env, keys, clock }: Pick<Deps, 'env' | 'keys' | 'clock'>,
  { place: id, handover, area, question, url }: Asked,
): Promise<void> {
  const place = await findPlace(trx, id)
  if (!env.SMTP_URL || !area.email || !place) return
  const language = place.languages[0] ?? 'fi'
  const name = pick(area.label, language)
  const cause = `handover ${handover}`
  const parts = [
    t(language, 'mail.hello'),
    t(language, 'hand.mail.text', { area: name }),
    ...(question ? [t(language, 'hand.mail.question', { question })] : []),
    ...(url ? [`${t(language, 'hand.mail.post')} ${url}`] : []),
    `${t(language, 'hand.mail.answer')} ${env.PUBLIC_URL}/vastaus/${answerToken(keys, handover)}`,
    t(language, 'hand.mail.why', { area: name }),
  ]
  const mail = {
    ...{
      place_id: id,
      message_id: messageId(env, cause, area.email),
      recipient: area.email,
      language,
      cause,
    },
    subject: t(language, 'hand.mail.subject', { place: pick(place.name, language) }),
    text: parts.join('\n\n'),
  }
  await saveMails(trx, [mail], clock())
}

const answerToken = (keys: Deps['keys'], handover: string): string =>
  `${handover}.${keys.sign('links', `handover ${handover}`)}`

/** The handover of an answer link; undefined when we have not made it. */
export function readAnswerToken(keys: Deps['keys'], token: string): string | undefined {
  const [id = '', signature = ''] = token.split('.')
  return keys.verify('links', `handover ${id}`, signature) ? id : undefined
}

// Word to the editors that somebody has asked for a removal: a mail a day at most of each kind, without who or what.
import { pick, t } from '../config/i18n.ts'
import { saveMails } from '../db/mail.ts'
import type { Db } from '../db/open.ts'
import { listPeople } from '../db/people.ts'
import type { findPlace } from '../db/places.ts'
import type { Deps } from './deps.ts'
import { dayOf } from './domain/quarter.ts'
import { may } from './domain/roles.ts'
import { messageId } from './warning-mail.ts'

/** asked: it waits for its answer · kept: of a post of ours, which stays · many: too many, so that posts stay. */
export type RemovalNews = 'asked' | 'kept' | 'many'

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

export async function mailEditors(
  trx: Db,
  { env, clock }: Pick<Deps, 'env' | 'clock'>,
  place: Place,
  news: RemovalNews,
): Promise<void> {
  // The desk says it too. Whoever adds a server later hears of what comes then.
  if (!env.SMTP_URL) return
  const at = clock()
  const cause = `removal ${place.id} ${news} ${dayOf(at, place.time_zone)}`
  const people = (await listPeople(trx, place.id)).filter(
    ({ sample, signed, town, role }) => !sample && (signed || town) && may(role, 'edit'),
  )
  const url = `${env.PUBLIC_URL}/desk/${place.id}/removals`
  const mails = people.map(({ email, language }) => {
    const name = pick(place.name, language, place.languages[0])
    const parts = [
      t(language, 'mail.hello'),
      t(language, `mail.removal.${news}`),
      `${t(language, 'mail.removal.see')} ${url}`,
      t(language, 'mail.why', { place: name }),
    ]
    return {
      ...{ place_id: place.id, message_id: messageId(env, cause, email), recipient: email, language, cause },
      subject: t(language, `mail.removal.${news}.subject`, { place: name }),
      text: parts.join('\n\n'),
    }
  })
  await saveMails(trx, mails, at)
}

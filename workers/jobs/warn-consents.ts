// Consents that end within two weeks become mail to those who lift, each end once.
import { listEndingUntold, noteEndTold } from '../../db/ending-consents.ts'
import { saveMails } from '../../db/mail.ts'
import { listPeople } from '../../db/people.ts'
import type { findPlace } from '../../db/places.ts'
import { writeConsentMails } from '../../services/consent-mail.ts'
import type { Deps } from '../../services/deps.ts'
import { addDays, dayOf } from '../../services/domain/quarter.ts'
import { may } from '../../services/domain/roles.ts'

const DAYS = 14

/** Safe to run twice: what was told is noted in the transaction that writes the mails. */
export async function warnOfConsents(
  { db, env, clock, log }: Deps,
  place: NonNullable<Awaited<ReturnType<typeof findPlace>>>,
): Promise<void> {
  const people = (await listPeople(db, place.id)).filter(
    ({ sample, signed, role }) => !sample && signed && may(role, 'curate'),
  )
  if (!people.length) return
  const now = clock()
  const today = dayOf(now, place.time_zone)
  await db.transaction().execute(async (trx) => {
    const ending = await listEndingUntold(trx, place.id, today, addDays(today, DAYS))
    if (!ending.length) return
    await saveMails(trx, writeConsentMails({ env, place, ending }, people), now)
    await noteEndTold(
      trx,
      ending.map((one) => one.id),
    )
    log.info({ place: place.id, consents: ending.length, mails: people.length }, 'told of consents that end')
  })
}

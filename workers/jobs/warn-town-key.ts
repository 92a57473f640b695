// That our key to a town's directory ends becomes mail to those who can have it changed, once a step.
import { saveMails } from '../../db/mail.ts'
import { listOperators } from '../../db/operators.ts'
import { listPeople } from '../../db/people.ts'
import type { findPlace } from '../../db/places.ts'
import type { Deps } from '../../services/deps.ts'
import { may } from '../../services/domain/roles.ts'
import { passwordsOpen } from '../../services/door.ts'
import { readTownKey, writeKeyMails } from '../../services/town-key.ts'

/** Safe to run as often as one likes: a mail that was written before stays as it is. */
export async function warnOfTownKey(
  deps: Deps,
  place: NonNullable<Awaited<ReturnType<typeof findPlace>>>,
): Promise<void> {
  const key = readTownKey(deps, place)
  if (!key || key.step === null) return
  const admins = (await listPeople(deps.db, place.id)).filter(
    ({ sample, signed, town, role }) => !sample && (signed || town) && may(role, 'administer'),
  )
  const people = [...admins, ...(await listOperators(deps.db))]
  const mails = writeKeyMails({ env: deps.env, place, key }, people, await passwordsOpen(deps))
  await saveMails(deps.db, mails, deps.clock())
}

// Whom residents reach, as an editor sets it: read by the rules of the place file, kept in one transaction.
import { t } from '../config/i18n.ts'
import { contactShape } from '../config/place.ts'
import { inTransaction } from '../db/open.ts'
import { saveContact } from '../db/places.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { withHistory } from './history.ts'

/** `form` is what was sent, not yet judged. */
export async function keepContact({ db, clock }: Deps, act: Act, form: unknown): Promise<void> {
  const read = contactShape.safeParse(form)
  if (!read.success) {
    const wrong = new Set(read.error.issues.map((one) => one.path[0]))
    const fields = (['unit', 'email', 'phone', 'officer', 'hosting', 'reviewed'] as const).filter((one) =>
      wrong.has(one),
    )
    const complaints = fields.map((path) => ({ path, message: t(act.language, `contact.wrong.${path}`) }))
    throw new Refusal('invalid', 400, { complaints })
  }
  await inTransaction(db, async (trx) => {
    const at = clock()
    await withHistory(trx, act, at, { part: 'contact', object: act.place.id }, () =>
      saveContact(trx, act.place.id, read.data),
    )
    await record(trx, act, at, 'contact-set', act.place.id, read.data)
  })
}

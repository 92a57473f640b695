// Duties of a place as an administrator keeps them: what they are called, who holds each and who stands in.
import { t } from '../config/i18n.ts'
import { type Label, languages } from '../config/place.ts'
import { appendAudit } from '../db/audit.ts'
import { type DutyRow, dropDuty, listDuties, lockDuty, saveDuty, setHolder } from '../db/duties.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { listPeople } from '../db/people.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

/** Those that the clock and the digest speak of: every place needs them. */
export const usualDuties = [
  'comms-lead',
  'group-lead',
  'curator',
  'makers',
  'management',
  'developer',
] as const

export type DutyForm = { label: Label; holder: number | null; deputy: number | null }

/** Gives the place the usual duties that it does not have yet, held by nobody. */
export async function addUsualDuties(deps: Deps, act: Act): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const known = new Set((await listDuties(trx, act.place.id)).map((one) => one.id))
    for (const id of usualDuties.filter((one) => !known.has(one))) {
      const label = Object.fromEntries(act.place.languages.map((one) => [one, t(one, `duty.${id}`)])) as Label
      await saveDuty(trx, act.place.id, id, label)
      await told(trx, deps, act, id, { label })
    }
  })
}

/** A duty as a form was made from it, to be told from how it stands when the form comes back. */
export const dutyAsSeen = ({ label, holder, deputy }: DutyRow): string =>
  [holder?.person_id, deputy?.person_id, ...languages.map((one) => label[one])].join('|')

/**
 * Changes a duty, or adds it when `seen` is null: otherwise it is how the duty stood when the form was made, so that
 * nobody's change is written over unseen. Whoever holds it works here, and nobody stands in for themselves.
 */
export async function keepDuty(
  deps: Deps,
  act: Act,
  id: string,
  { label, holder, deputy }: DutyForm,
  seen: string | null,
): Promise<void> {
  const at = deps.clock()
  const place = act.place.id
  if (!Object.keys(label).length)
    throw new Refusal('invalid', 400, { complaints: [{ path: 'label', message: '–' }] })
  if (holder !== null && holder === deputy) throw new Refusal('duty-self', 400)
  await inTransaction(deps.db, async (trx) => {
    await lockDuty(trx, place, id)
    const known = (await listDuties(trx, place)).find((one) => one.id === id)
    if (seen === null && known) throw new Refusal('id-taken', 409)
    if (seen !== null && !known) throw new Refusal('not-found', 404)
    if (seen && known && seen !== dutyAsSeen(known)) throw new Refusal('conflict', 409)
    const people = await listPeople(trx, place)
    for (const person of [holder, deputy])
      if (person !== null && !people.some((one) => one.id === person)) throw new Refusal('not-found', 404)
    await saveDuty(trx, place, id, label)
    await setHolder(trx, place, id, { deputy: false, person: holder, at })
    await setHolder(trx, place, id, { deputy: true, person: deputy, at })
    await told(trx, deps, act, id, { label, holder, deputy })
  })
}

export async function removeDuty(deps: Deps, act: Act, id: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    if (!(await dropDuty(trx, act.place.id, id))) throw new Refusal('not-found', 404)
    await told(trx, deps, act, id, { removed: true })
  })
}

async function told(trx: Db, { clock }: Deps, act: Act, object: string, detail: Record<string, unknown>) {
  const entry = { place: act.place.id, at: clock(), actor: act.name, action: 'duty-set', object, detail }
  await appendAudit(trx, entry)
}

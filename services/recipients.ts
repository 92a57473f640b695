// Recipients as an editor keeps them: who gets the digests at which address, each change with its audit.
import { inTransaction } from '../db/open.ts'
import { insertRecipient, stopRecipient } from '../db/recipients.ts'
import type { Paper, Recipient } from '../db/schema.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

type Needs = Pick<Deps, 'db' | 'clock'>

/** The audit names the role; the address is nobody's who reads it later. */
export async function addRecipient(
  { db, clock }: Needs,
  act: Act,
  one: Pick<Recipient, 'role' | 'email' | 'language'> & { gets: Paper[]; area: string | null },
): Promise<void> {
  const [place, at] = [act.place.id, clock()]
  await inTransaction(db, async (trx) => {
    if (!(await insertRecipient(trx, { ...one, place, by: act.name, at })))
      throw new Refusal('recipient-known', 409)
    await record(trx, act, at, 'recipient-add', `recipient:${one.role}`, {})
  })
}

export async function endRecipient({ db, clock }: Needs, act: Act, id: string): Promise<void> {
  const [place, at] = [act.place.id, clock()]
  await inTransaction(db, async (trx) => {
    const stopped = await stopRecipient(trx, id, act.name, at)
    if (stopped?.place_id !== place) throw new Refusal('not-found', 404)
    await record(trx, act, at, 'recipient-stop', `recipient:${stopped.role}`, {})
  })
}

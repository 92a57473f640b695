// Whether passwords open the door: an operator may switch them off where the town's own accounts do.
import { appendAudit } from '../db/audit.ts'
import { inTransaction } from '../db/open.ts'
import { arePasswordsOn, switchPasswords } from '../db/town.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import type { Visitor } from './session.ts'

/** Passwords open the door unless they are switched off, which counts only while there is another way in. */
export async function passwordsOpen({ db, directory }: Pick<Deps, 'db' | 'directory'>): Promise<boolean> {
  return !directory || (await arePasswordsOn(db))
}

/** Off only by an operator who has come in by the town's account themselves: so somebody surely can. */
export async function setPasswords(deps: Deps, visitor: Visitor, on: boolean): Promise<void> {
  if (!on && (!deps.directory || visitor.session?.way !== 'town')) throw new Refusal('town-first', 409)
  await inTransaction(deps.db, async (trx) => {
    await switchPasswords(trx, on)
    const action = on ? 'passwords-on' : 'passwords-off'
    await appendAudit(trx, { place: null, at: deps.clock(), actor: visitor.name, action, object: 'door' })
  })
}

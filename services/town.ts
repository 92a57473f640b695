// Coming in with the town's own account: who that is here, and which roles it brings.
import type { Language } from '../config/i18n.ts'
import { appendAudit } from '../db/audit.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { addPerson, findByLink, findPerson, findPersonByEmail, listRoles } from '../db/people.ts'
import { bindPerson, findPersonByTown, saveShownName, setTownRoles } from '../db/town.ts'
import type { Deps } from './deps.ts'
import { rolesIn, type TownAccount } from './domain/town.ts'
import { Refusal } from './errors.ts'
import { type Entry, openSession } from './sign-in.ts'

/** Whom the account is to be tied to: the holder of an invitation, or somebody who is signed in already. */
export type Binding = { link: string } | { person: number } | undefined

type How = { binding: Binding; language: Language; agent: string | null; old: string | undefined }

/** A new session for the account, with the roles that its directory tells now. */
export async function enterByTown(deps: Deps, account: TownAccount, how: How): Promise<Entry> {
  const tenant = deps.env.ENTRA_TENANTS.find((one) => one.id === account.tenant)
  if (!tenant) throw new Refusal('town-failed', 401)
  const roles = rolesIn(account.roles, tenant)
  const person = await inTransaction(deps.db, async (trx) => {
    const found = await whoIs(trx, deps, account, how, roles.size > 0)
    await saveShownName(trx, found.id, account.name)
    const at = deps.clock()
    const object = `person ${found.id}`
    for (const { place, role } of await setTownRoles(trx, found.id, tenant.places, roles)) {
      const what = role ? { action: 'role-changed', detail: { role } } : { action: 'role-ended' }
      await appendAudit(trx, { place, at, actor: account.name, object, ...what })
    }
    return { id: found.id, name: account.name, operator: found.operator }
  })
  // After the commit: that a directory has taken the last role away must be kept though nobody comes in.
  if (!person.operator && !(await listRoles(deps.db, person.id)).length)
    throw new Refusal('town-no-role', 403)
  return openSession(deps, person, { agent: how.agent, old: how.old, way: 'town' })
}

async function whoIs(
  trx: Db,
  deps: Deps,
  account: TownAccount,
  { binding, language }: How,
  hasRole: boolean,
) {
  const { tenant, subject, name, email } = account
  const known = await findPersonByTown(trx, tenant, subject)
  if (binding) {
    const wanted = await findBound(trx, deps, binding)
    if (known && known.id !== wanted.id) throw new Refusal('town-taken', 409)
    if (wanted.subject && !known) throw new Refusal('town-other', 409)
    if (!known) {
      await bindPerson(trx, wanted.id, { tenant, subject })
      await told(trx, deps, name, 'town-bound', wanted.id)
    }
    return wanted
  }
  if (known) return known
  if (account.guest) throw new Refusal('town-guest', 403)
  if (!hasRole) throw new Refusal('town-no-role', 403)
  // An e-mail may be given to another; whoever has it here says that it is they by signing in or by their invitation.
  if (email && (await findPersonByEmail(trx, email)))
    throw new Refusal('town-email', 409, { values: { email } })
  const shown = email ?? `${subject}@${tenant}.invalid`
  const id = await addPerson(trx, { email: shown, name, language, at: deps.clock() })
  await bindPerson(trx, id, { tenant, subject })
  await told(trx, deps, name, 'person-came', id)
  return { id, operator: false }
}

async function findBound(trx: Db, { clock }: Deps, binding: NonNullable<Binding>) {
  const found =
    'link' in binding
      ? await findByLink(trx, binding.link, clock(), 'lock')
      : await findPerson(trx, binding.person)
  if (!found) throw new Refusal('link-dead', 410)
  return found
}

async function told(trx: Db, { clock }: Deps, actor: string, action: string, person: number): Promise<void> {
  await appendAudit(trx, { place: null, at: clock(), actor, action, object: `person ${person}` })
}

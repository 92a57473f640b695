// People of a place: inviting, roles, password links, leaving; an administrator reaches no further than their places.
import type { Language } from '../config/i18n.ts'
import { appendAudit } from '../db/audit.ts'
import { inTransaction } from '../db/open.ts'
import {
  addPerson,
  dropRole,
  findPerson,
  findPersonByEmail,
  listPeople,
  listRoles,
  setRole,
} from '../db/people.ts'
import type { Role } from '../db/schema.ts'
import { endSessions } from '../db/sessions.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { makeLink } from './links.ts'
import type { Visitor } from './session.ts'

const WEEK = 7 * 24 * 60
const HALF_HOUR = 30

/** Gives somebody a role; a newcomer gets a link for a password, shown once. Somebody known keeps their password. */
export async function invitePerson(
  deps: Deps,
  act: Act,
  who: { email: string; name: string; role: Role; language: Language },
): Promise<{ name: string; link: string | undefined }> {
  const { clock, env } = deps
  return inTransaction(deps.db, async (trx) => {
    const known = await findPersonByEmail(trx, who.email)
    const person = known?.id ?? (await addPerson(trx, { ...who, at: clock() }))
    await setRole(trx, person, act.place.id, who.role)
    await told(deps, trx, act, 'person-invited', person, { role: who.role })
    if (known) return { name: known.name, link: undefined }
    const link = await makeLink(trx, { person, publicUrl: env.PUBLIC_URL, at: clock(), minutes: WEEK })
    return { name: who.name, link }
  })
}

export async function changeRole(deps: Deps, act: Act, person: number, role: Role): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { given } = await mustBeHere(trx, act, person)
    if (given === 'town') throw new Refusal('role-town', 409)
    if (role !== 'admin') await mustLeaveAnAdmin(trx, act, person)
    await setRole(trx, person, act.place.id, role)
    // A cookie that somebody else holds must not rise with its owner.
    if (person !== act.person) await endSessions(trx, person)
    await told(deps, trx, act, 'role-changed', person, { role })
  })
}

/** Whoever loses the last role cannot sign in any more. */
export async function endPerson(deps: Deps, act: Act, person: number): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await mustBeHere(trx, act, person)
    await mustLeaveAnAdmin(trx, act, person)
    await dropRole(trx, person, act.place.id, deps.clock())
    await told(deps, trx, act, 'person-ended', person, {})
  })
}

/**
 * A new link for somebody who has lost their password. Only an administrator of all the places where the person works
 * may make one, and only an operator for an operator: whoever holds the link becomes that person everywhere.
 */
export async function relinkPerson(
  deps: Deps,
  act: Act,
  visitor: Visitor,
  id: number,
): Promise<{ name: string; link: string }> {
  const { clock, env } = deps
  return inTransaction(deps.db, async (trx) => {
    await mustBeHere(trx, act, id)
    const person = await findPerson(trx, id)
    if (!person) throw new Refusal('not-found', 404)
    const admins = new Set(visitor.places.filter((one) => one.role === 'admin').map((one) => one.id))
    const elsewhere = (await listRoles(trx, id)).some((one) => !admins.has(one.place_id))
    if (elsewhere || (person.operator && !visitor.operator)) throw new Refusal('person-elsewhere', 403)
    await told(deps, trx, act, 'link-made', id, {})
    const link = await makeLink(trx, {
      person: id,
      publicUrl: env.PUBLIC_URL,
      at: clock(),
      minutes: HALF_HOUR,
    })
    return { name: person.name, link }
  })
}

async function mustBeHere(trx: Deps['db'], act: Act, person: number) {
  const here = (await listPeople(trx, act.place.id)).find((one) => one.id === person)
  if (!here) throw new Refusal('not-found', 404)
  return here
}

async function mustLeaveAnAdmin(trx: Deps['db'], act: Act, person: number): Promise<void> {
  const people = await listPeople(trx, act.place.id)
  if (!people.some((one) => one.role === 'admin' && one.id !== person)) throw new Refusal('last-admin', 409)
}

async function told(
  { clock }: Deps,
  trx: Deps['db'],
  act: Act,
  action: string,
  person: number,
  detail: Record<string, unknown>,
): Promise<void> {
  const object = `person ${person}`
  await appendAudit(trx, { place: act.place.id, at: clock(), actor: act.name, action, object, detail })
}

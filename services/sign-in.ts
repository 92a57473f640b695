// Signing in and choosing a password: guesses are counted, and an answer never tells which part was wrong.
import type { Context } from 'hono'
import { appendAudit } from '../db/audit.ts'
import { forgetTries, noteTry } from '../db/guesses.ts'
import { inTransaction } from '../db/open.ts'
import { findByLink, findPersonByEmail, renamePerson, setPassword } from '../db/people.ts'
import type { SignInWay } from '../db/schema.ts'
import { endSession, saveSession } from '../db/sessions.ts'
import type { Deps } from './deps.ts'
import { accountPause, addressPause } from './domain/guessing.ts'
import { judgePassword } from './domain/password-rules.ts'
import { passwordsOpen } from './door.ts'
import { Refusal } from './errors.ts'
import { digestOf, randomSecret } from './keys.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { peerGroup, peerOf, readProxies } from './peer.ts'

/** Where a request comes from, as limits count it. */
export function senderOf(c: Context, { env }: Pick<Deps, 'env'>): string {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket
  const forwarded = c.req.header('x-forwarded-for')
  return peerGroup(peerOf(socket?.remoteAddress, forwarded, readProxies(env.TRUSTED_PROXIES)))
}

/** Counts a try under the key and refuses it when there have been too many; the key itself is not kept. */
export async function allowTry(
  { db, clock, keys }: Deps,
  key: string,
  judge: (tries: Date[], now: Date) => number,
): Promise<void> {
  const wait = await noteTry(db, keys.sign('forms', key), clock(), judge)
  if (wait > 0) throw new Refusal('too-many', 429, { retryAfter: wait })
}

export type Entry = { secret: string; csrf: string }

/** A new session for the right e-mail and password; `old` is the cookie that came with the form and dies here. */
export async function signIn(
  deps: Deps,
  tried: { email: string; password: string; sender: string; agent: string | null; old: string | undefined },
): Promise<Entry> {
  if (!(await passwordsOpen(deps))) throw new Refusal('passwords-off', 403)
  const account = `account:${tried.email.toLowerCase()}`
  await allowTry(deps, `address:${tried.sender}`, addressPause)
  await allowTry(deps, account, accountPause)
  const person = await findPersonByEmail(deps.db, tried.email)
  const right = await verifyPassword(tried.password, person?.password ?? null)
  if (!person || !right) throw new Refusal('wrong-login', 401)
  await forgetTries(deps.db, deps.keys.sign('forms', account))
  return openSession(deps, person, { agent: tried.agent, old: tried.old })
}

/** A session that begins now; the one that the browser came with ends. */
export async function openSession(
  { db, clock }: Deps,
  person: { id: number; name: string },
  how: { agent: string | null; old?: string | undefined; way?: SignInWay },
): Promise<Entry> {
  const { agent, old, way = 'password' } = how
  const [secret, csrf, at] = [randomSecret(), randomSecret(), clock()]
  await inTransaction(db, async (trx) => {
    if (old) await endSession(trx, digestOf(old))
    await saveSession(trx, { hash: digestOf(secret), person: person.id, csrf, agent, way, at })
    const entry = { place: null, at, actor: person.name, action: 'signed-in', object: `person ${person.id}` }
    await appendAudit(trx, { ...entry, detail: { way } })
  })
  return { secret, csrf }
}

/** Refuses a password that is too short or too common; `about` are words close to the person. */
function checkPassword(password: string, about: readonly string[]): void {
  const fault = judgePassword(password, about)
  if (fault) throw new Refusal(`password-${fault}`, 400)
}

/** The first person, made at the start without a name of their own: whoever holds the link says who they are. */
export const isNobody = (person: { email: string }) => person.email.endsWith('@localhost')

/** Sets the password of whoever holds the link, ends all their sessions and opens a new one. The link dies. */
export async function useLink(
  deps: Deps,
  secret: string,
  password: string,
  agent: string | null,
  self?: { name: string; email: string },
): Promise<Entry> {
  if (!(await passwordsOpen(deps))) throw new Refusal('passwords-off', 403)
  const hash = digestOf(secret)
  const holder = await findByLink(deps.db, hash, deps.clock())
  if (!holder) throw new Refusal('link-dead', 410)
  const person = { ...holder, ...(isNobody(holder) && self) }
  checkPassword(password, [person.name, person.email])
  const stored = await hashPassword(password)
  await inTransaction(deps.db, async (trx) => {
    const still = await findByLink(trx, hash, deps.clock(), 'lock')
    if (!still) throw new Refusal('link-dead', 410)
    if (person.email !== holder.email) {
      if (await findPersonByEmail(trx, person.email)) throw new Refusal('email-taken', 409)
      await renamePerson(trx, holder.id, { name: person.name, email: person.email })
    }
    await changePassword(deps, trx, person, stored)
  })
  return openSession(deps, person, { agent })
}

/** Changes the password of somebody who is signed in and knows the old one; everybody else is signed out. */
export async function renewPassword(
  deps: Deps,
  email: string,
  old: string,
  password: string,
  agent: string | null,
): Promise<Entry> {
  if (!(await passwordsOpen(deps))) throw new Refusal('passwords-off', 403)
  await allowTry(deps, `account:${email.toLowerCase()}`, accountPause)
  const person = await findPersonByEmail(deps.db, email)
  if (!person || !(await verifyPassword(old, person.password))) throw new Refusal('wrong-password', 400)
  checkPassword(password, [person.name, person.email])
  const stored = await hashPassword(password)
  await inTransaction(deps.db, (trx) => changePassword(deps, trx, person, stored))
  return openSession(deps, person, { agent })
}

async function changePassword(
  { clock }: Deps,
  db: Deps['db'],
  person: { id: number; name: string },
  stored: string,
): Promise<void> {
  await setPassword(db, person.id, stored)
  const object = `person ${person.id}`
  await appendAudit(db, { place: null, at: clock(), actor: person.name, action: 'password-set', object })
}

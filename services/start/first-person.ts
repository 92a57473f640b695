// The first person: from the settings, or a one-time link that is printed until somebody can sign in.
import type { Language } from '../../config/place.ts'
import { type Db, inTransaction } from '../../db/open.ts'
import { makeOperator, someoneCanSignIn, waitForFirstPerson } from '../../db/operators.ts'
import { addPerson, findPersonByEmail, setPassword, setRole } from '../../db/people.ts'
import type { Deps } from '../deps.ts'
import { makeLink } from '../links.ts'
import { hashPassword } from '../passwords.ts'

/** Whom the link is for when the settings name nobody; they give their own address when they use it. */
const NOBODY = 'admin@localhost'
const MINUTES = 30

/** Makes sure that somebody can sign in; answers what to print, if anything. */
export async function welcomeFirstPerson(
  { db, env, clock, log }: Pick<Deps, 'db' | 'env' | 'clock' | 'log'>,
  places: readonly { id: string; language: Language }[],
): Promise<string | undefined> {
  if (await someoneCanSignIn(db)) return undefined
  const password = env.ADMIN_PASSWORD && (await hashPassword(env.ADMIN_PASSWORD))
  return inTransaction(db, async (trx) => {
    await waitForFirstPerson(trx)
    if (await someoneCanSignIn(trx)) return undefined
    const email = env.ADMIN_EMAIL ?? NOBODY
    const person = await findOrAdd(trx, email, places[0]?.language ?? 'fi', clock())
    await makeOperator(trx, person)
    for (const place of places) await setRole(trx, person, place.id, 'admin')
    if (password) {
      await setPassword(trx, person, password)
      log.info({ email }, 'the first person was made from ADMIN_EMAIL and ADMIN_PASSWORD')
      return undefined
    }
    const link = await makeLink(trx, { person, publicUrl: env.PUBLIC_URL, at: clock(), minutes: MINUTES })
    const how = `Within ${MINUTES} minutes, open this address to choose a password for ${email}:`
    return `Nobody can sign in yet. ${how}\n${link}`
  })
}

async function findOrAdd(db: Db, email: string, language: Language, at: Date): Promise<number> {
  const known = await findPersonByEmail(db, email)
  return known?.id ?? addPerson(db, { email, name: email.split('@')[0] as string, language, at })
}

// `npm run user`: gives a person a role and a one-time link with which they choose a password.
import { z } from 'zod'
import { BadSettings } from '../../config/env.ts'
import { appendAudit } from '../../db/audit.ts'
import { inTransaction } from '../../db/open.ts'
import { makeOperator } from '../../db/operators.ts'
import { addPerson, findPersonByEmail, setRole } from '../../db/people.ts'
import { findPlace, listPlaces } from '../../db/places.ts'
import { roles } from '../../db/schema.ts'
import { switchPasswords } from '../../db/town.ts'
import { makeLink } from '../links.ts'
import { ACTOR, type Command, type CommandDeps, readWords } from './parts.ts'

const USAGE = 'npm run user -- EMAIL --place ID --role ROLE'
const known = [...roles, 'operator'] as const
const HOURS = 24

export const runUser: Command = async (deps, words, { say }) => {
  const { email, role, place } = await readUser(deps, words)
  const link = await inTransaction(deps.db, async (db) => {
    const person =
      (await findPersonByEmail(db, email))?.id ??
      (await addPerson(db, {
        email,
        name: email.split('@')[0] as string,
        language: place?.languages[0] ?? 'fi',
        at: deps.clock(),
      }))
    if (role === 'operator') {
      await makeOperator(db, person)
      // The way back in when the town's directory lets nobody in any more.
      await switchPasswords(db, true)
    }
    if (role !== 'operator' && place) await setRole(db, person, place.id, role)
    await appendAudit(db, {
      place: place?.id ?? null,
      at: deps.clock(),
      actor: ACTOR,
      action: 'role-given',
      object: `person ${person}`,
      detail: { role },
    })
    return makeLink(db, { person, publicUrl: deps.env.PUBLIC_URL, at: deps.clock(), minutes: HOURS * 60 })
  })
  deps.log.info({ role, place: place?.id }, 'a person was given a role by the command')
  say(`${email} is now ${role}${place && role !== 'operator' ? ` of ${place.id}` : ''}.`)
  if (role === 'operator') say('Signing in with a password works, also where it had been switched off.')
  say(`Give them this address. It works once, within ${HOURS} hours, for choosing a password:`)
  say(link)
}

async function readUser({ db }: CommandDeps, words: readonly string[]) {
  const { values, alone, complaints } = readWords(words, ['place', 'role'])
  const [email = '', ...rest] = alone
  if (!email) complaints.push('Say whose account it is: an e-mail address.')
  else if (!z.email().safeParse(email).success) complaints.push(`${email} is not an e-mail address.`)
  if (rest.length) complaints.push(`One person at a time: ${rest.join(' ')} is too much.`)
  const role = known.find((one) => one === values.role)
  if (!values.role) complaints.push(`Say which role with --role: ${known.join(', ')}.`)
  else if (!role) complaints.push(`${values.role} is not a role. The roles are ${known.join(', ')}.`)
  if (!values.place && role !== 'operator') complaints.push('Say at which place with --place.')
  const place = values.place ? await findPlace(db, values.place) : undefined
  if (values.place && !place) {
    const ids = (await listPlaces(db)).map((one) => one.id).join(', ')
    const there = ids ? `There is ${ids}.` : 'There is none yet: npm start makes them.'
    complaints.push(`No place is called ${values.place}. ${there}`)
  }
  if (complaints.length || !role) throw new BadSettings([...complaints, `Usage: ${USAGE}`])
  return { email, role, place }
}

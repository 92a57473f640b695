// The people of the demo's desk, and the password they share.

import { t } from '../../config/i18n.ts'
import { saveDuty, setHolder } from '../../db/duties.ts'
import type { Db } from '../../db/open.ts'
import { addPerson, setPassword, setRole } from '../../db/people.ts'
import { hashPassword } from '../../services/passwords.ts'
import { TEAM } from './team.ts'

export const PASSWORD = 'kaamos-ja-keskiyo'
export const PEOPLE = [
  { email: 'johanna@esimerkki.example', name: TEAM.curator, role: 'admin' },
  { email: 'mika@esimerkki.example', name: TEAM.editor, role: 'editor' },
] as const

const DUTIES = [
  { duty: 'comms-lead', role: 'admin', deputy: false },
  { duty: 'comms-lead', role: 'editor', deputy: true },
  { duty: 'group-lead', role: 'editor', deputy: false },
  { duty: 'curator', role: 'admin', deputy: false },
  { duty: 'makers', role: 'admin', deputy: false },
  // Nobody holds it: its deputy is turned to, and the clock says so.
  { duty: 'management', role: 'editor', deputy: true },
] as const

export async function addPeople(db: Db, place: string, at: Date): Promise<void> {
  const password = await hashPassword(PASSWORD)
  for (const { email, name, role } of PEOPLE) {
    const person = await addPerson(db, { email, name, language: 'fi', at })
    await setPassword(db, person, password)
    await setRole(db, person, place, role)
    await db.updateTable('person').set({ sample: true }).where('id', '=', person).execute()
    for (const { duty, deputy } of DUTIES.filter((one) => one.role === role)) {
      const label = { fi: t('fi', `duty.${duty}`), en: t('en', `duty.${duty}`) }
      await saveDuty(db, place, duty, label)
      await setHolder(db, place, duty, { deputy, person, at })
    }
  }
}

// The duties of a place as the pages of planning name them: what each is called, and who holds it now.
import { pick, t } from '../../config/i18n.ts'
import { listDuties } from '../../db/duties.ts'
import type { Db } from '../../db/open.ts'
import type { DeskContext } from './layout.tsx'

export type DutyName = { id: string; name: string; told: string }

/** `told` names the holder, or the deputy where nobody holds it; with neither it says so. */
export async function dutyNames(db: Db, c: DeskContext): Promise<DutyName[]> {
  const { language, place } = c.var
  return (await listDuties(db, place.id)).map(({ id, label, holder, deputy }) => {
    const name = pick(label, language, place.languages[0])
    const who = holder?.name ?? deputy?.name
    return { id, name, told: `${name}: ${who ?? t(language, 'duties.nobody')}` }
  })
}

// What a place is, as an editor sets it: its name, languages, time zone and code; its members by an operator only.
import { type Language, t } from '../config/i18n.ts'
import { ownShape } from '../config/place.ts'
import { lookAtPictures } from '../db/descriptions.ts'
import { inTransaction } from '../db/open.ts'
import { findPlace, listPlaces, saveOwn } from '../db/places.ts'
import { listSources } from '../db/sources.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { withHistory } from './history.ts'

const fields = ['name', 'languages', 'time_zone', 'municipality_code', 'members'] as const

/** `form` is what was sent, not yet judged; without the right to them, the members stay as they are. */
export async function keepOwn(deps: Deps, act: Act, form: object, setsMembers: boolean): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const now = await findPlace(trx, act.place.id)
    if (!now) throw new Refusal('not-found', 404)
    const read = ownShape.safeParse({ ...form, ...(!setsMembers && { members: now.members }) })
    if (!read.success) throw refused(act.language, new Set(read.error.issues.map((one) => one.path[0])))
    const own = read.data
    const known = new Set((await listPlaces(trx)).map((one) => one.id))
    const strange = own.members.some((one) => !known.has(one) || one === act.place.id)
    if (strange || new Set(own.members).size < own.members.length)
      throw refused(act.language, new Set(['members']))
    // A joint place collects nothing itself: its members have the sources.
    if (own.members.length && !now.members.length && (await listSources(trx, act.place.id)).length > 0)
      throw new Refusal('place-sources', 409)
    await withHistory(trx, act, at, { part: 'place', object: act.place.id }, () =>
      saveOwn(trx, act.place.id, own),
    )
    if (own.languages.some((one) => !now.languages.includes(one)))
      await lookAtPictures(trx, { place: act.place.id })
    await record(trx, act, at, 'place-set', act.place.id, own)
  })
}

function refused(language: Language, wrong: ReadonlySet<unknown>): Refusal {
  const complaints = fields
    .filter((one) => wrong.has(one))
    .map((path) => ({ path, message: t(language, `own.wrong.${path}`) }))
  return new Refusal('invalid', 400, { complaints })
}

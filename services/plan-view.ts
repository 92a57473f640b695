// A plan opened for its paper: everything it names looked up, with the short report of the newest published digest.
import { formatDate, isKey, type Language, pick, t } from '../config/i18n.ts'
import { listAudiences, listCards, listRegister } from '../db/audiences.ts'
import { findPublished, listPublished } from '../db/digests.ts'
import { listDuties } from '../db/duties.ts'
import type { Db } from '../db/open.ts'
import { findObjectEdit } from '../db/place-edits.ts'
import type { findPlace } from '../db/places.ts'
import type { PlanRow } from '../db/plans.ts'
import { listTopics } from '../db/topics.ts'
import type { PlanView } from './digest/plan/view.ts'
import { digestAddress } from './digest-files.ts'
import { openView } from './digest-view.ts'
import { readBundle } from './digests.ts'
import { changedFields } from './domain/edits.ts'

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>
type Asked = { language: Language; at: Date; url: string }

export async function openPlanView(
  db: Db,
  place: Place,
  plan: PlanRow,
  { language, at, url }: Asked,
): Promise<PlanView> {
  const main = place.languages[0] ?? 'fi'
  const topics = await listTopics(db, place.id)
  const named = (rows: readonly { id: string; label: Parameters<typeof pick>[0] }[]) =>
    new Map(rows.map((one) => [one.id, pick(one.label, language, main)]))
  const [listed] = await listPublished(db, place.id)
  const newest = listed && (await findPublished(db, place.id, listed.quarter))
  const short = newest ? await openView(db, newest, language, digestAddress(url, newest), at) : null
  const targets = newest ? readBundle(newest).targets : []
  return {
    language,
    main,
    place: pick(place.name, language, main),
    plan,
    priorities: (place.guidance.priorities ?? []).map((one) => pick(one, language, main)),
    duties: named(await listDuties(db, place.id)),
    audiences: new Map((await listAudiences(db, place.id)).map((one) => [one.id, one.whom])),
    areas: named(topics.filter((one) => one.kind === 'area')),
    channels: await listRegister(db, place.id),
    cards: await listCards(db, place.id),
    reached: new Map(targets.map((one) => [one.id, one])),
    stamp: await stampOf(db, place, plan, language),
    short,
  }
}

/** "Viimeisin päivitys, päivittäjä, päivitetyt kohdat", as the town's own documents have it. */
async function stampOf(db: Db, place: Place, plan: PlanRow, language: Language): Promise<PlanView['stamp']> {
  const parts = [plan.id, ...plan.goals.map((one) => one.id), ...plan.actions.map((one) => one.id)]
  const edit = await findObjectEdit(db, place.id, parts)
  if (!edit) return { at: formatDate(language, plan.at, place.time_zone), by: plan.by, what: '' }
  const fields = edit.before && edit.after ? changedFields(edit.before, edit.after) : []
  const names = fields.flatMap((one) => {
    const key = `history.field.${one}`
    return isKey(key) ? [t(language, key)] : []
  })
  const part = t(language, `history.part.${edit.part}`)
  const what = names.length ? `${part} (${names.join(', ')})` : part
  return { at: formatDate(language, edit.at, place.time_zone), by: edit.actor, what }
}

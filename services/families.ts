// Hashtag families as an editor keeps them: labels, spellings, and what they are counted together with.
import type { Label } from '../config/place.ts'
import { tagKey } from '../config/tag.ts'
import { appendAudit } from '../db/audit.ts'
import { addFamily, dropFamily, findFamilyUse, saveFamily } from '../db/families.ts'
import { inTransaction } from '../db/open.ts'
import { listFamilies, touchPlace } from '../db/places.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { withHistory } from './history.ts'

type FamilyForm = { label: Label; tags: string; onlyWith: string[] }

/** Spellings from lines or commas, as written and once each. */
function readSpellings(text: string): string[] {
  const seen = new Map<string, string>()
  const complaints: { path: string; message: string }[] = []
  for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
    const written = part.replace(/^[#＃﹟]/u, '').normalize('NFC')
    if (/^[\p{L}\p{M}\p{N}_·・]{1,100}$/u.test(written) && /\p{L}/u.test(written)) {
      if (!seen.has(tagKey(written))) seen.set(tagKey(written), written)
    } else complaints.push({ path: 'tags', message: `${part.slice(0, 100)}?` })
  }
  if (!seen.size || seen.size > 60) complaints.push({ path: 'tags', message: '1–60' })
  if (complaints.length) throw new Refusal('invalid', 400, { complaints })
  return [...seen.values()]
}

/** Changes a family, or adds it with `isNew`. */
export async function keepFamily(
  deps: Deps,
  act: Act,
  id: string,
  form: FamilyForm,
  isNew: boolean,
): Promise<void> {
  const at = deps.clock()
  const tags = readSpellings(form.tags)
  const label = Object.fromEntries(Object.entries(form.label).filter(([, text]) => text?.trim())) as Label
  if (!Object.keys(label).length)
    throw new Refusal('invalid', 400, { complaints: [{ path: 'label', message: '–' }] })
  await inTransaction(deps.db, async (trx) => {
    const families = await listFamilies(trx, act.place.id)
    const known = families.some((one) => one.id === id)
    if (known === isNew) throw isNew ? new Refusal('id-taken', 409) : new Refusal('not-found', 404)
    for (const other of families.filter((one) => one.id !== id)) {
      const taken = other.tags.find((one) => tags.some((tag) => tagKey(tag) === one.key))
      if (taken) throw new Refusal('tag-taken', 409, { values: { tag: taken.as_written, family: other.id } })
    }
    const onlyWith = form.onlyWith.filter((one) => one !== id && families.some((other) => other.id === one))
    await withHistory(trx, act, at, { part: 'family', object: id }, async () => {
      if (isNew) await addFamily(trx, act.place.id, id)
      await saveFamily(trx, act.place.id, id, { label, onlyWith, tags })
    })
    const detail = { tags }
    const action = isNew ? 'family-added' : 'family-set'
    await appendAudit(trx, { place: act.place.id, at, actor: act.name, action, object: id, detail })
    await touchPlace(trx, act.place.id)
  })
}

/** Removes a family that nothing refers to any more. */
export async function removeFamily(deps: Deps, act: Act, id: string): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    if (await findFamilyUse(trx, act.place.id, id)) throw new Refusal('family-used', 409)
    await withHistory(trx, act, at, { part: 'family', object: id }, async () => {
      if (!(await dropFamily(trx, act.place.id, id))) throw new Refusal('not-found', 404)
    })
    await appendAudit(trx, { place: act.place.id, at, actor: act.name, action: 'family-removed', object: id })
    await touchPlace(trx, act.place.id)
  })
}

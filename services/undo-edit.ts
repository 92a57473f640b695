// Taking back one change of settings: by the same rules as any other change, and only while nothing has come over it.
import type { TopicKind } from '../config/lists.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { type EditRow, isRowPart, lockEdit, noteUndone, type Part, readPart } from '../db/place-edits.ts'
import type { PlacePart } from '../db/schema.ts'
import { setAccount } from './accounts.ts'
import { keepContact } from './contact.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { sameParts } from './domain/edits.ts'
import { dayOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import { keepFamily, removeFamily } from './families.ts'
import { putBackGuidance, putBackTopics } from './lists.ts'
import { keepOwn } from './place-settings.ts'
import { putBackRow } from './planned.ts'
import { putBackRule, removeRule } from './rules.ts'
import { setSource, turnSource } from './tend-sources.ts'
import { keepWall, removeWall } from './wall-settings.ts'

/** What is there for good once it is there: a source and an account are switched off or named anew, never unmade. */
export const canUndo = ({ part, before, undone_at }: Pick<EditRow, 'part' | 'before' | 'undone_at'>) =>
  undone_at === null && (before !== null || isMade(part))

/** Parts whose making is undone by unmaking them. */
const isMade = (part: PlacePart) => part === 'family' || part === 'wall' || part === 'rule' || isRowPart(part)

export async function undoEdit(deps: Deps, act: Act, id: number, setsMembers: boolean): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const edit = await lockEdit(trx, act.place.id, id)
    if (!edit) throw new Refusal('not-found', 404)
    if (!canUndo(edit)) throw new Refusal('edit-done', 409)
    const now = await readPart(trx, act.place.id, edit.part, edit.object)
    if (!sameParts(now, edit.after)) throw new Refusal('edit-moved', 409)
    if (isRowPart(edit.part)) await putBackRow(trx, deps, act, edit.part, edit.object, edit.before)
    else await putBack({ ...deps, db: trx as Db as Deps['db'] }, act, edit, setsMembers)
    await noteUndone(trx, id, at)
    await record(trx, act, at, 'edit-undone', edit.object, { part: edit.part })
  })
}

// Each by the service that made it, inside the same transaction: what holds for an editor's change holds for this one.
async function putBack(deps: Deps, act: Act, edit: EditRow, setsMembers: boolean): Promise<void> {
  const { part, object, before, after } = edit
  if (part === 'rule')
    return before ? putBackRule(deps, act, object, before as never) : removeRule(deps, act, object)
  if (before === null)
    return part === 'family' ? removeFamily(deps, act, object) : removeWall(deps, act, object)
  if (part === 'list') return putBackTopics(deps, act, object as TopicKind, before.lines)
  if (part === 'guidance') return putBackGuidance(deps, act, before)
  const given = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== null))
  if (part === 'place') return keepOwn(deps, act, given, setsMembers)
  if (part === 'contact') return keepContact(deps, act, given)
  if (part === 'wall') return void (await keepWall(deps, act, { id: object, ...given }, after === null))
  if (part === 'family') {
    const { label, tags, only_with } = before as { label: object; tags: string[]; only_with: string[] }
    const form = { label, tags: tags.join('\n'), onlyWith: only_with }
    return keepFamily(deps, act, object, form, after === null)
  }
  return part === 'account' ? undoAccount(deps, act, object, before) : undoSource(deps, act, edit, before)
}

function undoAccount(deps: Deps, act: Act, object: string, before: Part): Promise<void> {
  const { kind, agreement, agreed_at, mark } = before as {
    kind: Parameters<typeof setAccount>[3]['kind']
    agreement: string | null
    agreed_at: string | null
    mark?: string | null
  }
  const agreed = agreed_at ? dayOf(new Date(agreed_at), act.place.time_zone) : ''
  return setAccount(deps, act, object, { kind, agreement: agreement ?? '', agreed, mark: mark ?? '' })
}

async function undoSource(deps: Deps, act: Act, edit: EditRow, before: Part): Promise<void> {
  const was = before as {
    active: boolean
    families: string[]
    every_minutes: number | null
    settings: Record<string, unknown>
  }
  const settings = ['families', 'every_minutes', 'settings'] as const
  if (settings.some((one) => !sameParts({ one: was[one] }, { one: edit.after?.[one] })))
    await setSource(deps, act, edit.object, {
      ...{ settings: was.settings, families: was.families, every: was.every_minutes, secrets: {} },
    })
  if (was.active !== edit.after?.active) await turnSource(deps, act, edit.object, was.active)
}

// Working on a digest together: deciding actions and telling how they went, commenting, signing, letting sources pass.
import { z } from 'zod'
import { addAction, changeAction, removeAction } from '../db/actions.ts'
import { appendAudit } from '../db/audit.ts'
import { addComment, signSection } from '../db/digest-people.ts'
import { lockDigest } from '../db/digests.ts'
import { makeId } from '../db/ids.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { actionStates } from '../db/schema.ts'
import { saveWaiver } from '../db/waivers.ts'
import type { DigestPlace, Needs } from './digests.ts'
import { isSection, moveDigest } from './domain/digest-states.ts'
import { isPeriod } from './domain/measures.ts'
import { dayOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import { line, maybe, wholeText } from './sent-text.ts'
import { textMark } from './text-mark.ts'

const day = z.string().refine((one) => isPeriod('day', one), 'must be a day, for example 2026-11-25')

/** An action as it is decided. */
export const sentAction = z.strictObject({
  what: line(300).pipe(z.string().min(1)),
  who: line(120).pipe(z.string().min(1)),
  area: maybe(z.string().max(40)),
  due: maybe(day),
})
/** How it went. */
export const sentActionChange = z.strictObject({
  state: z.enum(actionStates),
  result: maybe(wholeText(1_000)),
  done: maybe(day),
})

type At = { place: DigestPlace; quarter: string; by: string }

async function locked(db: Db, { place, quarter }: At) {
  const row = await lockDigest(db, place.id, quarter)
  if (!row) throw new Refusal('not-found', 404)
  return row
}

async function noteWork(db: Db, at: Date, { place, by }: At, action: string, object: string): Promise<void> {
  await appendAudit(db, { place: place.id, at, actor: by, action, object, detail: {} })
}

/** Decides an action in a digest that is not published yet; answers its id. */
export async function decideAction(
  { db, clock }: Needs,
  where: At,
  { what, who, area, due }: z.infer<typeof sentAction>,
): Promise<string> {
  const at = clock()
  const id = makeId('t')
  return inTransaction(db, async (trx) => {
    moveDigest('write', (await locked(trx, where)).state)
    const action = { what, owner: who, area_id: area ?? null, due: due ?? null }
    await addAction(trx, where.place.id, where.quarter, id, action, { by: where.by, at })
    await noteWork(trx, at, where, 'action.decide', `action:${id}`)
    return id
  })
}

/** Takes back an action of a digest that is not published yet. */
export async function takeBackAction({ db, clock }: Needs, where: At, id: string): Promise<void> {
  const at = clock()
  await inTransaction(db, async (trx) => {
    moveDigest('write', (await locked(trx, where)).state)
    if (!(await removeAction(trx, where.place.id, where.quarter, id))) throw new Refusal('not-found', 404)
    await noteWork(trx, at, where, 'action.remove', `action:${id}`)
  })
}

/** Tells how an action went, whenever that is known; the next digest opens with it. */
export async function tellAction(
  { db, clock }: Needs,
  where: At,
  id: string,
  { state, result, done }: z.infer<typeof sentActionChange>,
): Promise<void> {
  const at = clock()
  const done_on = state === 'done' ? (done ?? dayOf(at, where.place.time_zone)) : null
  await inTransaction(db, async (trx) => {
    const change = { state, result: result ?? null, done_on }
    const found = await changeAction(trx, where.place.id, id, change, { by: where.by, at })
    if (!found) throw new Refusal('not-found', 404)
    await noteWork(trx, at, where, `action.${state}`, `action:${id}`)
  })
}

export const sentComment = z.object({ section: z.string(), body: wholeText(2_000).pipe(z.string().min(1)) })

export async function commentSection(
  { db, clock }: Needs,
  where: At,
  { section, body }: z.infer<typeof sentComment>,
): Promise<void> {
  if (!isSection(section)) throw new Refusal('invalid', 400)
  const at = clock()
  await inTransaction(db, async (trx) => {
    const row = await locked(trx, where)
    moveDigest('write', row.state)
    await addComment(trx, where.place.id, row.id, { section, body, by: where.by, at })
  })
}

/** Signs sections as they stand; whose text has changed since the signer saw it (`marks`) are not signed. */
export async function signSections(
  { db, clock }: Needs,
  where: At,
  marks: Readonly<Record<string, string>>,
): Promise<void> {
  const at = clock()
  await inTransaction(db, async (trx) => {
    const row = await locked(trx, where)
    moveDigest('write', row.state)
    for (const [section, mark] of Object.entries(marks)) {
      const text = row.texts[section]
      if (!isSection(section) || !text || textMark(text) !== mark) throw new Refusal('conflict', 409)
      await signSection(trx, where.place.id, row.id, { section, mark, by: where.by, at })
    }
    await noteWork(trx, at, where, 'digest.sign', `digest:${where.quarter}/${row.revision}`)
  })
}

/** Lets a source pass that was not collected well enough, with a reason; an empty one takes that back. */
export async function waiveSource(
  { db, clock }: Needs,
  where: At,
  source: string,
  reason: string,
): Promise<void> {
  const at = clock()
  await inTransaction(db, async (trx) => {
    moveDigest('compile', (await locked(trx, where)).state)
    const one = { source, reason: reason.trim(), by: where.by, at }
    await saveWaiver(trx, where.place.id, where.quarter, one)
    await noteWork(trx, at, where, 'digest.waive', `source:${source}`)
  })
}

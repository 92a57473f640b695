// The year's targets as people send them from the desk: what is aimed at, why it is where it is, and whose part it is.
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { makeId } from '../db/ids.ts'
import { type Db, inTransaction } from '../db/open.ts'
import {
  addTarget,
  changeTarget,
  dropTarget,
  isPromised,
  listParts,
  listTargets,
  lockTarget,
  type NewPart,
  saveParts,
} from '../db/targets.ts'
import type { Deps } from './deps.ts'
import { readNumber } from './domain/csv.ts'
import { normalDecimal } from './domain/decimal.ts'
import { figures } from './domain/figures/list.ts'
import { Refusal } from './errors.ts'
import { complaintsOf } from './rim.tsx'
import { line, maybe } from './sent-text.ts'

type Needs = Pick<Deps, 'db' | 'clock'>
type At = { place: { id: string }; by: string }

const some = (most: number) => line(most).pipe(z.string().min(1))
const amount = z
  .string()
  .refine((one) => readNumber(one) !== undefined, 'must be a number')
  .transform((one) => normalDecimal(readNumber(one) ?? '0'))

export const sentTarget = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100),
  label: some(160),
  figure: maybe(z.string().refine((id) => figures.some((one) => one.id === id), 'is no figure')),
  baseline: maybe(amount),
  aim: amount,
  least: maybe(amount),
  direction: z.enum(['up', 'down', 'range']),
  cumulative: z.literal('1').optional(),
  note: maybe(line(300)),
})

const rowOf = ({
  figure,
  baseline,
  least,
  cumulative,
  ...rest
}: Omit<z.infer<typeof sentTarget>, 'note'>) => ({
  ...rest,
  figure: figure ?? null,
  baseline: baseline ?? null,
  least: least ?? null,
  cumulative: cumulative === '1',
})

export async function takeTarget(
  { db, clock }: Needs,
  { place, by }: At,
  { note, ...sent }: z.infer<typeof sentTarget>,
): Promise<string> {
  const id = makeId('g')
  const target = { ...rowOf(sent), dims: {}, note: note ?? null }
  await addTarget(db, place.id, id, target, { by, at: clock() })
  return id
}

export const sentTargetYear = z.object({ year: sentTarget.shape.year })

/** A year begins with the targets of the year before, parts and all; baselines and what is reached are told anew. */
export async function beginTargets(
  { db, clock }: Needs,
  { place, by }: At,
  { year }: z.infer<typeof sentTargetYear>,
): Promise<void> {
  const who = { by, at: clock() }
  await inTransaction(db, async (trx) => {
    // Of two who begin the same year the second waits here.
    const entry = { place: place.id, at: who.at, actor: by, object: String(year), detail: {} }
    await appendAudit(trx, { ...entry, action: 'targets-begun' })
    if ((await listTargets(trx, place.id, year)).length) throw new Refusal('conflict', 409)
    const parts = await listParts(trx, place.id)
    for (const { id: old, ...before } of await listTargets(trx, place.id, year - 1)) {
      const { label, figure, dims, aim, least, direction, cumulative } = before
      const same = { label, figure, dims, aim, least, direction, cumulative }
      const id = await addTarget(
        trx,
        place.id,
        makeId('g'),
        { ...same, year, baseline: null, note: null },
        who,
      )
      const mine = parts.filter((one) => one.target_id === old)
      await saveParts(
        trx,
        { place: place.id, id },
        mine.map(({ target_id: _, ...one }) => ({ ...one, actual: null })),
        who,
      )
    }
  })
}

export const sentTargetChange = sentTarget.omit({ note: true }).extend({ id: z.string(), seen: z.string() })

/** Sets a target right. One that the group has approved as a measure of a plan is not changed behind its back. */
export async function correctTarget(
  { db, clock }: Needs,
  { place, by }: At,
  { id, seen, ...sent }: z.infer<typeof sentTargetChange>,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const target = await lockOpen(trx, place, id)
    if (seen !== target.at.toISOString()) throw moved(target)
    const at = clock()
    await changeTarget(trx, { place: place.id, id: target.id }, rowOf(sent), { by, at })
    const { label, aim, baseline } = target
    const detail = { was: { label, aim, baseline } }
    await appendAudit(trx, { place: place.id, at, actor: by, action: 'target-set', object: id, detail })
  })
}

export const sentTargetEnd = z.object({ id: z.string() })

export async function removeTarget(
  { db, clock }: Needs,
  { place, by }: At,
  { id }: z.infer<typeof sentTargetEnd>,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const target = await lockOpen(trx, place, id)
    await dropTarget(trx, { place: place.id, id: target.id })
    const detail = { label: target.label }
    const entry = { place: place.id, at: clock(), actor: by, object: id, detail }
    await appendAudit(trx, { ...entry, action: 'target-removed' })
  })
}

async function lockOpen(trx: Db, place: At['place'], id: string) {
  const target = await lockTarget(trx, place.id, id)
  if (!target) throw new Refusal('not-found', 404)
  if (await isPromised(trx, { place: place.id, id: target.id })) throw new Refusal('target-promised', 409)
  return target
}

const moved = ({ by }: { by: string }) => new Refusal('row-moved', 409, { values: { who: by } })

export const sentTargetNote = z.strictObject({
  id: z.string(),
  note: maybe(line(300)),
  was: z.string().max(300).optional(),
})

/** Why a target is where it is. `was` is the note that the form showed: another one is not written over unseen. */
export async function explainTarget(
  { db, clock }: Needs,
  { place, by }: At,
  { id, note, was }: z.infer<typeof sentTargetNote>,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const target = await lockTarget(trx, place.id, id)
    if (!target) throw new Refusal('not-found', 404)
    if (was !== undefined && was !== (target.note ?? '')) throw moved(target)
    await changeTarget(trx, { place: place.id, id: target.id }, { note: note ?? null }, { by, at: clock() })
  })
}

const sentPart = z.object({
  label: some(80),
  member: maybe(z.string().max(40)).transform((one) => one ?? null),
  aim: amount,
  actual: maybe(amount).transform((one) => one ?? null),
})
/** Rows of the form that are read: more than any joint place has members. */
const MOST_PARTS = 60

/**
 * Who answers for which part of a target, in the order of the lines; a line without a name is none. `seen` is when the
 * target was last changed, as the form knew it.
 */
export async function takeParts(
  { db, clock }: Needs,
  { place, by }: At & { place: { members: readonly string[] } },
  id: string,
  sent: Readonly<Record<string, unknown>>,
): Promise<void> {
  const parts: NewPart[] = []
  const complaints: { path: string; message: string }[] = []
  for (let nth = 0; nth < MOST_PARTS; nth++) {
    const field = (name: string) => sent[`${name}_${nth}`] ?? ''
    if (!field('label')) continue
    const names = ['label', 'member', 'aim', 'actual'] as const
    const read = sentPart.safeParse(Object.fromEntries(names.map((name) => [name, field(name)])))
    if (!read.success) {
      complaints.push(
        ...complaintsOf(read.error).map((one) => ({ ...one, path: `${field('label')}: ${one.path}` })),
      )
      continue
    }
    const { member, ...part } = read.data
    if (parts.some((one) => one.label === part.label))
      complaints.push({ path: part.label, message: 'is there twice' })
    parts.push({ ...part, member_id: member && place.members.includes(member) ? member : null })
  }
  if (complaints.length) throw new Refusal('invalid', 400, { complaints })
  await inTransaction(db, async (trx) => {
    const target = await lockTarget(trx, place.id, id)
    if (!target) throw new Refusal('not-found', 404)
    if (sent.seen && sent.seen !== target.at.toISOString()) throw moved(target)
    const at = clock()
    await saveParts(trx, { place: place.id, id: target.id }, parts, { by, at })
    const entry = { place: place.id, at, actor: by, action: 'target-parts', object: id, detail: {} }
    await appendAudit(trx, entry)
  })
}

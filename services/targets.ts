// The year's targets as people send them from the desk: what is aimed at, why it is where it is, and whose part it is.
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { makeId } from '../db/ids.ts'
import { inTransaction } from '../db/open.ts'
import { addTarget, explain, lockTarget, type NewPart, saveParts } from '../db/targets.ts'
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

export async function takeTarget(
  { db, clock }: Needs,
  { place, by }: At,
  sent: z.infer<typeof sentTarget>,
): Promise<string> {
  const { figure, baseline, least, note, cumulative, ...rest } = sent
  const target = {
    ...rest,
    figure: figure ?? null,
    dims: {},
    baseline: baseline ?? null,
    least: least ?? null,
    note: note ?? null,
    cumulative: cumulative === '1',
  }
  const id = makeId('g')
  await addTarget(db, place.id, id, target, { by, at: clock() })
  return id
}

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
    if (was !== undefined && was !== (target.note ?? ''))
      throw new Refusal('row-moved', 409, { values: { who: target.by } })
    await explain(trx, { place: place.id, id: target.id }, note ?? null, { by, at: clock() })
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
    if (sent.seen && sent.seen !== target.at.toISOString())
      throw new Refusal('row-moved', 409, { values: { who: target.by } })
    const at = clock()
    await saveParts(trx, { place: place.id, id: target.id }, parts, { by, at })
    const entry = { place: place.id, at, actor: by, action: 'target-parts', object: id, detail: {} }
    await appendAudit(trx, entry)
  })
}

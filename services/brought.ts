// Quotes, labels, targets and the town's own lists, as people send them from the desk.
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { makeId } from '../db/ids.ts'
import { listSample, saveLabel } from '../db/labels.ts'
import { inTransaction } from '../db/open.ts'
import { addQuote, removeQuote } from '../db/quotes.ts'
import { contents, images, tones } from '../db/schema.ts'
import { saveStrategy } from '../db/strategy.ts'
import { addTarget, changeTarget, type NewPart, saveParts } from '../db/targets.ts'
import type { Deps } from './deps.ts'
import { readNumber } from './domain/csv.ts'
import { normalDecimal } from './domain/decimal.ts'
import { figures } from './domain/figures/list.ts'
import { isPeriod } from './domain/measures.ts'
import { quarterDays } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import { spanOf } from './facts.ts'
import { complaintsOf } from './rim.tsx'
import { cleanText, line, maybe, wholeText } from './sent-text.ts'

type Needs = Pick<Deps, 'db' | 'clock'>
type At = { place: { id: string; time_zone: string }; by: string }

const day = z.string().refine((one) => isPeriod('day', one), 'must be a day, for example 2026-11-25')
const some = (most: number) => line(most).pipe(z.string().min(1))
const amount = z
  .string()
  .refine((one) => readNumber(one) !== undefined, 'must be a number')
  .transform((one) => normalDecimal(readNumber(one) ?? '0'))

export const sentQuote = z.strictObject({
  mood: z.enum(['praise', 'wish']),
  body: wholeText(500).pipe(z.string().min(1)),
  origin: z.enum(['survey', 'interview', 'feedback', 'event']),
  day,
  cleared_how: some(200),
})

/** Keeps a sentence that its speaker allowed to be used without a name. */
export async function takeQuote(
  { db, clock }: Needs,
  { place, by }: At,
  quote: z.infer<typeof sentQuote>,
): Promise<void> {
  const at = clock()
  const id = makeId('q')
  await inTransaction(db, async (trx) => {
    await addQuote(trx, place.id, id, { ...quote, survey_id: null }, { by, at })
    const entry = { place: place.id, at, actor: by, action: 'quote.clear', object: `quote:${id}`, detail: {} }
    await appendAudit(trx, entry)
  })
}

export async function dropQuote({ db, clock }: Needs, { place, by }: At, id: string): Promise<void> {
  const at = clock()
  await inTransaction(db, async (trx) => {
    if (!(await removeQuote(trx, place.id, id))) throw new Refusal('not-found', 404)
    const entry = {
      place: place.id,
      at,
      actor: by,
      action: 'quote.remove',
      object: `quote:${id}`,
      detail: {},
    }
    await appendAudit(trx, entry)
  })
}

export const sentLabel = z.strictObject({
  author: z.enum(['own', 'residents']),
  item: z.string().max(80),
  tone: z.enum(tones),
  content: z.enum(contents),
  image: z.enum(images),
  theme: maybe(line(60)),
})

/** What waits in the quarter's sample of one group, and what is labelled already. */
export function openSample(
  { db }: Pick<Deps, 'db'>,
  place: At['place'],
  quarter: string,
  author: 'own' | 'residents',
) {
  const days = quarterDays(quarter)
  return listSample(db, { span: spanOf(place, quarter), days, quarter, author })
}

/** Labels a text of the sample; what was not drawn is not labelled. */
export async function labelItem(
  deps: Needs,
  { place, by }: At,
  quarter: string,
  { theme, ...label }: z.infer<typeof sentLabel>,
): Promise<void> {
  const drawn = await openSample(deps, place, quarter, label.author)
  if (!drawn.some((one) => one.item === label.item)) throw new Refusal('not-found', 404)
  const who = { place_id: place.id, quarter, by, at: deps.clock() }
  await saveLabel(deps.db, { ...who, ...label, theme: theme?.toLowerCase() ?? null })
}

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

export const sentTargetNote = z.strictObject({ id: z.string(), note: maybe(line(300)) })

/** Why a target is where it is. */
export async function explainTarget(
  { db, clock }: Needs,
  { place, by }: At,
  { id, note }: z.infer<typeof sentTargetNote>,
): Promise<void> {
  const found = await changeTarget(db, place.id, id, { note: note ?? null }, { by, at: clock() })
  if (!found) throw new Refusal('not-found', 404)
}

const sentPart = z.object({
  label: some(80),
  member: maybe(z.string().max(40)).transform((one) => one ?? null),
  aim: amount,
  actual: maybe(amount).transform((one) => one ?? null),
})
/** Rows of the form that are read: more than any joint place has members. */
const MOST_PARTS = 60

/** Who answers for which part of a target, in the order of the lines; a line without a name is none. */
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
    if (!(await saveParts(trx, place.id, id, parts))) throw new Refusal('not-found', 404)
    const entry = { place: place.id, at: clock(), actor: by, action: 'target-parts', object: id, detail: {} }
    await appendAudit(trx, entry)
  })
}

const MOST_LINES = 20

/** One line each, without marks of a list; empty ones are none. */
const linesOf = (text: string): string[] =>
  cleanText(text)
    .split('\n')
    .map((one) =>
      one
        .replace(/^[-•*]\s*/, '')
        .trim()
        .slice(0, 300),
    )
    .filter(Boolean)
    .slice(0, MOST_LINES)

export const sentStrategy = z.strictObject({ strategy: z.string().max(6_000) })

/** The strategy's lines as one text with a line for each. */
export async function takeStrategy(
  { db, clock }: Needs,
  { place, by }: At,
  { strategy }: z.infer<typeof sentStrategy>,
): Promise<void> {
  const at = clock()
  await inTransaction(db, async (trx) => {
    await saveStrategy(trx, place.id, linesOf(strategy))
    const entry = { place: place.id, at, actor: by, action: 'digest.strategy', object: place.id, detail: {} }
    await appendAudit(trx, entry)
  })
}

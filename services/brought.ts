// Quotes, labels and the town's own lists, as people send them from the desk.
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { makeId } from '../db/ids.ts'
import { listSample, readLabelWords, saveLabel, saveLabelWords } from '../db/labels.ts'
import { inTransaction } from '../db/open.ts'
import { addQuote, removeQuote } from '../db/quotes.ts'
import { contents, images, tones } from '../db/schema.ts'
import { saveStrategy } from '../db/strategy.ts'
import type { Deps } from './deps.ts'
import { isPeriod } from './domain/measures.ts'
import { quarterDays } from './domain/quarter.ts'
import { compileWords, findListed, plainWords, splitList } from './domain/words.ts'
import { Refusal } from './errors.ts'
import { spanOf } from './facts.ts'
import { cleanText, line, maybe, wholeText } from './sent-text.ts'

type Needs = Pick<Deps, 'db' | 'clock'>
type At = { place: { id: string; time_zone: string }; by: string }

const day = z.string().refine((one) => isPeriod('day', one), 'must be a day, for example 2026-11-25')
const some = (most: number) => line(most).pipe(z.string().min(1))

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

/** What waits in the quarter's sample of one group, texts with a listed word first, and what is labelled already. */
export async function openSample(
  { db }: Pick<Deps, 'db'>,
  place: At['place'],
  quarter: string,
  author: 'own' | 'residents',
) {
  const days = quarterDays(quarter)
  const sample = await listSample(db, { span: spanOf(place, quarter), days, quarter, author })
  const words = compileWords(await readLabelWords(db, place.id))
  const rank = (one: (typeof sample)[number]) =>
    one.tone === null && findListed(plainWords(one.text), words) !== undefined ? 0 : 1
  return sample.sort((a, b) => rank(a) - rank(b))
}

export const sentLabelWords = z.strictObject({ words: z.string().max(4_000) })

export async function takeLabelWords(
  { db, clock }: Needs,
  { place, by }: At,
  { words }: z.infer<typeof sentLabelWords>,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await saveLabelWords(trx, place.id, splitList(words))
    const entry = {
      place: place.id,
      at: clock(),
      actor: by,
      action: 'label-words',
      object: place.id,
      detail: {},
    }
    await appendAudit(trx, entry)
  })
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

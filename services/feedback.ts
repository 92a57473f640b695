// Feedback that anybody gives without a login: a note of the place, and where they had heard of us, counted apart.
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { countHeard, heardAnswers } from '../db/heard.ts'
import { addNote } from '../db/notes.ts'
import { inTransaction } from '../db/open.ts'
import type { findPlace } from '../db/places.ts'
import type { Deps } from './deps.ts'
import { dayOf } from './domain/quarter.ts'
import { useFormKey } from './form-key.ts'

/** As the record names whoever has no name here. */
const GIVER = 'palautteen antaja'
/** Overrides of writing direction and other invisible controls have no place beside other text. */
const CONTROLS = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

export const heardField = z.union([z.literal('').transform(() => undefined), z.enum(heardAnswers)]).optional()

export const feedbackForm = z.object({
  text: z
    .string()
    .max(20_000)
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim())
    .pipe(z.string().min(1).max(5_000)),
  grade: z.union([z.literal('').transform(() => undefined), z.enum(['1', '2', '3', '4', '5'])]).optional(),
  heard: heardField,
  /** People do not see this field; what fills it in is a machine. */
  website: z.literal('').default(''),
})

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

export async function takeFeedback(
  deps: Deps,
  place: Place,
  { text, grade, heard }: z.infer<typeof feedbackForm>,
  key: unknown,
): Promise<void> {
  const at = deps.clock()
  const day = dayOf(at, place.time_zone)
  await inTransaction(deps.db, async (trx) => {
    await useFormKey(trx, deps, `feedback ${place.id}`, key)
    const body = grade ? `${grade}/5 ${text}` : text
    const note = { kind: 'feedback', day, theme: null, body, evidence_url: null } as const
    const object = await addNote(trx, place.id, note, { by: GIVER, at })
    if (heard) await countHeard(trx, { place: place.id, day, form: 'feedback', answer: heard })
    await appendAudit(trx, { place: place.id, at, actor: GIVER, action: 'feedback-told', object })
  })
}

// Notes as people and scripts send them: feedback, interviews, observations and studies.
import { z } from 'zod'
import { addNote, noteKinds } from '../db/notes.ts'
import type { Deps } from './deps.ts'
import { isPeriod } from './domain/measures.ts'

/** Overrides of writing direction and other invisible controls have no place in what is printed beside other text. */
const CONTROLS = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
const text = (most: number) =>
  z
    .string()
    .transform((written) => written.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim())
    .pipe(z.string().max(most))
const optional = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), z.null().transform(() => undefined), schema]).optional()

/** The body of `POST notes`, and the fields of the desk's form. */
export const sentNote = z.strictObject({
  kind: z.enum(noteKinds),
  day: z.string().refine((day) => isPeriod('day', day), 'must be a day, for example 2026-11-25'),
  theme: optional(text(80)),
  body: text(5_000).pipe(z.string().min(1, 'must not be empty')),
  evidence_url: optional(z.url({ protocol: /^https?$/, error: 'must be an http or https address' })),
})

/** Saves the note and answers its id. */
export function takeNote(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  place: string,
  { kind, day, theme, body, evidence_url }: z.infer<typeof sentNote>,
  by: string,
): Promise<string> {
  const note = { kind, day, theme: theme || null, body, evidence_url: evidence_url ?? null }
  return addNote(db, place, note, { by, at: clock() })
}

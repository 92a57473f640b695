// Notes as people and scripts send them: feedback, interviews, observations and studies.
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { addNote, changeNote, noteKinds } from '../db/notes.ts'
import { inTransaction } from '../db/open.ts'
import type { Deps } from './deps.ts'
import { isPeriod } from './domain/measures.ts'
import { Refusal } from './errors.ts'
import { maybe, wholeText } from './sent-text.ts'

/** The body of `POST notes`, and the fields of the desk's form. */
export const sentNote = z.strictObject({
  kind: z.enum(noteKinds),
  day: z.string().refine((day) => isPeriod('day', day), 'must be a day, for example 2026-11-25'),
  theme: maybe(wholeText(80)),
  body: wholeText(5_000).pipe(z.string().min(1, 'must not be empty')),
  evidence_url: maybe(z.url({ protocol: /^https?$/, error: 'must be an http or https address' })),
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

/** An observation into the digest or out of it, or the day on which feedback was first answered. */
export const sentNoteChange = z.union([
  z.strictObject({ print: z.enum(['0', '1']) }),
  z.strictObject({ answered: z.string().refine((day) => isPeriod('day', day)) }),
])

export async function tendNote(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  place: { id: string },
  id: string,
  sent: z.infer<typeof sentNoteChange>,
  by: string,
): Promise<void> {
  const at = clock()
  const cleared = 'print' in sent && sent.print === '1'
  const change =
    'answered' in sent
      ? { answered_on: sent.answered }
      : { cleared_by: cleared ? by : null, cleared_at: cleared ? at : null }
  await inTransaction(db, async (trx) => {
    if (!(await changeNote(trx, place.id, id, change))) throw new Refusal('not-found', 404)
    const entry = { place: place.id, at, actor: by, action: 'note.change', object: `note:${id}`, detail: {} }
    await appendAudit(trx, entry)
  })
}

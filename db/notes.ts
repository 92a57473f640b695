// What people wrote: feedback, interviews, observations and studies, each dated and signed.
import { makeId } from './ids.ts'
import type { Db } from './open.ts'
import type { Note } from './schema.ts'

export const noteKinds = ['feedback', 'interview', 'observation', 'study'] as const

export type NewNote = Pick<Note, 'kind' | 'day' | 'theme' | 'body' | 'evidence_url'>

/** Answers the note's outer id. */
export async function addNote(
  db: Db,
  place: string,
  note: NewNote,
  how: { by: string; at: Date; sample?: boolean },
): Promise<string> {
  const public_id = makeId('n')
  await db
    .insertInto('note')
    .values({ ...note, public_id, place_id: place, by: how.by, at: how.at, sample: how.sample ?? false })
    .execute()
  return public_id
}

/** Notes of the days from `from` up to but not including `to`, newest first. */
export function listNotes(db: Db, place: string, days: { from: string; to: string }, limit = 200) {
  return db
    .selectFrom('note')
    .select([
      'public_id',
      'kind',
      'day',
      'theme',
      'body',
      'evidence_url',
      'by',
      'sample',
      'cleared_at',
      'answered_on',
    ])
    .where('place_id', '=', place)
    .where('day', '>=', days.from)
    .where('day', '<', days.to)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The themes in use, so that the same thing gets the same word. */
export async function listThemes(db: Db, place: string): Promise<string[]> {
  const rows = await db
    .selectFrom('note')
    .select('theme')
    .distinct()
    .where('place_id', '=', place)
    .where('theme', 'is not', null)
    .execute()
  return rows.map((row) => row.theme ?? '').sort(new Intl.Collator('fi').compare)
}

/** The observations of the days that were let into the digest, oldest first. */
export async function listCleared(
  db: Db,
  place: string,
  days: { from: string; to: string },
): Promise<{ day: string; theme: string | null; text: string; url: string | null }[]> {
  return db
    .selectFrom('note')
    .select(['day', 'theme', 'body as text', 'evidence_url as url'])
    .where('place_id', '=', place)
    .where('kind', '=', 'observation')
    .where('cleared_at', 'is not', null)
    .where('day', '>=', days.from)
    .where('day', '<', days.to)
    .orderBy('day')
    .orderBy('id')
    .execute()
}

/** Changes what is known of a note: into the digest or out of it, first answered. Undefined when it is not theirs. */
export function changeNote(
  db: Db,
  place: string,
  id: string,
  change: Partial<Pick<Note, 'cleared_by' | 'cleared_at' | 'answered_on'>>,
) {
  return db
    .updateTable('note')
    .set(change)
    .where('place_id', '=', place)
    .where('public_id', '=', id)
    .returning('id')
    .executeTakeFirst()
}

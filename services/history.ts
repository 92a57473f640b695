// The history of what the place file holds: every change with how it stood before.
import type { Db } from '../db/open.ts'
import { addEdit, readPart } from '../db/place-edits.ts'
import type { PlacePart } from '../db/schema.ts'
import type { Act } from './curate.ts'
import { sameParts } from './domain/edits.ts'

/** Does `work` inside the transaction and keeps what it has changed; nothing is kept when all is as before. */
export async function withHistory<T>(
  trx: Db,
  act: Act,
  at: Date,
  what: { part: PlacePart; object: string },
  work: () => Promise<T>,
): Promise<T> {
  const place = act.place.id
  const before = await readPart(trx, place, what.part, what.object)
  const done = await work()
  const after = await readPart(trx, place, what.part, what.object)
  if (!sameParts(before, after)) await addEdit(trx, { ...what, place, at, actor: act.name, before, after })
  return done
}

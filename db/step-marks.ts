// Marks of the steps by which channels are taken into use, of a place and of the installation.
import type { Db } from './open.ts'

/** As a place sees them: its own and the installation's. Without a place only the latter. */
export function listStepMarks(db: Db, place = '') {
  return db
    .selectFrom('step_mark')
    .select(['step', 'by', 'at'])
    .where('place_id', 'in', ['', place])
    .execute()
}

type Marked = { place: string | null; step: string }

/** False when it was marked already: who was first stays. */
export async function addStepMark(db: Db, one: Marked & { by: string; at: Date }): Promise<boolean> {
  const row = await db
    .insertInto('step_mark')
    .values({ place_id: one.place ?? '', step: one.step, by: one.by, at: one.at })
    .onConflict((same) => same.doNothing())
    .returning('step')
    .executeTakeFirst()
  return row !== undefined
}

/** False when there was none. */
export async function dropStepMark(db: Db, { place, step }: Marked): Promise<boolean> {
  const row = await db
    .deleteFrom('step_mark')
    .where('place_id', '=', place ?? '')
    .where('step', '=', step)
    .returning('step')
    .executeTakeFirst()
  return row !== undefined
}

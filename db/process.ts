// How a town handles what it collects: the model of each year, and the critical tasks that were ticked.
import type { Db } from './open.ts'

/** The years that have a model, the newest first. */
export function listModels(db: Db, place: string) {
  return db
    .selectFrom('process_model')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('id', 'desc')
    .execute()
}
export type ModelRow = Awaited<ReturnType<typeof listModels>>[number]

/** What was ticked in a year, of the year and of its quarters. */
export function listTicks(db: Db, place: string, year: string) {
  return db
    .selectFrom('process_tick')
    .selectAll()
    .where('place_id', '=', place)
    .where('period', 'like', `${year}%`)
    .orderBy('period')
    .execute()
}

export async function saveTick(
  db: Db,
  place: string,
  { period, task, done }: { period: string; task: string; done: boolean },
  who: { by: string; at: Date },
): Promise<void> {
  if (done)
    await db
      .insertInto('process_tick')
      .values({ place_id: place, period, task, ...who })
      .onConflict((one) => one.doNothing())
      .execute()
  else
    await db
      .deleteFrom('process_tick')
      .where('place_id', '=', place)
      .where('period', '=', period)
      .where('task', '=', task)
      .execute()
}

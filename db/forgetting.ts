// The report of each night: what was forgotten at a place, or in the installation ('').
import { type Db, json } from './open.ts'
import { keeping } from './schema.ts'

/** Keeps the night's counts, and lets the oldest reports go. */
export async function noteForgetting(
  db: Db,
  place: string,
  at: Date,
  counts: Record<string, number>,
): Promise<void> {
  await db
    .insertInto('forgetting')
    .values({ place_id: place, at, counts: json(counts) })
    .onConflict((one) => one.columns(['place_id', 'at']).doUpdateSet({ counts: json(counts) }))
    .execute()
  await db
    .deleteFrom('forgetting')
    .where('place_id', '=', place)
    .where('at', '<', new Date(at.getTime() - keeping.forgetting * 86_400_000))
    .execute()
}

/** The newest nights first. */
export function listForgetting(db: Db, place: string, limit: number) {
  return db
    .selectFrom('forgetting')
    .select(['at', 'counts'])
    .where('place_id', '=', place)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

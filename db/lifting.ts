// What a place has settled about its lifts: weeks without one and why, its campaign's hashtag, and who takes turns.
import type { Db } from './open.ts'
import { readSetting, saveSetting } from './settings.ts'

export type LiftSettings = {
  /** The family whose hashtag stands in the comment under a lifted post; null: the first lead of the first wall. */
  campaign: string | null
  /** Names in the order of the relay; empty: everybody who may lift. */
  relay: string[]
}

const NAME = 'lifting'
const unset: LiftSettings = { campaign: null, relay: [] }

export async function readLiftSettings(db: Db, place: string): Promise<LiftSettings> {
  return { ...unset, ...(await readSetting<Partial<LiftSettings>>(db, place, NAME)) }
}

export const saveLiftSettings = (db: Db, place: string, settings: LiftSettings): Promise<void> =>
  saveSetting(db, place, NAME, settings)

/** The weeks of a place without a lift for a reason, the newest first. */
export function listExcuses(db: Db, place: string, since: string) {
  return db
    .selectFrom('lift_excuse')
    .select(['week', 'reason', 'by'])
    .where('place_id', '=', place)
    .where('week', '>=', since)
    .orderBy('week', 'desc')
    .execute()
}

/** Says why a week has no lift, in the stead of what was said before; an empty reason takes it back. */
export async function saveExcuse(
  db: Db,
  place: string,
  one: { week: string; reason: string; by: string; at: Date },
): Promise<void> {
  const { reason, by, at } = one
  if (!reason) {
    await db.deleteFrom('lift_excuse').where('place_id', '=', place).where('week', '=', one.week).execute()
    return
  }
  await db
    .insertInto('lift_excuse')
    .values({ place_id: place, ...one })
    .onConflict((row) => row.columns(['place_id', 'week']).doUpdateSet({ reason, by, at }))
    .execute()
}

/** Marks of a post that a person has set. */
export type Marks = { timeless: boolean; delicate: boolean; child: boolean }

export async function saveMarks(db: Db, post: number, marks: Marks): Promise<void> {
  await db.updateTable('post').set(marks).where('id', '=', post).execute()
}

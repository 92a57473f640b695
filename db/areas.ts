// The service areas of a place, and the lines of its strategy and plan that stand beside the conclusions.

import type { Label } from '../config/place.ts'
import { type Db, json } from './open.ts'

export function listAreas(db: Db, place: string) {
  return db
    .selectFrom('service_area')
    .select(['id', 'label'])
    .where('place_id', '=', place)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Replaces the list: those not in it end, and an ended one that is named again comes back. */
export async function saveAreas(
  db: Db,
  place: string,
  areas: readonly { id: string; label: Label }[],
  at: Date,
): Promise<void> {
  await db
    .updateTable('service_area')
    .set({ ended_at: at })
    .where('place_id', '=', place)
    .where('ended_at', 'is', null)
    .execute()
  for (const [position, one] of areas.entries())
    await db
      .insertInto('service_area')
      .values({ place_id: place, id: one.id, label: json(one.label), position })
      .onConflict((row) =>
        row.columns(['place_id', 'id']).doUpdateSet({ label: json(one.label), position, ended_at: null }),
      )
      .execute()
}

export const lineLists = ['strategy', 'priorities'] as const
export type LineList = (typeof lineLists)[number]

export async function listLines(db: Db, place: string, list: LineList): Promise<string[]> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('place_id', '=', place)
    .where('name', '=', `lines:${list}`)
    .executeTakeFirst()
  return (row?.value as string[] | undefined) ?? []
}

export async function saveLines(
  db: Db,
  place: string,
  list: LineList,
  lines: readonly string[],
): Promise<void> {
  const value = json([...lines])
  await db
    .insertInto('setting')
    .values({ place_id: place, name: `lines:${list}`, value })
    .onConflict((row) => row.columns(['place_id', 'name']).doUpdateSet({ value }))
    .execute()
}

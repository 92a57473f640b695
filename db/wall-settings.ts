// Walls as the town sets them up; reading them is in places.ts.
import { sql } from 'kysely'
import type { WallSettings } from '../config/place.ts'
import { type Db, json } from './open.ts'

const columns = (wall: WallSettings) => ({
  label: json(wall.label),
  families: json(wall.families),
  channels: json(wall.channels),
  show: wall.show,
  lead: wall.lead ? json(wall.lead) : null,
  moderation: wall.moderation,
  actions: json(wall.actions),
})

/** Adds a wall after the others. */
export async function addWall(db: Db, place: string, wall: WallSettings): Promise<void> {
  await db
    .insertInto('wall')
    .values((eb) => ({
      place_id: place,
      id: wall.id,
      ...columns(wall),
      position: eb
        .selectFrom('wall')
        .select(sql<number>`coalesce(max(position) + 1, 0)`.as('position'))
        .where('place_id', '=', place),
    }))
    .execute()
}

export async function saveWall(db: Db, place: string, wall: WallSettings): Promise<void> {
  await db
    .updateTable('wall')
    .set(columns(wall))
    .where('place_id', '=', place)
    .where('id', '=', wall.id)
    .execute()
}

/** Removes a wall and what is pinned on it alone; its daily counts stay. False when there is none. */
export async function dropWall(db: Db, place: string, id: string): Promise<boolean> {
  await db.deleteFrom('pin').where('place_id', '=', place).where('wall_id', '=', id).execute()
  const row = await db
    .deleteFrom('wall')
    .where('place_id', '=', place)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

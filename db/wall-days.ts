// Daily totals of what visitors did at a wall: no address, no cookie, no row of a single visit.
import { sql } from 'kysely'
import type { Db } from './open.ts'
import type { WallDay } from './schema.ts'

/** One more of an event on a day. */
export async function countOne(db: Db, row: Omit<WallDay, 'n' | 'sample'>): Promise<void> {
  await db
    .insertInto('wall_day')
    .values({ ...row, n: 1 })
    .onConflict((one) =>
      one.columns(['place_id', 'wall_id', 'day', 'event', 'subject']).doUpdateSet({ n: sql`wall_day.n + 1` }),
    )
    .execute()
}

// The write that proves that writing works, and the figures that /metrics tells.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'

export async function savePulse(db: Db, role: string, at: Date): Promise<void> {
  const value = json(at)
  await db
    .insertInto('setting')
    .values({ place_id: '', name: `pulse:${role}`, value })
    .onConflict((one) => one.columns(['place_id', 'name']).doUpdateSet({ value }))
    .execute()
}

/** Sources with the moment of their last success, and posts by state, of all places. */
export async function readGauges(db: Db) {
  const sources = await db
    .selectFrom('source')
    .select(['place_id', 'id', 'active', 'last_ok_at', 'failures'])
    .orderBy('place_id')
    .orderBy('id')
    .execute()
  const posts = await db
    .selectFrom('post')
    .select(['place_id', 'state', sql<number>`count(*)::int`.as('n')])
    .groupBy(['place_id', 'state'])
    .orderBy('place_id')
    .orderBy('state')
    .execute()
  return { sources, posts }
}

// The lines of the town's communication strategy, which stand beside the conclusions of a digest.
import { type Db, json } from './open.ts'

const NAME = 'strategy'

export async function listStrategy(db: Db, place: string): Promise<string[]> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('place_id', '=', place)
    .where('name', '=', NAME)
    .executeTakeFirst()
  return (row?.value as string[] | undefined) ?? []
}

export async function saveStrategy(db: Db, place: string, lines: readonly string[]): Promise<void> {
  const value = json([...lines])
  await db
    .insertInto('setting')
    .values({ place_id: place, name: NAME, value })
    .onConflict((row) => row.columns(['place_id', 'name']).doUpdateSet({ value }))
    .execute()
}

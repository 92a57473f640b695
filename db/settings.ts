// One named setting of a place: read, put in the stead of what was there, or taken away.
import { type Db, json } from './open.ts'

export async function readSetting<T>(db: Db, place: string, name: string): Promise<T | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('place_id', '=', place)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value as T | undefined
}

/** Null takes it away. */
export async function saveSetting(db: Db, place: string, name: string, value: object | null): Promise<void> {
  if (value === null) {
    await db.deleteFrom('setting').where('place_id', '=', place).where('name', '=', name).execute()
    return
  }
  const text = json(value)
  await db
    .insertInto('setting')
    .values({ place_id: place, name, value: text })
    .onConflict((one) => one.columns(['place_id', 'name']).doUpdateSet({ value: text }))
    .execute()
}

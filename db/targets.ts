// The year's targets, as the town enters them.
import { type Db, json } from './open.ts'
import type { Target } from './schema.ts'

export type NewTarget = Pick<
  Target,
  'year' | 'label' | 'figure' | 'baseline' | 'aim' | 'least' | 'direction' | 'cumulative' | 'note'
> & { dims: Record<string, string> }
type Who = { by: string; at: Date; sample?: boolean }

/** The targets of a year in the order in which they were entered. */
export function listTargets(db: Db, place: string, year: number) {
  return db
    .selectFrom('target')
    .selectAll()
    .where('place_id', '=', place)
    .where('year', '=', year)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function addTarget(db: Db, place: string, id: string, one: NewTarget, who: Who): Promise<void> {
  const last = await db
    .selectFrom('target')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('place_id', '=', place)
    .where('year', '=', one.year)
    .executeTakeFirst()
  await db
    .insertInto('target')
    .values({
      ...one,
      dims: json(one.dims),
      public_id: id,
      place_id: place,
      position: (last?.position ?? 0) + 1,
      sample: who.sample ?? false,
      by: who.by,
      at: who.at,
    })
    .execute()
}

/** Changes what a target says of itself; undefined when the place has no such target. */
export function changeTarget(
  db: Db,
  place: string,
  id: string,
  change: Partial<Omit<NewTarget, 'dims'>>,
  who: Who,
) {
  return db
    .updateTable('target')
    .set({ ...change, by: who.by, at: who.at })
    .where('place_id', '=', place)
    .where('public_id', '=', id)
    .returning('id')
    .executeTakeFirst()
}

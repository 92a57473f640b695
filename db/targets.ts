// The year's targets, as the town enters them.
import type { Selectable } from 'kysely'
import { type Db, json } from './open.ts'
import type { Target } from './schema.ts'

export type NewTarget = Pick<
  Target,
  'year' | 'label' | 'figure' | 'baseline' | 'aim' | 'least' | 'direction' | 'cumulative' | 'note'
> & { dims: Record<string, string> }
type Who = { by: string; at: Date; sample?: boolean }

export type TargetRow = Selectable<Target>

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

/** Adds a target after the others of its year; answers its own id. */
export async function addTarget(
  db: Db,
  place: string,
  id: string,
  one: NewTarget,
  who: Who,
): Promise<number> {
  const last = await db
    .selectFrom('target')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('place_id', '=', place)
    .where('year', '=', one.year)
    .executeTakeFirst()
  const row = await db
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
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type PartRow = Awaited<ReturnType<typeof listParts>>[number]

/** The parts of all the place's targets, each in the order that a person gave. */
export function listParts(db: Db, place: string) {
  return db
    .selectFrom('target_part')
    .select(['target_id', 'label', 'member_id', 'aim', 'actual'])
    .where('place_id', '=', place)
    .orderBy('target_id')
    .orderBy('position')
    .execute()
}

export type NewPart = Pick<PartRow, 'label' | 'member_id' | 'aim' | 'actual'>

export function findTarget(db: Db, place: string, publicId: string) {
  return db
    .selectFrom('target')
    .selectAll()
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .executeTakeFirst()
}

/** A target as it stands, held until the transaction ends. */
export async function lockTarget(trx: Db, place: string, publicId: string) {
  const row = trx.selectFrom('target').select('id').where('place_id', '=', place)
  await row.where('public_id', '=', publicId).forUpdate().execute()
  return findTarget(trx, place, publicId)
}

/** Whether a plan that has left its draft is measured by it. */
export async function isPromised(db: Db, { place, id }: { place: string; id: number }): Promise<boolean> {
  const row = await db
    .selectFrom('plan_measure')
    .innerJoin('plan', (join) =>
      join.onRef('plan.place_id', '=', 'plan_measure.place_id').onRef('plan.id', '=', 'plan_id'),
    )
    .select('target_id')
    .where('plan_measure.place_id', '=', place)
    .where('target_id', '=', id)
    .where('plan.state', '!=', 'draft')
    .executeTakeFirst()
  return row !== undefined
}

/** What a target says becomes this, so far as it is given. */
export async function changeTarget(
  trx: Db,
  { place, id }: { place: string; id: number },
  change: Partial<Omit<NewTarget, 'dims'>>,
  { by, at }: Pick<Who, 'by' | 'at'>,
): Promise<void> {
  const row = trx
    .updateTable('target')
    .set({ ...change, by, at })
    .where('place_id', '=', place)
  await row.where('id', '=', id).execute()
}

/** With its parts; a draft plan that is measured by it goes on without it. */
export async function dropTarget(trx: Db, { place, id }: { place: string; id: number }): Promise<void> {
  await trx.deleteFrom('target').where('place_id', '=', place).where('id', '=', id).execute()
}

/** All parts of a target in the stead of what they were. */
export async function saveParts(
  trx: Db,
  { place, id }: { place: string; id: number },
  parts: readonly NewPart[],
  { by, at }: Pick<Who, 'by' | 'at'>,
): Promise<void> {
  await trx.updateTable('target').set({ by, at }).where('id', '=', id).execute()
  await trx.deleteFrom('target_part').where('target_id', '=', id).execute()
  if (parts.length)
    await trx
      .insertInto('target_part')
      .values(parts.map((part, position) => ({ ...part, position, place_id: place, target_id: id })))
      .execute()
}

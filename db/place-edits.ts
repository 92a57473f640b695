// What the place file holds, as single parts: how each stands now, and every change that was made to it.
import type { TopicKind } from '../config/lists.ts'
import { type Db, json } from './open.ts'
import { readRow } from './planned-rows.ts'
import { findRule } from './rules.ts'
import { type PlacePart, type RowPart, rowParts } from './schema.ts'

export type Part = Record<string, unknown>

/** The part as it stands, as plain JSON without what is only ours; null when there is none. */
export async function readPart(db: Db, place: string, part: PlacePart, object: string): Promise<Part | null> {
  const row = await findRow(db, place, part, object)
  // Dates as they will be read back.
  return row ? (JSON.parse(JSON.stringify(row)) as Part) : null
}

export const isRowPart = (part: PlacePart): part is RowPart => rowParts.some((one) => one === part)

async function findRow(db: Db, place: string, part: PlacePart, object: string): Promise<Part | undefined> {
  if (isRowPart(part)) return readRow(db, part, place, object)
  switch (part) {
    case 'place':
      return db
        .selectFrom('place')
        .select(['name', 'languages', 'time_zone', 'municipality_code', 'members'])
        .where('id', '=', place)
        .executeTakeFirst()
    case 'contact':
      return (await db.selectFrom('place').select('contact').where('id', '=', place).executeTakeFirst())
        ?.contact
    case 'family': {
      const family = await db
        .selectFrom('family')
        .select(['label', 'only_with'])
        .where('place_id', '=', place)
        .where('id', '=', object)
        .executeTakeFirst()
      const tags = await db
        .selectFrom('family_tag')
        .select('as_written')
        .where('place_id', '=', place)
        .where('family_id', '=', object)
        .orderBy('position')
        .execute()
      return family && { ...family, tags: tags.map((one) => one.as_written) }
    }
    case 'account':
      // Who it is stands with the account itself, and goes with it.
      return db
        .selectFrom('account')
        .select(['kind', 'agreement', 'agreed_at', 'mark'])
        .where('place_id', '=', place)
        .where('public_id', '=', object)
        .executeTakeFirst()
    case 'source':
      return db
        .selectFrom('source')
        .select(['channel', 'mode', 'active', 'families', 'every_minutes', 'settings'])
        .where('place_id', '=', place)
        .where('id', '=', object)
        .executeTakeFirst()
    case 'wall':
      return db
        .selectFrom('wall')
        .select(['label', 'families', 'channels', 'show', 'lead', 'moderation', 'actions'])
        .where('place_id', '=', place)
        .where('id', '=', object)
        .executeTakeFirst()
    case 'list':
      // The object is which of the lists.
      return {
        lines: await db
          .selectFrom('topic')
          .select(['id', 'label', 'email'])
          .where('place_id', '=', place)
          .where('kind', '=', object as TopicKind)
          .where('ended', '=', false)
          .orderBy('position')
          .execute(),
      }
    case 'guidance':
      return (await db.selectFrom('place').select('guidance').where('id', '=', place).executeTakeFirst())
        ?.guidance
    case 'rule':
      return findRule(db, place, object)
  }
}

export async function addEdit(
  db: Db,
  edit: {
    place: string
    at: Date
    actor: string
    part: PlacePart
    object: string
    before: Part | null
    after: Part | null
  },
): Promise<void> {
  const { place, before, after, ...rest } = edit
  await db
    .insertInto('place_edit')
    .values({
      ...rest,
      place_id: place,
      before: before && json(before),
      after: after && json(after),
      undone_at: null,
    })
    .execute()
}

/** Newest first, before `cursor`. */
export function listEdits(db: Db, place: string, cursor: number | undefined, limit: number) {
  return db
    .selectFrom('place_edit')
    .selectAll()
    .where('place_id', '=', place)
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor as number))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The last change of such parts, or undefined. */
export function findNewestEdit(db: Db, place: string, parts: readonly PlacePart[]) {
  return db
    .selectFrom('place_edit')
    .selectAll()
    .where('place_id', '=', place)
    .where('part', 'in', [...parts])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
/** The last change of any of these objects, or undefined. */
export function findObjectEdit(db: Db, place: string, objects: readonly string[]) {
  return db
    .selectFrom('place_edit')
    .selectAll()
    .where('place_id', '=', place)
    .where('object', 'in', [...objects])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
export type EditRow = Awaited<ReturnType<typeof listEdits>>[number]

/** One change, held until the transaction ends. */
export function lockEdit(db: Db, place: string, id: number) {
  return db
    .selectFrom('place_edit')
    .selectAll()
    .where('place_id', '=', place)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function noteUndone(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('place_edit').set({ undone_at: at }).where('id', '=', id).execute()
}

// Studies that somebody made: what they are and say, and the file that goes with them.
import { sql } from 'kysely'
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import type { Study } from './schema.ts'

export type NewStudy = Pick<
  Study,
  | 'title'
  | 'maker'
  | 'day'
  | 'language'
  | 'summary'
  | 'url'
  | 'file_name'
  | 'file_type'
  | 'file_size'
  | 'file_sha256'
> & { findings: string[] }

export async function addStudy(
  db: Db,
  place: string,
  { findings, ...study }: NewStudy,
  { by, at, sample = false }: { by: string; at: Date; sample?: boolean },
): Promise<string> {
  const public_id = makeId('t')
  await db
    .insertInto('study')
    .values({ ...study, findings: json(findings), public_id, place_id: place, by, at, sample })
    .execute()
  return public_id
}

const columns = [
  ...(['public_id', 'title', 'maker', 'day', 'language', 'summary', 'findings', 'url'] as const),
  ...(['file_name', 'file_type', 'file_size', 'file_sha256', 'by', 'at'] as const),
] as const

/** The studies of a place, the newest first. */
export function listStudyRows(db: Db, place: string) {
  return db
    .selectFrom('study')
    .select(columns)
    .where('place_id', '=', place)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function findStudy(db: Db, place: string, id: string) {
  return db
    .selectFrom('study')
    .select(columns)
    .where('place_id', '=', place)
    .where('public_id', '=', id)
    .executeTakeFirst()
}

/** True when a published digest lists the study: from then on anybody may read its file. */
export async function isStudyPublished(db: Db, place: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('digest')
    .select('id')
    .where('place_id', '=', place)
    .where('published_at', 'is not', null)
    .where(sql<boolean>`position(${`"${id}"`} in bundle) > 0`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Answers the hash of its file, which nothing may use any more then; undefined when there is no such study. */
export function dropStudy(db: Db, place: string, id: string) {
  return db
    .deleteFrom('study')
    .where('place_id', '=', place)
    .where('public_id', '=', id)
    .returning(['title', 'file_sha256'])
    .executeTakeFirst()
}

// Families as the desk changes them; reading them is in places.ts.
import { sql } from 'kysely'
import type { Label } from '../config/place.ts'
import { tagKey } from '../config/tag.ts'
import { type Db, json } from './open.ts'

/** Adds an empty family after the others. */
export async function addFamily(db: Db, place: string, id: string): Promise<void> {
  await sql`
    insert into family (place_id, id, label, position)
    select ${place}, ${id}, '{}'::jsonb, coalesce(max(position) + 1, 0) from family where place_id = ${place}`.execute(
    db,
  )
}

/** The label, companions and spellings of a family, in the stead of the ones before. */
export async function saveFamily(
  db: Db,
  place: string,
  id: string,
  family: { label: Label; onlyWith: string[]; tags: string[] },
): Promise<void> {
  await db
    .updateTable('family')
    .set({ label: json(family.label), only_with: json(family.onlyWith) })
    .where('place_id', '=', place)
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('family_tag').where('place_id', '=', place).where('family_id', '=', id).execute()
  for (const [position, written] of family.tags.entries())
    await db
      .insertInto('family_tag')
      .values({ place_id: place, family_id: id, key: tagKey(written), as_written: written, position })
      .execute()
}

/** True when a source, a wall or another family names it. */
export async function findFamilyUse(db: Db, place: string, id: string): Promise<boolean> {
  const one = json([id])
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from source where place_id = ${place} and families @> ${one}::jsonb)
      or exists (select 1 from family where place_id = ${place} and only_with @> ${one}::jsonb)
      or exists (select 1 from wall where place_id = ${place}
        and (families @> ${one}::jsonb or lead->'families' @> ${one}::jsonb)) as used`.execute(db)
  return rows[0]?.used ?? false
}

export async function dropFamily(db: Db, place: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('family')
    .where('place_id', '=', place)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Spellings in posts since then that belong to no family of the place, the most used first. */
export async function listSeenSpellings(db: Db, place: string, since: Date, most = 2_000) {
  const { rows } = await sql<{ key: string; written: string; posts: number }>`
    select t.key, min(t.as_written) as written, count(*)::int as posts
    from post p join post_tag t on t.post_id = p.id
    where p.place_id = ${place} and p.published_at > ${since} and not exists (
      select from family_tag f where f.place_id = ${place} and f.key = t.key)
    group by t.key order by posts desc, t.key limit ${most}`.execute(db)
  return rows
}

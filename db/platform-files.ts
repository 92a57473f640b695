// The platforms' own statistics: files and their numbers, the posts they tell of, how one was read, taking one back.
import { type Insertable, sql } from 'kysely'
import type { ChannelName } from '../config/place.ts'
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import type { PlatformFile, PlatformLayout, PlatformPost } from './schema.ts'

export function findKnownLayout(db: Db, place: string, fingerprint: string) {
  return db
    .selectFrom('platform_layout')
    .select(['channel', 'per', 'dates', 'columns'])
    .where('place_id', '=', place)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
}

export async function keepLayout(
  db: Db,
  place: string,
  layout: Omit<PlatformLayout, 'place_id' | 'columns'> & { columns: readonly (string | null)[] },
): Promise<void> {
  const { channel, per, dates } = layout
  const columns = json(layout.columns)
  await db
    .insertInto('platform_layout')
    .values({ place_id: place, ...layout, columns })
    .onConflict((one) =>
      one.columns(['place_id', 'fingerprint']).doUpdateSet({ channel, per, dates, columns }),
    )
    .execute()
}

/** The file with exactly these bytes, when somebody has brought it before. */
export function findSameFile(db: Db, place: string, hash: string) {
  return db
    .selectFrom('platform_file')
    .select(['public_id', 'name', 'by', 'at'])
    .where('place_id', '=', place)
    .where('file_hash', '=', hash)
    .executeTakeFirst()
}

export function listPlatformFiles(db: Db, place: string) {
  return db
    .selectFrom('platform_file')
    .select(['public_id', 'channel', 'per', 'name', 'taken_at', 'first_day', 'last_day', 'rows', 'by', 'at'])
    .where('place_id', '=', place)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

/** Answers the inner id, or undefined when the same file came in meanwhile. */
export async function addPlatformFile(
  db: Db,
  file: Omit<Insertable<PlatformFile>, 'id' | 'public_id'>,
): Promise<number | undefined> {
  const row = await db
    .insertInto('platform_file')
    .values({ ...file, public_id: makeId('f') })
    .onConflict((one) => one.columns(['place_id', 'file_hash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** For each row the collected post that has one of its names, or its address. */
export async function matchPosts(
  db: Db,
  place: string,
  channel: ChannelName,
  rows: readonly { ids: readonly string[] }[],
): Promise<Map<number, { id: number; published_at: Date }>> {
  const names = rows.flatMap(({ ids }, nth) => ids.map((id) => ({ nth, id })))
  const found = await sql<{ nth: number; id: number; published_at: Date }>`
    with f as (select * from jsonb_to_recordset(${json(names)}::jsonb) as f(nth int4, id text)),
    met as (
      select f.nth, p.id, p.published_at from f
      join post p on p.place_id = ${place} and p.channel = ${channel} and p.external_id = f.id
      union
      select f.nth, p.id, p.published_at from f
      join post p on p.place_id = ${place} and p.canonical_url = f.id and f.id like 'http%' and p.channel = ${channel})
    select distinct on (nth) nth, id, published_at from met order by nth, id`.execute(db)
  return new Map(found.rows.map(({ nth, ...post }) => [nth, post]))
}

/** What the newest file tells of each post, in the order of `after`, for those who read everything. */
export async function listPlatformPosts(
  db: Db,
  place: string,
  after: { channel: string; external_id: string } | undefined,
  limit: number,
) {
  const { rows } = await sql<PlatformPost & { taken_at: Date; sample: boolean }>`
    select distinct on (p.channel, p.external_id) p.*, f.taken_at, f.sample
    from platform_post p join platform_file f on f.id = p.file_id
    where p.place_id = ${place} and (p.channel, p.external_id) > (${after?.channel ?? ''}, ${after?.external_id ?? ''})
    order by p.channel, p.external_id, f.taken_at desc, f.id desc
    limit ${limit}`.execute(db)
  return rows
}

export async function savePlatformPosts(
  db: Db,
  posts: readonly Omit<PlatformPost, 'file_id'>[],
  file: number,
): Promise<void> {
  await sql`
    insert into platform_post (file_id, place_id, channel, external_id, post_id, url, published_at, likes, comments,
      shares, views, reach, clicks)
    select ${file}::int4, place_id, channel, external_id, post_id, url, published_at, likes, comments, shares, views,
      reach, clicks
    from jsonb_populate_recordset(null::platform_post, ${json(posts)}::jsonb)`.execute(db)
}

/**
 * Takes a file back with all that it brought: its posts' numbers and tallies go with it, and a number that it replaced
 * stands again as it was. False when there is no such file.
 */
export async function dropPlatformFile(
  trx: Db,
  place: string,
  publicId: string,
): Promise<{ name: string; rows: number } | undefined> {
  const file = await trx
    .selectFrom('platform_file')
    .select(['id', 'name', 'rows'])
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .forUpdate()
    .executeTakeFirst()
  if (!file) return undefined
  const key = sql`(m.place_id, m.indicator, m.dim, m.period_kind, m.period, m.source_id) =
    (p.place_id, p.indicator, p.dim, p.period_kind, p.period, p.source_id)`
  await sql`delete from measure_past where file_id = ${file.id}`.execute(trx)
  await sql`
    with back as (
      select distinct on (p.place_id, p.indicator, p.dim, p.period_kind, p.period, p.source_id) p.*
      from measure_past p join measure m on ${key} where m.file_id = ${file.id}
      order by p.place_id, p.indicator, p.dim, p.period_kind, p.period, p.source_id, p.revision desc),
    gone as (
      delete from measure_past m using back p where ${key} and m.revision = p.revision)
    update measure m set value = p.value, unit = p.unit, status = p.status, origin = p.origin,
      entered_by = p.entered_by, retrieved_at = p.retrieved_at, file_id = p.file_id, revision = p.revision
    from back p where ${key}`.execute(trx)
  await sql`delete from measure where file_id = ${file.id}`.execute(trx)
  await trx.deleteFrom('platform_file').where('id', '=', file.id).execute()
  return file
}

// Pictures as rows: what is to be copied or let go, what became of it, and which one an address means.
import { sql } from 'kysely'
import { type Db, inTransaction } from './open.ts'
import { keeping } from './schema.ts'

const MOST_TRIES = 5

const facts = [
  'media.id',
  'media.public_id',
  'media.post_id',
  'media.source_url',
  'media.copy',
  'media.copy_tries',
  'media.sha256',
  'media.width',
  'media.author_alt',
  'post.channel',
  'post.url',
  'post.state',
  'post.public',
  'post.gone_at',
  'post.pruned_at',
  'post.child',
  'post.delicate',
  'post.place_id',
  'post.account_id',
  'post.first_seen_at',
  'account.kind',
  'account.agreement',
  'place.time_zone',
] as const

const withPost = (db: Db) =>
  db
    .selectFrom('media')
    .innerJoin('post', 'post.id', 'media.post_id')
    .innerJoin('place', 'place.id', 'post.place_id')
    .leftJoin('account', 'account.id', 'post.account_id')
    .select(facts)

/** A picture with all that decides whether there may be a copy of it. */
export type PictureRow = Awaited<ReturnType<typeof listPictureWork>>[number]

/** Pictures of a place that may need copying or letting go, newest posts first. */
export function listPictureWork(db: Db, place: string, now: Date) {
  const since = new Date(now.getTime() - keeping.privatePicture * 86_400_000)
  return withPost(db)
    .where('media.place_id', '=', place)
    .where('media.kind', '<>', 'audio')
    .where(sql<boolean>`(
      (media.copy in ('none', 'failed') and media.sha256 is not null)
      or media.copy = 'private'
      or (media.copy = 'public' and (account.kind is null or account.kind not in ('own', 'staff')
        or post.gone_at is not null or post.pruned_at is not null or not post.public))
      or (media.copy = 'none' and media.copy_tries < ${MOST_TRIES}
        and ${now}::timestamptz >= post.first_seen_at + interval '5 minutes' * (4 ^ media.copy_tries - 1)
        and (account.kind in ('own', 'staff', 'partner') or post.first_seen_at > ${since}
          or exists (select from consent c where c.post_id = post.id or c.account_id = post.account_id))))`)
    .orderBy('post.published_at', 'desc')
    .orderBy('media.id')
    .limit(5000)
    .execute()
}

/** The picture that a public address names, with the words about it; undefined when there is none. */
export async function findPicture(db: Db, publicId: string) {
  const row = await withPost(db).where('media.public_id', '=', publicId).executeTakeFirst()
  if (!row) return undefined
  const descriptions = await db
    .selectFrom('description')
    .select(['lang', 'text', 'decorative'])
    .where('media_id', '=', row.id)
    .execute()
  return { ...row, descriptions }
}

/** When a private preview of a post's pictures ends. */
export function privateUntil(firstSeenAt: Date): Date {
  return new Date(firstSeenAt.getTime() + keeping.privatePicture * 86_400_000)
}

type Kept = { sha256: string; width: number; height: number; tone: 'light' | 'dark' }

/** Held until the transaction ends: a file is never written and thrown away at the same time. */
export async function lockFile(db: Db, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`file ${sha256}`}))`.execute(db)
}

/** The picture has its copy. False when its row has gone meanwhile. */
export async function keepPicture(
  db: Db,
  id: number,
  picture: Kept,
  copy: { copy: 'public' | 'private'; until: Date | null; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('media')
    .set({ ...picture, copy: copy.copy, private_until: copy.until, copied_at: copy.at, copy_detail: null })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A try that failed; after the last one, or when trying again is useless, it is given up. */
export async function failPicture(db: Db, id: number, detail: string, forGood: boolean): Promise<void> {
  await sql`
    update media set copy_tries = copy_tries + 1, copy_detail = ${detail},
      copy = case when ${forGood} or copy_tries + 1 >= ${MOST_TRIES} then 'failed' else copy end
    where id = ${id}`.execute(db)
}

/** Copies that a curator looked at become public ones. */
export async function publishPictures(db: Db, ids: readonly number[]): Promise<void> {
  if (!ids.length) return
  await db
    .updateTable('media')
    .set({ copy: 'public', private_until: null })
    .where('id', 'in', [...ids])
    .execute()
}

/** Copies that may not be held: the rows let go of their files, whose hashes are answered. */
export async function releasePictures(db: Db, ids: readonly number[]): Promise<string[]> {
  if (!ids.length) return []
  const { rows } = await sql<{ sha256: string }>`
    with old as (select id, sha256 from media where id = any(${ids}) order by id for update)
    update media set sha256 = null, private_until = null,
      copy = case when media.copy = 'failed' then 'failed' else 'none' end
    from old where old.id = media.id and old.sha256 is not null returning old.sha256`.execute(db)
  return rows.map((row) => row.sha256)
}

/** Runs `drop` for a file that nothing uses any more, while nobody can begin to use it. */
export async function dropUnused(db: Db, sha256: string, drop: () => Promise<void>): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await lockFile(trx, sha256)
    const unused = (await listUnusedFiles(trx, [sha256])).length > 0
    if (unused) await drop()
    return unused
  })
}

/** Of these files, those that no picture and no study uses. */
export async function listUnusedFiles(db: Db, hashes: readonly string[]): Promise<string[]> {
  if (!hashes.length) return []
  const { rows } = await sql<{ sha256: string }>`
    select f.sha256 from unnest(${hashes}::text[]) as f(sha256)
    where not exists (select from media m where m.sha256 = f.sha256)
      and not exists (select from study s where s.file_sha256 = f.sha256)`.execute(db)
  return rows.map((row) => row.sha256)
}

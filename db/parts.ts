// The parts of a post: its tags, its pictures, and which sources have brought it.
import { sql } from 'kysely'
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import type { PostToSave, SaveBatch } from './posts.ts'

type Known = PostToSave & { id: number; fresh: boolean }

/** The tags of posts that are new or edited, as they stand now. */
export async function saveTags(db: Db, place: string, posts: readonly Known[]): Promise<void> {
  if (!posts.length) return
  const edited = posts.filter((post) => !post.fresh).map((post) => post.id)
  if (edited.length) await sql`delete from post_tag where post_id = any(${edited})`.execute(db)
  const tags = posts.flatMap((post) =>
    post.tags.map((tag, position) => ({ post_id: post.id, key: tag.key, as_written: tag.written, position })),
  )
  await sql`
    insert into post_tag (post_id, place_id, key, as_written, position)
    select post_id, ${place}, key, as_written, position
    from jsonb_to_recordset(${json(tags)}::jsonb) as f(post_id int4, key text, as_written text, position int4)
    on conflict do nothing`.execute(db)
}

/** The pictures of posts that are new or edited. One that stays at its place keeps its copy and description. */
export async function saveMedia(db: Db, place: string, posts: readonly Known[]): Promise<void> {
  const all = posts.flatMap((post) =>
    post.media.map((one, position) => ({ post_id: post.id, position, public_id: makeId('m'), ...one })),
  )
  const media = json(all)
  const columns = sql`f(post_id int4, position int4, public_id text, kind text, url text, alt text, width int4,
    height int4, seconds int4, captions text)`
  const edited = posts.filter((post) => !post.fresh).map((post) => post.id)
  if (edited.length)
    await sql`
      delete from media m where m.post_id = any(${edited}) and not exists (
        select from jsonb_to_recordset(${media}::jsonb) as ${columns}
        where f.post_id = m.post_id and f.position = m.position and f.kind = m.kind
          and split_part(f.url, '?', 1) = split_part(m.source_url, '?', 1))`.execute(db)
  if (!all.length) return
  await sql`
    insert into media (post_id, place_id, position, public_id, kind, source_url, author_alt, width, height, seconds,
      captions)
    select post_id, ${place}, position, public_id, kind, url, alt, width, height, seconds, captions
    from jsonb_to_recordset(${media}::jsonb) as ${columns}
    on conflict (post_id, position) do update set
      source_url = excluded.source_url, author_alt = excluded.author_alt, seconds = excluded.seconds,
      captions = excluded.captions,
      width = coalesce(media.width, excluded.width), height = coalesce(media.height, excluded.height)`.execute(
    db,
  )
}

/** Which source found the posts, and by which id its server knows them. */
export async function saveSources(db: Db, batch: SaveBatch, posts: readonly Known[]): Promise<void> {
  if (!posts.length) return
  const found = json(posts.map((post) => ({ post_id: post.id, seen_id: post.seenId })))
  await sql`
    insert into post_source (post_id, place_id, source_id, seen_id, found_at)
    select post_id, ${batch.place}, ${batch.source}, seen_id, ${batch.at}::timestamptz
    from jsonb_to_recordset(${found}::jsonb) as f(post_id int4, seen_id text)
    where not exists (
      select from post_source s where s.post_id = f.post_id and s.source_id = ${batch.source}
        and s.seen_id is not distinct from f.seen_id offset 0)
    order by post_id
    on conflict (post_id, source_id) do update set seen_id = excluded.seen_id`.execute(db)
}

/** Platforms let the addresses of pictures expire: what has not been copied yet is fetched by the newest one. */
export async function freshenMedia(db: Db, posts: readonly Known[]): Promise<void> {
  const media = posts.flatMap((post) =>
    post.media.map((one, position) => ({ post_id: post.id, position, url: one.url, kind: one.kind })),
  )
  if (!media.length) return
  await sql`
    update media m set source_url = f.url
    from jsonb_to_recordset(${json(media)}::jsonb) as f(post_id int4, position int4, url text, kind text)
    where m.post_id = f.post_id and m.position = f.position and m.kind = f.kind
      and m.copy = 'none' and m.source_url <> f.url`.execute(db)
}

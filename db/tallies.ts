// Dated counts of a post: at collection, and at 1, 3, 7, 14 and 28 days.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'

/** Counts as the columns are called; null is "not told". */
export type TakenCounts = {
  likes: number | null
  comments: number | null
  shares: number | null
  views: number | null
}

/** Ages in days at which a post is counted anew. */
export const tallyAges = [1, 3, 7, 14, 28] as const

/**
 * Hours after an age within which a count is still of that age: half the age, and at least a day and a half. So the
 * fourteen-day count is the first one at 14 to 21 days, as the digest defines it; later there is none.
 */
export const tallyTolerance = (age: number) => Math.max(36, age * 12)

/** The counts of posts by age. */
export function listTallies(db: Db, posts: readonly number[]) {
  return db
    .selectFrom('tally')
    .selectAll()
    .where('post_id', '=', sql<number>`any(${posts}::int4[])`)
    .orderBy('age')
    .execute()
}
export type TallyRow = Awaited<ReturnType<typeof listTallies>>[number]

const columns = sql`f(post_id int4, age int4, likes int4, comments int4, shares int4, views int4)`

/** The counts with which posts arrived. Posts whose channel tells none get no row. */
export async function firstTallies(
  db: Db,
  { place, at }: { place: string; at: Date },
  posts: readonly { id: number; counts: TakenCounts }[],
): Promise<void> {
  const told = posts.filter(({ counts }) => Object.values(counts).some((one) => one !== null))
  await saveTallies(
    db,
    place,
    at,
    told.map(({ id, counts }) => ({ post_id: id, age: 0, ...counts })),
  )
}

/** The counts of posts read again, at the age that was due. A row once written stays. `file`: where they stood. */
export async function saveTallies(
  db: Db,
  place: string,
  at: Date,
  tallies: readonly ({ post_id: number; age: number } & TakenCounts)[],
  file: number | null = null,
): Promise<void> {
  if (!tallies.length) return
  await sql`
    insert into tally (post_id, place_id, age, taken_at, hours, likes, comments, shares, views, file_id)
    select p.id, ${place}, f.age, ${at}::timestamptz,
      greatest(0, floor(extract(epoch from ${at}::timestamptz - p.published_at) / 3600))::int,
      f.likes, f.comments, f.shares, f.views, ${file}::int4
    from jsonb_to_recordset(${json(tallies)}::jsonb) as ${columns} join post p on p.id = f.post_id
    order by p.id on conflict do nothing`.execute(db)
}

const moved = sql`((p.likes, p.comments, p.shares, p.views) is distinct from (coalesce(f.likes, p.likes),
  coalesce(f.comments, p.comments), coalesce(f.shares, p.shares), coalesce(f.views, p.views)))`

/**
 * Posts met again: seen now, with the latest counts; one that the platform does not tell keeps its last value. True
 * when a count on a wall is different now.
 */
export async function countAgain(
  db: Db,
  at: Date,
  posts: readonly { id: number; counts: TakenCounts }[],
): Promise<boolean> {
  if (!posts.length) return false
  const found = json(posts.map((post) => ({ id: post.id, ...post.counts })))
  const { rows } = await sql<{ shown: boolean }>`
    update post p set seen_at = ${at}::timestamptz,
      counted_at = case when num_nonnulls(f.likes, f.comments, f.shares, f.views) > 0
        then ${at}::timestamptz else p.counted_at end,
      likes = coalesce(f.likes, p.likes), comments = coalesce(f.comments, p.comments),
      shares = coalesce(f.shares, p.shares), views = coalesce(f.views, p.views)
    from (select p.id, f.likes, f.comments, f.shares, f.views, ${moved} as moved
      from jsonb_to_recordset(${found}::jsonb) as f(id int4, likes int4, comments int4, shares int4, views int4)
      join post p on p.id = f.id where ${moved} or p.seen_at < ${at}::timestamptz - interval '1 day'
      order by p.id for update of p) f
    where p.id = f.id
    returning f.moved and p.state = 'shown' as shown`.execute(db)
  return rows.some((row) => row.shown)
}

/** The age in days that a post published then is due to be counted at now; null between them. */
export function dueAge(publishedAt: Date, now: Date): number | null {
  const hours = (now.getTime() - publishedAt.getTime()) / 3_600_000
  return tallyAges.findLast((age) => hours >= age * 24 && hours < age * 24 + tallyTolerance(age)) ?? null
}

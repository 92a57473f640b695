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

/** A row is of an age when it was taken within this many hours after the post reached it; later it is none. */
export const tallyTolerance = 36

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

/** The counts of posts read again, at the age that was due. A row once written stays. */
export async function saveTallies(
  db: Db,
  place: string,
  at: Date,
  tallies: readonly ({ post_id: number; age: number } & TakenCounts)[],
): Promise<void> {
  if (!tallies.length) return
  await sql`
    insert into tally (post_id, place_id, age, taken_at, hours, likes, comments, shares, views)
    select p.id, ${place}, f.age, ${at}::timestamptz,
      greatest(0, floor(extract(epoch from ${at}::timestamptz - p.published_at) / 3600))::int,
      f.likes, f.comments, f.shares, f.views
    from jsonb_to_recordset(${json(tallies)}::jsonb) as ${columns} join post p on p.id = f.post_id
    order by p.id on conflict do nothing`.execute(db)
}

/** The age in days that a post published then is due to be counted at now; null between them. */
export function dueAge(publishedAt: Date, now: Date): number | null {
  const hours = (now.getTime() - publishedAt.getTime()) / 3_600_000
  return tallyAges.findLast((age) => hours >= age * 24 && hours < age * 24 + tallyTolerance) ?? null
}

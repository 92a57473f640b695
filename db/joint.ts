// What a joint place does with its members' posts: it hides some for itself, and pins its own choice.
import { sql } from 'kysely'
import type { Db } from './open.ts'

/** The members' shown posts, newest first and before `cursor`, with what the joint place has done with each. */
export function listMemberPosts(
  db: Db,
  joint: string,
  members: readonly string[],
  cursor: number,
  limit: number,
) {
  return db
    .selectFrom('post')
    .innerJoin('place', 'place.id', 'post.place_id')
    .leftJoin('account', 'account.id', 'account_id')
    .select(['post.id', 'post.public_id', 'post.channel', 'post.url', 'post.title', 'post.text'])
    .select(['post.lang', 'post.published_at', 'place.name as place', 'place.languages'])
    .select(['account.kind', 'account.agreement', 'account.name as author'])
    .select(
      sql<boolean>`exists (
      select from joint_hiding h where h.place_id = ${joint} and h.post_id = post.id)`.as('hidden'),
    )
    .select(
      sql<boolean>`exists (
      select from pin where pin.place_id = ${joint} and pin.post_id = post.id)`.as('pinned'),
    )
    .where('post.place_id', 'in', [...members])
    .where('post.state', '=', 'shown')
    .where('post.public', '=', true)
    .where('post.gone_at', 'is', null)
    .where('post.pruned_at', 'is', null)
    .orderBy('post.published_at', 'desc')
    .orderBy('post.id', 'desc')
    .offset(cursor)
    .limit(limit)
    .execute()
}
export type MemberPost = Awaited<ReturnType<typeof listMemberPosts>>[number]

/** A shown post of one of the members, held until the transaction ends. */
export function lockMemberPost(db: Db, members: readonly string[], publicId: string) {
  return db
    .selectFrom('post')
    .select('id')
    .where('place_id', 'in', [...members])
    .where('public_id', '=', publicId)
    .where('state', '=', 'shown')
    .forShare()
    .executeTakeFirst()
}

/** Members' posts that a joint place has hidden for itself. */
export async function listJointHidings(db: Db, joint: string): Promise<number[]> {
  const rows = await db.selectFrom('joint_hiding').select('post_id').where('place_id', '=', joint).execute()
  return rows.map((row) => row.post_id)
}

/** Hides or pins for the joint place alone; `undo` takes it back. False when nothing was to be done. */
export async function moveAtJoint(
  db: Db,
  move: { joint: string; post: number; what: 'hide' | 'pin'; undo: boolean; by: string; at: Date },
): Promise<boolean> {
  const { joint, post, what, undo, by, at } = move
  const table = what === 'hide' ? ('joint_hiding' as const) : ('pin' as const)
  if (undo) {
    const gone = await db
      .deleteFrom(table)
      .where('place_id', '=', joint)
      .where('post_id', '=', post)
      .executeTakeFirst()
    return gone.numDeletedRows > 0n
  }
  const row = { place_id: joint, post_id: post, at }
  const added =
    what === 'hide'
      ? db.insertInto('joint_hiding').values({ ...row, by })
      : db.insertInto('pin').values({ ...row, wall_id: '' })
  const { numInsertedOrUpdatedRows = 0n } = await added
    .onConflict((one) => one.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

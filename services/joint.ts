// Decisions of a joint place on its members' posts: they hold on its own walls and change nothing at the members'.
import { lockMemberPost, moveAtJoint } from '../db/joint.ts'
import { inTransaction } from '../db/open.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

export const jointMoves = ['hide', 'show', 'pin', 'unpin'] as const
export type JointMove = (typeof jointMoves)[number]
const events = { hide: 'joint-hidden', show: 'joint-shown', pin: 'joint-pinned', unpin: 'joint-unpinned' }

export async function decideAtJoint(
  deps: Deps,
  act: Act,
  members: readonly string[],
  publicId: string,
  move: JointMove,
): Promise<void> {
  const at = deps.clock()
  if (!members.length) throw new Refusal('not-found', 404)
  await inTransaction(deps.db, async (trx) => {
    const post = await lockMemberPost(trx, members, publicId)
    if (!post) throw new Refusal('not-found', 404)
    const what = move === 'hide' || move === 'show' ? 'hide' : 'pin'
    const undo = move === 'show' || move === 'unpin'
    const moved = await moveAtJoint(trx, { joint: act.place.id, post: post.id, what, undo, by: act.name, at })
    if (moved) await record(trx, act, at, events[move], publicId, {})
  })
}

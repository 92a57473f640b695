// A decision as the desk and scripts send it: on one post and on its twins, in one transaction; undo takes back all.
import { findLastDecision } from '../db/decisions.ts'
import { type Db, inTransaction } from '../db/open.ts'
import type { PersonAction } from '../db/schema.ts'
import { listTogether, listTwins, lockPosts } from '../db/twins.ts'
import { type Act, decideWithin, type Order, type Outcome, tryWithin } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

/** A twin as the person saw it on the card. */
export type SeenTwin = { id: string; version: number }

/** What twins do when the card's post is decided on: only one is lifted, the others are let through beside it. */
const along: Partial<Record<PersonAction, PersonAction>> = {
  show: 'show',
  hide: 'hide',
  stash: 'stash',
  pin: 'pin',
  unpin: 'unpin',
  lift: 'show',
}

/**
 * Decides on a post and on the twins that were seen with it. A twin on which the decision changes nothing is left as it
 * is; one that has changed since it was seen overtakes the whole: 409 `conflict`.
 */
export function decidePost(
  deps: Pick<Deps, 'db' | 'clock'>,
  act: Act,
  publicId: string,
  order: Order,
  seen: readonly SeenTwin[] = [],
): Promise<Outcome> {
  return inTransaction(deps.db, (trx) =>
    order.action === 'undo'
      ? takeBackTogether(trx, deps, act, publicId, order)
      : decideTogether(trx, deps, act, publicId, order, seen),
  )
}

async function decideTogether(
  trx: Db,
  deps: Pick<Deps, 'clock'>,
  act: Act,
  publicId: string,
  order: Order,
  seen: readonly SeenTwin[],
): Promise<Outcome> {
  const action = along[order.action]
  if (!seen.length || !action) return decideWithin(trx, deps, act, publicId, order)
  const locked = await lockPosts(trx, act.place.id, [publicId, ...seen.map((one) => one.id)])
  const lead = locked.find((one) => one.public_id === publicId)
  if (!lead) throw new Refusal('not-found', 404)
  const twins = new Set((await listTwins(trx, [lead.id])).map((one) => one.public_id))
  if (!seen.every((one) => twins.has(one.id))) throw new Refusal('conflict', 409)
  const outcome = await decideWithin(trx, deps, act, publicId, order)
  const first = await findLastDecision(trx, lead.id)
  const tie = first && { along: first.id }
  for (const { id, version } of seen) await tryWithin(trx, deps, act, id, { ...order, action, version }, tie)
  return outcome
}

/** What came of deciding on many: the first that moved, how many moved with it, and which stayed as they were. */
export type Many = { first: string | undefined; moved: number; stayed: string[] }

/**
 * Decides on many posts at once, each as it was seen. What somebody else has decided since, or cannot be so, stays
 * and is told; the rest hangs together, so that one undo takes all of it back.
 */
export function decideMany(
  deps: Pick<Deps, 'db' | 'clock'>,
  act: Act,
  order: Omit<Order, 'version'>,
  seen: readonly SeenTwin[],
): Promise<Many> {
  return inTransaction(deps.db, async (trx) => {
    const ids = seen.map((one) => one.id)
    const locked = await lockPosts(trx, act.place.id, ids)
    let first: { id: string; decision: number } | undefined
    const stayed: string[] = []
    for (const { id, version } of seen) {
      const post = locked.find((one) => one.public_id === id)
      const made =
        post?.version === version
          ? await tryWithin(trx, deps, act, id, { ...order, version }, first ? { along: first.decision } : {})
          : undefined
      if (!post || !made || 'obstacles' in made) stayed.push(id)
      else first ??= { id, decision: (await findLastDecision(trx, post.id))?.id ?? 0 }
    }
    return { first: first?.id, moved: seen.length - stayed.length, stayed }
  })
}

// On a twin that somebody has decided about since, that newer decision stands.
async function takeBackTogether(
  trx: Db,
  deps: Pick<Deps, 'clock'>,
  act: Act,
  publicId: string,
  order: Order,
): Promise<Outcome> {
  const together = await listTogether(trx, act.place.id, publicId)
  const locked = await lockPosts(trx, act.place.id, [publicId, ...together.map((one) => one.public_id)])
  const outcome = await decideWithin(trx, deps, act, publicId, order)
  for (const { decision, public_id } of together) {
    const version = locked.find((one) => one.public_id === public_id)?.version
    if (public_id === publicId || version === undefined) continue
    await tryWithin(trx, deps, act, public_id, { action: 'undo', version }, { takesBack: decision })
  }
  return outcome
}

/** On how many twins the last decision was made as well. */
export async function countAlong(db: Db, place: string, publicId: string): Promise<number> {
  return Math.max(0, (await listTogether(db, place, publicId)).length - 1)
}

// Asking for a post to be removed, without a login, and deciding on it: hidden at once, buried when accepted.
import { appendAudit } from '../db/audit.ts'
import { inTransaction } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import { decideRemoval, findPostsAt, lockRemoval, saveRemoval } from '../db/removals.ts'
import { buryPost } from '../db/tombstones.ts'
import { type Act, decideWithin } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { dropFiles } from './pictures.ts'

export type Request = {
  /** Where to look and whom to tell when nothing is found. */
  place: string
  address: string
  everything: boolean
  reason: string
  contact: string | null
}

/** The name under which the hiding of a requested post is recorded. */
const ASKED = 'poistopyyntö'

/** Takes a request: what it finds is hidden in the same transaction. Answers the request's number. */
export async function askRemoval(deps: Deps, asked: Request): Promise<{ id: string; found: boolean }> {
  const at = deps.clock()
  const place = await findPlace(deps.db, asked.place)
  if (!place) throw new Refusal('not-found', 404)
  return inTransaction(deps.db, async (trx) => {
    const posts = await findPostsAt(trx, waysToWrite(asked.address), asked.place)
    const ids = []
    for (const post of posts.length ? posts : [undefined]) {
      ids.push(await saveRemoval(trx, { ...asked, post: post?.id ?? null, at }))
      if (!post || post.state === 'hidden') continue
      const act = { place, name: ASKED, person: null, language: 'fi' as const }
      const { version } = post
      await decideWithin(trx, deps, act, post.public_id, {
        action: 'hide',
        version,
        reason: 'removal-request',
      })
    }
    const object = ids[0] ?? ''
    await appendAudit(trx, { place: place.id, at, actor: ASKED, action: 'removal-asked', object })
    return { id: object, found: posts.length > 0 }
  })
}

/** The ways in which one address is written: scheme, www, a slash or a query at the end. */
function waysToWrite(address: string): string[] {
  const url = new URL(address)
  const hosts = url.host.startsWith('www.') ? [url.host, url.host.slice(4)] : [url.host, `www.${url.host}`]
  const path = url.pathname.replace(/\/+$/, '')
  const ends = [path, `${path}/`, path + url.search, `${path}/${url.search}`]
  return [
    ...new Set(
      ['https:', 'http:'].flatMap((scheme) =>
        hosts.flatMap((host) => ends.map((end) => `${scheme}//${host}${end}`)),
      ),
    ),
  ]
}

/** Accepts (the post goes for good and cannot come back) or refuses; the pictures' files go after the commit. */
export async function settleRemoval(
  deps: Deps,
  act: Act,
  id: string,
  how: { accept: boolean; answer: string | null },
): Promise<void> {
  const at = deps.clock()
  const buried = await inTransaction(deps.db, async (trx) => {
    const request = await lockRemoval(trx, act.place.id, id)
    if (!request) throw new Refusal('not-found', 404)
    if (request.state !== 'open') throw new Refusal('removal-done', 409)
    const state = how.accept ? ('accepted' as const) : ('refused' as const)
    await decideRemoval(trx, request.id, { state, by: act.name, at, answer: how.answer })
    await appendAudit(trx, {
      place: act.place.id,
      at,
      actor: act.name,
      action: `removal-${state}`,
      object: id,
    })
    if (!how.accept || !request.post) return undefined
    const { everything } = request
    return buryPost(trx, act.place.id, request.post, {
      by: act.name,
      reason: 'removal-request',
      at,
      everything,
    })
  })
  await dropFiles(deps, buried?.pictures ?? [])
}

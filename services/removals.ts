// Asking for a post to be removed, without a login, and deciding on it: hidden at once, buried when accepted.
import { appendAudit } from '../db/audit.ts'
import { findLastDecision, type LockedPost, lockPost } from '../db/decisions.ts'
import { noteTry } from '../db/guesses.ts'
import { inLine } from '../db/lines.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import {
  countHidden,
  decideRemoval,
  findPostsAt,
  listHiding,
  lockRemoval,
  lockRemovals,
  noteRestored,
  saveRemoval,
  wasJudged,
} from '../db/removals.ts'
import type { KeptWhy } from '../db/schema.ts'
import { buryPost } from '../db/tombstones.ts'
import { type Act, decideWithin, tryWithin } from './curate.ts'
import type { Deps } from './deps.ts'
import { canonicalUrl } from './domain/link.ts'
import { Refusal } from './errors.ts'
import { dropFiles } from './pictures.ts'
import { mailEditors, type RemovalNews } from './removal-mail.ts'

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

/** What requests may hide by themselves: more than that is somebody's game, and a person looks first. */
const AT_MOST = { sender: 5, day: 20 }
const DAY = 86_400_000

type OpenPlace = NonNullable<Awaited<ReturnType<typeof findPlace>>>
export type Asked = { id: string; found: 'hidden' | 'waits' | 'missing' }

/**
 * Takes a request: a resident's post that it finds is off every wall, of every place, in the same transaction, as long
 * as the sender and the place have not had too many. Answers the request's number.
 */
export async function askRemoval(deps: Deps, asked: Request, sender: string): Promise<Asked> {
  const at = deps.clock()
  const place = await findPlace(deps.db, asked.place)
  if (!place) throw new Refusal('not-found', 404)
  const take = async (trx: Db): Promise<Asked> => {
    const made: { id: string; kept: KeptWhy | null }[] = []
    for (const { place_id, public_id } of await findPostsAt(trx, waysToWrite(asked.address), undefined)) {
      const there = place_id === place.id ? place : await findPlace(trx, place_id)
      if (!there) continue
      // Others may be deciding on the same post at this moment: it is read once they are done.
      await lockRemovals(trx, there.id)
      const post = await lockPost(trx, there.id, public_id)
      if (post) made.push(await takeOne(trx, deps, there, { ...asked, place: there.id, at }, post, sender))
    }
    const [first] = made
    if (first) return { id: first.id, found: made.some((one) => !one.kept) ? 'hidden' : 'waits' }
    const id = await saveRemoval(trx, { ...asked, post: null, decision: null, kept: null, at })
    await told(trx, deps, place, id, 'asked')
    return { id, found: 'missing' }
  }
  return inLine('removals', () => inTransaction(deps.db, take))
}

async function takeOne(
  trx: Db,
  deps: Deps,
  place: OpenPlace,
  asked: Request & { at: Date },
  post: LockedPost,
  sender: string,
): Promise<{ id: string; kept: KeptWhy | null }> {
  const kept = await whyKept(trx, deps, place, post, sender)
  let decision: number | null = null
  if (!kept && post.state !== 'hidden') {
    const act = { place, name: ASKED, person: null, language: 'fi' as const }
    const order = { action: 'hide', version: post.version, reason: 'removal-request' } as const
    await decideWithin(trx, deps, act, post.public_id, order)
    decision = (await findLastDecision(trx, post.id))?.id ?? null
  }
  const id = await saveRemoval(trx, { ...asked, post: post.id, decision, kept })
  await told(trx, deps, place, id, kept === null ? 'asked' : kept === 'ours' ? 'kept' : 'many')
  return { id, kept }
}

async function whyKept(
  trx: Db,
  deps: Deps,
  place: OpenPlace,
  post: LockedPost,
  sender: string,
): Promise<KeptWhy | null> {
  if (post.state === 'hidden') return null
  const ours =
    post.kind === 'own' || post.kind === 'staff' || (post.kind === 'partner' && post.agreement !== null)
  if (ours) return 'ours'
  if (await wasJudged(trx, post.id)) return 'judged'
  const since = new Date(deps.clock().getTime() - DAY)
  if ((await countHidden(trx, place.id, since)) >= AT_MOST.day) return 'many'
  const mine = deps.keys.sign('forms', `hiding:${sender}`)
  const wait = await noteTry(trx, mine, deps.clock(), (tries) => Number(tries.length >= AT_MOST.sender))
  return wait ? 'sender' : null
}

async function told(trx: Db, deps: Deps, place: OpenPlace, id: string, news: RemovalNews): Promise<void> {
  const at = deps.clock()
  await appendAudit(trx, { place: place.id, at, actor: ASKED, action: 'removal-asked', object: id })
  await mailEditors(trx, deps, place, news)
}

/** Both as it was given and without its query, which may only say how somebody came there. */
function waysToWrite(address: string): string[] {
  const bare = new URL(address)
  bare.search = ''
  return [address, bare.href].flatMap((one) => canonicalUrl(one) ?? [])
}

/** Puts back what the request had hidden; the request itself still waits for its answer. */
export async function restoreRemoval(deps: Deps, act: Act, id: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const request = await lockRemoval(trx, act.place.id, id)
    if (!request) throw new Refusal('not-found', 404)
    if (!(await putBack(trx, deps, act, request))) throw new Refusal('removal-moved', 409)
    await appendAudit(trx, {
      ...{ place: act.place.id, at: deps.clock(), actor: act.name },
      ...{ action: 'removal-restored', object: id },
    })
  })
}

/** The same for every open request: one press after somebody's game. Answers how many posts are back. */
export async function restoreRemovals(deps: Deps, act: Act): Promise<number> {
  let back = 0
  for (const id of await listHiding(deps.db, act.place.id))
    try {
      await restoreRemoval(deps, act, id)
      back++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  return back
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockRemoval>>>

/** False when there is nothing to put back, or somebody has decided on the post since. */
async function putBack(trx: Db, deps: Deps, act: Act, request: Locked): Promise<boolean> {
  const { post, version, decision_id } = request
  if (!post || version === null || decision_id === null) return false
  const made = await tryWithin(trx, deps, act, post, { action: 'undo', version }, { takesBack: decision_id })
  if ('obstacles' in made) return false
  await noteRestored(trx, request.id)
  return true
}

/** Accepts (the post goes for good and cannot come back) or refuses (it is back); the files go after the commit. */
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
    if (!how.accept) await putBack(trx, deps, act, request)
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

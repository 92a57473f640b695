// Consents as acts, at the desk and by the author, each one transaction: the record, and what it opens or takes away.
import type { Language } from '../config/i18n.ts'
import {
  answerWithGrant,
  askAgain,
  findConsent,
  findQuestion,
  type Grant,
  holdPost,
  listShownUnder,
  lockConsent,
  movePictures,
  refuse,
  saveConsent,
  saveQuestion,
  type Whose,
  withdraw,
} from '../db/consents.ts'
import type { LockedPost } from '../db/decisions.ts'
import { lookAtPictures } from '../db/descriptions.ts'
import { isId, makeId } from '../db/ids.ts'
import { nameAuthor } from '../db/known-accounts.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import { type Act, decideWithin, openPost, readFooting, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { type ConsentEvent, canBe, standingOf } from './domain/consents.ts'
import { liftNeeds } from './domain/curation.ts'
import { dayOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import type { Keys } from './keys.ts'

/** The wording that authors are asked with; raised when its words change. */
const WORDING = '2'
/** The name under which an author's own answer is recorded. */
const AUTHOR = 'julkaisun tekijä'

export type Granting = Pick<Grant, 'scope' | 'evidence' | 'askedHow' | 'child' | 'crop' | 'until'> & {
  /** This post only, or everything by its author. */
  covers: 'post' | 'account'
  /** Who gave it, where the platform does not say who wrote the post. */
  author?: string | undefined
}
type Kept = NonNullable<Awaited<ReturnType<typeof lockConsent>>>

/** Refuses what the life of a consent does not know. */
function mustBe(kept: Kept | undefined, event: ConsentEvent, zone: string, now: Date): void {
  const askedOn = kept?.asked_at ? dayOf(kept.asked_at, zone) : null
  const state = standingOf(kept && { ...kept, askedOn }, { today: dayOf(now, zone), onWall: false })
  if (!canBe(state, event)) throw new Refusal('consent-state', 409)
}

/** Whose post it is; where the platform does not say, whoever asks them has found out. */
async function writerOf(
  trx: Db,
  { place }: Act,
  post: LockedPost,
  author: string | undefined,
  at: Date,
): Promise<number> {
  if (post.account_id !== null) return post.account_id
  if (!author) throw new Refusal('consent-author', 400)
  return nameAuthor(trx, post, { place: place.id, handle: author, at })
}

/** Notes that the author has been asked; asked again after a month of silence, the same record goes on. */
export async function askConsent(
  deps: Deps,
  act: Act,
  publicId: string,
  askedHow: string,
  author?: string,
): Promise<string> {
  const at = deps.clock()
  return inTransaction(deps.db, async (trx) => {
    const post = await openPost(trx, act, publicId)
    await writerOf(trx, act, post, author, at)
    const before = await findQuestion(trx, post.id)
    mustBe(before, 'ask', act.place.time_zone, at)
    const id = before?.public_id ?? makeId('c')
    if (before) await askAgain(trx, before.id, act.name, at)
    else
      await saveQuestion(trx, {
        ...{ publicId: id, place: act.place.id, post: post.id, address: post.url },
        author: author ?? post.author,
        scope: { wall: true, digest: false, channels: false, print: false },
        ...{ wording: WORDING, askedHow, by: act.name, at },
      })
    await record(trx, act, at, 'consent-asked', publicId, { consent: id })
    return id
  })
}

/** Records a consent at the desk; one that was asked for is answered by it. */
export async function grantConsent(deps: Deps, act: Act, publicId: string, given: Granting): Promise<string> {
  const at = deps.clock()
  return inTransaction(deps.db, async (trx) => {
    const post = await openPost(trx, act, publicId)
    const { covers, author, ...rest } = given
    const writer = await writerOf(trx, act, post, author, at)
    const account = covers === 'account' ? writer : null
    const whose = { post: account === null ? post.id : null, account }
    const grant = { ...rest, wording: WORDING, by: act.name, at }
    const asked = await findQuestion(trx, post.id)
    const id = asked?.public_id ?? makeId('c')
    if (asked) await answerWithGrant(trx, asked.id, whose, grant)
    else {
      const named = { address: post.url, author: author ?? post.author }
      await saveConsent(trx, { ...grant, ...whose, ...named, publicId: id, place: act.place.id })
    }
    await opened(trx, deps, act, { whose, id, object: publicId, grant, at })
    return id
  })
}

type Opening = { whose: Whose; id: string; object: string; grant: Grant; at: Date }

async function opened(
  trx: Db,
  deps: Deps,
  act: Act,
  { whose, id, object, grant, at }: Opening,
): Promise<void> {
  if (grant.scope.wall && grant.child !== 'recognisable') await movePictures(trx, whose, 'public')
  await lookAtPictures(trx, whose)
  const covers = whose.post === null ? 'account' : 'post'
  await record(trx, act, at, 'consent-granted', object, { consent: id, covers, until: grant.until })
  await deps.queue.send('pictures', { place: act.place.id }, { db: trx })
}

/** Records at the desk that the author has said no. */
export async function refuseConsent(deps: Deps, act: Act, publicId: string, consent: string): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const post = await openPost(trx, act, publicId)
    const kept = await lockConsent(trx, act.place.id, consent)
    if (!kept || kept.post_id !== post.id) throw new Refusal('not-found', 404)
    mustBe(kept, 'refuse', act.place.time_zone, at)
    await refuse(trx, kept.id, act.name, at)
    await record(trx, act, at, 'consent-refused', publicId, { consent })
  })
}

/** Takes a consent back at the desk, as its author has asked. */
export async function endConsent(deps: Deps, act: Act, publicId: string, consent: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const post = await openPost(trx, act, publicId)
    const kept = await lockConsent(trx, act.place.id, consent)
    const mine =
      kept && (kept.post_id === post.id || (kept.account_id && kept.account_id === post.account_id))
    if (!mine) throw new Refusal('not-found', 404)
    await takeBack(trx, deps, act, kept, publicId)
  })
}

/** Off every wall at once: pictures go, lifts and pins end, and the post is hidden unless something else carries it. */
async function takeBack(trx: Db, deps: Deps, act: Act, kept: Kept, object: string): Promise<void> {
  const at = deps.clock()
  const zone = act.place.time_zone
  mustBe(kept, 'withdraw', zone, at)
  await withdraw(trx, kept.id, at)
  const whose = { post: kept.post_id, account: kept.account_id }
  await movePictures(trx, whose, 'none')
  const reason = 'consent-withdrawn'
  for (const id of await listShownUnder(trx, whose)) {
    const post = await openPost(trx, act, id)
    const footing = await readFooting(trx, act.place, post, dayOf(at, zone))
    const { version } = post
    if (footing.rights.shown !== 'whole')
      await decideWithin(trx, deps, act, id, { action: 'hide', version, reason })
    else if (post.standing.lifted && liftNeeds(footing).length)
      await decideWithin(trx, deps, act, id, { action: 'unlift', version, reason })
  }
  await record(trx, act, at, 'consent-withdrawn', object, { consent: kept.public_id })
  await deps.queue.send('pictures', { place: act.place.id }, { db: trx })
}

/** The author's own address: whoever has it may answer for them, so it is sent in private only. */
export function consentToken(keys: Keys, consent: string): string {
  return `${consent}.${keys.sign('links', `lupa ${consent}`)}`
}

/** The record that a token opens, with its place; 404 for anything else. */
export async function openConsent({ db, keys }: Pick<Deps, 'db' | 'keys'>, token: string) {
  const [id = '', signature = '', more] = token.split('.')
  const ours = more === undefined && isId('c', id) && keys.verify('links', `lupa ${id}`, signature)
  const kept = ours ? await findConsent(db, id) : undefined
  const place = kept && (await findPlace(db, kept.place_id))
  if (!kept || !place) throw new Refusal('not-found', 404)
  return { kept, place }
}

export type Answer =
  | { answer: 'grant'; grant: Pick<Grant, 'scope' | 'child' | 'crop' | 'until'>; name: string }
  | { answer: 'refuse' }
  | { answer: 'withdraw' }

/** The author's own answer, without a login: the token is all it needs, and this is all it can do. */
export async function answerConsent(
  deps: Deps,
  token: string,
  language: Language,
  said: Answer,
): Promise<void> {
  const { kept: seen, place } = await openConsent(deps, token)
  const at = deps.clock()
  const act: Act = { place, name: AUTHOR, person: null, language }
  await inTransaction(deps.db, async (trx) => {
    if (seen.post_id !== null) await holdPost(trx, seen.post_id)
    const kept = await lockConsent(trx, place.id, seen.public_id)
    if (!kept) throw new Refusal('not-found', 404)
    const object = kept.public_id
    if (said.answer === 'withdraw') return takeBack(trx, deps, act, kept, object)
    mustBe(kept, said.answer, place.time_zone, at)
    if (said.answer === 'refuse') {
      await refuse(trx, kept.id, AUTHOR, at)
      return record(trx, act, at, 'consent-refused', object, { consent: object })
    }
    const evidence = { kind: 'form' as const, ref: `/lupa, ${said.name}` }
    const { asked_how: askedHow } = kept
    const grant = { ...said.grant, evidence, askedHow, wording: WORDING, by: AUTHOR, at }
    const whose = { post: kept.post_id, account: kept.account_id }
    await answerWithGrant(trx, kept.id, whose, grant)
    await opened(trx, deps, act, { whose, id: object, object, grant, at })
  })
}

// Acts of curation, each one transaction: the decision or consent, what it leaves, the audit, and word to the walls.
import type { Language } from '../config/i18n.ts'
import { isKey, t } from '../config/i18n.ts'
import { appendAudit } from '../db/audit.ts'
import { listConsents } from '../db/consents.ts'
import { findLastDecision, type LockedPost, listDecisions, lockPost, saveDecision } from '../db/decisions.ts'
import { listMedia, saveDescription } from '../db/descriptions.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { listWalls, touchPlace } from '../db/places.ts'
import type { PersonAction } from '../db/schema.ts'
import type { Deps } from './deps.ts'
import { decide, type Obstacle, takeBack, type Verdict } from './domain/curation.ts'
import { type Footing, footingOf } from './domain/footing.ts'
import { dayOf, weekOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'

/** Who does it, where, and in which language a refusal speaks. */
export type Act = {
  place: { id: string; time_zone: string; languages: Language[] }
  name: string
  person: number | null
  language: Language
}
export type Order = {
  action: PersonAction
  version: number
  wall?: string | undefined
  reason?: string | undefined
  note?: string | undefined
}
export type Outcome = {
  id: string
  state: LockedPost['state']
  version: number
  pins: readonly string[]
  lifted: boolean
}

/**
 * Decides on a post inside a transaction. An overtaken version is 409 `conflict` with who and when; obstacles are 409
 * by their code.
 */
export async function decideWithin(
  trx: Db,
  deps: Pick<Deps, 'clock'>,
  act: Act,
  publicId: string,
  order: Order,
): Promise<Outcome> {
  const made = await tryWithin(trx, deps, act, publicId, order)
  if ('obstacles' in made) throw refused(made.obstacles, act.language)
  return made
}

/** How a decision hangs on another: which it came along with, or which one alone it may take back. */
export type Tie = { along?: number; takesBack?: number }

/** The same, but what is in the way is answered and nothing is written. */
export async function tryWithin(
  trx: Db,
  deps: Pick<Deps, 'clock'>,
  act: Act,
  publicId: string,
  order: Order,
  tie: Tie = {},
): Promise<Outcome | { obstacles: Obstacle[] }> {
  const { place } = act
  const at = deps.clock()
  const post = await openPost(trx, act, publicId)
  if (post.version !== order.version) throw await overtaken(trx, post)
  const wall = order.action === 'pin' || order.action === 'unpin' ? (order.wall ?? '') : ''
  await knownWall(trx, place.id, wall)
  const footing = await readFooting(trx, place, post, dayOf(at, place.time_zone))
  const result: Verdict =
    order.action === 'undo'
      ? takeBack(post.standing, await listDecisions(trx, post.id), footing)
      : decide(post.standing, order.action, footing, wall)
  if ('obstacles' in result) return result
  if (tie.takesBack !== undefined && result.undoes !== tie.takesBack) return { obstacles: ['nothing'] }
  const version = await saveDecision(trx, {
    place: place.id,
    post,
    action: order.action,
    next: result.next,
    week: weekOf(at, place.time_zone),
    person: act.person,
    actor: act.name,
    wall: wall || null,
    reason: order.reason || null,
    note: order.note || null,
    undoes: result.undoes ?? null,
    along: tie.along ?? null,
    at,
  })
  const detail = {
    from: post.state,
    to: result.next.state,
    version,
    ...(order.reason && { reason: order.reason }),
  }
  await record(trx, act, at, order.action, publicId, detail)
  const { state, pins, lifted } = result.next
  return { id: publicId, state, version, pins, lifted }
}

/** A post of the place, locked until the transaction ends; 404 when there is none. */
export async function openPost(
  trx: Db,
  { place }: Pick<Act, 'place'>,
  publicId: string,
): Promise<LockedPost> {
  const post = await lockPost(trx, place.id, publicId)
  if (!post) throw new Refusal('not-found', 404)
  return post
}

async function overtaken(trx: Db, post: LockedPost): Promise<Refusal> {
  const last = await findLastDecision(trx, post.id)
  const values = last
    ? { who: last.actor, at: last.at.toISOString(), state: post.state }
    : { state: post.state }
  return new Refusal('conflict', 409, { values })
}

async function knownWall(trx: Db, place: string, wall: string): Promise<void> {
  if (!wall || (await listWalls(trx, place)).some((one) => one.id === wall)) return
  throw new Refusal('invalid', 400, { complaints: [{ path: 'wall', message: `no wall has the id ${wall}` }] })
}

function refused(obstacles: readonly Obstacle[], language: Language): Refusal {
  const complaints = obstacles.map((one) => {
    const key = `error.decision-${one}`
    return { path: one, message: isKey(key) ? t(language, key) : one }
  })
  return new Refusal(`decision-${obstacles[0]}`, 409, { complaints: complaints.length > 1 ? complaints : [] })
}

/** What the post stands on, read inside the transaction that locked it. */
export async function readFooting(
  trx: Db,
  place: Act['place'],
  post: LockedPost,
  today: string,
): Promise<Footing> {
  const media = await listMedia(trx, [post.id])
  const consents = await listConsents(trx, post.id, post.account_id)
  return footingOf(post, consents, media, place.languages, today)
}

/** What was done, in the record and to the walls; the last step of an act. */
export async function record(
  trx: Db,
  act: Act,
  at: Date,
  action: string,
  object: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await appendAudit(trx, { place: act.place.id, at, actor: act.name, action, object, detail })
  await touchPlace(trx, act.place.id)
}

export type Describing = { media: string; texts: Record<string, string>; decorative: boolean }

/** Writes what pictures of a post show; `decorative` says that nothing is lost without a description. */
export async function describePost(deps: Deps, act: Act, publicId: string, all: Describing[]): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const post = await openPost(trx, act, publicId)
    const known = await listMedia(trx, [post.id])
    for (const [nth, one] of all.entries()) {
      const media = known.find((row) => row.public_id === one.media)
      if (!media)
        throw new Refusal('invalid', 400, {
          complaints: [{ path: `${nth}.media`, message: 'the post has no such picture' }],
        })
      const languages = one.decorative ? act.place.languages : Object.keys(one.texts)
      for (const lang of languages)
        await saveDescription(trx, {
          media: media.id,
          place: act.place.id,
          lang,
          text: one.decorative ? '' : (one.texts[lang] ?? '').trim(),
          decorative: one.decorative,
          by: act.name,
          at,
        })
    }
    await record(trx, act, at, 'described', publicId, { media: all.map((one) => one.media) })
    // A picture of our own account waits for its description before it is copied for everybody.
    await deps.queue.send('pictures', { place: act.place.id }, { db: trx })
  })
}

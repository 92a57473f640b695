// Whose account it is, as an editor says it: its kind and agreement, and what its posts may do from then on.
import type { AccountKind, ChannelName } from '../config/place.ts'
import { lockPost } from '../db/decisions.ts'
import {
  addAccount,
  knowsHandle,
  lockAccount,
  moveUndecided,
  type Standing,
  saveStanding,
} from '../db/known-accounts.ts'
import { listRunningLifts } from '../db/lifts.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { lockAgainstBurial } from '../db/tombstones.ts'
import { type Act, decideWithin, readFooting, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { firstState } from './domain/intake.ts'
import { dayOf, startOfDay } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import { withHistory } from './history.ts'

export type AccountForm = {
  kind: AccountKind
  /** Who agreed for a partner and how; '' is no agreement. */
  agreement: string
  /** The day on which it was agreed; '' is today. */
  agreed: string
  /** What a partner is called on the walls; '' is a partner. */
  mark: string
}

/**
 * Says whose an account is. Its posts on which nobody has decided begin anew as intake would let them, lifts that lose
 * their ground end, and pictures are copied or let go.
 */
export async function setAccount(deps: Deps, act: Act, publicId: string, form: AccountForm): Promise<void> {
  const at = deps.clock()
  const next = standingOf(form, act, at)
  await inTransaction(deps.db, async (trx) => {
    // No visit saves a post by the old kind while it changes.
    await lockAgainstBurial(trx, act.place.id, 'alone')
    const account = await lockAccount(trx, act.place.id, publicId)
    if (!account) throw new Refusal('not-found', 404)
    if (sameStanding(account, next, act.place.time_zone)) return
    await withHistory(trx, act, at, { part: 'account', object: publicId }, () =>
      saveStanding(trx, account.id, next),
    )
    const posts = await moveUndecided(trx, account.id, firstState(next))
    await endLifts(trx, deps, act, account.id, at)
    // No words of the agreement: they may name a person, and the record forgets nothing.
    const detail = { from: account.kind, to: next.kind, agreement: next.agreement !== null, posts }
    await record(trx, act, at, 'account-set', publicId, detail)
    await deps.queue.send('pictures', { place: act.place.id }, { db: trx })
  })
}

export type NewAccountForm = AccountForm & { channel: ChannelName; handle: string; name: string }

/** Names an account before any post of it has come. Answers its id. */
export async function nameAccount(deps: Deps, act: Act, form: NewAccountForm): Promise<string> {
  const at = deps.clock()
  const { channel, handle, name } = form
  const standing = standingOf(form, act, at)
  return inTransaction(deps.db, async (trx) => {
    await lockAgainstBurial(trx, act.place.id, 'alone')
    if (await knowsHandle(trx, act.place.id, channel, handle)) throw new Refusal('account-taken', 409)
    const added = { ...standing, place: act.place.id, channel, handle, name: name || null, at }
    const publicId = await addAccount(trx, added)
    const detail = { channel, to: standing.kind, agreement: standing.agreement !== null }
    await record(trx, act, at, 'account-added', publicId, detail)
    return publicId
  })
}

function standingOf({ kind, agreement, agreed, ...form }: AccountForm, act: Act, at: Date): Standing {
  const zone = act.place.time_zone
  const mark = form.mark || null
  if (!agreement) return { kind, agreement: null, agreedAt: null, mark }
  return { kind, agreement, agreedAt: startOfDay(agreed || dayOf(at, zone), zone), mark }
}

type Known = NonNullable<Awaited<ReturnType<typeof lockAccount>>>

function sameStanding(now: Known, next: Standing, zone: string): boolean {
  const day = (at: Date | null) => at && dayOf(at, zone)
  const same = now.kind === next.kind && now.agreement === next.agreement && now.mark === next.mark
  return same && day(now.agreed_at) === day(next.agreedAt)
}

// A lift stands on the whole post; where only a link is left, it ends.
async function endLifts(trx: Db, deps: Deps, act: Act, account: number, at: Date): Promise<void> {
  const today = dayOf(at, act.place.time_zone)
  for (const { public_id } of await listRunningLifts(trx, account)) {
    const post = await lockPost(trx, act.place.id, public_id)
    if (!post || (await readFooting(trx, act.place, post, today)).rights.shown === 'whole') continue
    const { version } = post
    await decideWithin(trx, deps, act, public_id, { action: 'unlift', version, reason: 'account-changed' })
  }
}

// A digest's life once its figures are locked: publish, deliver, handle, correct; each move with its event.
import { createHash } from 'node:crypto'
import { saveDigestFiles } from '../db/digest-files.ts'
import {
  changeDigest,
  type DigestRow,
  findDigest,
  findPublished,
  insertDigest,
  lockDigest,
} from '../db/digests.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { deliverDigest } from './deliver.ts'
import type { Deps } from './deps.ts'
import { makeFiles, openViews } from './digest-files.ts'
import { change, compile, type DigestPlace, type Needs, note, readBundle, reread } from './digests.ts'
import { canonicalJson } from './domain/canonical.ts'
import type { Written } from './domain/digest-model.ts'
import { guardPublish, moveDigest } from './domain/digest-states.ts'
import { Refusal } from './errors.ts'
import { gatherWritten } from './written.ts'

type Publishing = Pick<Deps, 'db' | 'env' | 'keys' | 'clock'>

/**
 * Approves and publishes; an earlier published revision of the quarter is superseded in the same moment. The files are
 * made before the transaction, of what will be published, so that nobody waits for them; had somebody changed a word
 * meanwhile, nothing is published.
 */
export async function publishDigest(
  deps: Publishing,
  place: DigestPlace,
  quarter: string,
  by: string,
  alone = false,
): Promise<DigestRow> {
  const { db, clock, env } = deps
  const at = clock()
  const before = await findDigest(db, place.id, quarter)
  if (!before) throw new Refusal('not-found', 404)
  const state = moveDigest('publish', before.state)
  const written = await gatherText(db, before, at)
  const actions = (JSON.parse(written) as Written).actions.length
  guardPublish({ texts: before.texts, actions, compiler: before.by, approver: by, alone })
  const ready = { ...before, state, published_at: at, written }
  const views = (await openViews(db, env.PUBLIC_URL, ready, at)).map((view) => ({
    ...view,
    alone: before.by === by,
  }))
  const files = await makeFiles(views)
  return change(db, place, quarter, 'publish', async (trx, row, next) => {
    if (row.sha256 !== before.sha256 || (await gatherText(trx, row, at)) !== written)
      throw new Refusal('conflict', 409)
    const old = await findPublished(trx, place.id, quarter)
    if (old) {
      const replaced = moveDigest('replace', old.state)
      await changeDigest(trx, old.id, { state: replaced })
      await note(trx, old, old.state, replaced, by, null, at)
    }
    const written_sha256 = createHash('sha256').update(written).digest('hex')
    await changeDigest(trx, row.id, { state: next, published_at: at, written, written_sha256 })
    await note(trx, row, row.state, next, by, row.by === by ? 'alone' : null, at)
    await saveDigestFiles(trx, row, files, at)
    await deliverDigest(deps, trx, row, views, at)
  })
}

/** What people wrote, as it is stored: the same words are the same text. */
async function gatherText(db: Db, row: DigestRow, at: Date): Promise<string> {
  return canonicalJson(await gatherWritten(db, row, readBundle(row), at))
}

/** Sends a published digest to those who have become recipients since; whoever has got it does not get it again. */
export async function sendDigest(deps: Publishing, place: DigestPlace, quarter: string): Promise<DigestRow> {
  const row = await findPublished(deps.db, place.id, quarter)
  if (!row) throw new Refusal('not-found', 404)
  const at = deps.clock()
  const views = await openViews(deps.db, deps.env.PUBLIC_URL, row, at)
  await inTransaction(deps.db, (trx) => deliverDigest(deps, trx, row, views, at))
  return row
}

/** A published digest never changes: a correction is the next revision, with a reason and at first the same texts. */
export async function correctDigest(
  { db, clock }: Needs,
  place: DigestPlace,
  quarter: string,
  by: string,
  reason: string,
): Promise<DigestRow> {
  const at = clock()
  if (!reason.trim()) throw new Refusal('digest-reason', 400)
  const made = await compile(db, place, quarter, at)
  return inTransaction(db, async (trx) => {
    const old = await lockDigest(trx, place.id, quarter)
    if (!old) throw new Refusal('not-found', 404)
    moveDigest('replace', old.state)
    const { texts } = old
    const revision = old.revision + 1
    const id = await insertDigest(trx, {
      place: place.id,
      quarter,
      revision,
      state: 'draft',
      texts,
      by,
      at,
      ...made,
    })
    await note(trx, { id, place_id: place.id, quarter, revision }, null, 'draft', by, reason.trim(), at)
    return reread(trx, place.id, quarter)
  })
}

/** It has reached those it is for (`deliver`), or they have noted it and the actions are agreed (`handle`). */
export async function passDigest(
  { db, clock }: Needs,
  place: DigestPlace,
  quarter: string,
  move: 'deliver' | 'handle',
  by: string,
): Promise<DigestRow> {
  const at = clock()
  return change(db, place, quarter, move, async (trx, row, next) => {
    await changeDigest(trx, row.id, { state: next })
    await note(trx, row, row.state, next, by, null, at)
  })
}

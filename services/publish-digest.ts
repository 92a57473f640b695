// A digest's life once its figures are locked: publish, deliver, handle, correct; each move with its event.
import { createHash } from 'node:crypto'
import { changeDigest, type DigestRow, findPublished, insertDigest, lockDigest } from '../db/digests.ts'
import { inTransaction } from '../db/open.ts'
import { change, compile, type DigestPlace, type Needs, note, readBundle, reread } from './digests.ts'
import { canonicalJson } from './domain/canonical.ts'
import { guardPublish, moveDigest } from './domain/digest-states.ts'
import { Refusal } from './errors.ts'
import { gatherWritten } from './written.ts'

/** Approves and publishes; an earlier published revision of the quarter is superseded in the same moment. */
export async function publishDigest(
  { db, clock }: Needs,
  place: DigestPlace,
  quarter: string,
  by: string,
  alone = false,
): Promise<DigestRow> {
  const at = clock()
  return change(db, place, quarter, 'publish', async (trx, row, next) => {
    const written = await gatherWritten(trx, row, readBundle(row), at)
    const actions = written.actions.length
    guardPublish({ texts: row.texts, actions, compiler: row.by, approver: by, alone })
    const old = await findPublished(trx, place.id, quarter)
    if (old) {
      const state = moveDigest('replace', old.state)
      await changeDigest(trx, old.id, { state })
      await note(trx, old, old.state, state, by, null, at)
    }
    const text = canonicalJson(written)
    await changeDigest(trx, row.id, {
      state: next,
      published_at: at,
      written: text,
      written_sha256: createHash('sha256').update(text).digest('hex'),
    })
    await note(trx, row, row.state, next, by, row.by === by ? 'alone' : null, at)
  })
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

// Publishing a digest: approved, its files stored and a mail written to everybody who gets it, all or nothing.
import { saveDigestFiles } from '../db/digest-files.ts'
import { changeDigest, type DigestRow, findDigest, findPublished } from '../db/digests.ts'
import { inTransaction } from '../db/open.ts'
import { deliverDigest } from './deliver.ts'
import type { Deps } from './deps.ts'
import { makeFiles, openViews } from './digest-files.ts'
import { changeState, type DigestPlace, noteMove } from './digests.ts'
import { guardPublish, moveDigest } from './domain/digest-states.ts'
import { Refusal } from './errors.ts'

type Needs = Pick<Deps, 'db' | 'env' | 'keys' | 'clock'>

/**
 * Approves and publishes; an earlier published revision of the quarter is superseded in the same moment. The files are
 * made before the transaction, of what will be published, so that nobody waits for them; had somebody changed a word
 * meanwhile, nothing is published.
 */
export async function publishDigest(
  deps: Needs,
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
  guardPublish({ texts: before.texts, compiler: before.by, approver: by, alone })
  const views = await openViews(db, env.PUBLIC_URL, { ...before, state, published_at: at })
  const told = views.map((view) => ({ ...view, alone: before.by === by }))
  const files = await makeFiles(told)
  return changeState(db, place, quarter, 'publish', async (trx, row, next) => {
    if (row.sha256 !== before.sha256 || JSON.stringify(row.texts) !== JSON.stringify(before.texts))
      throw new Refusal('conflict', 409)
    const old = await findPublished(trx, place.id, quarter)
    if (old) {
      const replaced = moveDigest('replace', old.state)
      await changeDigest(trx, old.id, { state: replaced })
      await noteMove(trx, old, old.state, replaced, by, null, at)
    }
    await changeDigest(trx, row.id, { state: next, published_at: at })
    await noteMove(trx, row, row.state, next, by, row.by === by ? 'alone' : null, at)
    await saveDigestFiles(trx, row, files, at)
    await deliverDigest(deps, trx, row, told, at)
  })
}

/** Sends a published digest to those who have become recipients since; whoever has got it does not get it again. */
export async function sendDigest(deps: Needs, place: DigestPlace, quarter: string): Promise<DigestRow> {
  const row = await findPublished(deps.db, place.id, quarter)
  if (!row) throw new Refusal('not-found', 404)
  const views = await openViews(deps.db, deps.env.PUBLIC_URL, row)
  await inTransaction(deps.db, (trx) => deliverDigest(deps, trx, row, views, deps.clock()))
  return row
}

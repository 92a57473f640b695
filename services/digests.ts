// A digest's life until its figures are locked: compile, write, freeze; each move in one transaction with its event.
import { createHash } from 'node:crypto'
import { appendAudit } from '../db/audit.ts'
import {
  appendDigestEvent,
  changeDigest,
  type DigestRow,
  findDigest,
  insertDigest,
  lockDigest,
} from '../db/digests.ts'
import { type Db, inTransaction } from '../db/open.ts'
import type { DigestState } from '../db/schema.ts'
import { compileBundle } from './compile.ts'
import type { Deps } from './deps.ts'
import { canonicalJson } from './domain/canonical.ts'
import type { Bundle } from './domain/digest-model.ts'
import {
  type DigestMove,
  firstState,
  guardFreeze,
  guardSources,
  isSection,
  moveDigest,
} from './domain/digest-states.ts'
import { dayOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import { cleanText } from './sent-text.ts'

/** Who compiles by itself, every day, until a person locks the figures. */
export const CLOCK = 'Somewall'

export type Needs = Pick<Deps, 'db' | 'clock'>
export type DigestPlace = { id: string; time_zone: string }

/** The figures of a digest, as they were when it was compiled. */
export const readBundle = (row: Pick<DigestRow, 'bundle'>): Bundle => JSON.parse(row.bundle)

type Compiled = { bundle: string; sha256: string; sample: boolean }

export async function compile(db: Db, place: DigestPlace, quarter: string, at: Date): Promise<Compiled> {
  const bundle = await compileBundle(db, place.id, quarter, at)
  const text = canonicalJson(bundle)
  return { bundle: text, sha256: createHash('sha256').update(text).digest('hex'), sample: bundle.sample }
}

/** Compiles the quarter anew as long as its figures are not locked; the first time it makes the digest. */
export async function draftDigest(
  { db, clock }: Needs,
  place: DigestPlace,
  quarter: string,
  by: string,
): Promise<DigestRow> {
  const at = clock()
  const today = dayOf(at, place.time_zone)
  const before = await findDigest(db, place.id, quarter)
  if (before) moveDigest('compile', before.state)
  const made = await compile(db, place, quarter, at)
  return inTransaction(db, async (trx) => {
    const row = await lockDigest(trx, place.id, quarter)
    if (!row) {
      const state = firstState(quarter, today)
      const fresh = { place: place.id, quarter, revision: 1, state, texts: {}, by, at, ...made }
      const id = await insertDigest(trx, fresh).catch(busy)
      await note(trx, { id, place_id: place.id, quarter, revision: 1 }, null, state, by, null, at)
      return reread(trx, place.id, quarter)
    }
    moveDigest('compile', row.state)
    const state = row.state === 'open' ? firstState(quarter, today) : row.state
    await changeDigest(trx, row.id, { ...made, compiled_at: at, by, state })
    // What the clock does every day is no event, unless the quarter has ended meanwhile.
    if (state !== row.state || by !== CLOCK) await note(trx, row, row.state, state, by, null, at)
    return reread(trx, place.id, quarter)
  })
}

/** How old a preview may be before it is computed anew for whoever looks at it. */
const PREVIEW = 5 * 60_000

/** The digest for a preview: while its figures are not locked, at most five minutes old. */
export async function freshDigest(needs: Needs, place: DigestPlace, row: DigestRow): Promise<DigestRow> {
  const unlocked = row.state === 'open' || row.state === 'draft'
  if (!unlocked || needs.clock().getTime() - row.compiled_at.getTime() < PREVIEW) return row
  return draftDigest(needs, place, row.quarter, CLOCK)
}

/** Two compiled the first draft at once: the other one's stands. */
function busy(error: unknown): never {
  if ((error as { code?: string }).code === '23505') throw new Refusal('conflict', 409, { cause: error })
  throw error
}

/** Saves texts of sections; an empty one is taken away, `-` says that there is nothing this quarter. */
export async function writeTexts(
  { db, clock }: Needs,
  place: DigestPlace,
  quarter: string,
  texts: Record<string, string>,
  by: string,
): Promise<DigestRow> {
  return change(db, place, quarter, 'write', async (trx, row, next) => {
    const all = { ...row.texts }
    for (const [section, text] of Object.entries(texts)) {
      if (!isSection(section)) throw new Refusal('invalid', 400)
      const clean = cleanText(text)
      if (clean) all[section] = clean
      else delete all[section]
    }
    await changeDigest(trx, row.id, { texts: all, state: next })
    const detail = { sections: Object.keys(texts) }
    const object = `digest:${quarter}/${row.revision}`
    await appendAudit(trx, {
      place: place.id,
      at: clock(),
      actor: by,
      action: 'digest.write',
      object,
      detail,
    })
  })
}

/** Locks the figures, compiled once more at this moment; the analysis begins at once. */
export async function freezeDigest(
  { db, clock }: Needs,
  place: DigestPlace,
  quarter: string,
  by: string,
  reason: string | null = null,
): Promise<DigestRow> {
  const at = clock()
  const before = await findDigest(db, place.id, quarter)
  if (!before) throw new Refusal('not-found', 404)
  guardFreeze(quarter, dayOf(at, place.time_zone), reason)
  moveDigest('freeze', before.state)
  const made = await compile(db, place, quarter, at)
  guardSources(JSON.parse(made.bundle) as Bundle)
  return change(db, place, quarter, 'freeze', async (trx, row, frozen) => {
    const analysis = moveDigest('analyse', frozen)
    await changeDigest(trx, row.id, { ...made, by, compiled_at: at, frozen_at: at, state: analysis })
    await note(trx, row, row.state, frozen, by, reason?.trim() || null, at)
    await note(trx, row, frozen, analysis, by, null, at)
  })
}

/** One move of a digest, locked meanwhile. */
export async function change(
  db: Db,
  place: DigestPlace,
  quarter: string,
  move: DigestMove,
  work: (trx: Db, row: DigestRow, next: DigestState) => Promise<void>,
): Promise<DigestRow> {
  return inTransaction(db, async (trx) => {
    const row = await lockDigest(trx, place.id, quarter)
    if (!row) throw new Refusal('not-found', 404)
    await work(trx, row, moveDigest(move, row.state))
    return reread(trx, place.id, quarter)
  })
}

export async function reread(db: Db, place: string, quarter: string): Promise<DigestRow> {
  return (await findDigest(db, place, quarter)) as DigestRow
}

/** What happened to a digest, in its own history and in the place's. */
export async function note(
  db: Db,
  { id, place_id: place, quarter, revision }: Pick<DigestRow, 'id' | 'place_id' | 'quarter' | 'revision'>,
  from: DigestState | null,
  to: DigestState,
  actor: string,
  reason: string | null,
  at: Date,
): Promise<void> {
  await appendDigestEvent(db, { place, digest: id, from, to, actor, reason, at })
  const object = `digest:${quarter}/${revision}`
  await appendAudit(db, {
    place,
    at,
    actor,
    action: `digest.${to}`,
    object,
    detail: reason ? { reason } : {},
  })
}

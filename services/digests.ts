// A digest's life: compile, write, freeze, correct; each move in one transaction with its event and audit.
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
import { type DigestMove, firstState, guardFreeze, isSection, moveDigest } from './domain/digest-states.ts'
import { dayOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'

/** Who compiles by itself, every day, until a person locks the figures. */
export const CLOCK = 'Somewall'

type Needs = Pick<Deps, 'db' | 'clock'>
export type DigestPlace = { id: string; time_zone: string }

/** The figures of a digest, as they were when it was compiled. */
export const readBundle = (row: Pick<DigestRow, 'bundle'>): Bundle => JSON.parse(row.bundle)

/** A short mark of a text, by which a form knows what its writer saw. */
export const textMark = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 12)

type Compiled = { bundle: string; sha256: string; sample: boolean }

async function compile(db: Db, place: DigestPlace, quarter: string, at: Date): Promise<Compiled> {
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
      await noteMove(trx, { id, place_id: place.id, quarter, revision: 1 }, null, state, by, null, at)
      return reread(trx, place.id, quarter)
    }
    moveDigest('compile', row.state)
    const state = row.state === 'open' ? firstState(quarter, today) : row.state
    await changeDigest(trx, row.id, { ...made, compiled_at: at, by, state })
    // What the clock does every day is no event, unless the quarter has ended meanwhile.
    if (state !== row.state || by !== CLOCK) await noteMove(trx, row, row.state, state, by, null, at)
    return reread(trx, place.id, quarter)
  })
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
  return changeState(db, place, quarter, 'write', async (trx, row, next) => {
    const all = { ...row.texts }
    for (const [section, text] of Object.entries(texts)) {
      if (!isSection(section)) throw new Refusal('invalid', 400)
      const clean = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(BIDI, '').trim()
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

/** Overrides of writing direction would turn the neighbouring text around. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g

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
  return changeState(db, place, quarter, 'freeze', async (trx, row, frozen) => {
    const analysis = moveDigest('analyse', frozen)
    await changeDigest(trx, row.id, { ...made, by, compiled_at: at, frozen_at: at, state: analysis })
    await noteMove(trx, row, row.state, frozen, by, reason?.trim() || null, at)
    await noteMove(trx, row, frozen, analysis, by, null, at)
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
    await noteMove(trx, { id, place_id: place.id, quarter, revision }, null, 'draft', by, reason.trim(), at)
    return reread(trx, place.id, quarter)
  })
}

/** One move of a digest in one transaction: locked, checked against its state, and read again as it is then. */
export async function changeState(
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

async function reread(db: Db, place: string, quarter: string): Promise<DigestRow> {
  return (await findDigest(db, place, quarter)) as DigestRow
}

/** What happened to a digest: its event, and the audit's. */
export async function noteMove(
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

// Tending sources: switching, setting, adding, and collecting now; each change with its audit in one transaction.
import { setTimeout as wait } from 'node:timers/promises'
import { appendAudit } from '../db/audit.ts'
import { saveCredential } from '../db/credentials.ts'
import { inTransaction } from '../db/open.ts'
import { forgetPasses } from '../db/passes.ts'
import { findLastAsked, findRun, startRun } from '../db/runs.ts'
import { addSource, findSource, type SourceRow, saveSourceSettings, switchSource } from '../db/sources.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { withHistory } from './history.ts'
import type { Adapter, NewSource, SourceForm } from './source-form.ts'

/** Seconds between two visits that persons ask for. */
const PAUSE = 5 * 60

export function findAdapter(
  { channels, meters }: Pick<Deps, 'channels' | 'meters'>,
  name: string,
): Adapter | undefined {
  return [...channels, ...meters].find((one) => one.name === name)
}

/** Switches a source on, due at once, or off. */
export async function turnSource(deps: Deps, act: Act, id: string, active: boolean): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    await withHistory(trx, act, at, { part: 'source', object: id }, async () => {
      if (!(await switchSource(trx, act.place.id, id, { active, by: act.name, at })))
        throw new Refusal('not-found', 404)
    })
    const action = active ? 'source-on' : 'source-off'
    await appendAudit(trx, { place: act.place.id, at, actor: act.name, action, object: id })
  })
}

/** Saves the settings; they have been read by the channel's own schema. */
export async function setSource(deps: Deps, act: Act, id: string, form: SourceForm): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    await withHistory(trx, act, at, { part: 'source', object: id }, async () => {
      if (!(await saveSourceSettings(trx, act.place.id, id, { ...form, at })))
        throw new Refusal('not-found', 404)
    })
    await keepSecrets(deps, trx, act, id, form.secrets, at)
    // A pass of other settings is known by its account; one that was renewed is more than what was typed in once.
    if (Object.keys(form.secrets).length) await forgetPasses(trx, act.place.id, id)
    const detail = { settings: Object.keys(form.settings), secrets: Object.keys(form.secrets) }
    await appendAudit(trx, {
      place: act.place.id,
      at,
      actor: act.name,
      action: 'source-set',
      object: id,
      detail,
    })
  })
}

export async function makeSource(deps: Deps, act: Act, form: NewSource): Promise<void> {
  const at = deps.clock()
  const adapter = findAdapter(deps, form.channel)
  if (!adapter) throw new Refusal('not-found', 404)
  const { id, mode, active, families, every, settings } = form
  const kind = 'offers' in adapter ? ('posts' as const) : ('numbers' as const)
  await inTransaction(deps.db, async (trx) => {
    const row = { place_id: act.place.id, id, kind, channel: adapter.name, mode, active }
    await withHistory(trx, act, at, { part: 'source', object: id }, async () => {
      if (!(await addSource(trx, { ...row, families, settings, every, by: act.name, at })))
        throw new Refusal('id-taken', 409)
    })
    await keepSecrets(deps, trx, act, id, form.secrets, at)
    const detail = { channel: adapter.name, active }
    await appendAudit(trx, {
      place: act.place.id,
      at,
      actor: act.name,
      action: 'source-added',
      object: id,
      detail,
    })
  })
}

async function keepSecrets(
  { keys }: Deps,
  trx: Deps['db'],
  act: Act,
  source: string,
  secrets: Record<string, string>,
  at: Date,
): Promise<void> {
  for (const [name, text] of Object.entries(secrets)) {
    const sealed = keys.seal(text)
    await saveCredential(trx, {
      place: act.place.id,
      source,
      name,
      sealed,
      expiresAt: null,
      by: act.name,
      at,
    })
  }
}

/** Enqueues a visit first in line; answers its run's number. */
export async function startVisit(deps: Deps, act: Act, id: string): Promise<number> {
  const at = deps.clock()
  if (deps.space().low) throw new Refusal('no-space', 503)
  return inTransaction(deps.db, async (trx) => {
    const source = await findSource(trx, act.place.id, id)
    if (!source) throw new Refusal('not-found', 404)
    if (!source.active) throw new Refusal('source-off', 409)
    await refuseHaste(trx, act, source, at)
    const place = act.place.id
    const run = await startRun(trx, { place, source: id, at })
    const job = source.kind === 'posts' ? 'collect' : 'measure'
    await deps.queue.send(job, { place, source: id, run }, { db: trx, priority: 10, key: `run:${run}` })
    await appendAudit(trx, { place, at, actor: act.name, action: 'source-collect', object: id })
    return run
  })
}

/**
 * Politeness holds for persons, too: not before the source allows it, and not over and over; but whoever has mended
 * what was wrong sees at once whether it helped. What a script may ask for is its writer's to know.
 */
async function refuseHaste(trx: Deps['db'], act: Act, source: SourceRow, at: Date): Promise<void> {
  refuseWaiting(source, at)
  if (act.person === null) return
  const asked = await findLastAsked(trx, source.place_id, source.id)
  const left = asked ? asked.getTime() + PAUSE * 1000 - at.getTime() : 0
  if (left > 0) throw new Refusal('just-visited', 429, { retryAfter: left / 1000 })
}

/** A source that has asked us to wait is not asked before. */
export function refuseWaiting({ fault_kind, next_at }: SourceRow, at: Date): void {
  if (fault_kind === 'rate' && next_at && next_at > at)
    throw new Refusal('source-waits', 429, { retryAfter: (next_at.getTime() - at.getTime()) / 1000 })
}

type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>

/** Waits for a run to end, at most so many seconds and while somebody listens; undefined when it has not. */
export async function waitForVisit(
  deps: Deps,
  { place, run, seconds, signal }: { place: string; run: number; seconds: number; signal: AbortSignal },
): Promise<Run | undefined> {
  for (const until = performance.now() + seconds * 1000; ; await wait(250)) {
    if (signal.aborted) return undefined
    const row = await findRun(deps.db, place, run)
    if (row?.ended_at) return row
    if (performance.now() >= until) return undefined
  }
}

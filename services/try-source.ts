// Trying a source before it is saved: who may ask how often, what is asked, and that nothing but the fact is noted.
import { appendAudit } from '../db/audit.ts'
import { noteTry } from '../db/guesses.ts'
import { inTransaction } from '../db/open.ts'
import type { VisitedSource } from '../db/sources.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { trialPause } from './domain/guessing.ts'
import type { Trial, Tried } from './domain/trial.ts'
import { Refusal } from './errors.ts'
import type { NewSource, SourceForm } from './source-form.ts'
import { refuseWaiting } from './tend-sources.ts'

/** No source is called so: what is tried before it exists finds nothing that was kept for another one. */
const NOBODY = 'new'

export function tryNewSource(deps: Deps, act: Act, form: NewSource, signal: AbortSignal): Promise<Tried> {
  const source = { ...form, place_id: act.place.id, id: NOBODY, about: {}, waits_since: null }
  const trial = { source, secrets: form.secrets, timeZone: act.place.time_zone }
  return ask(deps, act, form.id, trial, signal)
}

/**
 * One that is there, with what was changed of it. Tokens that were not typed anew are those that are kept, unless they
 * would go to another address than the one they were given for.
 */
export function tryChangedSource(
  deps: Deps,
  act: Act,
  source: VisitedSource,
  { settings, families, secrets }: SourceForm,
  signal: AbortSignal,
): Promise<Tried> {
  refuseWaiting(source, deps.clock())
  const moved = Object.entries(settings).some(
    ([name, value]) => URL.canParse(String(value)) && value !== source.settings[name],
  )
  const changed = { ...source, settings, families, ...(moved && { id: NOBODY }) }
  return ask(deps, act, source.id, { source: changed, secrets, timeZone: source.time_zone }, signal)
}

async function ask(deps: Deps, act: Act, id: string, trial: Trial, signal: AbortSignal): Promise<Tried> {
  const at = deps.clock()
  const place = act.place.id
  const pause = await noteTry(deps.db, `trial:${place}`, at, trialPause)
  if (pause > 0) throw new Refusal('trial-pause', 429, { retryAfter: pause })
  const detail = { channel: trial.source.channel }
  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, { place, at, actor: act.name, action: 'source-tried', object: id, detail }),
  )
  return deps.trySource(trial, signal)
}

// Marking the steps of taking a channel into use as done, and taking a mark back; each with its audit.
import { appendAudit } from '../db/audit.ts'
import { inTransaction } from '../db/open.ts'
import { addStepMark, dropStepMark } from '../db/step-marks.ts'
import type { Deps } from './deps.ts'
import type { Step } from './domain/guide.ts'
import { Refusal } from './errors.ts'

/** Where a mark stands: at a place, or for the whole installation, where only the operator's steps are marked. */
export type Marking = { place: string | null; step: string; done: boolean; by: string }

export function belongsTo(place: string | null, { who }: Step): boolean {
  return (who === 'operator') === (place === null)
}

export async function markStep(deps: Deps, { place, step, done, by }: Marking): Promise<void> {
  const known = [...deps.channels, ...deps.meters].flatMap((one) => one.guide)
  if (!known.some((one) => one.id === step && belongsTo(place, one))) throw new Refusal('not-found', 404)
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const changed = await (done
      ? addStepMark(trx, { place, step, by, at })
      : dropStepMark(trx, { place, step }))
    const action = done ? 'step-done' : 'step-undone'
    if (changed) await appendAudit(trx, { place, at, actor: by, action, object: step })
  })
}

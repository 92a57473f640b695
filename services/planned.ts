// What is planned, as people keep it: every row with its history and an undo, and nothing changed behind an approval.
import { appendAudit } from '../db/audit.ts'
import { listDuties } from '../db/duties.ts'
import type { IdPrefix } from '../db/ids.ts'
import { makeId } from '../db/ids.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { findObjectEdit } from '../db/place-edits.ts'
import { dropRow, lastPosition, putRow, readRow } from '../db/planned-rows.ts'
import { findPlan, lockPlan } from '../db/plans.ts'
import type { RowPart } from '../db/schema.ts'
import { followRow } from './clock-follow.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { changedFields } from './domain/edits.ts'
import { mayChange } from './domain/plan.ts'
import { Refusal } from './errors.ts'
import { withHistory } from './history.ts'

type Row = Record<string, unknown>

const prefixes = { plan: 'l', goal: 'o', action: 'x' } as const satisfies Partial<Record<RowPart, IdPrefix>>
const stamped = (part: RowPart) => part === 'plan' || part === 'process'

/** Changes a row, or adds one when `id` is null; answers its id. `seen` as its form was made after. */
export async function keepRow(
  deps: Deps,
  act: Act,
  part: Exclude<RowPart, 'process'>,
  id: string | null,
  values: Row,
  seen = '',
): Promise<string> {
  const own = id ?? makeId(part in prefixes ? prefixes[part as keyof typeof prefixes] : 'e')
  await inTransaction(deps.db, async (trx) => {
    const was = await readRow(trx, part, act.place.id, own)
    if (id && !was) throw seen ? new Refusal('row-gone', 409) : new Refusal('not-found', 404)
    if (id) await refuseMoved(trx, act.place.id, id, seen)
    const position =
      was?.position ?? (part === 'plan' ? undefined : await lastPosition(trx, part, act.place.id))
    await putWithHistory(trx, deps, act, part, own, {
      ...(position !== undefined && { position }),
      ...values,
    })
  })
  return own
}

/** Refuses to write over what somebody has changed since the change `seen`, the last one that a form was made after. */
export async function refuseMoved(trx: Db, place: string, id: string, seen: string): Promise<void> {
  const newest = seen ? await findObjectEdit(trx, place, [id]) : undefined
  if (newest && newest.id > Number(seen))
    throw new Refusal('row-moved', 409, { values: { who: newest.actor } })
}

export async function removeRow(deps: Deps, act: Act, part: RowPart, id: string): Promise<void> {
  await inTransaction(deps.db, (trx) => dropWithHistory(trx, deps, act, part, id))
}

/** As the row stood before a change; null takes the row away. For the undo, inside its transaction. */
export async function putBackRow(
  trx: Db,
  deps: Deps,
  act: Act,
  part: RowPart,
  id: string,
  before: Row | null,
): Promise<void> {
  if (before) await putWithHistory(trx, deps, act, part, id, before)
  else await dropWithHistory(trx, deps, act, part, id)
}

/** Inside a transaction of the caller: the row as it shall be, its history, and the record of who did it. */
export async function putWithHistory(
  trx: Db,
  { clock }: Pick<Deps, 'clock'>,
  act: Act,
  part: RowPart,
  id: string,
  values: Row,
): Promise<void> {
  const at = clock()
  const was = await readRow(trx, part, act.place.id, id)
  const plan = await refuseClosed(trx, act, part, id, was, { ...was, ...values })
  const duty = values.duty_id
  if (duty && !(await listDuties(trx, act.place.id)).some((one) => one.id === duty)) throw unknown('duty')
  const stamps = stamped(part) ? { by: act.name, at } : {}
  await withHistory(trx, act, at, { part, object: id }, () =>
    putRow(trx, part, act.place.id, id, { ...values, ...stamps }),
  )
  const row = await readRow(trx, part, act.place.id, id)
  await followRow(trx, act, at, { part, id, row, ...(plan && { plan }) })
  await told(trx, act, at, `${part}-set`, id)
}

async function dropWithHistory(trx: Db, { clock }: Pick<Deps, 'clock'>, act: Act, part: RowPart, id: string) {
  const at = clock()
  const was = await readRow(trx, part, act.place.id, id)
  if (!was) throw new Refusal('not-found', 404)
  await refuseClosed(trx, act, part, id, was, {})
  if (part === 'plan') {
    const plan = await findPlan(trx, act.place.id, id)
    if (plan?.goals.length || plan?.actions.length) throw new Refusal('plan-not-empty', 409)
  }
  await withHistory(trx, act, at, { part, object: id }, () => dropRow(trx, part, act.place.id, id))
  await followRow(trx, act, at, { part, id, row: undefined })
  await told(trx, act, at, `${part}-removed`, id)
}

function told(trx: Db, act: Act, at: Date, action: string, object: string): Promise<void> {
  return appendAudit(trx, { place: act.place.id, at, actor: act.name, action, object, detail: {} })
}

const unknown = (path: string) =>
  new Refusal('invalid', 400, { complaints: [{ path, message: 'is not known here' }] })

/** The plan that it belongs to; one that the group has approved is changed by taking it back first, never behind it. */
async function refuseClosed(
  trx: Db,
  act: Act,
  part: RowPart,
  id: string,
  was: Row | undefined,
  will: Row,
): ReturnType<typeof lockPlan> {
  if (part !== 'plan' && part !== 'goal' && part !== 'action') return undefined
  const of = part === 'plan' ? id : (was?.plan_id ?? will.plan_id)
  const plan = typeof of === 'string' ? await lockPlan(trx, act.place.id, of) : undefined
  if (!plan) {
    if (part === 'plan' && !was) return undefined
    throw new Refusal('not-found', 404)
  }
  const fields = Object.keys(will).length && was ? changedFields(was, { ...was, ...will }) : ['all']
  if (!mayChange(plan.state, part, fields)) throw new Refusal('plan-closed', 409)
  return plan
}

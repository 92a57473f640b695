// A plan that begins as an earlier one: its steps, goals and what goes on, so that a year is not typed anew.
import { makeId } from '../db/ids.ts'
import { inTransaction } from '../db/open.ts'
import { type ActionRow, findPlan } from '../db/plans.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { putWithHistory } from './planned.ts'

type Days = { title: string; from_day: string; to_day: string }

/** Answers the new plan's id; what it is measured by belongs to a year and is chosen anew. */
export async function beginLike(deps: Deps, act: Act, like: string, days: Days): Promise<string> {
  const id = makeId('l')
  await inTransaction(deps.db, async (trx) => {
    const plan = await findPlan(trx, act.place.id, like)
    if (!plan) throw new Refusal('not-found', 404)
    const { steps, resources, partners } = plan
    const own = { steps, resources, partners, proposal: '', record: '' }
    await putWithHistory(trx, deps, act, 'plan', id, { ...days, ...own })
    const goals = new Map(plan.goals.map((one) => [one.id, makeId('o')]))
    for (const { place_id: _, id: was, ...goal } of plan.goals)
      await putWithHistory(trx, deps, act, 'goal', goals.get(was) ?? '', { ...goal, plan_id: id })
    for (const action of plan.actions.filter(goesOn)) {
      const { place_id: _, id: __, ...rest } = action
      const goal_id = (action.goal_id && goals.get(action.goal_id)) || null
      const open = { state: 'open', result: '', done_on: null, day: dayWithin(action, days) }
      await putWithHistory(trx, deps, act, 'action', makeId('x'), { ...rest, ...open, goal_id, plan_id: id })
    }
  })
  return id
}

/** What happened once and is done is not planned again, nor what was given up. */
const goesOn = ({ state, day }: ActionRow): boolean => state === 'open' || (state === 'done' && day === null)

/** A day of the year before says nothing of this one; without a day the group cannot approve, so somebody sets it. */
const dayWithin = ({ day }: ActionRow, { from_day, to_day }: Days): string | null =>
  day !== null && day >= from_day && day <= to_day ? day : null

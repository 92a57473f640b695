// Planned against done: of each action of a plan what was to happen in some days, and what has.
import { listTicks } from '../db/clock.ts'
import { type DutyRow, listDuties } from '../db/duties.ts'
import type { Db } from '../db/open.ts'
import { type ActionRow, findPlanInForce, listTied, type PlanRow } from '../db/plans.ts'
import { judgeAction, type PlanRecord, sumProgress } from './domain/progress.ts'
import { dayOf, inOrder, startOfDay } from './domain/quarter.ts'

type PlaceAt = { id: string; time_zone: string }
type Days = { from: string; to: string }

/** Of one action, with the newest of its posts. */
export async function readAction(db: Db, place: PlaceAt, action: ActionRow, days: Days) {
  const span = { from: startOfDay(days.from, place.time_zone), to: startOfDay(days.to, place.time_zone) }
  const tied = days.from < days.to ? await listTied(db, place.id, action, span) : []
  const seen = {
    posts: tied.map((one) => dayOf(one.published_at, place.time_zone)),
    byHand: tied.some((one) => one.how === 'hand'),
    ticks: action.cycle ? await listTicks(db, place.id, action.id, days) : [],
  }
  return { ...judgeAction(action, seen, days), tied }
}

/** The plan in force as a digest tells of it; null when the place has none in these days. */
export async function readPlanRecord(db: Db, place: PlaceAt, days: Days): Promise<PlanRecord | null> {
  const plan = await findPlanInForce(db, place.id)
  if (!plan || plan.from_day >= days.to || plan.to_day < days.from) return null
  const duties = await listDuties(db, place.id)
  return describePlan(db, place, plan, duties, days)
}

async function describePlan(
  db: Db,
  place: PlaceAt,
  plan: PlanRow,
  duties: readonly DutyRow[],
  days: Days,
): Promise<PlanRecord> {
  const within = { from: inOrder(plan.from_day, days.from)[1], to: days.to }
  const actions: PlanRecord['actions'] = []
  for (const action of plan.actions.filter((one) => one.state !== 'dropped')) {
    const { planned, done, posts } = await readAction(db, place, action, within)
    const { id, what, duty_id, day, cycle, continuous, state } = action
    const duty = duties.find((one) => one.id === duty_id)?.label ?? null
    actions.push({ id, what, duty, day, cycle, continuous, state, planned, done, posts })
  }
  return {
    id: plan.id,
    title: plan.title,
    from: plan.from_day,
    to: plan.to_day,
    ...sumProgress(actions),
    actions,
  }
}

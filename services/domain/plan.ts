// The plan's states up to the board's handling, what stands in the way of a move, and what may be changed when.
import type { PlanAction, PlanState } from '../../db/schema.ts'

export const planMoves = ['approve', 'send', 'handle', 'return', 'enforce', 'reopen'] as const
export type PlanMove = (typeof planMoves)[number]

const moves: Record<PlanMove, { from: readonly PlanState[]; to: PlanState }> = {
  approve: { from: ['draft'], to: 'approved' },
  send: { from: ['approved'], to: 'sent' },
  handle: { from: ['sent'], to: 'handled' },
  /** The board wants it otherwise. */
  return: { from: ['sent', 'handled'], to: 'draft' },
  enforce: { from: ['handled'], to: 'in-force' },
  /** Before it has been sent. */
  reopen: { from: ['approved'], to: 'draft' },
}

export const movesFrom = (state: PlanState): PlanMove[] =>
  planMoves.filter((move) => moves[move].from.includes(state))

export const movedTo = (state: PlanState, move: PlanMove): PlanState | undefined =>
  moves[move].from.includes(state) ? moves[move].to : undefined

type Timed = Pick<PlanAction, 'duty_id' | 'day' | 'continuous'> & { cycle: unknown }

/** An action says when by a day, a cycle, or that it goes on all the time. */
const hasTime = ({ day, cycle, continuous }: Omit<Timed, 'duty_id'>): boolean =>
  day !== null || cycle !== null || continuous

export type Lacks = { what: 'steps' | 'goals' | 'actions' | 'owner' | 'time'; names: string[] }

/** What the communications group cannot approve yet. */
export function lacksOf(plan: {
  steps: Readonly<Record<string, string | undefined>>
  goals: readonly unknown[]
  actions: readonly (Timed & Pick<PlanAction, 'what' | 'state'>)[]
}): Lacks[] {
  const live = plan.actions.filter((one) => one.state !== 'dropped')
  const without = (what: Lacks['what'], found: typeof live): Lacks[] =>
    found.length ? [{ what, names: found.map((one) => one.what) }] : []
  return [
    ...(plan.steps.why?.trim() && plan.steps.whom?.trim() ? [] : [{ what: 'steps' as const, names: [] }]),
    ...(plan.goals.length ? [] : [{ what: 'goals' as const, names: [] }]),
    ...(live.length ? [] : [{ what: 'actions' as const, names: [] }]),
    ...without(
      'owner',
      live.filter((one) => one.duty_id === null),
    ),
    ...without(
      'time',
      live.filter((one) => !hasTime(one)),
    ),
  ]
}

/** What is told of an action while it is carried out; the rest was approved and stays. */
const told = ['state', 'result', 'done_on', 'tags', 'utm', 'position']

/** Whether a change of the fields is allowed to a part of a plan in the state. */
export function mayChange(
  state: PlanState,
  part: 'plan' | 'goal' | 'action',
  fields: readonly string[],
): boolean {
  if (state === 'draft' || fields.length === 0) return true
  if (part !== 'action' || state === 'replaced') return false
  return fields.every((one) => told.includes(one))
}

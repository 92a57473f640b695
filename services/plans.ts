// The plan of communication as people write, approve and hand it to the board; its measures, and posts tied to actions.
import { z } from 'zod'
import { t } from '../config/i18n.ts'
import { tagKey } from '../config/tag.ts'
import { appendAudit } from '../db/audit.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { findPlan, lockPlans, movePlan, savePlanMeasures, tiePost, untiePost } from '../db/plans.ts'
import { actionStates, type PlanStep, planSteps } from '../db/schema.ts'
import { cycleFields, day, orNull, some, takeCycle } from './audiences.ts'
import { followPlan } from './clock-follow.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { lacksOf, movedTo, planMoves } from './domain/plan.ts'
import { Refusal } from './errors.ts'
import { readStrictly } from './rim.tsx'
import { line, wholeText } from './sent-text.ts'

const stepFields = Object.fromEntries(
  planSteps.map((one) => [`step_${one}`, wholeText(4_000).default('')]),
) as Record<`step_${PlanStep}`, z.ZodDefault<ReturnType<typeof wholeText>>>

const sentPlan = z
  .strictObject({
    title: some(200),
    from_day: day,
    to_day: day,
    ...stepFields,
    resources: wholeText(2_000).default(''),
    partners: wholeText(2_000).default(''),
    proposal: wholeText(2_000).default(''),
    record: line(80).default(''),
  })
  .refine(({ from_day, to_day }) => from_day <= to_day, 'the last day is before the first')

/** The form of a plan as its row: the ten steps together. */
export function readPlanForm(fields: unknown) {
  const sent = readStrictly(sentPlan, fields)
  const steps = Object.fromEntries(
    planSteps.flatMap((one) => (sent[`step_${one}`] ? [[one, sent[`step_${one}`]]] : [])),
  )
  const { title, from_day, to_day, resources, partners, proposal, record } = sent
  return { title, from_day, to_day, resources, partners, proposal, record, steps }
}

export const sentGoal = z.strictObject({
  plan_id: line(20),
  label: some(300),
  near_text: line(300),
  near_day: orNull(day),
  far_text: line(300),
  far_day: orNull(day),
})

const tagList = line(400).transform((text) => [
  ...new Set(text.split(/[\s,;]+/).flatMap((one) => (one ? [tagKey(one.replace(/^[#＃﹟]/u, ''))] : []))),
])
const sentAction = z.strictObject({
  plan_id: line(20),
  goal_id: orNull(line(20)),
  what: some(400),
  audience_id: orNull(line(40)),
  area_id: orNull(line(40)),
  channels: z.preprocess((one) => [one ?? []].flat(), z.array(line(40)).max(40)),
  duty_id: orNull(line(40)),
  day: orNull(day),
  continuous: z
    .literal('1')
    .optional()
    .transform((one) => one === '1'),
  aim: orNull(z.coerce.number().int().min(1).max(10_000)),
  tags: tagList,
  utm: orNull(z.string().regex(/^[\w-]{1,60}$/, 'a-z, 0-9, _, -')),
  state: z.enum(actionStates),
  result: wholeText(1_000),
  done_on: orNull(day),
  ...cycleFields,
})

/** An action happens on a day, in a cycle or all the time: one of the three. */
export function readActionForm(fields: unknown) {
  const values = takeCycle(readStrictly(sentAction, fields))
  if (Number(values.day !== null) + Number(values.cycle !== null) + Number(values.continuous) > 1)
    throw new Refusal('action-times', 400)
  if (values.state === 'done' && values.done_on === null && values.day === null)
    throw new Refusal('action-undated', 400)
  return { ...values, done_on: values.state === 'done' ? (values.done_on ?? values.day) : null }
}

export const sentMove = z.strictObject({
  move: z.enum(planMoves),
  handled_on: orNull(day),
  section: orNull(line(40)),
  decision: orNull(wholeText(1_000)),
  replaces: z.literal('1').optional(),
})

/** Moves a plan on; what stands in the way is said in words, and the plan in force gives way only when asked to. */
export async function passPlan(
  deps: Deps,
  act: Act,
  id: string,
  sent: z.infer<typeof sentMove>,
): Promise<void> {
  const at = deps.clock()
  const place = act.place.id
  await inTransaction(deps.db, async (trx) => {
    const plans = await lockPlans(trx, place)
    const plan = plans.find((one) => one.id === id)
    if (!plan) throw new Refusal('not-found', 404)
    const to = movedTo(plan.state, sent.move)
    if (!to) throw new Refusal('plan-moved', 409)
    if (sent.move === 'approve') await refuseLacking(trx, act, id)
    if (sent.move === 'handle' && !(sent.handled_on && sent.section)) throw new Refusal('plan-undecided', 400)
    const who = { by: act.name, at }
    const other = plans.find((one) => one.state === 'in-force')
    if (sent.move === 'enforce' && other) {
      if (!sent.replaces) throw new Refusal('plan-in-force', 409, { values: { title: other.title } })
      await movePlan(trx, place, other.id, { to: 'replaced', event: 'replaced', ...who })
      await followPlan(trx, act, at, other.id)
    }
    const { handled_on, section, decision } = sent
    const handling = sent.move === 'handle' ? { handled_on, section, decision } : undefined
    await movePlan(trx, place, id, { to, event: sent.move, ...(handling && { handling }), ...who })
    if (sent.move === 'enforce') await followPlan(trx, act, at, id)
    await note(trx, act, at, `plan-${sent.move}`, id)
  })
}

async function refuseLacking(trx: Db, act: Act, id: string): Promise<void> {
  const plan = await findPlan(trx, act.place.id, id)
  const lacks = plan ? lacksOf(plan) : []
  if (!lacks.length) return
  const complaints = lacks.map(({ what, names }) => ({
    path: what,
    message: t(act.language, `plan.lacks.${what}`, { names: names.map((one) => `”${one}”`).join(', ') }),
  }))
  throw new Refusal('plan-lacks', 409, { complaints })
}

/** The targets that a plan is measured by; they know their figure, baseline and aim. */
export async function keepMeasures(
  deps: Deps,
  act: Act,
  id: string,
  targets: readonly string[],
): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const plan = (await lockPlans(trx, act.place.id)).find((one) => one.id === id)
    if (!plan) throw new Refusal('not-found', 404)
    if (plan.state !== 'draft') throw new Refusal('plan-closed', 409)
    await savePlanMeasures(trx, act.place.id, id, targets)
    await note(trx, act, at, 'plan-measures', id)
  })
}

const sentTie = z.strictObject({ post: some(500), untie: z.literal('1').optional() })

/** Ties a post to an action, by the post's address here or at its platform; or takes the tie away. */
export async function tie(deps: Deps, act: Act, action: string, fields: unknown): Promise<void> {
  const { post, untie } = readStrictly(sentTie, fields)
  const at = deps.clock()
  const [own] = /p_[a-z2-7]{12}/.exec(post) ?? []
  await inTransaction(deps.db, async (trx) => {
    if (untie) await untiePost(trx, act.place.id, action, post)
    else if (!(await tiePost(trx, act.place.id, action, own ?? post, { by: act.name, at })))
      throw new Refusal('tie-unknown', 409)
    await note(trx, act, at, untie ? 'action-untied' : 'action-tied', action)
  })
}

function note(trx: Db, act: Act, at: Date, action: string, object: string): Promise<void> {
  return appendAudit(trx, { place: act.place.id, at, actor: act.name, action, object, detail: {} })
}

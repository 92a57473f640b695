// What the year of the moved clock plans: a plan of communication with its actions, measured by two targets.
import { findPlan } from '../../db/plans.ts'
import { planSteps, reviewQuestions } from '../../db/schema.ts'
import type { Act } from '../../services/curate.ts'
import type { Deps } from '../../services/deps.ts'
import { checkMeasures, takeMeasures } from '../../services/measures.ts'
import { keepRow } from '../../services/planned.ts'
import { keepMeasures, passPlan, readActionForm, readPlanForm, sentMove, tie } from '../../services/plans.ts'
import { beginYear, keepReview, sentReview, tick } from '../../services/process.ts'
import { takeTarget } from '../../services/targets.ts'

/** Ascension Day, on which nobody works: the fair is held on the day after. */
const FAIR = '2026-05-14'
export const FAIR_HELD = '2026-05-15'
export const STORIES = 'Työn tarina joka kuukausi'

/** A draft of the year's plan, what it is measured by, and the year's process; answers the plan's id. */
export async function draftYear(deps: Deps, act: Act): Promise<string> {
  const at = { place: act.place, by: act.name }
  const target = { year: 2026, baseline: '0', least: undefined, direction: 'up', note: undefined } as const
  const targets = [
    await takeTarget(deps, at, { ...target, label: 'Julkaisut', figure: 'F1', aim: '12', cumulative: '1' }),
    await takeTarget(deps, at, { ...target, label: 'Käynnit', figure: 'F15', aim: '100' }),
  ]
  await beginYear(deps, act, '2026')
  const days = { from_day: '2026-01-01', to_day: '2026-12-31' }
  const steps = Object.fromEntries(planSteps.map((one) => [`step_${one}`, `Kohta ${one}`]))
  const plan = await keepRow(
    ...([deps, act, 'plan', null] as const),
    readPlanForm({ title: 'Viestintäsuunnitelma 2026', ...days, ...steps }),
  )
  const goal = { plan_id: plan, label: 'Muuttaja löytää meidät', near_text: '', near_day: null }
  await keepRow(deps, act, 'goal', null, { ...goal, far_text: '', far_day: null })
  const common = { plan_id: plan, duty_id: 'comms-lead', tags: '', state: 'open', result: '' }
  for (const one of [
    { what: STORIES, every: 'month', on_day: '10', tags: '#työtarinat' },
    { what: 'Muuttomessut', day: FAIR, utm: 'messut-2026', duty_id: 'makers' },
    { what: 'Kuvia järveltä', continuous: '1', aim: '1' },
  ])
    await keepRow(deps, act, 'action', null, readActionForm({ ...common, ...one }))
  await keepMeasures(deps, act, plan, targets)
  return plan
}

/** The board handles it, and it comes into force. */
export async function handlePlan(deps: Deps, act: Act, plan: string, day: string): Promise<void> {
  const handling = { handled_on: day, section: '47', decision: 'Merkittiin tiedoksi.' }
  await passPlan(deps, act, plan, sentMove.parse({ move: 'handle', ...handling }))
  await passPlan(deps, act, plan, sentMove.parse({ move: 'enforce' }))
  await tick(deps, act, '2026', { period: '2026', task: 'hallitus', done: '1' })
}

export const movePlanOn = (deps: Deps, act: Act, plan: string, move: 'approve' | 'send'): Promise<void> =>
  passPlan(deps, act, plan, sentMove.parse({ move }))

/** What cannot be collected is entered, before the figures are locked. */
export async function enterNumbers(deps: Deps, act: Act, quarter: string): Promise<void> {
  const visits = { indicator: 'web.visits', period: quarter, value: '120', source: 'Matomo' }
  const checked = checkMeasures([visits], act.language, String)
  await takeMeasures(deps, act.place.id, checked, act.name, 'typed')
  if (quarter.startsWith('2026'))
    await tick(deps, act, '2026', { period: quarter, task: 'kooste', done: '1' })
}

/** A post of an action that has neither a tag nor a link. */
export async function tieByHand(deps: Deps, act: Act, plan: string, post: string): Promise<void> {
  const action = (await findPlan(deps.db, act.place.id, plan))?.actions.find((one) => one.continuous)
  await tie(deps, act, action?.id ?? '', { post })
}

export async function reviewYear(deps: Deps, act: Act, day: string): Promise<void> {
  const answers = Object.fromEntries(reviewQuestions.map((one) => [one, `Vastaus ${one}`]))
  await keepReview(
    deps,
    act,
    '2026',
    sentReview.parse({ duty_id: 'developer', reviewed_on: day, ...answers }),
  )
}

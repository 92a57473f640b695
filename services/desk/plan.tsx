// One plan at the desk: its state and moves, the ten steps, goals, actions with what was done, and its measures.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listAudiences, listRegister } from '../../db/audiences.ts'
import { findObjectEdit } from '../../db/place-edits.ts'
import { findPlan, findPlanOf, listPlanEvents, objectsOf } from '../../db/plans.ts'
import { listTargets } from '../../db/targets.ts'
import { listTopics } from '../../db/topics.ts'
import type { Deps } from '../deps.ts'
import { formats } from '../digest/files/render.ts'
import { PlanPage, readPlanDocument } from '../digest/plan/paper.tsx'
import { addDays, dayOf, inOrder } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { readAction } from '../plan-progress.ts'
import { openPlanView } from '../plan-view.ts'
import { keepMeasures, passPlan, readActionForm, readPlanForm, sentGoal, sentMove, tie } from '../plans.ts'
import { renderPaper } from '../render-file.ts'
import { readStrictly } from '../rim.tsx'
import type { Fields } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { ActionForm } from './action-form.tsx'
import { dutyNames } from './duty-names.ts'
import { Guidance } from './guidance.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { Actions } from './plan-actions.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { Goals } from './plan-goals.tsx'
import { Measures } from './plan-measures.tsx'
import { PlanState } from './plan-state.tsx'
import { Steps } from './plan-steps.tsx'
import { type Again, addRowRoutes, textOf, tryForm } from './row-routes.ts'

export function planRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const back: Again = (c, refusal, sent) =>
    show(deps, c, c.req.param('id') ?? textOf(sent.plan_id), refusal, sent)
  const ofPlan: Again = (c, refusal, sent) => show(deps, c, textOf(sent.plan_id), refusal, sent)
  const page = (fields: Fields) => `/plan/${textOf(fields.plan_id)}`

  app.get('/:place/plan/:id', signedIn(deps), mayAt(deps, 'read'), (c) => show(deps, c, c.req.param('id')))
  const paper = async (c: DeskContext) => {
    const { place, language, now } = c.var
    const plan = await findPlan(deps.db, place.id, c.req.param('id') ?? '')
    if (!plan) throw new Refusal('not-found', 404)
    return openPlanView(deps.db, place, plan, { language, at: now, url: deps.env.PUBLIC_URL })
  }
  app.get('/:place/plan/:id/read', signedIn(deps), mayAt(deps, 'read'), async (c) =>
    c.html(<PlanPage view={await paper(c)} />),
  )
  app.get('/:place/plan/:id/plan.pdf', signedIn(deps), mayAt(deps, 'read'), async (c) => {
    const pdf = await renderPaper('pdf', readPlanDocument(await paper(c)))
    return c.body(new Uint8Array(pdf), 200, { 'content-type': formats.pdf.type })
  })
  app.get('/:place/plan/:id/plan.docx', signedIn(deps), mayAt(deps, 'read'), async (c) => {
    const docx = await renderPaper('docx', readPlanDocument(await paper(c)))
    return c.body(new Uint8Array(docx), 200, { 'content-type': formats.docx.type })
  })
  addRowRoutes(app, deps, {
    ...{ part: 'goal', path: 'goals', right: 'write', page, again: ofPlan },
    read: (fields) => readStrictly(sentGoal, fields),
  })
  addRowRoutes(app, deps, {
    ...{ part: 'action', path: 'actions', right: 'write', page, again: ofPlan },
    read: readActionForm,
  })
  addRowRoutes(app, deps, {
    part: 'plan',
    path: 'plans',
    right: 'write',
    read: ({ plan_id: _, ...fields }) => readPlanForm(fields),
    page: (fields) => (fields.id ? page(fields) : '/plan'),
    again: ofPlan,
  })
  // The clock knows an action, and not the plan that it belongs to.
  app.get('/:place/actions/:id', signedIn(deps), mayAt(deps, 'read'), async (c) => {
    const plan = await findPlanOf(deps.db, c.var.place.id, c.req.param('id'))
    if (!plan) throw new Refusal('not-found', 404)
    return c.redirect(deskPath(c, `/plan/${plan}#${c.req.param('id')}`), 303)
  })
  app.post('/:place/actions/:id/posts', signedIn(deps), mayAt(deps, 'write'), (c) =>
    tryForm(
      c,
      async ({ plan_id, ...fields }) => {
        await tie(deps, actOf(c), c.req.param('id'), fields)
        return `/plan/${textOf(plan_id)}`
      },
      ofPlan,
    ),
  )
  app.post('/:place/plan/:id/measures', signedIn(deps), mayAt(deps, 'write'), (c) =>
    tryForm(
      c,
      async ({ target }) => {
        await keepMeasures(deps, actOf(c), c.req.param('id'), [target ?? []].flat())
        return `/plan/${c.req.param('id')}`
      },
      back,
    ),
  )
  app.post('/:place/plan/:id/move', signedIn(deps), mayAt(deps, 'edit'), (c) =>
    tryForm(
      c,
      async (fields) => {
        await passPlan(deps, actOf(c), c.req.param('id'), readStrictly(sentMove, fields))
        return `/plan/${c.req.param('id')}`
      },
      back,
    ),
  )
  return app
}

async function show(
  deps: Deps,
  c: DeskContext,
  id: string,
  refusal?: Refusal,
  sent: Fields = {},
): Promise<Response> {
  const { db } = deps
  const { language, place, role, now } = c.var
  const plan = await findPlan(db, place.id, id)
  if (!plan) throw new Refusal('not-found', 404)
  const writes = may(role, 'write')
  const open = writes && plan.state === 'draft'
  const duties = await dutyNames(db, c)
  const audiences = await listAudiences(db, place.id)
  const channels = await listRegister(db, place.id)
  const areas = (await listTopics(db, place.id)).filter((one) => one.kind === 'area')
  const tomorrow = addDays(dayOf(now, place.time_zone), 1)
  const [until] = inOrder(addDays(plan.to_day, 1), tomorrow)
  const progress = await Promise.all(
    plan.actions.map((one) => readAction(db, place, one, { from: plan.from_day, to: until })),
  )
  const years = [...new Set([plan.from_day, plan.to_day].map((one) => Number(one.slice(0, 4))))]
  const targets = (await Promise.all(years.map((year) => listTargets(db, place.id, year)))).flat()
  const asked = c.req.query('edit') ?? (typeof sent.what === 'string' ? textOf(sent.id) || 'new' : undefined)
  const action = plan.actions.find((one) => one.id === asked)
  const newest = await findObjectEdit(db, place.id, objectsOf(plan))
  const events = await listPlanEvents(db, place.id, id)
  const seen = newest?.id ?? 0
  const lists = { c, plan, duties, audiences, channels, areas }
  return c.html(
    <PlanFrame {...{ c, newest, refusal }} tab="plan" title={plan.title}>
      <PlanState c={c} plan={plan} events={events} moves={may(role, 'edit')} />
      {writes && (asked === 'new' || action) && <ActionForm {...lists} {...{ action, sent, seen }} />}
      <Actions {...lists} progress={progress} writes={writes} open={open} />
      <Goals {...{ c, plan, open, sent, seen }} />
      <Steps {...{ c, plan, open, sent, seen }} />
      <Measures c={c} plan={plan} targets={targets} open={open} />
      <Guidance c={c} />
      {open && plan.goals.length === 0 && plan.actions.length === 0 && (
        <p class="hint">{t(language, 'plan.remove.hint')}</p>
      )}
    </PlanFrame>,
    (refusal?.status ?? 200) as 200,
  )
}

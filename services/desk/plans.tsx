// The plans of a place: what is in force, what is on its way, what was before, and the start of a new one.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listPlans } from '../../db/plans.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { dayOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { beginLike } from '../plan-like.ts'
import { keepRow } from '../planned.ts'
import { readPlanForm } from '../plans.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { textOf } from './row-routes.ts'

export function planListRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  app.get('/:place/plan', signedIn(deps), mayAt(deps, 'read'), (c) => show(deps, c))
  app.post('/:place/plan', signedIn(deps), mayAt(deps, 'write'), async (c) => {
    const fields = await readForm(c)
    try {
      const { like, ...sent } = fields
      const form = readPlanForm(sent)
      const id = like
        ? await beginLike(deps, actOf(c), textOf(like), form)
        : await keepRow(deps, actOf(c), 'plan', null, form)
      return c.redirect(deskPath(c, `/plan/${id}`), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(deps, c, error, fields)
    }
  })
  return app
}

async function show(
  { db, clock }: Deps,
  c: DeskContext,
  refusal?: Refusal,
  sent: Fields = {},
): Promise<Response> {
  const { language, place, role } = c.var
  const plans = await listPlans(db, place.id)
  const inForce = plans.filter((one) => one.state === 'in-force')
  const today = dayOf(clock(), place.time_zone)
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '09' ? 1 : 0)
  const was = (name: string, otherwise: string) => textOf(sent[name]) || otherwise
  return c.html(
    <PlanFrame
      {...{ c, refusal }}
      tab="plan"
      title={t(language, 'plan.title')}
      lede={t(language, 'plan.lede')}
    >
      {plans.length === 0 && <p>{t(language, 'plan.none')}</p>}
      {inForce.some((one) => one.to_day < today) && <p class="need">{t(language, 'plan.run-out')}</p>}
      {plans.length > 0 && (
        <ul class="todo plain">
          {plans.map((one) => (
            <li>
              <a href={deskPath(c, `/plan/${one.id}`)}>
                <span>
                  <b>{one.title}</b>{' '}
                  <span>
                    {t(language, `plan.state.${one.state}`)} · {sayDay(language, one.from_day, true)}–
                    {sayDay(language, one.to_day, true)}
                  </span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {may(role, 'write') && (
        <section aria-labelledby="new-plan">
          <h2 id="new-plan">{t(language, 'plan.new')}</h2>
          <Form c={c} action={deskPath(c, '/plan')} class="settings">
            <Field id="title" label={t(language, 'plan.name')}>
              <input
                id="title"
                name="title"
                type="text"
                required
                maxlength={200}
                value={was('title', t(language, 'plan.name.usual', { year: String(year) }))}
              />
            </Field>
            <div class="pair">
              <Field id="from_day" label={t(language, 'plan.from')}>
                <input
                  id="from_day"
                  name="from_day"
                  type="date"
                  required
                  value={was('from_day', `${year}-01-01`)}
                />
              </Field>
              <Field id="to_day" label={t(language, 'plan.to')}>
                <input
                  id="to_day"
                  name="to_day"
                  type="date"
                  required
                  value={was('to_day', `${year}-12-31`)}
                />
              </Field>
            </div>
            {plans.length > 0 && (
              <Field id="like" label={t(language, 'plan.like')} hint={t(language, 'plan.like.hint')}>
                <select id="like" name="like" aria-describedby="like-hint">
                  <option value="">{t(language, 'plan.like.none')}</option>
                  {plans.map((one) => (
                    <option value={one.id} selected={was('like', inForce[0]?.id ?? '') === one.id}>
                      {one.title}
                    </option>
                  ))}
                </select>
              </Field>
            )}
            <button type="submit" class="button main">
              {t(language, 'plan.start')}
            </button>
          </Form>
        </section>
      )}
    </PlanFrame>,
    (refusal?.status ?? 200) as 200,
  )
}

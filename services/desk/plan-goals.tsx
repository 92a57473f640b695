// The goals of a plan, each with a small step near and a large picture far ahead.
import { t } from '../../config/i18n.ts'
import type { PlanRow } from '../../db/plans.ts'
import { sayDay } from '../digest/say.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

type Goal = PlanRow['goals'][number]
type Props = { c: DeskContext; plan: PlanRow; open: boolean }

export function Goals({ c, plan, open }: Props) {
  const { language } = c.var
  const told = (text: string, day: string | null) =>
    [text, day && sayDay(language, day, true)].filter(Boolean).join(', ') || '–'
  return (
    <section aria-labelledby="goals">
      <h2 id="goals">{t(language, 'plan.goals')}</h2>
      {plan.goals.length === 0 && <p class="quiet">{t(language, 'plan.goals.none')}</p>}
      {plan.goals.map((one) => (
        <details class="fold">
          <summary>
            <b>{one.label}</b>{' '}
            <span class="quiet">
              {t(language, 'plan.goal.near')}: {told(one.near_text, one.near_day)} ·{' '}
              {t(language, 'plan.goal.far')}: {told(one.far_text, one.far_day)}
            </span>
          </summary>
          {open && <GoalForm c={c} plan={plan} goal={one} />}
        </details>
      ))}
      {open && (
        <details class="fold">
          <summary>
            <b>{t(language, 'plan.goals.add')}</b>
          </summary>
          <GoalForm c={c} plan={plan} goal={undefined} />
        </details>
      )}
    </section>
  )
}

function GoalForm({ c, plan, goal }: { c: DeskContext; plan: PlanRow; goal: Goal | undefined }) {
  const { language } = c.var
  const own = goal?.id ?? 'new-goal'
  return (
    <>
      <Form c={c} action={deskPath(c, '/goals')} class="settings">
        <input type="hidden" name="id" value={goal?.id ?? ''} />
        <input type="hidden" name="plan_id" value={plan.id} />
        <Field id={`${own}-label`} label={t(language, 'plan.goal')}>
          <input
            id={`${own}-label`}
            name="label"
            type="text"
            required
            maxlength={300}
            value={goal?.label ?? ''}
          />
        </Field>
        {(['near', 'far'] as const).map((one) => (
          <div class="pair">
            <Field id={`${own}-${one}`} label={t(language, `plan.goal.${one}`)}>
              <input
                id={`${own}-${one}`}
                name={`${one}_text`}
                type="text"
                maxlength={300}
                value={goal?.[`${one}_text`] ?? ''}
              />
            </Field>
            <Field id={`${own}-${one}-day`} label={t(language, `plan.goal.${one}.day`)}>
              <input
                id={`${own}-${one}-day`}
                name={`${one}_day`}
                type="date"
                value={goal?.[`${one}_day`] ?? ''}
              />
            </Field>
          </div>
        ))}
        <button type="submit" class="button">
          {t(language, 'desk.save')}
        </button>
      </Form>
      {goal && (
        <Form c={c} action={deskPath(c, `/goals/${goal.id}/remove`)}>
          <input type="hidden" name="plan_id" value={plan.id} />
          <button type="submit" class="button plain">
            {t(language, 'plan.remove')}
            <span class="vh">: {goal.label}</span>
          </button>
        </Form>
      )}
    </>
  )
}

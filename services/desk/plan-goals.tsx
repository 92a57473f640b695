// The goals of a plan, each with a small step near and a large picture far ahead.
import { t } from '../../config/i18n.ts'
import type { PlanRow } from '../../db/plans.ts'
import { sayDay } from '../digest/say.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { RemoveRow, RowOf } from './plan-frame.tsx'
import { textOf } from './row-routes.ts'

type Goal = PlanRow['goals'][number]
type Props = { c: DeskContext; plan: PlanRow; open: boolean; sent: Fields; seen: number }
/** What was sent of a goal is shown again in its own form. */
const sentOf = (sent: Fields, id: string): Fields =>
  typeof sent.near_text === 'string' && textOf(sent.id) === id ? sent : {}

export function Goals({ c, plan, open, sent, seen }: Props) {
  const { language } = c.var
  const told = (text: string, day: string | null) =>
    [text, day && sayDay(language, day, true)].filter(Boolean).join(', ') || '–'
  return (
    <section aria-labelledby="goals">
      <h2 id="goals">{t(language, 'plan.goals')}</h2>
      {plan.goals.length === 0 && <p class="quiet">{t(language, 'plan.goals.none')}</p>}
      {plan.goals.map((one) => (
        <details class="fold" open={sentOf(sent, one.id) === sent}>
          <summary>
            <b>{one.label}</b>{' '}
            <span class="quiet">
              {t(language, 'plan.goal.near')}: {told(one.near_text, one.near_day)} ·{' '}
              {t(language, 'plan.goal.far')}: {told(one.far_text, one.far_day)}
            </span>
          </summary>
          {open && <GoalForm {...{ c, plan, seen }} goal={one} sent={sentOf(sent, one.id)} />}
        </details>
      ))}
      {open && (
        <details class="fold" open={sentOf(sent, '') === sent}>
          <summary>
            <b>{t(language, 'plan.goals.add')}</b>
          </summary>
          <GoalForm {...{ c, plan, seen }} goal={undefined} sent={sentOf(sent, '')} />
        </details>
      )}
    </section>
  )
}

function GoalForm({ c, plan, goal, sent, seen }: Omit<Props, 'open'> & { goal: Goal | undefined }) {
  const { language } = c.var
  const was = (name: string, now: string | null | undefined) =>
    name in sent ? textOf(sent[name]) : (now ?? '')
  const own = goal?.id ?? 'new-goal'
  return (
    <>
      <Form c={c} action={deskPath(c, '/goals')} class="settings">
        <RowOf id={goal?.id} seen={seen} />
        <input type="hidden" name="plan_id" value={plan.id} />
        <Field id={`${own}-label`} label={t(language, 'plan.goal')}>
          <input
            id={`${own}-label`}
            name="label"
            type="text"
            required
            maxlength={300}
            value={was('label', goal?.label)}
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
                value={was(`${one}_text`, goal?.[`${one}_text`])}
              />
            </Field>
            <Field id={`${own}-${one}-day`} label={t(language, `plan.goal.${one}.day`)}>
              <input
                id={`${own}-${one}-day`}
                name={`${one}_day`}
                type="date"
                value={was(`${one}_day`, goal?.[`${one}_day`])}
              />
            </Field>
          </div>
        ))}
        <button type="submit" class="button">
          {t(language, 'desk.save')}
        </button>
      </Form>
      {goal && <RemoveRow c={c} path={`/goals/${goal.id}`} name={goal.label} plan={plan.id} />}
    </>
  )
}

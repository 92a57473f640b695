// The ten steps of a plan, its resources and partners, and what the board is asked: a form while it is a draft.
import { t } from '../../config/i18n.ts'
import type { PlanRow } from '../../db/plans.ts'
import { planSteps } from '../../db/schema.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { RemoveRow, RowOf } from './plan-frame.tsx'
import { textOf } from './row-routes.ts'

type Props = { c: DeskContext; plan: PlanRow; open: boolean; sent: Fields; seen: number }

export function Steps({ c, plan, open, sent, seen }: Props) {
  const { language } = c.var
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t(language, 'plan.steps')}</h2>
      {open ? (
        <StepForm c={c} plan={plan} sent={sent} seen={seen} />
      ) : (
        <dl class="pairs stack">
          {planSteps.map((one) => (
            <div>
              <dt>{t(language, `plan.step.${one}`)}</dt>
              <dd>{plan.steps[one] ?? '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

const beside = ['partners', 'resources', 'proposal'] as const

function StepForm({ c, plan, sent, seen }: Omit<Props, 'open'>) {
  const { language } = c.var
  const was = (name: string, now: string) => (name in sent ? textOf(sent[name]) : now)
  const area = (id: string, label: string, hint: string, value: string) => (
    <Field id={id} label={label} hint={hint}>
      <textarea id={id} name={id} rows={3} aria-describedby={`${id}-hint`}>
        {was(id, value)}
      </textarea>
    </Field>
  )
  const line = (id: 'title' | 'record', most: number, required: boolean) => (
    <Field id={id} label={t(language, `plan.${id === 'title' ? 'name' : 'record'}`)}>
      <input id={id} name={id} type="text" maxlength={most} required={required} value={was(id, plan[id])} />
    </Field>
  )
  const date = (id: 'from_day' | 'to_day') => (
    <Field id={id} label={t(language, id === 'from_day' ? 'plan.from' : 'plan.to')}>
      <input id={id} name={id} type="date" required value={was(id, plan[id])} />
    </Field>
  )
  return (
    <>
      <Form c={c} action={deskPath(c, '/plans')} class="settings">
        <RowOf id={plan.id} seen={seen} />
        <input type="hidden" name="plan_id" value={plan.id} />
        {line('title', 200, true)}
        <div class="pair">
          {date('from_day')}
          {date('to_day')}
        </div>
        {planSteps.map((one) =>
          area(
            `step_${one}`,
            t(language, `plan.step.${one}`),
            t(language, `plan.step.${one}.hint`),
            plan.steps[one] ?? '',
          ),
        )}
        {beside.map((one) =>
          area(one, t(language, `plan.${one}`), t(language, `plan.${one}.hint`), plan[one]),
        )}
        {line('record', 80, false)}
        <button type="submit" class="button main">
          {t(language, 'desk.save')}
        </button>
      </Form>
      <RemoveRow c={c} path={`/plans/${plan.id}`} name={plan.title} plan={plan.id} />
    </>
  )
}

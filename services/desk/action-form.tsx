// The form of an action: what, for whom and where, who and when while the plan is open; always how it went.
import { pick, t } from '../../config/i18n.ts'
import type { ActionRow } from '../../db/plans.ts'
import { actionStates } from '../../db/schema.ts'
import type { Fields } from '../same-origin.ts'
import { CycleFields } from './cycle-fields.tsx'
import { deskPath } from './layout.tsx'
import { Field, Form, Ticks } from './parts.tsx'
import type { PlanLists } from './plan-actions.tsx'
import { DutyChoice, RemoveRow, RowOf } from './plan-frame.tsx'
import { textOf } from './row-routes.ts'

type Props = PlanLists & { action: ActionRow | undefined; sent: Fields; seen: number }
type Named = readonly (readonly [id: string, name: string])[]

export function ActionForm({ c, plan, duties, audiences, channels, areas, action, sent, seen }: Props) {
  const { language, place } = c.var
  const was = (name: string, now: string | null | undefined) =>
    name in sent ? textOf(sent[name]) : (now ?? '')
  const choice = (name: 'goal_id' | 'audience_id' | 'area_id', options: Named) => (
    <Field id={name} label={t(language, `plan.action.${name}`)}>
      <select id={name} name={name}>
        <option value="">–</option>
        {options.map(([value, label]) => (
          <option value={value} selected={value === was(name, action?.[name])}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
  const date = (name: 'day' | 'done_on') => (
    <Field id={name} label={t(language, `plan.action.${name}`)}>
      <input id={name} name={name} type="date" value={was(name, action?.[name])} />
    </Field>
  )
  const line = (name: 'tags' | 'utm', value: string) => (
    <Field
      id={name}
      label={t(language, `plan.action.${name}`)}
      hint={t(language, `plan.action.${name}.hint`)}
    >
      <input
        id={name}
        name={name}
        type="text"
        maxlength={400}
        value={was(name, value)}
        aria-describedby={`${name}-hint`}
      />
    </Field>
  )
  return (
    <section aria-labelledby="action">
      <h2 id="action">{t(language, action ? 'plan.actions.change' : 'plan.actions.add')}</h2>
      {plan.state !== 'draft' && <p class="hint">{t(language, 'plan.action.closed')}</p>}
      <Form c={c} action={deskPath(c, '/actions')} class="settings">
        <RowOf id={action?.id} seen={seen} />
        <input type="hidden" name="plan_id" value={plan.id} />
        <Field id="what" label={t(language, 'plan.actions.what')}>
          <input
            id="what"
            name="what"
            type="text"
            required
            maxlength={400}
            value={was('what', action?.what)}
          />
        </Field>
        <div class="pair">
          <Field id="duty" label={t(language, 'plan.actions.who')} hint={t(language, 'plan.duty.hint')}>
            <DutyChoice c={c} id="duty" duties={duties} value={was('duty_id', action?.duty_id)} />
          </Field>
          {date('day')}
        </div>
        <CycleFields {...{ c, sent }} own="action" cycle={action?.cycle ?? null} />
        <div class="pair">
          <label class="tick">
            <input type="checkbox" name="continuous" value="1" checked={action?.continuous ?? false} />{' '}
            {t(language, 'plan.action.continuous')}
          </label>
          <Field id="aim" label={t(language, 'plan.action.aim')}>
            <input
              id="aim"
              name="aim"
              type="number"
              min={1}
              max={10000}
              value={was('aim', action?.aim?.toString())}
            />
          </Field>
        </div>
        <div class="pair">
          {choice(
            'goal_id',
            plan.goals.map((one) => [one.id, one.label]),
          )}
          {choice(
            'audience_id',
            audiences.map((one) => [one.id, one.whom]),
          )}
          {choice(
            'area_id',
            areas.map((one) => [one.id, pick(one.label, language, place.languages[0])]),
          )}
        </div>
        {channels.length > 0 && (
          <fieldset class="ticks">
            <legend class="label">{t(language, 'plan.action.channels')}</legend>
            <Ticks
              name="channels"
              options={channels.map((one) => [one.id, one.name])}
              chosen={action?.channels ?? []}
            />
          </fieldset>
        )}
        <div class="pair">
          {line('tags', action?.tags.map((one) => `#${one}`).join(' ') ?? '')}
          {line('utm', action?.utm ?? '')}
        </div>
        <div class="pair">
          <Field id="action-state" label={t(language, 'plan.action.state')}>
            <select id="action-state" name="state">
              {actionStates.map((one) => (
                <option value={one} selected={one === was('state', action?.state)}>
                  {t(language, `plan.actions.state.${one}`)}
                </option>
              ))}
            </select>
          </Field>
          {date('done_on')}
        </div>
        <Field id="result" label={t(language, 'plan.action.result')}>
          <textarea id="result" name="result" rows={2}>
            {was('result', action?.result)}
          </textarea>
        </Field>
        <button type="submit" class="button main">
          {t(language, 'desk.save')}
        </button>
        <a class="button plain" href={deskPath(c, `/plan/${plan.id}`)}>
          {t(language, 'plan.cancel')}
        </a>
      </Form>
      {action && plan.state === 'draft' && (
        <RemoveRow c={c} path={`/actions/${action.id}`} name={action.what} plan={plan.id} />
      )}
    </section>
  )
}

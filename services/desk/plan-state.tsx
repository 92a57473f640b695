// Where a plan stands on its way to the board, who moved it when, the moves from here, and its files.
import { formatDate, isKey, t } from '../../config/i18n.ts'
import type { listPlanEvents, PlanRow } from '../../db/plans.ts'
import { planStates } from '../../db/schema.ts'
import { sayDay } from '../digest/say.ts'
import { lacksOf, movesFrom } from '../domain/plan.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

type Events = Awaited<ReturnType<typeof listPlanEvents>>
type Props = { c: DeskContext; plan: PlanRow; events: Events; moves: boolean }

export function PlanState({ c, plan, events, moves }: Props) {
  const { language, place } = c.var
  const path = planStates.filter((one) => one !== 'replaced' || plan.state === 'replaced')
  const lacks = plan.state === 'draft' ? lacksOf(plan) : []
  const handled = plan.handled_on && {
    day: sayDay(language, plan.handled_on, true),
    section: plan.section ?? '–',
  }
  return (
    <section aria-labelledby="state">
      <h2 id="state">{t(language, `plan.state.${plan.state}`)}</h2>
      <p class="quiet">
        {sayDay(language, plan.from_day, true)}–{sayDay(language, plan.to_day, true)}
        {handled && ` · ${t(language, 'plan.handled', handled)}`}
      </p>
      {plan.decision && <p>{plan.decision}</p>}
      <ol class="path">
        {path.map((one) => (
          <li aria-current={one === plan.state ? 'step' : undefined}>{t(language, `plan.state.${one}`)}</li>
        ))}
      </ol>
      <p class="acts">
        <a class="button" href={deskPath(c, `/plan/${plan.id}/read`)}>
          {t(language, 'plan.read')}
        </a>
        <a class="button" href={deskPath(c, `/plan/${plan.id}/plan.pdf`)}>
          PDF
        </a>
        <a class="button" href={deskPath(c, `/plan/${plan.id}/plan.docx`)}>
          Word
        </a>
      </p>
      {lacks.length > 0 && (
        <>
          <p>{t(language, 'plan.lacks')}</p>
          <ul>
            {lacks.map(({ what, names }) => (
              <li>
                {t(language, `plan.lacks.${what}`, { names: names.map((one) => `”${one}”`).join(', ') })}
              </li>
            ))}
          </ul>
        </>
      )}
      {moves &&
        movesFrom(plan.state).map((move) => <Move c={c} plan={plan} move={move} lacks={lacks.length > 0} />)}
      {events.length > 0 && (
        <details class="fold">
          <summary>{t(language, 'plan.events')}</summary>
          <ol class="history">
            {events.map(({ event, by, at }) => {
              const key = `plan.event.${event}`
              return (
                <li>
                  <b>{isKey(key) ? t(language, key) : event}</b>{' '}
                  <span class="quiet">
                    {by}, {formatDate(language, at, place.time_zone, 'time')}
                  </span>
                </li>
              )
            })}
          </ol>
        </details>
      )}
    </section>
  )
}

type MoveProps = { c: DeskContext; plan: PlanRow; move: ReturnType<typeof movesFrom>[number]; lacks: boolean }

function Move({ c, plan, move, lacks }: MoveProps) {
  const { language } = c.var
  const onward = move !== 'return' && move !== 'reopen'
  return (
    <Form
      c={c}
      action={deskPath(c, `/plan/${plan.id}/move`)}
      class={move === 'handle' ? 'settings' : 'line-form'}
    >
      <input type="hidden" name="move" value={move} />
      {move === 'handle' && (
        <>
          <div class="pair">
            <Field id="handled_on" label={t(language, 'plan.handled-on')}>
              <input id="handled_on" name="handled_on" type="date" required />
            </Field>
            <Field id="section" label={t(language, 'plan.section')}>
              <input id="section" name="section" type="text" required maxlength={40} />
            </Field>
          </div>
          <Field id="decision" label={t(language, 'plan.decision')}>
            <textarea id="decision" name="decision" rows={2}>
              {plan.proposal}
            </textarea>
          </Field>
        </>
      )}
      {move === 'enforce' && (
        <label class="tick">
          <input type="checkbox" name="replaces" value="1" /> {t(language, 'plan.replaces')}
        </label>
      )}
      <button type="submit" class={onward && !lacks ? 'button main' : 'button'}>
        {t(language, `plan.move.${move}`)}
      </button>
    </Form>
  )
}

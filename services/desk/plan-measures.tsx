// What a plan is measured by: targets of its years, each with its figure, baseline and aim.
import { t } from '../../config/i18n.ts'
import type { PlanRow } from '../../db/plans.ts'
import type { TargetRow } from '../../db/targets.ts'
import { sayMeasured } from '../digest/say.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'

type Props = { c: DeskContext; plan: PlanRow; targets: readonly TargetRow[]; open: boolean }

export function Measures({ c, plan, targets, open }: Props) {
  const { language } = c.var
  const columns = ['label', 'figure', 'baseline', 'aim'] as const
  const [, figure = '', baseline = '', aim = ''] = columns.map((one) => t(language, `plan.measure.${one}`))
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">{t(language, 'plan.measures')}</h2>
      <p class="quiet">
        {t(language, 'plan.measures.hint')}{' '}
        <a href={deskPath(c, `/targets?year=${plan.from_day.slice(0, 4)}`)}>{t(language, 'targets.title')}</a>
      </p>
      {plan.measures.length > 0 && (
        <table class="rows">
          <thead>
            <tr>
              {columns.map((one) => (
                <th scope="col" class={one === 'baseline' || one === 'aim' ? 'num' : undefined}>
                  {t(language, `plan.measure.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.measures.map((one) => (
              <tr>
                <th scope="row">
                  {one.label} <span class="quiet">{one.year}</span>
                </th>
                <td data-label={figure}>{sayMeasured(language, one.figure)}</td>
                <td class="num" data-label={baseline}>
                  {one.baseline ?? t(language, 'plan.unknown')}
                </td>
                <td class="num" data-label={aim}>
                  {one.aim}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && targets.length > 0 && (
        <details class="fold">
          <summary>{t(language, 'plan.measures.choose')}</summary>
          <Form c={c} action={deskPath(c, `/plan/${plan.id}/measures`)}>
            <fieldset>
              <legend class="vh">{t(language, 'plan.measures')}</legend>
              {targets.map((one) => (
                <label class="tick">
                  <input
                    type="checkbox"
                    name="target"
                    value={one.public_id}
                    checked={plan.measures.some((each) => each.public_id === one.public_id)}
                  />
                  {one.label} {one.year}
                </label>
              ))}
            </fieldset>
            <button type="submit" class="button">
              {t(language, 'desk.save')}
            </button>
          </Form>
        </details>
      )}
    </section>
  )
}

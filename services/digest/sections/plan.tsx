// The plan in force beside what happened: of each action what was planned in the quarter and what was done.
import { formatNumber, pick, t } from '../../../config/i18n.ts'
import { Row, Table } from '../parts.tsx'
import { sayWhen } from '../say-plan.ts'
import type { View } from '../view.ts'

export function PlanActions({ view }: { view: View }) {
  const { language, bundle } = view
  const { plan } = bundle
  if (!plan) return null
  const [who, when, planned, done] = (['who', 'when', 'planned', 'done'] as const).map((one) =>
    t(language, `plan.actions.${one}`),
  ) as [string, string, string, string]
  const count = (n: number | null) => (n === null ? t(language, 'plan.unknown') : formatNumber(language, n))
  return (
    <>
      <h3>{t(language, 'digest.plan')}</h3>
      <p>
        {t(language, 'digest.plan.kept', { title: plan.title, due: plan.due, kept: plan.kept })}{' '}
        {plan.unknown > 0 && t(language, 'digest.plan.unknown', { n: plan.unknown })}
      </p>
      {plan.actions.length > 0 && (
        <Table
          caption={t(language, 'digest.plan.caption')}
          head={[
            { label: t(language, 'plan.actions.what') },
            { label: who },
            { label: when },
            { label: planned, num: true },
            { label: done, num: true },
          ]}
        >
          {plan.actions.map((one) => (
            <Row label={<span dir="auto">{one.what}</span>}>
              <td data-l={who}>
                {one.duty
                  ? pick(one.duty, language, bundle.place.languages[0])
                  : t(language, 'plan.actions.nobody')}
              </td>
              <td data-l={when}>{sayWhen(language, one) ?? '–'}</td>
              <td class="num" data-l={planned}>
                {count(one.planned)}
              </td>
              <td class="num main-num" data-l={done}>
                {count(one.done)}
              </td>
            </Row>
          ))}
        </Table>
      )}
    </>
  )
}

// The platforms' limits on the sources page: what is used of our half, and when there is more.
import { formatDate, formatNumber, isKey, t } from '../../config/i18n.ts'
import type { BudgetLine } from '../budget-lines.ts'
import type { DeskContext } from './layout.tsx'

export function Budgets({ c, lines }: { c: DeskContext; lines: readonly BudgetLine[] }) {
  const { language, place } = c.var
  if (!lines.length) return null
  const heads = ['of', 'used', 'opens', 'waiting'] as const
  const n = (value: number) => formatNumber(language, value)
  return (
    <section aria-labelledby="budgets">
      <h2 id="budgets">{t(language, 'budgets.title')}</h2>
      <p class="quiet">{t(language, 'budgets.lede')}</p>
      <table class="rows">
        <thead>
          <tr>
            {heads.map((one) => (
              <th scope="col">{t(language, `budgets.${one}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => {
            const name = `budget.${one.channel}.${one.name}`
            return (
              <tr>
                <th scope="row">
                  {one.title}
                  {one.of && ` (${one.of})`}
                  <span class="quiet">{isKey(name) ? t(language, name) : one.name}</span>
                </th>
                <td data-label={t(language, 'budgets.used')}>
                  {t(language, 'budgets.used.n', { used: n(one.used), share: n(one.share) })}
                  <span class="quiet">{t(language, 'budgets.most', { most: n(one.most) })}</span>
                </td>
                <td data-label={t(language, 'budgets.opens')}>
                  {one.opensAt
                    ? formatDate(language, one.opensAt, place.time_zone, 'time')
                    : t(language, 'budgets.open')}
                </td>
                <td data-label={t(language, 'budgets.waiting')}>
                  {one.waiting ? n(one.waiting) : t(language, 'budgets.nobody')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

// The clocks of a joint place's members, a row each in the file's order: done of all by month, and what is late.
import { type Language, t } from '../../config/i18n.ts'
import type { ClockEntry } from '../clock.ts'

export type Member = { name: string; entries: readonly ClockEntry[] }
type Props = { language: Language; year: number; members: readonly Member[] }

export function MembersYear({ language, year, members }: Props) {
  const months = Array.from({ length: 12 }, (_, nth) => `${year}-${String(nth + 1).padStart(2, '0')}`)
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t(language, 'clock.members')}</h2>
      <table class="rows members-year">
        <caption class="quiet">{t(language, 'clock.members.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(language, 'clock.members.place')}</th>
            {months.map((month) => (
              <th scope="col">{Number(month.slice(5))}</th>
            ))}
            <th scope="col">{t(language, 'clock.late')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ name, entries }) => {
            const byMonth = Map.groupBy(entries, ({ day }) => day.slice(0, 7))
            const late = entries.filter(({ state }) => state === 'late').length
            return (
              <tr>
                <th scope="row">{name}</th>
                {months.map((month) => {
                  const mine = byMonth.get(month) ?? []
                  const done = mine.filter(({ state }) => state === 'done').length
                  return (
                    <td data-label={`${Number(month.slice(5))}.`}>
                      {mine.length ? `${done}/${mine.length}` : '–'}
                    </td>
                  )
                })}
                <td data-label={t(language, 'clock.late')} class={late ? 'need' : undefined}>
                  {t(language, 'clock.members.late', { n: late })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

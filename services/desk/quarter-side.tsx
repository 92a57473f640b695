// The quarter at a glance: its days, its weeks with and without a lift, and where the newest digest stands.
import type { Child } from 'hono/jsx'
import { t } from '../../config/i18n.ts'
import { daysBetween } from '../domain/quarter.ts'
import type { Today } from '../today.ts'
import { weekNumber } from './card.tsx'
import { type DeskContext, deskPath } from './layout.tsx'

type Props = { c: DeskContext; today: Today }

export function QuarterSide({ c, today, children }: Props & { children: Child }) {
  const { language } = c.var
  const { quarter } = today
  const gone = daysBetween(quarter.from, today.today)
  const all = daysBetween(quarter.from, quarter.to)
  return (
    <aside class="side" aria-labelledby="quarter">
      <section>
        <h2 id="quarter">{t(language, 'today.quarter', { months: monthsOf(language, quarter) })}</h2>
        <p class="quiet">{t(language, 'today.quarter.days', { gone, left: all - gone })}</p>
        <svg class="gauge" viewBox={`0 0 ${all} 1`} preserveAspectRatio="none" aria-hidden="true">
          <rect width={gone} height="1" />
        </svg>
      </section>
      <Weeks c={c} today={today} />
      <Coverage c={c} today={today} />
      <section aria-labelledby="digest">
        <h3 id="digest">{t(language, 'today.digest')}</h3>
        {today.digest ? (
          <p>
            {quarterName(today.digest.quarter)}:{' '}
            <span class="quiet">{t(language, `digest-state.${today.digest.state}`)}</span>
          </p>
        ) : (
          <p class="quiet">{t(language, 'today.digest.none')}</p>
        )}
        <p>
          <a href={deskPath(c, '/digests')}>{t(language, 'today.digest.open')}</a>
        </p>
      </section>
      {children}
    </aside>
  )
}

/** "4/2026" of "2026-q4" */
const quarterName = (quarter: string) => `${quarter.at(-1)}/${quarter.slice(0, 4)}`

/** "loka–joulukuu" where the language joins months so, "October–December" elsewhere. */
function monthsOf(language: 'fi' | 'sv' | 'en', { from, to }: { from: string; to: string }): string {
  const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language]
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const first = format.format(new Date(`${from}T12:00:00Z`))
  const last = format.format(new Date(new Date(`${to}T12:00:00Z`).getTime() - 86_400_000))
  return `${language === 'fi' ? first.replace(/kuu$/, '') : first}–${last}`
}

/** Of how many pictures on the walls somebody has said what is in them. */
function Coverage({ c, today }: Props) {
  const { language } = c.var
  const { pictures: all, author, ours, decorative } = today.coverage
  if (!all) return null
  const done = author + ours + decorative
  // Never a full hundred while one is missing.
  const share = Math.floor((done / all) * 100)
  return (
    <section aria-labelledby="coverage">
      <h3 id="coverage">{t(language, 'today.coverage', { share })}</h3>
      <p class="quiet">{t(language, 'today.coverage.detail', { done, all, author, ours, decorative })}</p>
    </section>
  )
}

function Weeks({ c, today }: Props) {
  const { language } = c.var
  const { weeks } = today.quarter
  const known = new Map(today.lifting.weeks.map((one) => [one.week, one.state]))
  const state = (week: string) => known.get(week) ?? 'ahead'
  // A week with a reason, and those before the service was in use, are not counted against anybody.
  const past = weeks.filter((week) => ['done', 'none'].includes(state(week)))
  const lifts = weeks.filter((week) => state(week) === 'done').length
  return (
    <section aria-labelledby="lifts">
      <h3 id="lifts">{t(language, 'today.lifts', { lifts, weeks: past.length })}</h3>
      <ol class="weeks">
        {weeks.map((week) => (
          <li class={state(week)}>
            <i />
            <span class="vh">{t(language, 'today.week')}</span> {weekNumber(week)}
            <span class="vh">: {t(language, `today.week.${state(week)}`)}</span>
          </li>
        ))}
      </ol>
      <ul class="key" aria-hidden="true">
        {(['done', 'none', 'excused', 'now'] as const).map((one) => (
          <li class={one}>
            <i />
            {t(language, `today.week.${one}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

// The parts of a campaign's public page: counters with what has been done, and a calendar whose doors open by the day.
import { formatNumber, type Language, t } from '../../config/i18n.ts'
import type { CounterRow, listMarks } from '../../db/campaign-counts.ts'
import { sayDay } from '../digest/say.ts'
import type { Door } from '../domain/campaigns.ts'

type Marks = Awaited<ReturnType<typeof listMarks>>
export type Told = {
  counts: { label: string; actual: number; aim: number | null }[]
  deeds: { day: string; told: string }[]
}

/** Contacts are the town's own business; everything else that is counted is told. */
export function toldOf(counters: readonly CounterRow[], posts: number | null, marks: Marks): Told {
  const open = counters.filter(({ kind }) => kind !== 'contacts')
  return {
    counts: open.flatMap(({ label, aim, marked }) => {
      const actual = marked ?? posts
      return actual === null ? [] : [{ label, aim, actual }]
    }),
    deeds: marks.flatMap(({ counter, day, told }) =>
      told && open.some((one) => one.id === counter) ? [{ day, told }] : [],
    ),
  }
}

type Words = { language: Language; main: Language }

export function CampaignCounts({ told, language, main }: Words & { told: Told }) {
  if (!told.counts.length) return null
  const lang = language === main ? undefined : main
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{t(language, 'campaign.page.counts')}</h2>
      <ul class="counts">
        {told.counts.map(({ label, actual, aim }) => (
          <li>
            <span lang={lang}>{label}</span>{' '}
            <b>
              {formatNumber(language, actual)}
              {aim !== null && `/${formatNumber(language, aim)}`}
            </b>
            {/* The figures beside it say the same. */}
            {aim !== null && <progress max={aim} value={Math.min(actual, aim)} aria-hidden="true" />}
          </li>
        ))}
      </ul>
      {told.deeds.length > 0 && (
        <details open={told.deeds.length <= 12}>
          <summary>{t(language, 'campaign.page.deeds', { n: told.deeds.length })}</summary>
          <ul>
            {told.deeds.map(({ day, told: said }) => (
              <li>
                {sayDay(language, day, true)} <span lang={lang}>{said}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

export function CampaignDoors({ doors, today, language, main }: Words & { doors: Door[]; today: string }) {
  if (!doors.length) return null
  const lang = language === main ? undefined : main
  return (
    <section aria-labelledby="doors" class="wide">
      <h2 id="doors">{t(language, 'campaign.page.doors')}</h2>
      <ol class="doors">
        {doors.map(({ day, title, url }) =>
          // What a door hides does not leave the service before its day.
          day > today ? (
            <li class="shut">
              <b>{Number(day.slice(8))}</b>
              <span>{t(language, 'campaign.page.shut', { day: sayDay(language, day) })}</span>
            </li>
          ) : (
            <li>
              <b>{Number(day.slice(8))}</b>
              <span lang={lang}>{url ? <a href={url}>{title}</a> : title}</span>
            </li>
          ),
        )}
      </ol>
    </section>
  )
}

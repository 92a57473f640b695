// The addresses of the clock for people's own calendars: the whole of it, and by duty.
import { pick, t } from '../../config/i18n.ts'
import type { DutyRow } from '../../db/duties.ts'
import type { DeskContext } from './layout.tsx'

type Props = { c: DeskContext; url: string; duties: readonly DutyRow[] }

export function ClockFeeds({ c, url, duties }: Props) {
  const { language, place } = c.var
  const feed = `${url}/calendar/${place.id}.ics?lang=${language}`
  return (
    <section aria-labelledby="feeds">
      <h2 id="feeds">{t(language, 'clock.feeds')}</h2>
      <p class="quiet">{t(language, 'clock.feeds.text')}</p>
      <dl class="pairs stack">
        <div>
          <dt>{t(language, 'clock.feeds.all')}</dt>
          <dd>
            <a href={feed}>{feed}</a>
          </dd>
        </div>
        {duties.map((one) => (
          <div>
            <dt>{pick(one.label, language, place.languages[0])}</dt>
            <dd>
              <a href={`${feed}&duty=${one.id}`}>{`${feed}&duty=${one.id}`}</a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

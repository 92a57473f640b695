// Keeping: how long what stays, and what each of the last nights has forgotten.
import { Hono } from 'hono'
import { formatDate, isKey, t } from '../../config/i18n.ts'
import { listForgetting } from '../../db/forgetting.ts'
import type { Deps } from '../deps.ts'
import { keepingTimes, keepingValues } from '../keeping-times.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { DeskPage } from './layout.tsx'

const NIGHTS = 30

export function keepingRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/keeping', signedIn(deps), mayAt(deps, 'administer'), async (c) => {
    const { language, place } = c.var
    const nights = await listForgetting(deps.db, place.id, NIGHTS)
    const values = keepingValues(language)
    const title = t(language, 'settings.keeping')
    const told = (counts: Record<string, number>) =>
      Object.entries(counts)
        .flatMap(([kind, n]) => {
          const key = `forgotten.${kind}`
          return n > 0 && isKey(key) ? [t(language, key, { n })] : []
        })
        .join(', ') || t(language, 'forgotten.nothing')
    return c.html(
      <DeskPage c={c} title={title} current="settings">
        <main class="work" id="content">
          <header class="head">
            <h1>{title}</h1>
            <p class="quiet">{t(language, 'keeping.lede')}</p>
          </header>
          <h2>{t(language, 'keeping.nights')}</h2>
          {nights.length === 0 && <p class="quiet">{t(language, 'keeping.none')}</p>}
          <dl class="pairs stack">
            {nights.map((one) => (
              <div>
                <dt>{formatDate(language, one.at, place.time_zone, 'time')}</dt>
                <dd>{told(one.counts)}</dd>
              </div>
            ))}
          </dl>
          <h2>{t(language, 'privacy.keep')}</h2>
          <dl class="pairs stack">
            {keepingTimes.map(([what, time]) => (
              <div>
                <dt>{t(language, what, values)}</dt>
                <dd>{t(language, time, values)}</dd>
              </div>
            ))}
          </dl>
        </main>
      </DeskPage>,
    )
  })
}

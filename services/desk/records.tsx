// The record of processing and the description of the system as pages to print, in three languages.
import { Hono } from 'hono'
import { formatDate, languages, pick, t } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { type RecordLine, writeRecords } from '../records.ts'
import { languageOf } from '../rim.tsx'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { DeskPage, deskPath } from './layout.tsx'

const tongues = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const

export function recordRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/records', signedIn(deps), mayAt(deps, 'edit'), async (c) => {
    const { place, now } = c.var
    const language = c.req.query('lang') ? languageOf(c) : c.var.language
    const { processing, system } = await writeRecords(deps, place, language)
    const name = pick(place.name, language, place.languages[0])
    const title = t(language, 'settings.records')
    const parts = [
      ['processing', processing],
      ['system', system],
    ] as const
    return c.html(
      <DeskPage c={c} title={title} current="settings">
        <main class="work" id="content" lang={language}>
          <header class="head">
            <h1>{title}</h1>
            <p class="quiet">
              {t(language, 'record.lede', { place: name, day: formatDate(language, now, place.time_zone) })}
            </p>
            <nav aria-label={t(language, 'notice.languages')}>
              <ul class="acts">
                {languages.map((one) => (
                  <li>
                    <a
                      class="button plain"
                      href={deskPath(c, `/records?lang=${one}`)}
                      lang={one}
                      hreflang={one}
                      aria-current={one === language ? 'true' : undefined}
                    >
                      {tongues[one]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </header>
          {parts.map(([id, lines]) => (
            <section aria-labelledby={id}>
              <h2 id={id}>{t(language, `record.title.${id}`)}</h2>
              <Lines lines={lines} />
            </section>
          ))}
        </main>
      </DeskPage>,
    )
  })
}

function Lines({ lines }: { lines: readonly RecordLine[] }) {
  return (
    <dl class="pairs stack">
      {lines.map(({ what, how }) => (
        <div>
          <dt>{what}</dt>
          {how.map((one) => (
            <dd>{one}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

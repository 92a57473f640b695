// Two short papers from the same locked data: the report for decision makers, and a page for each service area.
import type { Child, FC } from 'hono/jsx'
import { formatDate, type Key, pick, t } from '../../config/i18n.ts'
import { NoticeLinks } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { shortSections } from './compose.ts'
import { Front } from './front.tsx'
import { Whole } from './parts.tsx'
import { sayPeriod, sayQuarter } from './say.ts'
import { ActionTable } from './sections/actions.tsx'
import { dataId, placeName, type View } from './view.ts'

type Frame = { view: View; title: string; lede: string; files?: string[]; children: Child }

function Paper({ view, title, lede, files = [], children }: Frame) {
  const { language, row, bundle, address } = view
  const published = row.published_at
  const quarter = sayQuarter(language, row.quarter)
  // A preview of the short report is the preview of the digest with a question behind it.
  const whole = address ? `${address}?lang=${language}` : '?'
  return (
    <Shell
      language={language}
      title={t(language, 'digest.of', { title, quarter, place: placeName(view) })}
      styles={['paper.css']}
      hidden={!published}
      bodyClass="digest short"
    >
      <div class="page">
        <header class="cover">
          <p class="kicker">
            <span>{placeName(view)}</span>
            <span>{lede}</span>
            {!published && <span class="sample">{t(language, `digest.state.${row.state}`)}</span>}
            {row.sample && <span class="sample">{t(language, 'digest.sample')}</span>}
          </p>
          <h1>
            {title} <span>{sayPeriod(language, row.quarter)}</span>
          </h1>
          {published && (
            <p class="soft">
              {t(language, 'digest.meta.published')} {formatDate(language, published, bundle.place.time_zone)}
            </p>
          )}
          {address && files.length > 0 && (
            <p class="files">
              {t(language, 'digest.files')}:{' '}
              {files.map((one, nth) => (
                <>
                  {nth > 0 && ', '}
                  <a href={`${address}/short.${one}?lang=${language}&revision=${row.revision}`}>
                    {one === 'pdf' ? 'PDF' : 'Word'}
                  </a>
                </>
              ))}
            </p>
          )}
        </header>
        <main id="content">
          <Whole.Provider value={whole}>{children}</Whole.Provider>
        </main>
        <footer class="foot">
          <p>
            {t(language, 'digest.short.whole', { quarter, revision: row.revision })}{' '}
            {t(language, 'digest.meta.data')} {dataId(row)}.{' '}
            {address && <a href={address}>{t(language, 'digest.short.link-whole')}</a>}
          </p>
          <NoticeLinks language={language} place={bundle.place.id} />
        </footer>
      </div>
    </Shell>
  )
}

function Part({ view, id, title, Body }: { view: View; id: string; title: Key; Body: FC<{ view: View }> }) {
  return (
    <section class="sec" id={`s-${id}`} aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{t(view.language, title)}</h2>
      <Body view={view} />
    </section>
  )
}

/** Sections 1, 14 and 16 to 18; on paper two pages. */
export function ShortReport({ view }: { view: View }) {
  const { language } = view
  return (
    <Paper
      view={view}
      title={t(language, 'digest.short')}
      lede={t(language, 'digest.short.for')}
      files={['pdf', 'docx']}
    >
      <Front view={view} />
      {shortSections.map(({ id, title, Body }) => (
        <Part view={view} id={id} title={title} Body={Body} />
      ))}
    </Paper>
  )
}

/** What one service area is asked to note: its actions first, then the conclusions. `reply` is its own answer's way. */
export function AreaPage({ view, area, reply }: { view: View; area: string; reply: string | null }) {
  const { language, written, bundle } = view
  const found = written.areas.find((one) => one.id === area)
  const mine = [...written.actions, ...written.promises].filter((one) => one.area === area)
  const label = found ? pick(found.label, language, bundle.place.languages[0]) : area
  return (
    <Paper view={view} title={t(language, 'digest.area')} lede={label}>
      <section class="sec" aria-labelledby="h-mine">
        <h2 id="h-mine">{t(language, 'digest.area.actions')}</h2>
        {mine.length ? (
          <ActionTable view={view} caption={label} rows={mine} told />
        ) : (
          <p>{t(language, 'digest.area.none')}</p>
        )}
        {reply && (
          <p>
            <a href={reply}>{t(language, 'digest.area.answer')}</a>
          </p>
        )}
      </section>
      <Front view={view} />
      {shortSections
        .filter(({ id }) => id === 'texts' || id === 'actions')
        .map(({ id, title, Body }) => (
          <Part view={view} id={id} title={title} Body={Body} />
        ))}
    </Paper>
  )
}

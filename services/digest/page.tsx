// The digest as a page that also prints: cover, page one, contents, how to read it, the sections, the foot.
import type { FC } from 'hono/jsx'
import { formatDate, pick, t } from '../../config/i18n.ts'
import { NoticeLinks } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { composeSections } from './compose.ts'
import { Front } from './front.tsx'
import { VerdictMark } from './parts.tsx'
import { capital, sayPeriod, sayQuarter } from './say.ts'
import { dataId, placeName, type View } from './view.ts'

export function DigestPage({ view }: { view: View }) {
  const { language, row, address } = view
  const place = placeName(view)
  const period = sayPeriod(language, row.quarter)
  const published = row.published_at !== null
  return (
    <Shell
      language={language}
      title={t(language, 'digest.of', {
        title: t(language, 'digest.title'),
        quarter: sayQuarter(language, row.quarter),
        place,
      })}
      description={t(language, 'digest.describe', { place, period })}
      styles={['paper.css']}
      hidden={!published}
      bodyClass="digest"
      head={
        address && (
          <>
            <link
              rel="stylesheet"
              href={`${address}.css?lang=${language}&revision=${row.revision}`}
              media="print"
            />
            <link rel="alternate" type="application/json" href={`${address}.json`} />
            <link
              rel="alternate"
              type="application/atom+xml"
              href={`${address.replace(/[^/]+$/, '')}feed.atom`}
            />
          </>
        )
      }
    >
      <div class="page">
        <Banner view={view} />
        <Cover view={view} />
        <main id="content">
          <Front view={view} />
          <div class="body">
            <Contents view={view} />
            <div class="secs">
              <HowTo view={view} />
              {composeSections(view).map(({ id, title, number, Body }) => {
                const Inside = Body as FC<{ view: View }>
                return (
                  <section class="sec" id={`s-${id}`} aria-labelledby={`h-${id}`}>
                    <h2 id={`h-${id}`}>
                      <span class="n">{number}</span> <span>{t(language, title)}</span>
                    </h2>
                    <Inside view={view} />
                  </section>
                )
              })}
            </div>
          </div>
        </main>
        <footer class="foot">
          <p>
            {t(language, 'digest.foot', {
              place,
              quarter: sayQuarter(language, row.quarter),
              revision: row.revision,
              id: dataId(row),
            })}{' '}
            {row.sample && `${t(language, 'digest.sample')}.`}
          </p>
          <NoticeLinks language={language} place={view.bundle.place.id} />
        </footer>
      </div>
    </Shell>
  )
}

/** Above everything: an old revision says that there is a newer one. */
function Banner({ view: { language, row, address } }: { view: View }) {
  if (row.state !== 'superseded' || !address) return null
  return (
    <p class="banner">
      {t(language, 'digest.superseded')} <a href={address}>{t(language, 'digest.newest')}</a>
    </p>
  )
}

function Cover({ view }: { view: View }) {
  const { language, row, bundle } = view
  const zone = bundle.place.time_zone
  const published = row.published_at
  const meta = [
    published && (['published', formatDate(language, published, zone)] as const),
    row.frozen_at
      ? (['frozen', formatDate(language, row.frozen_at, zone, 'time')] as const)
      : (['compiled', formatDate(language, row.compiled_at, zone, 'time')] as const),
    ['revision', String(row.revision)] as const,
    ['data', dataId(row)] as const,
  ].filter((one) => one !== null)
  return (
    <header class="cover">
      <p class="kicker">
        <span>{placeName(view)}</span>
        {!published && <span class="sample">{t(language, `digest.state.${row.state}`)}</span>}
        {row.sample && <span class="sample">{t(language, 'digest.sample')}</span>}
      </p>
      <div class="title">
        <h1>
          {t(language, 'digest.title')} <span>{sayPeriod(language, row.quarter)}</span>
        </h1>
        <Fell />
      </div>
      <dl class="meta">
        {meta.map(([key, value]) => (
          <div>
            <dt>{t(language, `digest.meta.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

function Fell() {
  return (
    <svg
      class="fell"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 304 72"
      preserveAspectRatio="xMaxYMax meet"
    >
      <g fill="none" stroke="#0b5876" stroke-linecap="round" stroke-linejoin="round">
        <path
          stroke-width="2"
          d={
            'M2 50c22-2 34-9 52-13 14-3 22 3 34-1 20-7 30-26 46-29 10-2 14 6 23 8 11 3 16-7 27-5 16 3 22 20 38 26 ' +
            '13 5 21 2 33 6 16 5 28 8 47 8'
          }
        />
        <path stroke-width="1.5" stroke-dasharray="26 7 12 9" d="M30 58h226" />
        <path stroke-width="1.5" stroke-dasharray="14 10 30 12" d="M74 64h150" />
        <path stroke-width="1.5" stroke-dasharray="20 14" d="M116 70h72" />
      </g>
    </svg>
  )
}

function Contents({ view }: { view: View }) {
  const { language, address, bundle } = view
  const titles = { fi: 'Suomeksi', sv: 'På svenska', en: 'In English' }
  return (
    <nav class="toc" aria-labelledby="h-toc">
      <h2 id="h-toc">{t(language, 'digest.contents')}</h2>
      <ol>
        <li>
          <a href="#s-summary">
            <span>1</span> {t(language, 'digest.summary')}
          </a>
        </li>
        {composeSections(view).map(({ id, title, number }) => (
          <li>
            <a href={`#s-${id}`}>
              <span>{number}</span> {t(language, title)}
            </a>
          </li>
        ))}
      </ol>
      {address && (
        <p class="files">
          {t(language, 'digest.files')}: <a href={`${address}.json`}>JSON</a>
        </p>
      )}
      {address && (
        <p class="files">
          <a href={`${address}/short?lang=${language}`}>{t(language, 'digest.short.link')}</a>
        </p>
      )}
      {address && view.written.areas.length > 0 && (
        <p class="files">
          {t(language, 'digest.areas')}:{' '}
          {view.written.areas.map((one, nth) => (
            <>
              {nth > 0 && ', '}
              <a href={`${address}/areas/${one.id}?lang=${language}`}>
                {pick(one.label, language, bundle.place.languages[0])}
              </a>
            </>
          ))}
        </p>
      )}
      {address && bundle.place.languages.length > 1 && (
        <p class="files">
          {bundle.place.languages
            .filter((one) => one !== language)
            .map((one) => (
              <a href={`${address}?lang=${one}`} lang={one} hreflang={one}>
                {titles[one]}
              </a>
            ))}
        </p>
      )}
    </nav>
  )
}

function HowTo({ view: { language } }: { view: View }) {
  return (
    <section class="howto keep" aria-labelledby="h-howto">
      <h2 id="h-howto">{t(language, 'digest.howto')}</h2>
      <ul>
        {(['1', '2', '3', '4'] as const).map((n) => (
          <li>{t(language, `digest.howto.${n}`)}</li>
        ))}
      </ul>
      <dl>
        {(['clear', 'maybe', 'usual'] as const).map((verdict) => (
          <div>
            <dt>
              <VerdictMark verdict={verdict}>{capital(t(language, `figure.verdict.${verdict}`))}</VerdictMark>
            </dt>
            <dd>{t(language, `digest.howto.${verdict}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{t(language, 'digest.howto.cause')}</p>
    </section>
  )
}

// The digest as a page that also prints: cover, page one, contents, how to read it, the sections, the foot.
import { pick, t } from '../../config/i18n.ts'
import { NoticeLinks } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { composeSections } from './compose.ts'
import { coverMarks, coverMeta } from './cover.ts'
import { Fell } from './fell.tsx'
import { Front } from './front.tsx'
import { HowTo } from './how-to.tsx'
import { sayPeriod, sayQuarter } from './say.ts'
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
              {composeSections(view).map(({ id, title, number, Body }) => (
                <section class="sec" id={`s-${id}`} aria-labelledby={`h-${id}`}>
                  <h2 id={`h-${id}`}>
                    <span class="n">{number}</span> <span>{t(language, title)}</span>
                  </h2>
                  <Body view={view} />
                </section>
              ))}
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
  const { language, row } = view
  return (
    <header class="cover">
      <p class="kicker">
        <span>{placeName(view)}</span>
        {coverMarks(view).map((mark) => (
          <span class="sample">{mark}</span>
        ))}
      </p>
      <div class="title">
        <h1>
          {t(language, 'digest.title')} <span>{sayPeriod(language, row.quarter)}</span>
        </h1>
        <Fell />
      </div>
      <dl class="meta">
        {coverMeta(view).map(({ term, text }) => (
          <div>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

/** The last is the kind of PDF that archives ask for. */
const files = [
  ['PDF', '.pdf?'],
  ['Word', '.docx?'],
  ['Excel', '.xlsx?'],
  ['CSV', '.csv?'],
  ['JSON', '.json?'],
  ['PDF/A', '.pdf?archive=1&'],
] as const

function Contents({ view }: { view: View }) {
  const { language, address, bundle, row } = view
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
          {t(language, 'digest.files')}:{' '}
          {files.map(([name, ending], nth) => (
            <>
              {nth > 0 && ' '}
              <a href={`${address}${ending}lang=${language}&revision=${row.revision}`}>{name}</a>
            </>
          ))}
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
              {nth > 0 && ' '}
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

// The frame of every page of the sample town: head, sample notice, top bar, main part and foot.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang, Words } from './landing-words.ts'
import { words } from './landing-words.ts'

export type Host = { lang: Lang; service: string; place: string }

/** Addresses of the other service, by language; its resident pages answer under Finnish and English names. */
export const serviceLinks = ({ lang, service, place }: Host) => ({
  script: `${service}/widgets/somewall.js`,
  tell: `${service}/${lang === 'fi' ? 'kerro' : 'tell'}/${place}?lang=${lang}`,
  feedback: `${service}/${lang === 'fi' ? 'palaute' : 'feedback'}/${place}?lang=${lang}`,
  accessibility: `${service}/saavutettavuus/${place}?lang=${lang}`,
  privacy: `${service}/tietosuoja/${place}?lang=${lang}`,
})

export const Icon = ({ name }: { name: string }) => (
  <svg class="i" aria-hidden="true" width="24" height="24">
    <use href={`/icons.svg#${name}`} />
  </svg>
)

const Top = ({ lang, say, other }: { lang: Lang; say: Words; other: string }) => (
  <div class="top">
    <a class="logo" href={`/${lang}`}>
      <img src="/mark.svg" width="36" height="36" alt="" />
      Kemijärvi
    </a>
    <nav class="parts" aria-label={say.parts}>
      <ul class="plain">
        <li>
          <a href={`/${lang}#tutustu`}>{say.meet}</a>
        </li>
        <li>
          <a href={`/${lang}#palvelut`}>{say.services}</a>
        </li>
        <li>
          <a href={`/${lang}#elamaa`}>{say.life}</a>
        </li>
      </ul>
    </nav>
    <nav class="langs" aria-label={say.language}>
      <ul class="plain">
        {(['fi', 'en'] as const).map((code) => (
          <li>
            {code === lang ? (
              <span aria-current="true">{code === 'fi' ? 'Suomi' : 'English'}</span>
            ) : (
              <a href={other} lang={code} hreflang={code}>
                {code === 'fi' ? 'Suomi' : 'English'}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  </div>
)

const Foot = ({ say, host }: { say: Words; host: Host }) => {
  const links = serviceLinks(host)
  return (
    <footer class="bottom">
      <p>
        <b>{say.site}</b>
        <br />
        {say.desk}
      </p>
      <p>{say.noCookies}</p>
      <ul class="plain">
        <li>
          <a href={links.tell}>{say.tell}</a>
        </li>
        <li>
          <a href={links.feedback}>{say.feedback}</a>
        </li>
        <li>
          <a href={links.accessibility}>{say.accessibility}</a>
        </li>
        <li>
          <a href={links.privacy}>{say.privacy}</a>
        </li>
      </ul>
      <p class="note">
        <b>{say.sample}</b> {say.sampleMore}
      </p>
    </footer>
  )
}

type Frame = { host: Host; title: string; path: string; head?: Child; children?: Child }

export const frame = ({ host, title, path, head, children }: Frame) => {
  const say = words[host.lang]
  const other = `/${host.lang === 'fi' ? 'en' : 'fi'}${path}`
  const page = (
    <html lang={host.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${say.site} (${say.sample.replace('.', '').toLowerCase()})`}</title>
        <meta name="description" content={say.description} />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        {[400, 600].map((weight) => (
          <link
            rel="preload"
            href={`/fonts/source-sans-3-latin-${weight}-normal.woff2`}
            as="font"
            type="font/woff2"
            crossorigin=""
          />
        ))}
        <link rel="stylesheet" href="/landing.css" />
        <link rel="alternate" hreflang="fi" href={`/fi${path}`} />
        <link rel="alternate" hreflang="en" href={`/en${path}`} />
        {head}
      </head>
      <body>
        <a class="skip" href="#sisalto">
          {say.skip}
        </a>
        <header>
          <p class="sample">
            <span>
              <b>{say.sample}</b> {say.sampleMore}
            </span>
          </p>
          <Top lang={host.lang} say={say} other={other} />
        </header>
        <main id="sisalto" tabindex={-1}>
          {children}
        </main>
        <Foot say={say} host={host} />
      </body>
    </html>
  )
  return `<!doctype html>${page}`
}

export const asIs = (markup: string) => raw(markup)

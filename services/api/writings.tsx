// How an answer is written out: as JSON, as the bare list for a CMS, for the element, and for a frame.
import { raw } from 'hono/html'
import type { Language } from '../../config/i18n.ts'
import { assetUrl } from '../assets.ts'
import type { Deps } from '../deps.ts'
<<<<<<< HEAD
import { Typeface } from '../page.tsx'
=======
import { NoticeFoot } from '../notice-links.tsx'
import { Shell, Typeface } from '../page.tsx'
import { storyPath } from '../public-paths.ts'
>>>>>>> main
import type { DrawnQuery, WallAnswer } from './contract.ts'
import { Screen } from './draw/screen.tsx'
import type { View } from './draw/view.tsx'
import { Wall } from './draw/wall.tsx'
import type { Writing } from './wall-memory.ts'

const HTML = 'text/html; charset=utf-8'

export const asJson: Writing = {
  name: 'json',
  type: 'application/json; charset=utf-8',
  form: 'open',
  write: (answer) => JSON.stringify(answer),
}

type Where = Pick<Deps, 'env' | 'widget'>
type Layout = DrawnQuery['layout']
export const styleUrls = ({ widget }: Where, layout: Layout) => [
  `/widgets/wall.${widget.style.hash}.css`,
  ...(layout === 'screen' ? [`/widgets/screen.${widget.screenStyle.hash}.css`] : []),
]

type Drawing = { answer: WallAnswer; query: DrawnQuery; now: Date; base: string; level: number }

/** The wall as HTML; `base` stands before addresses of ours. */
export function drawn({ env }: Where, { answer, query, now, base, level }: Drawing): string {
  const { place, id, lang } = answer.wall
  const { heading, layout, theme, family, channel, language } = query
  const path = `/walls/${place}/${id}`
  const kept = { lang, ...(layout === 'list' && { layout }), ...(theme && { theme }) }
  const view: View = {
    ...{ answer, language: lang as Language, base, level: heading ?? level, theme, now: now.getTime() },
    layout: layout ?? 'grid',
    chosen: { family, channel, language },
    href: (change) => {
      const said = Object.entries({ ...kept, ...change }).filter((one): one is [string, string] => !!one[1])
      return `${base}${path}?${new URLSearchParams(said)}`
    },
    address: `${env.PUBLIC_URL}${path}?lang=${lang}`,
  }
  return String(layout === 'screen' ? <Screen view={view} /> : <Wall view={view} />)
}

export const naming = (name: string, { heading, layout, theme }: DrawnQuery) =>
  [name, heading, layout, theme].join(' ')

/** The bare list: its style comes along, so that it looks like the element that will take its place. */
export function asFragment(deps: Where, query: DrawnQuery): Writing {
  const base = deps.env.PUBLIC_URL
  return {
    name: naming('fragment', query),
    type: HTML,
    form: 'open',
    write: (answer, _, now) =>
      styleUrls(deps, query.layout)
        .map((url) => `<link rel="stylesheet" href="${base}${url}">`)
        .join('') + drawn(deps, { answer, query, now, base, level: 2 }),
  }
}

/** What the element fetches: it has the style, and knows where the service is. */
export function forElement(deps: Where, query: DrawnQuery): Writing {
  return {
    name: naming('element', query),
    type: HTML,
    form: 'open',
    write: (answer, _, now) => drawn(deps, { answer, query, now, base: '', level: 2 }),
  }
}

/** Inside another page's frame: links open outside of it, and posts of X are left out. */
export function asFrame(deps: Where, query: DrawnQuery): Writing {
  return {
    name: naming('frame', query),
    type: HTML,
    form: 'frame',
    write: (answer, _, now) =>
      String(
        <>
          {raw('<!doctype html>')}
          <html lang={answer.wall.lang}>
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <meta name="color-scheme" content="light dark" />
              <meta name="robots" content="noindex" />
              <title>{answer.wall.label}</title>
              <base target="_blank" />
              <Typeface />
              <link rel="stylesheet" href={assetUrl('page.css')} />
              {styleUrls(deps, query.layout).map((url) => (
                <link rel="stylesheet" href={url} />
              ))}
              <script src={assetUrl('in-frame.js')} defer />
            </head>
            <body>
<<<<<<< HEAD
              <main>{raw(drawn(deps, { answer, query, now, base: '', level: 1 }))}</main>
=======
              <main aria-label={answer.wall.label}>{raw(drawn(answer, query, now, '', 1))}</main>
>>>>>>> main
            </body>
          </html>
        </>,
      ),
  }
}
<<<<<<< HEAD
=======

/** The wall as a page of its own. The element takes the list over where scripts run. */
export function asPage(deps: Where, query: DrawnQuery): Writing {
  return {
    name: naming('page', query),
    type: HTML,
    form: 'open',
    write(answer, view, now) {
      const { label, place, id } = answer.wall
      const language = answer.wall.lang as Language
      const name = pick(view.place.name, language, view.place.languages[0])
      const path = `/walls/${place}/${id}`
      const list = raw(drawn(answer, query, now, '', 1))
      const page = `${deps.env.PUBLIC_URL}${path}`
      return String(
        <Shell
          language={language}
          title={t(language, 'wall.title', { wall: label, place: name })}
          description={t(language, 'wall.description', { place: name })}
          scripts={query.cursor ? [] : [scriptUrl(deps)]}
          bodyClass="wall-page"
          styles={['wall-page.css']}
          head={<PageLinks {...{ deps, page, language }} languages={view.place.languages} feed={label} />}
        >
          <header class="wall-top">
            <a href={`${path}?lang=${language}`}>{name}</a>
            <p>
              <a href={`${path}/feed.atom?lang=${language}`}>{t(language, 'wall.feed-link')}</a>
              <Languages path={path} now={language} all={view.place.languages} />
            </p>
          </header>
          <main id="content" class="wall-main">
            {query.cursor ? (
              <>
                <p>
                  <a href={`${path}?lang=${language}`}>{t(language, 'wall.back')}</a>
                </p>
                {list}
              </>
            ) : (
              <some-wall
                src="/"
                place={place}
                wall={id}
                lang={language}
                heading={query.heading ?? 1}
                layout={query.layout}
                limit={query.limit}
                family={query.family}
                channel={query.channel}
              >
                {list}
              </some-wall>
            )}
          </main>
          <NoticeFoot language={language} place={place}>
            {view.stories && (
              <p>
                <a href={storyPath(language, place)}>{t(language, 'story.invite')}</a>
              </p>
            )}
          </NoticeFoot>
        </Shell>,
      )
    },
  }
}

const names: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

function Languages({ path, now, all }: { path: string; now: Language; all: readonly Language[] }) {
  if (all.length < 2) return null
  return (
    <>
      {all.map((one) => (
        <a
          href={`${path}?lang=${one}`}
          lang={one}
          hreflang={one}
          aria-current={one === now ? 'true' : undefined}
        >
          {names[one]}
        </a>
      ))}
    </>
  )
}

type Links = { deps: Where; page: string; language: Language; languages: readonly Language[]; feed: string }

function PageLinks({ deps, page, language, languages, feed }: Links) {
  const address = encodeURIComponent(`${page}?lang=${language}`)
  const oembed = `${deps.env.PUBLIC_URL}/oembed?format=json&url=${address}`
  return (
    <>
      <link rel="stylesheet" href={styleUrl(deps)} />
      <link rel="canonical" href={page} />
      {languages.map((one) => (
        <link rel="alternate" hreflang={one} href={`${page}?lang=${one}`} />
      ))}
      <link rel="alternate" type="application/atom+xml" title={feed} href={`${page}/feed.atom`} />
      <link rel="alternate" type="application/feed+json" title={feed} href={`${page}/feed.json`} />
      <link rel="alternate" type="application/json+oembed" title={feed} href={oembed} />
    </>
  )
}
>>>>>>> main

// How an answer is written out: as JSON, as the bare list for a CMS, and as our own pages around the same list.
import { raw } from 'hono/html'
import { type Child, jsx } from 'hono/jsx'
import { type Language, pick, t } from '../../config/i18n.ts'
import type { Draw, View } from '../../widgets/draw/ground.ts'
import { wall as drawWall } from '../../widgets/draw/wall.ts'
import { assetUrl } from '../assets.ts'
import type { Deps } from '../deps.ts'
import { NoticeFoot } from '../notice-links.tsx'
import { Shell, Typeface } from '../page.tsx'
import { storyPath } from '../public-paths.ts'
import type { DrawnQuery, WallAnswer } from './contract.ts'
import { sayings } from './sayings.ts'
import type { Writing } from './wall-memory.ts'

const HTML = 'text/html; charset=utf-8'
const draw = jsx as unknown as Draw<Child>

export const asJson: Writing = {
  name: 'json',
  type: 'application/json; charset=utf-8',
  form: 'open',
  write: (answer) => JSON.stringify(answer),
}

type Where = Pick<Deps, 'env' | 'widget'>
export const styleUrl = ({ widget }: Where) => `/widgets/wall.${widget.style.hash}.css`
const scriptUrl = ({ widget }: Where) => `/widgets/somewall.${widget.hash}.js`

function drawn(answer: WallAnswer, query: DrawnQuery, now: Date, base: string, level: number): string {
  const { place, id, lang } = answer.wall
  const said = new URLSearchParams({ lang })
  const view: View = {
    words: sayings(lang as Language),
    base,
    level: query.heading ?? level,
    list: query.layout === 'list',
    family: query.family,
    now: now.getTime(),
    href: (more) => `${base}/walls/${place}/${id}?${new URLSearchParams([...said, ...Object.entries(more)])}`,
  }
  return String(drawWall(draw, answer, view))
}

const naming = (name: string, query: DrawnQuery) => `${name} ${query.heading ?? ''} ${query.layout ?? ''}`

/** The bare list: its style comes along, so that it looks like the element that will take its place. */
export function asFragment(deps: Where, query: DrawnQuery): Writing {
  const base = deps.env.PUBLIC_URL
  return {
    name: naming('fragment', query),
    type: HTML,
    form: 'open',
    write: (answer, _, now) =>
      `<link rel="stylesheet" href="${base}${styleUrl(deps)}">${drawn(answer, query, now, base, 2)}`,
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
              <link rel="stylesheet" href={styleUrl(deps)} />
              <script src={assetUrl('in-frame.js')} defer />
            </head>
            <body>
              <main aria-label={answer.wall.label}>{raw(drawn(answer, query, now, '', 1))}</main>
            </body>
          </html>
        </>,
      ),
  }
}

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

// The wall as a page of its own, for visitors and for public screens; where scripts run the element takes it over.
import { raw } from 'hono/html'
import { type Language, pick, t } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { NoticeFoot } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import type { DrawnQuery, WallAnswer } from './contract.ts'
import { SharePicture } from './share.tsx'
import type { Writing } from './wall-memory.ts'
import { drawn, naming, styleUrls } from './writings.tsx'

type Where = Pick<Deps, 'env' | 'widget'>

export function asPage(deps: Where, query: DrawnQuery): Writing {
  return {
    name: naming('page', query),
    type: 'text/html; charset=utf-8',
    form: 'open',
    write(answer, view, now) {
      const { label, place, id } = answer.wall
      const language = answer.wall.lang as Language
      const name = pick(view.place.name, language, view.place.languages[0])
      const path = `/walls/${place}/${id}`
      const screen = query.layout === 'screen'
      const list = raw(drawn(deps, { answer, query, now, base: '', level: 1 }))
      const title = t(language, 'wall.title', { wall: label, place: name })
      const description = t(language, 'wall.description', { place: name })
      const element = <Element answer={answer} query={query} list={list} />
      return String(
        <Shell
          language={language}
          title={title}
          description={description}
          scripts={query.cursor ? [] : [`/widgets/somewall.${deps.widget.hash}.js`]}
          // One page is enough for search engines: what is chosen from it, and later pages, they reach from there.
          direct={screen}
          hidden={screen || Boolean(query.cursor)}
          bodyClass={screen ? 'wall-screen' : classOf(query)}
          styles={['wall-page.css']}
          head={
            <>
              {styleUrls(deps, query.layout).map((url) => (
                <link rel="stylesheet" href={url} />
              ))}
              <PageLinks {...{ deps, language, path }} languages={view.place.languages} feed={label} />
              <SharePicture {...{ deps, answer, title, description, site: name, path }} />
            </>
          }
        >
          {screen ? (
            <main id="content">{element}</main>
          ) : (
            <>
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
                  element
                )}
              </main>
              <NoticeFoot language={language} place={place} />
            </>
          )}
        </Shell>,
      )
    },
  }
}

const classOf = ({ layout, theme }: DrawnQuery) =>
  ['wall-page', layout === 'list' && 'wall-lines', theme && `wall-${theme}`].filter(Boolean).join(' ')

type ElementProps = { answer: WallAnswer; query: DrawnQuery; list: ReturnType<typeof raw> }

function Element({ answer, query, list }: ElementProps) {
  const { layout, theme, limit, family, channel, language } = query
  return (
    <some-wall
      src="/"
      place={answer.wall.place}
      wall={answer.wall.id}
      lang={answer.wall.lang}
      heading-level={query.heading ?? 1}
      {...{ layout, theme, limit, family, channel, language }}
    >
      {list}
    </some-wall>
  )
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

type Links = { deps: Where; path: string; language: Language; languages: readonly Language[]; feed: string }

function PageLinks({ deps, path, language, languages, feed }: Links) {
  const page = `${deps.env.PUBLIC_URL}${path}`
  const address = encodeURIComponent(`${page}?lang=${language}`)
  const oembed = `${deps.env.PUBLIC_URL}/oembed?format=json&url=${address}`
  return (
    <>
      <link rel="canonical" href={`${page}?lang=${language}`} />
      {languages.map((one) => (
        <link rel="alternate" hreflang={one} href={`${page}?lang=${one}`} />
      ))}
      <link rel="alternate" type="application/atom+xml" title={feed} href={`${page}/feed.atom`} />
      <link rel="alternate" type="application/feed+json" title={feed} href={`${page}/feed.json`} />
      <link rel="alternate" type="application/json+oembed" title={feed} href={oembed} />
    </>
  )
}

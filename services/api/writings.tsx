// How an answer is written out: as JSON, as the bare list for a CMS, for the element, and for a frame.
import { raw } from 'hono/html'
import type { Language } from '../../config/i18n.ts'
import { assetUrl } from '../assets.ts'
import type { Deps } from '../deps.ts'
import { Typeface } from '../page.tsx'
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
            <body class="framed">
              <main aria-label={answer.wall.label}>
                {raw(drawn(deps, { answer, query, now, base: '', level: 1 }))}
              </main>
            </body>
          </html>
        </>,
      ),
  }
}

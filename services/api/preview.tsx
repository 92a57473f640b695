// The short preview of a wall that a pasted address becomes in other people's pages.
import { Hono } from 'hono'
import { raw } from 'hono/html'
import { z } from 'zod'
import { formatDate, type Language, offeredAt, pick, t } from '../../config/i18n.ts'
import { assetUrl } from '../assets.ts'
import type { Deps } from '../deps.ts'
import { cleanLine } from '../domain/text.ts'
import { Typeface } from '../page.tsx'
import { languageOf, readStrictly } from '../rim.tsx'
import type { PublicPost } from './contract.ts'
import type { WallMemory, Writing } from './wall-memory.ts'
import { send } from './wall-routes.ts'

/** Stories in a preview: it is a way to the wall, not the wall. */
const MOST = 3
const LONGEST = 140
const query = z.strictObject({ lang: z.string().max(35).optional() })

export function previewRoutes({ env }: Pick<Deps, 'env'>, memory: WallMemory): Hono {
  const writing = asPreview(env.PUBLIC_URL)
  return new Hono().get('/embed/:place/:wall/preview', async (c) => {
    const { place, wall } = c.req.param()
    readStrictly(query, c.req.query())
    const view = await memory.view(place)
    const lang = languageOf(c, offeredAt(view?.place.languages ?? []))
    const prepared = await memory.read({ place, wall, query: { lang, limit: MOST }, writing })
    return send(c, prepared, 'accept-encoding, accept-language')
  })
}

function asPreview(origin: string): Writing {
  return {
    name: 'preview',
    type: 'text/html; charset=utf-8',
    form: 'frame',
    write(answer, view) {
      const { label, place, id, time_zone } = answer.wall
      const language = answer.wall.lang as Language
      const name = pick(view.place.name, language, view.place.languages[0])
      const posts = [...answer.lead, ...answer.posts]
        .filter((post) => post.shown === 'whole')
        .sort((a, b) => b.published_at.localeCompare(a.published_at))
      return String(
        <>
          {raw('<!doctype html>')}
          <html lang={language}>
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <meta name="robots" content="noindex" />
              <title>{label}</title>
              <Typeface />
              <link rel="stylesheet" href={assetUrl('page.css')} />
              <link rel="stylesheet" href={assetUrl('preview.css')} />
              <script src={assetUrl('in-frame.js')} defer />
            </head>
            <body class="preview">
              <main aria-label={label}>
                <p>{name}</p>
                <h1>{label}</h1>
                <ul>
                  {posts.slice(0, MOST).map((post) => (
                    <Story post={post} language={language} zone={time_zone} />
                  ))}
                </ul>
                <p>
                  <a href={`${origin}/walls/${place}/${id}?lang=${language}`} target="_top">
                    {t(language, 'preview.open')}
                  </a>
                </p>
              </main>
            </body>
          </html>
        </>,
      )
    },
  }
}

type StoryProps = { post: PublicPost; language: Language; zone: string }

function Story({ post, language, zone }: StoryProps) {
  const words = cleanLine(post.title ?? post.text, LONGEST)
  const who = post.author?.name ?? post.author?.handle ?? post.site
  return (
    <li>
      <b lang={post.lang ?? undefined}>{words}</b>
      <span>
        {who && `${who}, `}
        <time datetime={post.published_at}>{formatDate(language, new Date(post.published_at), zone)}</time>
      </span>
    </li>
  )
}

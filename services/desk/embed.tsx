// The code that puts a wall on a website, in the ways that different sites need.
import { Hono } from 'hono'
import { pick, t } from '../../config/i18n.ts'
import { listWalls } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import {
  type Embed,
  embedDiv,
  embedElement,
  embedFrame,
  fragmentAddress,
  reserveRule,
} from '../domain/embed-code.ts'
import { noticePath } from '../notice-links.tsx'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage } from './layout.tsx'
import { Icon } from './parts.tsx'

export function embedRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/embed', signedIn(deps), mayAt(deps, 'edit'), async (c) => {
    const { language, place } = c.var
    const walls = await listWalls(deps.db, place.id)
    const title = t(language, 'settings.embed')
    return c.html(
      <DeskPage c={c} title={title} current="settings">
        <main class="work" id="content">
          <header class="head">
            <h1>{title}</h1>
            <p class="quiet">
              <a href={noticePath('counting', language, place.id)}>{t(language, 'counting.title')}</a>
            </p>
          </header>
          {walls.map((wall) => {
            const main = place.languages[0] ?? 'fi'
            const embed = {
              service: deps.env.PUBLIC_URL,
              place: place.id,
              wall: wall.id,
              language: main,
              title: pick(wall.label, main, main),
            }
            return <WallCodes c={c} embed={embed} show={wall.show} lead={wall.lead?.count ?? 0} />
          })}
          {walls.length === 0 && <p>{t(language, 'embed.none')}</p>}
        </main>
      </DeskPage>,
    )
  })
}

type Props = { c: DeskContext; embed: Embed; show: number; lead: number }

function WallCodes({ c, embed, show, lead }: Props) {
  const { language } = c.var
  return (
    <section aria-labelledby={`wall-${embed.wall}`}>
      <h2 id={`wall-${embed.wall}`}>
        {t(language, 'embed.wall', { wall: embed.title })}
        <a href={`/walls/${embed.place}/${embed.wall}`}>{t(language, 'embed.preview')}</a>
      </h2>
      <Code c={c} wall={embed.wall} kind="element" text={embedElement(embed)} />
      <Code c={c} wall={embed.wall} kind="reserve" text={reserveRule({ posts: show, lead })} />
      <Code c={c} wall={embed.wall} kind="fragment" text={fragmentAddress(embed)} />
      <Code c={c} wall={embed.wall} kind="div" text={embedDiv(embed)} />
      <Code c={c} wall={embed.wall} kind="frame" text={embedFrame(embed)} />
    </section>
  )
}

type CodeProps = {
  c: DeskContext
  wall: string
  kind: 'element' | 'reserve' | 'fragment' | 'div' | 'frame'
  text: string
}

function Code({ c, wall, kind, text }: CodeProps) {
  const { language } = c.var
  const id = `${wall}-${kind}`
  return (
    <div class="code">
      <h3>{t(language, `embed.${kind}`)}</h3>
      <p class="quiet">{t(language, `embed.${kind}.text`)}</p>
      <pre id={id}>{text}</pre>
      <button
        class="button needs-js"
        type="button"
        data-copy={id}
        data-copied={t(language, 'consent.copied')}
      >
        <Icon name="copy" />
        {t(language, 'consent.copy')}
        <span class="vh">: {t(language, `embed.${kind}`)}</span>
      </button>
    </div>
  )
}

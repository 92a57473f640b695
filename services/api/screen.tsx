// The wall on a public screen: the newest stories large, one after another, without motion and with a way to stop it.
import { raw } from 'hono/html'
import { type Child, jsx } from 'hono/jsx'
import { type Language, t } from '../../config/i18n.ts'
import type { Draw, View } from '../../widgets/draw/ground.ts'
import { items } from '../../widgets/draw/wall.ts'
import { assetUrl } from '../assets.ts'
import type { Deps } from '../deps.ts'
import { Shell } from '../page.tsx'
import type { WallAnswer } from './contract.ts'
import { sayings } from './sayings.ts'
import type { Writing } from './wall-memory.ts'
import { styleUrl } from './writings.tsx'

/** As many stories as take turns. */
const TURNS = 9

export function asScreen(deps: Pick<Deps, 'env' | 'widget'>): Writing {
  return {
    name: 'screen',
    type: 'text/html; charset=utf-8',
    form: 'open',
    write(answer, _, now) {
      const language = answer.wall.lang as Language
      const { place, id, label, families } = answer.wall
      const path = `/walls/${place}/${id}`
      const tags = families.flatMap((family) => family.tags.slice(0, 1)).slice(0, 2)
      return String(
        <Shell
          language={language}
          title={label}
          hidden
          bodyClass="screen"
          styles={['screen.css']}
          scripts={[assetUrl('screen.js')]}
          head={<link rel="stylesheet" href={styleUrl(deps)} />}
        >
          <main id="content" class="sw" data-stream={`/api/v1/walls/${place}/${id}/stream`}>
            <header>
              <h1>{label}</h1>
              <p>{families.find((family) => answer.wall.lead.includes(family.id))?.label}</p>
            </header>
            <ul class="sw-top">{stories(answer).map((item) => raw(String(item)))}</ul>
            <footer>
              <p>
                <b>{t(language, 'screen.read')}</b>
                <br />
                {deps.env.PUBLIC_URL.replace(/^https?:\/\//, '')}
                {path} {tags.map((tag) => ` #${tag}`).join('')}
              </p>
              <p class="screen-steps" hidden>
                {t(language, 'screen.next')}{' '}
                <button type="button" class="sw-button" data-stop={t(language, 'screen.stop')}>
                  {t(language, 'screen.go')}
                </button>
              </p>
            </footer>
          </main>
        </Shell>,
      )

      function stories(all: WallAnswer): Child[] {
        const view: View = {
          words: sayings(language),
          base: '',
          level: 0,
          list: false,
          family: undefined,
          now: now.getTime(),
          href: () => path,
        }
        const posts = [...all.lead, ...all.posts].filter((post) => post.shown === 'whole').slice(0, TURNS)
        return items(jsx as unknown as Draw<Child>, all, view, posts, 2)
      }
    },
  }
}

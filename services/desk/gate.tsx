// The frame of the pages before the desk: the language switch, and what every place says of accessibility and privacy.
import type { Child } from 'hono/jsx'
import { type Language, languages, pick, t } from '../../config/i18n.ts'
import type { listPlaces } from '../../db/places.ts'
import { assetUrl } from '../assets.ts'
import { noticePath } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { Mark, Sprite } from './parts.tsx'

export type GateProps = {
  language: Language
  places: Awaited<ReturnType<typeof listPlaces>>
  title: string
  path: string
  children: Child
}

const ownNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const

export function Gate(props: GateProps) {
  return (
    <Shell
      language={props.language}
      title={`${props.title} – Somewall`}
      styles={['desk.css']}
      scripts={[assetUrl('desk.js')]}
      hidden
      bodyClass="desk"
    >
      <div class="gate">
        <main id="content">
          <p class="mark">
            <Mark />
            Somewall <span>{t(props.language, 'desk.name')}</span>
          </p>
          {props.children}
        </main>
        <svg class="fells" viewBox="0 0 1440 240" preserveAspectRatio="none" aria-hidden="true">
          <path
            class="a"
            d="M0 150C140 110 220 84 330 100s160 38 270 18 170-86 290-78 190 66 300 62 170-36 250-44v182H0z"
          />
          <path class="b" d="M0 200c120-24 210-46 340-38s210 34 350 18 230-50 370-36 240 28 380 6v90H0z" />
        </svg>
        <footer class="foot">
          <nav aria-label={t(props.language, 'desk.language')}>
            <ul>
              {languages.map((one) => (
                <li>
                  <a
                    href={`${props.path}?lang=${one}`}
                    lang={one}
                    hreflang={one}
                    aria-current={one === props.language ? 'true' : undefined}
                  >
                    {ownNames[one]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <ul>
            {props.places.flatMap((place) =>
              (['access', 'privacy'] as const).map((notice) => (
                <li>
                  <a href={noticePath(notice, props.language, place.id)}>
                    {t(props.language, `${notice}.title`)}
                    {props.places.length > 1 && `, ${pick(place.name, props.language, place.languages[0])}`}
                  </a>
                </li>
              )),
            )}
          </ul>
        </footer>
      </div>
      <Sprite />
    </Shell>
  )
}

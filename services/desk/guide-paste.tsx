// What people copy into the platforms' forms: the addresses of the service, and texts made from the place's own names.
import { type Language, pick, t } from '../../config/i18n.ts'
import type { findPlace, listWalls } from '../../db/places.ts'
import { keeping } from '../../db/schema.ts'
import type { Step } from '../domain/guide.ts'
import { noticePath } from '../notice-links.tsx'
import { removalPath } from '../public-paths.ts'
import type { DeskContext } from './layout.tsx'
import { Icon } from './parts.tsx'

/** Whose texts they are, and where its service is. */
export type Pasting = {
  site: string
  place: NonNullable<Awaited<ReturnType<typeof findPlace>>>
  walls: Awaited<ReturnType<typeof listWalls>>
}

function addressesOf({ site, place, walls }: Pasting, language: Language) {
  return {
    site,
    privacy: `${site}${noticePath('privacy', language, place.id)}`,
    deletion: `${site}${removalPath(language, place.id)}`,
    wall: walls[0] ? `${site}/walls/${place.id}/${walls[0].id}?lang=${language}` : site,
  }
}

/** Reviewers read English. */
export function Addresses({ c, pasting }: { c: DeskContext; pasting: Pasting }) {
  const { language } = c.var
  const { site } = pasting
  const addresses = addressesOf(pasting, 'en')
  return (
    <section aria-labelledby="addresses">
      <h2 id="addresses">{t(language, 'guide.addresses')}</h2>
      <p class="quiet">{t(language, 'guide.addresses.text')}</p>
      {!isPublic(site) && <p class="hint need">{t(language, 'guide.addresses.private', { site })}</p>}
      {(['site', 'privacy', 'deletion', 'wall'] as const).map((name) => (
        <div class="code">
          <h3>{t(language, `guide.address.${name}`)}</h3>
          <pre id={`address-${name}`}>{addresses[name]}</pre>
          <Copy language={language} from={`address-${name}`} what={t(language, `guide.address.${name}`)} />
        </div>
      ))}
    </section>
  )
}

function isPublic(site: string): boolean {
  const { protocol, hostname } = new URL(site)
  return protocol === 'https:' && hostname.includes('.') && !/^[\d.]+$/.test(hostname)
}

export function Pastes({ c, step, pasting }: { c: DeskContext; step: Step; pasting: Pasting }) {
  const { language } = c.var
  const { place } = pasting
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const spoken = [...new Set<Language>(['en', language, place.languages[0] ?? 'fi'])]
  return (
    <details>
      <summary class="button">{t(language, 'guide.texts')}</summary>
      <p class="quiet">{t(language, 'guide.texts.text')}</p>
      {step.paste?.map((id) =>
        spoken.map((lang) => {
          const name = pick(place.name, lang, place.languages[0])
          const values = {
            ...{ ...addressesOf(pasting, lang), desk: `${pasting.site}/desk` },
            ...{ place: name, days: keeping.residentsPost },
          }
          const area = `${step.id}-${id}-${lang}`
          return (
            <div class="code" lang={lang}>
              <h4>
                {t(lang, `paste.${id}`)}{' '}
                <span class="quiet" lang={language}>
                  ({names.of(lang)})
                </span>
              </h4>
              <pre id={area}>{t(lang, `paste.${id}.text`, values)}</pre>
              <Copy language={language} from={area} what={`${t(lang, `paste.${id}`)} (${names.of(lang)})`} />
            </div>
          )
        }),
      )}
    </details>
  )
}

function Copy({ language, from, what }: { language: Language; from: string; what: string }) {
  return (
    <button
      class="button needs-js"
      type="button"
      lang={language}
      data-copy={from}
      data-copied={t(language, 'consent.copied')}
    >
      <Icon name="copy" />
      {t(language, 'consent.copy')}
      <span class="vh">: {what}</span>
    </button>
  )
}

// The sample town's landing page, Move to Kemijärvi, with the somewall of another origin in its middle.

import { asIs, frame, Icon, serviceLinks } from './landing-frame.tsx'
import { Distances, TownMap } from './landing-map.tsx'
import type { Group, Tile } from './landing-tiles.ts'
import { tiles as allTiles, searches } from './landing-tiles.ts'
import type { Lang, Words } from './landing-words.ts'
import { words } from './landing-words.ts'
import { pictures } from './pictures.ts'

export type Landing = {
  lang: Lang
  /** The base address of the Somewall service, another origin, without a slash at its end. */
  service: string
  place: string
  wall: string
  /** The HTML of the service's /fragment/{place}/{wall}; empty when the service does not answer. */
  fragment: string
  tiles?: readonly Tile[]
}

const Contact = ({ lang, say }: { lang: Lang; say: Words }) => {
  const ways = [
    { href: `/${lang}/varaa-live`, icon: 'map-pin', name: say.live, more: say.liveMore },
    { href: `/${lang}/varaa-eta`, icon: 'video', name: say.remote, more: say.remoteMore },
    { href: `/${lang}/kysy`, icon: 'message-circle', name: say.message, more: say.messageMore },
    { href: 'tel:+35812345678', icon: 'phone', name: say.call, more: say.callMore },
  ]
  return (
    <section class="contact" aria-labelledby="yhteys">
      <h2 id="yhteys" class="hide">
        {say.contact}
      </h2>
      <ul class="plain">
        {ways.map((way) => (
          <li>
            <a href={way.href}>
              <Icon name={way.icon} />
              <b>{way.name}</b>
              <span>{way.more}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const seasons = [
  {
    file: 'sauna-talviyossa.webp',
    fi: ['Talvi', 'Järvi jäätyy, ja sauna lämpiää pimeässä. Kuu riittää valoksi.'],
    en: ['Winter', 'The lake freezes and the sauna warms up in the dark. The moon is light enough.'],
  },
  {
    file: 'hankihiihto.webp',
    fi: ['Kevät', 'Huhtikuun hanki kantaa aamuisin hiihtäjän mihin vain.'],
    en: ['Spring', 'On April mornings the crusted snow carries a skier anywhere.'],
  },
  {
    file: 'soutuvene.webp',
    fi: ['Kesä', 'Juhannuksena aurinko ei laske. Järvellä voi soutaa puoleenyöhön ja takaisin.'],
    en: ['Summer', 'At midsummer the sun does not set. You can row until midnight and back.'],
  },
  {
    file: 'ruska-tunturissa.webp',
    fi: ['Syksy', 'Ruskan aikaan moni pitää vapaapäivän ja lähtee tunturiin.'],
    en: ['Autumn', 'When the colours turn, many take a day off and head for the fells.'],
  },
] as const

const Year = ({ lang, say }: { lang: Lang; say: Words }) => (
  <section class="band year" aria-labelledby="vuosi">
    <h2 id="vuosi">{say.year}</h2>
    <ul class="plain">
      {seasons.map((season) => {
        const picture = pictures.find((one) => one.file === season.file)
        const [name, text] = season[lang]
        return (
          <li>
            <img
              src={`/pictures/${season.file}`}
              alt={picture?.alt[lang] ?? ''}
              width={picture?.width ?? 1200}
              height={picture?.height ?? 800}
              loading="lazy"
              decoding="async"
            />
            <h3>{name}</h3>
            <p>{text}</p>
          </li>
        )
      })}
    </ul>
  </section>
)

const Meet = ({ lang, say }: { lang: Lang; say: Words }) => (
  <section class="band meet" id="tutustu" aria-labelledby="tutustu-h">
    <div class="words">
      <h2 id="tutustu-h">{say.meetTitle}</h2>
      <p class="big">{say.meetBig}</p>
      <p>{say.meetTown}</p>
      <p>{say.meetWork}</p>
    </div>
    <TownMap lang={lang} />
    <div class="words">
      <h3>{say.promise}</h3>
      <ul class="plain promises">
        {say.promises.map((promise) => (
          <li>
            <Icon name="check" />
            <span>{promise}</span>
          </li>
        ))}
      </ul>
      <p>
        <a
          href={lang === 'fi' ? '/en' : '/fi'}
          lang={lang === 'fi' ? 'en' : 'fi'}
          hreflang={lang === 'fi' ? 'en' : 'fi'}
        >
          {say.other}
        </a>
      </p>
    </div>
    <Distances lang={lang} say={say} />
  </section>
)

const Services = ({ lang, say, tiles }: { lang: Lang; say: Words; tiles: readonly Tile[] }) => {
  const groups = [...new Set(tiles.map((tile) => tile.group))]
  return (
    <section class="band" id="palvelut" aria-labelledby="palvelut-h">
      <h2 id="palvelut-h">{say.servicesTitle}</h2>
      {groups.map((group: Group) => (
        <div class="tiles">
          <h3>{say.groups[group]}</h3>
          <ul class="plain">
            {tiles
              .filter((tile) => tile.group === group)
              .map((tile) => (
                <li>
                  <a href={`/${lang}/palvelut/${tile.id}`}>
                    <Icon name={tile.icon} />
                    <span>{tile.name[lang]}</span>
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div class="searches">
        <h3>{say.searches}</h3>
        <p class="quiet">{say.searchesMore}</p>
        <ul class="plain">
          {searches.map((search) => (
            <li>
              <a href={search.url} rel="noreferrer">
                {search.name[lang]}
                <Icon name="arrow-up-right" />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

const hashtags = ['#kemijärvi', '#kemijarvi', '#kemijarviphotos', '#tuhannenjayhdentyöntarinat']

export const landing = ({ lang, service, place, wall, fragment, tiles = allTiles }: Landing) => {
  const say = words[lang]
  const host = { lang, service, place }
  const fallback = fragment.trim()
  return frame({
    host,
    title: say.title,
    path: '',
    head: <script type="module" src={serviceLinks(host).script} async />,
    children: (
      <>
        <div class="hero">
          <picture>
            <source srcset="/hero-night.webp" media="(prefers-color-scheme: dark)" />
            <img src="/hero-day.webp" width="1920" height="820" alt="" fetchpriority="high" />
          </picture>
          <div class="hero-text">
            <h1>{say.title}</h1>
            <p>
              <b>{say.slogan}</b>
              {say.lead}
            </p>
          </div>
        </div>
        <Contact lang={lang} say={say} />
        <Meet lang={lang} say={say} />
        <Services lang={lang} say={say} tiles={tiles} />
        <Year lang={lang} say={say} />
        <section class="stage" id="elamaa" aria-labelledby="elamaa-h">
          <div class="band">
            <h2 id="elamaa-h">{say.wallTitle}</h2>
            <p class="quiet">{say.wallMore}</p>
            <some-wall src={service} place={place} wall={wall} lang={lang} heading-level="0">
              {fallback ? (
                asIs(fallback)
              ) : (
                <p>
                  {say.wallEmpty} <b>{hashtags.join(' ')}</b>
                </p>
              )}
            </some-wall>
          </div>
        </section>
        <section class="act" aria-labelledby="juttu">
          <h2 id="juttu">{say.actTitle}</h2>
          <p>{say.actMore}</p>
          <p>
            <a class="button" href={`/${lang}/varaa-eta`}>
              {say.act}
            </a>
          </p>
        </section>
      </>
    ),
  })
}

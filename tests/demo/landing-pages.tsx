// The small pages behind the landing page's links: one for each service, and one for each way of contact.
import type { Host } from './landing-frame.tsx'
import { frame, Icon } from './landing-frame.tsx'
import { tileTexts } from './landing-tile-texts.ts'
import { searches, tiles } from './landing-tiles.ts'
import { words } from './landing-words.ts'

export const servicePage = (host: Host, id: string) => {
  const tile = tiles.find((one) => one.id === id)
  const text = tileTexts[id]
  if (!tile || !text) return undefined
  const say = words[host.lang]
  const links = searches.filter((search) => search.tiles.includes(id))
  return frame({
    host,
    title: tile.name[host.lang].replaceAll('\u00ad', ''),
    path: `/palvelut/${id}`,
    children: (
      <article class="band narrow">
        <p>
          <a href={`/${host.lang}#palvelut`}>{say.back}</a>
        </p>
        <h1>{tile.name[host.lang]}</h1>
        <p class="big">{text[host.lang]}</p>
        {links.length > 0 && (
          <>
            <h2>{say.searches}</h2>
            <p class="quiet">{say.searchesMore}</p>
            <ul class="plain links">
              {links.map((search) => (
                <li>
                  <a href={search.url} rel="noreferrer">
                    {search.name[host.lang]}
                    <Icon name="arrow-up-right" />
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a class="button" href={`/${host.lang}/kysy`}>
            {say.askUs}
          </a>
        </p>
      </article>
    ),
  })
}

export const contactPage = (host: Host, way: 'varaa-live' | 'varaa-eta' | 'kysy') => {
  const say = words[host.lang]
  const [title, more] = {
    'varaa-live': [say.live, say.liveMore],
    'varaa-eta': [say.remote, say.remoteMore],
    kysy: [say.message, say.messageMore],
  }[way] as [string, string]
  return frame({
    host,
    title,
    path: `/${way}`,
    children: (
      <article class="band narrow">
        <p>
          <a href={`/${host.lang}`}>{say.back}</a>
        </p>
        <h1>{title}</h1>
        <p class="big">{more}.</p>
        <p>{say.formSample}</p>
        <p>
          <a href="tel:+35812345678">{say.call}</a>
          <br />
          <span class="quiet">{say.callMore}.</span>
        </p>
      </article>
    ),
  })
}

// A campaign for anybody: what it is, how to take part, how far its counters are, its doors, and its own wall.
import { Hono } from 'hono'
import { type Language, languages, offeredAt, pick, t } from '../../config/i18n.ts'
import { listCounters, listMarks } from '../../db/campaign-counts.ts'
import { type CampaignRow, findCampaign, listDoors, listWinners } from '../../db/campaigns.ts'
import { isId } from '../../db/ids.ts'
import { countPosts } from '../campaign-posts.ts'
import type { Deps } from '../deps.ts'
import { sayDays } from '../digest/say.ts'
import { runState } from '../domain/campaigns.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { NoticeFoot } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { PageTop } from '../page-top.tsx'
import { campaignPath, removalPath } from '../public-paths.ts'
import { languageOf } from '../rim.tsx'
import { CampaignCounts, CampaignDoors, type Told, toldOf } from './campaign-parts.tsx'
import { type CampaignWall, readCampaignWall } from './campaign-wall.ts'
import type { View } from './draw/view.tsx'
import { Items } from './draw/wall.tsx'
import type { PlaceView } from './place-view.ts'
import { presentRows } from './wall-answer.ts'
import type { WallMemory } from './wall-memory.ts'
import { styleUrls } from './writings.tsx'

type PageDeps = Pick<Deps, 'db' | 'clock' | 'env' | 'widget'>

/** `GET /kampanja/{place}/{id}`: a minute in caches, like the pictures on it. */
export function campaignPageRoutes(deps: PageDeps, memory: WallMemory): Hono {
  const { db, clock } = deps
  const present = presentRows(db)
  return new Hono().get('/kampanja/:place/:id', async (c) => {
    const { place, id } = c.req.param()
    const row = isId('k', id) ? await findCampaign(db, place, id) : undefined
    const view = row?.published_at ? await memory.view(place) : undefined
    if (!row || !view) throw new Refusal('not-found', 404)
    const now = clock()
    const language = languageOf(c, offeredAt(view.place.languages))
    const winners = await listWinners(db, row.id)
    const wall = await readCampaignWall(present, view, row, { winners, language, now })
    const told = toldOf(
      await listCounters(db, [row.id]),
      await countPosts(db, view.place, row, dayOf(now, view.place.time_zone)),
      (await listMarks(db, row.id)).filter((one) => one.told),
    )
    const doors = row.kind === 'calendar' ? await listDoors(db, row.id) : []
    const page = <CampaignPage {...{ deps, view, row, wall, told, doors, language, now }} />
    return c.html(page, 200, { 'cache-control': 'public, max-age=60, s-maxage=60', vary: 'accept-language' })
  })
}

type PageProps = {
  deps: PageDeps
  view: PlaceView
  row: CampaignRow
  wall: CampaignWall
  told: Told
  doors: Parameters<typeof CampaignDoors>[0]['doors']
  language: Language
  now: Date
}

function CampaignPage({ deps, view, row, wall, told, doors, language, now }: PageProps) {
  const { place } = view
  const main = place.languages[0] ?? 'fi'
  const name = pick(place.name, language, main)
  const title = row.title[language] ?? row.title[main] ?? row.label
  // Where it is told in another language than its page.
  const as = row.title[language] ? undefined : main
  const today = dayOf(now, place.time_zone)
  const state = runState(row, today)
  const url = (one: Language) => deps.env.PUBLIC_URL + campaignPath(one, place.id, row.public_id)
  const days = sayDays(language, row.from_day, row.to_day)
  const drawing = drawOn(wall, language, now, url(language))
  return (
    <Shell
      language={language}
      title={`${title} – ${name}`}
      description={t(language, 'campaign.page.description', { place: name })}
      styles={['notice.css', 'campaign.css']}
      bodyClass="notice campaign"
      head={
        <>
          {styleUrls(deps, 'grid').map((one) => (
            <link rel="stylesheet" href={one} />
          ))}
          <link rel="canonical" href={url(language)} />
          {languages.map((one) => (
            <link rel="alternate" hreflang={one} href={url(one)} />
          ))}
        </>
      }
    >
      <PageTop {...{ name, language }} path={(to) => campaignPath(to, place.id, row.public_id)} />
      <main id="content" class="sheet">
        <h1 lang={as}>{title}</h1>
        <p class="when">
          {t(language, `campaign.kind.${row.kind}`)}, {days}. {t(language, `campaign.page.${state}`)}
          {row.sample && ` ${t(language, 'card.sample')}.`}
        </p>
        {paragraphs(pick(row.story, language, main)).map((one) => (
          <p lang={row.story[language] ? undefined : main}>{one}</p>
        ))}
        {row.tags.length > 0 && state !== 'ended' && (
          <p class="tags">
            {t(language, 'campaign.page.join')} <b>{row.tags.map((tag) => `#${tag}`).join(' ')}</b>.{' '}
            {t(language, 'campaign.page.join.then')}
          </p>
        )}
        <CampaignCounts told={told} language={language} main={main} />
        <CampaignDoors doors={doors} today={today} language={language} main={main} />
        {state === 'ended' && <After row={row} language={language} main={main} />}
        {wall.winners.length > 0 && (
          <section aria-labelledby="winners" class="sw">
            <h2 id="winners">{t(language, 'campaign.page.winners')}</h2>
            <ul class="sw-posts">
              <Items view={drawing} posts={wall.winners} level={3} />
            </ul>
          </section>
        )}
        {row.tags.length > 0 && (
          <section aria-labelledby="wall" class="sw" lang={language}>
            <h2 id="wall">{t(language, 'campaign.page.wall')}</h2>
            {wall.answer.posts.length === 0 ? (
              <p>{t(language, 'campaign.page.empty')}</p>
            ) : (
              <ul class="sw-posts">
                <Items view={drawing} posts={wall.answer.posts} level={3} />
              </ul>
            )}
            {wall.answer.posts.length + wall.winners.length < wall.all && (
              <p>{t(language, 'campaign.page.newest', { n: wall.answer.posts.length, all: wall.all })}</p>
            )}
          </section>
        )}
      </main>
      <NoticeFoot language={language} place={place.id}>
        <p>
          <a href={removalPath(language, place.id)}>{t(language, 'say.why')}</a>
        </p>
      </NoticeFoot>
    </Shell>
  )
}

const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((one) => one.trim())

/** What came of it, and what stays: told in the language in which it was written. */
function After({ row, language, main }: { row: CampaignRow; language: Language; main: Language }) {
  const lang = language === main ? undefined : main
  return (['result', 'lessons', 'stays'] as const).map(
    (name) =>
      row[name] && (
        <section aria-labelledby={name}>
          <h2 id={name}>{t(language, `campaign.field.${name}`)}</h2>
          {paragraphs(row[name]).map((one) => (
            <p lang={lang}>{one}</p>
          ))}
        </section>
      ),
  )
}

/** The cards are the wall's own; nothing on this page is chosen or paged. */
const drawOn = ({ answer }: CampaignWall, language: Language, now: Date, address: string): View => ({
  ...{ answer, language, address, base: '', level: 2, layout: 'grid', theme: undefined, chosen: {} },
  now: now.getTime(),
  href: () => address,
})

// The notices that every place owes its residents, made from what the service knows of it, in three languages.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { chooseLanguage, type Language, languages, offeredAt, pick } from '../../config/i18n.ts'
import type { ChannelName } from '../../config/place.ts'
import { findPlace } from '../../db/places.ts'
import { listSources } from '../../db/sources.ts'
import { countGaps } from '../../db/wall-gaps.ts'
import type { Deps } from '../deps.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { type NoticeName, noticePaths } from '../notice-links.tsx'
import type { Operation } from '../openapi.ts'
import { accessibility } from './accessibility.ts'
import { counting } from './counting.ts'
import { NoticePage } from './notice-page.tsx'
import { privacy } from './privacy.ts'

type OpenPlace = NonNullable<Awaited<ReturnType<typeof findPlace>>>

const titles: Record<NoticeName, string> = {
  access: 'The accessibility statement',
  privacy: 'The privacy notice',
  counting: 'How visits to the wall are counted',
}
const names = Object.keys(titles) as NoticeName[]

export function noticeRoutes(deps: Deps): Hono {
  const { db, env, clock } = deps
  const answer = async (c: Context, name: NoticeName, spoken: Language) => {
    const place = await findPlace(db, c.req.param('place') ?? '')
    if (!place) throw new Refusal('not-found', 404)
    const asked = c.req.query('lang') ?? (spoken === 'fi' ? undefined : spoken)
    // All three, whatever the wall speaks; a visitor of no known language gets the place's own.
    const offered = offeredAt(place.languages)
    const language = chooseLanguage(asked, c.req.header('accept-language'), offered)
    const nameOf = (one: OpenPlace) => pick(one.name, language, one.languages[0])
    const write = async () => {
      if (name === 'counting') return counting(nameOf(place))
      const now = clock()
      const members = await findMembers(deps, place)
      const all = members.length ? members : [place]
      const known = { name: nameOf(place), main: place.languages[0], contact: place.contact }
      if (name === 'privacy')
        return privacy(language, {
          ...{ ...known, id: place.id, channels: await listChannels(deps, all) },
          members: members.map(nameOf),
          shelved: env.DATABASE_URL !== undefined,
        })
      const ids = all.map((one) => one.id)
      const gaps = await countGaps(db, ids, place.languages, dayOf(now, place.time_zone))
      return accessibility(language, { ...known, gaps, zone: place.time_zone }, now)
    }
    const shown = { id: place.id, name: nameOf(place) }
    const page = NoticePage({ name, notice: await write(), language, place: shown, origin: env.PUBLIC_URL })
    return c.html(page, 200, { 'cache-control': 'public, max-age=300', vary: 'accept-language' })
  }
  const app = new Hono()
  for (const name of names)
    for (const spoken of languages)
      app.get(`${noticePaths[name][spoken]}/:place`, (c) => answer(c, name, spoken))
  return app
}

async function findMembers({ db }: Deps, place: OpenPlace): Promise<OpenPlace[]> {
  const found = await Promise.all(place.members.map((id) => findPlace(db, id)))
  return found.filter((one) => one !== undefined)
}

/** Where these places' posts come from today. */
async function listChannels({ db }: Deps, places: readonly OpenPlace[]) {
  const sources = await Promise.all(places.map(({ id }) => listSources(db, id)))
  return sources
    .flat()
    .flatMap((one) => (one.active && one.kind === 'posts' ? [one.channel as ChannelName] : []))
}

const spokenQuery = z.object({ lang: z.string().optional().describe('fi, sv or en') })
export const noticeOperations: readonly Operation[] = names.flatMap((name) =>
  languages.map((language) => ({
    ...{ method: 'get', path: `${noticePaths[name][language]}/{place}`, id: `${name}-${language}` },
    section: 'notices',
    summary: `${titles[name]}${language === 'fi' ? ' in the visitor’s language' : `, address in ${language}`}`,
    query: spokenQuery,
    answer: { status: 200, description: 'A page', type: 'text/html' },
  })),
)

// What the team downloads from the platforms each quarter, as those write it, and brings in as anybody would.
import { addDays, dayOf, listDays, quarterBounds, quarterDays } from '../../services/domain/quarter.ts'
import { checkExport, readExport, readShape, takeExport } from '../../services/platform-files.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { type Chance, startChance } from './chance.ts'
import { TEAM } from './team.ts'

type Place = Parameters<typeof takeExport>[1]['place']

const american = (day: string) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`

/** The Facebook page's posts of the quarter and the days of the LinkedIn page. */
export async function bringExports(deps: WorkerDeps, place: Place, quarter: string): Promise<void> {
  const chance = startChance(7 + Number(quarter.replace(/\D/g, '')))
  await bring(deps, place, `Sisältö ${quarter}.csv`, await facebookPosts(deps, place, quarter, chance))
  await bring(deps, place, `linkedin_content_${quarter}.csv`, linkedinDays(quarter, chance))
}

async function bring(deps: WorkerDeps, place: Place, name: string, text: string): Promise<void> {
  const rows = readExport(text)
  if (rows.length < 3) return
  const found = await readShape(deps, place.id, rows)
  const act = { place, name: TEAM.curator, person: null, language: 'fi' as const }
  const checked = await checkExport(deps, act, found, dayOf(deps.clock(), place.time_zone))
  await takeExport(deps, act, found, checked, name, true)
}

async function facebookPosts(
  { db }: WorkerDeps,
  place: Place,
  quarter: string,
  chance: Chance,
): Promise<string> {
  const { from, to } = quarterBounds(quarter, place.time_zone)
  const posts = await db
    .selectFrom('post')
    .select(['external_id', 'url', 'published_at', 'likes', 'comments', 'shares'])
    .where('place_id', '=', place.id)
    .where('channel', '=', 'facebook')
    .where('published_at', '>=', from)
    .where('published_at', '<', to)
    .orderBy('published_at')
    .execute()
  const head =
    'Post ID,Page name,Title,Publish time,Permalink,Reach,Views,Reactions,Comments,Shares,Link clicks,Total clicks'
  const lines = posts.map((post) => {
    const reach = chance.whole(380, 2_900)
    const counts = [post.likes, post.comments, post.shares].map((n) => n ?? 0)
    const clicks = chance.whole(4, 90)
    const day = american(dayOf(post.published_at, place.time_zone))
    const numbers = [reach, reach + chance.whole(60, 900), ...counts, clicks, clicks + chance.whole(9, 120)]
    return [post.external_id, 'Kemijärvi', '', `${day} 10:00`, post.url ?? '', ...numbers].join(',')
  })
  return [head, ...lines].join('\n')
}

function linkedinDays(quarter: string, chance: Chance): string {
  const { from, to } = quarterDays(quarter)
  const lines = listDays(from, to).map((day) => {
    const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
    const views = chance.whole(weekend ? 12 : 60, weekend ? 60 : 340)
    return [american(day), views, Math.round(views / 31)].join(',')
  })
  const about = `"Sisällön tilastot ${from}–${addDays(to, -1)} (esimerkki)"`
  return [about, 'Date,Impressions (total),Clicks (total)', ...lines].join('\n')
}

// What our feeds say, in the words of the service's own JSON: the measure for every reader of theirs.
import { DONE, type Everything } from './everything.ts'

export type Item = { id: string; title: string; url: string; at: string }
/** The Atom feeds that we publish, with the items that a reader must find in each. */
export const published: Record<string, (all: Everything) => Promise<Item[]>> = {
  '/walls/kemijarvi/etusivu/feed.atom': itemsOfWall,
  '/digests/kemijarvi/feed.atom': itemsOfDigests,
}

type JsonItem = { id: string; title: string; url: string; date_published: string }

async function itemsOfWall({ app }: Everything): Promise<Item[]> {
  const { items } = await (await app.request('/walls/kemijarvi/etusivu/feed.json')).json()
  return items.map(({ id, title, url, date_published: at }: JsonItem) => ({ id, title, url, at }))
}

async function itemsOfDigests({ app, deps }: Everything): Promise<Item[]> {
  const digest = await (await app.request(`/digests/kemijarvi/${DONE}.json`)).json()
  const url = `${deps.env.PUBLIC_URL}/digests/kemijarvi/${DONE}`
  const title = 'Viestinnän neljänneskooste: Huhti–kesäkuu 2026'
  return [{ id: `${url}?revision=${digest.revision}`, title, url, at: digest.published_at }]
}

// The websites of the demo: feeds, sites of WordPress, and one that has been taken down some days ago.
import { type FeedSim, startFeedSite } from '../sim/feed.ts'
import { startWordPressSite, type WordPressSim } from '../sim/wordpress.ts'
import { authors } from './stories.ts'
import type { DatedPost } from './timeline.ts'

export type Sites = {
  /** By the key of the author whose site it is. */
  feeds: ReadonlyMap<string, FeedSim>
  wordpress: ReadonlyMap<string, WordPressSim>
  /** A village house's old site: the board shows a source that is sick. */
  down: FeedSim
  all: readonly (FeedSim | WordPressSim)[]
}
type Picture = { file: string; alt: string | null; width: number; height: number }

/** Days for which the old site has been down. */
const DOWN = 4

export async function startSites(clock: () => Date, now: Date): Promise<Sites> {
  const feeds = new Map<string, FeedSim>()
  const wordpress = new Map<string, WordPressSim>()
  for (const { key, name, channel } of authors)
    if (channel === 'feed') feeds.set(key, await startFeedSite({ clock, title: name, items: 20 }))
    else if (channel === 'wordpress') wordpress.set(key, await startWordPressSite({ clock, title: name }))
  for (const site of wordpress.values()) site.be({ etag: true })
  const down = await startFeedSite({ clock, title: 'Kylätalon vanha blogi' })
  const since = now.getTime() - DOWN * 86_400_000
  down.fail((good, { at }) => (at.getTime() < since ? good : { status: 404 }))
  return { feeds, wordpress, down, all: [...feeds.values(), ...wordpress.values(), down] }
}

/** Puts a story on its author's site; false when the author has none. */
export function addToSite(sites: Sites, post: DatedPost, picture: Picture | undefined): boolean {
  const { author, story, text, at } = post
  const tags = story.tags.map((tag) => tag.replace('#', ''))
  const written = {
    title: story.title ?? text.split(/[.!?]/)[0] ?? '',
    html: text
      .split(/\n{2,}/)
      .map((part) => `<p>${part}</p>`)
      .join(''),
    published: at,
  }
  const feed = sites.feeds.get(author.key)
  feed?.add({ ...written, author: author.name, categories: tags, ...(picture && { picture }) })
  const site = sites.wordpress.get(author.key)
  const url = picture && site && `${site.url}/pictures/${encodeURIComponent(picture.file)}`
  site?.add({ ...written, tags, ...(url && { picture: { ...picture, url, alt: picture.alt ?? '' } }) })
  return Boolean(feed ?? site)
}

// A site with feeds on loopback: the same stories as RSS 2.0, Atom, RDF and JSON Feed, with ETag and 304.
import { createHash } from 'node:crypto'
import { escaped } from './escaped.ts'
import { type Picture, servePicture } from './pictures.ts'
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

export type SimStory = {
  title: string
  /** HTML of the story. */
  html: string
  published: Date
  updated?: Date
  id?: string
  path?: string
  author?: string
  categories?: string[]
  lang?: string
  /** A name given to addPicture. */
  picture?: { file: string; alt: string | null; width?: number; height?: number }
}

export type FeedSim = Sim & {
  /** Adds a story and gives its id. */
  add: (story: SimStory) => string
  edit: (id: string, change: Partial<SimStory>) => void
  remove: (id: string) => void
  addPicture: (name: string, picture: Picture) => void
  /** Serves this text or these bytes at the path instead. */
  serve: (path: string, reply: Reply) => void
}

type Kept = SimStory & { id: string; path: string }

/** `/feed/` is RSS 2.0, `/atom.xml`, `/rdf.xml` and `/feed.json` the others, `/` the site's own page. */
export async function startFeedSite(
  options: SimOptions & { title?: string; items?: number; ttl?: number } = {},
): Promise<FeedSim> {
  const { clock = () => new Date(), title = 'Kemijärven uutiset', items = 10, ttl } = options
  const stories = new Map<string, Kept>()
  const pictures = new Map<string, Picture>()
  const fixed = new Map<string, Reply>()
  let url = ''

  function reply({ path }: Seen): Reply | undefined {
    const own = fixed.get(path)
    if (own) return own
    const writer = writers[path]
    if (!writer) return path === '/' ? page(url, title) : (storyPage(path) ?? servePicture(path, pictures))
    const shown = [...stories.values()]
      .filter((one) => one.published <= clock())
      .sort((a, b) => b.published.getTime() - a.published.getTime())
      .slice(0, items)
    const body = writer.write({ title, url, ttl }, shown)
    const newest = Math.max(0, ...shown.map((one) => (one.updated ?? one.published).getTime()))
    return {
      headers: {
        'content-type': writer.type,
        etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
        ...(newest && { 'last-modified': new Date(newest).toUTCString() }),
      },
      body,
    }
  }

  function storyPage(path: string): Reply | undefined {
    const story = [...stories.values()].find((one) => one.path === path)
    const body =
      story &&
      `<!doctype html><title>${escaped(story.title)}</title><h1>${escaped(story.title)}</h1>${story.html}`
    return body ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body } : undefined
  }

  const sim = await startSim(reply, options)
  url = sim.url
  return {
    ...sim,
    add(story) {
      const n = stories.size + 1
      const id = story.id ?? `${url}/?p=${n}`
      stories.set(id, { ...story, id, path: story.path ?? `/uutiset/${n}/` })
      return id
    },
    edit(id, change) {
      const story = stories.get(id)
      if (!story) throw new Error(`no story ${id}`)
      stories.set(id, { ...story, updated: clock(), ...change, id })
    },
    remove: (id) => void stories.delete(id),
    addPicture: (name, picture) => void pictures.set(name, picture),
    serve: (path, answer) => void fixed.set(path, answer),
  }
}

function page(url: string, title: string): Reply {
  const body = `<!doctype html><html lang="fi"><head><title>${escaped(title)}</title>
<link rel="alternate" type="application/rss+xml" title="RSS" href="${url}/feed/"></head><body>${escaped(title)}</body></html>`
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

type Site = { title: string; url: string; ttl: number | undefined }
type Writer = { type: string; write: (site: Site, stories: Kept[]) => string }
const picture = (site: Site, story: Kept) =>
  story.picture && { ...story.picture, url: `${site.url}/pictures/${encodeURIComponent(story.picture.file)}` }
const xml = '<?xml version="1.0" encoding="utf-8"?>\n'

const writers: Record<string, Writer> = {
  '/feed/': {
    type: 'application/rss+xml; charset=utf-8',
    write: (
      site,
      stories,
    ) => `${xml}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>${escaped(site.title)}</title><link>${site.url}/</link><language>fi</language>${site.ttl ? `<ttl>${site.ttl}</ttl>` : ''}
${stories.map((one) => rssItem(site, one)).join('\n')}
</channel></rss>`,
  },
  '/atom.xml': {
    type: 'application/atom+xml; charset=utf-8',
    write: (
      site,
      stories,
    ) => `${xml}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="fi">
<title>${escaped(site.title)}</title><id>${site.url}/</id><link href="${site.url}/"/><updated>2026-01-01T00:00:00Z</updated>
${stories.map((one) => atomEntry(site, one)).join('\n')}
</feed>`,
  },
  '/rdf.xml': {
    type: 'application/rdf+xml; charset=utf-8',
    write: (
      site,
      stories,
    ) => `${xml}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${site.url}/"><title>${escaped(site.title)}</title>
<link>${site.url}/</link><description/></channel>
${stories
  .map(
    (
      one,
    ) => `<item rdf:about="${site.url}${one.path}"><title>${escaped(one.title)}</title><link>${site.url}${one.path}</link>
<description>${escaped(one.html)}</description><dc:date>${one.published.toISOString()}</dc:date>${one.author ? `<dc:creator>${escaped(one.author)}</dc:creator>` : ''}</item>`,
  )
  .join('\n')}
</rdf:RDF>`,
  },
  '/feed.json': {
    type: 'application/feed+json; charset=utf-8',
    write: (site, stories) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: site.title,
        home_page_url: `${site.url}/`,
        language: 'fi',
        items: stories.map((one) => ({
          id: one.id,
          url: `${site.url}${one.path}`,
          title: one.title,
          content_html: one.html,
          image: picture(site, one)?.url,
          date_published: one.published.toISOString(),
          date_modified: one.updated?.toISOString(),
          authors: one.author ? [{ name: one.author }] : undefined,
          tags: one.categories,
        })),
      }),
  },
}

function rssItem(site: Site, one: Kept): string {
  const media = picture(site, one)
  const alt = media?.alt ? `<media:description type="plain">${escaped(media.alt)}</media:description>` : ''
  return `<item><title>${escaped(one.title)}</title><link>${site.url}${one.path}</link>
<guid isPermaLink="false">${escaped(one.id)}</guid><pubDate>${one.published.toUTCString()}</pubDate>
${one.author ? `<dc:creator>${escaped(one.author)}</dc:creator>` : ''}
${(one.categories ?? []).map((name) => `<category>${escaped(name)}</category>`).join('')}
<description>${escaped(one.html.slice(0, 300))}</description>
<content:encoded><![CDATA[${one.html}]]></content:encoded>
${media ? `<media:content url="${escaped(media.url)}" medium="image" width="${media.width ?? 1200}" height="${media.height ?? 800}">${alt}</media:content>` : ''}
</item>`
}

function atomEntry(site: Site, one: Kept): string {
  const media = picture(site, one)
  return `<entry><title>${escaped(one.title)}</title><id>${escaped(one.id)}</id><link href="${site.url}${one.path}"/>
<published>${one.published.toISOString()}</published><updated>${(one.updated ?? one.published).toISOString()}</updated>
${one.author ? `<author><name>${escaped(one.author)}</name></author>` : ''}
${(one.categories ?? []).map((name) => `<category term="${escaped(name)}"/>`).join('')}
<content type="html">${escaped(one.html)}</content>
${media ? `<media:content url="${escaped(media.url)}" medium="image"/>` : ''}</entry>`
}

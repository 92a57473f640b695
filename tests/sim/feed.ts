// A site with feeds on loopback: the same stories as RSS 2.0, Atom, RDF and JSON Feed, with ETag and 304.
import { createHash } from 'node:crypto'
import { escaped } from './escaped.ts'
import { type KeptStory, type SimStory, writers } from './feed-kinds.ts'
import { type Picture, servePicture } from './pictures.ts'
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

export type FeedSim = Sim & {
  /** Adds a story and gives its id. */
  add: (story: SimStory) => string
  edit: (id: string, change: Partial<SimStory>) => void
  remove: (id: string) => void
  addPicture: (name: string, picture: Picture) => void
  /** Serves this text or these bytes at the path instead. */
  serve: (path: string, reply: Reply) => void
}

/** `/feed/` is RSS 2.0, `/atom.xml`, `/rdf.xml` and `/feed.json` the others, `/` the site's own page. */
export async function startFeedSite(
  options: SimOptions & { title?: string; items?: number; ttl?: number } = {},
): Promise<FeedSim> {
  const { clock = () => new Date(), title = 'Kemijärven uutiset', items = 10, ttl } = options
  const stories = new Map<string, KeptStory>()
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
  const link = `<link rel="alternate" type="application/rss+xml" title="RSS" href="${url}/feed/">`
  const body = `<!doctype html><html lang="fi"><head><title>${escaped(title)}</title>${link}</head><body></body></html>`
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

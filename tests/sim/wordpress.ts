// A WordPress site's open interface on loopback: it checks what it is asked, and answers in WordPress's own shapes.
import { createHash } from 'node:crypto'
import { type Picture, servePicture } from './pictures.ts'
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

export type SimStory = {
  title: string
  html: string
  published: Date
  modified?: Date
  tags?: string[]
  categories?: string[]
  picture?: { url: string; alt: string; width: number; height: number }
  /** Behind a password: WordPress then gives the headline and nothing else. */
  locked?: boolean
  status?: 'publish' | 'draft' | 'trash'
}
export type WordPressSim = Sim & {
  add: (story: SimStory) => number
  edit: (id: number, change: Partial<SimStory>) => void
  addPicture: (name: string, picture: Picture) => void
  /** Answers so from now on: plain addresses, no word of where the interface is, none at all, or a cache before it. */
  be: (how: { plain?: boolean; silent?: boolean; closed?: 401 | 404; etag?: boolean }) => void
}

type Term = { id: number; name: string; slug: string }
const known = new Set(
  '_embed _fields after before categories include orderby order page per_page slug tags rest_route'.split(
    ' ',
  ),
)
const slugOf = (name: string) =>
  encodeURIComponent(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, '-'))
const asHtml = (text: string) => text.replace(/&/g, '&#038;').replace(/’/g, '&#8217;')
const json = (body: unknown, headers: Record<string, string> = {}, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  body: JSON.stringify(body),
})
const refusal = (code: string, status: number, message = code) =>
  json({ code, message, data: { status } }, {}, status)
const gmt = (at: Date) => at.toISOString().slice(0, 19)

export async function startWordPressSite(
  options: SimOptions & { title?: string } = {},
): Promise<WordPressSim> {
  const { title = 'Kylät & järvet', clock } = options
  const pictures = new Map<string, Picture>()
  const stories = new Map<number, SimStory>()
  const terms = { tags: new Map<string, Term>(), categories: new Map<string, Term>() }
  let how: Parameters<WordPressSim['be']>[0] = {}
  let url = ''

  function reply({ path, query }: Seen): Reply | undefined {
    const route = how.plain ? query.get('rest_route') : /^\/wp-json(\/.*)$/.exec(path)?.[1]
    const at = how.plain ? `${url}/index.php?rest_route=/` : `${url}/wp-json/`
    if (path === '/' && !route)
      return {
        headers: {
          'content-type': 'text/html; charset=UTF-8',
          ...(!how.closed && !how.silent && { link: `<${at}>; rel="https://api.w.org/"` }),
        },
        body: '<!doctype html><title>Etusivu</title>',
      }
    if (!route) return servePicture(path, pictures)
    if (how.closed === 401) return refusal('rest_not_logged_in', 401)
    if (how.closed === 404) return { status: 404, body: '<!doctype html><title>404</title>' }
    if (route === '/') return json({ name: asHtml(title), home: url, namespaces: ['oembed/1.0', 'wp/v2'] })
    const stranger = [...query.keys()].find((name) => !known.has(name))
    if (stranger) throw new Error(`nobody needs ${stranger}`)
    if (!query.get('_fields')) throw new Error('a page of whole stories is megabytes')
    const size = Number(query.get('per_page') ?? 10)
    if (!(size >= 1 && size <= 100)) return refusal('rest_invalid_param', 400)
    const named = /^\/wp\/v2\/(tags|categories)$/.exec(route)?.[1] as keyof typeof terms | undefined
    if (named) {
      const slugs = query.get('slug')?.split(',').map(decoded) ?? []
      return json([...terms[named].values()].filter((one) => slugs.includes(decoded(one.slug))))
    }
    return route === '/wp/v2/posts' ? list(query, size) : refusal('rest_no_route', 404)
  }

  function list(query: URLSearchParams, size: number): Reply {
    const ids = (name: string) => query.get(name)?.split(',').map(Number)
    const [include, tags, categories] = [ids('include'), ids('tags'), ids('categories')]
    const [after, before] = [query.get('after'), query.get('before')]
    for (const one of [after, before])
      if (one && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(one))
        return refusal('rest_invalid_param', 400)
    const hit = (wanted: number[] | undefined, of: Map<string, Term>, names: string[] = []) =>
      !wanted || names.some((name) => wanted.includes(of.get(name)?.id ?? 0))
    const found = [...stories]
      .filter(([id, one]) => (one.status ?? 'publish') === 'publish' && (!include || include.includes(id)))
      .filter(([, one]) => !clock || one.published <= clock())
      .filter(
        ([, one]) =>
          (!after || one.published > new Date(after)) && (!before || one.published < new Date(before)),
      )
      .filter(
        ([, one]) => hit(tags, terms.tags, one.tags) && hit(categories, terms.categories, one.categories),
      )
      .sort(([, a], [, b]) => b.published.getTime() - a.published.getTime())
    const pages = Math.ceil(found.length / size)
    const page = Number(query.get('page') ?? 1)
    if (page > Math.max(1, pages)) return refusal('rest_post_invalid_page_number', 400)
    const some = found.slice((page - 1) * size, page * size).map(([id, one]) => write(id, one))
    return json(some, {
      'x-wp-total': String(found.length),
      'x-wp-totalpages': String(pages),
      ...(page < pages && { link: `<${url}/wp-json/wp/v2/posts?page=${page + 1}>; rel="next"` }),
      ...(how.etag && {
        etag: `"${createHash('sha1').update(JSON.stringify(some)).digest('base64url')}"`,
      }),
    })
  }

  function write(id: number, one: SimStory) {
    const termsOf = (of: Map<string, Term>, names: string[] = []) =>
      names.flatMap((name) => of.get(name) ?? []).map((term) => ({ ...term, name: asHtml(term.name) }))
    const media = one.picture && {
      media_type: 'image',
      source_url: one.picture.url,
      alt_text: one.picture.alt,
      media_details: { width: one.picture.width, height: one.picture.height },
    }
    return {
      id,
      date_gmt: gmt(one.published),
      modified_gmt: gmt(one.modified ?? one.published),
      link: `${url}/${slugOf(one.title)}/`,
      title: { rendered: asHtml(one.title) },
      content: { rendered: one.locked ? '' : one.html, protected: one.locked ?? false },
      excerpt: { rendered: '', protected: one.locked ?? false },
      _embedded: {
        ...(media && { 'wp:featuredmedia': [media] }),
        'wp:term': [termsOf(terms.categories, one.categories), termsOf(terms.tags, one.tags)],
      },
    }
  }

  const sim = await startSim(reply, options)
  url = sim.url
  return {
    ...sim,
    add(story) {
      const id = 100 + stories.size
      stories.set(id, story)
      for (const kind of ['tags', 'categories'] as const)
        for (const name of story[kind] ?? [])
          if (!terms[kind].has(name))
            terms[kind].set(name, { id: 10 + terms[kind].size, name, slug: slugOf(name) })
      return id
    },
    edit(id, change) {
      const story = stories.get(id)
      if (!story) throw new Error(`no story ${id}`)
      stories.set(id, { ...story, ...change })
    },
    addPicture: (name, picture) => void pictures.set(name, picture),
    be(next) {
      how = next
    },
  }
}

function decoded(text: string): string {
  return decodeURIComponent(text)
}

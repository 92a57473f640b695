// A Mastodon server on loopback: tag and account timelines with real paging, statuses, edits, deletions, pictures.
import { tagFold } from '../../services/domain/tags.ts'
import { escaped } from './escaped.ts'
import { type Picture, servePicture } from './pictures.ts'
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

export type SimCounts = { likes: number; comments: number; shares: number }
export type SimMedia = {
  /** A name given to addPicture, or a whole address. */
  file: string
  alt: string | null
  width?: number
  height?: number
  type?: 'image' | 'video' | 'gifv' | 'audio' | 'unknown'
  seconds?: number
}
/** A post as a test or the demo writes it; everything else is filled in. */
export type SimPost = {
  /** Plain text; tags, links and paragraphs become Mastodon's HTML. */
  text: string
  /** HTML instead, as it stands. */
  html?: string
  published: Date
  /** When this server learned of it: late posts of other servers; ids follow this. */
  arrived?: Date
  edited?: Date
  /** `aino` lives here, `aino@other.example` elsewhere. */
  author?: string
  name?: string
  noindex?: boolean
  /** Whether the account belongs to a bot, is locked …: merged into the account. */
  account?: Record<string, unknown>
  warning?: string
  sensitive?: boolean
  lang?: string | null
  visibility?: 'public' | 'unlisted' | 'private' | 'direct'
  media?: SimMedia[]
  /** Fixed, or by age in days. */
  counts?: SimCounts | ((days: number) => SimCounts)
  card?: Record<string, unknown> | null
  quote?: Record<string, unknown> | null
  boost?: boolean
  /** Tags as the server lists them; those of the text, folded, unless given. */
  tags?: string[]
  /** Merged over the status at the end: for broken and unknown shapes. */
  raw?: Record<string, unknown>
}

export type MastodonSim = Sim & {
  /** Adds a post and gives its id on this server. */
  add: (post: SimPost) => string
  edit: (id: string, change: Partial<SimPost>) => void
  remove: (id: string) => void
  addPicture: (name: string, picture: Picture) => void
  /** Who may read tag timelines without signing in; `hidden` answers 200 with an empty list. */
  close: (how: 'public' | 'authenticated' | 'hidden') => void
  /** The global id of a post. */
  uriOf: (id: string) => string
}

type Kept = SimPost & { id: string; gone?: boolean; nth: bigint; folds: ReadonlySet<string> }

export async function startMastodon(
  options: SimOptions & { bulk?: boolean; token?: string; title?: string } = {},
): Promise<MastodonSim> {
  const { clock = () => new Date(), bulk = true, token = 'a-good-token', title = 'Esimerkki' } = options
  const posts = new Map<string, Kept>()
  const pictures = new Map<string, Picture>()
  let access: 'public' | 'authenticated' | 'hidden' = 'public'
  let url = ''

  const visible = (post: Kept) => !post.gone && (post.arrived ?? post.published) <= clock()
  // Sorted once for all requests between two changes: the demo asks thousands of times.
  let sorted: Kept[] | undefined
  const listed = () => {
    sorted ??= [...posts.values()].sort((a, b) => (a.nth < b.nth ? 1 : -1))
    return sorted.filter(visible)
  }
  const show = (post: Kept) => statusOf(post, url, clock())

  function timeline(seen: Seen, all: Kept[]): Reply {
    const { query, path } = seen
    const limit = Math.min(Number(query.get('limit') ?? 20), 40)
    const past = (name: string) =>
      /^\d+$/.test(query.get(name) ?? '') ? BigInt(query.get(name) as string) : undefined
    const [max, since, min] = [past('max_id'), past('since_id'), past('min_id')]
    let page = all.filter(({ nth }) => (max === undefined || nth < max) && nth > (min ?? since ?? 0n))
    page = min === undefined ? page.slice(0, limit) : page.slice(-limit)
    const [newest, oldest] = [page[0], page.at(-1)]
    const to = (name: string, id: string) => {
      const next = new URLSearchParams(query)
      for (const other of ['max_id', 'since_id', 'min_id']) next.delete(other)
      next.set(name, id)
      return `<${url}${path}?${next}>`
    }
    const link =
      newest && oldest && `${to('max_id', oldest.id)}; rel="next", ${to('min_id', newest.id)}; rel="prev"`
    return answer(page.map(show), 200, link ? { link } : {})
  }

  function reply(seen: Seen): Reply | undefined {
    const { path, query } = seen
    const signedIn = seen.headers.authorization === `Bearer ${token}`
    if (seen.headers.authorization && !signedIn) return answer({ error: 'The access token is invalid' }, 401)
    const tag = /^\/api\/v1\/timelines\/tag\/([^/]+)$/.exec(path)?.[1]
    if (tag) {
      if (access === 'authenticated' && !signedIn)
        return answer({ error: 'The access token is invalid' }, 401)
      if (access === 'hidden') return answer([])
      const folds = [decodeURIComponent(tag), ...query.getAll('any[]')].map(tagFold)
      const has = (post: Kept) => folds.some((one) => post.folds.has(one))
      return timeline(
        seen,
        listed().filter((post) => (post.visibility ?? 'public') === 'public' && has(post)),
      )
    }
    if (path === '/api/v2/instance') {
      const level = access === 'public' ? 'public' : access === 'hidden' ? 'disabled' : 'authenticated'
      const feeds = { local: level, remote: level }
      return answer({
        domain: new URL(url).host,
        title,
        configuration: { timelines_access: { hashtag_feeds: feeds } },
      })
    }
    if (path === '/api/v1/accounts/lookup') {
      const acct = (query.get('acct') ?? '').replace(/^@/, '')
      const found = listed().find((post) => (post.author ?? 'aino') === acct)
      return found ? answer(accountOf(found, url)) : answer({ error: 'Record not found' }, 404)
    }
    const account = /^\/api\/v1\/accounts\/([^/]+)\/statuses$/.exec(path)?.[1]
    if (account)
      return timeline(
        seen,
        listed().filter((post) => idOf(post.author ?? 'aino') === account),
      )
    const one = /^\/api\/v1\/statuses\/(\d+)$/.exec(path)?.[1]
    const found = (id: string) => {
      const post = posts.get(id)
      return post && visible(post) && !['private', 'direct'].includes(post.visibility ?? '')
        ? post
        : undefined
    }
    if (one) {
      const post = found(one)
      return post ? answer(show(post)) : answer({ error: 'Record not found' }, 404)
    }
    if (path === '/api/v1/statuses' && bulk) {
      const ids = query.getAll('id[]')
      if (ids.length > 20) return answer({ error: 'Validation failed: too many statuses' }, 422)
      return answer(ids.flatMap((id) => found(id) ?? []).map(show))
    }
    return servePicture(path, pictures)
  }

  const sim = await startSim(reply, options)
  url = sim.url
  return {
    ...sim,
    add(post) {
      // Ids as Mastodon makes them: milliseconds and a count, always growing.
      const nth = (BigInt((post.arrived ?? post.published).getTime()) << 16n) + BigInt(posts.size % 65_536)
      const id = String(nth)
      posts.set(id, { ...post, id, nth, folds: foldsOf(post) })
      sorted = undefined
      return id
    },
    edit(id, change) {
      const post = posts.get(id)
      if (!post) throw new Error(`no post ${id}`)
      const edited = { ...post, edited: clock(), ...change }
      posts.set(id, { ...edited, folds: foldsOf(edited) })
      sorted = undefined
    },
    remove(id) {
      const post = posts.get(id)
      if (!post) throw new Error(`no post ${id}`)
      post.gone = true
    },
    addPicture: (name, picture) => void pictures.set(name, picture),
    close(how) {
      access = how
    },
    uriOf: (id) => uriOf(posts.get(id) as Kept, url),
  }
}

function answer(data: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '299',
      ...headers,
    },
    body: JSON.stringify(data),
  }
}

const written = /(?<![\p{L}\p{M}\p{N}_&/])#([\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)/gu

const foldsOf = (post: SimPost) => new Set(tagsOf(post).map(tagFold))

function tagsOf(post: SimPost): string[] {
  return post.tags ?? [...post.text.matchAll(written)].map(([, tag = '']) => tag.toLowerCase())
}

function htmlOf(text: string, url: string): string {
  const linked = (line: string) =>
    escaped(line)
      .replace(
        /https?:\/\/[^\s<]+/g,
        (to) => `<a href="${to}" rel="nofollow noopener" target="_blank">${to}</a>`,
      )
      .replace(
        written,
        (_, tag) =>
          `<a href="${url}/tags/${encodeURIComponent(tag.toLowerCase())}" class="mention hashtag" rel="tag">` +
          `#<span>${tag}</span></a>`,
      )
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${part.split('\n').map(linked).join('<br />')}</p>`)
    .join('')
}

const idOf = (author: string) =>
  String(100_000 + [...author].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 900_000, 7))

function homeOf(author: string, url: string): string {
  const elsewhere = author.split('@')[1]
  return elsewhere ? `https://${elsewhere}` : url
}

function uriOf(post: Kept, url: string): string {
  const author = post.author ?? 'aino'
  return `${homeOf(author, url)}/users/${author.split('@')[0]}/statuses/${post.id}`
}

function accountOf(post: SimPost, url: string): Record<string, unknown> {
  const author = post.author ?? 'aino'
  const username = author.split('@')[0]
  return {
    id: idOf(author),
    username,
    acct: author,
    display_name: post.name ?? 'Aino Esimerkki',
    url: `${homeOf(author, url)}/@${username}`,
    uri: `${homeOf(author, url)}/users/${username}`,
    avatar: `${url}/pictures/avatar.png`,
    bot: false,
    locked: false,
    discoverable: true,
    indexable: true,
    noindex: post.noindex ?? false,
    emojis: [],
    ...post.account,
  }
}

function statusOf(post: Kept, url: string, now: Date): Record<string, unknown> {
  const days = (now.getTime() - post.published.getTime()) / 86_400_000
  const given = typeof post.counts === 'function' ? post.counts(days) : post.counts
  const counts = given ?? { likes: 0, comments: 0, shares: 0 }
  const address = `${homeOf(post.author ?? 'aino', url)}/@${(post.author ?? 'aino').split('@')[0]}/${post.id}`
  const place = (file: string) =>
    /^https?:/.test(file) ? file : `${url}/pictures/${encodeURIComponent(file)}`
  return {
    id: post.id,
    uri: uriOf(post, url),
    url: address,
    created_at: post.published.toISOString(),
    edited_at: post.edited && post.edited <= now ? post.edited.toISOString() : null,
    visibility: post.visibility ?? 'public',
    sensitive: post.sensitive ?? Boolean(post.warning),
    spoiler_text: post.warning ?? '',
    language: post.lang === undefined ? 'fi' : post.lang,
    in_reply_to_id: null,
    content: post.html ?? htmlOf(post.text, url),
    replies_count: counts.comments,
    reblogs_count: counts.shares,
    favourites_count: counts.likes,
    quotes_count: 0,
    reblog: post.boost ? { id: '1', uri: `${url}/users/muu/statuses/1` } : null,
    account: accountOf(post, url),
    media_attachments: (post.media ?? []).map((one, at) => ({
      id: `${post.id}${at}`,
      type: one.type ?? 'image',
      url: place(one.file),
      preview_url: one.type === 'audio' ? null : place(one.file),
      remote_url: null,
      description: one.alt,
      blurhash: null,
      meta: { original: { width: one.width ?? 1200, height: one.height ?? 800, duration: one.seconds } },
    })),
    // Mastodon lists tags folded to ASCII, whatever the author typed.
    tags: tagsOf(post).map((tag) => ({ name: tagFold(tag), url: `${url}/tags/${tagFold(tag)}` })),
    mentions: [],
    emojis: [],
    card: post.card ?? null,
    quote: post.quote ?? null,
    poll: null,
    ...post.raw,
  }
}

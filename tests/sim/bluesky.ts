// A Bluesky server on loopback: sign-in with tokens that rotate, searching, an account's feed, posts by their ids.
import {
  authorOf,
  type BlueskyPost,
  didOf,
  type KeptPost,
  keyOf,
  sortedAt,
  tagsOf,
  viewOf,
} from './bluesky-post.ts'
import { type Picture, servePicture } from './pictures.ts'
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

export type { BlueskyPost } from './bluesky-post.ts'

export type BlueskySim = Sim & {
  /** Adds a post and gives its uri. */
  add: (post: BlueskyPost) => string
  edit: (uri: string, change: Partial<BlueskyPost>) => void
  remove: (uri: string) => void
  /** The author's account is passing on a post: it stands in the author's feed. */
  repost: (uri: string, by: string) => void
  addPicture: (name: string, picture: Picture) => void
  /** How the account fares: as it should, taken down, or asking for a code that only a person has. */
  account: (how: 'well' | 'taken-down' | 'asks-code' | 'other-password') => void
  /** Tokens given until now no longer count: those that go along with requests, or the others too. */
  expire: (which: 'access' | 'all') => void
  /** How often anybody has signed in or got the next tokens, and how often with tokens that were used up. */
  sessions: { opened: number; renewed: number; refused: number }
}

export const ACCOUNT = { identifier: 'kemijarvi.bsky.example', password: 'abcd-efgh-ijkl-mnop' }

const HOUR = 3_600_000
const LIVES = { access: 2 * HOUR, refresh: 90 * 24 * HOUR }
type Kind = keyof typeof LIVES

export async function startBluesky(options: SimOptions & { signInLimit?: number } = {}): Promise<BlueskySim> {
  const { clock = () => new Date(), signInLimit = 30 } = options
  const posts = new Map<string, KeptPost>()
  const reposts: { uri: string; by: string; at: Date }[] = []
  const pictures = new Map<string, Picture>()
  const sessions = { opened: 0, renewed: 0, refused: 0 }
  const good: Record<Kind, Set<string>> = { access: new Set(), refresh: new Set() }
  const signIns: number[] = []
  let account: Parameters<BlueskySim['account']>[0] = 'well'
  let nth = 0
  let url = ''

  // Sorted once for all requests between two changes: the demo asks thousands of times.
  let sorted: KeptPost[] | undefined
  const visible = () => {
    sorted ??= [...posts.values()].sort((a, b) => sortedAt(b).getTime() - sortedAt(a).getTime())
    return sorted.filter((post) => !post.gone && (post.indexed ?? post.published) <= clock())
  }
  const show = (post: KeptPost) => viewOf(post, { url, now: clock(), find: (uri) => posts.get(uri) })

  function token(kind: Kind): string {
    const iat = Math.floor(clock().getTime() / 1000)
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const life = { iat, exp: iat + LIVES[kind] / 1000, jti: String(++nth), sub: didOf(ACCOUNT.identifier) }
    const made = `${part({ alg: 'ES256K' })}.${part({ scope: `com.atproto.${kind}`, ...life })}.signature`
    good[kind].add(made)
    return made
  }
  /** Undefined when the token counts. */
  function judge(kind: Kind, seen: Seen): Reply | undefined {
    const given = /^Bearer (.+)$/.exec(seen.headers.authorization ?? '')?.[1]
    if (!given) return refusal(401, 'AuthMissing', 'Authentication Required')
    const other = kind === 'access' ? 'refresh' : 'access'
    if (good[other].has(given) || given.split('.').length !== 3)
      return refusal(400, 'InvalidToken', 'Bad token scope')
    const { exp } = JSON.parse(Buffer.from(given.split('.')[1] ?? '', 'base64url').toString())
    if (exp * 1000 <= clock().getTime()) return refusal(400, 'ExpiredToken', 'Token has expired')
    if (!good[kind].has(given)) return refusal(400, 'ExpiredToken', 'Token has been revoked')
    return undefined
  }
  const session = () => ({
    did: didOf(ACCOUNT.identifier),
    handle: ACCOUNT.identifier,
    active: true,
    accessJwt: token('access'),
    refreshJwt: token('refresh'),
  })

  function createSession({ body, headers }: Seen): Reply {
    if (!headers['content-type']?.startsWith('application/json'))
      return invalid('Request encoding (Content-Type) required but not provided')
    const given = readJson(body)
    for (const name of ['identifier', 'password'])
      if (typeof given?.[name] !== 'string') return invalid(`Input must have the property "${name}"`)
    const now = clock().getTime()
    if (signIns.filter((at) => at > now - 300_000).length >= signInLimit)
      return refusal(429, 'RateLimitExceeded', 'Rate Limit Exceeded', quota(signInLimit, 0, now))
    signIns.push(now)
    const right = given?.identifier === ACCOUNT.identifier && given.password === ACCOUNT.password
    if (!right || account === 'other-password')
      return refusal(401, 'AuthenticationRequired', 'Invalid identifier or password')
    if (account === 'taken-down') return refusal(401, 'AccountTakedown', 'Account has been taken down')
    if (account === 'asks-code')
      return refusal(401, 'AuthFactorTokenRequired', 'A sign in code has been sent to your email address')
    sessions.opened++
    return answer(session())
  }

  function refreshSession(seen: Seen): Reply {
    if (seen.body) return invalid('A request body was provided when none was expected')
    const bad = judge('refresh', seen)
    if (bad) {
      sessions.refused++
      return bad
    }
    if (account === 'taken-down') return refusal(401, 'AccountTakedown', 'Account has been taken down')
    good.refresh.delete(seen.headers.authorization?.slice('Bearer '.length) ?? '')
    sessions.renewed++
    return answer(session())
  }

  function searchPosts({ query }: Seen): Reply {
    const odd =
      wrong(query, ['q', 'tag', 'sort', 'since', 'until', 'limit', 'cursor'], 'q') ?? wrongLimit(query, 100)
    if (odd) return odd
    const [since, until] = ['since', 'until'].map((name) => moment(query.get(name)))
    if (since === null || until === null) return refusal(400, 'BadQueryString', 'Invalid date')
    const tags = query.getAll('tag').map((tag) => tag.toLowerCase())
    if (tags.some((tag) => tag.startsWith('#'))) return answer({ posts: [] })
    const words = (query.get('q') ?? '').toLowerCase().split(/\s+/)
    const found = visible().filter((post) => {
      const [at, own] = [sortedAt(post), tagsOf(post)]
      const said = words.every(
        (one) => own.includes(one.replace('#', '')) || post.text.toLowerCase().includes(one),
      )
      return (
        said && tags.every((tag) => own.includes(tag)) && !(since && at < since) && !(until && at >= until)
      )
    })
    return page(query, 25, found, (some) => ({ hitsTotal: found.length, posts: some.map(show) }))
  }

  function getAuthorFeed({ query }: Seen): Reply {
    const odd =
      wrong(query, ['actor', 'filter', 'limit', 'cursor', 'includePins'], 'actor') ?? wrongLimit(query, 100)
    if (odd) return odd
    const actor = query.get('actor') ?? ''
    const isActor = (handle: string) => handle === actor || didOf(handle) === actor
    const own = visible().filter((post) => isActor(authorOf(post)))
    const known = [...[...posts.values()].map(authorOf), ...reposts.map(({ by }) => by)]
    if (!known.some(isActor)) return invalid('Profile not found')
    const passed = reposts.flatMap(({ uri, by, at }) => {
      const post = isActor(by) && posts.get(uri)
      return post
        ? [{ at, post, reason: { $type: `${defs}#reasonRepost`, by: show(post).author, indexedAt: at } }]
        : []
    })
    const items = [...own.map((post) => ({ at: sortedAt(post), post, reason: undefined })), ...passed]
    items.sort((a, b) => b.at.getTime() - a.at.getTime())
    return page(query, 50, items, (some) => ({
      feed: some.map(({ post, reason }) => ({ post: show(post), ...(reason && { reason }) })),
    }))
  }

  function getPosts({ query }: Seen): Reply {
    const uris = query.getAll('uris')
    const odd = wrong(query, ['uris'], 'uris')
    if (odd) return odd
    if (uris.length > 25) return invalid('uris must not have more than 25 elements')
    if (uris.some((uri) => !/^at:\/\/[^/]+\/[^/]+\/[^/]+$/.test(uri)))
      return invalid('uris/0 must be a valid at-uri')
    const there = new Map(visible().map((post) => [post.uri, post]))
    return answer({ posts: uris.flatMap((uri) => there.get(uri) ?? []).map(show) })
  }

  const questions: Record<string, (seen: Seen) => Reply> = {
    'app.bsky.feed.searchPosts': searchPosts,
    'app.bsky.feed.getAuthorFeed': getAuthorFeed,
    'app.bsky.feed.getPosts': getPosts,
  }

  function reply(seen: Seen): Reply | undefined {
    const name = /^\/xrpc\/([\w.]+)$/.exec(seen.path)?.[1]
    if (!name) return servePicture(seen.path, pictures)
    const signIn = { createSession, refreshSession }[name.replace('com.atproto.server.', '')]
    const question = questions[name]
    if (!signIn && !question) return refusal(501, 'MethodNotImplemented', 'Method Not Implemented')
    if (seen.method !== (signIn ? 'POST' : 'GET'))
      return invalid(`Incorrect HTTP method (${seen.method}) expected ${signIn ? 'POST' : 'GET'}`)
    return signIn?.(seen) ?? judge('access', seen) ?? question?.(seen)
  }

  const sim = await startSim(reply, options)
  url = sim.url
  const kept = (uri: string) => {
    const post = posts.get(uri)
    if (!post) throw new Error(`no post ${uri}`)
    return post
  }
  return {
    ...sim,
    add(post) {
      const rkey = keyOf(post.published, posts.size)
      const uri = `at://${didOf(authorOf(post))}/app.bsky.feed.post/${rkey}`
      posts.set(uri, { ...post, uri, rkey, edits: 0 })
      sorted = undefined
      return uri
    },
    edit(uri, change) {
      const post = kept(uri)
      posts.set(uri, { ...post, ...change, edits: post.edits + 1 })
      sorted = undefined
    },
    remove(uri) {
      kept(uri).gone = true
    },
    repost: (uri, by) => void reposts.push({ uri, by, at: clock() }),
    addPicture: (name, picture) => void pictures.set(name, picture),
    account(how) {
      account = how
    },
    expire(which) {
      good.access.clear()
      if (which === 'all') good.refresh.clear()
    },
    sessions,
  }
}

const defs = 'app.bsky.feed.defs'

const quota = (limit: number, left: number, now: number) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(left),
  'ratelimit-reset': String(Math.floor(now / 1000) + 300),
  'ratelimit-policy': `${limit};w=300`,
})

function answer(data: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'ratelimit-limit': '3000',
      'ratelimit-remaining': '2999',
      ...headers,
    },
    body: JSON.stringify(data),
  }
}
const refusal = (status: number, error: string, message: string, headers = {}) =>
  answer({ error, message }, status, headers)
const invalid = (message: string) => refusal(400, 'InvalidRequest', message)

/** A parameter that the platform does not have is our mistake, and must not pass unseen. */
function wrong(query: URLSearchParams, known: string[], required: string): Reply | undefined {
  const odd = [...query.keys()].find((name) => !known.includes(name))
  if (odd) return invalid(`there is no parameter ${odd}`)
  return query.get(required) ? undefined : invalid(`Params must have the property "${required}"`)
}

function wrongLimit(query: URLSearchParams, most: number): Reply | undefined {
  const limit = query.get('limit')
  const fits = limit === null || (/^\d+$/.test(limit) && Number(limit) >= 1 && Number(limit) <= most)
  return fits ? undefined : invalid(`limit can not be greater than ${most}`)
}

function page<T>(
  query: URLSearchParams,
  usual: number,
  all: T[],
  body: (some: T[]) => Record<string, unknown>,
): Reply {
  const [from, limit] = [Number(query.get('cursor') ?? 0), Number(query.get('limit') ?? usual)]
  const end = from + limit
  return answer({ ...body(all.slice(from, end)), ...(end < all.length && { cursor: String(end) }) })
}

/** Undefined when not given, null when it is no moment. */
function moment(text: string | null): Date | null | undefined {
  if (text === null) return undefined
  const at = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : new Date(at)
}

function readJson(body: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

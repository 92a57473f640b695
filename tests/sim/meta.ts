// Meta's Graph API on loopback: tokens, fields, cursors, the thirty hashtags of seven days, usage headers, insights.
import { createHmac } from 'node:crypto'
import { checkFields, type SimObject, show } from './meta-objects.ts'
import { graphError, refusal } from './meta-refusals.ts'
import { APP, openTokens, type SimToken } from './meta-tokens.ts'
import { type Picture, servePicture } from './pictures.ts'
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
export type SimMedium = { caption: string; at: Date; username?: string } & Record<string, unknown>
export type SimPost = { message?: string; at: Date } & Record<string, unknown>

export type MetaSim = Sim & {
  /** The address with its version, as PLATFORM_URLS names it. */
  base: string
  user: { id: string; username: string; name: string }
  page: { id: string; name: string }
  tokens: Map<string, SimToken>
  /** An account's own medium, somebody's that tags it, or a stranger's that only a hashtag finds. */
  addMedium: (way: 'own' | 'tagged' | 'hashtag', medium: SimMedium) => string
  /** A post of the page, one that tags it, or one that a visitor wrote on it. */
  addPost: (way: 'page' | 'tagged' | 'visitors', post: SimPost) => string
  edit: (id: string, change: Record<string, unknown>) => void
  remove: (id: string) => void
  addPicture: (name: string, picture: Picture) => void
  insight: Map<string, Record<string, number>>
  /** The metrics that posts and media can be asked for. */
  metrics: Record<'post' | 'media', string[]>
  /** Headers of every answer from now on. */
  usage: Record<string, string>
  /** Hashtags that were asked for within the seven days. */
  asked: () => string[]
  /** Hashtags nobody has used. */
  unheard: Set<string>
}

export async function startMeta(options: SimOptions & { perHour?: number } = {}): Promise<MetaSim> {
  const { clock = () => new Date(), perHour = Number.POSITIVE_INFINITY } = options
  const objects = new Map<string, SimObject & { way: string; kind: string }>()
  const pictures = new Map<string, Picture>()
  const tagIds = new Map<string, string>()
  const slots = new Map<string, Date>()
  const user = { id: '17841400000000001', username: 'kemijarvi', name: 'Kemijärven kaupunki' }
  const page = { id: '100064000000001', name: 'Kemijärven kaupunki' }
  const tokens = openTokens(clock)
  const unheard = new Set<string>()
  const insight = new Map<string, Record<string, number>>()
  const usage: Record<string, string> = {}
  const spent = new Map<string, number[]>()
  let count = 0

  const ok = (body: unknown): Reply => ({
    headers: { 'content-type': 'application/json; charset=UTF-8', ...usage },
    body: JSON.stringify(body),
  })
  function reply(seen: Seen): Reply | undefined {
    const [, version, ...path] = seen.path.split('/')
    if (version === 'pictures') return servePicture(seen.path, pictures)
    if (version !== 'v26.0') return graphError(2500, `Unknown path components: /${version}`)
    const { query } = seen
    const token = /^Bearer (.+)$/.exec(seen.headers.authorization ?? '')?.[1] ?? query.get('access_token')
    if (!token) return graphError(104, 'An access token is required to request this resource.')
    const where = path.join('/')
    if (where === 'debug_token') return tokens.debug(token, query.get('input_token') ?? '')
    if (where === 'oauth/access_token') return tokens.exchange(query)
    const dead = tokens.living(token)
    if (dead) return dead
    if (spend(token) > perHour) return refusal.app()
    const proof = createHmac('sha256', APP.secret).update(token).digest('hex')
    const login = tokens.all.get(token)?.login ?? 'facebook'
    if (login === 'instagram' && path[0] === 'ig_hashtag_search') return refusal.permission()
    if (login === 'facebook' && query.get('appsecret_proof') !== proof)
      return graphError(100, 'API calls from the server require an appsecret_proof argument')
    return ask(path, query, token)
  }

  /** Requests of the last hour with a token, this one too. */
  function spend(token: string): number {
    const since = clock().getTime() - HOUR
    const times = (spent.get(token) ?? []).filter((at) => at > since)
    spent.set(token, [...times, clock().getTime()])
    return times.length + 1
  }

  function ask(path: string[], query: URLSearchParams, token: string): Reply | undefined {
    const [first = '', edge] = path
    if (first === 'me' && edge === 'accounts')
      return ok({ data: [{ id: page.id, name: page.name, access_token: tokens.pageToken(token) }] })
    if (first === 'refresh_access_token') return tokens.refresh(token)
    if (first === 'ig_hashtag_search') return findTag(query)
    const tag = [...tagIds].find(([, id]) => id === first)?.[0]
    if (tag) return hashtag(tag, edge ?? '', query)
    if (first === user.id)
      return edge
        ? list('media', edge === 'media' ? ['own'] : ['tagged'], query)
        : one(user, 'account', query)
    if (first === page.id) return edge ? pageEdge(edge, query) : one(page, 'page', query)
    if (query.has('ids')) return many(query, first === 'insights' ? insights : single)
    return edge === 'insights' ? insights(first, query) : single(first, query)
  }

  function takeSlot(tag: string): Reply | undefined {
    const begin = clock().getTime() - 7 * DAY
    for (const [one, at] of slots) if (at.getTime() <= begin) slots.delete(one)
    if (slots.has(tag)) return undefined
    if (slots.size >= 30) return refusal.tagsFull()
    slots.set(tag, clock())
    return undefined
  }

  function findTag(query: URLSearchParams): Reply {
    const tag = query.get('q') ?? ''
    if (query.get('user_id') !== user.id || !/^[\p{L}\p{N}_]+$/u.test(tag) || tag !== tag.normalize('NFC'))
      return refusal.question()
    const full = takeSlot(tag)
    if (full) return full
    if (unheard.has(tag)) return refusal.noTag()
    const id = tagIds.get(tag) ?? `1784390000${String(tagIds.size + 1).padStart(7, '0')}`
    tagIds.set(tag, id)
    return ok({ data: [{ id }] })
  }

  function hashtag(tag: string, edge: string, query: URLSearchParams): Reply {
    if (query.get('user_id') !== user.id) return refusal.question()
    const full = takeSlot(tag)
    if (full) return full
    if (edge !== 'recent_media' && edge !== 'top_media') return refusal.question()
    const since = edge === 'recent_media' ? clock().getTime() - DAY : 0
    const carries = new RegExp(`#${tag}(?![\\p{L}\\p{M}\\p{N}_])`, 'iu')
    const found = there(['own', 'tagged', 'hashtag']).filter(
      (one) => one.at.getTime() > since && carries.test(String(one.fields(clock()).caption ?? '')),
    )
    return pageOf(found, 'hashtag', query, `${tag} ${edge}`)
  }

  const there = (ways: readonly string[]) =>
    [...objects.values()]
      .filter((one) => ways.includes(one.way) && !one.gone && one.at <= clock())
      .sort((a, b) => b.at.getTime() - a.at.getTime())

  const list = (kind: string, ways: string[], query: URLSearchParams) => pageOf(there(ways), kind, query)

  function pageEdge(edge: string, query: URLSearchParams): Reply {
    const ways: Record<string, string[]> = {
      published_posts: ['page'],
      tagged: ['page-tagged'],
      feed: ['page', 'visitors'],
    }
    const of = ways[edge]
    return of ? list('post', of, query) : refusal.question()
  }

  function pageOf(all: readonly SimObject[], kind: string, query: URLSearchParams, constant?: string): Reply {
    const wrong = checkFields(kind, query.get('fields'))
    const limit = Number(query.get('limit') ?? 25)
    if (wrong || limit > (kind === 'post' ? 100 : 50)) return wrong ?? refusal.question()
    const after = query.get('after')
    // A cursor stands behind a thing, also one that has gone; Instagram's looks the same on every page and moves on.
    const last = objects.get(after ?? '')
    const place = all.findIndex(
      (one) => last && (one.at < last.at || (+one.at === +last.at && nthOf(one) > nthOf(last))),
    )
    const from = after === null ? 0 : constant ? (moved.get(constant) ?? 0) : place < 0 ? all.length : place
    const shown = all.slice(from, from + limit)
    const next = from + limit < all.length
    if (constant) moved.set(constant, from + limit)
    const cursor = constant ? 'QVFI' : (shown.at(-1)?.id ?? '')
    return ok({
      data: shown.map((one) => show(one, query.get('fields'), clock())),
      ...(all.length && {
        paging: {
          cursors: { before: 'b', after: cursor },
          ...(next && { next: `https://graph.facebook.com/v26.0/next?access_token=SECRET&after=${cursor}` }),
        },
      }),
    })
  }
  const moved = new Map<string, number>()
  const metrics = { post: ['post_media_view', 'post_clicks'], media: ['views', 'shares', 'reach'] }

  function one(thing: Record<string, unknown>, kind: string, query: URLSearchParams): Reply {
    const object = { id: String(thing.id), at: clock(), fields: () => thing }
    return checkFields(kind, query.get('fields')) ?? ok(show(object, query.get('fields'), clock()))
  }

  function single(id: string, query: URLSearchParams): Reply {
    const found = objects.get(id)
    // A stranger's medium cannot be asked for by its number.
    if (!found || found.gone || found.way === 'hashtag' || found.way === 'tagged') return refusal.gone(id)
    return checkFields(found.kind, query.get('fields')) ?? ok(show(found, query.get('fields'), clock()))
  }

  function many(query: URLSearchParams, ask: (id: string, query: URLSearchParams) => Reply): Reply {
    const ids = (query.get('ids') ?? '').split(',')
    if (ids.length > 50) return refusal.question()
    const all = ids.map((id) => ({ id, reply: ask(id, query) }))
    const bad = all.find(({ reply: { status } }) => status)
    return (
      bad?.reply ??
      ok(Object.fromEntries(all.map(({ id, reply: { body } }) => [id, JSON.parse(String(body))])))
    )
  }

  function insights(id: string, query: URLSearchParams): Reply {
    const fit = metrics[objects.get(id)?.kind === 'post' ? 'post' : 'media']
    const wanted = (query.get('metric') ?? '').split(',')
    const strange = wanted.find((metric) => !fit.includes(metric))
    if (strange)
      return graphError(100, `The value must be a valid insights metric: invalid metric ${strange}`)
    const told = insight.get(id) ?? {}
    return ok({
      data: wanted.flatMap((name) =>
        told[name] === undefined
          ? []
          : [{ name, period: 'lifetime', values: [{ value: told[name] }], id: `${id}/insights` }],
      ),
    })
  }

  const add = (way: string, kind: string, id: string, at: Date, fields: Record<string, unknown>) => {
    objects.set(id, { id, at, nth: objects.size, way, kind, fields: (now) => resolve(fields, now) })
    return id
  }
  const written = (at: Date) => at.toISOString().replace(/\.\d+Z$/, '+0000')
  const sim = await startSim(reply, options)
  return {
    ...sim,
    base: `${sim.url}/v26.0`,
    ...{ user, page, tokens: tokens.all, insight, metrics, usage, unheard },
    addMedium(way, { at, ...medium }) {
      const n = String(++count).padStart(6, '0')
      return add(way, 'media', `1800000000${n}`, at, {
        media_type: 'IMAGE',
        media_product_type: 'FEED',
        permalink: `https://www.instagram.com/p/Sim${n}/`,
        timestamp: written(at),
        username: way === 'own' ? user.username : 'somebody',
        ...medium,
      })
    },
    addPost(way, { at, ...post }) {
      const id = `${page.id}_${++count}`
      return add(way === 'tagged' ? 'page-tagged' : way, 'post', id, at, {
        created_time: written(at),
        permalink_url: `https://www.facebook.com/${page.id}/posts/${count}`,
        reactions: 0,
        comments: 0,
        ...(way === 'page' && { from: page, is_hidden: false }),
        ...post,
      })
    },
    edit(id, change) {
      const old = objects.get(id)
      if (old) objects.set(id, { ...old, fields: (now) => ({ ...old.fields(now), ...change }) })
    },
    remove: (id) =>
      void objects.set(id, { ...(objects.get(id) as SimObject & { way: string; kind: string }), gone: true }),
    addPicture: (name, picture) => void pictures.set(name, picture),
    asked: () => [...slots.keys()],
  }
}

const nthOf = ({ nth = 0 }: SimObject) => nth

/** Numbers that grow are written as functions of the moment. */
const resolve = (fields: Record<string, unknown>, now: Date) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'function' ? value(now) : value]),
  )

// Mastodon: public posts by hashtag or of one account, by the servers' open interface.
import { z } from 'zod'
import { atEaseInPieces } from '../../services/crowd.ts'
import type { Batch, Channel, ChannelIo, FoundPost, KnownPost, Reread } from '../../services/domain/source.ts'
import { tagFold, tagKey } from '../../services/domain/tags.ts'
import { Fault } from '../../services/errors.ts'
import { keysOf } from './found.ts'
import { readJson } from './json.ts'
import { readStatus, statusForm } from './mastodon/status.ts'
import { type Cursor, cursorShape, PAGE, walk } from './mastodon/timeline.ts'

const PAGES = { run: 50, timeline: 10 }
/** As many statuses as a server gives at once by their ids. */
const AT_ONCE = 20

const settings = z.strictObject({
  /** The server that is asked: `https://mastodon.example` or only its name. */
  server: z
    .string()
    .trim()
    .transform((text) => (text.includes('://') ? text : `https://${text}`).replace(/\/+$/, ''))
    .pipe(z.url({ protocol: /^https?$/, error: 'must be the address of a Mastodon server' })),
  /** One account's posts instead of hashtags: `@name` or `@name@server`. */
  account: z
    .string()
    .trim()
    .regex(/^@?[\w.-]+(@[\w.-]+)?$/, 'must be an account, for example @kemijarvi@mastodon.example')
    .optional(),
})
type Settings = z.infer<typeof settings>

const memoryShape = z.object({
  timelines: z.record(z.string(), cursorShape).catch({}),
  account: z.object({ acct: z.string(), id: z.string() }).optional().catch(undefined),
})
const closedShape = z.looseObject({
  configuration: z.looseObject({
    timelines_access: z.looseObject({
      hashtag_feeds: z.looseObject({ local: z.string(), remote: z.string() }),
    }),
  }),
})

export const mastodon = {
  name: 'mastodon',
  title: 'Mastodon',
  settings,
  secrets: [],
  offers: { tags: true, accounts: true, counts: ['likes', 'comments', 'shares'], reread: true },
  pace: { everyMinutes: 15, perRun: PAGES.run * PAGE },
  sharedMinutes: 7,
  limits: [{ name: 'requests', most: 300, window: { minutes: 5 }, of: 'host', cost: () => 1 }],
  terms: 'https://docs.joinmastodon.org/api/guidelines/',
  proof: 'unproven',
  guide: [{ id: 'mastodon.server', who: 'team', takes: 'minutes', at: 'https://joinmastodon.org/servers' }],
  forms: [statusForm],

  async fetch(source, io): Promise<Batch> {
    const server = io.base ?? source.settings.server
    const memory = memoryShape.safeParse(io.memory).data ?? { timelines: {} }
    const get = openServer(server, io)
    const account =
      source.settings.account && (await findAccount(source.settings.account, memory.account, get))
    const timelines = account ? [accountTimeline(account.id)] : groupTags(source.tags).map(tagTimeline)
    const wanted = new Set(source.tags.map(tagKey))
    const posts = new Map<string, FoundPost>()
    const cursors: Record<string, Cursor> = {}
    const seen = { pages: 0, posts: 0, skipped: 0 }
    let [fault, stuck]: [fault?: Fault, stuck?: Fault] = []
    let unread: string | undefined
    for (const { key, path, query } of timelines) {
      const cursor = memory.timelines[key] ?? {}
      cursors[key] = cursor
      const left = Math.min(PAGES.timeline, PAGES.run - seen.pages)
      if (fault || left <= 0) continue
      const page = async (at: Record<string, string>) =>
        listOf(await get(path, [...query, ...Object.entries({ limit: String(PAGE), ...at })]))
      const got = await walk({ page, cursor, since: io.since, pages: left, server })
      cursors[key] = got.cursor
      seen.pages += got.pages
      seen.skipped += got.skipped
      seen.posts += got.posts.length
      fault = got.fault
      stuck ??= got.stuck
      unread ??= got.unread
      // The server folds #häme and #hame into one: what carries none of the spellings asked for is not ours.
      const ours = (post: FoundPost) => account || keysOf(post).some((one) => wanted.has(one))
      const kept = await atEaseInPieces(got.posts, (post) => (ours(post) ? [post] : []))
      for (const post of kept.flat()) keepNewest(posts, post)
    }
    if (!seen.posts && !seen.skipped && !account) fault ??= await findClosed(get, Boolean(io.secret('token')))
    fault = fault && explain(fault, server)
    if (fault && !posts.size) throw fault
    fault ??= stuck
    return {
      posts: [...posts.values()],
      skipped: seen.skipped,
      ...(unread && { unread }),
      memory: { timelines: cursors, ...(account && { account }) },
      ...(fault && { fault }),
    }
  },

  async reread(source, known, io): Promise<Reread[]> {
    const server = io.base ?? source.settings.server
    const get = openServer(server, io)
    const done: Reread[] = []
    try {
      for (let at = 0; at < known.length; at += AT_ONCE) {
        const some = known.slice(at, at + AT_ONCE)
        const found = await readMany(some, get)
        for (const post of some) done.push(found.get(post.seenId ?? '') ?? (await readOne(post, get)))
      }
    } catch (error) {
      // What has been read is worth keeping; the rest stays due.
      if (!(error instanceof Fault)) throw error
      if (!done.length) throw explain(error, server)
    }
    return done

    async function readMany(some: KnownPost[], ask: Get): Promise<Map<string, Reread>> {
      const ids = some.flatMap((one) => (one.seenId ? [['id[]', one.seenId] as [string, string]] : []))
      const found = new Map<string, Reread>()
      if (ids.length < 2) return found
      // Servers older than 4.3 do not know this question; then each post is asked for alone.
      const given = await ask('/api/v1/statuses', ids).catch(unless('rate', 'busy', 'network', 'refused'))
      for (const one of Array.isArray(given) ? given : []) {
        const post = some.find((known) => known.seenId === (one as { id?: unknown } | null)?.id)
        if (post?.seenId) found.set(post.seenId, readAgain(post, one))
      }
      return found
    }

    // An absent id is not proof enough to take a post off a wall: only the post's own 404 is.
    async function readOne(post: KnownPost, ask: Get): Promise<Reread> {
      if (!post.seenId) return { externalId: post.externalId, state: 'unknown' }
      try {
        return readAgain(post, await ask(`/api/v1/statuses/${encodeURIComponent(post.seenId)}`, []))
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        if (error.kind !== 'gone' && error.kind !== 'shape' && error.code !== 'forbidden') throw error
        return { externalId: post.externalId, state: error.kind === 'gone' ? 'gone' : 'unknown' }
      }
    }

    function readAgain({ externalId, editedAt }: KnownPost, given: unknown): Reread {
      const post = readStatus(given, server)
      if (!post) return { externalId, state: 'unknown' }
      // Made private since, or the author wishes not to be found any more.
      if (post === 'skip') return { externalId, state: 'gone' }
      const here = { externalId, state: 'here', counts: post.counts } as const
      // Mastodon tells every edit's time: without a new one there is nothing to take in again but the counts.
      const known = editedAt !== undefined && editedAt?.getTime() === post.editedAt?.getTime()
      return known ? here : { ...here, post: { ...post, externalId } }
    }
  },
} satisfies Channel<Settings>

/** Met again on another page or by another tag, a post counts once, as it was edited last. */
function keepNewest(posts: Map<string, FoundPost>, post: FoundPost): void {
  const edit = (one: FoundPost | undefined) => one?.editedAt?.getTime() ?? 0
  if (edit(post) >= edit(posts.get(post.externalId))) posts.set(post.externalId, post)
}

type Get = (path: string, query: [string, string][]) => Promise<unknown>

function openServer(server: string, io: ChannelIo): Get {
  const token = io.secret('token')
  return async (path, query) => {
    const url = new URL(server + path)
    for (const [name, value] of query) url.searchParams.append(name, value)
    const headers = { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    return readJson(await io.http(url.href, { headers, maxBytes: 5_000_000, signal: io.signal }))
  }
}

function listOf(given: unknown): unknown[] {
  if (Array.isArray(given)) return given.slice(0, 200)
  throw new Fault('shape', 'not a list of statuses', { code: 'not-a-list' })
}

type Timeline = { key: string; path: string; query: [string, string][] }

/** Spellings that the server takes for one are one timeline; the others ride along for servers that do not fold. */
function groupTags(tags: string[]): string[][] {
  const groups = new Map<string, Set<string>>()
  for (const tag of tags) {
    const fold = tagFold(tag)
    groups.set(fold, (groups.get(fold) ?? new Set()).add(tagKey(tag)))
  }
  return [...groups.values()].map((keys) => [...keys].slice(0, 4))
}

function tagTimeline([first = '', ...others]: string[]): Timeline {
  return {
    key: tagFold(first),
    path: `/api/v1/timelines/tag/${encodeURIComponent(first)}`,
    query: others.map((other) => ['any[]', other]),
  }
}

function accountTimeline(id: string): Timeline {
  return {
    key: `account ${id}`,
    path: `/api/v1/accounts/${encodeURIComponent(id)}/statuses`,
    query: [['exclude_reblogs', 'true']],
  }
}

async function findAccount(
  acct: string,
  known: { acct: string; id: string } | undefined,
  get: Get,
): Promise<{ acct: string; id: string }> {
  if (known?.acct === acct) return known
  const given = await get('/api/v1/accounts/lookup', [['acct', acct.replace(/^@/, '')]]).catch((error) => {
    if (error instanceof Fault && error.kind === 'gone')
      throw new Fault('gone', `no account ${acct}`, {
        code: 'mastodon-no-account',
        values: { account: acct },
      })
    throw error
  })
  const id = z.looseObject({ id: z.string() }).safeParse(given).data?.id
  if (!id) throw new Fault('shape', 'an account without an id', { code: 'not-a-list' })
  return { acct, id }
}

// A server that keeps its tag pages to itself may answer with an empty list instead of a refusal.
async function findClosed(get: Get, signedIn: boolean): Promise<Fault | undefined> {
  const given = await get('/api/v2/instance', []).catch(unless())
  const access = closedShape.safeParse(given).data?.configuration.timelines_access.hashtag_feeds
  const closed = (level: string) => level === 'disabled' || (level === 'authenticated' && !signedIn)
  if (!access || !closed(access.local) || !closed(access.remote)) return undefined
  return new Fault('auth', 'the tag timelines are closed')
}

function explain(fault: Fault, server: string): Fault {
  if (fault.kind !== 'auth') return fault
  const { host } = new URL(server)
  return new Fault('auth', fault.message, { code: 'mastodon-closed', values: { host }, cause: fault })
}

/** Undefined for any Fault but these. */
function unless(...kinds: Fault['kind'][]): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Fault) || kinds.includes(error.kind)) throw error
    return undefined
  }
}

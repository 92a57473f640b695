// Bluesky: anybody's posts by hashtag or those of one account, asked of the account's own server.
import { z } from 'zod'
import type { Batch, Channel, ChannelIo, FoundPost, KnownPost, Reread } from '../../services/domain/source.ts'
import { tagKey } from '../../services/domain/tags.ts'
import { Fault } from '../../services/errors.ts'
import { postForm, type ReadPost, readPost } from './bluesky/post.ts'
import { type Ask, openServer } from './bluesky/server.ts'
import { accountTimeline, type Cursor, cursorShape, readTimeline, tagTimelines } from './bluesky/timeline.ts'
import { PAGE, readPage } from './bluesky/walk.ts'
import { keysOf } from './found.ts'

/** There is a second between two requests, and a visit must end within its time. */
const PAGES = { run: 30, tag: 10 }
/** As many posts as the platform gives at once by their ids. */
const AT_ONCE = 25

const TERMS = 'https://bsky.social/about/support/tos'

const accountName = (pattern: RegExp) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(/^@/, ''))
    .pipe(z.string().regex(pattern, 'must be the name of a Bluesky account, for example name.bsky.social'))

const settings = z.strictObject({
  /** The account as which we ask: searching is only for those who are signed in. */
  identifier: accountName(/^[\w.+:@-]+[.:][\w.:-]+$/),
  /** One account's posts instead of hashtags. */
  account: accountName(/^(?:[\w-]+\.)+[\w-]+$|^did:[a-z]+:[\w.:%-]+$/).optional(),
  /** The server on which `identifier` lives. */
  service: z
    .string()
    .trim()
    .transform((text) => (text.includes('://') ? text : `https://${text}`).replace(/\/+$/, ''))
    .pipe(z.url({ protocol: /^https?$/, error: 'must be the address of a Bluesky server' }))
    .default('https://bsky.social'),
})
type Settings = z.infer<typeof settings>

const memoryShape = z.object({
  timelines: z.record(z.string(), cursorShape).catch({}),
  /** The first that the last visit did not come to. */
  next: z.string().optional().catch(undefined),
})

export const bluesky = {
  name: 'bluesky',
  title: 'Bluesky',
  settings,
  secrets: ['app_password'],
  offers: { tags: true, accounts: true, counts: ['likes', 'comments', 'shares'], reread: true },
  pace: { everyMinutes: 20, perRun: PAGES.run * PAGE },
  limits: [{ name: 'requests', most: 3000, window: { minutes: 5 }, of: 'host', cost: () => 1 }],
  terms: TERMS,
  proof: 'software',
  guide: [
    { id: 'bluesky.terms', who: 'operator', takes: 'hour', at: TERMS },
    { id: 'bluesky.account', who: 'team', takes: 'minutes', at: 'https://bsky.app' },
    {
      id: 'bluesky.password',
      who: 'team',
      takes: 'minutes',
      at: 'https://bsky.app/settings/app-passwords',
    },
  ],
  forms: [postForm],

  async fetch(source, io): Promise<Batch> {
    const { account } = source.settings
    const server = serverOf(source.settings, io)
    const memory = memoryShape.safeParse(io.memory).data ?? { timelines: {} }
    const keys = new Set(source.tags.map(tagKey))
    const timelines = account ? [accountTimeline(account)] : tagTimelines(keys)
    const first = Math.max(
      0,
      timelines.findIndex((one) => one.key === memory.next),
    )
    const posts = new Map<string, FoundPost>()
    const cursors: Record<string, Cursor> = {}
    const seen = { pages: 0, skipped: 0 }
    let fault: Fault | undefined
    let next: string | undefined
    for (const timeline of [...timelines.slice(first), ...timelines.slice(0, first)]) {
      const cursor = memory.timelines[timeline.key] ?? {}
      cursors[timeline.key] = cursor
      const pages = Math.min(account ? PAGES.run : PAGES.tag, PAGES.run - seen.pages)
      if (fault || pages <= 0) {
        next ??= timeline.key
        continue
      }
      const got = await readTimeline({ timeline, cursor, pages, wanted: io.since, ...server })
      cursors[timeline.key] = got.cursor
      seen.pages += got.pages
      seen.skipped += got.skipped
      fault = got.fault
      for (const read of got.posts)
        if (account ? isForAll(read) : hasOne(read.post, keys)) posts.set(read.post.externalId, read.post)
    }
    fault = fault && account ? explain(fault, account) : fault
    if (fault && !posts.size) throw fault
    return {
      posts: [...posts.values()],
      skipped: seen.skipped,
      memory: { timelines: cursors, ...(next && { next }) },
      ...(fault && { fault }),
    }
  },

  async reread(source, known, io): Promise<Reread[]> {
    const { ask } = serverOf(source.settings, io)
    const done: Reread[] = []
    try {
      for (let at = 0; at < known.length; at += AT_ONCE)
        done.push(...(await readMany(known.slice(at, at + AT_ONCE), ask)))
    } catch (error) {
      // What has been read is worth keeping; the rest stays due.
      if (!(error instanceof Fault) || !done.length) throw error
    }
    return done
  },
} satisfies Channel<Settings>

function serverOf({ service, identifier }: Settings, io: ChannelIo): { ask: Ask; host: string } {
  const address = io.base ?? service
  const password = io.secret('app_password') ?? ''
  return { ask: openServer({ service: address, identifier, password }, io), host: new URL(address).host }
}

/** The search is broader than a tag, and its folding of letters is its own: what we keep carries one of ours. */
function hasOne(post: FoundPost, keys: ReadonlySet<string>): boolean {
  return keysOf(post).some((key) => keys.has(key))
}

/** What an account says to everybody, its own threads too; not its answers to others. */
function isForAll({ post, replyTo }: ReadPost): boolean {
  return !replyTo || replyTo.startsWith(`at://${post.author?.id}/`)
}

async function readMany(known: readonly KnownPost[], ask: Ask): Promise<Reread[]> {
  const uris = known.map((one) => one.externalId).filter((id) => id.startsWith('at://'))
  const given = uris.length
    ? await ask(
        'app.bsky.feed.getPosts',
        uris.map((uri) => ['uris', uri]),
      )
    : { posts: [] }
  const found = readPage(given).posts.map((one) => ({ uri: (one as { uri?: unknown } | null)?.uri, one }))
  const posts = new Map(found.map(({ uri, one }) => [uri, one]))
  // The platform leaves out what is deleted, hidden or taken down. An answer of another form tells nothing.
  const clear = found.every(({ uri }) => uris.includes(String(uri)))
  return known.map(({ externalId }): Reread => {
    if (!posts.has(externalId))
      return { externalId, state: clear && uris.includes(externalId) ? 'gone' : 'unknown' }
    const post = readPost(posts.get(externalId))?.post
    return post ? { externalId, state: 'here', counts: post.counts, post } : { externalId, state: 'unknown' }
  })
}

function explain(fault: Fault, account: string): Fault {
  if (fault.code !== 'bluesky-question') return fault
  const values = { ...fault.values, account }
  return new Fault('gone', fault.message, { code: 'bluesky-no-account', values, cause: fault })
}

// What is asked of Bluesky: a search for each tag or one account's posts, and how far each has been read.
import { z } from 'zod'
import type { Fault } from '../../../services/errors.ts'
import type { Ask } from './server.ts'
import { PAGE, type Page, readPage, type Walk, walk } from './walk.ts'

/** Longer tags than this the platform does not have. */
const LONGEST_TAG = 64
/** A post may reach the search hours after it was written: so far back is asked each time. */
const OVERLAP = 86_400_000

const moment = z.iso.datetime()
export const cursorShape = z.object({
  /** Everything up to this moment has been read, but for what `left` names. */
  newest: moment.optional(),
  /** A stretch of history that is still to be read. */
  left: z.object({ since: moment, until: moment }).optional(),
})
export type Cursor = z.infer<typeof cursorShape>

export type Timeline = {
  key: string
  name: string
  query: [string, string][]
  /** Can be asked for a stretch of time; else it is read from the newest until it is old enough. */
  dated: boolean
}

/** The platform searches for one tag at a time: several in one question would all have to be there. */
export function tagTimelines(keys: ReadonlySet<string>): Timeline[] {
  return [...keys]
    .filter((key) => [...key].length <= LONGEST_TAG)
    .map((key) => ({
      key,
      name: 'app.bsky.feed.searchPosts',
      query: Object.entries({ q: `#${key}`, tag: key, sort: 'latest' }),
      dated: true,
    }))
}

export function accountTimeline(account: string): Timeline {
  return {
    key: `account ${account}`,
    name: 'app.bsky.feed.getAuthorFeed',
    query: Object.entries({ actor: account, filter: 'posts_and_author_threads' }),
    dated: false,
  }
}

type Reading = {
  timeline: Timeline
  cursor: Cursor
  /** Pages at most in this visit; what is left over is read at the next. */
  pages: number
  /** How far back is wanted at all. */
  wanted: Date
  ask: Ask
  host: string
}
type Read = Pick<Walk, 'posts' | 'skipped' | 'pages' | 'fault'> & { cursor: Cursor }

/** What is new, and then what was left over; the cursor never says more than has been read. */
export async function readTimeline({ timeline, cursor, pages, wanted, ask, host }: Reading): Promise<Read> {
  const stretch = (since: Date, until: Date | undefined, most: number) =>
    walk({ page: (at) => askPage(timeline, ask, { since, until, at }), since, pages: most, host })
  // While history is left over, what comes late can wait: else a busy tag would never get to it.
  const back = cursor.left ? 0 : OVERLAP
  const known = cursor.newest ? new Date(Date.parse(cursor.newest) - back) : wanted
  const since = known > wanted ? known : wanted
  const fresh = await stretch(since, undefined, pages)
  const next = afterFresh(timeline, cursor, fresh, since)
  if (!next.left || fresh.fault || fresh.pages >= pages) return { ...fresh, cursor: next }
  // The moment itself is asked for again: other posts may bear the same.
  const until = new Date(Date.parse(next.left.until) + 1)
  const older = await stretch(new Date(next.left.since), until, pages - fresh.pages)
  return {
    posts: [...fresh.posts, ...older.posts],
    skipped: fresh.skipped + older.skipped,
    pages: fresh.pages + older.pages,
    ...(older.fault && { fault: older.fault }),
    cursor: afterOlder(next, older),
  }
}

function afterFresh({ dated }: Timeline, cursor: Cursor, fresh: Walk, since: Date): Cursor {
  const newest = [cursor.newest, fresh.newest?.toISOString()]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)
  const read = { ...cursor, ...(newest && { newest }) }
  if (fresh.ended) return read
  // Without stretches of time there is no going on in the middle: after a fault all is read again.
  if (!dated) return mayGoOn(fresh.fault) ? read : cursor
  if (!fresh.oldest) return cursor
  return {
    ...read,
    left: { since: cursor.left?.since ?? since.toISOString(), until: fresh.oldest.toISOString() },
  }
}

function afterOlder({ left, ...cursor }: Cursor, older: Walk): Cursor {
  if (!left || older.ended) return cursor
  const until = older.oldest?.toISOString()
  if (until && until < left.until) return { ...cursor, left: { ...left, until } }
  // A server that does not go back must not be asked to for ever.
  return mayGoOn(older.fault) ? cursor : { ...cursor, left }
}

const mayGoOn = (fault: Fault | undefined) => !fault || fault.code === 'paging'

type Stretch = { since: Date; until: Date | undefined; at: string | undefined }

async function askPage({ name, query, dated }: Timeline, ask: Ask, stretch: Stretch): Promise<Page> {
  const { since, until, at } = stretch
  const asked = Object.entries({
    limit: String(PAGE),
    ...(dated && { since: since.toISOString() }),
    ...(dated && until && { until: until.toISOString() }),
    ...(at && { cursor: at }),
  })
  return readPage(await ask(name, [...query, ...asked]))
}

// Walks pages of Bluesky posts, newest first, until a wanted beginning; a fault on the way loses nothing that was read.
import { z } from 'zod'
import { atEaseInPieces } from '../../../services/crowd.ts'
import { Fault } from '../../../services/errors.ts'
import { type ReadPost, readPost } from './post.ts'

export const PAGE = 100

export type Page = {
  posts: unknown[]
  /** Where the next page begins; absent at the end. */
  next: string | undefined
}
export type Walk = {
  posts: ReadPost[]
  skipped: number
  pages: number
  /** Of what was read, by the server's own order. */
  newest: Date | null
  oldest: Date | null
  /** False when pages were left unread: by a fault, or because there are too many for one visit. */
  ended: boolean
  fault?: Fault
}

type Options = {
  page: (at: string | undefined) => Promise<Page>
  /** What is older is not wanted any more. */
  since: Date
  pages: number
  host: string
}

export async function walk({ page, since, pages, host }: Options): Promise<Walk> {
  const done: Walk = { posts: [], skipped: 0, pages: 0, newest: null, oldest: null, ended: false }
  const seen = new Set<string>()
  let at: string | undefined
  try {
    while (!done.ended && done.pages < pages) {
      done.pages++
      const { posts, next } = await page(at)
      const read = await atEaseInPieces(posts, readPost)
      done.skipped += read.filter((one) => !one).length
      const found = read.filter((one) => one !== undefined)
      done.posts.push(...found.filter(({ post }) => !post.publishedAt || post.publishedAt >= since))
      const times = found.flatMap(({ sortedAt }) => sortedAt ?? [])
      for (const time of times) {
        if (!done.newest || time > done.newest) done.newest = time
        if (time >= since && (!done.oldest || time < done.oldest)) done.oldest = time
      }
      // One old post among newer ones is not yet the beginning.
      const reached = times.length > 0 && times.every((time) => time < since)
      done.ended = !next || reached
      if (done.ended || !next) continue
      if (seen.has(next)) throw samePage(host, done.pages)
      seen.add(next)
      at = next
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    done.fault = error
  }
  return done
}

function samePage(host: string, pages: number): Fault {
  const values = { host, n: pages * PAGE }
  return new Fault('shape', `${host} gives the same page again`, { code: 'paging', values })
}

const cursor = z.string().min(1).max(2000).nullish().catch(undefined)
const foundShape = z.looseObject({ posts: z.array(z.unknown()), cursor })
const feedShape = z.looseObject({ feed: z.array(z.unknown()), cursor })
const repostShape = z.looseObject({ reason: z.looseObject({ $type: z.string().endsWith('#reasonRepost') }) })
const itemShape = z.looseObject({ post: z.unknown().optional() })

/** A page of a search or of an account's feed; what the account has only passed on is left out. */
export function readPage(given: unknown): Page {
  const found = foundShape.safeParse(given).data
  const feed = feedShape.safeParse(given).data
  const all = (found?.posts ?? feed?.feed)?.slice(0, 2 * PAGE)
  if (!all) throw new Fault('shape', 'not a page of posts', { code: 'bluesky-shape' })
  const next = (all.length && (found ?? feed)?.cursor) || undefined
  const own = feed ? all.filter((one) => !repostShape.safeParse(one).success) : all
  return { posts: feed ? own.map((one) => itemShape.safeParse(one).data?.post) : own, next }
}

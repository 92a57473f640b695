// Walks a Mastodon timeline: forward from the newest known status, and backward until the wanted beginning.
import { z } from 'zod'
import { atEaseInPieces } from '../../../services/crowd.ts'
import { formOf } from '../../../services/domain/form.ts'
import type { FoundPost } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { isWanted } from '../wanted.ts'
import { readStatus } from './status.ts'

export const PAGE = 40

/** What is remembered of a timeline. Ids are opaque: the longer is the newer, then the higher by letters. */
export const cursorShape = z.object({
  /** The newest status seen. */
  newest: z.string().optional(),
  /** History is still to be read from before this one. */
  older: z.string().optional(),
})
export type Cursor = z.infer<typeof cursorShape>

export type Walk = {
  posts: FoundPost[]
  skipped: number
  /** The form of the first status that could not be read. */
  unread?: string
  cursor: Cursor
  pages: number
  /** What ended the walk before its end. */
  fault?: Fault
  /** The server cannot give one page after the other, so that something may have been missed. */
  stuck?: Fault
}

type Options = {
  /** One page by `min_id` or `max_id`; an array of whatever came. */
  page: (at: { min_id?: string; max_id?: string }) => Promise<unknown[]>
  cursor: Cursor
  since: Date
  /** Pages at most in this visit; what is left over is read at the next. */
  pages: number
  server: string
}

/**
 * Reads what is new, then goes on with unread history. A fault on the way ends the walk; what was read until then
 * is kept, and so is the cursor, which never stands beyond it.
 */
export async function walk({ page, cursor, since, pages, server }: Options): Promise<Walk> {
  const done: Walk = { posts: [], skipped: 0, cursor: { ...cursor }, pages: 0 }
  const read = async (at: { min_id?: string; max_id?: string }) => {
    done.pages++
    const given = await page(at)
    const dated: boolean[] = []
    const ids: string[] = []
    for (const one of given) {
      const id = (one as { id?: unknown } | null)?.id
      if (typeof id === 'string' && id) ids.push(id)
    }
    for (const [nth, post] of (await atEaseInPieces(given, (one) => readStatus(one, server))).entries()) {
      if (!post) {
        done.skipped++
        done.unread ??= formOf(given[nth])
      } else if (post !== 'skip') {
        const wanted = isWanted(post.publishedAt, since)
        if (post.publishedAt) dated.push(wanted)
        if (wanted) done.posts.push(post)
      }
    }
    ids.sort(byAge)
    // The order is that of arrival: a single old post that came late is not yet the beginning.
    const oldEnough = dated.length > 0 && !dated.includes(true)
    return { newest: ids.at(-1), oldest: ids[0], oldEnough }
  }
  try {
    while (done.cursor.newest !== undefined && done.pages < pages) {
      const known = done.cursor.newest
      const { newest, oldest } = await read({ min_id: known })
      // A server that ignores min_id, or gives the same page again, must not keep us walking.
      if (oldest && byAge(oldest, known) < 0) done.stuck = noPaging(server)
      if (!newest || byAge(newest, known) <= 0) break
      done.cursor.newest = newest
    }
    const first = done.cursor.newest === undefined
    while ((first || done.cursor.older) && done.pages < pages) {
      const { newest, oldest, oldEnough } = await read(done.cursor.older ? { max_id: done.cursor.older } : {})
      if (newest && done.cursor.newest === undefined) done.cursor.newest = newest
      const moved = oldest && (!done.cursor.older || byAge(oldest, done.cursor.older) < 0)
      if (moved && !oldEnough) done.cursor.older = oldest
      else {
        if (oldest && !moved) done.stuck = noPaging(server)
        delete done.cursor.older
        break
      }
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    done.fault = error
  }
  return done
}

function noPaging(server: string): Fault {
  const { host } = new URL(server)
  return new Fault('shape', `${host} gives the same page again`, {
    code: 'paging',
    values: { host },
  })
}

function byAge(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

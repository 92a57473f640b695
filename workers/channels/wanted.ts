// Which posts are wanted by their dates, and how far has been read; a date that cannot be decides nothing.
import type { FoundPost } from '../../services/domain/source.ts'

const FIRST = Date.UTC(1995, 0)

/** True for a post not older than wanted, and for one whose date names no moment at all. */
export function isWanted(publishedAt: Date | null, since: Date): boolean {
  return !publishedAt || publishedAt >= since || publishedAt.getTime() < FIRST
}

/** The newest moment at which posts were published: one that is still to come would hide all that comes before it. */
export function newestOf(posts: readonly FoundPost[], known: Date | undefined, now: Date): Date | undefined {
  const times = [known, ...posts.map((post) => post.publishedAt)].flatMap((at) =>
    at && at <= now ? at.getTime() : [],
  )
  return times.length ? new Date(Math.max(...times)) : undefined
}

// Which posts are too old to be brought; a date from before there were any is a mistake, and no reason to drop one.

const FIRST = Date.UTC(1995, 0)

/** True for a post not older than wanted, and for one whose date names no moment at all. */
export function isWanted(publishedAt: Date | null, since: Date): boolean {
  return !publishedAt || publishedAt >= since || publishedAt.getTime() < FIRST
}

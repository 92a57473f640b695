// Twins: the same thing said twice, of which a wall shows one; rows are never merged.
import type { AccountKind } from '../../config/place.ts'

export type Twinable = {
  id: number
  publishedAt: Date
  kind: AccountKind | null
  accountId: number | null
  canonicalUrl: string | null
  textKey: string | null
}

type Ranked = Pick<Twinable, 'id' | 'publishedAt' | 'kind'>

const WINDOW = 48 * 3_600_000
const order: readonly (AccountKind | null)[] = ['own', 'staff', 'partner']
const rank = (kind: AccountKind | null) => (order.includes(kind) ? order.indexOf(kind) : order.length)

/** One of each set of twins: own before partner before resident, then the older. The order is kept. */
export function foldTwins<P extends Twinable>(posts: readonly P[]): P[] {
  const parent = posts.map((_, at) => at)
  const root = (at: number): number => {
    let one = at
    while (parent[one] !== one) one = parent[one] = parent[parent[one] as number] as number
    return one
  }
  const byTime = posts.map((_, at) => at).sort((a, b) => time(posts, a) - time(posts, b))
  const seen = new Map<string, number>()
  for (const at of byTime) {
    const post = posts[at] as P
    const join = (key: string, window: number) => {
      const before = seen.get(key)
      if (before !== undefined && time(posts, at) - time(posts, before) <= window)
        parent[root(at)] = root(before)
      seen.set(key, at)
    }
    if (post.canonicalUrl) join(`url ${post.canonicalUrl}`, Infinity)
    if (post.textKey && post.accountId !== null) join(`text ${post.accountId} ${post.textKey}`, WINDOW)
  }
  const best = new Map<number, P>()
  posts.forEach((post, at) => {
    const other = best.get(root(at))
    if (!other || before(post, other)) best.set(root(at), post)
  })
  const kept = new Set(best.values())
  return posts.filter((post) => kept.has(post))
}

const time = (posts: readonly Twinable[], at: number) => (posts[at] as Twinable).publishedAt.getTime()

/** True when a wall shows `a` rather than its twin `b`. */
export function before(a: Ranked, b: Ranked): boolean {
  return (rank(a.kind) - rank(b.kind) || a.publishedAt.getTime() - b.publishedAt.getTime() || a.id - b.id) < 0
}

// An account's own posts, and the posts of others in which it is tagged: both are told whole, and with a name.
import { z } from 'zod'
import type { Batch, ChannelIo, FoundPost, KnownPost, Reread } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { momentOf } from '../found.ts'
import { readList } from '../meta/graph.ts'
import type { Graph } from '../meta/token.ts'
import { isWanted, newestOf } from '../wanted.ts'
import { fields, readMedium } from './media.ts'

/** The first visit reads the past: so many pages of fifty. */
const PAGES = 20

const accountShape = z.looseObject({ username: z.string().min(1), name: z.string().optional() })
const memoryShape = z.object({
  checked: z.coerce.date().optional(),
  /** The newest post of a visit that came to its end. */
  newest: z.coerce.date().optional(),
  account: accountShape.optional(),
})

export async function fetchAccount(
  user: string,
  way: 'own' | 'tagged',
  { io, graph }: { io: ChannelIo; graph: Graph },
): Promise<Batch> {
  const memory = memoryShape.safeParse(io.memory).data ?? {}
  const checked = await graph.check(memory.checked)
  const fresh = checked.getTime() === memory.checked?.getTime()
  const account = (fresh && memory.account) || (await findAccount(user, graph))
  const until = memory.newest ?? io.since
  const older = (one: unknown) => {
    const at = momentOf((one as { timestamp?: string } | null)?.timestamp)
    return at !== null && at <= until
  }
  const list = await readList(
    graph.get,
    `${user}/${way === 'own' ? 'media' : 'tags'}`,
    { fields: fields[way], limit: '50' },
    { pages: PAGES, enough: (page) => page.some(older) },
  )
  const posts: FoundPost[] = []
  let skipped = 0
  for (const one of list.items) {
    const post = readMedium(one, way)
    if (!post) skipped++
    else if (post !== 'skip' && isWanted(post.publishedAt, io.since))
      posts.push(
        way === 'own' && post.author
          ? { ...post, author: { ...post.author, name: account.name ?? null } }
          : post,
      )
  }
  const newest = list.fault ? memory.newest : newestOf(posts, until, io.now)
  return {
    posts,
    skipped,
    about: {
      title: account.name ?? `@${account.username}`,
      url: `https://www.instagram.com/${account.username}/`,
    },
    memory: { checked, account, ...(newest && { newest }) },
    ...(list.fault && { fault: list.fault }),
  }
}

/** Posts that tag the account cannot be asked for one by one: the list is read anew, and what it lacks is gone. */
export async function rereadTagged(
  user: string,
  known: readonly KnownPost[],
  { get }: Pick<Graph, 'get'>,
): Promise<Reread[]> {
  const found = new Map<string, FoundPost>()
  const enough = (page: readonly unknown[]) => {
    for (const one of page) {
      const post = readMedium(one, 'tagged')
      if (post && post !== 'skip') found.set(post.externalId, post)
    }
    return known.every(({ externalId }) => found.has(externalId))
  }
  const query = { fields: fields.tagged, limit: '50' }
  const list = await readList(get, `${user}/tags`, query, { pages: PAGES, enough })
  if (list.fault) throw list.fault
  // An empty list says nothing of anybody's post.
  const missing = list.more || !list.items.length ? 'unknown' : 'gone'
  return known.map(({ externalId }) => {
    const post = found.get(externalId)
    return post ? { externalId, state: 'here', counts: post.counts, post } : { externalId, state: missing }
  })
}

async function findAccount(user: string, { get }: Graph): Promise<z.infer<typeof accountShape>> {
  const read = accountShape.safeParse(await get(user, { fields: 'username,name' })).data
  if (!read) throw new Fault('shape', 'an account without a name', { code: 'meta-shape' })
  return read
}

// Anybody's public posts by hashtag: what is new every few hours, for nothing older than a day is told; the best daily.
import { z } from 'zod'
import type { Batch, ChannelIo, FoundPost } from '../../../services/domain/source.ts'
import { tagKey } from '../../../services/domain/tags.ts'
import { Fault } from '../../../services/errors.ts'
import { keysOf } from '../found.ts'
import { readList } from '../meta/graph.ts'
import type { Graph } from '../meta/token.ts'
import { isWanted } from '../wanted.ts'
import { fields, readMedium } from './media.ts'

const PAGES = { recent: 5, top: 1 }
/** Minutes between two visits: six visits fit into the day that is told. */
export const PACE = 240
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Letters and digits only: the API refuses everything else, an emoji too. */
const ASKABLE = /^[\p{L}\p{M}\p{N}_]+$/u

const tagShape = z.object({
  id: z.string().optional(),
  /** When its new posts, and its best ones, were last read. */
  recent: z.coerce.date().optional(),
  top: z.coerce.date().optional(),
})
const memoryShape = z.object({ checked: z.coerce.date().optional(), tags: z.record(z.string(), tagShape) })
type Tag = z.infer<typeof tagShape>

export async function fetchHashtags(
  user: string,
  given: readonly string[],
  { io, graph }: { io: ChannelIo; graph: Graph },
): Promise<Batch> {
  const memory = memoryShape.safeParse(io.memory).data ?? { tags: {} }
  const checked = await graph.check(memory.checked)
  const wanted = [...new Set(given.map(tagKey))].filter((key) => ASKABLE.test(key))
  const tags: Record<string, Tag> = Object.fromEntries(wanted.map((key) => [key, memory.tags[key] ?? {}]))
  const posts = new Map<string, FoundPost>()
  const waiting: string[] = []
  const unknown: string[] = []
  let others: Fault | undefined
  let skipped = 0
  let gap = 0
  let fault: Fault | undefined
  for (const key of inOrder(wanted, tags)) {
    const tag = tags[key] as Tag
    try {
      const read = await readTag(key, tag)
      if (tag.recent) gap = Math.max(gap, io.now.getTime() - tag.recent.getTime())
      tags[key] = read.tag
      if (read.fault) throw read.fault
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      if (error.kind === 'budget' && error.values.limit === 'tags') waiting.push(key)
      else if (error.code === 'instagram-full') others = error
      else if (error.code === 'instagram-tag') unknown.push(key)
      else {
        fault = error
        break
      }
    }
  }
  fault ??= others
  const notice = noticeOf({ waiting, unknown, gap })
  return {
    posts: [...posts.values()],
    skipped,
    memory: { checked, tags },
    ...(fault && { fault }),
    ...(notice && { notice }),
  }

  async function readTag(key: string, known: Tag): Promise<{ tag: Tag; fault?: Fault }> {
    const tag = { ...known, id: known.id ?? (await findTag(user, key, graph, io.now)) }
    const recent = await read('recent_media', PAGES.recent)
    if (recent.fault) return { tag, fault: recent.fault }
    tag.recent = io.now
    if (tag.top && io.now.getTime() - tag.top.getTime() < DAY) return { tag }
    const top = await read('top_media', PAGES.top)
    return top.fault ? { tag, fault: top.fault } : { tag: { ...tag, top: io.now } }

    async function read(edge: string, pages: number) {
      const query = { user_id: user, fields: fields.hashtag, limit: '50' }
      const list = await readList((path, asked) => graph.get(path, asked, key), `${tag.id}/${edge}`, query, {
        pages,
      })
      for (const one of list.items) {
        const post = readMedium(one, 'hashtag')
        if (!post) skipped++
        // The platform's folding of letters is its own: what we keep carries one of ours.
        else if (post !== 'skip' && keysOf(post).some((found) => wanted.includes(found)))
          if (isWanted(post.publishedAt, io.since)) posts.set(post.externalId, post)
      }
      return list
    }
  }
}

/** The one that was left longest comes first; what has never had its turn takes nobody's place. */
function inOrder(keys: readonly string[], tags: Record<string, Tag>): string[] {
  const last = (key: string) => tags[key]?.recent?.getTime() ?? Number.POSITIVE_INFINITY
  return keys.toSorted((a, b) => (last(a) === last(b) ? 0 : last(a) - last(b)))
}

const found = z.union([
  z.looseObject({ data: z.tuple([z.looseObject({ id: z.string().min(1) })], z.unknown()) }),
  z.looseObject({ id: z.string().min(1) }),
])

/** A hashtag's number, which never changes. */
async function findTag(user: string, key: string, { get }: Graph, now: Date): Promise<string> {
  const given = await get('ig_hashtag_search', { user_id: user, q: key }, key).catch((error) => {
    // The numbers of these refusals are not told: whatever is neither of the token nor of haste is about the tag.
    const about = error instanceof Fault && (error.kind === 'shape' || error.kind === 'gone')
    if (!about || !error.code.startsWith('meta-') || error.code === 'meta-shape') throw error
    if (/^18\b|2207034/.test(String(error.values.number)))
      throw new Fault('rate', error.message, { code: 'instagram-full', retryAt: soon(now), cause: error })
    throw new Fault('gone', error.message, {
      code: 'instagram-tag',
      values: { tags: `#${key}` },
      cause: error,
    })
  })
  const read = found.safeParse(given).data
  if (!read) throw new Fault('shape', 'a hashtag without a number', { code: 'meta-shape' })
  return 'data' in read && Array.isArray(read.data) ? (read.data[0] as { id: string }).id : String(read.id)
}

const soon = (now: Date) => new Date(now.getTime() + PACE * 60_000)

type Findings = { waiting: string[]; unknown: string[]; gap: number }

/** What a person should know although the visit went well; what is lost for good comes first. */
function noticeOf({ waiting, unknown, gap }: Findings): Batch['notice'] {
  const named = (keys: string[]) => ({ tags: keys.map((key) => `#${key}`).join(', '), n: keys.length })
  if (gap > DAY) return { code: 'instagram-gap', values: { hours: Math.round(gap / HOUR) } }
  // The others are read on as ever: only these wait.
  if (waiting.length) return { code: 'instagram-tags', values: named(waiting) }
  return unknown.length ? { code: 'instagram-tag', values: named(unknown) } : undefined
}

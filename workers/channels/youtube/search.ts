// Videos by hashtag: few searches, for they are dear; what comes is matched here, for the search is by words only.
import { z } from 'zod'
import type { Batch, ChannelIo, FoundPost } from '../../../services/domain/source.ts'
import { tagFold, tagKey } from '../../../services/domain/tags.ts'
import { Fault } from '../../../services/errors.ts'
import { keysOf } from '../found.ts'
import { newestOf } from '../wanted.ts'
import { type Get, type Ids, itemForm, PAGE, samePage } from './api.ts'
import { readVideos } from './videos.ts'

/** Spellings asked for at once; YouTube takes `|` for "or". */
const AT_ONCE = 8
/** Pages of one question in a visit; each is a search of its own. */
const PAGES = 3
/** A video may be found only days after it was published: so far back is asked again. */
const LATE = 7 * 86_400_000
const DAY = 86_400_000

const memoryShape = z.object({
  /** By question: when the newest video found was published. */
  newest: z.record(z.string(), z.coerce.date()).catch({}),
  /** The question whose turn had not come; it is the first next time. */
  next: z.string().optional().catch(undefined),
})

const hit = z.looseObject({ id: z.looseObject({ videoId: z.string().min(1) }) })

export const hitForm = itemForm('search', 'search result', hit)

export async function fetchTags(tags: string[], io: ChannelIo, get: Get): Promise<Batch> {
  const memory = memoryShape.safeParse(io.memory).data ?? { newest: {} }
  const wanted = new Set(tags.map(tagKey))
  const questions = groupTags(tags)
  const first = Math.max(0, questions.indexOf(memory.next ?? ''))
  const posts = new Map<string, FoundPost>()
  const newest: Record<string, Date> = {}
  for (const one of questions) if (memory.newest[one]) newest[one] = memory.newest[one]
  let skipped = 0
  let lost: Fault | undefined
  for (const [nth, question] of [...questions.slice(first), ...questions.slice(0, first)].entries())
    try {
      const hits = await search(question, beginning(newest[question], io.since), get)
      const found = await readVideos(hits.ids, get)
      skipped += found.skipped
      const last = newestOf(found.posts, newest[question], io.now)
      if (last) newest[question] = last
      for (const post of found.posts)
        if (keysOf(post).some((one) => wanted.has(one))) posts.set(post.externalId, post)
      lost ??= hits.fault
    } catch (fault) {
      if (!(fault instanceof Fault) || nth === 0) throw fault
      return { posts: [...posts.values()], skipped, memory: { newest, next: question }, fault }
    }
  return { posts: [...posts.values()], skipped, memory: { newest }, ...(lost && { fault: lost }) }
}

/** Ids of what the search finds, newest first. */
async function search(question: string, from: Date, get: Get): Promise<Ids> {
  const ids = new Set<string>()
  let pageToken: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = await get('search', {
      part: 'snippet',
      type: 'video',
      q: question,
      order: 'date',
      maxResults: String(PAGE),
      publishedAfter: from.toISOString().replace('.000Z', 'Z'),
      regionCode: 'FI',
      relevanceLanguage: 'fi',
      safeSearch: 'strict',
      pageToken,
    })
    for (const one of items) {
      const id = hit.safeParse(one).data?.id.videoId
      if (id) ids.add(id)
    }
    if (!next) break
    if (next === pageToken) return { ids: [...ids], fault: samePage(ids.size) }
    pageToken = next
  }
  return { ids: [...ids] }
}

/** By whole days, so that places that follow the same tags ask the same. */
function beginning(newest: Date | undefined, since: Date): Date {
  const from = Math.max(since.getTime(), newest ? newest.getTime() - LATE : 0)
  return new Date(Math.floor(from / DAY) * DAY)
}

/** The spellings in few questions, always in the same order; those that differ only by dots stay together. */
function groupTags(tags: string[]): string[] {
  const keys = [...new Set(tags.map(tagKey))].sort((a, b) => {
    const [x, y] = [`${tagFold(a)} ${a}`, `${tagFold(b)} ${b}`]
    return x < y ? -1 : 1
  })
  return Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, nth) =>
    keys
      .slice(nth * AT_ONCE, (nth + 1) * AT_ONCE)
      .map((tag) => `#${tag}`)
      .join('|'),
  )
}

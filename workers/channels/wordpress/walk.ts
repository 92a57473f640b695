// Walks through a site's stories page by page, from the newest back.
import type { Answer, FoundPost } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { askIfChanged, readFreshMinutes, readValidators, type Validators } from '../../http/wishes.ts'
import { EMBED, FIELDS, readPost } from './post.ts'
import { type Ask, readList, refusalOf, type Site } from './site.ts'

export const PAGE = 50

type Walk = {
  ask: Ask
  site: Site
  filter: Record<string, string>
  found: Map<string, FoundPost>
  /** Pages that may still be asked for in this visit. */
  pages: number
  skipped: number
}
type Walked = {
  /** The date before which there is more; undefined when the stretch was read to its end. */
  rest?: string | undefined
  unchanged?: boolean
  pages: number
  validators: Validators
  everyMinutes: number | null
  fault?: Fault
}

/** Reads a stretch of time page by page from its newest end. */
export async function walkBack(
  walk: Walk,
  { after, before }: { after: Date; before?: Date },
  known: Validators = {},
): Promise<Walked> {
  const walked: Walked = { pages: 0, validators: {}, everyMinutes: null }
  let oldest = before
  for (let page = 1; ; page++) {
    if (walk.pages <= 0) return { ...walked, rest: oldest?.toISOString() }
    walk.pages--
    const query = {
      ...{ per_page: String(PAGE), page: String(page), orderby: 'date', order: 'desc' },
      ...{ after: after.toISOString(), ...(before && { before: before.toISOString() }) },
      ...{ ...walk.filter, _embed: EMBED, _fields: FIELDS },
    }
    let answer: Answer
    try {
      answer = await walk.ask('posts', query, page === 1 ? askIfChanged(known) : {})
    } catch (error) {
      // Between two pages a story was taken away, and this page with it.
      if (page > 1 && refusalOf(error) === 'rest_post_invalid_page_number') return walked
      if (page === 1 || !(error instanceof Fault)) throw error
      return { ...walked, rest: oldest?.toISOString(), fault: error }
    }
    walked.pages = page
    if (page === 1) {
      walked.validators = readValidators(answer.headers)
      walked.everyMinutes = readFreshMinutes(answer.headers)
    }
    if (answer.status === 304)
      return { ...walked, unchanged: true, validators: { ...known, ...walked.validators } }
    const list = readList(answer, walk.site.given)
    let fresh = page === 1
    for (const one of list) {
      const post = readPost(one, walk.site)
      fresh ||= !post || !walk.found.has(post.externalId)
      if (!post) walk.skipped++
      else walk.found.set(post.externalId, post)
      if (post?.publishedAt && (!oldest || post.publishedAt < oldest)) oldest = post.publishedAt
    }
    if (!fresh && list.length) return { ...walked, rest: oldest?.toISOString(), fault: samePage(walk) }
    if (!hasMore(answer, page, list.length)) return walked
  }
}

function hasMore({ headers }: Answer, page: number, length: number): boolean {
  const pages = headers['x-wp-totalpages']
  if (pages && /^\d{1,6}$/.test(pages)) return page < Number(pages)
  return length === PAGE || /rel="?next/.test(headers.link ?? '')
}

function samePage({ site, found }: Walk): Fault {
  const values = { host: new URL(site.given).host, n: found.size }
  return new Fault('shape', `${site.api} gives the same page again`, { code: 'paging', values })
}

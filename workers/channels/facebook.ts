// Facebook: a Page's own posts, those that tag it, and those that visitors write on it; there is no search by hashtag.
import { z } from 'zod'
import type { Batch, Channel, FoundPost, Reread } from '../../services/domain/source.ts'
import { fields, type Page, postForm, readPost } from './facebook/post.ts'
import { momentOf } from './found.ts'
import { readAgain } from './meta/again.ts'
import { readList } from './meta/graph.ts'
import { metaReview, metaStart, tokensPage } from './meta/guide.ts'
import { openInsights } from './meta/insights.ts'
import { requests } from './meta/limits.ts'
import { openGraph, secrets } from './meta/token.ts'
import { isWanted, newestOf } from './wanted.ts'

/** The first visit reads the past; Graph gives some six hundred posts of a year. */
const PAGES = 15
const edges = { page: 'published_posts', tagged: 'tagged', visitors: 'feed' }

const settings = z.strictObject({
  account: z
    .string()
    .trim()
    .regex(/^\d{3,30}$/, 'must be the number of a Facebook page, for example 100064000000001'),
  reading: z.enum(['page', 'tagged', 'visitors']).default('page'),
})
type Settings = z.infer<typeof settings>

const pageShape = z.looseObject({ name: z.string().optional(), link: z.string().optional() })
const memoryShape = z.object({
  checked: z.coerce.date().optional(),
  /** What the Page is called, asked as often as the token is checked. */
  about: pageShape.optional(),
  /** The newest post of a visit that came to its end. */
  newest: z.coerce.date().optional(),
})

export const facebook = {
  name: 'facebook',
  title: 'Facebook',
  settings,
  secrets,
  offers: { tags: false, accounts: true, counts: ['likes', 'comments', 'shares', 'views'], reread: true },
  strangers: ({ reading }) => reading !== 'page',
  pace: { everyMinutes: 120, perRun: PAGES * 50 },
  limits: [requests],
  terms: 'https://developers.facebook.com/terms/',
  proof: 'unproven',
  guide: [
    ...metaStart,
    ...metaReview,
    { id: 'facebook.token', who: 'team', takes: 'minutes', at: tokensPage },
    {
      id: 'facebook.number',
      who: 'team',
      takes: 'minutes',
      at: 'https://business.facebook.com/latest/settings/pages',
    },
  ],
  forms: [postForm],

  async fetch(source, io): Promise<Batch> {
    const { account, reading } = source.settings
    const memory = memoryShape.safeParse(io.memory).data ?? {}
    const graph = openGraph(io, doorOf(source.settings))
    const checked = await graph.check(memory.checked)
    const known = checked.getTime() === memory.checked?.getTime() ? memory.about : undefined
    const about = known ?? pageShape.safeParse(await graph.get(account, { fields: 'name,link' })).data
    const page = { id: account, name: about?.name ?? null }
    const own = reading === 'page'
    const until = memory.newest ?? io.since
    const older = (one: unknown) => {
      const at = momentOf((one as { created_time?: string } | null)?.created_time)
      return at !== null && at <= until
    }
    const query = { fields: own ? fields.own : fields.others, limit: '50' }
    const list = await readList(graph.get, `${account}/${edges[reading]}`, query, {
      pages: PAGES,
      enough: (some) => some.some(older),
    })
    const posts: FoundPost[] = []
    let skipped = 0
    for (const one of list.items) {
      const post = readPost(one, own ? page : undefined)
      if (!post) skipped++
      // On a Page's own timeline its own posts stand between those of visitors.
      else if (post !== 'skip' && (own || post.author?.id !== account))
        if (isWanted(post.publishedAt, io.since)) posts.push(post)
    }
    const newest = list.fault ? memory.newest : newestOf(posts, until, io.now)
    return {
      posts,
      skipped,
      about: { title: page.name, url: about?.link ?? `https://www.facebook.com/${account}` },
      memory: { checked, ...(about && { about }), ...(newest && { newest }) },
      ...(list.fault && { fault: list.fault }),
    }
  },

  async reread(source, known, io): Promise<Reread[]> {
    const { account, reading } = source.settings
    const { get } = openGraph(io, doorOf(source.settings))
    const own: Page | undefined = reading === 'page' ? { id: account, name: null } : undefined
    const views = openInsights(get, [VIEWS])
    return readAgain(known, {
      get,
      fields: own ? fields.own : fields.others,
      read: (given) => readPost(given, own),
      more: async (ids) => {
        const told = own ? await views(ids) : new Map()
        return new Map(ids.map((id) => [id, { views: told.get(id)?.[VIEWS] ?? null }]))
      },
      probe: () => get(`${account}/${edges[reading]}`, { fields: 'id', limit: '1' }),
    })
  },
} satisfies Channel<Settings>

/** How often a post has been on a screen: the one metric of posts that has outlived June 2026 for certain. */
const VIEWS = 'post_media_view'

function doorOf({ account, reading }: Settings) {
  const needs =
    reading === 'page' ? ['pages_read_engagement'] : ['pages_read_engagement', 'pages_read_user_content']
  return { login: 'facebook', page: account, needs } as const
}

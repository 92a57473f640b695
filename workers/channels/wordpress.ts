// WordPress: a site's stories by its open interface, all of them or those of a category or of our hashtags.
import { z } from 'zod'
import type { Batch, Channel, ChannelIo, FoundPost, Reread } from '../../services/domain/source.ts'
import { newestOf } from './wanted.ts'
import { EMBED, FIELDS, readPost, storyForm } from './wordpress/post.ts'
import { findSite, openSite, readList, type Site, siteShape } from './wordpress/site.ts'
import { filterOf } from './wordpress/terms.ts'
import { PAGE, walkBack } from './wordpress/walk.ts'

const PAGES = 8
/** A story may appear under a date gone by: one that was written on Friday and let out on Monday. */
const MARGIN = 3 * 86_400_000

const settings = z.strictObject({
  /** The address of the site: `https://kunta.example` or only its name. */
  site: z
    .string()
    .trim()
    .transform((text) => (text.includes('://') ? text : `https://${text}`).replace(/\/+$/, ''))
    .pipe(z.url({ protocol: /^https?$/, error: 'must be the address of a WordPress site' })),
  /** Only the stories of this category. */
  category: z
    .string()
    .trim()
    .regex(/^[\w%-]{1,200}$/, 'must be the short name of a category, as it stands in its address')
    .optional(),
  /** `tagged`: only the stories to which the site itself has given one of our hashtags. */
  which: z.enum(['all', 'tagged']).optional(),
})
type Settings = z.infer<typeof settings>

const memoryShape = z.object({
  site: siteShape.optional().catch(undefined),
  /** What was asked for: something else is read from its beginning. */
  asked: z.string().optional(),
  newest: z.string().optional(),
  /** Stories older than this have not been read yet. */
  before: z.string().optional(),
  validators: z.object({ etag: z.string().optional(), modified: z.string().optional() }).default({}),
})
type Memory = z.infer<typeof memoryShape>

export const wordpress = {
  name: 'wordpress',
  title: 'WordPress',
  settings,
  secrets: [],
  offers: { tags: false, accounts: false, counts: [], reread: true },
  pace: { everyMinutes: 30, perRun: PAGES * PAGE },
  terms: 'https://developer.wordpress.org/rest-api/',
  proof: 'software',
  guide: [{ id: 'wordpress.open', who: 'team', takes: 'minutes' }],
  forms: [storyForm],

  async fetch(source, io): Promise<Batch> {
    const remembered = memoryShape.safeParse(io.memory).data ?? { validators: {} }
    const site = await siteOf(source.settings, io)
    const ask = openSite(site, io)
    const about = { title: site.name, url: site.home }
    const filter = await filterOf({ ...source.settings, tags: source.tags }, ask, site)
    if (!filter) return { posts: [], about, memory: { site } }
    const asked = JSON.stringify([source.settings, filter])
    const memory: Memory = remembered.asked === asked ? remembered : { validators: {} }
    const newest = memory.newest ? new Date(memory.newest) : undefined
    const after = newest ? new Date(Math.max(+newest - MARGIN, +io.since)) : io.since
    const found = new Map<string, FoundPost>()
    const walk = { ask, site, filter, found, pages: PAGES, skipped: 0 }

    const head = await walkBack(walk, { after }, memory.validators)
    if (head.unchanged && !memory.before)
      return { posts: [], notModified: true, about, memory: { ...memory, site, validators: head.validators } }
    // One visit reads as far back as it comes; the next ones go on from there.
    let before = head.rest ?? memory.before
    if (!head.rest && before && !head.fault)
      before = (await walkBack(walk, { after: io.since, before: new Date(before) })).rest
    const posts = [...found.values()]
    const last = newestOf(posts, newest, io.now)
    return {
      posts,
      skipped: walk.skipped,
      about,
      memory: {
        site,
        asked,
        ...(last && { newest: last.toISOString() }),
        ...(before && { before }),
        // They hold for one address: the first page says nothing of the others, nor of the next visit's question.
        validators: head.pages === 1 && newest?.getTime() === last?.getTime() ? head.validators : {},
      },
      ...(head.everyMinutes && { everyMinutes: head.everyMinutes }),
      ...(head.fault && { fault: head.fault }),
    }
  },

  async reread(source, known, io): Promise<Reread[]> {
    const site = await siteOf(source.settings, io)
    const include = known.flatMap(({ seenId }) => (seenId ? [seenId] : []))
    const unasked = ({ seenId }: { seenId: string | null }) => !seenId || !include.includes(seenId)
    const answer =
      include.length > 0 &&
      (await openSite(site, io)('posts', {
        ...{ include: include.join(), per_page: '100', orderby: 'include' },
        ...{ _embed: EMBED, _fields: FIELDS },
      }))
    const list = answer ? readList(answer, site.given) : []
    const found = new Map(list.map((one) => [String((one as { id?: unknown } | null)?.id), one]))
    // A site that answers something else than was asked for proves nothing about what is missing.
    const strange = [...found.keys()].some((id) => !include.includes(id))
    return known.map((one): Reread => {
      const { externalId } = one
      if (unasked(one)) return { externalId, state: 'unknown' }
      const given = found.get(one.seenId ?? '')
      if (given === undefined) return { externalId, state: strange ? 'unknown' : 'gone' }
      const post = readPost(given, site)
      return post
        ? { externalId, state: 'here', post: { ...post, externalId } }
        : { externalId, state: 'unknown' }
    })
  },
} satisfies Channel<Settings>

async function siteOf({ site }: Settings, io: ChannelIo): Promise<Site> {
  const known = memoryShape.safeParse(io.memory).data?.site
  return known?.given === site ? known : findSite(site, io)
}

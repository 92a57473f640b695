// One post of a Facebook Page as a found post; pure. A missing message makes a thinner post, missing shares are none.
import { z } from 'zod'
import { httpUrl } from '../../../services/domain/link.ts'
import type { Counts, FoundMedia, FoundPost } from '../../../services/domain/source.ts'
import { momentOf } from '../found.ts'
import { edgeForm } from '../meta/graph.ts'

const text = z.string().optional().catch(undefined)
const size = z.number().positive().optional().catch(undefined)
const summed = z
  .looseObject({ summary: z.looseObject({ total_count: z.int().min(0).optional() }).optional() })
  .optional()
  .catch(undefined)

const attachment = z.object({
  media_type: text,
  title: text,
  description: text,
  url: text,
  unshimmed_url: text,
  media: z
    .looseObject({ image: z.looseObject({ src: text, width: size, height: size }).optional() })
    .optional()
    .catch(undefined),
  subattachments: z
    .looseObject({ data: z.array(z.unknown()).catch([]) })
    .optional()
    .catch(undefined),
})
type Attachment = z.infer<typeof attachment>

const post = z.looseObject({
  id: z.string().min(1),
  created_time: text,
  message: text,
  permalink_url: text,
  full_picture: text,
  is_hidden: z.boolean().optional().catch(undefined),
  from: z
    .looseObject({ id: z.string().min(1), name: text })
    .optional()
    .catch(undefined),
  attachments: z
    .looseObject({ data: z.array(z.unknown()).catch([]) })
    .optional()
    .catch(undefined),
  shares: z
    .looseObject({ count: z.int().min(0).optional() })
    .optional()
    .catch(undefined),
  reactions: summed,
  comments: summed,
})
type Post = z.infer<typeof post>

/** A post with everything that is read of what it holds. */
export const postForm = edgeForm(
  'post',
  /\/(?:published_posts|tagged|feed)$/,
  post.extend({
    attachments: z.looseObject({
      data: z.array(
        attachment.extend({ subattachments: z.looseObject({ data: z.array(attachment) }).optional() }),
      ),
    }),
  }),
)

const counts = 'shares,reactions.limit(0).summary(total_count),comments.limit(0).summary(true)'
const common = `id,created_time,message,permalink_url,from{id,name},${counts}`
const attached =
  'attachments{media_type,title,description,url,unshimmed_url,media{image{src,width,height}},' +
  'subattachments{media_type,media{image{src,width,height}}}}'
/** What is asked of a Page's own post, and of one by others. */
export const fields = { own: `${common},is_hidden,full_picture,${attached}`, others: common }

export type Page = { id: string; name: string | null }

/** 'skip': hidden, or nothing to see; undefined: cannot be read. `page`: whose own posts these are. */
export function readPost(given: unknown, page?: Page): FoundPost | 'skip' | undefined {
  const read = post.safeParse(given)
  if (!read.success) return undefined
  const one = read.data
  const parts = (one.attachments?.data ?? []).flatMap((part) => attachment.safeParse(part).data ?? [])
  const media = page ? picturesOf(one, parts) : []
  const card = page ? cardOf(parts) : null
  if (one.is_hidden || (!one.message?.trim() && !media.length && !card)) return 'skip'
  const by = page ?? one.from
  return {
    externalId: one.id,
    seenId: one.id,
    url: httpUrl(one.permalink_url) ?? `https://www.facebook.com/${encodeURIComponent(one.id)}`,
    author: by
      ? { id: by.id, name: by.name ?? null, handle: null, url: `https://www.facebook.com/${by.id}` }
      : null,
    unsigned: !by,
    title: null,
    body: { text: one.message ?? '' },
    tags: [],
    publishedAt: momentOf(one.created_time),
    // The time of its update moves with every comment.
    editedAt: null,
    lang: null,
    media,
    counts: countsOf(one),
    sensitive: null,
    public: true,
    card,
  }
}

function countsOf(one: Post): Counts {
  return {
    likes: one.reactions?.summary?.total_count ?? null,
    comments: one.comments?.summary?.total_count ?? null,
    // Graph leaves them out where there are none.
    shares: one.shares?.count ?? 0,
  }
}

/** The pictures of an album, else the post's own one; of a film the still picture. */
function picturesOf(one: Post, parts: readonly Attachment[]): FoundMedia[] {
  const all = parts.flatMap((part) => {
    const inner = (part.subattachments?.data ?? []).flatMap((sub) => attachment.safeParse(sub).data ?? [])
    return inner.length ? inner : [part]
  })
  // A link's picture belongs to the page it leads to.
  const shown = all.filter(
    ({ media_type }) => media_type === 'photo' || media_type === 'video' || media_type === 'album',
  )
  const found = shown.flatMap(({ media_type, media }): FoundMedia[] => {
    const { src, width, height } = media?.image ?? {}
    const at = httpUrl(src)
    if (!at) return []
    const kind = media_type === 'video' ? 'video' : 'image'
    return [
      {
        kind,
        url: at,
        alt: null,
        width: width ? Math.round(width) : null,
        height: height ? Math.round(height) : null,
      },
    ]
  })
  const single = httpUrl(one.full_picture)
  if (found.length || !single || all.length) return found
  return [{ kind: 'image', url: single, alt: null, width: null, height: null }]
}

/** A shared link or an event, as a card under the text. */
function cardOf(parts: readonly Attachment[]): NonNullable<FoundPost['card']> | null {
  for (const { media_type, title, description, url, unshimmed_url } of parts) {
    if (media_type !== 'link' && media_type !== 'event' && media_type !== 'share') continue
    const to = httpUrl(unshimmed_url) ?? httpUrl(url)
    if (to && title?.trim()) return { url: to, title, text: description?.trim() || null }
  }
  return null
}

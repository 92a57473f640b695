// One medium of Instagram's as a found post; pure. Hashtags tell no author, tagging tells a name, our own tell all.
import { z } from 'zod'
import type { FoundMedia, FoundPost } from '../../../services/domain/source.ts'
import { momentOf } from '../found.ts'
import { edgeForm } from '../meta/graph.ts'

const text = z.string().optional().catch(undefined)
const count = z.int().min(0).max(2_147_483_647).optional().catch(undefined)

const picture = z.object({ media_type: text, media_url: text, thumbnail_url: text, alt_text: text })
const medium = z.looseObject({
  id: z.string().min(1),
  caption: text,
  media_type: text,
  media_product_type: text,
  media_url: text,
  thumbnail_url: text,
  permalink: z.url({ protocol: /^https$/ }),
  timestamp: text,
  username: text,
  like_count: count,
  comments_count: count,
  alt_text: text,
  children: z
    .looseObject({ data: z.array(z.unknown()).catch([]) })
    .optional()
    .catch(undefined),
})
type Medium = z.infer<typeof medium>

/** A medium with everything that is read of what it holds. */
export const mediumForm = edgeForm(
  'medium',
  /\/(?:recent_media|top_media|media|tags)$/,
  medium.extend({ children: z.looseObject({ data: z.array(picture) }) }),
)

/** What is asked of a medium, by the way in which it is found. */
export const fields = {
  hashtag: 'id,caption,media_type,permalink,timestamp,like_count,comments_count',
  tagged: 'id,caption,media_type,permalink,timestamp,username,like_count,comments_count',
  own:
    'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,timestamp,username,' +
    'like_count,comments_count,alt_text,children{media_type,media_url,thumbnail_url,alt_text}',
}
export type Way = keyof typeof fields

/** 'skip': gone within a day, or paid for; undefined: cannot be read. */
export function readMedium(given: unknown, way: Way): FoundPost | 'skip' | undefined {
  const read = medium.safeParse(given)
  if (!read.success) return undefined
  const one = read.data
  if (one.media_product_type === 'STORY' || one.media_product_type === 'AD') return 'skip'
  const name = way === 'hashtag' ? undefined : one.username?.trim()
  return {
    externalId: codeOf(one.permalink) ?? `media ${one.id}`,
    seenId: one.id,
    url: one.permalink,
    author: name
      ? {
          id: name.toLowerCase(),
          name: null,
          handle: `@${name}`,
          url: `https://www.instagram.com/${encodeURIComponent(name)}/`,
        }
      : null,
    unsigned: !name,
    title: null,
    body: { text: one.caption ?? '' },
    tags: [],
    publishedAt: momentOf(one.timestamp),
    editedAt: null,
    lang: null,
    // The addresses end within days. Only our own pictures may be copied meanwhile.
    media: way === 'own' ? picturesOf(one) : [],
    counts: { likes: one.like_count ?? null, comments: one.comments_count ?? null },
    sensitive: null,
    public: true,
  }
}

/** The same post has the same code whichever way it is found; its numbers need not be the same. */
function codeOf(permalink: string): string | undefined {
  return /\/(?:p|reel|tv)\/([\w-]+)/.exec(new URL(permalink).pathname)?.[1]
}

function picturesOf(one: Medium): FoundMedia[] {
  const children = (one.children?.data ?? []).flatMap((child) => picture.safeParse(child).data ?? [])
  const parts: z.infer<typeof picture>[] = children.length ? children : [one]
  return parts.flatMap((part): FoundMedia[] => {
    const film = part.media_type === 'VIDEO'
    const url = film ? part.thumbnail_url : (part.media_url ?? part.thumbnail_url)
    if (!url) return []
    const alt = part.alt_text?.trim() || null
    return [{ kind: film ? 'video' : 'image', url, alt, width: null, height: null }]
  })
}

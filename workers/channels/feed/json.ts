// JSON Feed 1.0 and 1.1, read loosely item by item.
import { z } from 'zod'
import { readDate } from './dates.ts'
import { type Entry, type FeedDocument, newest } from './entry.ts'

const text = z.string().optional().catch(undefined)
export const itemShape = z.looseObject({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  language: text,
  tags: z.array(z.unknown()).catch([]),
  attachments: z.array(z.unknown()).catch([]),
})
const attachmentShape = z.looseObject({
  url: z.string(),
  mime_type: z.string().startsWith('image/'),
  title: text,
})
const feedShape = z.looseObject({
  version: z.string().regex(/jsonfeed\.org\/version\/1/),
  title: text,
  home_page_url: text,
  language: text,
  items: z.array(z.unknown()),
})

/** The document; undefined when the JSON is not a feed. */
export function readJsonFeed(json: string): FeedDocument | undefined {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return undefined
  }
  const feed = feedShape.safeParse(data).data
  return (
    feed && {
      title: feed.title?.trim() || null,
      link: feed.home_page_url,
      lang: feed.language,
      entries: newest(feed.items, (one) => readItem(one)?.published).map(readItem),
    }
  )
}

function readItem(given: unknown): Entry | undefined {
  const item = itemShape.safeParse(given).data
  if (!item) return undefined
  const attached = item.attachments.flatMap((one) => attachmentShape.safeParse(one).data ?? [])
  const picture = (url: string, alt?: string) =>
    ({ url, kind: 'image', alt: alt ?? null, width: null, height: null }) as const
  return {
    id: item.id,
    // An id is meant to be the item's address where it can be.
    link: item.url ?? item.external_url ?? (/^https?:/.test(item.id ?? '') ? item.id : undefined),
    title: item.title?.replace(/\s+/g, ' ').trim() || null,
    html: item.content_html,
    text: item.content_text ?? (item.content_html ? undefined : item.summary),
    categories: item.tags.filter((tag) => typeof tag === 'string'),
    published: readDate(item.date_published),
    updated: readDate(item.date_modified),
    lang: item.language,
    media: [
      ...[item.image ?? item.banner_image].flatMap((url) => (url ? [picture(url)] : [])),
      ...attached.map((one) => picture(one.url, one.title)),
    ],
  }
}

// The second reader, rss-parser: a net under our own, for a document that ours stumbles over.
import Parser from 'rss-parser'
import { z } from 'zod'
import { lineOf } from '../plain.ts'
import { readDate } from './dates.ts'
import { type Entry, type FeedDocument, newest } from './entry.ts'

// It gives objects where strings are due; what is not a string is not there.
const text = z.string().optional().catch(undefined)
const itemShape = z.looseObject({
  title: text,
  link: text,
  guid: text,
  id: text,
  pubDate: text,
  content: text,
  summary: text,
  'content:encoded': text,
  categories: z.array(z.unknown()).catch([]),
  enclosure: z.looseObject({ url: text, type: text }).optional().catch(undefined),
})
const category = z.union([z.string(), z.looseObject({ _: z.string() }).transform((one) => one._)])
const feedShape = z.looseObject({
  title: text,
  link: text,
  language: text,
  ttl: z.coerce.number().optional().catch(undefined),
  items: z.array(z.unknown()).catch([]),
})

export async function readBySecond(xml: string): Promise<FeedDocument> {
  const feed = feedShape.parse(await new Parser().parseString(xml))
  return {
    title: lineOf(feed.title),
    link: feed.link,
    ttl: feed.ttl,
    lang: feed.language,
    entries: newest(feed.items, (one) => readItem(one)?.published).map(readItem),
  }
}

function readItem(given: unknown): Entry | undefined {
  const item = itemShape.safeParse(given).data
  if (!item) return undefined
  const picture = item.enclosure?.type?.startsWith('image/')
  return {
    id: item.guid ?? item.id,
    link: item.link,
    title: lineOf(item.title),
    html: item['content:encoded'] ?? item.content ?? item.summary,
    categories: item.categories.flatMap((one) => category.safeParse(one).data ?? []),
    published: readDate(item.pubDate),
    updated: null,
    media: picture ? [{ url: item.enclosure?.url, kind: 'image', alt: null, width: null, height: null }] : [],
  }
}

// RSS from 0.90 to 2.0, with or without RDF, and what other vocabularies add to it.
import { lineOf } from '../plain.ts'
import { onceEscaped } from './content.ts'
import { readDate } from './dates.ts'
import { addressIn, childrenOf, type Element, first, htmlOf, textOf } from './elements.ts'
import { type Entry, type FeedDocument, newest } from './entry.ts'
import { readMedia } from './media.ts'

const MOST_TAGS = 100

export function readRss(root: Element): FeedDocument {
  const channel = childrenOf(root, 'channel')[0] ?? root
  const items = [...storiesIn(channel), ...(channel === root ? [] : storiesIn(root))]
  return {
    title: lineIn(first(channel, 'title', 'dc:title')),
    link: linkOf(channel),
    ttl: Number(textOf(first(channel, 'ttl'))) || periodOf(channel),
    lang: textOf(first(channel, 'language', 'dc:language')) || channel.lang,
    entries: newest(items, publishedIn).map((item) => (item.cut ? undefined : readItem(item))),
  }
}

// In 0.90 and 1.0 beside the channel, else in it; a few put a list around them.
function storiesIn(of: Element): Element[] {
  return [of, ...childrenOf(of, 'items')].flatMap((one) => childrenOf(one, 'item'))
}

function readItem(item: Element): Entry {
  const guid = childrenOf(item, 'guid')[0]
  const name = textOf(guid)
  const permalink =
    guid?.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false' && /^https?:\/\//.test(name)
  const about = item.attributes.get('rdf:about')
  const body =
    first(item, 'content:encoded', 'xhtml:body', 'body', 'description', 'dc:description') ??
    first(item, 'content', 'atom:content', 'summary', 'atom:summary', 'itunes:summary', 'media:description')
  return {
    id: name || about || textOf(first(item, 'id', 'atom:id', 'dc:identifier')),
    link: linkOf(item) ?? (permalink ? name : about),
    base: body?.base,
    title: lineIn(first(item, 'title', 'media:title', 'dc:title', 'atom:title', 'itunes:title')),
    html: body && htmlOf(body),
    categories: categoriesOf(item),
    published: publishedIn(item),
    updated: dateIn(item, 'updated', 'atom:updated', 'dcterms:modified'),
    lang: textOf(first(item, 'dc:language')) || item.lang,
    media: readMedia(item),
  }
}

function linkOf(of: Element): string | undefined {
  const link = first(of, 'link')
  if (link) return addressIn(link, textOf(link))
  // Atom's way of linking, with its own element or in this one.
  const other = [...childrenOf(of, 'link'), ...childrenOf(of, 'atom:link')].find(
    (one) => one.attributes.get('href') && (one.attributes.get('rel') ?? 'alternate') === 'alternate',
  )
  return other && addressIn(other, other.attributes.get('href'))
}

function categoriesOf(item: Element): string[] {
  const named = [...childrenOf(item, 'category'), ...childrenOf(item, 'dc:subject')].slice(0, MOST_TAGS)
  const listed = textOf(first(item, 'media:keywords')).split(',').slice(0, MOST_TAGS)
  return [...named.map((one) => lineIn(one) ?? one.attributes.get('term') ?? ''), ...listed]
}

function publishedIn(item: Element): Date | null {
  return dateIn(
    item,
    'pubdate',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'published',
    'atom:published',
  )
}

/** The first that is a date. */
export function dateIn(story: Element, ...names: string[]): Date | null {
  for (const name of names)
    for (const one of childrenOf(story, name)) {
      const date = readDate(textOf(one))
      if (date) return date
    }
  return null
}

/** RSS has no type for its texts: they are HTML. */
function lineIn(of: Element | undefined): string | null {
  return of ? lineOf(onceEscaped(htmlOf(of))) : null
}

const periods: Record<string, number> = { hourly: 60, daily: 1440, weekly: 1440, monthly: 1440, yearly: 1440 }

/** How often the feed is renewed, in minutes; never more than a day. */
function periodOf(channel: Element): number | undefined {
  const minutes = periods[textOf(first(channel, 'sy:updateperiod')).toLowerCase()]
  return minutes && minutes / Math.max(1, Number(textOf(first(channel, 'sy:updatefrequency'))) || 1)
}

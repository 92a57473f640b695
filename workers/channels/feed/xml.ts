// RSS, RDF and Atom by feedsmith, the first reader.
import { type AtomFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith'
import { lineOf } from '../plain.ts'
import { size } from './content.ts'
import { readDate } from './dates.ts'
import type { Entry, FeedDocument } from './entry.ts'

/** The document, or an error of feedsmith's when it is none of the three kinds or broken. */
export function readXml(text: string): FeedDocument {
  const read = parseFeed(text)
  if (read.format === 'atom') return readAtom(read.feed)
  if (read.format === 'json') throw new Error('JSON is read elsewhere')
  return readRss(read.feed)
}

type Item = NonNullable<Rss['items']>[number] & NonNullable<Rdf['items']>[number]
type Rss = Deep<RssFeed.Feed<string>>
type Rdf = Deep<RdfFeed.Feed<string>>
type Atom = Deep<AtomFeed.Feed<string>>
/** Nothing that a stranger's document should have can be relied on. */
type Deep<T> = T extends (infer One)[] ? Deep<One>[] : T extends object ? { [K in keyof T]?: Deep<T[K]> } : T

function readRss(feed: Rss | Rdf): FeedDocument {
  const items = (feed.items ?? []) as Item[]
  return {
    title: lineOf(feed.title),
    link: feed.link ?? feed.atom?.links?.find((one) => (one.rel ?? 'alternate') === 'alternate')?.href,
    base: feed.xml?.base,
    ttl: 'ttl' in feed ? feed.ttl : undefined,
    lang: 'language' in feed ? feed.language : feed.dc?.languages?.[0],
    entries: items.map(readItem),
  }
}

function readItem(item: Item): Entry {
  const guid = item.guid?.value
  const permalink = guid && item.guid?.isPermaLink !== false && /^https?:\/\//.test(guid) ? guid : undefined
  const atomLink = item.atom?.links?.find((one) => (one.rel ?? 'alternate') === 'alternate')?.href
  return {
    id: guid ?? item.rdf?.about,
    link: item.link || permalink || atomLink,
    base: item.xml?.base,
    title: lineOf(item.title ?? item.media?.title?.value),
    html: item.content?.encoded || item.description || item.media?.description?.value,
    categories: [...(item.categories ?? []).flatMap(({ name }) => name ?? []), ...(item.dc?.subjects ?? [])],
    published: readDate(item.pubDate) ?? readDate(item.dc?.dates?.[0]) ?? readDate(item.atom?.published),
    updated: readDate(item.atom?.updated) ?? readDate(item.dcterms?.modified?.[0]),
    lang: item.dc?.languages?.[0],
    media: [...readMedia(item.media), ...(item.enclosures ?? []).flatMap(readEnclosure)],
  }
}

function readAtom(feed: Atom): FeedDocument {
  return {
    title: readTitle(feed.title),
    link: linkOf(feed.links),
    base: feed.xml?.base,
    lang: feed.xml?.lang,
    entries: (feed.entries ?? []).map((entry) => {
      const text = entry.content?.value ? entry.content : entry.summary
      const html = text?.type === 'html' || text?.type === 'xhtml' || /[/+]x?html/.test(text?.type ?? '')
      const description = entry.media?.groups?.[0]?.description?.value ?? entry.media?.description?.value
      return {
        id: entry.id,
        link: linkOf(entry.links),
        base: entry.content?.xml?.base ?? entry.xml?.base,
        title: readTitle(entry.title),
        ...(html ? { html: text?.value } : { text: text?.value ?? description }),
        categories: (entry.categories ?? []).flatMap((one) => one.label ?? one.term ?? []),
        published: readDate(entry.published),
        updated: readDate(entry.updated),
        lang: entry.xml?.lang,
        media: [
          ...readMedia(entry.media),
          ...(entry.links ?? []).flatMap((one) =>
            one.rel === 'enclosure' ? readEnclosure({ url: one.href, type: one.type }) : [],
          ),
        ],
      }
    }),
  }
}

type AtomLinks = Atom['links']
type Title = Atom['title']

function linkOf(links: AtomLinks): string | undefined {
  const pages = (links ?? []).filter((one) => (one.rel ?? 'alternate') === 'alternate')
  return (pages.find((one) => !one.type || one.type.includes('html')) ?? pages[0])?.href
}

// Plain text is taken as it stands: "5 < 7" is a headline, not a tag.
function readTitle(title: Title): string | null {
  if (title?.type === 'html' || title?.type === 'xhtml') return lineOf(title.value)
  return title?.value?.replace(/\s+/g, ' ').trim() || null
}

function readEnclosure(one: { url?: string | undefined; type?: string | undefined }): Entry['media'] {
  const picture =
    one.type?.startsWith('image/') || (!one.type && /\.(jpe?g|png|webp|gif|avif)$/i.test(one.url ?? ''))
  return picture ? [{ url: one.url, kind: 'image', alt: null, width: null, height: null }] : []
}

type Media = NonNullable<Item['media']>

function readMedia(media: Media | undefined): Entry['media'] {
  if (!media) return []
  const groups = [media, ...(media.groups ?? [])]
  return groups.flatMap((group): Entry['media'] => {
    const contents = group.contents ?? []
    const pictures = contents.flatMap((one) => {
      const picture = one.medium === 'image' || one.type?.startsWith('image/')
      if (!picture && (one.medium || one.type || !/\.(jpe?g|png|webp|gif|avif)$/i.test(one.url ?? '')))
        return []
      const alt = lineOf(one.description?.value ?? group.description?.value)
      return [{ url: one.url, kind: 'image' as const, alt, width: size(one.width), height: size(one.height) }]
    })
    if (pictures.length) return pictures
    // A video shows its still picture; a bare thumbnail is all the picture there is.
    const kind = contents.some((one) => one.medium === 'video' || one.type?.match(/^video|flash/))
      ? 'video'
      : 'image'
    const thumbnail = group.thumbnails?.[0] ?? contents.find((one) => one.thumbnails?.[0])?.thumbnails?.[0]
    if (!thumbnail) return []
    return [
      { url: thumbnail.url, kind, alt: null, width: size(thumbnail.width), height: size(thumbnail.height) },
    ]
  })
}

// What every kind of feed is read into before it becomes found posts.
import type { Counts, FoundMedia, FoundPost } from '../../../services/domain/source.ts'
import { isLocked, LONGEST, LONGEST_ADDRESS, type Picture, readContent, webAddress } from './content.ts'

/** One story, addresses still as written; every field a plain value or absent. */
export type Entry = {
  id?: string | undefined
  link?: string | undefined
  /** What relative addresses in the text are meant against, where the document says so. */
  base?: string | undefined
  title: string | null
  html?: string | undefined
  text?: string | undefined
  categories: string[]
  published: Date | null
  updated: Date | null
  counts?: Counts
  lang?: string | undefined
  media: {
    url?: string | undefined
    kind: 'image' | 'video'
    alt: string | null
    width: number | null
    height: number | null
  }[]
}

export type FeedDocument = {
  title: string | null
  /** The site's own page, as written. */
  link?: string | undefined
  ttl?: number | undefined
  lang?: string | undefined
  /** Undefined: an entry that could not be read. */
  entries: (Entry | undefined)[]
  /** The document ended before its end. */
  cut?: boolean
}

/** A feed as the channel hands it on; plain enough to leave a thread. */
export type ReadFeed = {
  posts: FoundPost[]
  skipped: number
  title: string | null
  url: string | null
  ttlMinutes: number | null
  cut: boolean
}

const MOST = 200
const MOST_MEDIA = 10

/** As many stories as we take from one document: the first ones, or the last where the oldest stand first. */
export function newest<T>(stories: T[], dateOf: (story: T) => Date | null | undefined): T[] {
  if (stories.length <= MOST) return stories
  const [first, last] = [stories.slice(0, 1), stories.slice(-1)].map((ends) => ends.map(dateOf)[0])
  return first && last && first < last ? stories.slice(-MOST) : stories.slice(0, MOST)
}

/** The stories of a document as posts; `address` is where it was fetched, `hash` names what has no name. */
export function readEntries(
  document: FeedDocument,
  address: string,
  hash: (text: string) => string,
): ReadFeed {
  const site = webAddress(document.link, address)
  const posts: FoundPost[] = []
  let skipped = 0
  const shared = sharedIds(document.entries)
  for (const entry of document.entries) {
    const id = entry?.id && !shared.has(entry.id) ? entry.id : undefined
    const locked = isLocked(entry?.html ?? '') && { html: '', media: [] }
    const post = entry && readEntry({ ...entry, id, ...locked }, document, { site, address }, hash)
    if (post) posts.push(post)
    else skipped++
  }
  return {
    posts,
    skipped,
    title: document.title,
    url: site,
    ttlMinutes: document.ttl && document.ttl > 0 ? Math.min(1440, Math.ceil(document.ttl)) : null,
    cut: document.cut ?? false,
  }
}

/** Ids that stories with different addresses have in common: some sites write their own address there every time. */
function sharedIds(entries: (Entry | undefined)[]): Set<string> {
  const links = new Map<string, string>()
  const shared = new Set<string>()
  for (const { id, link } of entries.filter((entry) => entry !== undefined)) {
    if (!id || !link) continue
    if ((links.get(id) ?? link) !== link) shared.add(id)
    links.set(id, link)
  }
  return shared
}

type Where = { site: string | null; address: string }

function readEntry(
  entry: Entry,
  feed: FeedDocument,
  { site, address }: Where,
  hash: (text: string) => string,
): FoundPost | undefined {
  const url = webAddress(entry.link, site ?? address)
  const base = entry.base ?? url ?? address
  const body = readContent(entry.html ?? '', base)
  const text = entry.text?.trim().slice(0, LONGEST) ?? ''
  const id = entry.id?.trim().slice(0, LONGEST_ADDRESS) || url
  if (!id && !entry.title && !body.html && !text) return undefined
  return {
    externalId: id ?? `hash:${hash(`${entry.title}\n${entry.published?.toISOString() ?? body.html + text}`)}`,
    url,
    // The site speaks, not the clerk who pressed the button: one account a site, and no more names than needed.
    author: { id: site ?? address, name: feed.title, handle: null, url: site },
    title: entry.title,
    body: text && !body.html ? { text } : { html: body.html },
    tags: [...new Set(entry.categories.map((tag) => tag.trim()).filter(says))].slice(0, 60),
    publishedAt: entry.published ?? entry.updated,
    editedAt: entry.published && entry.updated && entry.updated > entry.published ? entry.updated : null,
    lang: [entry.lang, feed.lang].find((lang) => lang && /^[a-z]{2,3}([-_][a-z0-9]+)*$/i.test(lang)) ?? null,
    media: readMedia(entry, body.pictures, base),
    counts: entry.counts ?? {},
    sensitive: null,
    public: true,
  }
}

/** Whether a category says anything: WordPress writes the name of its first one on what nobody has sorted. */
const says = (tag: string) => tag !== '' && !/^(yleinen|uncategori[sz]ed|okategoriserade?)$/i.test(tag)

function readMedia(entry: Entry, pictures: Picture[], base: string): FoundMedia[] {
  const found = new Map<string, FoundMedia>()
  for (const one of entry.media.slice(0, 5 * MOST_MEDIA)) {
    const url = webAddress(one.url, base)
    if (!url) continue
    // The same picture stands in the text in another size, and often only there with its description.
    const twin = pictures.find((picture) => plainName(picture.url) === plainName(url))
    const before = found.get(plainName(url))
    const alt = before?.alt ?? one.alt ?? twin?.alt ?? null
    if (!before || (one.width ?? 0) > (before.width ?? 0)) found.set(plainName(url), { ...one, url, alt })
    else before.alt = alt
  }
  if (!found.size)
    for (const picture of pictures)
      if (!found.has(plainName(picture.url))) found.set(plainName(picture.url), { kind: 'image', ...picture })
  return [...found.values()].slice(0, MOST_MEDIA)
}

/** An address without the size that WordPress writes into names: `kuva-1024x683.jpg`. */
function plainName(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/-\d{2,5}x\d{2,5}(?=\.\w{3,5}$)/, '')
}

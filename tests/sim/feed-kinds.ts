// The same stories written as RSS 2.0, Atom, RDF and JSON Feed.
import { escaped } from './escaped.ts'

export type SimStory = {
  title: string
  /** HTML of the story. */
  html: string
  published: Date
  updated?: Date
  id?: string
  path?: string
  author?: string
  categories?: string[]
  /** A name given to addPicture. */
  picture?: { file: string; alt: string | null; width?: number; height?: number }
}
export type KeptStory = SimStory & { id: string; path: string }

type Site = { title: string; url: string; ttl: number | undefined }
type Writer = { type: string; write: (site: Site, stories: KeptStory[]) => string }

const XML = '<?xml version="1.0" encoding="utf-8"?>\n'
const MEDIA = 'http://search.yahoo.com/mrss/'
const DC = 'http://purl.org/dc/elements/1.1/'

/** By path, with the type each is served as. */
export const writers: Record<string, Writer> = {
  '/feed/': { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  '/atom.xml': { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  '/rdf.xml': { type: 'application/rdf+xml; charset=utf-8', write: writeRdf },
  '/feed.json': { type: 'application/feed+json; charset=utf-8', write: writeJson },
}

/** An element; without content it closes itself, and nothing at all comes of null. */
function el(
  name: string,
  attributes: Record<string, string | number | undefined>,
  content?: string | null,
): string {
  if (content === null) return ''
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escaped(String(value))}"`))
    .join('')
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

const word = (name: string, text: string | undefined) =>
  el(name, {}, text === undefined ? null : escaped(text))

function pictureOf(site: Site, { picture }: KeptStory) {
  return picture && { ...picture, url: `${site.url}/pictures/${encodeURIComponent(picture.file)}` }
}

function media(site: Site, story: KeptStory): string {
  const picture = pictureOf(site, story)
  if (!picture) return ''
  const { url, alt, width = 1200, height = 800 } = picture
  return el(
    'media:content',
    { url, medium: 'image', width, height },
    word('media:description', alt ?? undefined),
  )
}

function writeRss(site: Site, stories: KeptStory[]): string {
  const items = stories.map((one) =>
    [
      word('title', one.title),
      word('link', site.url + one.path),
      el('guid', { isPermaLink: 'false' }, escaped(one.id)),
      word('pubDate', one.published.toUTCString()),
      word('dc:creator', one.author),
      ...(one.categories ?? []).map((name) => word('category', name)),
      word('description', one.html.slice(0, 300)),
      el('content:encoded', {}, `<![CDATA[${one.html}]]>`),
      media(site, one),
    ].join('\n'),
  )
  const head = word('title', site.title) + word('link', `${site.url}/`) + word('language', 'fi')
  const channel = `${head}${word('ttl', site.ttl?.toString())}\n${items.map((one) => el('item', {}, one)).join('\n')}`
  const spaces = {
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': DC,
    'xmlns:media': MEDIA,
  }
  return XML + el('rss', { version: '2.0', ...spaces }, el('channel', {}, channel))
}

function writeAtom(site: Site, stories: KeptStory[]): string {
  const entries = stories.map((one) =>
    [
      word('title', one.title),
      word('id', one.id),
      el('link', { href: site.url + one.path }),
      word('published', one.published.toISOString()),
      word('updated', (one.updated ?? one.published).toISOString()),
      one.author ? el('author', {}, word('name', one.author)) : '',
      ...(one.categories ?? []).map((term) => el('category', { term })),
      el('content', { type: 'html' }, escaped(one.html)),
      media(site, one),
    ].join('\n'),
  )
  const head = word('title', site.title) + word('id', `${site.url}/`) + el('link', { href: `${site.url}/` })
  const spaces = { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': MEDIA, 'xml:lang': 'fi' }
  return XML + el('feed', spaces, head + entries.map((one) => el('entry', {}, one)).join('\n'))
}

function writeRdf(site: Site, stories: KeptStory[]): string {
  const items = stories.map((one) => {
    const link = site.url + one.path
    const subjects = (one.categories ?? []).map((name) => word('dc:subject', name)).join('')
    const date = word('dc:date', one.published.toISOString()) + word('dc:creator', one.author)
    const text = word('title', one.title) + word('link', link) + word('description', one.html)
    return el('item', { 'rdf:about': link }, text + date + subjects)
  })
  const head = word('title', site.title) + word('link', `${site.url}/`) + word('description', '')
  const spaces = {
    'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    xmlns: 'http://purl.org/rss/1.0/',
  }
  const channel = el('channel', { 'rdf:about': `${site.url}/` }, head)
  return XML + el('rdf:RDF', { ...spaces, 'xmlns:dc': DC }, channel + items.join('\n'))
}

function writeJson(site: Site, stories: KeptStory[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    home_page_url: `${site.url}/`,
    language: 'fi',
    items: stories.map((one) => ({
      id: one.id,
      url: site.url + one.path,
      title: one.title,
      content_html: one.html,
      image: pictureOf(site, one)?.url,
      date_published: one.published.toISOString(),
      date_modified: one.updated?.toISOString(),
      authors: one.author ? [{ name: one.author }] : undefined,
      tags: one.categories,
    })),
  })
}

// Atom 1.0 and 0.3.
import { lineOf } from '../plain.ts'
import { addressIn, childrenOf, type Element, first, hasElements, htmlOf, textOf } from './elements.ts'
import { type Entry, type FeedDocument, newest } from './entry.ts'
import { readCommunity, readEnclosure, readMedia } from './media.ts'
import { dateIn } from './rss.ts'

export function readAtom(feed: Element): FeedDocument {
  return {
    title: titleOf(first(feed, 'title')),
    link: pageOf(feed),
    lang: feed.lang,
    entries: newest(childrenOf(feed, 'entry'), publishedIn).map((entry) =>
      entry.cut ? undefined : readEntry(entry),
    ),
  }
}

function readEntry(entry: Element): Entry {
  const bodies = [...childrenOf(entry, 'content'), ...childrenOf(entry, 'summary')]
  const read = bodies.map((one) => ({ one, ...wordsOf(one) })).find(({ words }) => words)
  const description = [entry, ...childrenOf(entry, 'media:group')].map((one) =>
    textOf(first(one, 'media:description')),
  )
  return {
    id: textOf(first(entry, 'id')),
    link: pageOf(entry),
    base: read?.one.base ?? entry.base,
    title: titleOf(first(entry, 'title')),
    ...(read?.html ? { html: read.words } : { text: read?.words ?? description.find(Boolean) }),
    categories: childrenOf(entry, 'category')
      .map((one) => one.attributes.get('label') ?? one.attributes.get('term') ?? textOf(one))
      .concat(childrenOf(entry, 'dc:subject').map(textOf)),
    published: publishedIn(entry),
    updated: dateIn(entry, 'updated', 'modified'),
    lang: read?.one.lang ?? entry.lang,
    counts: readCommunity(entry),
    media: [...readMedia(entry), ...linksOf(entry, 'enclosure').flatMap(readEnclosure)],
  }
}

function publishedIn(entry: Element): Date | null {
  return dateIn(entry, 'published', 'issued', 'created', 'dc:date')
}

function linksOf(of: Element, rel: string): Element[] {
  return childrenOf(of, 'link').filter(
    (one) => (one.attributes.get('rel')?.trim().toLowerCase() ?? 'alternate') === rel,
  )
}

/** The page of a feed or an entry: for people rather than for programs. */
function pageOf(of: Element): string | undefined {
  const pages = linksOf(of, 'alternate').filter((one) => one.attributes.get('href'))
  const page = pages.find((one) => one.attributes.get('type')?.includes('html') ?? true) ?? pages[0]
  return page && addressIn(page, page.attributes.get('href'))
}

function titleOf(title: Element | undefined): string | null {
  if (!title) return null
  const { html, words } = wordsOf(title)
  // Plain text is taken as it stands: "5 < 7" is a headline, not a tag.
  return html ? lineOf(words) : words.replace(/\s+/g, ' ').trim() || null
}

/** A text construct; content of another kind (a picture, a file) has no words. */
function wordsOf(of: Element): { html: boolean; words: string } {
  const type = of.attributes.get('type')?.trim().toLowerCase() ?? 'text'
  const known = /^(text|html|xhtml)$|^text\/|html|[/+]xml/.test(type)
  const coded = of.attributes.get('mode')?.toLowerCase() === 'base64' || (!known && type.includes('/'))
  if (coded && !known) return { html: false, words: '' }
  const words = coded ? Buffer.from(textOf(of), 'base64').toString() : htmlOf(of)
  return { html: hasElements(of) || /html/.test(type), words }
}

// RSS, RDF and Atom: which of them a document is.
import { readAtom } from './atom.ts'
import type { Element } from './elements.ts'
import type { FeedDocument } from './entry.ts'
import { readRss } from './rss.ts'
import { readTree } from './tree.ts'

/** The document; undefined when there is no feed in it. */
export function readXml(text: string, address: string): FeedDocument | undefined {
  const root = findRoot(readTree(text, address), 0)
  return root && { ...(root.name === 'feed' ? readAtom(root) : readRss(root)), cut: root.cut }
}

const roots = new Set(['rss', 'rdf', 'rdf:rdf', 'channel', 'feed'])
const pages = new Set(['html', 'head', 'body'])

// Not always the first element: a server's warning may stand before it, or a wrapper around it.
function findRoot(of: Element, depth: number): Element | undefined {
  if (roots.has(of.name)) return of
  if (depth > 8 || pages.has(of.name)) return undefined
  for (const one of of.children) {
    const found = typeof one !== 'string' && findRoot(one, depth + 1)
    if (found) return found
  }
  return undefined
}

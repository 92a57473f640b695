// One feed document to posts, whatever its kind; pure, and run in a thread because documents are strangers' work.
import { createHash } from 'node:crypto'
import { Fault } from '../../../services/errors.ts'
import { absolute } from './content.ts'
import { type FeedDocument, type ReadFeed, readEntries } from './entry.ts'
import { readJsonFeed } from './json.ts'
import { readXml } from './xml.ts'

const HEAD = 200_000

/** Reads a feed's text. Throws Fault('shape') with a code for what came instead, RangeError when it is too much. */
export async function readFeed(text: string, address: string): Promise<ReadFeed> {
  return readEntries(await readDocument(text.trimStart(), address), address, hashOf)
}

export async function readDocument(text: string, address: string): Promise<FeedDocument> {
  if (!text) throw notFeed('empty', address)
  if (text.startsWith('{') || text.startsWith('[')) {
    const feed = readJsonFeed(text)
    if (!feed) throw notFeed('feed-is-other', address)
    return feed
  }
  // Nobody who means well defines entities in a feed; the bare DOCTYPE of old RSS is harmless.
  if (/<!DOCTYPE[^>[]*\[|<!ENTITY/i.test(beforeRoot(text))) throw notFeed('feed-doctype', address)
  const feed = await readByEither(text, address)
  if (!feed) {
    if (looksLikePage(text)) throw pageInstead(text, address)
    throw notFeed(
      /<(rss|feed|rdf:rdf)\b/i.test(text.slice(0, HEAD)) ? 'feed-broken' : 'feed-is-other',
      address,
    )
  }
  // Ended before its first whole story: that is not the same as a feed without stories.
  if (feed.cut && !feed.entries.some(Boolean)) throw notFeed('feed-broken', address)
  return feed
}

/** By our own reader; a document on which that has a bug is shown to the other, rss-parser. */
async function readByEither(text: string, address: string): Promise<FeedDocument | undefined> {
  try {
    return readXml(text, address)
  } catch (error) {
    // Too much is too much for both.
    if (error instanceof RangeError) throw error
    const { readBySecond } = await import('./second.ts')
    return await readBySecond(text).catch(() => {
      throw error
    })
  }
}

function beforeRoot(text: string): string {
  const start = text.slice(0, 10_000)
  const root = start.search(/<[a-z]/i)
  return root < 0 ? start : start.slice(0, root)
}

function looksLikePage(text: string): boolean {
  return /^(?:<\?xml[^>]*>|<!--[\s\S]{0,5000}?-->|\s)*<(?:!doctype html|html|head|body)\b/i.test(
    text.slice(0, 10_000),
  )
}

/** A web page came: if it names its feed, the person who gave the address wants to hear of it. */
function pageInstead(text: string, address: string): Fault {
  for (const [tag] of text.slice(0, HEAD).matchAll(/<link\b[^>]{1,2000}>/gi)) {
    const read = (name: string) =>
      new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
    const [rel, type, href] = ['rel', 'type', 'href'].map((name) => read(name)?.slice(1).find(Boolean))
    if (!/\balternate\b/i.test(rel ?? '') || !/(rss|atom|feed\+json)/i.test(type ?? '')) continue
    const feed = absolute(href?.replace(/&amp;/g, '&'), address)
    if (feed) return notFeed('feed-is-html-found', address, { feed })
  }
  return notFeed('feed-is-html', address)
}

function notFeed(code: string, address: string, more: Record<string, string> = {}): Fault {
  const { host } = new URL(address)
  return new Fault('shape', `${host}: ${code}`, { code, values: { host, ...more } })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32)
}

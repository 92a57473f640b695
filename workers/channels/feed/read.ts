// One feed document to posts, whatever its kind; pure, and run in a thread because documents are strangers' work.
import { createHash } from 'node:crypto'
import { DetectError } from 'feedsmith'
import { Fault } from '../../../services/errors.ts'
import { absolute } from './content.ts'
import { type FeedDocument, type ReadFeed, readEntries } from './entry.ts'
import { readJsonFeed } from './json.ts'
import { readXml } from './xml.ts'

const HEAD = 200_000

/** Reads a feed's text. Throws Fault('shape') with a code that says what came instead. */
export async function readFeed(text: string, address: string): Promise<ReadFeed> {
  return readEntries(await readDocument(text.trimStart(), address), address, hashOf)
}

async function readDocument(text: string, address: string): Promise<FeedDocument> {
  if (!text) throw notFeed('empty', address)
  if (text.startsWith('{') || text.startsWith('[')) {
    const feed = readJsonFeed(text)
    if (!feed) throw notFeed('feed-is-other', address)
    return feed
  }
  // Own entities are how small documents become huge; a bare DOCTYPE of old RSS is harmless.
  if (/<!DOCTYPE[^>[]*\[|<!ENTITY/i.test(text)) throw notFeed('feed-doctype', address)
  try {
    return readXml(text)
  } catch (error) {
    if (looksLikePage(text)) throw pageInstead(text, address)
    if (error instanceof DetectError) throw notFeed('feed-is-other', address)
    // Broken for the one reader; the other forgives other things.
    const { readBySecond } = await import('./second.ts')
    return await readBySecond(text).catch(() => {
      throw notFeed('feed-broken', address)
    })
  }
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

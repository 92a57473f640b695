// The readers and orders of readers that are measured against each other.
import type { FeedDocument } from '../../workers/channels/feed/entry.ts'
import { readDocument } from '../../workers/channels/feed/read.ts'
import { readBySecond } from '../../workers/channels/feed/second.ts'
import { readXml } from '../../workers/channels/feed/xml.ts'

type Read = (text: string, address: string) => FeedDocument | undefined | Promise<FeedDocument | undefined>
export type Reader = (text: string, address: string) => Promise<FeedDocument>

/** The first reader that finds a feed. */
function by(...reads: Read[]): Reader {
  return async (text, address) => {
    let last = new Error('no feed')
    for (const read of reads) {
      try {
        const document = await read(text.trimStart(), address)
        if (document) return document
      } catch (error) {
        last = error as Error
      }
    }
    throw last
  }
}

export const readers: Record<string, Reader> = {
  'as the service reads': readDocument,
  'our tree alone': by(readXml),
  'rss-parser alone': by(readBySecond),
  'rss-parser, then our tree': by(readBySecond, readXml),
}

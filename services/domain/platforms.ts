// Which platform an address belongs to, and which of them may be read by a program at all.
import type { ChannelName } from '../../config/place.ts'

const hosts: [ChannelName, RegExp][] = [
  ['x', /^(?:x|twitter)\.com$/],
  ['facebook', /^(?:facebook\.com|fb\.com|fb\.watch)$/],
  ['instagram', /^(?:instagram\.com|instagr\.am)$/],
  ['threads', /^threads\.(?:net|com)$/],
  ['linkedin', /^(?:linkedin\.com|lnkd\.in)$/],
  ['tiktok', /(?:^|\.)tiktok\.com$/],
  ['youtube', /^(?:youtube\.com|youtu\.be)$/],
  ['bluesky', /^bsky\.app$/],
  ['flickr', /^(?:flickr\.com|flic\.kr)$/],
  ['pixelfed', /^pixelfed\.social$/],
]

/** The channel of a post at this address; `pasted` for every site that is no platform of ours. */
export function platformOf(address: string): ChannelName {
  const host = new URL(address).hostname.replace(/^(?:www|m|mobile|fi-fi|[a-z]{2})\.(?=[^.]+\.)/, '')
  return hosts.find(([, pattern]) => pattern.test(host))?.[0] ?? 'pasted'
}

/** Their terms forbid reading pages by program: what stands there is typed by the person who read it. */
export const typedOnly: ReadonlySet<ChannelName> = new Set(['facebook', 'instagram', 'threads', 'linkedin'])

/** What a page or a provider tells of a post; everything is a proposal to the person who pasted the link. */
export type LinkFacts = {
  /** Where the address led in the end. */
  url: string
  author: string | null
  text: string | null
  tags: string[]
  publishedAt: Date | null
  picture: { url: string; alt: string | null } | null
}

/** Reads what there is to read; null when there is nothing. Throws nothing but what a stop throws. */
export type ReadLink = (address: string, signal: AbortSignal) => Promise<LinkFacts | null>

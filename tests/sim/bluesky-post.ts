// Posts of the simulated Bluesky as its server shows them: records with facets in bytes, embeds, labels, ids.
import { createHash } from 'node:crypto'
import type { SimCounts, SimMedia } from './mastodon.ts'

/** A post as a test or the demo writes it; everything else is filled in. */
export type BlueskyPost = {
  /** Plain text with whole addresses: they are shortened as the app does it, tags and names get their facets. */
  text: string
  published: Date
  /** When the network learned of it; when it was written, unless given. */
  indexed?: Date
  /** A handle: `aino.bsky.example`. */
  author?: string
  name?: string
  langs?: string[]
  media?: SimMedia[]
  /** Fixed, or by age in days; null counts are left out, as by servers that do not tell. */
  counts?: SimCounts | ((days: number) => SimCounts) | null
  card?: { uri: string; title: string; description: string }
  /** The uri of a post of this server. */
  quotes?: string
  repliesTo?: string
  /** Moderators' labels on the post, and labels on its author. */
  labels?: string[]
  authorLabels?: string[]
  /** The author's own warning. */
  selfLabels?: string[]
  /** Tags outside the text. */
  tags?: string[]
  /** Merged over the record and over the whole view at the end: for broken and unknown shapes. */
  record?: Record<string, unknown>
  raw?: Record<string, unknown>
}
export type KeptPost = BlueskyPost & { uri: string; rkey: string; gone?: boolean; edits: number }

type Tools = { url: string; now: Date; find: (uri: string) => KeptPost | undefined }

export const sortedAt = (post: BlueskyPost) =>
  post.indexed && post.indexed < post.published ? post.indexed : post.published

export const authorOf = (post: Pick<BlueskyPost, 'author'>) => post.author ?? 'aino.bsky.example'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}
const sha256 = (text: string) => createHash('sha256').update(text).digest()

export const didOf = (handle: string) => `did:plc:${base32(sha256(handle)).slice(0, 24)}`
/** The hash of a record, as the network writes it. */
const cidOf = (text: string) => `b${base32(Buffer.concat([Buffer.from([1, 0x71, 0x12, 32]), sha256(text)]))}`
/** A key that sorts by time, 13 signs. */
export function keyOf(at: Date, nth: number): string {
  const sorted = '234567abcdefghijklmnopqrstuvwxyz'
  let left = (BigInt(at.getTime()) * 1000n + BigInt(nth % 1000)) << 10n
  let key = ''
  for (let n = 0; n < 13; n++) {
    key = sorted[Number(left & 31n)] + key
    left >>= 5n
  }
  return key
}

const sizeOf = (text: string) => Buffer.byteLength(text)

/** Addresses shortened as the app does it, and everything that it makes clickable, placed by bytes. */
export function richText(written: string): { text: string; facets: Record<string, unknown>[] } {
  const pattern =
    /(?<=^|\s)(?:(?<link>https?:\/\/\S+)|@(?<name>[\w-]+(?:\.[\w-]+)+)|[#＃](?<tag>\S*[^\d\s\p{P}]\S*))/gu
  const facets: Record<string, unknown>[] = []
  let text = ''
  let at = 0
  for (const found of written.matchAll(pattern)) {
    const { link, name, tag } = found.groups ?? {}
    const whole = tag ? found[0].replace(/\p{P}+$/u, '') : found[0]
    text += written.slice(at, found.index)
    const byteStart = sizeOf(text)
    text += link ? shortened(link) : whole
    at = found.index + whole.length
    const kind = link ? { uri: link } : name ? { did: didOf(name) } : { tag: whole.slice(1) }
    const $type = `app.bsky.richtext.facet#${link ? 'link' : name ? 'mention' : 'tag'}`
    facets.push({ index: { byteStart, byteEnd: sizeOf(text) }, features: [{ $type, ...kind }] })
  }
  return { text: text + written.slice(at), facets }
}

function shortened(link: string): string {
  const bare = link.replace(/^https?:\/\//, '')
  return bare.length > 30 ? `${bare.slice(0, 27)}...` : bare
}

export function tagsOf(post: BlueskyPost): string[] {
  const { facets } = richText(post.text)
  const inText = facets.flatMap(({ features }) =>
    (features as { tag?: string }[]).flatMap(({ tag }) => tag ?? []),
  )
  return [...inText, ...(post.tags ?? [])].map((tag) => tag.toLowerCase())
}

const POST = 'app.bsky.feed.post'

function recordOf(post: KeptPost, { find }: Tools): Record<string, unknown> {
  const { text, facets } = richText(post.text)
  const ref = (uri: string) => ({ uri, cid: cidOf(find(uri)?.text ?? uri) })
  return {
    $type: POST,
    text,
    createdAt: post.published.toISOString(),
    langs: post.langs ?? ['fi'],
    ...(facets.length && { facets }),
    ...(post.tags && { tags: post.tags }),
    ...(post.repliesTo && { reply: { root: ref(post.repliesTo), parent: ref(post.repliesTo) } }),
    ...(post.selfLabels && {
      labels: { $type: 'com.atproto.label.defs#selfLabels', values: post.selfLabels.map((val) => ({ val })) },
    }),
    ...post.record,
  }
}

function personOf(post: BlueskyPost, url: string): Record<string, unknown> {
  const handle = authorOf(post)
  const did = didOf(handle)
  return {
    did,
    handle,
    displayName: post.name ?? 'Aino Esimerkki',
    avatar: `${url}/pictures/avatar.png`,
    labels: (post.authorLabels ?? []).map((val) => labelOf(did, val, post.published)),
    createdAt: '2024-01-01T00:00:00.000Z',
  }
}

const labelOf = (uri: string, val: string, at: Date) => ({
  src: didOf('moderation.bsky.example'),
  uri,
  val,
  cts: at.toISOString(),
})

/** The post as `app.bsky.feed.defs#postView`. */
export function viewOf(post: KeptPost, tools: Tools): Record<string, unknown> {
  const { url, now } = tools
  const days = (now.getTime() - post.published.getTime()) / 86_400_000
  const counts = typeof post.counts === 'function' ? post.counts(days) : (post.counts ?? nothing)
  const embed = embedOf(post, tools)
  return {
    uri: post.uri,
    cid: cidOf(`${post.text}${post.edits}`),
    author: personOf(post, url),
    record: recordOf(post, tools),
    ...(embed && { embed }),
    ...(post.counts !== null && {
      likeCount: counts.likes,
      replyCount: counts.comments,
      repostCount: counts.shares,
      quoteCount: 0,
      bookmarkCount: 0,
    }),
    indexedAt: (post.indexed ?? post.published).toISOString(),
    labels: (post.labels ?? []).map((val) => labelOf(post.uri, val, post.published)),
    ...post.raw,
  }
}
const nothing: SimCounts = { likes: 0, comments: 0, shares: 0 }

function embedOf(post: KeptPost, tools: Tools): Record<string, unknown> | undefined {
  const media = mediaOf(post, tools.url)
  const quoted = post.quotes === undefined ? undefined : quoteOf(post.quotes, tools)
  if (quoted && media)
    return { $type: 'app.bsky.embed.recordWithMedia#view', record: { record: quoted }, media }
  return quoted ? { $type: 'app.bsky.embed.record#view', record: quoted } : media
}

function mediaOf({ media = [], card }: BlueskyPost, url: string): Record<string, unknown> | undefined {
  const place = (file: string) =>
    /^https?:/.test(file) ? file : `${url}/pictures/${encodeURIComponent(file)}`
  const ratio = (one: SimMedia) => ({ width: one.width ?? 1200, height: one.height ?? 800 })
  const [first] = media
  if (first?.type === 'video')
    return {
      $type: 'app.bsky.embed.video#view',
      cid: cidOf(first.file),
      playlist: `${url}/video/${encodeURIComponent(first.file)}/playlist.m3u8`,
      thumbnail: place(first.file),
      ...(first.alt && { alt: first.alt }),
      aspectRatio: ratio(first),
    }
  // The app makes a gallery of what no longer fits into four.
  const gallery = media.length > 4
  const pictures = media.map((one) => ({
    ...(gallery && { $type: 'app.bsky.embed.gallery#viewImage' }),
    [gallery ? 'thumbnail' : 'thumb']: place(one.file),
    fullsize: place(one.file),
    alt: one.alt ?? '',
    aspectRatio: ratio(one),
  }))
  if (first && gallery) return { $type: 'app.bsky.embed.gallery#view', items: pictures }
  if (first) return { $type: 'app.bsky.embed.images#view', images: pictures }
  return card && { $type: 'app.bsky.embed.external#view', external: card }
}

function quoteOf(uri: string, tools: Tools): Record<string, unknown> {
  const quoted = tools.find(uri)
  const kind = 'app.bsky.embed.record#'
  if (!quoted || quoted.gone) return { $type: `${kind}viewNotFound`, uri, notFound: true }
  const { cid, author, record, labels, indexedAt } = viewOf(quoted, tools)
  return { $type: `${kind}viewRecord`, uri, cid, author, value: record, labels, indexedAt }
}

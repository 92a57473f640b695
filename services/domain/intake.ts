// A found post becomes ours: clean text, safe addresses, tags, language, a date that can be, and its keys.
import { hash as digest } from 'node:crypto'
import type { ChannelName } from '../../config/place.ts'
import type { TakenAccount } from '../../db/accounts.ts'
import type { TakenMedia, TakenPost } from '../../db/posts.ts'
import type { Account, Card, PostEvent, PostState, Quote, Remark } from '../../db/schema.ts'
import { readHeadline, readHtml } from './html.ts'
import { canonicalUrl, httpUrl, safeUrl } from './link.ts'
import { cutterOf, lengthOf } from './points.ts'
import type { Counts, FoundMedia, FoundPost } from './source.ts'
import { type FoundTag, findTags, tagFold, tagKey } from './tags.ts'
import { cleanLine, readText, type Text } from './text.ts'

/** What intake must know besides the post: where it came from, when, and how to tell a language. */
export type IntakeContext = {
  channel: ChannelName
  /** The source; `title` is what it calls itself (a feed's title) and names the author where none is named. */
  source: { id: string; title: string | null; url: string | null }
  now: Date
  detect: (text: string) => string | null
}

const MOST_TAGS = 60
const MOST_MEDIA = 8
const YEARS_BACK = 5
const MINUTE = 60_000

/** A found post as it is stored. Never throws: what cannot be used is left out, what was changed is remarked. */
export function takeIn(found: FoundPost, context: IntakeContext): TakenPost {
  const { channel, source } = context
  const remarks: Remark[] = []
  const url = safeUrl(found.url)
  const read = 'html' in found.body ? readHtml(found.body.html, url) : readText(found.body.text)
  if (read.cut) remarks.push({ code: 'text-cut' })
  const title = found.title ? cleanLine(readHeadline(found.title), 300) : null
  const tags = takeTags(found, [...findTags(title ?? ''), ...read.tags], remarks)
  const kept = new Set(tags.map((tag) => tag.key))
  const marks = read.marks.filter((mark) => mark.kind !== 'tag' || kept.has(mark.key ?? ''))
  const media = takeMedia(found.media, url, remarks)
  const publishedAt = takeDate(found.publishedAt, context.now, remarks)
  const editedAt = takeEdit(found.editedAt, publishedAt, context.now)
  const sensitive = cleanLine(found.sensitive, 200)
  const lang = takeLanguage(found.lang, { text: read.text, marks }, context.detect)
  const quote = takeQuote(found)
  const event = takeEvent(found)
  const links = marks.filter((mark) => mark.kind !== 'tag').map((mark) => [mark.start, mark.href])
  const pictures = media.map((one) => [one.kind, one.alt, pictureIdentity(one, channel)])
  const lookKey = hash([title, read.text, links, sensitive, quote, pictures, media.length ? editedAt : null])
  return {
    externalId: externalIdOf(channel, source.id, found.externalId),
    seenId: found.seenId ? opaque(found.seenId) : null,
    account: takeAccount(found, context),
    url,
    canonicalUrl: canonicalUrl(found.url),
    title,
    text: read.text,
    marks,
    lang,
    publishedAt,
    editedAt,
    sensitive,
    public: found.public,
    reply: found.reply === true,
    remarks,
    card: takeCard(found),
    quote,
    event,
    textKey: textKeyOf(read.text),
    lookKey,
    // The card is not part of it: servers make it later and each in its own way.
    contentKey: hash([lookKey, url, lang, editedAt, found.public, tags.map((tag) => tag.key), event]),
    tags,
    media,
    counts: takeCounts(found.counts),
  }
}

/** The id under which a post is stored. A feed's own ids hold only within that feed. */
export function externalIdOf(channel: ChannelName, source: string, id: string): string {
  const whole = channel === 'feed' ? `${source} ${opaque(id)}` : opaque(id)
  return whole.length <= 500 ? whole : `sha256:${hash(whole)}`
}

/** The id as the channel knows it, from the one under which the post is stored. */
export function channelIdOf(channel: ChannelName, source: string, externalId: string): string {
  return channel === 'feed' && externalId.startsWith(`${source} `)
    ? externalId.slice(source.length + 1)
    : externalId
}

/** Own, staff and partners with an agreement speak for themselves; everybody else waits for a person. */
export function firstState(account: Pick<Account, 'kind' | 'agreement'>): PostState {
  const known = account.kind === 'own' || account.kind === 'staff'
  return known || (account.kind === 'partner' && account.agreement !== null) ? 'shown' : 'new'
}

/** Null when nobody knows whose post it is: what one person allows must never count for all the unknown. */
function takeAccount(found: FoundPost, { channel, source }: IntakeContext): TakenAccount | null {
  if (found.unsigned) return null
  const author = found.author
  if (!author)
    return {
      externalId: `source ${source.id}`,
      handle: null,
      handleKey: null,
      name: cleanLine(source.title, 100),
      url: safeUrl(source.url),
    }
  const handle = cleanLine(author.handle, 200)
  return {
    externalId: externalIdOf(channel, source.id, author.id),
    handle,
    handleKey: handle?.replace(/^@/, '').toLowerCase() ?? null,
    name: cleanLine(author.name, 100),
    url: safeUrl(author.url),
  }
}

function takeTags(found: FoundPost, typed: FoundTag[], remarks: Remark[]): TakenPost['tags'] {
  const tags = new Map<string, string>()
  for (const { key, written } of typed) if (!tags.has(key)) tags.set(key, written)
  const folds = new Set([...tags.keys()].map(tagFold))
  for (const listed of found.tags.slice(0, 1000)) {
    const written = (cleanLine(listed, 110) ?? '').replace(/^[#＃﹟]/u, '')
    const [only] = findTags(`#${written}`)
    // A platform lists a folded form of what the author typed; what stands in the text is what was meant.
    if (!only || only.written !== written || folds.has(tagFold(written))) continue
    if (!tags.has(only.key)) tags.set(tagKey(written), written)
  }
  const all = [...tags].map(([key, written]) => ({ key, written }))
  if (all.length > MOST_TAGS)
    remarks.push({ code: 'tags-dropped', values: { dropped: all.length - MOST_TAGS } })
  return all.slice(0, MOST_TAGS)
}

function takeMedia(found: readonly FoundMedia[], base: string | null, remarks: Remark[]): TakenMedia[] {
  const media = new Map<string, TakenMedia>()
  for (const one of found) {
    const url = httpUrl(one.url, base)
    const alt = cleanLine(one.alt, 1500)
    // The name of a file describes nothing.
    const said = alt && !/^\S+\.(?:jpe?g|png|gif|webp|heic|avif)$/i.test(alt) ? alt : null
    const size = (n: number | null) => (n !== null && Number.isInteger(n) && n > 0 && n < 100_000 ? n : null)
    if (url && !media.has(url))
      media.set(url, {
        kind: one.kind,
        url,
        alt: said,
        width: size(one.width),
        height: size(one.height),
        seconds: count(one.seconds),
        captions: one.captions ?? null,
      })
  }
  if (media.size > MOST_MEDIA)
    remarks.push({ code: 'media-dropped', values: { dropped: media.size - MOST_MEDIA } })
  return [...media.values()].slice(0, MOST_MEDIA)
}

// Elsewhere the address of a picture differs by server and by hour; there the time of the edit tells.
function pictureIdentity(one: TakenMedia, channel: ChannelName): string | null {
  // Bluesky tells no edits, and its addresses end with the hash of the picture.
  if (channel === 'bluesky') return /([^/]+?)(?:@\w+)?$/.exec(new URL(one.url).pathname)?.[1] ?? null
  return channel === 'feed' || channel === 'wordpress' ? (one.url.split('?')[0] ?? null) : null
}

function takeDate(written: Date | null, now: Date, remarks: Remark[]): Date {
  if (!written || Number.isNaN(written.getTime())) {
    remarks.push({ code: 'undated' })
    return now
  }
  const first = new Date(now)
  first.setUTCFullYear(first.getUTCFullYear() - YEARS_BACK)
  const last = new Date(now.getTime() + 5 * MINUTE)
  if (written >= first && written <= last) return written
  remarks.push({ code: 'date-clamped', values: { written: written.toISOString() } })
  return written < first ? first : last
}

function takeEdit(written: Date | null, publishedAt: Date, now: Date): Date | null {
  if (!written || Number.isNaN(written.getTime())) return null
  const late = written.getTime() - publishedAt.getTime() > MINUTE
  return late && written.getTime() <= now.getTime() + 5 * MINUTE ? written : null
}

function takeLanguage(
  told: string | null,
  { text, marks }: Pick<Text, 'text' | 'marks'>,
  detect: IntakeContext['detect'],
) {
  const [own = ''] = (told ?? '').toLowerCase().split(/[-_]/)
  if (/^[a-z]{2,3}$/.test(own) && own !== 'und' && own !== 'zxx') return own
  const cut = cutterOf(text)
  let at = 0
  const words: string[] = []
  // Tags, names and addresses belong to no language.
  for (const mark of marks) {
    words.push(cut(at, mark.start))
    at = Math.max(at, mark.end)
  }
  // Three sentences tell the language; more would only take time.
  const plain = [...words, cut(at)].join(' ').slice(0, 500)
  return (plain.match(/\p{L}/gu) ?? []).length >= 20 ? detect(plain) : null
}

function takeCard({ card, url }: FoundPost): Card | null {
  const address = safeUrl(card?.url, httpUrl(url))
  const title = cleanLine(card?.title, 200)
  return card && address && title ? { url: address, title, text: cleanLine(card.text, 300) } : null
}

function takeEvent({ event }: FoundPost): PostEvent | null {
  const text = (at: Date | null) => (at && !Number.isNaN(at.getTime()) ? at.toISOString() : null)
  const starts_at = text(event?.startsAt ?? null)
  if (!event || !starts_at) return null
  return { starts_at, ends_at: text(event.endsAt), place: cleanLine(event.place, 200) }
}

function takeQuote({ quote }: FoundPost): Quote | null {
  const text = quote ? readText(quote.text, 1000).text : ''
  return quote && text ? { url: safeUrl(quote.url), author: cleanLine(quote.author, 100), text } : null
}

/** Hash of the words alone, where there are enough of them to be nobody else's by chance. */
function textKeyOf(text: string): string | null {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return lengthOf(words) >= 40 ? hash(words) : null
}

/** Counts as a platform tells them: whole, not negative, or not known. */
export function takeCounts(told: Counts): TakenPost['counts'] {
  const { likes, comments, shares, views } = told
  return { likes: count(likes), comments: count(comments), shares: count(shares), views: count(views) }
}

function count(told: number | null | undefined): number | null {
  return typeof told === 'number' && told >= 0 && told <= 2_147_483_647 ? Math.round(told) : null
}

// An id means nothing to us but must be storable: PostgreSQL takes no NUL and no half of a surrogate pair.
const opaque = (id: string) => id.toWellFormed().replaceAll('\0', '')

const hash = (value: unknown) => digest('sha256', JSON.stringify(value), 'base64url').slice(0, 22)

// Rows become public JSON: the only way out, so what is not written here never leaves the service.
import { isIP } from 'node:net'
import type { ChannelName } from '../../config/place.ts'
import type { Mark } from '../../db/schema.ts'
import type { MediaRows, PostRows } from '../../db/walls.ts'
import { endOfWords, foldAt } from '../domain/fold.ts'
import { missingLanguages } from '../domain/footing.ts'
import { safeUrl } from '../domain/link.ts'
import { pictureWidths } from '../domain/pictures.ts'
import { renderHtml } from '../domain/render.ts'
import { mayShowPicture, type Rights } from '../domain/rights.ts'
import type { PublicMedia, PublicPost } from './contract.ts'

/** What arranging has already found out about the post. */
export type Shown = { rights: Rights; tags: string[]; families: readonly string[]; pinned: boolean }

/** Undefined when nothing may leave, or nothing can be linked to; `languages` are all that the wall speaks. */
export function presentPost(
  row: PostRows,
  shown: Shown,
  language: string,
  languages: readonly string[],
): PublicPost | undefined {
  const url = safeUrl(row.url)
  if (shown.rights.shown === 'never' || !url) return undefined
  const bare = {
    id: row.public_id,
    channel: row.channel,
    url,
    site: siteOf(row, url),
    lang: row.lang,
    sample: row.sample,
    tags: shown.tags,
    families: [...shown.families],
    published_at: row.published_at.toISOString(),
    edited_at: row.edited_at?.toISOString() ?? null,
    pinned: shown.pinned,
    lifted: row.lifted,
  }
  if (shown.rights.shown === 'link')
    return {
      ...bare,
      shown: 'link',
      title: null,
      text: '',
      html: '',
      fold: null,
      author: null,
      media: [],
      event: null,
      card: null,
      quote: null,
      counts: { likes: null, comments: null, shares: null, views: null },
    }
  const { html, fold } = presentText(row)
  const cardUrl = safeUrl(row.card?.url)
  return {
    ...bare,
    shown: 'whole',
    title: row.title,
    text: row.text,
    html,
    fold,
    author: row.account_kind && {
      name: row.account_name,
      handle: row.account_handle,
      url: safeUrl(row.account_url),
      kind: row.account_kind,
      mark: row.account_kind === 'partner' ? row.account_mark : null,
      avatar: null,
    },
    media: row.media.flatMap((one) => presentMedia(one, shown.rights, row, { language, languages }) ?? []),
    event: row.event,
    card: row.card && cardUrl ? { ...row.card, url: cardUrl } : null,
    quote: row.quote && { ...row.quote, url: safeUrl(row.quote.url) },
    counts: { likes: row.likes, comments: row.comments, shares: row.shares, views: row.views },
  }
}

/** Channels that are websites: a post of theirs says which. */
const siteChannels: ReadonlySet<ChannelName> = new Set(['feed', 'wordpress', 'pasted'])

/** A site is named by its host; where that is only a number, by what it calls itself. */
function siteOf({ channel, account_name }: PostRows, url: string): string | null {
  if (!siteChannels.has(channel)) return null
  const host = new URL(url).hostname.replace(/^www\./, '')
  return isIP(host) ? (account_name ?? host) : host
}

type Drawn = { html: string; fold: number | null }
/** A row's text is the same in every language, form and length of its wall. */
const drawn = new WeakMap<PostRows, Drawn>()

function presentText(row: PostRows): Drawn {
  const before = drawn.get(row) ?? drawText(row.text, row.marks)
  drawn.set(row, before)
  return before
}

function drawText(text: string, marks: Mark[]): Drawn {
  const points = [...text]
  const end = endOfWords(text, marks)
  const piece = (from: number, to: number) =>
    renderHtml(
      points.slice(from, to).join(''),
      marks
        .filter((mark) => mark.start >= from && mark.end <= to)
        .map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from })),
    )
  const at = foldAt(points.slice(0, end).join(''), marks)
  if (at === null) return { html: piece(0, end), fold: null }
  const head = piece(0, at)
  return { html: head + piece(at, end), fold: head.length }
}

function presentMedia(
  row: MediaRows,
  rights: Rights,
  { sensitive, lang }: Pick<PostRows, 'sensitive' | 'lang'>,
  { language, languages }: { language: string; languages: readonly string[] },
): PublicMedia | undefined {
  const facts = {
    copied: row.copy === 'public' && row.sha256 !== null,
    described: missingLanguages(row, languages).length === 0,
  }
  if (!mayShowPicture(facts, rights).shown || !row.width || !row.height) return undefined
  const decorative = row.descriptions.some((one) => one.decorative)
  const { words, spoken } = wordsOn(row, lang, [language, ...languages])
  const widths = pictureWidths(row.width)
  const path = (width: number) => `/media/${row.public_id}/${width}.webp`
  const width = widths.includes(640) ? 640 : (widths.at(-1) as number)
  const still = path(width)
  return {
    kind: row.kind,
    src: row.kind === 'image' ? still : null,
    srcset: widths.map((one) => `${path(one)} ${one}w`).join(', '),
    width,
    height: Math.max(1, Math.round((width * row.height) / row.width)),
    alt: decorative ? '' : words,
    lang: spoken && spoken !== language ? spoken : null,
    decorative,
    poster: row.kind === 'image' ? null : still,
    crop: row.crop && rights.crop,
    focus: row.focus,
    tone: row.tone,
    sensitive,
    seconds: row.seconds,
    captions: row.captions,
  }
}

/**
 * The author's own words first, where they are in the reader's language; else ours in it, else theirs in another, else
 * ours in the first language that we have them in: a picture that says something is never without words.
 */
function wordsOn(row: MediaRows, lang: string | null, [language, ...others]: string[]) {
  const own = row.author_alt?.trim()
  const oursIn = (wanted: string | undefined) => row.descriptions.find((one) => one.lang === wanted)
  const ours = oursIn(language)
  if (own && (lang === language || !ours)) return { words: own, spoken: lang }
  const said = ours ?? oursIn(others.find(oursIn))
  return { words: said?.text.trim() ?? '', spoken: said?.lang ?? null }
}

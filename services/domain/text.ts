// Foreign text made ours: plain, in NFC, free of tricks, of a bounded length, with its links, tags and mentions marked.
import type { Mark } from '../../db/schema.ts'
import { safeUrl } from './link.ts'
import { counterOf, lengthOf } from './points.ts'
import { type FoundTag, findTags } from './tags.ts'

/** `tags` are all of the text's, also those within a link, which have no mark of their own. */
export type Text = { text: string; marks: Mark[]; tags: FoundTag[]; cut: boolean }
/** A stretch of the raw text that was a link; offsets live in the text itself, as CLOSE and OPEN characters. */
export type RawText = { text: string; hrefs: string[] }

/** Two noncharacters, which no text can mean, hold the ends of links while the text around them is cleaned. */
export const OPEN = '\ufdd0'
export const CLOSE = '\ufdd1'
const ends = /[\ufdd0\ufdd1]/

const LONGEST = 10_000
const LONGEST_RAW = 100_000
// Overrides and isolates that make text run backwards, and characters that show nothing.
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const invisible = /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g
const tagCharacters = /[\u{e0000}-\u{e007f}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
const noncharacters = /[\ufdd0-\ufdef\ufffe\uffff]/g
// What nearly all texts are made of, and nothing below changes: European letters, signs, pictures, ends of links.
const plain = new RegExp(
  String.raw`^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf` +
    String.raw`\u2600-\u27bf\ufdd0\ufdd1\u{1f300}-\u{1faff}]*$`,
  'u',
)

/** Plain text of one piece as ours, without marks, in one line of at most `longest` characters; null when empty. */
export function cleanLine(raw: string | null | undefined, longest: number): string | null {
  if (!raw) return null
  const line = clean(raw.slice(0, 8 * longest).replace(noncharacters, ''))
    .replace(/\s+/g, ' ')
    .trim()
  const { text, cut } = cutAtWord(line, longest)
  return (cut ? text.replace(/[,;:–-]+…$/, '…') : text) || null
}

/** Plain text that a platform sent: cleaned, and bare addresses and tags found in it. */
export function readText(raw: string, longest = LONGEST): Text {
  return finish(
    { text: raw.slice(0, LONGEST_RAW).replace(noncharacters, ''), hrefs: [] },
    longest,
    raw.length,
  )
}

/** Cleans a text whose links stand between OPEN and CLOSE, and turns those into marks. */
export function finish(raw: RawText, longest = LONGEST, length = 0): Text {
  const cleaned = clean(raw.text)
  const moved = ends.test(cleaned) ? moveEnds(cleaned) : cleaned
  const { text: joined, links } = takeOut(tidy(moved).trim(), raw.hrefs)
  const text = limitMarks(joined)
  const short = cutAtWord(text, longest)
  // Where taking out the ends let letters join anew, the places of the links are lost; the text comes first.
  const kept = text === joined ? links.filter((mark) => mark.end <= short.kept) : []
  const tags = findTags(short.text)
  const marks = markUp(short.text, kept, tags)
  return { text: short.text, marks, tags, cut: short.cut || length > LONGEST_RAW }
}

function clean(raw: string): string {
  if (plain.test(raw)) return tidy(raw)
  const visible = raw
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(bidi, '')
    .replace(invisible, '')
    .replace(tagCharacters, '')
  return tidy(limitMarks(visible).replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1'))
}

// Four marks are enough for every script that people write; towers of them cover the neighbours.
function limitMarks(text: string): string {
  if (plain.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .normalize('NFC')
}

function tidy(text: string): string {
  if (!/[\t\p{Zs}]{2}|\t|\n\n\n|\p{Zs}\n|\n\p{Zs}/u.test(text)) return text
  return text
    .replace(/[\t\p{Zs}]{2,}|\t/gu, ' ')
    .replace(/\p{Zs}?\n\p{Zs}?/gu, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

/** Ends of links moved off the spaces beside them, and a combining mark to its letter, on whichever side it stood. */
function moveEnds(text: string): string {
  return text
    .replace(/([\ufdd0\ufdd1]+)([\p{M}\u200c\u200d]+)/gu, '$2$1')
    .normalize('NFC')
    .replace(/(\ufdd0+)(\s+)/g, '$2$1')
    .replace(/(\s+)(\ufdd1+)/g, '$2$1')
}

function takeOut(cleaned: string, hrefs: string[]): { text: string; links: Mark[] } {
  if (!ends.test(cleaned)) return { text: cleaned, links: [] }
  const links: Mark[] = []
  let text = ''
  let length = 0
  let nth = 0
  let open: { at: number; start: number } | undefined
  for (const part of cleaned.split(/([\ufdd0\ufdd1])/)) {
    if (part === OPEN) open = { at: text.length, start: length }
    else if (part === CLOSE) {
      const href = hrefs[nth++]
      if (open && href && length > open.start)
        links.push({ start: open.start, end: length, kind: kindOf(text.slice(open.at)), href })
      open = undefined
    } else {
      text += part
      length += lengthOf(part)
    }
  }
  const lead = lengthOf(text) - lengthOf(text.trimStart())
  const shift = (mark: Mark): Mark => ({ ...mark, start: mark.start - lead, end: mark.end - lead })
  const trimmed = text.trim()
  const most = lengthOf(trimmed)
  return { text: trimmed, links: links.map(shift).filter((one) => one.start >= 0 && one.end <= most) }
}

const kindOf = (words: string) => (/^@\S+$/.test(words) ? 'mention' : 'link')

/** Cut at the last space of the last tenth, or in the middle of a word that is longer, with "…". */
function cutAtWord(text: string, longest: number): { text: string; cut: boolean; kept: number } {
  const points = text.length <= longest ? [] : [...text]
  if (points.length <= longest) return { text, cut: false, kept: longest }
  const floor = longest * 0.9
  let end = longest - 1
  while (end > floor && points[end]?.trim() !== '') end--
  if (end <= floor) end = longest - 1
  while (end > 0 && /[\p{M}\u200c\u200d]/u.test(points[end] as string)) end--
  const kept = points.slice(0, end).join('').trimEnd()
  return { text: `${kept}…`, cut: true, kept: [...kept].length }
}

/** Adds bare addresses and tags to the links; in the end no two marks touch the same character. */
function markUp(text: string, links: Mark[], tags: FoundTag[]): Mark[] {
  const taken: Mark[] = []
  const covered = new Uint8Array(text.length)
  const take = (mark: Mark) => {
    if (covered.subarray(mark.start, mark.end).includes(1)) return
    covered.fill(1, mark.start, mark.end)
    taken.push(mark)
  }
  const whole = new Set(tags.map((tag) => `${tag.start}-${tag.end}`))
  for (const link of links) if (!whole.has(`${link.start}-${link.end}`)) take(link)
  for (const link of bareLinks(text)) take(link)
  for (const { start, end, key } of tags) take({ start, end, kind: 'tag', href: null, key })
  return taken.sort((a, b) => a.start - b.start)
}

const address = /(?<![\p{L}\p{N}])[hH][tT][tT][pP][sS]?:\/\/[^\s<>"\u201c\u201d\u00ab\u00bb]*/gu

function bareLinks(text: string): Mark[] {
  const found: Mark[] = []
  const count = counterOf(text)
  for (const { 0: written, index } of text.matchAll(address)) {
    const words = withoutPunctuation(written)
    const href = safeUrl(words)
    const start = count(index)
    if (href) found.push({ start, end: start + lengthOf(words), kind: 'link', href })
  }
  return found
}

// A closing bracket belongs to the address when its opening one does: …/Kemijärvi_(kaupunki)
function withoutPunctuation(written: string): string {
  const count = (sign: string) => written.split(sign).length - 1
  let open = count('(') - count(')')
  let end = written.length
  while (end && /[.,;:!?…'’*_)\]]/.test(written[end - 1] as string)) {
    if (written[end - 1] === ')' && open++ >= 0) break
    end--
  }
  return written.slice(0, end)
}

// Foreign text made ours: plain, in NFC, free of tricks, of a bounded length, with its links, tags and mentions marked.
import type { Mark } from '../../db/schema.ts'
import { safeUrl } from './link.ts'
import { findTags } from './tags.ts'

export type Text = { text: string; marks: Mark[]; cut: boolean }
/** A stretch of the raw text that was a link; offsets live in the text itself, as CLOSE and OPEN characters. */
export type RawText = { text: string; hrefs: string[] }

/** Two noncharacters, which no text can mean, hold the ends of links while the text around them is cleaned. */
export const OPEN = '\ufdd0'
export const CLOSE = '\ufdd1'

const LONGEST = 10_000
const LONGEST_RAW = 100_000
// Overrides and isolates that make text run backwards, and characters that show nothing.
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const invisible = /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g
const tagCharacters = /[\u{e0000}-\u{e007f}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
const noncharacters = /[\ufdd0-\ufdef\ufffe\uffff]/g

/** Plain text of one piece as ours, without marks, in one line of at most `longest` characters; null when empty. */
export function cleanLine(raw: string | null | undefined, longest: number): string | null {
  if (!raw) return null
  const line = clean(raw.slice(0, 8 * longest).replace(noncharacters, ''))
    .replace(/\s+/g, ' ')
    .trim()
  return cutAtWord(line, longest).text || null
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
  const moved = clean(raw.text)
    // A combining mark belongs to the letter before it, on whichever side of a link's end it was written.
    .replace(/([\ufdd0\ufdd1]+)([\p{M}\u200c\u200d]+)/gu, '$2$1')
    .normalize('NFC')
    .replace(/(\ufdd0+)(\s+)/g, '$2$1')
    .replace(/(\s+)(\ufdd1+)/g, '$2$1')
  const { text: joined, links } = takeOut(tidy(moved).trim(), raw.hrefs)
  const text = limitMarks(joined)
  const short = cutAtWord(text, longest)
  // Where taking out the ends let letters join anew, the places of the links are lost; the text comes first.
  const kept = text === joined ? links.filter((mark) => mark.end <= short.kept) : []
  return { text: short.text, marks: markUp(short.text, kept), cut: short.cut || length > LONGEST_RAW }
}

function clean(raw: string): string {
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
const limitMarks = (text: string) =>
  text
    .normalize('NFC')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .normalize('NFC')

const tidy = (text: string) =>
  text
    .replace(/[\t\p{Zs}]{2,}|\t/gu, ' ')
    .replace(/\p{Zs}?\n\p{Zs}?/gu, '\n')
    .replace(/\n{3,}/g, '\n\n')

function takeOut(cleaned: string, hrefs: string[]): { text: string; links: Mark[] } {
  const links: Mark[] = []
  const out: string[] = []
  let nth = 0
  let open = -1
  for (const point of cleaned) {
    if (point === OPEN) open = out.length
    else if (point === CLOSE) {
      const href = hrefs[nth++]
      if (open >= 0 && href && out.length > open) links.push(linkMark(out, open, href))
      open = -1
    } else out.push(point)
  }
  const text = out.join('')
  const lead = [...text].length - [...text.trimStart()].length
  const shift = (mark: Mark): Mark => ({ ...mark, start: mark.start - lead, end: mark.end - lead })
  const length = [...text.trim()].length
  return { text: text.trim(), links: links.map(shift).filter((one) => one.start >= 0 && one.end <= length) }
}

function linkMark(points: string[], start: number, href: string): Mark {
  const words = points.slice(start)
  const mention = words[0] === '@' && words.length > 1 && !words.some((one) => one.trim() === '')
  return { start, end: points.length, kind: mention ? 'mention' : 'link', href }
}

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
function markUp(text: string, links: Mark[]): Mark[] {
  const points = [...text]
  const taken: Mark[] = []
  const free = (mark: Mark) => taken.every((one) => mark.end <= one.start || mark.start >= one.end)
  const tags = findTags(text)
  const whole = new Set(tags.map((tag) => `${tag.start}-${tag.end}`))
  for (const link of links) if (!whole.has(`${link.start}-${link.end}`) && free(link)) taken.push(link)
  for (const link of bareLinks(points)) if (free(link)) taken.push(link)
  for (const { start, end, key } of tags) {
    const mark: Mark = { start, end, kind: 'tag', href: null, key }
    if (free(mark)) taken.push(mark)
  }
  return taken.sort((a, b) => a.start - b.start)
}

function bareLinks(points: string[]): Mark[] {
  const found: Mark[] = []
  for (let at = 0; at < points.length; at++) {
    if (points[at] !== 'h' && points[at] !== 'H') continue
    if (!/^https?:\/\//i.test(points.slice(at, at + 8).join(''))) continue
    if (at > 0 && /[\p{L}\p{N}]/u.test(points[at - 1] as string)) continue
    let end = at
    while (end < points.length && !/[\s<>"\u201c\u201d\u00ab\u00bb]/u.test(points[end] as string)) end++
    const next = end
    while (end > at && /[.,;:!?…'’*_)\]]/.test(points[end - 1] as string) && !closes(points, at, end)) end--
    const href = safeUrl(points.slice(at, end).join(''))
    if (href) found.push({ start: at, end, kind: 'link', href })
    at = next
  }
  return found
}

// A closing bracket belongs to the address when its opening one does: …/Kemijärvi_(kaupunki)
function closes(points: string[], start: number, end: number): boolean {
  if (points[end - 1] !== ')') return false
  const inside = points.slice(start, end)
  return inside.filter((one) => one === '(').length >= inside.filter((one) => one === ')').length
}

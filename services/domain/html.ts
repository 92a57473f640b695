// Remote HTML read into plain text with links: of a parser's events a few make lines, links and gaps, the rest nothing.
import { Parser } from 'htmlparser2'
import { safeUrl } from './link.ts'
import { CLOSE, finish, OPEN, type RawText, type Text } from './text.ts'

const LONGEST = 100_000
const paragraphs = new Set([
  'p',
  'blockquote',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'table',
  'figure',
  'hr',
])
const lines = ['div', 'section', 'article', 'header', 'footer', 'figcaption', 'dt', 'dd', 'tr', 'br', 'li']
const dropped = new Set([
  ...[
    'script',
    'style',
    'textarea',
    'option',
    'select',
    'button',
    'form',
    'noscript',
    'template',
    'title',
    'head',
  ],
  ...[
    'object',
    'embed',
    'iframe',
    'svg',
    'math',
    'audio',
    'video',
    'canvas',
    'xmp',
    'noembed',
    'noframes',
    'plaintext',
  ],
])
const known = new Set([...paragraphs, ...lines, 'td', 'th', 'a'])

/** HTML as plain text with marks. `base` is the page it stood on; the length is capped before anything is read. */
export function readHtml(html: string, base: string | null = null, longest?: number): Text {
  return finish(linesOf(html, base), longest, html.length)
}

/** A headline that may carry tags and entities, as the characters they stand for. */
export function readHeadline(html: string): string {
  return linesOf(html.slice(0, 4000), null).text.replaceAll(OPEN, '').replaceAll(CLOSE, '')
}

function linesOf(html: string, base: string | null): RawText {
  const out: string[] = []
  const hrefs: string[] = []
  const lists: (number | null)[] = []
  let text = ''
  let link: string | null = null
  let gap = 0
  /** How deep within an element of which nothing is read. */
  let silent = 0
  const write = (words: string) => {
    if (gap) out.push('\n'.repeat(gap))
    gap = 0
    out.push(words)
  }
  const flush = () => {
    const words = text.replace(/[\t\n\f\r ]+/g, ' ')
    if (words.trim() || (words && !gap)) write(words)
    text = ''
  }
  const openGap = (name: string, closing: boolean) => {
    const list = name === 'ol' || name === 'ul'
    if (list && closing) lists.pop()
    gap = Math.max(gap, paragraphs.has(name) && !(list && lists.length) ? 2 : 1)
    if (list && !closing) lists.push(name === 'ol' ? 0 : null)
    if (name === 'li' && !closing) write(bullet(lists))
  }
  const openLink = (href = '') => {
    link = safeUrl(href, base)
    if (link) write(OPEN)
  }
  const closeLink = () => {
    if (link && out.at(-1) === OPEN) out.pop()
    else if (link) {
      out.push(CLOSE)
      hrefs.push(link)
    }
    link = null
  }
  const parser = new Parser({
    ontext(words) {
      if (!silent) text += words
    },
    onopentag(name, { href }) {
      if (silent || dropped.has(name)) return void silent++
      if (!known.has(name)) return
      flush()
      if (name === 'br') write('\n')
      else if (name === 'a') openLink(href)
      else if (name === 'td' || name === 'th') write(' ')
      else openGap(name, false)
    },
    onclosetag(name) {
      if (silent) return void silent--
      if (!known.has(name) || name === 'br') return
      flush()
      if (name === 'a') closeLink()
      else if (name === 'td' || name === 'th') write(' ')
      else openGap(name, true)
    },
  })
  // Two noncharacters stand for the ends of links below.
  parser.end(html.slice(0, LONGEST).replace(/[\ufdd0-\ufdef\ufffe\uffff]/g, ''))
  flush()
  return { text: out.join(''), hrefs }
}

function bullet(lists: (number | null)[]): string {
  const count = lists.at(-1)
  if (typeof count !== 'number') return '• '
  lists[lists.length - 1] = count + 1
  return `${count + 1}. `
}

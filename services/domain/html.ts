// Remote HTML read into plain text with links: an allow-list first, then the little that is left becomes lines.
import sanitize from 'sanitize-html'
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
const dropped = [
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
]
const allowed: sanitize.IOptions = {
  allowedTags: [...paragraphs, ...lines, 'td', 'th', 'a'],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https'],
  nonTextTags: dropped,
  nestingLimit: 50,
  enforceHtmlBoundary: false,
}

/** HTML as plain text with marks. `base` is the page it stood on; the length is capped before anything is read. */
export function readHtml(html: string, base: string | null = null, longest?: number): Text {
  return finish(linesOf(html, base), longest, html.length)
}

/** A headline that may carry tags and entities, as the characters they stand for. */
export function readHeadline(html: string): string {
  return linesOf(html.slice(0, 4000), null).text.replaceAll(OPEN, '').replaceAll(CLOSE, '')
}

function linesOf(html: string, base: string | null): RawText {
  const safe = sanitize(html.slice(0, LONGEST).replace(/[\ufdd0-\ufdef\ufffe\uffff]/g, ''), allowed)
  const out: string[] = []
  const hrefs: string[] = []
  const lists: (number | null)[] = []
  let link: string | null = null
  let gap = 0
  const write = (text: string) => {
    if (gap) out.push('\n'.repeat(gap))
    gap = 0
    out.push(text)
  }
  // What the sanitiser leaves is regular: each < begins one of our own elements, each other character is text.
  for (const part of safe.split(/(<[^>]*>)/)) {
    if (!part.startsWith('<')) {
      const text = unescaped(part).replace(/[\t\n\f\r ]+/g, ' ')
      if (text.trim() || (text && !gap)) write(text)
      continue
    }
    const [, closing = '', name = ''] = /^<(\/?)(\w+)/.exec(part) ?? []
    if (name === 'br') write('\n')
    else if (name === 'td' || name === 'th') write(' ')
    else if (name === 'a' && !closing) {
      link = safeUrl(unescaped(/ href="([^"]*)"/.exec(part)?.[1] ?? ''), base)
      if (link) write(OPEN)
    } else if (name === 'a') {
      if (link && out.at(-1) === OPEN) out.pop()
      else if (link) {
        out.push(CLOSE)
        hrefs.push(link)
      }
      link = null
    } else {
      const list = name === 'ol' || name === 'ul'
      if (list && closing) lists.pop()
      gap = Math.max(gap, paragraphs.has(name) && !(list && lists.length) ? 2 : 1)
      if (list && !closing) lists.push(name === 'ol' ? 0 : null)
      if (name === 'li' && !closing) write(bullet(lists))
    }
  }
  return { text: out.join(''), hrefs }
}

function bullet(lists: (number | null)[]): string {
  const count = lists.at(-1)
  if (typeof count !== 'number') return '• '
  lists[lists.length - 1] = count + 1
  return `${count + 1}. `
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
// The sanitiser writes these four and no others.
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot);/g, (_, name) => entities[name] ?? '')

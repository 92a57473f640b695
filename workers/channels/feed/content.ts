// The HTML of a feed's story: addresses made whole, pictures found, forms and everything that acts left out.
import sanitizeHtml from 'sanitize-html'
import { withinReason } from '../plain.ts'

/** Characters of a story and of an address; what is longer was not written for people. */
export const LONGEST = 300_000
export const LONGEST_ADDRESS = 4_000
const TAGS = [
  'a',
  'b',
  'blockquote',
  'br',
  'code',
  'dd',
  'div',
  'dl',
  'dt',
  'em',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'img',
  'li',
  'ol',
  'p',
  'pre',
  'q',
  's',
  'section',
  'span',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'u',
  'ul',
]
const SILENT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'xmp',
  'form',
  'select',
  'button',
  'iframe',
  'object',
  'svg',
  'math',
  'template',
  'head',
  'title',
]

export type Picture = { url: string; alt: string | null; width: number | null; height: number | null }

/** What stands behind a password is a form and a sentence about it; the headline is all that is public. */
export function isLocked(html: string): boolean {
  return /post-password-form|post-password-required/.test(html)
}

/** A story's HTML with whole addresses, and the pictures in it (not the one-pixel ones that count readers). */
export function readContent(html: string, base: string): { html: string; pictures: Picture[] } {
  const pictures: Picture[] = []
  const clean = sanitizeHtml(withinReason(onceEscaped(html), LONGEST), {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    nonTextTags: SILENT,
    nestingLimit: 60,
    transformTags: {
      a: (tagName, { href }) => {
        const url = absolute(href, base)
        return { tagName, attribs: url ? { href: url } : {} }
      },
      img: (tagName, { src, 'data-src': lazy, alt, width, height }) => {
        const url = webAddress(src, base) ?? webAddress(lazy, base)
        const [w, h] = [size(width), size(height)]
        if (url && (w ?? 9) > 2 && (h ?? 9) > 2)
          pictures.push({ url, alt: alt?.trim() || null, width: w, height: h })
        return { tagName, attribs: url ? { src: url, alt: alt ?? '' } : {} }
      },
    },
  })
  return { html: clean, pictures }
}

/**
 * HTML whose letters and quotes were escaped once too often. Nobody means to show `J&auml;rvi` to a reader; `&lt;` and
 * `&amp;` stay as they are, for people do write about tags.
 */
export function onceEscaped(html: string): string {
  return html.replace(
    /&amp;(#\d{2,6}|#x[\da-f]{2,5}|[a-z]+(?:uml|ring|acute|grave)|nbsp|quot|apos|[mn]dash|[lr][sd]quo|hellip|euro);/gi,
    '&$1;',
  )
}

/** The whole address of a link; null when it is none. */
export function absolute(href: string | undefined | null, base: string): string | null {
  const text = href?.trim()
  return text && URL.canParse(text, base) ? new URL(text, base).href : null
}

/** The whole address when it can be visited. */
export function webAddress(href: string | undefined | null, base: string): string | null {
  const url = absolute(href, base)
  return url && /^https?:/.test(url) && url.length <= LONGEST_ADDRESS ? url : null
}

export function size(text: unknown): number | null {
  const n = Number(text)
  return Number.isInteger(n) && n > 0 && n < 100_000 ? n : null
}

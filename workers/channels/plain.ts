// Foreign HTML as plain text: for headlines, quotes, and finding the tags an author typed.
import sanitizeHtml from 'sanitize-html'

const LONGEST = 50_000
const MOST_TAGS = 5_000
const named: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The words of a piece of HTML; paragraphs and breaks become line ends, so that words do not run together. */
export function plainOf(html: string): string {
  const broken = withinReason(html, LONGEST).replace(
    /<br\s*\/?>|<\/(?:p|div|li|h[1-6]|blockquote)>/gi,
    '$&\n',
  )
  return sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {}, nestingLimit: 50 })
    .replace(/&(?:amp|lt|gt|quot);/g, (sign) => named[sign] ?? sign)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
}

/** The start of the HTML: tags cost far more to read than words, and open ones more than closed. */
export function withinReason(html: string, longest: number): string {
  let end = -1
  for (let tags = 0; tags <= MOST_TAGS; tags++) {
    end = html.indexOf('<', end + 1)
    if (end < 0 || end > longest) return html.slice(0, longest)
  }
  return html.slice(0, end)
}

/** The words on one line; null when nothing is left. */
export function lineOf(html: string | undefined | null): string | null {
  return plainOf(html ?? '').replace(/\s+/g, ' ') || null
}

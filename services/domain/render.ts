// Text and marks become HTML by construction: paragraphs, line breaks and links, and nothing else can come out.
import type { Mark } from '../../db/schema.ts'
import { safeUrl } from './link.ts'

const REL = 'nofollow noopener noreferrer ugc'
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

/** `<p>`, `<br>` and `<a href rel>` from a text and its marks; a mark that does not fit the text is passed over. */
export function renderHtml(text: string, marks: readonly Mark[]): string {
  const points = [...text]
  const out: string[] = []
  let at = 0
  for (const { start, end, href } of [...marks].sort((a, b) => a.start - b.start)) {
    const address = href === null ? null : safeUrl(href)
    const fits = Number.isInteger(start) && Number.isInteger(end) && start >= at && end <= points.length
    const words = points.slice(start, end).join('')
    // A link over a paragraph's end would leave the paragraph: its words stay, the link does not.
    if (!address || !fits || !words || words.includes('\n\n')) continue
    out.push(escaped(points.slice(at, start).join('')))
    out.push(`<a href="${escaped(address)}" rel="${REL}">${escaped(words)}</a>`)
    at = end
  }
  out.push(escaped(points.slice(at).join('')))
  return out
    .join('')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('')
}

// Bluesky's rich text: stretches of a post counted in UTF-8 bytes, read into HTML with links and into tags.
import { z } from 'zod'
import { httpUrl } from '../../../services/domain/link.ts'

const place = z.int().min(0).max(100_000)
const facetShape = z.looseObject({
  index: z.looseObject({ byteStart: place, byteEnd: place }),
  features: z.array(z.looseObject({ $type: z.string() })).max(20),
})
const kind = 'app.bsky.richtext.facet#'
const featureShape = z.union([
  z.object({ $type: z.literal(`${kind}link`), uri: z.string() }),
  z.object({ $type: z.literal(`${kind}mention`), did: z.string().regex(/^did:[a-z]+:[\w.:%-]+$/) }),
  z.object({ $type: z.literal(`${kind}tag`), tag: z.string().min(1).max(640) }),
])
type Feature = z.infer<typeof featureShape>
type Stretch = { start: number; end: number; href: string }

const MOST = 200

/** The text with its links as HTML, and the tags that its facets name. A facet that fits nowhere is as if not there. */
export function readFacets(text: string, given: readonly unknown[]): { html: string; tags: string[] } {
  const bytes = Buffer.from(text, 'utf8')
  const links: Stretch[] = []
  const tags: string[] = []
  for (const one of given.slice(0, MOST)) {
    const facet = facetShape.safeParse(one).data
    if (!facet) continue
    const features = facet.features.flatMap((feature) => featureShape.safeParse(feature).data ?? [])
    for (const feature of features) if ('tag' in feature) tags.push(feature.tag)
    const { byteStart: start, byteEnd: end } = facet.index
    const href = features.map(addressOf).find((address) => address !== null)
    if (href && start < end && isEdge(bytes, start) && isEdge(bytes, end)) links.push({ start, end, href })
  }
  return { html: htmlOf(bytes, links), tags }
}

// Tags are found in the text by our own rule and need no address.
function addressOf(feature: Feature): string | null {
  if ('uri' in feature) return httpUrl(feature.uri)
  return 'did' in feature ? `https://bsky.app/profile/${feature.did}` : null
}

/** Whether a character begins at this byte, or the text ends there. */
function isEdge(bytes: Buffer, at: number): boolean {
  return at === bytes.length || (at < bytes.length && ((bytes[at] as number) & 0xc0) !== 0x80)
}

/** Of stretches that overlap the first one counts, as Bluesky's own app does it. */
function htmlOf(bytes: Buffer, links: Stretch[]): string {
  const out: string[] = []
  let at = 0
  const write = (to: number) => {
    out.push(escaped(bytes.toString('utf8', at, to)))
    at = to
  }
  for (const { start, end, href } of links.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    write(start)
    out.push(`<a href="${escaped(href)}">`)
    write(end)
    out.push('</a>')
  }
  write(bytes.length)
  return out.join('')
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' }

function escaped(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[&<>"\n]/g, (sign) => signs[sign] ?? sign)
}

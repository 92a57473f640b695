// What a web page says of itself: Open Graph, JSON-LD, and the old meta elements, in that order of trust.
import { Parser } from 'htmlparser2'
import { z } from 'zod'
import { httpUrl } from '../../services/domain/link.ts'
import type { LinkFacts } from '../../services/domain/platforms.ts'
import type { Answer } from '../../services/domain/source.ts'
import { findTags } from '../../services/domain/tags.ts'
import { decodeText } from '../channels/decode.ts'
import { readDate } from '../channels/feed/dates.ts'
import { lineOf } from '../channels/plain.ts'

const MOST_META = 300
const MOST_JSON = 200_000

/** Null when the answer is no page, or says nothing about itself. */
export function readPage(answer: Answer): LinkFacts | null {
  const type = answer.headers['content-type'] ?? ''
  if (type && !/html/i.test(type)) return null
  const { meta, title, data } = readHead(decodeText(answer.bytes, type))
  const said = (...names: string[]) => {
    for (const name of names) {
      const found = lineOf(meta.get(name)?.[0])
      if (found) return found
    }
    return null
  }
  const story = data.map((text) => storyIn(text)).find((one) => one !== undefined)
  const headline = said('og:title', 'twitter:title') ?? lineOf(story?.headline) ?? lineOf(title)
  const about = said('og:description', 'twitter:description', 'description') ?? lineOf(story?.description)
  const text = [headline, about !== headline && about].filter(Boolean).join('\n\n') || null
  const picture = httpUrl(said('og:image', 'og:image:url', 'twitter:image'), answer.url)
  const facts: LinkFacts = {
    url: answer.url,
    author: lineOf(story?.author) ?? said('author', 'og:site_name'),
    text,
    tags: [
      ...(meta.get('article:tag') ?? []).flatMap((tag) =>
        findTags(`#${tag.trim()}`).map((one) => one.written),
      ),
      ...findTags(text ?? '').map((one) => one.written),
    ].slice(0, 30),
    publishedAt: readDate(said('article:published_time') ?? story?.datePublished ?? ''),
    picture: picture ? { url: picture, alt: said('og:image:alt', 'twitter:image:alt') } : null,
  }
  return facts.text || facts.author || facts.picture ? facts : null
}

/** Reads forgivingly and in one pass; nothing of the page is kept but these words. */
function readHead(html: string): { meta: Map<string, string[]>; title: string; data: string[] } {
  const meta = new Map<string, string[]>()
  const data: string[] = []
  let title = ''
  let inside: 'title' | 'data' | undefined
  let count = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'title' && !title) inside = 'title'
      const isData = name === 'script' && /^application\/ld\+json/i.test(attributes.type ?? '')
      if (isData && data.length < 10) {
        inside = 'data'
        data.push('')
      }
      const key = (attributes.property ?? attributes.name)?.trim().toLowerCase()
      if (name !== 'meta' || !key || !attributes.content || ++count > MOST_META) return
      meta.set(key, [...(meta.get(key) ?? []), attributes.content.slice(0, 5_000)])
    },
    ontext(text) {
      if (inside === 'title') title = (title + text).slice(0, 1_000)
      if (inside === 'data') data[data.length - 1] = ((data.at(-1) ?? '') + text).slice(0, MOST_JSON)
    },
    onclosetag() {
      inside = undefined
    },
  })
  parser.write(html)
  parser.end()
  return { meta, title, data }
}

const some = z.string().optional().catch(undefined)
const storyShape = z.looseObject({
  '@type': z.union([z.string(), z.array(z.string())]).transform(String),
  headline: some,
  description: some,
  datePublished: some,
  author: z
    .preprocess(
      (one) => (Array.isArray(one) ? one[0] : one),
      z.union([z.string(), z.looseObject({ name: z.string() })]),
    )
    .transform((one) => (typeof one === 'string' ? one : one.name))
    .optional()
    .catch(undefined),
})
const graphShape = z.looseObject({ '@graph': z.array(z.unknown()) })

/** The first article, post or video of a JSON-LD script; broken ones say nothing. */
function storyIn(text: string): z.infer<typeof storyShape> | undefined {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return undefined
  }
  const graph = graphShape.safeParse(given).data?.['@graph']
  return [given]
    .flat()
    .concat(graph ?? [])
    .flatMap((one) => storyShape.safeParse(one).data ?? [])
    .find((one) => /Article|Posting|VideoObject/.test(one['@type']))
}

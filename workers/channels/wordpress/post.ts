// A story of a WordPress site as its interface gives it, read as a found post.
import { z } from 'zod'
import type { AnswerForm, FoundMedia, FoundPost } from '../../../services/domain/source.ts'
import { isLocked, readContent, size, webAddress } from '../feed/content.ts'
import { momentOf } from '../found.ts'
import { listIn } from '../json.ts'
import { lineOf } from '../plain.ts'
import type { Site } from './site.ts'

/** Everything that is read, and nothing else: a page of stories with all their fields is megabytes. */
export const FIELDS = 'id,date_gmt,modified_gmt,link,title,content,excerpt,_links,_embedded'
export const EMBED = 'wp:featuredmedia,wp:term'

const rendered = z.looseObject({ rendered: z.string(), protected: z.boolean().optional() })
const optional = rendered.optional().catch(undefined)
const postShape = z.looseObject({
  id: z.int().positive(),
  link: z.string(),
  date_gmt: z.string().nullable().catch(null),
  modified_gmt: z.string().nullable().catch(null),
  title: optional,
  content: optional,
  excerpt: optional,
  _embedded: z
    .looseObject({
      'wp:featuredmedia': z.array(z.unknown()).catch([]).default([]),
      'wp:term': z.array(z.array(z.unknown())).catch([]).default([]),
    })
    .catch({ 'wp:featuredmedia': [], 'wp:term': [] })
    .default({ 'wp:featuredmedia': [], 'wp:term': [] }),
})
const sizes = z.looseObject({ width: z.unknown(), height: z.unknown() })
// A picture that may not be seen is `{ code: 'rest_forbidden' }` in the same place.
const pictureShape = z.looseObject({
  source_url: z.string(),
  media_type: z.string().catch('image'),
  alt_text: z.string().catch(''),
  media_details: sizes.catch({ width: null, height: null }).default({ width: null, height: null }),
})
const termShape = z.looseObject({ name: z.string() })

/** A story with everything that is read of what it holds. */
export const storyForm = {
  name: 'story',
  answers: ({ href }) => /(?:\/|%2F)wp(?:\/|%2F)v2(?:\/|%2F)posts\b/i.test(href),
  things: (answer) => listIn(answer),
  shape: () =>
    postShape.extend({
      _embedded: z.looseObject({
        'wp:featuredmedia': z.array(pictureShape),
        'wp:term': z.array(z.array(termShape)),
      }),
    }),
} satisfies AnswerForm

/** Undefined when it is not a story that we understand. */
export function readPost(given: unknown, site: Site): FoundPost | undefined {
  const read = postShape.safeParse(given).data
  const url = read && webAddress(read.link, site.home)
  if (!read || !url) return undefined
  const html = read.content?.rendered || read.excerpt?.rendered || ''
  const locked = Boolean(read.content?.protected || isLocked(html))
  const body = readContent(locked ? '' : html, url)
  const published = momentOf(zoned(read.date_gmt))
  const edited = momentOf(zoned(read.modified_gmt))
  const pictures = body.pictures.map((one): FoundMedia => ({ kind: 'image', ...one }))
  const featured = locked ? undefined : readPicture(read._embedded['wp:featuredmedia'][0], site)
  return {
    externalId: idOf(read.id, site),
    seenId: String(read.id),
    url,
    // The site speaks, not the clerk who pressed the button: as in its feed.
    author: { id: site.home, name: site.name, handle: null, url: site.home },
    title: read.title?.rendered || null,
    body: { html: body.html },
    tags: read._embedded['wp:term'].flat().flatMap((term) => nameOf(term) ?? []),
    publishedAt: published,
    editedAt: published && edited && edited > published ? edited : null,
    lang: null,
    media: featured ? [featured] : pictures,
    counts: {},
    sensitive: null,
    public: true,
  }
}

/** As WordPress writes its own permanent address, which outlives every change of the pretty one. */
const idOf = (id: number, { home }: Site) => `${home}?p=${id}`

/** The name of a tag or a category in characters. */
export function nameOf(term: unknown): string | null {
  return lineOf(termShape.safeParse(term).data?.name)
}

function readPicture(given: unknown, { home }: Site): FoundMedia | undefined {
  const read = pictureShape.safeParse(given).data
  const url = read && webAddress(read.source_url, home)
  if (!read || !url || read.media_type !== 'image') return undefined
  const { width, height } = read.media_details
  return { kind: 'image', url, alt: lineOf(read.alt_text), width: size(width), height: size(height) }
}

/** `date_gmt` is universal time that does not say so; a draft that never had a date has zeros. */
function zoned(text: string | null): string | null {
  return text && !text.startsWith('0000') ? text.replace(/Z?$/, 'Z') : null
}

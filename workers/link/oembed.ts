// An oEmbed answer as data: names and pictures only; the provider's HTML is never looked at.
import { z } from 'zod'
import { httpUrl } from '../../services/domain/link.ts'
import type { LinkFacts } from '../../services/domain/platforms.ts'
import type { Answer } from '../../services/domain/source.ts'
import { findTags } from '../../services/domain/tags.ts'
import { readJson } from '../channels/json.ts'
import { lineOf } from '../channels/plain.ts'

const text = z.string().optional().catch(undefined)
const shape = z.looseObject({
  title: text,
  author_name: text,
  author_url: text,
  thumbnail_url: text,
})

export function readOembed(answer: Answer, address: string): LinkFacts | null {
  const read = shape.safeParse(readJson(answer)).data
  if (!read) return null
  const title = read.title?.trim() || null
  const picture = httpUrl(read.thumbnail_url)
  return {
    url: address,
    // A handle tells more than a name: two people may be called the same.
    author: /\/(@[\w.-]+)\/?$/.exec(read.author_url ?? '')?.[1] ?? lineOf(read.author_name),
    text: title,
    tags: findTags(title ?? '').map((tag) => tag.written),
    publishedAt: null,
    picture: picture ? { url: picture, alt: null } : null,
  }
}

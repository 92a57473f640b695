// What channels share in reading posts: moments as platforms write them, and the keys of a post's tags.
import type { FoundPost } from '../../services/domain/source.ts'
import { findTags, tagKey } from '../../services/domain/tags.ts'
import { plainOf } from './plain.ts'

/** A moment that says its zone; null for everything else. */
export function momentOf(text: string | null | undefined): Date | null {
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text ?? '')
    ? Date.parse(text as string)
    : Number.NaN
  return Number.isNaN(at) ? null : new Date(at)
}

/** The keys of every tag of a post, typed or listed. */
export function keysOf(post: FoundPost): string[] {
  const text = 'html' in post.body ? plainOf(post.body.html) : post.body.text
  const words = `${post.title ?? ''}\n${text}`
  return [...findTags(words.normalize('NFC')).map((tag) => tag.key), ...post.tags.map(tagKey)]
}

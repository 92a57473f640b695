// Finding hashtags in text, folding a spelling to its key, and matching keys to families.

import { tagKey } from '../../config/tag.ts'
import { counterOf } from './points.ts'

export { tagKey } from '../../config/tag.ts'

/** Without marks and with Nordic letters in ASCII: for asking platforms and for "did you mean", never an identity. */
export function tagFold(written: string): string {
  const letters: Record<string, string> = { đ: 'd', ŧ: 't', ŋ: 'n', ø: 'o', æ: 'ae', ß: 'ss', ǥ: 'g', ı: 'i' }
  const key = tagKey(written)
  // All of ASCII is its own fold.
  if (/^[\0-\x7f]*$/.test(key)) return key
  return key
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đŧŋøæßǥı]/g, (letter) => letters[letter] ?? letter)
}

/** A hashtag found in text; `start` and `end` are code points and take in the # sign. */
export type FoundTag = { key: string; written: string; start: number; end: number }

// Greedy, bounded and with nothing after it: one pass, no back-tracking.
const tag = /(?<![\p{L}\p{M}\p{N}_&/])[#＃﹟]([\p{L}\p{M}\p{N}_·・\u200c\u200d]{1,100})/gu
const letter = /\p{L}/u

/**
 * The hashtags of a text in NFC, in order, each occurrence: a run of letters, marks, digits, `_` and joiners after `#`
 * that has a letter and does not follow a letter, digit, `_`, `&` or `/`.
 */
export function findTags(text: string): FoundTag[] {
  const found: FoundTag[] = []
  const count = counterOf(text)
  for (const { 0: whole, 1: written = '', index } of text.matchAll(tag))
    if (letter.test(written))
      found.push({
        key: tagKey(written),
        written,
        start: count(index),
        end: count(index + whole.length),
      })
  return found
}

/** A family as matching needs it: its keys and the families it must be seen with. */
export type FamilyKeys = { id: string; keys: ReadonlySet<string>; onlyWith: readonly string[] }

/** Families as they are stored, ready for matching. */
export function keysOfFamilies(
  families: readonly { id: string; tags: readonly { key: string }[]; only_with: readonly string[] }[],
): FamilyKeys[] {
  return families.map(({ id, tags, only_with }) => ({
    id,
    keys: new Set(tags.map((tag) => tag.key)),
    onlyWith: only_with,
  }))
}

/** The ids of the families that a post with these tag keys belongs to, in the families' order. */
export function matchFamilies(keys: Iterable<string>, families: readonly FamilyKeys[]): string[] {
  const have = new Set(keys)
  const hit = new Set(
    families.filter((one) => [...one.keys].some((key) => have.has(key))).map((one) => one.id),
  )
  return families
    .filter(
      (one) => hit.has(one.id) && (!one.onlyWith.length || one.onlyWith.some((other) => hit.has(other))),
    )
    .map((one) => one.id)
}

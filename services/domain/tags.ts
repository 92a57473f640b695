// Finding hashtags in text, folding a spelling to its key, and matching keys to families.

import { tagKey } from '../../config/tag.ts'

export { tagKey } from '../../config/tag.ts'

/** Without marks and with Nordic letters in ASCII: for asking platforms and for "did you mean", never an identity. */
export function tagFold(written: string): string {
  const letters: Record<string, string> = { đ: 'd', ŧ: 't', ŋ: 'n', ø: 'o', æ: 'ae', ß: 'ss', ǥ: 'g', ı: 'i' }
  return tagKey(written)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đŧŋøæßǥı]/g, (letter) => letters[letter] ?? letter)
}

/** A hashtag found in text; `start` and `end` are code points and take in the # sign. */
export type FoundTag = { key: string; written: string; start: number; end: number }

const SIGNS = new Set(['#', '＃', '﹟'])
const inTag = /[\p{L}\p{M}\p{N}_·・\u200c\u200d]/u
const notBefore = /[\p{L}\p{M}\p{N}_&/]/u
const letter = /\p{L}/u
const LONGEST = 100

/**
 * The hashtags of a text in NFC, in order, each occurrence: a run of letters, marks, digits, `_` and joiners after `#`
 * that has a letter and does not follow a letter, digit, `_`, `&` or `/`. One pass, no back-tracking.
 */
export function findTags(text: string): FoundTag[] {
  const points = [...text]
  const found: FoundTag[] = []
  for (let at = 0; at < points.length; at++) {
    if (!SIGNS.has(points[at] as string)) continue
    if (at > 0 && notBefore.test(points[at - 1] as string)) continue
    let end = at + 1
    while (end < points.length && end - at <= LONGEST && inTag.test(points[end] as string)) end++
    const written = points.slice(at + 1, end).join('')
    if (letter.test(written)) found.push({ key: tagKey(written), written, start: at, end })
    at = end - 1
  }
  return found
}

/** A family as matching needs it: its keys and the families it must be seen with. */
export type FamilyKeys = { id: string; keys: ReadonlySet<string>; onlyWith: readonly string[] }

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

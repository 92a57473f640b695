// Where long texts fold and where words end before hashtags.

import { describe, expect, it } from 'vitest'
import type { Mark } from '../../db/schema.ts'
import { endOfWords, foldAt } from '../../services/domain/fold.ts'
import { findTags } from '../../services/domain/tags.ts'
import { fc } from '../chance.ts'

const marked = (text: string): Mark[] =>
  findTags(text).map((tag) => ({ start: tag.start, end: tag.end, kind: 'tag', href: null, key: tag.key }))
const words = (text: string) => [...text].slice(0, endOfWords(text, marked(text))).join('')

describe('the words of a post end before the hashtags that stand alone', () => {
  it.each([
    ['Lumi tuli. #kemijärvi #talvi', 'Lumi tuli.'],
    ['Lumi tuli.\n\n#kemijärvi\n#talvi  ', 'Lumi tuli.'],
    ['Tule #kemijärvi tapahtumaan', 'Tule #kemijärvi tapahtumaan'],
    ['Olen #kemijärvi, #talvi', 'Olen #kemijärvi,'],
    ['#kemijärvi', ''],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(words(text)).toBe(expected)
  })
})

describe('a long text is folded', () => {
  const long = (part: string, times: number) => Array.from({ length: times }, () => part).join(' ')
  it('not at all when it is short enough', () => {
    expect(foldAt(long('Sana', 60), [])).toBeNull()
  })
  it('at the end of a paragraph when one is near', () => {
    const text = `${long('Tämä on lause.', 12)}\n\n${long('Toinen lause tässä.', 20)}`
    expect(
      [...text]
        .slice(foldAt(text, []) ?? 0)
        .join('')
        .startsWith('\n\n'),
    ).toBe(true)
  })
  it('else at the end of a sentence, not inside "klo 9.40"', () => {
    const text = `${long('Bussi lähtee klo 9.40 ja palaa illalla.', 12)}`
    const head = [...text].slice(0, foldAt(text, []) ?? 0).join('')
    expect(head.endsWith('illalla.')).toBe(true)
  })
  it('else between words, and in one endless word somewhere', () => {
    const text = long('sana', 200)
    expect(
      [...text]
        .slice(foldAt(text, []) ?? 0)
        .join('')
        .startsWith(' sana'),
    ).toBe(true)
    expect(foldAt('a'.repeat(1000), [])).toBe(230)
  })
  it('never inside a link, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 300, maxLength: 600 }),
        fc.nat(500),
        fc.nat(80),
        (text, start, length) => {
          const end = Math.min([...text].length, start + length)
          const at = foldAt(text, [{ start, end, kind: 'link', href: 'https://example.org/' }])
          expect(at === null || at <= start || at >= end).toBe(true)
        },
      ),
    )
  })
})

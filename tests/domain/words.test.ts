// Listed words in a text: whole words, beginnings, endings and phrases, whatever stands around them.

import { describe, expect, it } from 'vitest'
import { compileWords, findListed, plainWords, splitList } from '../../services/domain/words.ts'
import { fc } from '../chance.ts'

const find = (listed: string[], text: string) => findListed(plainWords(text), compileWords(listed))

describe('listed words', () => {
  it.each([
    ['a whole word, whatever its case', ['pirun'], 'PIRUN hyvä latu', 'pirun'],
    ['no part of a longer word', ['piru'], 'pirunsaari', undefined],
    ['a beginning with its inflected forms', ['perkele*'], 'Perkeleellinen pakkanen', 'perkele*'],
    ['an ending', ['*myynti'], 'moottorikelkkamyynti alkoi', '*myynti'],
    ['an ending only at the end', ['*myynti'], 'myyntipöytä', undefined],
    ['the middle of a word', ['*paska*'], 'hevospaskaa', '*paska*'],
    ['a phrase over marks and line breaks', ['ulos täältä'], 'Mene ulos,\ntäältä!', 'ulos täältä'],
    ['no phrase that begins inside a word', ['ulos täältä'], 'kaulos täältä', undefined],
    ['a hashtag', ['pirun'], '#pirun', 'pirun'],
    ['letters that only look different', ['äiti'], 'a\u0308iti', 'äiti'],
    ['a word cut by a soft hyphen', ['pirun'], 'pi\u00adrun', 'pirun'],
    ['nothing in an empty text', ['*a*'], '', undefined],
    ['nothing for an empty list', [], 'pirun', undefined],
  ] as [string, string[], string, string | undefined][])('find %s', (_, listed, text, found) => {
    expect(find(listed, text)).toBe(found)
  })

  it('are read by lines and commas, once each, and a star alone is no word', () => {
    expect(splitList('pirun, Pirun\n  perkele* ,*,\n\nulos   täältä')).toEqual([
      'pirun',
      'perkele*',
      'ulos täältä',
    ])
  })

  const word = fc.stringMatching(/^[a-zäö]{1,8}$/)
  it('are found by every one of their own words, and by nothing without them', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.array(word, { maxLength: 8 }),
        (listed, text) => {
          const found = find(listed, text.join(' '))
          const meets = text.some((one) => listed.includes(one))
          expect(found === undefined).toBe(!meets)
        },
      ),
    )
  })
  it('with a star find whatever begins so, and as few as the naive reading', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.array(word, { maxLength: 8 }),
        (starts, text) => {
          const found = find(
            starts.map((one) => `${one}*`),
            text.join(', '),
          )
          expect(found !== undefined).toBe(text.some((one) => starts.some((start) => one.startsWith(start))))
        },
      ),
    )
  })
  it('never break on anything that people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (list, text) => {
        const found = find(splitList(list), text)
        expect(found === undefined || plainWords(found).length > 0).toBe(true)
      }),
    )
  })
})

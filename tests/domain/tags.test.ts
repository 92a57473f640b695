// Hashtags: what is one, which spellings are the same, and which families a post belongs to.

import { describe, expect, it } from 'vitest'
import { findTags, matchFamilies, tagFold, tagKey } from '../../services/domain/tags.ts'
import { fc } from '../chance.ts'

const keys = (text: string) => findTags(text.normalize('NFC')).map((tag) => tag.key)

describe('a hashtag in a text', () => {
  it.each([
    ['Hei #Kemijärvi! ja #kemijarvi,#2024 #2024kesä', ['kemijärvi', 'kemijarvi', '2024kesä']],
    ['foo#bar https://a.fi/#osio &#228; #työ-elämä ＃Kemijärvi', ['työ', 'kemijärvi']],
    ['(#tarina)#toinen', ['tarina', 'toinen']],
    ['#kemija\u0308rvi', ['kemijärvi']],
    ['#kemijärvi:n #kemijärvellä', ['kemijärvi', 'kemijärvellä']],
    ['##kaksi', ['kaksi']],
    ['#', []],
    ['# väli', []],
    ['#100 #_ #1_2', []],
    ['#1_kesä', ['1_kesä']],
    ['a_#ei ä#ei 1#ei', []],
    ['.#piste "#lainaus" «#hakanen»', ['piste', 'lainaus', 'hakanen']],
    ['#İstanbul', ['i\u0307stanbul']],
    ['#ＫＥＭＩ', ['kemi']],
    ['﹟pieni', ['pieni']],
    ['#ŋáhput #Čáppa', ['ŋáhput', 'čáppa']],
    ['#sana😀#toinen', ['sana', 'toinen']],
    ['#l·l #カタ・カナ', ['l·l', 'カタ・カナ']],
    ['#a/b#c', ['a']],
  ])('%j has %j', (text, found) => {
    expect(keys(text)).toEqual(found)
  })
  it('tells where it stands in code points, with its sign', () => {
    expect(findTags('😀 #Kesä!')).toEqual([{ key: 'kesä', written: 'Kesä', start: 2, end: 7 }])
  })
  it('ends after a hundred characters', () => {
    expect([...(findTags(`#${'a'.repeat(300)}`)[0]?.written ?? '')].length).toBe(100)
  })
  it.each([
    ['signs', '#'.repeat(100_000)],
    ['a long word', `#${'a'.repeat(100_000)}`],
    ['short tags', '#a '.repeat(33_000)],
    ['marks', `#a${'\u0301'.repeat(100_000)}`],
    ['joiners', `#${'\u200d'.repeat(100_000)}`],
    ['underscores', `#${'_'.repeat(100_000)}`],
    ['digits', `#${'1'.repeat(100_000)}`],
    ['slashes', '/#a'.repeat(33_000)],
  ])('is found in linear time among 100,000 %s', (_, text) => {
    const start = performance.now()
    expect(findTags(text).length).toBeGreaterThanOrEqual(0)
    expect(performance.now() - start).toBeLessThan(200)
  })
  it('is found whole and in order in any text', () => {
    const sign = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.constantFrom(...'##＃a ä1_/&\u0308\u200d😀'),
    )
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 40 }), (raw) => {
        const text = raw.toWellFormed().normalize('NFC')
        const points = [...text]
        let at = 0
        for (const tag of findTags(text)) {
          expect(tag.start).toBeGreaterThanOrEqual(at)
          expect(points.slice(tag.start + 1, tag.end).join('')).toBe(tag.written)
          expect(tag.written).toMatch(/\p{L}/u)
          expect(tagKey(tag.written)).toBe(tag.key)
          at = tag.end
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('spellings', () => {
  it('are the same composed or not, in any case, and with any sign', () => {
    expect(tagKey('#Kemija\u0308rvi')).toBe(tagKey('KEMIJÄRVI'))
  })
  it('with and without dots are different tags that fold to one question', () => {
    expect(tagKey('häme')).not.toBe(tagKey('hame'))
    expect(tagFold('häme')).toBe(tagFold('hame'))
    expect(tagFold('Đáŋŧø')).toBe('dantO'.toLowerCase())
  })
  it('have a key that is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => tagKey(tagKey(`x${text}`)) === tagKey(`x${text}`)),
    )
    expect(tagKey(tagKey('İ'))).toBe(tagKey('İ'))
  })
})

describe('families', () => {
  const family = (id: string, tags: string[], onlyWith: string[] = []) => ({
    id,
    keys: new Set(tags),
    onlyWith,
  })
  const families = [
    family('kemijarvi', ['kemijärvi', 'kemijarvi']),
    family('lappi', ['visitlapland'], ['kemijarvi']),
    family('tarinat', ['tarinat']),
  ]
  it.each([
    [['kemijarvi'], ['kemijarvi']],
    [
      ['tarinat', 'kemijärvi'],
      ['kemijarvi', 'tarinat'],
    ],
    [['visitlapland'], []],
    [
      ['visitlapland', 'kemijärvi'],
      ['kemijarvi', 'lappi'],
    ],
    [['visitlapland', 'tarinat'], ['tarinat']],
    [[], []],
  ])('of %j are %j', (tags, ids) => {
    expect(matchFamilies(tags, families)).toEqual(ids)
  })
})

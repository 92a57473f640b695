// Bluesky's rich text: offsets in bytes, honest and hostile, as links and tags.

import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../services/domain/html.ts'
import { readText } from '../../../services/domain/text.ts'
import { readFacets } from '../../../workers/channels/bluesky/facets.ts'
import { plainOf } from '../../../workers/channels/plain.ts'
import { fc } from '../../chance.ts'
import { richText } from '../../sim/bluesky-post.ts'

const link = (byteStart: number, byteEnd: number, uri = 'https://a.example/') => ({
  index: { byteStart, byteEnd },
  features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
})
const read = (text: string, facets: unknown[]) => readHtml(readFacets(text, facets).html)
/** The words that became links. */
const linked = (text: string, facets: unknown[]) => {
  const { text: ours, marks } = read(text, facets)
  const points = [...ours]
  return marks
    .filter(({ kind }) => kind !== 'tag')
    .map(({ start, end, href }) => [points.slice(start, end).join(''), href])
}

describe('a facet', () => {
  const text = 'Häät 🎉 täällä'
  it('is placed by bytes, whatever the characters before it take', () => {
    expect(linked(text, [link(12, 21)])).toEqual([['täällä', 'https://a.example/']])
    expect(linked(text, [link(0, 6)])).toEqual([['Häät', 'https://a.example/']])
    expect(linked(text, [link(7, 11)])).toEqual([['🎉', 'https://a.example/']])
  })

  it.each([
    ['beyond the end', link(12, 400)],
    ['beginning at the end', link(22, 22)],
    ['reversed', link(6, 0)],
    ['empty', link(3, 3)],
    ['beginning inside a character', link(2, 6)],
    ['ending inside a character', link(0, 2)],
    ['inside an emoji', link(8, 10)],
    ['negative', link(-1, 3)],
    ['not whole', link(0.5, 3)],
    ['huge', link(0, 1e300)],
    ['of another kind', { index: { byteStart: 0, byteEnd: 6 }, features: [{ $type: 'x#glitter' }] }],
    ['without features', { index: { byteStart: 0, byteEnd: 6 } }],
    ['without a place', { features: [] }],
    ['to a script', link(0, 6, 'javascript:alert(1)')],
    ['to nowhere', link(0, 6, 'https://')],
    ['nothing', null],
  ])('that is %s is as if not there', (_, facet) => {
    expect(linked(text, [facet])).toEqual([])
    expect(read(text, [facet]).text).toBe(text)
  })

  it('that overlaps another gives way to the one before it', () => {
    expect(linked('abcdef', [link(3, 6, 'https://b.example/'), link(0, 4)])).toEqual([
      ['abcd', 'https://a.example/'],
    ])
    expect(linked('abcdef', [link(3, 6, 'https://b.example/'), link(0, 3)])).toEqual([
      ['abc', 'https://a.example/'],
      ['def', 'https://b.example/'],
    ])
  })

  it('leads a shortened address to the whole one', () => {
    const { text, facets } = richText('Katso https://kuvat.example/talvi/lumi/iso?koko=suuri ja tule')
    expect(text).toBe('Katso kuvat.example/talvi/lumi/is... ja tule')
    expect(linked(text, facets)).toEqual([
      ['kuvat.example/talvi/lumi/is...', 'https://kuvat.example/talvi/lumi/iso?koko=suuri'],
    ])
  })

  it('of a person is a mention, and of a tag a tag', () => {
    const { text, facets } = richText('@maija.bsky.example #Kemijärvi #työ-elämä!')
    const got = read(text, facets)
    expect(got.marks.map(({ kind, key }) => key ?? kind)).toEqual(['mention', 'kemijärvi', 'työ'])
    expect(readFacets(text, facets).tags).toEqual(['Kemijärvi', 'työ-elämä'])
  })
})

it('the words stay as they were written, with and without facets', () => {
  const text = 'a < b & "c"\n\n<b>ei lihavaa</b> &amp;\r\nloppu'
  expect(read(text, []).text).toBe(readText(text).text)
  expect(read(text, [link(0, 5)]).text).toBe(readText(text).text)
})

it('no offsets whatever tear a character or lose one', () => {
  const place = fc.oneof(fc.integer({ min: -5, max: 60 }), fc.double())
  const facet = fc.record({
    index: fc.record({ byteStart: place, byteEnd: place }),
    features: fc.constant(link(0, 1).features),
  })
  const words = fc.array(fc.constantFrom('ä', 'a', '🎉', '👩‍👧', '\n', ' ', '#', '<', '&', 'e\u0301'), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(words, fc.array(fc.oneof(facet, fc.anything()), { maxLength: 8 }), (parts, facets) => {
      const text = parts.join('')
      expect(plainOf(readFacets(text, facets).html)).toBe(plainOf(readFacets(text, []).html))
    }),
    { numRuns: 500 },
  )
})

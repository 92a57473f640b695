// What intake makes of what channels bring: everything cleaned, clamped, limited, and what was changed remarked.
import { describe, expect, it } from 'vitest'
import {
  channelIdOf,
  externalIdOf,
  firstState,
  type IntakeContext,
  takeIn,
} from '../../services/domain/intake.ts'
import type { FoundMedia, FoundPost } from '../../services/domain/source.ts'
import { openLanguages } from '../../services/language.ts'
import { foundPost } from '../found.ts'
import { NOW } from '../makers.ts'

const context: IntakeContext = {
  channel: 'mastodon',
  source: { id: 'tuutit', title: 'Kemijärven uutiset', url: 'https://example.org/' },
  now: NOW,
  detect: () => null,
}
const take = (more: Partial<FoundPost>, how: Partial<IntakeContext> = {}) =>
  takeIn(foundPost(more), { ...context, ...how })
const codes = (post: ReturnType<typeof take>) => post.remarks.map((one) => one.code)
const picture = (more: Partial<FoundMedia> = {}): FoundMedia => ({
  kind: 'image',
  url: 'https://files.example.social/1.jpg?sig=a%20b&utm_source=keep',
  alt: 'Luminen järvi',
  width: 1200,
  height: 800,
  ...more,
})

describe('text and tags', () => {
  it('cuts 100,000 characters and says so', () => {
    const post = take({ body: { text: 'Pitkä juttu. '.repeat(8000) } })
    expect([...post.text].length).toBeLessThanOrEqual(10_000)
    expect(codes(post)).toEqual(['text-cut'])
  })
  it('keeps 60 of 10,000 tags and says how many it left out', () => {
    const tags = Array.from({ length: 10_000 }, (_, n) => `tunniste${n}`)
    const post = take({
      body: {
        text: tags
          .slice(0, 700)
          .map((tag) => `#${tag}`)
          .join(' '),
      },
      tags,
    })
    expect(post.tags).toHaveLength(60)
    expect(post.tags[59]).toEqual({ key: 'tunniste59', written: 'tunniste59' })
    expect(post.remarks).toEqual([{ code: 'tags-dropped', values: { dropped: 940 } }])
    expect(post.marks.filter((mark) => mark.kind === 'tag')).toHaveLength(60)
  })
  it('believes what the author typed over the folded tag that a platform lists', () => {
    const post = take({
      body: { text: '#Kemijärvi' },
      tags: ['kemijarvi', 'talvi', 'Vapaa aika', '#Lumi', ''],
    })
    expect(post.tags.map((tag) => tag.key)).toEqual(['kemijärvi', 'talvi', 'lumi'])
  })
  it('counts both spellings when the author typed both', () => {
    const post = take({ body: { text: '#kemijärvi #kemijarvi' }, tags: ['kemijarvi'] })
    expect(post.tags.map((tag) => tag.key)).toEqual(['kemijärvi', 'kemijarvi'])
  })
  it('finds tags in a headline, whose entities are decoded', () => {
    const post = take({ title: 'Kes&auml; tuli #kes&auml;', body: { text: '' } })
    expect([post.title, post.tags[0]?.key]).toEqual(['Kesä tuli #kesä', 'kesä'])
  })
})

describe('dates', () => {
  const at = (publishedAt: Date | null) => take({ publishedAt })
  it.each([
    ['1970', new Date(0), new Date('2021-11-25T10:00:00Z')],
    ['2099', new Date('2099-01-01'), new Date(NOW.getTime() + 300_000)],
  ])('of %s are clamped, with the date as written', (_, written, kept) => {
    expect(at(written).publishedAt).toEqual(kept)
    expect(at(written).remarks).toEqual([
      { code: 'date-clamped', values: { written: written.toISOString() } },
    ])
  })
  it.each([
    ['missing', null],
    ['unreadable', new Date(Number.NaN)],
  ])('that are %s become the time first seen', (_, written) => {
    expect(at(written).publishedAt).toEqual(NOW)
    expect(codes(at(written))).toEqual(['undated'])
  })
  it('of an edit count only after the publishing and not in the future', () => {
    const publishedAt = new Date('2026-11-20')
    expect(take({ publishedAt, editedAt: new Date('2026-11-21') }).editedAt).toEqual(new Date('2026-11-21'))
    expect(take({ publishedAt, editedAt: publishedAt }).editedAt).toBeNull()
    expect(take({ publishedAt, editedAt: new Date('2030-01-01') }).editedAt).toBeNull()
  })
})

describe('who and where', () => {
  it('cleans the author and keeps the stable id', () => {
    const post = take({
      author: { id: 'x1', name: 'Ai\u202eno ', handle: '@Aino@Example.Social', url: 'javascript:1' },
    })
    expect(post.account).toEqual({
      externalId: 'x1',
      name: 'Aino',
      handle: '@Aino@Example.Social',
      handleKey: 'aino@example.social',
      url: null,
    })
  })
  it('gives a post without an author to its source', () => {
    expect(take({ author: null }).account).toMatchObject({
      externalId: 'source tuutit',
      name: 'Kemijärven uutiset',
    })
  })
  it('makes a feed’s ids those of the source, back and forth', () => {
    expect(externalIdOf('feed', 'uutiset', 'guid 1')).toBe('uutiset guid 1')
    expect(channelIdOf('feed', 'uutiset', 'uutiset guid 1')).toBe('guid 1')
    expect(externalIdOf('mastodon', 'tuutit', 'https://a/1')).toBe('https://a/1')
    expect(channelIdOf('mastodon', 'tuutit', 'tuutit x')).toBe('tuutit x')
  })
  it('makes ids storable, however long or broken', () => {
    expect(externalIdOf('mastodon', 's', 'a\0b')).toBe('ab')
    expect(externalIdOf('mastodon', 's', 'x'.repeat(5000))).toMatch(/^sha256:/)
  })
  it('drops dangerous addresses and keeps the post', () => {
    const post = take({ url: 'javascript:alert(1)', card: { url: 'data:x', title: 'x', text: null } })
    expect([post.url, post.canonicalUrl, post.card]).toEqual([null, null, null])
  })
  it.each([
    ['own', null, 'shown'],
    ['staff', null, 'shown'],
    ['partner', 'Sopimus 2026', 'shown'],
    ['partner', null, 'new'],
    ['media', null, 'new'],
    ['influencer', null, 'new'],
    ['visitor', null, 'new'],
    ['resident', 'x', 'new'],
  ] as const)('a post of %s with agreement %j begins as %s', (kind, agreement, state) => {
    expect(firstState({ kind, agreement })).toBe(state)
  })
})

describe('pictures', () => {
  it('keep the address to fetch as it was signed, and the author’s words', () => {
    const [one] = take({ media: [picture()] }).media
    expect(one).toEqual({ ...picture(), alt: 'Luminen järvi', seconds: null, captions: null })
  })
  it('come from http and https only, once each, at most eight', () => {
    const many = Array.from({ length: 12 }, (_, n) => picture({ url: `https://a.example/${n}` }))
    const post = take({ media: [picture({ url: 'data:image/png;base64,x' }), ...many, ...many] })
    expect(post.media).toHaveLength(8)
    expect(post.remarks).toEqual([{ code: 'media-dropped', values: { dropped: 4 } }])
  })
  it.each(['IMG_1234.jpg', 'kuva.PNG', ' ', null])('are not described by %j', (alt) => {
    expect(take({ media: [picture({ alt })] }).media[0]?.alt).toBeNull()
  })
  it.each([0, -1, 1.5, 1e9, null])('have no width of %j', (width) => {
    expect(take({ media: [picture({ width })] }).media[0]?.width).toBeNull()
  })
})

describe('languages', () => {
  it.each([
    ['fi', 'fi'],
    ['fi-FI', 'fi'],
    ['SV_fi', 'sv'],
    ['und', null],
    ['x-klingon', null],
    [null, null],
  ])('told as %j are %j', (told, lang) => {
    expect(take({ lang: told, body: { text: 'lyhyt' } }).lang).toBe(lang)
  })
  it.each([
    ['Lumi tuli tänään järven yli ja kaikki oli hiljaista #kemijärvi', 'fi'],
    ['Idag kom snön över sjön och allt var alldeles tyst #kemijärvi', 'sv'],
    ['Snow came over the lake today and all was quiet #kemijärvi', 'en'],
    ['#kemijärvi #lappi #talvi https://example.org/pitka/osoite/on/tassa', null],
    ['Hei vaan', null],
  ])('of %j are told by its words alone: %j', async (text, lang) => {
    expect(take({ lang: null, body: { text } }, { detect: await openLanguages() }).lang).toBe(lang)
  })
})

describe('keys', () => {
  const long = 'Tämä on tarina, jossa on ainakin neljäkymmentä merkkiä.'
  it('of words are equal when only case, space and addresses differ, and null under 40 characters', () => {
    const key = (text: string) => take({ body: { text } }).textKey
    expect(key(`${long} https://t.example/1`)).toBe(key(`${long.toUpperCase()}\n\nhttps://t.example/2`))
    expect(key('x'.repeat(39))).toBeNull()
    expect(key('x'.repeat(40))).not.toBeNull()
  })
  it('of the look change with words and pictures, not with counts, tags beside, cards or addresses of files', () => {
    const look = (more: Partial<FoundPost>) => take({ media: [picture()], ...more }).lookKey
    const base = look({})
    expect(look({ body: { text: 'muuta' } })).not.toBe(base)
    expect(look({ media: [] })).not.toBe(base)
    expect(look({ media: [picture({ alt: 'toinen' })] })).not.toBe(base)
    expect(look({ editedAt: NOW })).not.toBe(base)
    expect(look({ sensitive: 'varoitus' })).not.toBe(base)
    expect(look({ counts: { likes: 99 }, tags: ['x'], lang: 'sv' })).toBe(base)
    expect(look({ media: [picture({ url: 'https://cache.example/2.jpg' })] })).toBe(base)
    expect(look({ card: { url: 'https://example.org/', title: 'x', text: null } })).toBe(base)
  })
  it('of a feed’s look change with the picture’s address', () => {
    const look = (url: string) => take({ media: [picture({ url })] }, { channel: 'feed' }).lookKey
    expect(look('https://a.example/1.jpg?v=1')).toBe(look('https://a.example/1.jpg?v=2'))
    expect(look('https://a.example/1.jpg')).not.toBe(look('https://a.example/2.jpg'))
  })
})

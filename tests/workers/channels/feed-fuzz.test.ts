// Whatever is done to a document: posts of plain values or a fault that says why, never a crash.

import { expect, it } from 'vitest'
import { Fault } from '../../../services/errors.ts'
import { readFeed } from '../../../workers/channels/feed/read.ts'
import { fc } from '../../chance.ts'
import { documents, HERE } from './feed-documents.ts'

const runs = process.env.LONG ? 20_000 : 400
const parts = [
  ...['<', '>', '&', '"', "'", '</', '/>', '<![CDATA[', ']]>', '<!--', '&#', ';', '\0', '\ud800', '\u202e'],
  ...[
    '<item>',
    '</item>',
    '<entry>',
    '<title>',
    '<title type="xhtml">',
    '<link href="x" rel="',
    '{',
    '[]',
    ',',
  ],
  ...[
    ' xml:base="//"',
    ' xmlns="',
    ' xmlns:dc="__proto__"',
    '<__proto__>',
    '<media:content url="',
    '-1',
    'null',
  ],
]
const cut = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 40 }),
  put: fc.oneof(fc.constantFrom(...parts, ''), fc.string({ unit: 'grapheme', maxLength: 5 })),
})
const broken = fc
  .tuple(fc.constantFrom(...Object.values(documents)), fc.array(cut, { minLength: 1, maxLength: 6 }))
  .map(([text, cuts]) =>
    cuts.reduce((now, { at, drop, put }) => {
      const start = Math.floor(at * now.length)
      return now.slice(0, start) + put + now.slice(start + drop)
    }, text),
  )

it('broken documents are plain posts or a fault', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async (text) => {
      const read = await readFeed(text, HERE).catch((error: unknown) => error)
      if (read instanceof Error) {
        expect(read).toBeInstanceOf(Fault)
        return
      }
      const { posts, title, url } = read as Awaited<ReturnType<typeof readFeed>>
      words(title)
      web(url)
      for (const post of posts) {
        expect(typeof post.externalId === 'string' && post.externalId !== '').toBe(true)
        for (const one of [post.title, post.lang, post.author?.name ?? null, ...post.tags]) words(one)
        words('html' in post.body ? post.body.html : post.body.text)
        for (const one of [post.url, post.author?.url ?? null, ...post.media.map((media) => media.url)])
          web(one)
        for (const one of [post.publishedAt, post.editedAt])
          expect(one === null || (one instanceof Date && !Number.isNaN(one.getTime()))).toBe(true)
        for (const { alt, width, height } of post.media) {
          words(alt)
          for (const side of [width, height]) expect(side === null || Number.isInteger(side)).toBe(true)
        }
      }
    }),
    { numRuns: runs },
  )
}, 600_000)

function words(one: unknown): void {
  expect(one === null || typeof one === 'string').toBe(true)
}

function web(one: string | null): void {
  expect(one === null || (/^https?:\/\//.test(one) && URL.canParse(one))).toBe(true)
}

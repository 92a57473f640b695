// Finnish letters survive whatever encoding a site uses or claims.
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../workers/channels/decode.ts'

const text = 'Kemijärvi, Åland, yö, 5 €'
const latin1 = (from: string, euro: number) =>
  Buffer.from([...from].map((sign) => (sign === '€' ? euro : (sign.codePointAt(0) ?? 0))))
const utf16be = (from: string) => Buffer.from(from, 'utf16le').swap16()
const mac: Record<string, number> = { ä: 0x8a, Å: 0x81, ö: 0x9a, '€': 0xdb }
const macintosh = (from: string) =>
  Buffer.from([...from].map((sign) => mac[sign] ?? sign.codePointAt(0) ?? 0))
const xml = (encoding: string, words = text) => `<?xml version="1.0" encoding="${encoding}"?><t>${words}</t>`
const mark = (bytes: number[], rest: Buffer) => Buffer.concat([Buffer.from(bytes), rest])

describe('ä, ö, å and € are right', () => {
  const cases: [what: string, bytes: Uint8Array, contentType: string | undefined][] = [
    ['UTF-8 by default', Buffer.from(text), undefined],
    ['UTF-8 with a mark', mark([0xef, 0xbb, 0xbf], Buffer.from(text)), undefined],
    ['UTF-8 by the header', Buffer.from(text), 'text/xml; charset=UTF-8'],
    ['UTF-8 by the declaration', Buffer.from(xml('utf-8')), 'application/rss+xml'],
    ['UTF-16LE with a mark', mark([0xff, 0xfe], Buffer.from(text, 'utf16le')), undefined],
    ['UTF-16BE with a mark', mark([0xfe, 0xff], utf16be(text)), undefined],
    ['UTF-16LE without one', Buffer.from(xml('utf-16'), 'utf16le'), undefined],
    ['UTF-16BE without one', utf16be(xml('utf-16')), undefined],
    ['windows-1252 by the header', latin1(text, 0x80), 'text/xml; charset=windows-1252'],
    ['windows-1252 by the declaration', latin1(xml('windows-1252'), 0x80), undefined],
    ['windows-1252 by itself', latin1(text, 0x80), undefined],
    ['ISO-8859-1, which is windows-1252 in practice', latin1(xml('ISO-8859-1'), 0x80), 'text/xml'],
    ['ISO-8859-15 by the declaration', latin1(xml('ISO-8859-15'), 0xa4), undefined],
    ['ISO-8859-15 by the header, quoted', latin1(text, 0xa4), 'text/xml; Charset="iso-8859-15"'],
    ['Macintosh by the declaration', macintosh(xml('macintosh')), undefined],
    // Headers that lie.
    ['UTF-8 that the header calls ISO-8859-1', Buffer.from(xml('utf-8')), 'text/xml; charset=ISO-8859-1'],
    ['UTF-8 that the declaration calls windows-1252', Buffer.from(xml('windows-1252')), undefined],
    ['windows-1252 that the header calls UTF-8', latin1(text, 0x80), 'text/xml; charset=utf-8'],
    ['ISO-8859-15 that the header calls UTF-8', latin1(xml('iso-8859-15'), 0xa4), 'text/xml; charset=utf-8'],
    [
      'UTF-8 in which a text was cut off within a letter',
      mark([0xc3, 0x3c, 0x2f, 0x61, 0x3e], Buffer.from(xml('utf-8', `${text} ${text}`))),
      'text/xml; charset=utf-8',
    ],
    ['windows_1252 spelt so', latin1(xml('windows_1252'), 0x80), undefined],
    ['a charset that nobody knows', Buffer.from(text), 'text/xml; charset=x-omaa'],
  ]
  it.each(cases)('%s', (_, bytes, contentType) => expect(decodeText(bytes, contentType)).toContain(text))
})

it('NUL and halves of characters are gone', () => {
  expect(decodeText(Buffer.from('a\0b'))).toBe('ab')
  const half = decodeText(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00]))
  expect([half.isWellFormed(), half]).toEqual([true, 'A\ufffdB'])
  expect(decodeText(new Uint8Array())).toBe('')
})

// Foreign text made ours: readable, marked, bounded, and nothing in it can run or deceive.

import { describe, expect, it } from 'vitest'
import type { Mark } from '../../db/schema.ts'
import { readHeadline, readHtml } from '../../services/domain/html.ts'
import { canonicalUrl, safeUrl } from '../../services/domain/link.ts'
import { renderHtml } from '../../services/domain/render.ts'
import { cleanLine, readText } from '../../services/domain/text.ts'
import { fc } from '../chance.ts'
import { links, payloads } from './payloads.ts'

const words = ({ text, marks }: { text: string; marks: Mark[] }) =>
  marks.map((mark) => [mark.kind, [...text].slice(mark.start, mark.end).join(''), mark.href])

/** What is left of rendered HTML when the little that may be in it is taken out. */
const rest = (html: string) =>
  html.replace(/<\/?p>|<br>|<\/a>|<a href="https?:\/\/[^"<>]*" rel="nofollow noopener noreferrer ugc">/g, '')

describe('remote HTML becomes text', () => {
  it.each([
    ['paragraphs and line breaks', '<p>yksi<br>kaksi</p><p>kolme</p>', 'yksi\nkaksi\n\nkolme'],
    [
      'headings and quotes',
      '<h2>Otsikko</h2><blockquote>sanat</blockquote>jatkuu',
      'Otsikko\n\nsanat\n\njatkuu',
    ],
    ['lists', '<ul><li>maito</li><li>leipä</li></ul>', '• maito\n• leipä'],
    ['numbered lists', '<ol><li>ensin</li><li>sitten</li></ol>', '1. ensin\n2. sitten'],
    [
      'white space as a browser shows it',
      '<p>  yksi \n\t kaksi </p>\n\n<p>\n</p><div>kolme</div>',
      'yksi kaksi\n\nkolme',
    ],
    ['entities', '<p>R&amp;D &lt;b&gt; &auml;&#228;&#xE4; &nbsp;x</p>', 'R&D <b> äää x'],
    [
      'table cells apart',
      '<table><tr><td>ma</td><td>8–16</td></tr><tr><td>ti</td></tr></table>',
      'ma 8–16\nti',
    ],
    [
      'script, style and forms gone with their content',
      '<p>a</p><script>b</script><style>c</style><form>d<p>e</p></form>',
      'a',
    ],
    ['unknown elements leave their words', '<custom-x>a <blink>b</blink></custom-x>', 'a b'],
    ['what is no HTML at all', 'pelkkä teksti & < 5', 'pelkkä teksti & < 5'],
  ])('keeps %s', (_, html, text) => {
    expect(readHtml(html).text).toBe(text)
  })
  it('marks links, tags and mentions in code points, rebuilt and without tracking', () => {
    const html =
      '<p>😀 <a href="https://example.social/@eero" class="u-url mention">@<span>eero</span></a> ' +
      '<a href="https://example.social/tags/kemijarvi">#<span>Kemijärvi</span></a> ja ' +
      '<a href="https://WWW.Example.org/a?utm_source=x&amp;id=1#osa"> lue </a></p>'
    const read = readHtml(html)
    expect(read.text).toBe('😀 @eero #Kemijärvi ja lue')
    expect(words(read)).toEqual([
      ['mention', '@eero', 'https://example.social/@eero'],
      ['tag', '#Kemijärvi', null],
      ['link', 'lue', 'https://www.example.org/a?id=1#osa'],
    ])
  })
  it('reads relative links against the page they stood on, and without one leaves their words', () => {
    const html = '<a href="/uutiset">uutiset</a>'
    expect(readHtml(html, 'https://example.org/x').marks[0]?.href).toBe('https://example.org/uutiset')
    expect(readHtml(html).marks).toEqual([])
  })
  it('joins a letter and its mark over the end of a link, and keeps the link', () => {
    const read = readHtml('<a href="https://example.org/">Kemija</a>\u0308rvi')
    expect(read.text).toBe('Kemijärvi')
    expect(words(read)).toEqual([['link', 'Kemijä', 'https://example.org/']])
  })
  it('reads a headline with entities and tags as the characters they stand for', () => {
    expect(readHeadline('Kes&auml; &amp; <em>talvi</em>')).toBe('Kesä & talvi')
  })
  it.each([
    ['100,000 nested elements', '<b>'.repeat(33_000)],
    ['unclosed links', '<a href=https://example.org>x'.repeat(4000)],
    ['a wall of brackets', '<'.repeat(100_000)],
    ['nothing but tags', '#a '.repeat(33_000)],
    ['empty lines', '\u00a0\n'.repeat(50_000)],
    ['a tower of marks', `a${'\u0301'.repeat(99_999)}`],
    ['half addresses', 'https://'.repeat(12_500)],
  ])('is quick with %s', (_, html) => {
    const start = performance.now()
    expect([...readHtml(html).text].length).toBeLessThanOrEqual(10_000)
    expect(performance.now() - start).toBeLessThan(1500)
  })
})

describe('plain text gets its links and tags too', () => {
  it('finds addresses without the punctuation around them', () => {
    const read = readText(
      'Lue (https://example.org/a_(b)), tai http://example.org/x?utm_medium=y! #kemijärvi',
    )
    expect(words(read)).toEqual([
      ['link', 'https://example.org/a_(b)', 'https://example.org/a_(b)'],
      ['link', 'http://example.org/x?utm_medium=y', 'http://example.org/x'],
      ['tag', '#kemijärvi', null],
    ])
  })
  it('takes no tag out of an address', () => {
    expect(words(readText('https://example.org/?#osio')).map(([kind]) => kind)).toEqual(['link'])
  })
  it('cuts a text of 100,000 characters at a word, with a mark and without half links', () => {
    const read = readText('sana https://example.org/pitka '.repeat(3300))
    const points = [...read.text]
    expect(read.cut).toBe(true)
    expect(points.length).toBeLessThanOrEqual(10_000)
    expect(points.length).toBeGreaterThan(9_000)
    expect(read.text).toMatch(/\S…$/)
    expect(read.marks.every((mark) => mark.end <= points.length)).toBe(true)
    expect(new Set(words(read).map(([, text]) => text))).toEqual(new Set(['https://example.org/pitka']))
  })
  it('leaves a text of exactly 10,000 characters alone', () => {
    const text = 'ä'.repeat(10_000)
    expect(readText(text)).toMatchObject({ text, cut: false })
  })
})

describe('text cannot deceive', () => {
  it.each([
    ['a right-to-left override', 'a\u202eb', 'ab'],
    ['embeddings', '\u202aa\u202bb\u202cc\u202d', 'abc'],
    ['isolates', '\u2066a\u2067b\u2068c\u2069', 'abc'],
    ['direction marks', 'a\u200e\u200f\u061cb', 'ab'],
    ['zero-width spaces', 'a\u200bb\ufeffc\u2060d', 'abcd'],
    ['soft hyphens', 'Kemi\u00adjärvi', 'Kemijärvi'],
    ['invisible operators', 'a\u2061\u2062\u2063\u2064b', 'ab'],
    ['fillers that look like nothing', 'a\u3164\uffa0\u115f\u1160b', 'ab'],
    ['hidden tag characters', 'a\u{e0061}\u{e007f}b', 'ab'],
    ['interlinear notes', 'a\ufff9b\ufffac\ufffb', 'abc'],
    ['control characters', 'a\u0000\u0007\u001b[31mb\u007f', 'a[31mb'],
    ['a tower of marks', `z${'\u0353'.repeat(50)}a`, `z${'\u0353'.repeat(4)}a`],
    ['decomposed letters', 'Kemija\u0308rvi', 'Kemijärvi'],
    ['carriage returns and separators', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['seas of white space', `a${' '.repeat(500)}b${'\n'.repeat(500)}c`, 'a b\n\nc'],
    ['wide spaces in a row', 'a\u3000\u2003\u2003b', 'a b'],
    ['half a surrogate', 'a\ud800b', 'a\ufffdb'],
    ['runs of joiners', 'a\u200d\u200d\u200c\u200db', 'a\u200db'],
    ['noncharacters', 'a\ufdd0\ufdd1\ufdefb\ufffe', 'ab'],
  ])('takes out %s', (_, raw, text) => {
    expect(readText(raw).text).toBe(text)
  })
  it('reads a text that needs no cleaning as it would read any other', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        ' ',
        '\n',
        '#lumi ',
        '@aino',
        'https://example.org/a_(b). ',
        'Kemijärvi – ”talvi” 😀 €',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join('')
        // What shows nothing is taken out, and makes the text one that needs cleaning.
        expect(readText(`\u200b${text}`)).toEqual(readText(text))
      }),
      { numRuns: 3000 },
    )
  })
  it.each([
    ['a family emoji', '👩‍👩‍👧'],
    ['Northern Sámi', 'čáppa sámegiella ŋŧđ'],
    ['Devanagari with its marks', 'किमिजार्वी'],
    ['a no-break space', '22\u00a0162,5'],
  ])('leaves %s as it is', (_, text) => {
    expect(readText(text).text).toBe(text)
  })
  it('makes a name one line of its length', () => {
    expect(cleanLine(' Aino\n\u202eEsimerkki ', 100)).toBe('Aino Esimerkki')
    expect([...(cleanLine('x'.repeat(500), 100) ?? '')].length).toBe(100)
    expect(cleanLine(' \u200b ', 100)).toBeNull()
    expect(cleanLine('Lapsille on oma nurkkaus, tervetuloa', 26)).toBe('Lapsille on oma nurkkaus…')
    expect(cleanLine('Ja sitten,…', 26)).toBe('Ja sitten,…')
  })
})

describe('nothing that comes in can run', () => {
  it('has at least 250 attack strings', () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(250)
  })
  it.each(['html', 'text'] as const)(
    'renders only paragraphs, breaks and safe links of every attack as %s',
    (as) => {
      for (const payload of payloads) {
        const read = as === 'html' ? readHtml(payload, 'https://example.org/') : readText(payload)
        const html = renderHtml(read.text, read.marks)
        expect(rest(html), payload).not.toMatch(/[<>]/)
        expect(html, payload).not.toMatch(/href="(?!https?:\/\/)/)
      }
    },
  )
  it('renders nothing else for any text and any marks', () => {
    const mark = fc.record({
      start: fc.integer({ min: -2, max: 60 }),
      end: fc.integer({ min: -2, max: 60 }),
      kind: fc.constantFrom('link', 'tag', 'mention'),
      href: fc.oneof(fc.constantFrom(null, ...links, ...payloads.slice(0, 40)), fc.webUrl(), fc.string()),
    })
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...payloads))
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 6 }), (words, marks) => {
        expect(rest(renderHtml(words, marks as Mark[]))).not.toMatch(/[<>]/)
      }),
      { numRuns: 10_000 },
    )
  })
  it('reads any HTML to clean text whose marks fit it and never touch', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(...payloads),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<a href="https://example.org/">',
        '</a>',
        '#tunniste',
        '\u0308',
        '\u200d',
        '\n',
        '@aino',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { text, marks } = readHtml(pieces.join(''))
        expect(text).toBe(text.normalize('NFC').trim())
        expect(text.isWellFormed()).toBe(true)
        const tricks = /[[\p{Cc}--[\n]]\u200b\u202a-\u202e\u2066-\u2069\ufdd0\ufdd1]|\p{M}{5}/v
        expect(text).not.toMatch(tricks)
        let at = 0
        for (const mark of marks) {
          expect(mark.start).toBeGreaterThanOrEqual(at)
          expect(mark.end).toBeGreaterThan(mark.start)
          at = mark.end
        }
        expect(at).toBeLessThanOrEqual([...text].length)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('addresses', () => {
  it.each(links)('refuses %j', (link) => {
    expect(safeUrl(link)).toBeNull()
  })
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTPS://EXAMPLE.org:443/A', 'https://example.org/A'],
    ['https://user:pass@example.org/', 'https://example.org/'],
    ['https://example.org@evil.example/', 'https://evil.example/'],
    ['https://kemijärvi.example/ä', 'https://xn--kemijrvi-4za.example/%C3%A4'],
    ['https://example.org/?a=%20b&fbclid=1&c=ä', 'https://example.org/?a=%20b&c=%C3%A4'],
    ['https://example.org/?utm_source=a', 'https://example.org/'],
    ['https://example.org/?utm=1&outm_x=2#kohta', 'https://example.org/?utm=1&outm_x=2#kohta'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['\thttps://example.org/a\n', 'https://example.org/a'],
  ])('rebuilds %j, and once rebuilt it stays so', (link, built) => {
    expect(safeUrl(link)).toBe(built)
    expect(safeUrl(built)).toBe(built)
  })
  it.each([
    ['http://www.example.org/a/', 'https://example.org/a'],
    ['https://example.org/a?utm_source=x#osa', 'https://example.org/a'],
    ['https://example.org./a/index.html', 'https://example.org/a'],
    ['https://example.org/a?b=2&a=1', 'https://example.org/a?a=1&b=2'],
    ['https://example.org:8443/a//', 'https://example.org:8443/a'],
  ])('knows %j as %j', (link, canonical) => {
    expect(canonicalUrl(link)).toBe(canonical)
  })
  it('takes the front page of a site for nobody’s own address', () => {
    expect(canonicalUrl('https://www.example.org/')).toBeNull()
  })
})

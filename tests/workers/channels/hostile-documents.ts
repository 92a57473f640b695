// Feed documents made to exhaust whoever reads them.

const rss = (inner: string) => `<rss version="2.0"><channel><title>K</title>${inner}</channel></rss>`
const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
const polluting = '"__proto__":{"polluted":1}'
const tangled = `<item><title>T</title><description><![CDATA[${'<p><i>'.repeat(40_000)}]]></description></item>`
const wide = Array.from({ length: 200_000 }, (_, n) => `a${n}="1"`).join(' ')
const names = Array.from({ length: 490_000 }, (_, n) => `&a${n.toString(36)};`).join('')
/** What it is, the document, and the fault it ends in ('any': read or refused, as long as nobody is harmed). */
export const hostileDocuments: [what: string, body: string, expected: string][] = [
  [
    'a billion laughs',
    `<!DOCTYPE lolz [<!ENTITY l0 "lol">${lol}]>${rss('<item><title>&l9;</title></item>')}`,
    'feed-doctype',
  ],
  [
    'an entity from a file',
    `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>&x;</title></item>')}`,
    'feed-doctype',
  ],
  [
    '100,000 levels',
    rss(`<item><title>T</title><description>${'<b>'.repeat(100_000)}</description></item>`),
    'any',
  ],
  [
    '100,000 levels of HTML',
    rss(`<item><title>T</title><description><![CDATA[${'<b>'.repeat(100_000)}]]></description></item>`),
    'any',
  ],
  ['200,000 attributes', rss(`<item ${wide}><title>T</title></item>`), 'any'],
  [
    'a million references',
    rss(`<item><title>T</title><description>${'&#228;'.repeat(600_000)}</description></item>`),
    'any',
  ],
  [
    'scripts everywhere',
    rss(
      `<item><title>T</title><description>${'&lt;script&gt;x&lt;/script&gt;'.repeat(9999)}</description></item>`,
    ),
    'any',
  ],
  ['20,000 stories', rss('<item><title>T</title></item>'.repeat(20_000)), 'any'],
  [
    'JSON 100,000 levels deep',
    `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'any',
  ],
  [
    'JSON that would be our prototype',
    `{"version":"https://jsonfeed.org/version/1.1","items":[{${polluting},"id":"1","title":"T"}],${polluting}}`,
    'any',
  ],
  ['a million elements', rss(`<item>${'<a/>'.repeat(1_200_000)}</item>`), 'feed-too-heavy'],
  ['HTML that took for ever', rss(tangled.repeat(20)), 'any'],
  ['a million doctypes', '<!DOCTYPE '.repeat(490_000), 'feed-is-other'],
  ['half a million names for signs', rss(`<item><title>T</title><link>${names}</link></item>`), 'any'],
  ['a million ends', rss(`<item>${'<b>'.repeat(250)}${'</x>'.repeat(1_200_000)}`), 'any'],
  [
    '100,000 enclosures',
    rss(`<item><title>T</title>${'<enclosure url="/a.jpg"/>'.repeat(95_000)}</item>`),
    'any',
  ],
  [
    'more objects than memory',
    `{"version":"https://jsonfeed.org/version/1","items":[${'{},'.repeat(1_600_000)}0]}`,
    'any',
  ],
  ['200 MB', 'x'.repeat(6_000_000), 'size'],
]

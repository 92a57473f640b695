// Broken documents that readers of feeds read all the same, and what is not read out of them.
import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../workers/channels/feed/read.ts'
import { faultOf } from '../../outside.ts'
import { HERE } from './feed-documents.ts'

const whole = '<title>Lumi</title><link>https://kunta.example/1</link>'
const rss = (items: string) => `<rss version="2.0"><channel><title>K</title>${items}</channel></rss>`
const one = rss(`<item>${whole}</item>`)
const posts = async (text: string) =>
  (await readFeed(text, HERE)).posts.map(
    ({ title, url }) => `${title} ${url?.replace('https://kunta.example', '')}`,
  )

describe('is read as it was meant', () => {
  const cases: [what: string, text: string, expected: string[]][] = [
    ['a bare &', one.replace('Lumi', 'Lumi & jää'), ['Lumi & jää /1']],
    ['a bare & in an address', one.replace('/1', '/?a=1&b=2'), ['Lumi /?a=1&b=2']],
    [
      'names of HTML without a DTD',
      one.replace('Lumi', 'J&auml;&auml;&nbsp;&ndash; y&ouml;'),
      ['Jää – yö /1'],
    ],
    ['names that nobody knows', one.replace('Lumi', 'A &jotain; B'), ['A &jotain; B /1']],
    [
      'letters escaped twice',
      one.replace('Lumi', 'J&amp;amp;auml;&amp;auml; &amp;#8211; y&amp;quot;'),
      ['Jää – y" /1'],
    ],
    ['a lonely <', one.replace('Lumi', '5 < 7'), ['5 < 7 /1']],
    ['CDATA within words', one.replace('Lumi', 'A <![CDATA[B & C]]> D'), ['A B & C D /1']],
    ['white space before the declaration', `\n \t<?xml version="1.0"?>${one}`, ['Lumi /1']],
    ['a mark and white space', `\ufeff\n<?xml version="1.0"?>${one}`, ['Lumi /1']],
    [
      'a server’s warning before it',
      `<br>\n<b>Warning</b>: x in <b>y</b> on line <b>3</b><br>\n${one}`,
      ['Lumi /1'],
    ],
    ['words before it', `moi\n<?xml version="1.0"?>${one}`, ['Lumi /1']],
    ['something after it', `${one}\n<!-- 0.3 s --><script>x()</script> loppu`, ['Lumi /1']],
    ['control characters', one.replace('Lumi', 'Lu\u0008m\u001fi&#11;'), ['Lumi /1']],
    ['quotes that Windows left', one.replace('Lumi', '\u0093Lumi\u0094 \u0096 &#150;'), ['“Lumi” – – /1']],
    ['names in any case', one.replace(/item|title|link/g, (name) => name.toUpperCase()), ['Lumi /1']],
    [
      'ends in another case',
      one.replaceAll('</item>', '</Item>').replaceAll('</link>', '</LINK>'),
      ['Lumi /1'],
    ],
    ['prefixes that nobody declared', one.replaceAll('title>', 'rss:title>'), ['Lumi /1']],
    ['an attribute given twice', one.replace('<item>', '<item a="1" a="2" a>'), ['Lumi /1']],
    ['attributes without quotes', one.replace('version="2.0"', 'version=2.0'), ['Lumi /1']],
    [
      'stories without an end',
      rss(`<item>${whole}<item>${whole.replaceAll('1', '2')}`),
      ['Lumi /1', 'Lumi /2'],
    ],
    ['a title without an end', one.replace('</title><link>', '<link>'), ['Lumi /1']],
    [
      'links without an end',
      '<feed><link href="/"><entry><id>1</id><link href="/1"><title>Lumi</title></entry></feed>',
      ['Lumi /1'],
    ],
    ['ends without a start', one.replace('<item>', '</x></p><item>'), ['Lumi /1']],
    [
      'a channel without rss',
      '<channel><title>K</title><item><title>A</title><link>/1</link></item></channel>',
      ['A /1'],
    ],
    ['a feed in a wrapper', `<response><data>${one}</data></response>`, ['Lumi /1']],
    [
      'names that are ours',
      one.replace('<item>', '<item><__proto__><a>1</a></__proto__><constructor/>'),
      ['Lumi /1'],
    ],
    ['a DOCTYPE without entities', one.replace('<rss', '<!DOCTYPE rss SYSTEM "rss.dtd"><rss'), ['Lumi /1']],
    [
      'a story about DOCTYPEs',
      one.replace('</item>', '<description><![CDATA[<!DOCTYPE x [<!ENTITY a "b">]>]]></description></item>'),
      ['Lumi /1'],
    ],
  ]
  it.each(cases)('%s', async (_, text, expected) => {
    expect(await posts(text)).toEqual(expected)
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })
})

describe('a document that ends too early', () => {
  const two = rss(
    `<item>${whole}</item><item><guid>https://kunta.example/2</guid><title>Pakkanen</title></item>`,
  )
  it('brings its whole stories, and not the half one, whose id or text may be cut', async () => {
    const read = await readFeed(two.slice(0, two.indexOf('/2</guid>')), HERE)
    expect([read.posts.length, read.skipped, read.cut]).toEqual([1, 1, true])
    expect((await readFeed(two, HERE)).cut).toBe(false)
  })
  it.each([
    ['in its first story', two.indexOf('Lumi')],
    ['before it', two.indexOf('<item>')],
    ['in its root', 10],
  ])('%s is broken, which is not the same as empty', async (_, end) => {
    expect((await faultOf(readFeed(two.slice(0, end), HERE))).code).toBe('feed-broken')
  })
})

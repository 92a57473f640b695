// Every kind of feed brings the same post; what an element means depends on its space, not on its prefix.
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../workers/channels/feed/read.ts'
import { documents, HERE } from './feed-documents.ts'

const undated = ['RSS 0.90', 'RSS 0.91', 'RSS 0.92']
const untagged = ['RSS 0.90', 'RSS 0.91', 'Atom 0.3']
const rss = (item: string, channel = '') =>
  `<rss version="2.0"><channel><title>K</title>${channel}<item>${item}</item></channel></rss>`
const atom = (entry: string, more = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${more}><entry><id>1</id>${entry}</entry></feed>`
const post = async (text: string) => (await readFeed(text, HERE)).posts[0]
const html = async (text: string) => {
  const body = (await post(text))?.body
  return body && 'html' in body ? body.html : body?.text
}

describe('the same story', () => {
  it.each(Object.keys(documents))('%s', async (kind) => {
    const { posts, title, url } = await readFeed(documents[kind] ?? '', HERE)
    expect([title, url]).toEqual(['Uutiset', 'https://kunta.example/'])
    const [body] = posts.map((one) => ('html' in one.body ? one.body.html.replace(/<\/?div>/g, '') : ''))
    expect(body).toBe('<p>Lumi tuli <a href="https://kunta.example/liite">liitteineen</a>.</p>')
    expect(posts).toMatchObject([
      {
        externalId: 'https://kunta.example/1',
        url: 'https://kunta.example/1',
        title: 'Lumi & jää',
        tags: untagged.includes(kind) ? [] : ['talvi'],
        publishedAt: undated.includes(kind) ? null : new Date('2026-11-20T10:00:00Z'),
        media: [],
      },
    ])
  })

  it('in every time zone', () => {
    const file = (name: string) => JSON.stringify(new URL(name, import.meta.url))
    const code =
      `import { readFeed } from ${file('../../../workers/channels/feed/read.ts')};` +
      `import { documents, HERE } from ${file('./feed-documents.ts')};` +
      'const all = await Promise.all(Object.values(documents).map((text) => readFeed(text, HERE)));' +
      'console.log(JSON.stringify(all))'
    const read = (TZ: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: { TZ } }).toString()
    const here = read('UTC')
    expect(here).toContain('2026-11-20T10:00:00.000Z')
    expect(read('America/Los_Angeles')).toBe(here)
    expect(read('Europe/Helsinki')).toBe(here)
  })
})

describe('which text is the story', () => {
  const all = {
    full: '<content:encoded><![CDATA[<p>Koko</p>]]></content:encoded>',
    lead: '<description>Ingressi</description>',
    dublin: '<dc:description>Dublin</dc:description>',
    podcast: '<itunes:summary>Jakso</itunes:summary>',
    media: '<media:description>Kuvateksti</media:description>',
  }
  const cases: [what: string, item: string, expected: string | undefined][] = [
    ['the whole one, wherever it stands', all.lead + all.full, '<p>Koko</p>'],
    ['else the lead', all.podcast + all.dublin + all.lead, 'Ingressi'],
    ['an empty whole one is none', `<content:encoded> </content:encoded>${all.lead}`, 'Ingressi'],
    ['Dublin Core', all.media + all.dublin, 'Dublin'],
    ['a podcast', all.podcast, 'Jakso'],
    ['a picture', all.media, 'Kuvateksti'],
    [
      'markup that nobody escaped',
      '<description>A <b>B</b> &lt; C<br/>D</description>',
      'A <b>B</b> &lt; C<br />D',
    ],
    ['XHTML in RSS', '<xhtml:body><xhtml:p>A</xhtml:p></xhtml:body>', '<p>A</p>'],
  ]
  it.each(cases)('RSS: %s', async (_, item, expected) => {
    expect(await html(rss(`<title>T</title>${item}`))).toBe(expected)
  })
  const ofAtom: [what: string, entry: string, expected: string][] = [
    ['content before summary', '<summary>S</summary><content>C</content>', 'C'],
    [
      'summary where content stands elsewhere',
      '<content src="/v.mp4" type="video/mp4"/><summary>S</summary>',
      'S',
    ],
    [
      'summary where content is a file',
      '<content type="image/png">iVBORw0K</content><summary>S</summary>',
      'S',
    ],
    ['plain text as it stands', '<content>5 &lt; 7 &amp;amp; &lt;b></content>', '5 < 7 &amp; <b>'],
    ['HTML', '<content type="html">&lt;p>A&lt;/p></content>', '<p>A</p>'],
    ['HTML by its media type', '<content type="text/html">&lt;p>A&lt;/p></content>', '<p>A</p>'],
    [
      'XHTML with entities of HTML',
      '<content type="xhtml"><div>J&auml;&auml;<br/>ja&nbsp;lumi</div></content>',
      '<div>Jää<br />ja\u00a0lumi</div>',
    ],
    ['a video’s description', '<media:group><media:description>V</media:description></media:group>', 'V'],
  ]
  it.each(ofAtom)('Atom: %s', async (_, entry, expected) => expect(await html(atom(entry))).toBe(expected))
  it('Atom 0.3 by its mode', async () => {
    const old = (content: string) =>
      html(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>1</id>${content}</entry></feed>`)
    expect(await old('<content type="text/html" mode="base64">PHA+SsOkw6Q8L3A+</content>')).toBe('<p>Jää</p>')
    expect(await old('<content type="application/xhtml+xml"><p>A</p></content>')).toBe('<p>A</p>')
    expect(await old('<content mode="escaped">A &lt; B</content>')).toBe('A < B')
  })
})

describe('which address is the story’s', () => {
  const cases: [what: string, item: string, url: string | null][] = [
    ['its link', '<link>https://a.example/1</link><guid>https://a.example/2</guid>', 'https://a.example/1'],
    ['Atom’s link in RSS', '<atom:link href="https://a.example/1"/>', 'https://a.example/1'],
    ['not Atom’s link to itself', '<atom:link rel="self" href="https://a.example/1"/>', null],
    ['a guid that is a permalink', '<guid>https://a.example/1</guid>', 'https://a.example/1'],
    ['a guid that says so', '<guid isPermaLink="true">https://a.example/1</guid>', 'https://a.example/1'],
    // WordPress: an address in looks, never meant to be visited.
    ['not one that says no', '<guid isPermaLink="false">https://a.example/?p=1</guid>', null],
    ['not one that is no address', '<guid>tag:a.example,2026:1</guid>', null],
    ['none that cannot be visited', '<link>javascript:alert(1)</link>', null],
  ]
  it.each(cases)('RSS: %s', async (_, item, url) => {
    expect((await post(rss(`<title>T</title>${item}`)))?.url).toBe(url)
  })
  const ofAtom: [what: string, links: string, url: string | null][] = [
    ['the page', '<link rel="self" href="/s"/><link rel="edit" href="/e"/><link href="/1"/>', '/1'],
    [
      'the page for people',
      '<link type="application/json" href="/j"/><link type="text/html" href="/1"/>',
      '/1',
    ],
    ['any page rather than none', '<link rel="alternate" type="application/pdf" href="/1.pdf"/>', '/1.pdf'],
    ['not an enclosure', '<link rel="enclosure" href="/1.mp3"/>', null],
  ]
  it.each(ofAtom)('Atom: %s', async (_, links, url) => {
    expect((await post(atom(links)))?.url).toBe(url && `https://kunta.example${url}`)
  })
  it('JSON Feed: the page, what it points to, or an id that is an address', async () => {
    const read = (one: object) =>
      post(JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [one] }))
    expect((await read({ id: 'https://a.example/1' }))?.url).toBe('https://a.example/1')
    expect((await read({ id: 'https://a.example/1', external_url: '/2' }))?.url).toBe(
      'https://kunta.example/2',
    )
    expect((await read({ id: 'tag:1', content_text: 'A' }))?.url).toBeNull()
  })
})

describe('xml:base', () => {
  it('is nested, on any element, in markup and beside it', async () => {
    const entry =
      '<link xml:base="l/" href="1"/><content type="xhtml" xml:base="c/"><div><a href="z">z</a>' +
      '<p xml:base="/d/"><a href="y">y</a><img src="k.jpg" alt=""/></p></div></content>'
    const found = await post(atom(entry, 'xml:base="https://a.example/x/"'))
    expect(found?.url).toBe('https://a.example/x/l/1')
    expect(found?.media).toMatchObject([{ url: 'https://a.example/d/k.jpg' }])
    expect(found?.body).toEqual({
      html:
        '<div><a href="https://a.example/x/c/z">z</a><p><a href="https://a.example/d/y">y</a>' +
        '<img src="https://a.example/d/k.jpg" alt="" /></p></div>',
    })
  })
  it('holds in RSS, too, and counts only where it can be visited', async () => {
    const item = '<link>1</link><description>&lt;a href="2">2&lt;/a></description>'
    const read = (base: string) => post(rss(item).replace('<channel', `<channel xml:base="${base}"`))
    expect(await read('https://a.example/b/')).toMatchObject({
      url: 'https://a.example/b/1',
      body: { html: '<a href="https://a.example/b/2">2</a>' },
    })
    expect((await read('javascript:alert(1)'))?.url).toBe('https://kunta.example/syote/1')
  })
})

describe('an id', () => {
  it('that stories share is nobody’s: their addresses are', async () => {
    const guid = '<guid>https://kunta.example/</guid>'
    const two = rss(`${guid}<link>/1</link></item><item>${guid}<link>/2</link>`)
    expect((await readFeed(two, HERE)).posts.map((one) => one.externalId)).toEqual([
      'https://kunta.example/1',
      'https://kunta.example/2',
    ])
  })
})

describe('how often a feed wants to be asked', () => {
  const cases: [channel: string, minutes: number | null][] = [
    ['<ttl>45</ttl>', 45],
    ['<ttl>0</ttl>', null],
    ['<ttl>pian</ttl>', null],
    ['<ttl>99999</ttl>', 1440],
    ['<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', 30],
    ['<sy:updatePeriod>weekly</sy:updatePeriod>', 1440],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>-3</sy:updateFrequency>', 1440],
    ['', null],
  ]
  it.each(cases)('%s', async (channel, minutes) => {
    expect((await readFeed(rss('<title>T</title>', channel), HERE)).ttlMinutes).toBe(minutes)
  })
})

describe('a name', () => {
  it('is known by its space, whatever its prefix', async () => {
    const item =
      '<title>T</title><d:subject xmlns:d="HTTP://purl.org/dc/elements/1.1">talvi</d:subject>' +
      '<encoded xmlns="https://purl.org/rss/1.0/modules/content/">A</encoded><content:title>Ei</content:title>' +
      '<x:guid xmlns:x="https://muu.example/">1</x:guid><link xmlns="http://www.w3.org/2005/Atom" href="/1"/>'
    expect(await post(rss(item))).toMatchObject({
      externalId: 'https://kunta.example/1',
      title: 'T',
      tags: ['talvi'],
      body: { html: 'A' },
    })
  })
  it('of a sign is HTML’s where XML has none, in plain text, attributes and markup', async () => {
    const entry =
      '<title>J&auml;&auml; &copy;</title><category term="x" label="y&ouml;"/>' +
      '<content type="xhtml"><p>&copy; &lt;3</p></content>'
    expect(await post(atom(entry))).toMatchObject({
      title: 'Jää ©',
      tags: ['yö'],
      body: { html: '<p>© &lt;3</p>' },
    })
  })
})

describe('languages', () => {
  it('come from the nearest that names one, and only if it is one', async () => {
    const lang = async (text: string) => (await post(text))?.lang
    expect(await lang(rss('<title>T</title>', '<language>fi-FI</language>'))).toBe('fi-FI')
    expect(await lang(rss('<title>T</title><dc:language>sv</dc:language>', '<language>fi</language>'))).toBe(
      'sv',
    )
    expect(await lang(atom('<content xml:lang="se">A</content>', 'xml:lang="fi"'))).toBe('se')
    expect(await lang(rss('<title>T</title>', '<language>suomen kieli</language>'))).toBeNull()
  })
})

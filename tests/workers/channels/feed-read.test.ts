// Documents of every kind read into posts, and what is no feed named.
import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../workers/channels/feed/read.ts'
import { faultOf } from '../../outside.ts'

const HERE = 'https://kunta.example/syote/'
const spaces =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
const rss = (items: string, head = '<title>Uutiset</title><link>https://kunta.example/</link>') =>
  `<?xml version="1.0"?><rss version="2.0" ${spaces}><channel>${head}${items}</channel></rss>`
const item = (inner: string) => rss(`<item>${inner}</item>`)
const atom = (entries: string, more = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${more}><title>Uutiset</title><id>a</id>${entries}</feed>`
const post = async (text: string) => (await readFeed(text, HERE)).posts[0]
const html = async (text: string) => {
  const body = (await post(text))?.body
  return body && 'html' in body ? body.html : undefined
}

describe('headlines are plain text', () => {
  const cases: [title: string, expected: string | null][] = [
    ['Lumi &amp; jää', 'Lumi & jää'],
    ['<![CDATA[Lumi &amp; j&auml;&auml;]]>', 'Lumi & jää'],
    ['&lt;b&gt;Lumi&lt;/b&gt; tuli', 'Lumi tuli'],
    ['&#8221;Työ&#8221; &#x2013; koti', '”Työ” – koti'],
    ['5 &lt; 7', '5 < 7'],
    ['  Rivi\n   vaihtuu ', 'Rivi vaihtuu'],
    ['2026', '2026'],
    ['', null],
    ['<![CDATA[<script>alert(1)</script>Lumi]]>', 'Lumi'],
  ]
  it.each(cases)('%s', async (title, expected) => {
    expect((await post(item(`<title>${title}</title><guid>1</guid>`)))?.title).toBe(expected)
  })
  it('in Atom by their type', async () => {
    const title = async (element: string) => (await post(atom(`<entry>${element}<id>1</id></entry>`)))?.title
    expect(await title('<title>5 &lt; 7 &amp;amp; 8</title>')).toBe('5 < 7 &amp; 8')
    expect(await title('<title type="html">Lumi &amp;amp; &amp;lt;jää&amp;gt;</title>')).toBe('Lumi & <jää>')
    const div = '<div xmlns="http://www.w3.org/1999/xhtml">Lumi <em>tuli</em> &amp; jäi</div>'
    expect(await title(`<title type="xhtml">${div}</title>`)).toBe('Lumi tuli & jäi')
  })
})

describe('who a story is', () => {
  it('is its guid, whatever that looks like; else its address; else what it says', async () => {
    expect((await post(item('<guid isPermaLink="false"> ?p=12 </guid><link>/a</link>')))?.externalId).toBe(
      '?p=12',
    )
    expect((await post(item('<title>T</title><link>/a</link>')))?.externalId).toBe('https://kunta.example/a')
    const bare = await post(item('<title>T</title><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>'))
    const again = await post(item('<title>T</title><pubDate>Mon, 23 Nov 2026 12:00:00 +0200</pubDate>'))
    const other = await post(item('<title>U</title><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>'))
    expect(bare?.externalId).toMatch(/^hash:/)
    expect(again?.externalId).toBe(bare?.externalId)
    expect(other?.externalId).not.toBe(bare?.externalId)
    expect((await post(atom('<entry><title>T</title><id>tag:1</id></entry>')))?.externalId).toBe('tag:1')
  })
  it('has the guid for its address only when it is one', async () => {
    expect((await post(item('<title>T</title><guid>https://kunta.example/b</guid>')))?.url).toBe(
      'https://kunta.example/b',
    )
    expect((await post(item('<title>T</title><guid isPermaLink="false">tag:b</guid>')))?.url).toBeNull()
    expect(
      (await post(item('<title>T</title><link>javascript:alert(1)</link><guid>1</guid>')))?.url,
    ).toBeNull()
  })
  it('with nothing at all is skipped and counted', async () => {
    const read = await readFeed(rss('<item><category>a</category></item><item><title>T</title></item>'), HERE)
    expect([read.posts.length, read.skipped]).toEqual([1, 1])
  })
  it('speaks for the site, not for the clerk', async () => {
    const found = await post(item('<title>T</title><dc:creator>Maija Virkailija</dc:creator>'))
    expect(found?.author).toEqual({
      id: 'https://kunta.example/',
      name: 'Uutiset',
      handle: null,
      url: 'https://kunta.example/',
    })
  })
})

describe('addresses are made whole', () => {
  it('against the site in RSS, xml:base in Atom, and the story in its text', async () => {
    const text = '<![CDATA[<a href="liite.pdf">a</a><a href="/b">b</a><a href="//c.example/">c</a>]]>'
    const found = item(`<link>/uutiset/1/</link><content:encoded>${text}</content:encoded>`)
    expect((await post(found))?.url).toBe('https://kunta.example/uutiset/1/')
    expect(await html(found)).toBe(
      '<a href="https://kunta.example/uutiset/1/liite.pdf">a</a><a href="https://kunta.example/b">b</a>' +
        '<a href="https://c.example/">c</a>',
    )
    const entry =
      '<entry xml:base="y/"><title>T</title><id>1</id><link href="p"/>' +
      '<content type="html">&lt;a href="z"&gt;z&lt;/a&gt;</content></entry>'
    const based = atom(entry, 'xml:base="https://muu.example/x/"')
    expect((await post(based))?.url).toBe('https://muu.example/x/y/p')
    expect(await html(based)).toBe('<a href="https://muu.example/x/y/z">z</a>')
  })
  it('and what acts is left out', async () => {
    const text =
      '<p onclick="x()">Hei</p><script>alert(1)</script><iframe src="https://x.example"></iframe>' +
      '<form>Salasana</form>' +
      '<a href="javascript:alert(1)">a</a><img src="data:image/png;base64,AA"><style>p{}</style>'
    expect(await html(item(`<guid>1</guid><description><![CDATA[${text}]]></description>`))).toBe(
      '<p>Hei</p><a>a</a><img />',
    )
  })
})

describe('pictures', () => {
  const media = async (inner: string) => (await post(item(`<guid>1</guid><link>/a/</link>${inner}`)))?.media
  it('come from media and enclosures, described where a description is', async () => {
    const described = '<media:description type="plain">Järvi</media:description>'
    expect(
      await media(
        `<media:content url="/k.jpg" medium="image" width="800" height="600">${described}</media:content>`,
      ),
    ).toEqual([{ kind: 'image', url: 'https://kunta.example/k.jpg', alt: 'Järvi', width: 800, height: 600 }])
    expect(await media('<enclosure url="/e.jpg" type="image/jpeg" length="1"/>')).toMatchObject([
      { url: 'https://kunta.example/e.jpg', alt: null },
    ])
    expect(await media('<enclosure url="/e.mp3" type="audio/mpeg" length="1"/>')).toEqual([])
    expect(await media('<media:thumbnail url="/t.jpg" width="75" height="50"/>')).toMatchObject([
      { kind: 'image' },
    ])
    expect(
      await media(
        '<media:group><media:content url="/v.mp4" medium="video"/><media:thumbnail url="/t.jpg"/></media:group>',
      ),
    ).toMatchObject([{ kind: 'video', url: 'https://kunta.example/t.jpg' }])
  })
  it('come from the text when there are no others, but not the ones that count readers', async () => {
    const text =
      '<img src="k.jpg" alt="Kuva"><img src="/pixel.gif" width="1" height="1"><img data-src="/laiska.jpg">'
    expect(await media(`<description><![CDATA[${text}]]></description>`)).toMatchObject([
      { url: 'https://kunta.example/a/k.jpg', alt: 'Kuva' },
      { url: 'https://kunta.example/laiska.jpg', alt: null },
    ])
  })
  it('are one when only their size differs, with the description from the text', async () => {
    const text = '<img src="/k-1024x683.jpg" alt="Järvi aamulla">'
    expect(
      await media(
        '<media:thumbnail url="/k-150x100.jpg" width="150"/><media:content url="/k.jpg" medium="image" width="2000"/>' +
          `<content:encoded><![CDATA[${text}]]></content:encoded>`,
      ),
    ).toMatchObject([{ url: 'https://kunta.example/k.jpg', alt: 'Järvi aamulla' }])
  })
})

describe('a story', () => {
  it('behind a password is its headline alone', async () => {
    const form = '<form action="/wp-login.php" class="post-password-form"><p>Sisältö on suojattu.</p></form>'
    const found = await post(
      item(`<title>Suojattu: A</title><guid>1</guid><content:encoded><![CDATA[${form}]]></content:encoded>
        <description>Tiivistelmää ei ole.</description><media:content url="/salainen.jpg" medium="image"/>`),
    )
    expect([found?.title, found?.body, found?.media]).toEqual(['Suojattu: A', { html: '' }, []])
  })
  it('has its categories for tags, as strings, but not the one that stands for none', async () => {
    const found = await post(
      item(
        '<guid>1</guid><category domain="x">#kemijärvi</category><category> Työ </category>' +
          '<category>Työ</category><category/>',
      ),
    )
    expect(found?.tags).toEqual(['#kemijärvi', 'Työ'])
    const entry =
      '<entry><title>T</title><id>1</id><category term="tyo" label="Työ"/><category term="lumi"/></entry>'
    expect((await post(atom(entry)))?.tags).toEqual(['Työ', 'lumi'])
    const unsorted =
      '<title>A</title><guid>1</guid><category>Yleinen</category><category>Uncategorized</category>'
    expect((await post(item(unsorted)))?.tags).toEqual([])
  })
  it('was edited when its update is later than its publication', async () => {
    const entry = (published: string, updated: string) =>
      atom(`<entry><title>T</title><id>1</id>${published}<updated>${updated}</updated></entry>`)
    const early = '<published>2026-11-01T10:00:00Z</published>'
    expect(await post(entry(early, '2026-11-02T10:00:00Z'))).toMatchObject({
      publishedAt: new Date('2026-11-01T10:00:00Z'),
      editedAt: new Date('2026-11-02T10:00:00Z'),
    })
    expect(await post(entry(early, '2026-11-01T10:00:00Z'))).toMatchObject({ editedAt: null })
    expect(await post(entry('', '2026-11-02T10:00:00Z'))).toMatchObject({
      publishedAt: new Date('2026-11-02T10:00:00Z'),
      editedAt: null,
    })
  })
  it('without a date has none', async () => {
    expect((await post(item('<title>T</title>')))?.publishedAt).toBeNull()
  })
})

describe('a feed', () => {
  it.each([
    ['RSS', rss('')],
    ['RSS without a title', '<rss version="2.0"><channel></channel></rss>'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'],
    ['JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[]}'],
  ])('%s without stories is a feed all the same', async (_, text) => {
    expect(await readFeed(text, HERE)).toMatchObject({ posts: [], skipped: 0 })
  })
  it('of any length brings its 200 newest, whichever way round they stand', async () => {
    const item = (n: number) =>
      `<item><title>${n}</title><pubDate>${new Date(Date.UTC(2026, 0, n)).toUTCString()}</pubDate></item>`
    const all = Array.from({ length: 300 }, (_, n) => item(n + 1))
    const titles = async (items: string[]) =>
      (await readFeed(rss(items.join('')), HERE)).posts.map((one) => Number(one.title))
    const newest = Array.from({ length: 200 }, (_, n) => n + 101)
    expect(await titles(all)).toEqual(newest)
    expect(await titles(all.toReversed())).toEqual(newest.toReversed())
  })
  it('JSON with one bad item keeps the others', async () => {
    const items = [
      { id: '1', title: 'T', content_text: 'a' },
      null,
      7,
      { id: {}, title: [] },
      { id: '2', url: '/b' },
    ]
    const read = await readFeed(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }), HERE)
    expect([read.posts.map((one) => one.externalId), read.skipped]).toEqual([['1', '2'], 3])
  })
})

describe('what is no feed says what it is', () => {
  const cases: [code: string, text: string][] = [
    ['empty', ' \n '],
    ['feed-is-html', '<!doctype html><html><head><title>K</title></head></html>'],
    [
      'feed-is-html',
      '<?xml version="1.0"?><!-- x --><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    ],
    [
      'feed-is-html-found',
      '<html><head><link rel=alternate type=application/rss+xml href=/feed/></head></html>',
    ],
    ['feed-is-other', '{"ok":true}'],
    ['feed-is-other', '[]'],
    ['feed-is-other', '{"version":"https://jsonfeed.org/version/1.1","items":[,]}'],
    ['feed-is-other', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['feed-is-other', 'pelkkää tekstiä'],
    ['feed-broken', rss('<item><title>T').slice(0, 150)],
    ['feed-broken', rss('<item><title>T</title>').split('</channel>')[0] ?? ''],
    ['feed-doctype', rss('').replace('<rss', '<!DOCTYPE rss [<!ENTITY a "x">]><rss')],
    ['feed-doctype', rss('').replace('<rss', '<!doctype rss SYSTEM "x" [ ]><rss')],
  ]
  it.each(cases)('%s: %s', async (code, text) => {
    expect(await faultOf(readFeed(text, HERE))).toMatchObject({ kind: 'shape', code })
  })
  it('and where the feed is, when the page tells', async () => {
    const page = `<!DOCTYPE html><head><link rel="stylesheet" href="/a.css"><LINK href='/rss?a=1&amp;b=2'
      type='application/atom+xml' rel='ALTERNATE'>`
    expect((await faultOf(readFeed(page, HERE))).values.feed).toBe('https://kunta.example/rss?a=1&b=2')
  })
})

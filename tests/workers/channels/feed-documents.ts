// The same story in every kind of feed that we read, as plainly as each kind allows.

/** Where the documents are said to have been fetched. */
export const HERE = 'https://kunta.example/syote/'

const html = '<p>Lumi tuli <a href="https://kunta.example/liite">liitteineen</a>.</p>'
const escaped = html.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))
const link = '<link>https://kunta.example/1</link>'
const fields = `<title>Lumi &amp; jää</title>${link}<description>${escaped}</description>`
const feed = '<title>Uutiset</title><link>https://kunta.example/</link>'
const rss = (version: string, item: string, more = '') =>
  `<?xml version="1.0"?><rss ${version} ${more}><channel>${feed}${item}</channel></rss>`
const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
const rdf = (space: string, item: string) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${space}" ${dc}>` +
  `<channel rdf:about="https://kunta.example/">${feed}</channel>${item}</rdf:RDF>`
const item = `<item>${fields}<pubDate>Fri, 20 Nov 2026 12:00:00 +0200</pubDate><category>talvi</category></item>`
const doctype =
  '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
const json = (version: string) =>
  JSON.stringify({
    version: `https://jsonfeed.org/version/${version}`,
    title: 'Uutiset',
    home_page_url: 'https://kunta.example/',
    items: [
      {
        id: 'https://kunta.example/1',
        url: 'https://kunta.example/1',
        title: 'Lumi & jää',
        content_html: html,
        date_published: '2026-11-20T12:00:00+02:00',
        tags: ['talvi'],
      },
    ],
  })

export const documents: Record<string, string> = {
  'RSS 0.90': rdf('http://my.netscape.com/rdf/simple/0.9/', `<item>${fields}</item>`),
  'RSS 0.91': rss('version="0.91"', `<item>${fields}</item>`).replace('<rss', `${doctype}<rss`),
  'RSS 0.92': rss('version="0.92"', `<item>${fields}<category>talvi</category></item>`),
  'RSS 0.93': rss('version="0.93"', item),
  'RSS without a version': rss('', item),
  'RSS 2.0': rss('version="2.0"', item.replace('</item>', '<guid>https://kunta.example/1</guid></item>')),
  'RSS 2.0 with Dublin Core': rss(
    'version="2.0"',
    `<item>${fields}<dc:date>2026-11-20T12:00+02:00</dc:date><dc:subject>talvi</dc:subject></item>`,
    dc,
  ),
  'RSS 2.0 in a space of its own': rss('version="2.0" xmlns="http://backend.userland.com/rss2"', item),
  'RSS 2.0 that names Atom by mistake': rss('version="2.0" xmlns="http://www.w3.org/2005/Atom"', item),
  'RDF 1.0': rdf(
    'http://purl.org/rss/1.0/',
    `<item rdf:about="https://kunta.example/1">${fields}<dc:date>2026-11-20T10:00:00Z</dc:date>` +
      '<dc:subject>talvi</dc:subject></item>',
  ),
  'Atom 0.3':
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Uutiset</title>' +
    '<link rel="alternate" type="text/html" href="https://kunta.example/"/><entry><title>Lumi &amp; jää</title>' +
    '<link rel="alternate" type="text/html" href="https://kunta.example/1"/><id>https://kunta.example/1</id>' +
    '<issued>2026-11-20T10:00:00Z</issued><modified>2026-11-20T10:00:00Z</modified>' +
    `<content type="text/html" mode="escaped">${escaped}</content></entry></feed>`,
  'Atom 1.0':
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Uutiset</title><link href="https://kunta.example/"/>' +
    '<link rel="self" href="https://kunta.example/syote/"/><entry><title type="html">Lumi &amp;amp; jää</title>' +
    '<link rel="enclosure" type="audio/mpeg" href="https://kunta.example/1.mp3"/>' +
    '<link href="https://kunta.example/1"/><id>https://kunta.example/1</id><category term="talvi"/>' +
    '<published>2026-11-20T10:00:00Z</published><updated>2026-11-20T10:00:00Z</updated>' +
    `<content type="html">${escaped}</content></entry></feed>`,
  'Atom 1.0 in XHTML, with a prefix':
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"><a:title>Uutiset</a:title>' +
    '<a:link href="https://kunta.example/"/><a:entry><a:title type="xhtml"><h:div>Lumi <h:em>&amp;</h:em> jää</h:div>' +
    '</a:title><a:link href="https://kunta.example/1"/><a:id>https://kunta.example/1</a:id>' +
    '<a:category term="talvi"/><a:published>2026-11-20T10:00:00Z</a:published>' +
    '<a:content type="xhtml"><h:div><h:p>Lumi tuli <h:a href="https://kunta.example/liite">liitteineen</h:a>.</h:p>' +
    '</h:div></a:content></a:entry></a:feed>',
  'JSON Feed 1.0': json('1'),
  'JSON Feed 1.1': json('1.1'),
}

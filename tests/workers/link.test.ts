// A pasted link read over HTTP: what pages and providers tell of a post, and that nothing they send is more than data.
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLinkReader } from '../../workers/link.ts'
import { openOutside } from '../outside.ts'
import { type Reply, type Sim, startSim } from '../sim/serve.ts'

let sim: Sim
let pages: Record<string, Reply>
let read: (address: string) => ReturnType<ReturnType<typeof openLinkReader>>
beforeEach(async () => {
  pages = {}
  sim = await startSim(({ path }) => pages[path])
  const platforms = { x: sim.url, youtube: sim.url, tiktok: sim.url }
  const { http } = openOutside([sim.host])
  const reader = openLinkReader(http, { log: pino({ level: 'silent' }), platforms })
  read = (address) => reader(address, new AbortController().signal)
})
afterEach(() => sim.stop())
const html = (head: string, type = 'text/html; charset=utf-8'): Reply => ({
  headers: { 'content-type': type },
  body: `<!doctype html><html lang="fi"><head>${head}</head><body><p>Muuta`,
})

describe('a page', () => {
  it('tells author, text, day, tags and picture by Open Graph and JSON-LD', async () => {
    pages['/juttu'] = html(`<title>Sivun nimi</title>
      <meta property="og:title" content="Tori &amp; kahvit #Kemijärvi">
      <meta property="og:description" content="Lauantaina &lt;b&gt;kello 9&lt;/b&gt;.">
      <meta property="og:image" content="/kuvat/tori.jpg"><meta property="og:image:alt" content="Torikojuja">
      <meta property="og:site_name" content="Koti-Lappi"><meta property="article:tag" content="tori">
      <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle",
        "author":[{"name":"Aino Esimerkki"}],"datePublished":"2026-11-03T14:30:00+02:00"}]}</script>`)
    expect(await read(`${sim.url}/juttu`)).toEqual({
      url: `${sim.url}/juttu`,
      author: 'Aino Esimerkki',
      text: 'Tori & kahvit #Kemijärvi\n\nLauantaina kello 9.',
      tags: ['tori', 'Kemijärvi'],
      publishedAt: new Date('2026-11-03T12:30:00Z'),
      picture: { url: `${sim.url}/kuvat/tori.jpg`, alt: 'Torikojuja' },
    })
  })

  it('that says little gives its title, and one that moved the address where it is now', async () => {
    pages['/vanha'] = { status: 302, headers: { location: '/uusi' } }
    pages['/uusi'] = html('<title>Kyläyhdistys</title><script type="application/ld+json">{rikki</script>')
    expect(await read(`${sim.url}/vanha`)).toMatchObject({
      url: `${sim.url}/uusi`,
      text: 'Kyläyhdistys',
      author: null,
    })
  })

  it.each([
    ['a picture', { headers: { 'content-type': 'image/jpeg' }, body: 'x' }],
    ['an empty page', html('')],
    ['a page that is not there', { status: 404 }],
    ['a way into our own network', { status: 302, headers: { location: 'http://169.254.169.254/' } }],
    ['a picture that is a script', html('<meta property="og:image" content="javascript:alert(1)">')],
  ] as [string, Reply][])('gives nothing when it is %s', async (_, reply) => {
    pages['/juttu'] = reply
    expect(await read(`${sim.url}/juttu`)).toBeNull()
  })
})

describe('a platform', () => {
  it('is asked by its oEmbed, of which only names and addresses are taken', async () => {
    const answer = {
      author_name: 'Kemijärvi',
      author_url: 'https://x.com/@kemijarvi',
      html: '<script>1</script>',
    }
    pages['/oembed'] = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) }
    const link = 'https://x.com/kemijarvi/status/1'
    expect(await read(link)).toEqual({
      ...{ url: link, author: '@kemijarvi', text: null, tags: [], publishedAt: null, picture: null },
    })
    expect(sim.requests[0]?.query.get('url')).toBe(link)
    const video = {
      title: 'Talvi #kemijärvi',
      author_name: 'Kylä',
      thumbnail_url: 'https://i.ytimg.com/vi/a/hq.jpg',
    }
    pages['/oembed'] = { body: JSON.stringify(video) }
    expect(await read('https://youtu.be/a')).toMatchObject({
      author: 'Kylä',
      text: 'Talvi #kemijärvi',
      tags: ['kemijärvi'],
      picture: { url: 'https://i.ytimg.com/vi/a/hq.jpg' },
    })
  })

  it.each([
    'facebook.com/a/posts/1',
    'www.instagram.com/p/a/',
    'fi.linkedin.com/posts/a',
    'www.threads.net/@a/post/1',
  ])('that forbids it is not asked at all: %s', async (link) => {
    expect(await read(`https://${link}`)).toBeNull()
    expect(sim.requests).toEqual([])
  })

  it('that does not answer leaves the form empty', async () => {
    sim.fail('garbage')
    expect(await read('https://www.tiktok.com/@a/video/1')).toBeNull()
  })
})

// The wall as others meet it: headers, feeds, frames, oEmbed, OpenAPI, limits.
import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, json } from '../../db/open.ts'
import { addSource } from '../../db/sources.ts'
import { createApp } from '../../services/app.ts'
import { openTestEmbedded } from '../db.ts'
import { NOW } from '../makers.ts'
import { fillWall, makeDeps } from '../wall.ts'

const WALL = '/api/v1/walls/kemijarvi/etusivu'

describe('the wall from outside', () => {
  let database: Database
  let app: Hono
  let ids: string[]
  beforeAll(async () => {
    database = await openTestEmbedded()
    ids = await fillWall(database)
  })
  beforeEach(() => {
    app = createApp(makeDeps(database))
  })
  afterAll(() => database.close())
  const ask = (path: string, init: RequestInit = {}) => Promise.resolve(app.request(path, init))
  it('sets no cookie anywhere, and each kind of answer has its own policy', async () => {
    const paths = [
      WALL,
      '/walls/kemijarvi/etusivu',
      '/embed/kemijarvi/etusivu',
      '/fragment/kemijarvi/etusivu',
    ]
    const seen: Record<string, unknown> = {}
    for (const path of [...paths, '/widgets/somewall.js', '/openapi.json']) {
      const { headers, status } = await ask(path, { headers: { cookie: 'a=b' } })
      expect([path, status, headers.get('set-cookie')]).toEqual([path, 200, null])
      seen[path] = [
        headers.get('access-control-allow-origin'),
        headers.get('access-control-allow-credentials'),
        headers.get('cross-origin-resource-policy'),
        headers.get('x-frame-options'),
        /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1],
        headers.get('cache-control'),
      ]
    }
    const kept = 'public, max-age=30, s-maxage=30, stale-while-revalidate=30'
    expect(seen).toEqual({
      [WALL]: ['*', null, 'cross-origin', null, "'none'", kept],
      '/walls/kemijarvi/etusivu': [null, null, 'same-origin', 'DENY', "'none'", kept],
      '/embed/kemijarvi/etusivu': [null, null, 'cross-origin', null, '*', kept],
      '/fragment/kemijarvi/etusivu': ['*', null, 'cross-origin', null, "'none'", kept],
      '/widgets/somewall.js': [
        '*',
        null,
        'cross-origin',
        null,
        "'none'",
        'public, max-age=300, stale-while-revalidate=86400',
      ],
      '/openapi.json': ['*', null, 'cross-origin', null, "'none'", 'public, max-age=300'],
    })
  })

  it.each([
    [WALL, 'GET,HEAD'],
    ['/fragment/kemijarvi/etusivu', 'GET,HEAD'],
    ['/walls/kemijarvi/etusivu/feed.json', 'GET,HEAD'],
    ['/media/m_abcdefghijkl/640.webp', 'GET,HEAD'],
    ['/api/v1/counts', 'POST'],
  ])('lets a preflight for %s through for what it offers, without credentials', async (path, methods) => {
    const answer = await ask(path, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://kunta.example.fi',
        'access-control-request-method': methods.split(',')[0] as string,
        'access-control-request-headers': 'if-none-match',
      },
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-methods')).toBe(methods)
    expect(answer.headers.get('access-control-allow-headers')).toBe('if-none-match')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('a script of another site may read what it asked for, its ETag, and what was wrong with it', async () => {
    const feed = '/walls/kemijarvi/etusivu/feed'
    const good = [WALL, '/fragment/kemijarvi/etusivu', `${feed}.json`, `${feed}.atom`]
    for (const path of [
      ...good,
      `${WALL}?limit=51`,
      '/fragment/kemijarvi/tuntematon',
      '/api/v1/walls/nobody',
    ]) {
      const { status, headers } = await ask(path, { headers: { origin: 'https://kunta.example.fi' } })
      expect([path, status < 400]).toEqual([path, good.includes(path)])
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toBe('etag')
    }
  })

  it('never limits what is in memory, only what must be made', async () => {
    for (let n = 0; n < 320; n++) expect((await ask(WALL)).status).toBe(200)
    let refused = 0
    for (let n = 1; n <= 320; n++) {
      const { status } = await ask(`${WALL}?cursor=${Buffer.from(`${n}.1`).toString('base64url')}`)
      if (status === 429) refused++
    }
    expect(refused).toBeGreaterThan(0)
    expect((await ask(WALL)).status).toBe(200)
  })

  it('feeds hold the wall’s posts, newest first, links without a word of their authors', async () => {
    const atom = await (await ask('/walls/kemijarvi/etusivu/feed.atom')).text()
    expect(atom).toContain('<feed xmlns="http://www.w3.org/2005/Atom">')
    expect(atom.match(/<entry>/g)).toHaveLength(15)
    const feed = await (await ask('/walls/kemijarvi/etusivu/feed.json')).json()
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    const times = feed.items.map((item: { date_published: string }) => item.date_published)
    expect(times).toEqual([...times].sort().reverse())
    const link = feed.items.find((item: { id: string }) => item.id.endsWith(String(ids[8])))
    expect(link).toMatchObject({ title: 'Julkaisu tunnisteella #kemijärvi' })
    expect(JSON.stringify(feed) + atom).not.toMatch(/Piilo Nimi|meidän saunalta/)
  })

  it('a frame finds its styles and typeface also in a sandbox, where it is a stranger to its own service', async () => {
    const html = await (await ask('/embed/kemijarvi/etusivu')).text()
    const files = [...html.matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(files.map((file) => file.split('.').at(-1))).toEqual(['woff2', 'woff2', 'css', 'css'])
    for (const file of files) {
      const { status, headers } = await ask(file)
      const policy = ['cross-origin-resource-policy', 'access-control-allow-origin']
      // The test's service has no style of the wall.
      if (!file.startsWith('/widgets/'))
        expect([status, ...policy.map((name) => headers.get(name))]).toEqual([200, 'cross-origin', '*'])
    }
  })

  it('the page opens with what others hang on its address, and says so where its own words are wrong', async () => {
    const page = '/walls/kemijarvi/etusivu?lang=fi'
    const plain = await (await ask(page)).text()
    const carried = await ask(`${page}&fbclid=IwAR0x&utm_source=uutiskirje`)
    expect([carried.status, await carried.text()]).toEqual([200, plain])
    expect((await ask(`${page}&theme=thema`)).status).toBe(400)
    expect((await ask(`/embed/kemijarvi/etusivu?thema=dark`)).status).toBe(400)
  })

  it('speaks each of our languages to whoever asks for it, also where the place has no words of its own', async () => {
    for (const [path, accept, lang] of [
      ['/walls/kemijarvi/etusivu?lang=sv', 'fi', 'sv'],
      ['/walls/kemijarvi/etusivu', 'sv-FI,fi;q=0.8', 'sv'],
      ['/embed/kemijarvi/etusivu', 'de,en;q=0.5', 'en'],
      ['/embed/kemijarvi/etusivu/preview', 'de', 'fi'],
      ['/fragment/kemijarvi/etusivu?lang=sv', '', 'sv'],
      ['/fragment/kemijarvi/etusivu', 'sv', 'fi'],
    ] as const) {
      const html = await (await ask(path, { headers: { 'accept-language': accept } })).text()
      expect([path, /lang="(\w+)"/.exec(html)?.[1]]).toEqual([path, lang])
    }
    // Words that we have in other languages only are better than none.
    const { lead, posts } = await (await ask(`${WALL}?lang=sv`)).json()
    const media = [...lead, ...posts].flatMap((post) => post.media)
    const silent = media.filter((one) => !one.alt && !one.decorative)
    expect([media.length > 5, silent]).toEqual([true, []])
    expect(media.some((one) => one.lang === 'fi')).toBe(true)
  })

  it('says the year of what is from another, and none of what is from this', async () => {
    const fragment = '/fragment/kemijarvi/etusivu?lang=fi'
    const years = async (html: Promise<string>) =>
      new Set([...(await html).matchAll(/\d+\.\d+\.(\d*)<span class="sw-hide">/g)].map(([, year]) => year))
    expect(await years((await ask(fragment)).text())).toEqual(new Set(['']))
    app = createApp(makeDeps(database, { clock: () => new Date('2027-03-01T10:00:00Z') }))
    expect(await years((await ask(fragment)).text())).toEqual(new Set(['2026']))
  })

  it('says when something happens as each language does', async () => {
    for (const [lang, day] of [
      ['fi', '<b>1.12.</b> tiistaina klo 17.30–19'],
      ['sv', '<b>1.12.</b> tisdag kl. 17.30–19'],
      ['en', '<b>1 Dec</b> Tuesday 17:30–19:00'],
    ])
      expect(
        (await (await ask(`/fragment/kemijarvi/etusivu?lang=${lang}`)).text()).replaceAll('\u00a0', ' '),
      ).toContain(day)
    // Swedish is written here as in Finland, without a nought before a day.
    const posts = await (await ask('/fragment/kemijarvi/etusivu?lang=sv')).text()
    expect(posts).toMatch(/>9\.11\.</)
  })

  it('names all families that lead it, and leads to telling a story where the place takes them', async () => {
    const fragment = '/fragment/kemijarvi/etusivu?lang=fi'
    const before = await (await ask(fragment)).text()
    expect(before).toContain('<section class="sw-lead" aria-label="Työtarinat">')
    expect(before).not.toContain('/kerro/')
    const lead = json({ families: ['tarinat', 'kemijarvi'], count: 3 })
    await database.db.updateTable('wall').set({ lead }).execute()
    await addSource(database.db, {
      ...{
        place_id: 'kemijarvi',
        id: 'story',
        kind: 'posts',
        channel: 'story',
        mode: 'resident',
        active: true,
      },
      ...{ families: [], settings: {}, every: null, by: 'Aino', at: NOW },
    })
    app = createApp(makeDeps(database))
    const after = await (await ask(fragment)).text()
    expect(after).toContain('<section class="sw-lead" aria-label="Kemijärvi · Työtarinat">')
    expect(after).toContain('href="https://seina.example.fi/kerro/kemijarvi"')
    await database.db
      .updateTable('wall')
      .set({ lead: json({ families: ['tarinat'], count: 3 }) })
      .execute()
  })

  it('a frame has no post of X, the page has it as a link', async () => {
    const x = 'https://www.example.org/x/15'
    expect(await (await ask('/walls/kemijarvi/etusivu')).text()).toContain(x)
    expect(await (await ask('/embed/kemijarvi/etusivu')).text()).not.toContain(x)
  })

  it('no heading is skipped, whatever of the wall is shown', async () => {
    const { next } = await (await ask('/api/v1/walls/kemijarvi/etusivu?limit=4')).json()
    for (const more of ['', '&family=tarinat', '&channel=feed', `&cursor=${next}`])
      for (const heading of [1, 2, 4]) {
        const html = await (await ask(`/fragment/kemijarvi/etusivu?heading=${heading}${more}`)).text()
        const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
        expect(levels[0]).toBe(heading)
        levels.reduce((above, level) => {
          expect([more, heading, level]).toEqual([more, heading, Math.min(level, above + 1)])
          return level
        })
      }
  })

  it('oEmbed turns the address of a wall into a short preview with one link to its page', async () => {
    const url = encodeURIComponent('https://seina.example.fi/walls/kemijarvi/etusivu')
    const answer = await (await ask(`/oembed?url=${url}&format=json&maxwidth=400`)).json()
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 400, title: 'Kemijärvi somessa' })
    const page = 'https://seina.example.fi/walls/kemijarvi/etusivu?lang=fi'
    expect(answer.html).toContain(`<blockquote><a href="${page}">Kemijärvi somessa</a></blockquote>`)
    const [, src = ''] = /<iframe src="https:\/\/seina.example.fi(\/embed\/[^"]*)"/.exec(answer.html) ?? []
    const html = await (await ask(src)).text()
    expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([page])
    expect(html.match(/<li>/g)).toHaveLength(3)
    expect(html).not.toMatch(/Piilo Nimi|saunalta/)
    const english = await (
      await ask(`/oembed?url=${url}%3Flang%3Den`, { headers: { 'accept-language': 'fi' } })
    ).json()
    expect(english.title).toBe('Kemijärvi in social media')
    expect(english.html).toContain('/embed/kemijarvi/etusivu/preview?lang=en"')
    expect((await ask(`/oembed?url=${url}&format=xml`)).status).toBe(501)
    expect(
      (await ask('/oembed?url=https%3A%2F%2Felsewhere.example%2Fwalls%2Fkemijarvi%2Fetusivu')).status,
    ).toBe(404)
  })

  it('OpenAPI tells every route of the wall, in the shapes that answer', async () => {
    const document = await (await ask('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/walls/{place}/{wall}',
        '/api/v1/counts',
        '/fragment/{place}/{wall}',
        '/oembed',
      ]),
    )
    const operation = document.paths['/api/v1/walls/{place}/{wall}'].get
    const named = operation.parameters.map((one: { name: string }) => one.name)
    expect(named).toEqual(['place', 'wall', 'limit', 'cursor', 'family', 'channel', 'language', 'lang'])
    const shape = operation.responses['200'].content['application/json'].schema
    expect(shape.properties.posts.items.properties.shown.enum).toEqual(['whole', 'link'])
  })
})

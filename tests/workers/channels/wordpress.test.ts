// The WordPress channel on a site over HTTP: stories by category and tag, pages, edits, what is gone, closed sites.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeIn } from '../../../services/domain/intake.ts'
import type { Batch } from '../../../services/domain/source.ts'
import { wordpress } from '../../../workers/channels/wordpress.ts'
import { NOW } from '../../makers.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type SimStory, startWordPressSite, type WordPressSim } from '../../sim/wordpress.ts'

let sim: WordPressSim
let outside: ReturnType<typeof openOutside>
beforeEach(async () => {
  sim = await startWordPressSite()
  outside = openOutside([sim.host])
})
afterEach(() => sim.stop())

const hoursAgo = (n: number) => new Date(NOW.getTime() - n * 3_600_000)
const write = (title: string, hours: number, more: Partial<SimStory> = {}) =>
  sim.add({ title, html: `<p>${title}</p>`, published: hoursAgo(hours), ...more })
type Settings = Omit<Parameters<typeof wordpress.fetch>[0]['settings'], 'site'>
const source = (settings: Settings = {}, tags = ['kemijärvi']) => ({
  id: 'sivut',
  settings: { site: sim.url, ...settings },
  tags,
})
const visit = (memory: Batch['memory'] = {}, settings?: Settings, tags?: string[]) =>
  wordpress.fetch(source(settings, tags), outside.io({ memory, since: hoursAgo(10_000) }))
const titles = ({ posts }: Batch) => posts.map((post) => post.title)

describe('a story', () => {
  it('comes whole: universal time, words in characters, tags, and the picture with its description', async () => {
    const id = write('Kahvit & pullat', 5, {
      html: '<p>Tori aukeaa <a href="/tori">yhdeksältä</a>.</p>',
      modified: hoursAgo(2),
      tags: ['kemijärvi'],
      categories: ['Uutiset & tapahtumat'],
      picture: { url: '/kuvat/tori.jpg', alt: 'Tori &amp; väkeä', width: 1200, height: 800 },
    })
    const { posts, about } = await visit()
    expect(about).toEqual({ title: 'Kylät & järvet', url: `${sim.url}/` })
    expect(posts).toEqual([
      expect.objectContaining({
        externalId: `${sim.url}/?p=${id}`,
        seenId: String(id),
        author: { id: `${sim.url}/`, name: 'Kylät & järvet', handle: null, url: `${sim.url}/` },
        body: { html: `<p>Tori aukeaa <a href="${sim.url}/tori">yhdeksältä</a>.</p>` },
        tags: ['Uutiset & tapahtumat', 'kemijärvi'],
        publishedAt: hoursAgo(5),
        editedAt: hoursAgo(2),
        media: [
          {
            kind: 'image',
            url: `${sim.url}/kuvat/tori.jpg`,
            alt: 'Tori & väkeä',
            width: 1200,
            height: 800,
          },
        ],
      }),
    ])
    const context = { channel: 'wordpress', source: { id: 'sivut', title: null, url: null } } as const
    const taken = posts.map((post) => takeIn(post, { ...context, now: NOW, detect: () => null }))
    expect(taken[0]).toMatchObject({ title: 'Kahvit & pullat', text: 'Tori aukeaa yhdeksältä.' })
    expect(taken[0]?.tags.map((tag) => tag.key)).toEqual(['kemijärvi'])
  })

  it('behind a password is its headline and nothing else', async () => {
    write('Vain meille', 1, { locked: true, html: 'salaisuus' })
    expect((await visit()).posts).toMatchObject([{ title: 'Vain meille', body: { html: '' }, media: [] }])
  })

  it('that cannot be read is skipped and counted', async () => {
    write('Hyvä', 1)
    write('Toinen', 2)
    const good = await visit()
    sim.fail({ headers: { 'content-type': 'application/json' }, body: '[{"id":"x"},null]' }, /posts$/)
    expect(good.posts).toHaveLength(2)
    expect(await visit(good.memory)).toMatchObject({ posts: [], skipped: 2 })
  })
})

describe('which stories', () => {
  it('are those of the category when one is named, and a category that is not there is told', async () => {
    write('Uutinen', 1, { categories: ['uutiset'] })
    write('Muu', 2, { categories: ['muut'] })
    expect(titles(await visit({}, { category: 'uutiset' }))).toEqual(['Uutinen'])
    const fault = await faultOf(visit({}, { category: 'poissa' }))
    expect([fault.code, fault.values]).toEqual([
      'wordpress-no-category',
      { host: sim.host, category: 'poissa' },
    ])
  })

  it('are those with our tags by their names, though two tags may share a short name', async () => {
    write('Häme', 1, { tags: ['Häme'] })
    write('Hame', 2, { tags: ['hame'] })
    write('Ilman', 3)
    expect(titles(await visit({}, { which: 'tagged' }, ['häme']))).toEqual(['Häme'])
    expect(titles(await visit({}, { which: 'tagged' }, ['muu']))).toEqual([])
  })
})

describe('visiting again', () => {
  it('reads a long past over several visits and loses nothing, then asks only for the newest', async () => {
    for (let n = 0; n < 950; n++) write(`Vanha ${n}`, 100 + n)
    const seen = new Set<string>()
    let memory: Batch['memory'] = {}
    for (let n = 0; n < 3; n++) {
      const batch = await visit(memory)
      for (const post of batch.posts) seen.add(post.externalId)
      memory = batch.memory
    }
    expect(seen.size).toBe(950)
    write('Uusi', 1)
    sim.requests.length = 0
    expect(titles(await visit(memory))).toContain('Uusi')
    expect(sim.requests.map((one) => one.path)).toEqual(['/wp-json/wp/v2/posts', '/wp-json/wp/v2/posts'])
  })

  it('takes a story that was let out under a date gone by', async () => {
    write('Maanantai', 1)
    const first = await visit()
    write('Kirjoitettu perjantaina', 60)
    expect(titles(await visit(first.memory))).toContain('Kirjoitettu perjantaina')
  })

  it('asks only whether anything has changed where a cache before the site can tell', async () => {
    sim.be({ etag: true })
    write('Yksi', 1)
    const { memory } = await visit((await visit()).memory)
    expect(await visit(memory)).toMatchObject({ posts: [], notModified: true })
    write('Toinen', 0.5)
    expect(titles(await visit(memory))).toEqual(['Toinen', 'Yksi'])
  })

  it('ends quietly when its last page goes meanwhile, and keeps what it has when a later page fails', async () => {
    for (let n = 0; n < 60; n++) write(`Juttu ${n}`, n)
    const real = outside.io()
    const failing = (body: object, status: number) =>
      wordpress.fetch(
        source(),
        outside.io({
          since: hoursAgo(10_000),
          http: async (url, ask) => {
            if (/[?&]page=2/.test(url)) sim.fail({ status, body: JSON.stringify(body) }, /posts$/)
            return real.http(url, ask)
          },
        }),
      )
    const gone = await failing({ code: 'rest_post_invalid_page_number' }, 400)
    expect([gone.posts.length, gone.fault, gone.memory?.before]).toEqual([50, undefined, undefined])
    sim.fail(null)
    const cut = await failing({ code: 'internal_server_error' }, 500)
    expect([cut.posts.length, cut.fault?.kind]).toEqual([50, 'busy'])
    sim.fail(null)
    expect((await visit(cut.memory)).posts.length).toBeGreaterThanOrEqual(60)
  })
})

describe('reading again', () => {
  const again = async (ids: (number | null)[]) =>
    wordpress.reread(
      source(),
      ids.map((id) => ({ externalId: `p${id}`, url: null, seenId: id === null ? null : String(id) })),
      outside.io(),
    )

  it('brings edits, and says what was taken away, drafted or never known by a number', async () => {
    const [kept, drafted, binned] = ['Jää', 'Luonnos', 'Roskiin'].map((title) => write(title, 9))
    sim.edit(kept as number, { title: 'Korjattu', modified: hoursAgo(1) })
    sim.edit(drafted as number, { status: 'draft' })
    sim.edit(binned as number, { status: 'trash' })
    expect(await again([kept as number, drafted as number, binned as number, null])).toMatchObject([
      { state: 'here', post: { title: 'Korjattu', editedAt: hoursAgo(1), externalId: `p${kept}` } },
      { state: 'gone' },
      { state: 'gone' },
      { state: 'unknown' },
    ])
  })

  it('believes no site that answers with other stories than it was asked for', async () => {
    const id = write('Jää', 9)
    const whole = JSON.stringify([{ id: 999 }])
    sim.fail({ headers: { 'content-type': 'application/json' }, body: whole }, /posts$/)
    expect(await again([id])).toEqual([{ externalId: `p${id}`, state: 'unknown' }])
  })
})

describe('a site', () => {
  it('with plain addresses is asked where its own page says', async () => {
    sim.be({ plain: true })
    write('Juttu', 1)
    expect(titles(await visit())).toEqual(['Juttu'])
    expect(sim.requests.at(-1)?.query.get('rest_route')).toBe('/wp/v2/posts')
  })

  it('with plain addresses that says nothing is asked where such sites have it', async () => {
    sim.be({ plain: true, silent: true })
    write('Hei', 1)
    expect((await visit()).posts).toHaveLength(1)
  })
  it.each([401, 404] as const)('that answers %s is told with the way round it: its feed', async (closed) => {
    sim.be({ closed })
    const { code, values } = await faultOf(visit())
    expect([code, values]).toEqual(['wordpress-closed', { host: sim.host, feed: `${sim.url}/feed/` }])
  })

  it('that was closed after it was found is told so too', async () => {
    const { memory } = await visit()
    sim.fail('login', /wp-json/)
    expect((await faultOf(visit(memory))).code).toBe('wordpress-closed')
  })
})

// The feed channel on a site over HTTP: news, no news, failures, hostile documents.
import { readdirSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readInThread } from '../../../workers/channels/feed/run.ts'
import { feed } from '../../../workers/channels/feed.ts'
import { channels } from '../../../workers/channels/index.ts'
import { NOW } from '../../makers.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type FeedSim, startFeedSite } from '../../sim/feed.ts'
import { failures, type Reply } from '../../sim/serve.ts'
import { hostileDocuments } from './hostile-documents.ts'

let site: FeedSim
let outside: ReturnType<typeof openOutside>
let now = NOW
beforeAll(async () => {
  site = await startFeedSite({ clock: () => now, ttl: 45 })
  outside = openOutside([site.host])
})
beforeEach(() => {
  now = NOW
  site.fail(null)
})
afterAll(() => site.stop())

const visit = (path = '/feed/', memory = {}, since = new Date('2026-01-01')) =>
  feed.fetch({ id: 'uutiset', settings: { url: site.url + path }, tags: [] }, outside.io({ memory, since }))
const serve = (
  path: string,
  body: string | Uint8Array,
  type = 'application/rss+xml',
  more: Partial<Reply> = {},
) => site.serve(path, { headers: { 'content-type': type, ...more.headers }, body, ...more })

describe('a feed', () => {
  const picture = { file: 'jarvi.jpg', alt: 'Luminen järvi', width: 1200, height: 800 }
  it('is the same stories in all four kinds', async () => {
    site.add({
      title: 'Työ & koti',
      html: '<p>Muutin <a href="/kemijarvi">Kemijärvelle</a>. #kemijärvi</p>',
      published: new Date('2026-11-20T10:00:00Z'),
      categories: ['#kemijärvi', 'työ'],
      picture,
    })
    site.add({ title: 'Tuleva', html: '<p>x</p>', published: new Date('2026-12-20T10:00:00Z') })
    for (const path of ['/feed/', '/atom.xml', '/rdf.xml', '/feed.json']) {
      const { posts, skipped, about } = await visit(path)
      expect(posts, path).toHaveLength(1)
      expect(posts[0]).toMatchObject({
        url: `${site.url}/uutiset/1/`,
        title: 'Työ & koti',
        body: { html: `<p>Muutin <a href="${site.url}/kemijarvi">Kemijärvelle</a>. #kemijärvi</p>` },
        tags: ['#kemijärvi', 'työ'],
        publishedAt: new Date('2026-11-20T10:00:00Z'),
        counts: {},
        public: true,
      })
      if (path !== '/rdf.xml')
        expect(posts[0]?.media).toMatchObject([{ url: `${site.url}/pictures/jarvi.jpg` }])
      expect([skipped, about]).toEqual([0, { title: 'Kemijärven uutiset', url: `${site.url}/` }])
    }
  })

  it('unchanged costs no body, changed brings the new text under the same id', async () => {
    const first = await visit()
    const again = await visit('/feed/', first.memory)
    expect(again).toMatchObject({ posts: [], notModified: true, memory: first.memory })
    site.edit(first.posts[0]?.externalId ?? '', { title: 'Uusi otsikko' })
    const changed = await visit('/feed/', again.memory)
    expect(changed.posts).toMatchObject([{ externalId: first.posts[0]?.externalId, title: 'Uusi otsikko' }])
  })

  it('asks for everything again when its address changes', async () => {
    const { memory } = await visit()
    expect((await visit('/atom.xml', memory)).notModified).toBeUndefined()
    expect(site.requests.at(-1)?.headers['if-none-match']).toBeUndefined()
  })

  it('"unchanged" to a reader that has nothing is asked once more, then a fault', async () => {
    serve('/aina304', '', 'text/xml', { status: 304 })
    const before = site.requests.length
    expect(await faultOf(visit('/aina304'))).toMatchObject({ kind: 'shape', code: 'empty' })
    expect(site.requests.length - before).toBe(2)
  })

  it('is visited no more often than it asks: the longer of ttl and max-age', async () => {
    expect((await visit()).everyMinutes).toBe(45)
    const body = '<rss version="2.0"><channel><title>K</title><ttl>30</ttl></channel></rss>'
    serve('/kauan', body, 'text/xml', { headers: { 'cache-control': 'max-age=7200' } })
    expect((await visit('/kauan')).everyMinutes).toBe(120)
    expect((await visit('/atom.xml')).everyMinutes).toBeUndefined()
  })

  it('older than wanted is left out', async () => {
    expect((await visit('/feed/', {}, new Date('2026-11-21'))).posts).toEqual([])
  })

  it('moved for good is asked at its new address after three visits, and at the old one when that fails', async () => {
    site.serve('/vanha', { status: 301, headers: { location: '/feed/' } })
    let memory: Record<string, unknown> | undefined = {}
    for (let n = 0; n < 3; n++) ({ memory } = await visit('/vanha', memory))
    site.requests.length = 0
    const batch = await visit('/vanha', memory)
    expect(site.requests.map(({ path }) => path)).toEqual(['/feed/'])
    site.serve('/vanha', {
      headers: { 'content-type': 'text/xml' },
      body: '<rss version="2.0"><channel/></rss>',
    })
    site.fail('missing', /^\/feed/)
    await visit('/vanha', batch.memory)
    expect(site.requests.slice(1).map(({ path }) => path)).toEqual(['/feed/', '/vanha'])
  })

  it('cut off is asked for in full the next time, even if it has not changed', async () => {
    const body = '<rss version="2.0"><channel><title>K</title><item><title>A</title></item><item><ti'
    serve('/katkennut', body, 'text/xml', { headers: { etag: '"1"' } })
    const { posts, skipped, memory } = await visit('/katkennut')
    expect([posts.length, skipped]).toEqual([1, 1])
    await visit('/katkennut', memory)
    expect(site.requests.at(-1)?.headers['if-none-match']).toBeUndefined()
  })

  it('in windows-1252 has its letters', async () => {
    site.edit((await visit()).posts[0]?.externalId ?? '', { title: 'Yö Kemijärvellä' })
    site.fail('windows-1252')
    expect((await visit()).posts[0]?.title).toBe('Yö Kemijärvellä')
  })
})

describe('a feed that fails', () => {
  const settled = { ...outsideKinds() }
  it.each(failures.filter((how) => settled[how]))(
    '%s is a fault, and nothing is taken from it',
    async (how) => {
      site.fail(how)
      const stop = new AbortController()
      if (how === 'hang' || how === 'slow') setTimeout(() => stop.abort(new Error('stopped')), 300)
      const io = outside.io({ signal: stop.signal })
      const asked = feed.fetch({ id: 'uutiset', settings: { url: `${site.url}/feed/` }, tags: [] }, io)
      if (how === 'hang' || how === 'slow') await expect(asked).rejects.toThrow('stopped')
      else expect((await faultOf(asked)).kind).toBe(settled[how])
    },
  )
})

function outsideKinds(): Partial<Record<(typeof failures)[number], string>> {
  return {
    refuse: 'network',
    hang: 'network',
    slow: 'network',
    cut: 'network',
    error: 'busy',
    busy: 'busy',
    rate: 'rate',
    closed: 'auth',
    missing: 'gone',
    login: 'shape',
    empty: 'shape',
    garbage: 'shape',
    bomb: 'size',
    endless: 'size',
    'to-private': 'refused',
    loop: 'shape',
  }
}

describe('a hostile document', () => {
  it.each(hostileDocuments)('%s is ended and harms nobody', async (_, body, expected) => {
    serve('/paha', body)
    const start = performance.now()
    const before = process.cpuUsage()
    let ticks = 0
    const timer = setInterval(() => ticks++, 10)
    const ended = await visit('/paha').catch((fault) => fault)
    clearInterval(timer)
    const took = performance.now() - start
    // Less than a second on a machine of its own; the clock of a busy one says nothing, so the processor's time counts.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000)
    expect(took).toBeLessThan(12_000)
    // The main thread went on meanwhile.
    expect(ticks).toBeGreaterThanOrEqual(Math.floor(took / 100))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    if (expected !== 'any') expect(ended.code).toBe(expected)
    else for (const post of ended.posts ?? []) expect(JSON.stringify(post).length).toBeLessThan(1_000_000)
  })
})

// Linux tells each thread's niceness as the nineteenth field, after the name in brackets.
it.runIf(process.platform === 'linux')(
  'documents are read by a thread that lets others go first',
  async () => {
    await readInThread({
      bytes: Buffer.from('<rss version="2.0"><channel/></rss>'),
      contentType: 'text/xml',
      address: 'https://a.example/',
    })
    const own = getPriority()
    const nice = readdirSync('/proc/self/task').map((id) =>
      Number(readFileSync(`/proc/self/task/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[16]),
    )
    expect(nice.filter((one) => one > own)).toHaveLength(1)
  },
)

it('every channel is listed once, by the name it is stored under', () => {
  const names = channels.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
  for (const channel of channels) {
    expect(channel.pace.everyMinutes).toBeGreaterThanOrEqual(10)
    expect(URL.canParse(channel.terms)).toBe(true)
    expect(channel.offers.reread).toBe(Boolean(channel.reread))
  }
})

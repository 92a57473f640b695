// Facebook over HTTP: a Page's posts of every kind, others' posts on it, reading again, tokens, and each refusal.
import { createHmac } from 'node:crypto'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelIo } from '../../../services/domain/source.ts'
import { facebook } from '../../../workers/channels/facebook.ts'
import { instagram } from '../../../workers/channels/instagram.ts'
import { NOW } from '../../makers.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type MetaSim, type SimPost, startMeta } from '../../sim/meta.ts'
import { refusal } from '../../sim/meta-refusals.ts'
import { APP, TOKEN } from '../../sim/meta-tokens.ts'

let sim: MetaSim
let outside: ReturnType<typeof openOutside>
let now = NOW
let written: string[]
let expiry: (Date | null)[]
beforeEach(async () => {
  now = NOW
  written = []
  expiry = []
  sim = await startMeta({ clock: () => now })
  const log = pino({ level: 'trace' }, { write: (line: string) => void written.push(line) })
  outside = openOutside([sim.host], { clock: () => now, log })
})
afterEach(() => sim.stop())

const given: Record<string, string> = { meta_token: TOKEN, META_APP_ID: APP.id, META_APP_SECRET: APP.secret }
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000)
const days = (n: number) => hours(24 * n)
const io = (more: Partial<ChannelIo> = {}) =>
  outside.io({
    ...{ base: sim.base, secret: (name: string) => given[name], since: days(-90), now },
    expires: async (_, at) => void expiry.push(at),
    ...more,
  })
const view = (settings = {}) => ({
  id: 'fb',
  settings: facebook.settings.parse({ account: sim.page.id, ...settings }),
  tags: [],
})
const visit = (settings = {}, more: Partial<ChannelIo> = {}) => facebook.fetch(view(settings), io(more))
const post = (at: number, more: Partial<SimPost> = {}) => sim.addPost('page', { at: hours(at), ...more })
const asked = (path: string) => sim.requests.filter((one) => one.path.endsWith(path))
const withToken = (token: string): Partial<ChannelIo> => ({
  secret: (name) => (name === 'meta_token' ? token : given[name]),
})

describe('a Page’s own posts', () => {
  it('come with counts, where missing shares are none, and with the Page as their author', async () => {
    const id = post(-1, {
      message: 'Uusi asukas kertoo #tuhannenjayhdentyöntarinat',
      reactions: 41,
      comments: 5,
    })
    const { posts, about } = await visit()
    expect(about).toEqual({ title: 'Kemijärven kaupunki', url: `https://www.facebook.com/${sim.page.id}` })
    expect(posts).toEqual([
      expect.objectContaining({
        ...{ externalId: id, seenId: id, body: { text: 'Uusi asukas kertoo #tuhannenjayhdentyöntarinat' } },
        author: expect.objectContaining({ id: sim.page.id, name: 'Kemijärven kaupunki' }),
        ...{ unsigned: false, publishedAt: hours(-1), counts: { likes: 41, comments: 5, shares: 0 } },
      }),
    ])
  })
  it('may be pictures without a word, albums, films, links and events; what says nothing is left out', async () => {
    const image = (n: number) => ({
      image: { src: `https://scontent.example/${n}.jpg`, width: 1200, height: 800 },
    })
    const attached = (more: object) => ({ attachments: { data: [more] } })
    post(-1, { full_picture: 'https://scontent.example/0.jpg' })
    const inner = {
      data: [
        { media_type: 'photo', media: image(1) },
        { media_type: 'photo', media: image(2) },
      ],
    }
    post(-2, {
      message: 'Albumi',
      ...attached({ media_type: 'album', media: image(1), subattachments: inner }),
    })
    post(-3, { message: 'Video', ...attached({ media_type: 'video', media: image(3) }) })
    const to = { title: 'Tori', description: 'Lauantaina', unshimmed_url: 'https://kemijarvi.example/tori' }
    post(-4, {
      ...attached({ media_type: 'link', url: 'https://l.facebook.example/?u=x', media: image(4), ...to }),
    })
    post(-5, {
      message: 'Tapahtuma',
      ...attached({ media_type: 'event', title: 'Tori', url: 'https://www.facebook.com/events/1/' }),
    })
    post(-6, { story: 'Kemijärvi updated their cover photo.' })
    post(-7, { message: 'Piilossa', is_hidden: true })
    const { posts } = await visit()
    expect(
      posts.map(({ media, card }) => [media.map((one) => `${one.kind} ${one.url.slice(-5)}`), card?.url]),
    ).toEqual([
      [['image 0.jpg'], undefined],
      [['image 1.jpg', 'image 2.jpg'], undefined],
      [['video 3.jpg'], undefined],
      [[], 'https://kemijarvi.example/tori'],
      [[], 'https://www.facebook.com/events/1/'],
    ])
  })
  it('are read page by page, and afterwards only as far as they are new', async () => {
    for (let n = 1; n <= 120; n++) post(-n, { message: String(n) })
    const first = await visit()
    expect(first.posts).toHaveLength(120)
    sim.requests.length = 0
    post(0, { message: 'uusin' })
    const later = await visit({}, { memory: JSON.parse(JSON.stringify(first.memory)) })
    expect([asked('published_posts').length, later.posts.length]).toEqual([1, 50])
  })
  it('are read again with their views, fifty at once, and by halves where one is gone', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => post(-n - 1, { message: String(n) }))
    const { posts } = await visit()
    const known = posts.map(({ externalId, seenId = null, url }) => ({ externalId, seenId, url }))
    sim.insight.set(ids[0] as string, { post_media_view: 812 })
    expect((await facebook.reread(view(), known, io()))[0]?.counts).toMatchObject({ views: 812, shares: 0 })
    sim.remove(ids[3] as string)
    sim.edit(ids[4] as string, { is_hidden: true })
    sim.requests.length = 0
    const again = await facebook.reread(view(), known, io())
    expect(sim.requests.length).toBeLessThan(25)
    expect(again.map(({ state }) => state).slice(0, 6)).toEqual([
      'here',
      'here',
      'here',
      'gone',
      'gone',
      'here',
    ])
  })
})

it('others’ posts are strangers’: of the timeline only visitors’, with a name only where it is told', async () => {
  post(-1, { message: 'Oma' })
  sim.addPost('visitors', { message: 'Kiitos!', at: hours(-2), from: { id: '77', name: 'Aino' } })
  sim.addPost('tagged', { message: 'Torilla', at: hours(-3) })
  expect((await visit({ reading: 'visitors' })).posts).toMatchObject([
    { author: { name: 'Aino' }, unsigned: false },
  ])
  expect((await visit({ reading: 'tagged' })).posts).toMatchObject([
    { author: null, unsigned: true, media: [] },
  ])
  expect([
    facebook.strangers(view().settings),
    facebook.strangers(view({ reading: 'tagged' }).settings),
  ]).toEqual([false, true])
})

describe('a token', () => {
  it('becomes the Page’s own, is vouched for by the app’s secret, and stands in no address and no log', async () => {
    post(-1, { message: 'Hei' })
    await visit()
    const [listed] = asked('published_posts')
    const proof = createHmac('sha256', APP.secret).update(`${TOKEN}-page`).digest('hex')
    expect([listed?.headers.authorization, listed?.query.get('appsecret_proof')]).toEqual([
      `Bearer ${TOKEN}-page`,
      proof,
    ])
    expect(listed?.query.has('access_token')).toBe(false)
    expect(written.join()).toContain('fetched')
    expect(written.join()).not.toMatch(new RegExp(`${TOKEN}|${APP.secret}|SECRET`))
  })
  it('of an hour is exchanged for one of sixty days before it is used', async () => {
    sim.tokens.set('EAAshort', { type: 'USER', ends: hours(1) })
    await instagram.fetch(
      { id: 'i', settings: instagram.settings.parse({ user: sim.user.id, reading: 'own' }), tags: [] },
      io(withToken('EAAshort')),
    )
    expect(asked('/media')[0]?.headers.authorization).toBe('Bearer EAAshort-long')
    expect(expiry).toEqual([days(60)])
  })
  it('is asked once a day when it ends: for good, or with the consent of the one who gave it', async () => {
    const first = await visit()
    expect(expiry).toEqual([null])
    now = hours(2)
    const second = await visit({}, { memory: first.memory ?? {} })
    expect(expiry).toHaveLength(1)
    now = hours(25)
    sim.tokens.set(TOKEN, { type: 'SYSTEM_USER', ends: days(50), dataEnds: days(20) })
    sim.tokens.delete(`${TOKEN}-page`)
    await visit({}, { memory: second.memory ?? {} })
    expect(expiry.at(-1)).toEqual(days(20))
  })
  it('without a permission, without the page, or dead says so before anything is asked', async () => {
    sim.tokens.set('poor', { type: 'SYSTEM_USER', ends: null, scopes: ['pages_read_engagement'] })
    expect(await faultOf(visit({ reading: 'tagged' }, withToken('poor')))).toMatchObject({
      code: 'meta-permission',
      values: { permission: 'pages_read_user_content' },
    })
    expect((await faultOf(visit({ account: '999' }))).code).toBe('meta-no-page')
    sim.tokens.set('dead', { type: 'USER', ends: null, dead: 460 })
    expect((await faultOf(visit({}, withToken('dead')))).code).toBe('meta-password')
  })
})

describe('a refusal of Meta’s', () => {
  it.each([
    ['expired', 'auth', 'meta-expired'],
    ['removed', 'auth', 'meta-app-removed'],
    ['checkpoint', 'auth', 'meta-checkpoint'],
    ['password', 'auth', 'meta-password'],
    ['token', 'auth', 'meta-token'],
    ['session', 'auth', 'meta-token'],
    ['permission', 'auth', 'meta-permission'],
    ['scope', 'auth', 'meta-permission'],
    ['feature', 'auth', 'meta-permission'],
    ['app', 'rate', 'meta-rate'],
    ['user', 'rate', 'meta-rate'],
    ['pageCalls', 'rate', 'meta-rate'],
    ['instagramCalls', 'rate', 'meta-rate'],
    ['blocked', 'auth', 'meta-blocked'],
    ['unknown', 'busy', 'meta-busy'],
    ['service', 'busy', 'meta-busy'],
    ['passing', 'busy', 'meta-busy'],
    ['question', 'shape', 'meta-question'],
    ['gone', 'gone', 'meta-gone'],
  ] as const)('is told by its code: %s', async (how, kind, code) => {
    sim.fail(refusal[how](), /published_posts/)
    const fault = await faultOf(visit())
    expect([fault.kind, fault.code]).toEqual([kind, code])
    if (kind === 'rate') expect(fault.retryAt).toEqual(hours(1))
  })
  it('inside an answer that says all is well is one all the same', async () => {
    sim.fail({ ...refusal.expired(), status: 200 }, /published_posts/)
    expect((await faultOf(visit())).code).toBe('meta-expired')
  })
  it('of an old version says that the question is not understood', async () => {
    expect((await faultOf(visit({}, { base: `${sim.url}/v19.0` }))).code).toBe('meta-question')
  })
})

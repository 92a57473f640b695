// Instagram over HTTP: hashtags without authors, thirty in seven days, gaps, own and tagged posts, reading again.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelIo } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { readMedium } from '../../../workers/channels/instagram/media.ts'
import { instagram } from '../../../workers/channels/instagram.ts'
import { fc } from '../../chance.ts'
import { NOW } from '../../makers.ts'
import { openOutside } from '../../outside.ts'
import { type MetaSim, type SimMedium, startMeta } from '../../sim/meta.ts'
import { refusal } from '../../sim/meta-refusals.ts'
import { APP, TOKEN } from '../../sim/meta-tokens.ts'

let sim: MetaSim
let outside: ReturnType<typeof openOutside>
let now = NOW
beforeEach(async () => {
  now = NOW
  sim = await startMeta({ clock: () => now })
  outside = openOutside([sim.host], { clock: () => now })
})
afterEach(() => sim.stop())

const given: Record<string, string> = { meta_token: TOKEN, META_APP_ID: APP.id, META_APP_SECRET: APP.secret }
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000)
const io = (more: Partial<ChannelIo> = {}) =>
  outside.io({ base: sim.base, secret: (name) => given[name], since: hours(-90 * 24), now, ...more })
const view = (settings = {}, tags = ['kemijärvi']) => ({
  id: 'insta',
  settings: instagram.settings.parse({ user: sim.user.id, ...settings }),
  tags,
})
const visit = (settings = {}, tags?: string[], more: Partial<ChannelIo> = {}) =>
  instagram.fetch(view(settings, tags), io(more))
const say = (caption: string, at: number, more: Partial<SimMedium> = {}) =>
  sim.addMedium('hashtag', { caption, at: hours(at), like_count: 31, comments_count: 2, ...more })
const asked = (path: string) => sim.requests.filter((one) => one.path.endsWith(path))

describe('posts by hashtag', () => {
  it('come without an author and without a picture: a link, until somebody has been asked', async () => {
    const id = say('Järvi jäässä ❄️ #kemijärvi', -2)
    const { posts, fault } = await visit()
    expect(fault).toBeUndefined()
    expect(posts).toEqual([
      {
        externalId: 'Sim000001',
        seenId: id,
        url: 'https://www.instagram.com/p/Sim000001/',
        author: null,
        unsigned: true,
        title: null,
        body: { text: 'Järvi jäässä ❄️ #kemijärvi' },
        tags: [],
        publishedAt: hours(-2),
        editedAt: null,
        lang: null,
        media: [],
        counts: { likes: 31, comments: 2 },
        sensitive: null,
        public: true,
      },
    ])
  })
  it('of which the likes are hidden have none that we know of, not zero', async () => {
    say('#kemijärvi', -2, { like_count: undefined })
    expect((await visit()).posts[0]?.counts).toEqual({ likes: null, comments: 2 })
  })
  it('carry a spelling that was asked for: the platform’s own folding of letters is not ours', async () => {
    say('#kemijärvi #kemijarvi', -1)
    say('#kemijärvellä', -1)
    expect((await visit({}, ['kemijärvi', 'kemijarvi'])).posts).toHaveLength(1)
  })
  it('are read to the last page although the cursor looks the same on each', async () => {
    for (let n = 0; n < 120; n++) say(`${n} #kemijärvi`, -1)
    expect((await visit()).posts).toHaveLength(120)
    expect(new Set(asked('recent_media').map(({ query }) => query.get('after')))).toEqual(
      new Set([null, 'QVFI']),
    )
  })
  it('are asked by a number that is asked for once, and the best of them once a day', async () => {
    say('#kemijärvi', -1)
    let memory = (await visit()).memory ?? {}
    for (const later of [4, 8, 12, 16, 20, 24]) {
      now = hours(later)
      memory = (await visit({}, undefined, { memory: JSON.parse(JSON.stringify(memory)) })).memory ?? {}
    }
    expect(
      [asked('ig_hashtag_search'), asked('recent_media'), asked('top_media')].map((one) => one.length),
    ).toEqual([1, 7, 2])
  })
  it('that were missed are told: nothing older than a day can be asked for', async () => {
    const first = await visit()
    now = hours(30)
    say('Tuli aukon aikana #kemijärvi', 20)
    const later = await visit({}, undefined, { memory: first.memory ?? {} })
    expect(later.notice).toEqual({ code: 'instagram-gap', values: { hours: 30 } })
    expect(later.posts).toHaveLength(1)
    now = hours(34)
    expect((await visit({}, undefined, { memory: later.memory ?? {} })).notice).toBeUndefined()
  })
  it('of a hashtag that nobody has used do not keep the others away', async () => {
    sim.unheard.add('uusitunniste')
    say('#kemijärvi', -1)
    const both = await visit({}, ['uusitunniste', 'kemijärvi'])
    expect([both.posts.length, both.fault]).toEqual([1, undefined])
    expect(both.notice).toEqual({ code: 'instagram-tag', values: { tags: '#uusitunniste', n: 1 } })
  })
  it('of waiting hashtags are told as waiting, and the others come at the usual pace', async () => {
    const http: ChannelIo['http'] = async (url, ask) => {
      if (decodeURIComponent(new URL(url).hash) === '#toinen')
        throw new Fault('budget', 'waits', { retryAt: hours(100), values: { budget: 7, limit: 'tags' } })
      return outside.http(url, ask)
    }
    say('#kemijärvi', -1)
    const { posts, fault, notice, memory } = await visit({}, ['toinen', 'kemijärvi'], { http })
    expect([posts.length, fault]).toEqual([1, undefined])
    expect(notice).toEqual({ code: 'instagram-tags', values: { tags: '#toinen', n: 1 } })
    // What has never had its turn takes nobody's place.
    await visit({}, ['toinen', 'kemijärvi'], { memory: memory ?? {} })
    const [first, second, third] = asked('recent_media').map(({ path }) => path)
    expect([second, third === first]).toEqual([first, false])
  })
  it('tell when somebody else has used up the account’s thirty', async () => {
    sim.fail(refusal.tagsFull(), /ig_hashtag_search/)
    expect((await visit()).fault).toMatchObject({ kind: 'rate', code: 'instagram-full' })
  })
  it('keep what was read before a fault, and begin there the next time', async () => {
    say('#kemijärvi', -1)
    const tags = ['kemijärvi', 'toinen']
    const whole = (await visit({}, tags)).memory ?? {}
    now = hours(4)
    sim.fail('error', new RegExp(`${(whole.tags as Record<string, { id: string }>).toinen?.id}/recent`))
    const broken = await visit({}, tags, { memory: whole })
    expect([broken.posts.length, broken.fault?.kind]).toEqual([1, 'busy'])
    sim.fail(null)
    sim.requests.length = 0
    await visit({}, tags, { memory: broken.memory ?? {} })
    const { id } = (whole.tags as Record<string, { id: string }>).toinen as { id: string }
    expect(asked('recent_media')[0]?.path).toContain(id)
  })
})

describe('the town’s own posts', () => {
  const own = { reading: 'own' }
  it('come with their author and pictures: albums, films by their still picture, described by the town', async () => {
    const picture = (n: number) => `https://scontent.example/${n}.jpg?oe=69AA3F6F`
    sim.addMedium('own', { caption: 'Kuva', at: hours(-1), media_url: picture(1), alt_text: 'Jäinen järvi' })
    sim.addMedium('own', {
      ...{ caption: 'Albumi', at: hours(-2), media_type: 'CAROUSEL_ALBUM' },
      children: { data: [{ media_type: 'IMAGE', media_url: picture(2) }, { media_type: 'VIDEO' }] },
    })
    sim.addMedium('own', {
      caption: 'Video',
      at: hours(-3),
      media_type: 'VIDEO',
      media_url: 'https://scontent.example/v.mp4',
    })
    sim.addMedium('own', { caption: 'Tarina', at: hours(-4), media_product_type: 'STORY' })
    const { posts, about } = await visit(own)
    expect(about).toEqual({ title: 'Kemijärven kaupunki', url: 'https://www.instagram.com/kemijarvi/' })
    expect(posts.map(({ media }) => media.map(({ kind, url, alt }) => [kind, url, alt]))).toEqual([
      [['image', picture(1), 'Jäinen järvi']],
      [['image', picture(2), null]],
      [],
    ])
    expect(posts[0]?.author).toEqual({
      id: 'kemijarvi',
      name: 'Kemijärven kaupunki',
      handle: '@kemijarvi',
      url: 'https://www.instagram.com/kemijarvi/',
    })
  })
  it('are asked for back to what is known, and the cursor stays where a visit broke off', async () => {
    for (let n = 0; n < 120; n++) sim.addMedium('own', { caption: String(n), at: hours(-n - 1) })
    const first = await visit(own)
    expect(first.posts).toHaveLength(120)
    sim.requests.length = 0
    await visit(own, undefined, { memory: JSON.parse(JSON.stringify(first.memory)) })
    expect(asked('/media')).toHaveLength(1)
  })
  it('are read again with fresh counts; what is gone is found although it fails them all', async () => {
    const ids = ['a', 'b', 'c'].map((caption, n) =>
      sim.addMedium('own', { caption, at: hours(-n), like_count: 1 }),
    )
    const { posts } = await visit(own)
    sim.edit(ids[0] as string, { like_count: 9, caption: 'muutettu' })
    sim.insight.set(ids[0] as string, { views: 812, shares: 4 })
    sim.remove(ids[1] as string)
    const known = posts.map(({ externalId, seenId = null, url }) => ({ externalId, seenId, url }))
    const again = await instagram.reread(view(own), known, io())
    expect(again.map(({ state }) => state)).toEqual(['here', 'gone', 'here'])
    expect(again[0]).toMatchObject({
      counts: { likes: 9, views: 812, shares: 4 },
      post: { body: { text: 'muutettu' } },
    })
    expect(again[2]?.counts).not.toHaveProperty('views')
  })
  it('tell their numbers fifty at once, and without one that the platform has dropped', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => sim.addMedium('own', { caption: 'a', at: hours(-n) }))
    for (const id of ids) sim.insight.set(id, { views: 5, shares: 2 })
    const { posts } = await visit(own)
    const known = posts.map(({ externalId, seenId = null, url }) => ({ externalId, seenId, url }))
    sim.requests.length = 0
    const again = await instagram.reread(view(own), known, io())
    expect(again.every(({ counts }) => counts?.views === 5 && counts.shares === 2)).toBe(true)
    expect(sim.requests.filter(({ path }) => /v26.0/.test(path) && !/debug/.test(path))).toHaveLength(4)
    sim.metrics.media = ['shares', 'reach']
    sim.requests.length = 0
    const later = await instagram.reread(view(own), known, io())
    expect(later.every(({ counts }) => counts?.views === undefined && counts?.shares === 2)).toBe(true)
    expect(sim.requests.length).toBeLessThan(20)
  })
  it('are not taken for gone when only the permission is', async () => {
    sim.addMedium('own', { caption: 'a', at: hours(-1) })
    const { posts } = await visit(own)
    sim.fail(refusal.gone())
    const known = posts.map(({ externalId, seenId = null, url }) => ({ externalId, seenId, url }))
    await expect(instagram.reread(view(own), known, io())).rejects.toMatchObject({ code: 'meta-gone' })
  })
})

describe('posts that tag the town', () => {
  it('tell who wrote them; their pictures stay where they are', async () => {
    sim.addMedium('tagged', {
      caption: 'Hei',
      at: hours(-1),
      username: 'Aino.E',
      media_url: 'https://scontent.example/1.jpg',
    })
    const { posts } = await visit({ reading: 'tagged' })
    expect(posts[0]).toMatchObject({
      author: { id: 'aino.e', handle: '@Aino.E' },
      unsigned: false,
      media: [],
    })
  })
  it('are read again by their list: what is not on it any more is gone, and an empty one says nothing', async () => {
    const ids = [1, 2, 3].map((n) =>
      sim.addMedium('tagged', { caption: 'Hei', at: hours(-n), like_count: n }),
    )
    const { posts } = await visit({ reading: 'tagged' })
    sim.remove(ids[1] as string)
    sim.requests.length = 0
    const states = async () => {
      const again = await instagram.reread(view({ reading: 'tagged' }), posts as never, io())
      return again.map(({ state, counts }) => [state, counts?.likes])
    }
    expect(await states()).toEqual([
      ['here', 1],
      ['gone', undefined],
      ['here', 3],
    ])
    expect(asked('/tags')).toHaveLength(1)
    for (const id of ids) sim.remove(id)
    expect(await states()).toEqual(Array(3).fill(['unknown', undefined]))
  })
})

it.each([
  [{ user: '@kemijarvi' }, 'must be the number'],
  [{ user: '17841400000000001', login: 'instagram' }, 'cannot search'],
])('settings are not read by %j', (settings, why) => {
  expect(instagram.settings.safeParse(settings).error?.issues[0]?.message).toContain(why)
})

it('a medium of any shape never throws', () => {
  const odd = fc.oneof(fc.constant(undefined), fc.constant(null), fc.string(), fc.integer(), fc.object())
  const names =
    'caption media_type media_url thumbnail_url timestamp username like_count alt_text children'.split(' ')
  const anything = fc.record({
    id: fc.oneof(odd, fc.constant('1')),
    permalink: fc.oneof(odd, fc.constant('https://www.instagram.com/p/A/')),
    ...Object.fromEntries(names.map((name) => [name, odd])),
  })
  fc.assert(
    fc.property(anything, fc.constantFrom('hashtag', 'own', 'tagged'), (given, way) => {
      const post = readMedium(given, way)
      expect(post === undefined || post === 'skip' || post.externalId.length > 0).toBe(true)
    }),
  )
})

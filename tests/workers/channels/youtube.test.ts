// The YouTube channel over HTTP: few searches, matched here; a channel's uploads and feed; reading again; refusals.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Batch, ChannelIo, FoundPost } from '../../../services/domain/source.ts'
import { readVideo } from '../../../workers/channels/youtube/video.ts'
import { youtube } from '../../../workers/channels/youtube.ts'
import { fc } from '../../chance.ts'
import { NOW } from '../../makers.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type SimVideo, startYoutube, type YoutubeSim } from '../../sim/youtube.ts'
import { refusal } from '../../sim/youtube-refusals.ts'

let sim: YoutubeSim
let outside: ReturnType<typeof openOutside>
let now = NOW
beforeEach(async () => {
  now = NOW
  sim = await startYoutube({ clock: () => now })
  outside = openOutside([sim.host], { clock: () => now })
})
afterEach(() => sim.stop())
async function restart(quota: { search: number; units: number }) {
  await sim.stop()
  sim = await startYoutube({ clock: () => now, quota })
  outside = openOutside([sim.host], { clock: () => now })
}

const CHANNEL = { id: 'UCkemijarvi00000000000AA', title: 'Kemijärven kaupunki', handle: '@kemijarvi' }
const hoursAgo = (n: number) => new Date(NOW.getTime() - n * 3_600_000)
const film = (title: string, hours: number, more: Partial<SimVideo> = {}) =>
  sim.add({ title, description: '', published: hoursAgo(hours), ...more })
const io = (more: Partial<ChannelIo> = {}) =>
  outside.io({ base: sim.url, secret: () => 'a-good-key', since: hoursAgo(90 * 24), ...more })
const visit = (settings = {}, tags = ['kemijärvi'], more: Partial<ChannelIo> = {}) =>
  youtube.fetch({ id: 'videot', settings: youtube.settings.parse(settings), tags }, io(more))
const titlesOf = ({ posts }: Batch) => posts.map(({ title }) => title).sort()
const asked = (method: string) => sim.requests.filter(({ path }) => path.endsWith(`/${method}`))

describe('videos by hashtag', () => {
  it('reads a video whole: unescaped, uncut, with its length, captions and counts', async () => {
    const description = `${'Pitkä kertomus järvestä. '.repeat(10)}#kemijärvi`
    const id = film('Talvi & jää', 5, {
      description,
      tags: ['talvi', 'lapin järvet'],
      channel: CHANNEL,
      seconds: 3_792,
      captions: true,
      lang: 'fi',
      poster: { file: 'jaa.webp', width: 1280, height: 720 },
      counts: { views: 812, likes: 31, comments: 0 },
    })
    const { posts, skipped } = await visit()
    expect(skipped).toBe(0)
    expect(posts).toEqual([
      {
        externalId: id,
        seenId: id,
        url: `https://www.youtube.com/watch?v=${id}`,
        author: {
          id: CHANNEL.id,
          name: 'Kemijärven kaupunki',
          handle: null,
          url: `https://www.youtube.com/channel/${CHANNEL.id}`,
        },
        title: 'Talvi & jää',
        body: { text: description },
        tags: ['talvi', 'lapin järvet'],
        publishedAt: hoursAgo(5),
        editedAt: null,
        lang: 'fi',
        media: [
          {
            kind: 'video',
            url: `${sim.url}/pictures/jaa.webp`,
            alt: null,
            width: 1280,
            height: 720,
            seconds: 3_792,
            captions: 'yes',
          },
        ],
        counts: { views: 812, likes: 31, comments: 0 },
        sensitive: null,
        public: true,
        event: null,
      },
    ])
  })
  it('keeps only what carries a spelling asked for, in title, description or keywords', async () => {
    film('Lumi tuli #Kemijärvi', 1)
    film('Jää', 2, { description: 'Avannolla. #kemijarvi' })
    film('Kaamos', 3, { tags: ['kemijärvi'] })
    film('Kemijärvi ilman ristikkoa', 4)
    film('Lähellä', 5, { description: '#kemijärvellä' })
    expect(titlesOf(await visit({}, ['kemijärvi', 'kemijarvi']))).toEqual([
      'Jää',
      'Kaamos',
      'Lumi tuli #Kemijärvi',
    ])
  })
  it('asks for all spellings in one search, and for details of fifty at once', async () => {
    for (let n = 0; n < 60; n++) film(`${n} #kemijärvi`, n)
    const got = await visit({}, ['kemijärvi', 'kemijarvi', 'tuhannenjayhdentyöntarinat'])
    expect(got.posts).toHaveLength(60)
    expect(sim.used()).toEqual({ search: 2, units: 2 })
    expect(asked('search')[0]?.query.get('q')).toBe('#kemijarvi|#kemijärvi|#tuhannenjayhdentyöntarinat')
    expect(asked('search')[0]?.query.get('publishedAfter')).toBe('2026-08-27T00:00:00Z')
  })
  it('looks a week further back than the newest found: videos are found late', async () => {
    film('Ensimmäinen #kemijärvi', 24)
    const first = await visit()
    film('Myöhään löytyvä #kemijärvi', 100)
    now = new Date(NOW.getTime() + 6 * 3_600_000)
    const second = await visit({}, undefined, { memory: first.memory ?? {} })
    expect(titlesOf(second)).toEqual(['Ensimmäinen #kemijärvi', 'Myöhään löytyvä #kemijärvi'])
    expect(asked('search').at(-1)?.query.get('publishedAfter')).toBe('2026-11-17T00:00:00Z')
  })
  it('keeps what was found before its turn ended, and begins there the next time', async () => {
    const tags = Array.from({ length: 20 }, (_, n) => `tunniste${String(n).padStart(2, '0')}`)
    await restart({ search: 2, units: 10 })
    for (const tag of tags) film(`Video #${tag}`, 3)
    const first = await visit({}, tags)
    expect([first.posts.length, first.fault?.code]).toEqual([16, 'youtube-quota'])
    now = new Date(NOW.getTime() + 24 * 3_600_000)
    sim.requests.length = 0
    const second = await visit({}, tags, { memory: first.memory ?? {} })
    expect(asked('search')[0]?.query.get('q')).toContain('#tunniste19')
    expect(second.posts.length).toBeGreaterThanOrEqual(4)
  })
  it('leaves out what is not public, and takes a hidden count for not known', async () => {
    film('Piilossa #kemijärvi', 1, { privacy: 'unlisted' })
    film('Luvut piilossa #kemijärvi', 2, { counts: { views: 5, likes: null, comments: null } })
    const { posts } = await visit()
    expect(posts.map(({ counts }) => counts)).toEqual([{ views: 5, likes: null, comments: null }])
  })
  it('tells when a broadcast takes place, until it is over', async () => {
    const starts = new Date(NOW.getTime() + 86_400_000)
    const id = film('Valtuusto #kemijärvi', 1, { live: { state: 'upcoming', starts } })
    const [coming] = (await visit()).posts
    expect(coming).toMatchObject({ event: { startsAt: starts, endsAt: null }, media: [{ seconds: null }] })
    sim.edit(id, { live: { state: 'none', starts } })
    expect((await visit()).posts[0]?.event).toBeNull()
  })
  it('marks what YouTube shows to adults only', async () => {
    film('#kemijärvi', 1, { ageLimit: true })
    expect((await visit()).posts[0]?.sensitive).toBe('⚠')
  })
})

describe('one channel’s videos', () => {
  it.each(['@kemijarvi', CHANNEL.id, 'https://www.youtube.com/@kemijarvi/videos'])(
    'are found by %s without a search',
    async (account) => {
      for (let n = 0; n < 70; n++) film(`Video ${n}`, n * 20, { channel: CHANNEL })
      film('Muiden', 1)
      const first = await visit({ account }, [])
      expect(first.posts).toHaveLength(70)
      expect(first.posts[0]?.author).toMatchObject({ id: CHANNEL.id, handle: '@kemijarvi' })
      expect(first.about).toEqual({
        title: CHANNEL.title,
        url: `https://www.youtube.com/channel/${CHANNEL.id}`,
      })
      expect(sim.used()).toEqual({ search: 0, units: 5 })
      // Later one page is enough: it has the counts of the newest fifty.
      film('Uusi', 0, { channel: CHANNEL })
      const second = await visit({ account }, [], { memory: first.memory ?? {} })
      expect([second.posts.length, sim.used().units]).toEqual([50, 7])
    },
  )
  it('are none when the channel has published nothing, and no more those made private', async () => {
    const id = film('Yksi', 1, { channel: CHANNEL })
    film('Kaksi', 2, { channel: CHANNEL })
    sim.edit(id, { privacy: 'private' })
    expect(titlesOf(await visit({ account: '@kemijarvi' }, []))).toEqual(['Kaksi'])
    sim.fail(refusal.playlist(), /playlistItems/)
    expect((await visit({ account: '@kemijarvi' }, [])).posts).toEqual([])
  })
  it('cannot be had of a channel that is not there', async () => {
    expect(await faultOf(visit({ account: '@eiole' }, []))).toMatchObject({
      kind: 'gone',
      code: 'youtube-no-channel',
    })
  })
  it('come without a key by the channel’s feed, under the same ids', async () => {
    const id = film('Uutinen', 1, {
      channel: CHANNEL,
      description: 'Kertomus. #kemijärvi',
      counts: { views: 40, likes: 3, comments: 1 },
    })
    for (let n = 2; n < 30; n++) film(`Video ${n}`, n, { channel: CHANNEL })
    const settings = { account: CHANNEL.id, reading: 'feed' }
    const first = await visit(settings, [], { secret: () => undefined })
    expect(first.posts).toHaveLength(15)
    expect(first.posts[0]).toMatchObject({
      externalId: id,
      url: `https://www.youtube.com/watch?v=${id}`,
      author: { id: CHANNEL.id, name: CHANNEL.title },
      title: 'Uutinen',
      body: { text: 'Kertomus. #kemijärvi' },
      media: [{ kind: 'video', url: `${sim.url}/vi/${id}/hqdefault.jpg`, width: 480 }],
      editedAt: null,
      counts: { views: 40, likes: 3 },
    })
    expect(sim.used()).toEqual({ search: 0, units: 0 })
    expect(youtube.free(youtube.settings.parse(settings))).toBe(true)
  })
  it.each([
    [{ account: '@kemijarvi', reading: 'feed' }, 'must be the id of the channel'],
    [{ account: 'mikä vain' }, 'must be a channel'],
  ])('are not read by %j', (given, why) => {
    expect(youtube.settings.safeParse(given).error?.issues[0]?.message).toContain(why)
  })
})

describe('reading again', () => {
  const again = (posts: FoundPost[], settings = {}) =>
    youtube.reread({ id: 'videot', settings, tags: [] }, posts as Parameters<typeof youtube.reread>[1], io())

  it('brings fresh counts and edits, fifty for a unit, and says what is gone', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => film(`Video ${n} #kemijärvi`, n))
    const { posts } = await visit()
    sim.remove(ids[3] as string)
    sim.edit(ids[4] as string, { privacy: 'private' })
    sim.edit(ids[5] as string, { privacy: 'unlisted' })
    sim.edit(ids[6] as string, { title: 'Uusi otsikko', counts: { views: 9, likes: 3, comments: 1 } })
    const before = sim.used().units
    const found = new Map((await again(posts)).map((one) => [one.externalId, one]))
    expect(sim.used().units - before).toBe(2)
    expect([3, 4, 5, 7].map((n) => found.get(ids[n] as string)?.state)).toEqual([
      'gone',
      'gone',
      'gone',
      'here',
    ])
    expect(found.get(ids[6] as string)).toMatchObject({
      counts: { views: 9, likes: 3, comments: 1 },
      post: { title: 'Uusi otsikko' },
    })
  })
  it('cannot be done by the feed, which says nothing of what is removed', async () => {
    film('Video #kemijärvi', 1)
    const { posts } = await visit()
    expect(await again(posts, { reading: 'feed' })).toMatchObject([{ state: 'unknown' }])
  })
  it('keeps what was read before a refusal', async () => {
    await restart({ search: 100, units: 3 })
    for (let n = 0; n < 60; n++) film(`Video ${n} #kemijärvi`, n)
    const { posts } = await visit()
    expect(await again(posts)).toHaveLength(50)
    expect((await faultOf(again(posts))).code).toBe('youtube-quota')
  })
})

describe('a refusal of Google’s', () => {
  it.each([
    ['key', 'auth', 'youtube-key'],
    ['oldKey', 'auth', 'youtube-key'],
    ['noKey', 'auth', 'youtube-forbidden'],
    ['disabled', 'auth', 'youtube-not-enabled'],
    ['restricted', 'auth', 'youtube-key-restricted'],
    ['quota', 'rate', 'youtube-quota'],
    ['daily', 'rate', 'youtube-quota'],
    ['hasty', 'rate', 'youtube-rate'],
    ['filter', 'shape', 'youtube-question'],
  ] as const)('is told by its reason: %s', async (how, kind, code) => {
    sim.fail(refusal[how]())
    const fault = await faultOf(visit())
    expect([fault.kind, fault.code]).toEqual([kind, code])
    expect(fault.message).not.toContain('a-good-key')
  })
  it('of a wrong key is known without knowing the key', async () => {
    expect((await faultOf(visit({}, undefined, { secret: () => 'a-bad-key' }))).code).toBe('youtube-key')
  })
  it.each([
    ['error', 'busy'],
    ['busy', 'busy'],
    ['login', 'page-instead'],
    ['empty', 'empty'],
    ['garbage', 'not-json'],
    ['cut', 'cut'],
    ['missing', 'gone'],
  ] as const)('that is a broken answer is one like elsewhere: %s', async (how, code) => {
    film('#kemijärvi', 1)
    sim.fail(how)
    expect((await faultOf(visit())).code).toBe(code)
  })
})

describe('a video of any shape', () => {
  it('never throws: a field that is missing or odd makes a thinner post', () => {
    const odd = fc.oneof(fc.constant(undefined), fc.constant(null), fc.string(), fc.integer(), fc.object())
    const part = (...fields: string[]) =>
      fc.oneof(odd, fc.record(Object.fromEntries(fields.map((one) => [one, odd]))))
    const anything = fc.record({
      id: fc.oneof(odd, fc.constant('abc')),
      snippet: fc.oneof(
        odd,
        fc.record({
          title: fc.string(),
          channelId: fc.constant('UC1'),
          ...{ description: odd, tags: odd, publishedAt: odd, thumbnails: odd, liveBroadcastContent: odd },
        }),
      ),
      statistics: part('viewCount', 'likeCount', 'commentCount'),
      contentDetails: part('duration', 'caption', 'contentRating'),
      status: part('privacyStatus', 'uploadStatus'),
      liveStreamingDetails: part('scheduledStartTime'),
    })
    fc.assert(
      fc.property(anything, (given) => {
        const post = readVideo(given)
        expect(post === undefined || post === 'skip' || post.externalId.length > 0).toBe(true)
      }),
    )
  })
  it('skips what has no id or channel, and reads what has only those', () => {
    expect(readVideo({ id: 'abc', snippet: { title: 'x' } })).toBeUndefined()
    expect(readVideo({ id: 'abc', snippet: { title: 'x', channelId: 'UC1' } })).toMatchObject({
      externalId: 'abc',
      media: [],
      counts: { views: null, likes: null, comments: null },
      publishedAt: null,
    })
  })
})

// The Mastodon channel on a server over HTTP: collecting, reading again, closed and broken servers.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Batch } from '../../../services/domain/source.ts'
import { readStatus } from '../../../workers/channels/mastodon/status.ts'
import { mastodon } from '../../../workers/channels/mastodon.ts'
import { fc } from '../../chance.ts'
import { NOW } from '../../makers.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type MastodonSim, type SimPost, startMastodon } from '../../sim/mastodon.ts'

let sim: MastodonSim
let outside: ReturnType<typeof openOutside>
let now = NOW
beforeEach(async () => {
  now = NOW
  sim = await startMastodon({ clock: () => now })
  outside = openOutside([sim.host], { clock: () => now })
})
afterEach(() => sim.stop())

const minutesAgo = (n: number) => new Date(NOW.getTime() - n * 60_000)
const say = (text: string, minutes: number, more: Partial<SimPost> = {}) =>
  sim.add({ text, published: minutesAgo(minutes), ...more })
const visit = (memory: Batch['memory'] = {}, tags = ['kemijärvi'], more = {}) =>
  mastodon.fetch(
    { id: 'tuutit', settings: { server: sim.url }, tags },
    outside.io({ memory, since: minutesAgo(100_000), ...more }),
  )
const textsOf = ({ posts }: Batch) =>
  posts.map(({ body }) => ('html' in body ? body.html.replace(/<[^>]+>/g, '') : body.text)).sort()
const asked = () => sim.requests.map(({ path, query }) => `${path}?${decodeURIComponent(query.toString())}`)

describe('collecting by hashtag', () => {
  it('reads a post whole, as its author wrote it', async () => {
    const id = say('Lumi tuli. #Kemijärvi\n\nKuvia: https://kuvat.example/', 10, {
      author: 'aino@muualla.example',
      name: 'Aino :lumi:',
      media: [{ file: 'lumi.jpg', alt: 'Luminen järvi', width: 1200, height: 800 }],
      counts: { likes: 7, comments: 0, shares: 2 },
    })
    const { posts, skipped } = await visit()
    expect([posts.length, skipped]).toEqual([1, 0])
    expect(posts[0]).toMatchObject({
      externalId: sim.uriOf(id),
      seenId: id,
      url: `https://muualla.example/@aino/${id}`,
      author: {
        id: 'https://muualla.example/users/aino',
        name: 'Aino :lumi:',
        handle: '@aino@muualla.example',
        url: 'https://muualla.example/@aino',
      },
      title: null,
      tags: [],
      publishedAt: minutesAgo(10),
      editedAt: null,
      lang: 'fi',
      media: [
        {
          kind: 'image',
          url: `${sim.url}/pictures/lumi.jpg`,
          alt: 'Luminen järvi',
          width: 1200,
          height: 800,
        },
      ],
      counts: { likes: 7, comments: 0, shares: 2 },
      sensitive: null,
      public: true,
      card: null,
      quote: null,
    })
  })

  it('goes back to the wanted beginning at first, and only forward afterwards', async () => {
    for (let n = 0; n < 100; n++) say(`Vanha ${n} #kemijärvi`, 1000 + n)
    say('Liian vanha #kemijärvi', 200_000)
    const first = await visit()
    expect(first.posts).toHaveLength(100)
    say('Uusi #kemijärvi', 1)
    sim.requests.length = 0
    const second = await visit(first.memory)
    expect(textsOf(second)).toEqual(['Uusi #kemijärvi'])
    expect(asked().every((one) => one.includes('min_id='))).toBe(true)
    expect((await visit(second.memory)).posts).toEqual([])
  })

  it('loses nothing when there is more than fits in one visit, in either direction', async () => {
    for (let n = 0; n < 500; n++) say(`Vanha ${n} #kemijärvi`, 2000 + n)
    const seen = new Set<string>()
    let memory: Batch['memory'] = {}
    const take = async () => {
      const batch = await visit(memory)
      for (const post of batch.posts) seen.add(post.externalId)
      memory = batch.memory
    }
    await take()
    expect(seen.size).toBe(400)
    // While history is still being read, more comes than one visit takes.
    for (let n = 0; n < 450; n++) say(`Uusi ${n} #kemijärvi`, 1000 - n)
    for (let n = 0; n < 3; n++) await take()
    expect(seen.size).toBe(950)
  })

  it('takes a post that reached the server late', async () => {
    say('Aamulla #kemijärvi', 60)
    const first = await visit()
    say('Myöhässä #kemijärvi', 90, { arrived: minutesAgo(5) })
    expect(textsOf(await visit(first.memory))).toEqual(['Myöhässä #kemijärvi'])
  })

  it('asks once for spellings that the server takes for one, and keeps only those asked for', async () => {
    say('#Kemijärvi', 1)
    say('#kemijarvi', 2)
    say('#Häme ei ole hame', 3)
    say('#hame', 4)
    const got = await visit({}, ['kemijärvi', 'kemijarvi', 'häme'])
    expect(textsOf(got)).toEqual(['#Häme ei ole hame', '#Kemijärvi', '#kemijarvi'])
    const first = asked().filter((one) => !one.includes('max_id'))
    expect(first).toEqual([
      '/api/v1/timelines/tag/kemij%C3%A4rvi?any[]=kemijarvi&limit=40',
      '/api/v1/timelines/tag/h%C3%A4me?limit=40',
    ])
  })

  it('finds a tag that only the text has, and counts a folded one as it was typed', async () => {
    const long = 'tuhannenjayhdentyönmatkatoimisto'
    const post = {
      ...statusLike(),
      content: `<p>#<span>${long}</span> #Kemijärvi</p>`,
      tags: [{ name: 'kemijarvi' }],
    }
    expect(readStatus(post, 'https://s.example')).toMatchObject({ tags: [] })
    const listed = { ...post, content: '<p>Kuva</p>', tags: [{ name: 'kemijarvi' }, { name: 'lumi' }, {}, 7] }
    expect(readStatus(listed, 'https://s.example')).toMatchObject({ tags: ['kemijarvi', 'lumi'] })
  })

  it('leaves out boosts, posts that are not public, and authors who do not want to be found', async () => {
    say('a #kemijärvi', 1, { boost: true })
    say('b #kemijärvi', 2, { raw: { visibility: 'unlisted' } })
    say('c #kemijärvi', 3, { noindex: true })
    say('d #kemijärvi', 4)
    const got = await visit()
    expect([textsOf(got), got.skipped]).toEqual([['d #kemijärvi'], 0])
  })

  it('skips what cannot be read, counts it, and keeps the rest', async () => {
    say('a #kemijärvi', 1, { raw: { account: null } })
    say('b #kemijärvi', 2, { raw: { id: 7 } })
    say('c #kemijärvi', 3, {
      raw: { tags: 'x', media_attachments: null, url: 5, favourites_count: 'monta', uusi: {} },
    })
    const got = await visit()
    expect([textsOf(got), got.skipped]).toEqual([['c #kemijärvi'], 2])
    expect(got.posts[0]?.counts).toEqual({ likes: null, comments: 0, shares: 0 })
  })

  it('stops when a server pages in circles', async () => {
    for (let n = 0; n < 40; n++) say(`${n} #kemijärvi`, 10 + n)
    const first = await visit()
    // A server that ignores min_id and max_id.
    const page = await fetchRaw('/api/v1/timelines/tag/kemijarvi?limit=40')
    sim.requests.length = 0
    sim.fail({ headers: { 'content-type': 'application/json' }, body: page })
    const second = await visit(first.memory)
    expect([second.posts.length, sim.requests.length]).toEqual([40, 1])
    expect((await visit()).posts).toHaveLength(40)
    expect(sim.requests.length).toBeLessThan(5)
  })

  it('follows one account instead', async () => {
    say('Oma #kemijärvi', 1, { author: 'kunta' })
    say('Ilman tunnistetta', 2, { author: 'kunta' })
    say('Muun #kemijärvi', 3, { author: 'aino' })
    const source = { id: 'oma', settings: { server: sim.url, account: '@kunta' }, tags: [] }
    const got = await mastodon.fetch(source, outside.io({ since: minutesAgo(1000) }))
    expect(textsOf(got)).toEqual(['Ilman tunnistetta', 'Oma #kemijärvi'])
    sim.requests.length = 0
    await mastodon.fetch(source, outside.io({ memory: got.memory ?? {} }))
    expect(asked().some((one) => one.includes('lookup'))).toBe(false)
    const nobody = { ...source, settings: { server: sim.url, account: '@eiole' } }
    expect(await faultOf(mastodon.fetch(nobody, outside.io()))).toMatchObject({
      kind: 'gone',
      code: 'mastodon-no-account',
    })
  })
})

describe('what an author put around a post', () => {
  const read = (more: object) => {
    const post = readStatus({ ...statusLike(), ...more }, 'https://s.example')
    if (!post || post === 'skip') throw new Error('not read')
    return post
  }
  it('a warning in words, or the mark of one', () => {
    expect(read({ sensitive: true, spoiler_text: ' Politiikkaa ' }).sensitive).toBe('Politiikkaa')
    expect(read({ sensitive: true }).sensitive).toBe('⚠')
    expect(read({}).sensitive).toBeNull()
  })
  it('a link card', () => {
    const card = { url: 'https://a.example/', title: 'Otsikko', description: '' }
    expect(read({ card }).card).toEqual({ url: 'https://a.example/', title: 'Otsikko', text: null })
    expect(read({ card: { ...card, url: 'javascript:alert(1)' } }).card).toBeNull()
    expect(read({ card: { title: 'ilman osoitetta' } }).card).toBeNull()
  })
  it('a quote, accepted and public, as text and a link', () => {
    const quoted = { ...statusLike(), url: 'https://q.example/1', content: '<p>Alkuperäinen</p>' }
    const content = '<p class="quote-inline">RE: <a href="https://q.example/1">q</a></p><p>Samaa mieltä</p>'
    const post = read({ content, quote: { state: 'accepted', quoted_status: quoted } })
    expect(post.quote).toEqual({ url: 'https://q.example/1', author: '@aino', text: 'Alkuperäinen' })
    expect(post.body).toEqual({ html: '<p>Samaa mieltä</p>' })
    expect(read({ content, quote: { state: 'revoked', quoted_status: null } }).quote).toBeNull()
    const secret = { ...quoted, visibility: 'private' }
    expect(read({ quote: { state: 'accepted', quoted_status: secret } }).quote).toBeNull()
  })
  it('moving pictures by their still one, sounds only with one', () => {
    const media = (type: string, preview_url: string | null) =>
      read({
        media_attachments: [
          { type, url: 'https://m.example/v', preview_url, meta: { original: { duration: 12.6 } } },
        ],
      }).media
    expect(media('video', 'https://m.example/p')).toMatchObject([
      { kind: 'video', url: 'https://m.example/p', seconds: 13 },
    ])
    expect(media('gifv', 'https://m.example/p')).toMatchObject([{ kind: 'video' }])
    expect(media('audio', null)).toEqual([])
    expect(media('unknown', 'https://m.example/p')).toEqual([])
    expect(media('hologram', 'https://m.example/p')).toEqual([])
  })
  it('whatever it is, never an error', () => {
    const any = fc.object({
      key: fc.constantFrom(...Object.keys(statusLike()), 'meta', '__proto__'),
      maxDepth: 3,
    })
    fc.assert(
      fc.property(any, any, (a, b) => {
        const post = readStatus(
          { ...statusLike(), ...a, account: { acct: 'aino', ...b } },
          'https://s.example',
        )
        if (!post || post === 'skip') return
        expect(typeof post.externalId).toBe('string')
        expect(post.url === null || /^https?:/.test(post.url)).toBe(true)
      }),
      { numRuns: 500 },
    )
    for (const odd of [null, undefined, 7, 'x', [], {}])
      expect(readStatus(odd, 'https://s.example')).toBeUndefined()
  })
})

describe('reading known posts again', () => {
  const reread = (ids: (string | null)[], more: { editedAt?: Date | null } = {}) =>
    mastodon.reread(
      { id: 'tuutit', settings: { server: sim.url }, tags: [] },
      ids.map((id) => ({ externalId: `tunnus ${id}`, url: null, seenId: id, ...more })),
      outside.io(),
    )

  it('tells counts, edits, deletions, and what nobody knows', async () => {
    const ids = ['a', 'b', 'c', 'd'].map((text, n) => say(`${text} #kemijärvi`, n + 1)) as [
      string,
      string,
      string,
      string,
    ]
    sim.edit(ids[0], { text: 'muokattu #kemijärvi', counts: { likes: 9, comments: 1, shares: 0 } })
    sim.remove(ids[1])
    sim.edit(ids[2], { visibility: 'private' })
    const got = await reread([...ids, '999', null])
    expect(got.map(({ state }) => state)).toEqual(['here', 'gone', 'gone', 'here', 'gone', 'unknown'])
    expect(got[0]).toMatchObject({
      externalId: `tunnus ${ids[0]}`,
      counts: { likes: 9, comments: 1, shares: 0 },
      post: { externalId: `tunnus ${ids[0]}`, editedAt: NOW },
    })
  })

  it('brings the text again only when its edit is not the one we have', async () => {
    const [plain, edited] = [say('a #kemijärvi', 1), say('b #kemijärvi', 2)]
    sim.edit(edited, { text: 'muokattu #kemijärvi' })
    const brings = async (editedAt: Date | null) =>
      (await reread([plain, edited], { editedAt })).map(({ post, counts }) => [
        Boolean(post),
        Boolean(counts),
      ])
    expect(await brings(null)).toEqual([
      [false, true],
      [true, true],
    ])
    expect(await brings(NOW)).toEqual([
      [true, true],
      [false, true],
    ])
  })

  it('asks for twenty at once, and alone for those that are missing', async () => {
    const ids = Array.from({ length: 45 }, (_, n) => say(`${n} #kemijärvi`, n + 1))
    sim.remove(ids[3] as string)
    const got = await reread(ids)
    expect(got.filter(({ state }) => state === 'here')).toHaveLength(44)
    expect(sim.requests.map(({ query }) => query.getAll('id[]').length)).toEqual([20, 0, 20, 5])
  })

  it('takes nobody off the wall because a server answers with nothing', async () => {
    const ids = ['a', 'b'].map((text, n) => say(`${text} #kemijärvi`, n + 1))
    sim.fail({ headers: { 'content-type': 'application/json' }, body: '[]' })
    expect((await reread(ids)).map(({ state }) => state)).toEqual(['unknown', 'unknown'])
    for (const how of ['login', 'empty', { status: 403 }, { status: 422 }] as const) {
      sim.fail(how)
      expect((await reread(ids)).map(({ state }) => state)).toEqual(['unknown', 'unknown'])
    }
    sim.fail('closed')
    expect(await faultOf(reread(ids))).toMatchObject({ kind: 'auth', code: 'mastodon-closed' })
    sim.fail('error')
    expect((await faultOf(reread(ids))).kind).toBe('busy')
  })

  it('works with servers that do not know the question for many', async () => {
    await sim.stop()
    sim = await startMastodon({ clock: () => now, bulk: false })
    outside = openOutside([sim.host])
    const ids = ['a', 'b'].map((text, n) => say(`${text} #kemijärvi`, n + 1))
    expect((await reread(ids)).map(({ state }) => state)).toEqual(['here', 'here'])
  })
})

describe('a server that does not answer as hoped', () => {
  it('closed says so in its own words, whether by 401 or by an empty list', async () => {
    say('a #kemijärvi', 1)
    const closed = { kind: 'auth', code: 'mastodon-closed', values: { host: sim.host } }
    sim.close('authenticated')
    expect(await faultOf(visit())).toMatchObject(closed)
    sim.close('hidden')
    expect(await faultOf(visit())).toMatchObject(closed)
    const token = { secret: (name: string) => (name === 'token' ? 'a-good-token' : undefined) }
    expect(await faultOf(visit({}, ['kemijärvi'], token))).toMatchObject(closed)
    sim.close('authenticated')
    expect((await visit({}, ['kemijärvi'], token)).posts).toHaveLength(1)
    sim.close('public')
    expect((await visit({}, ['eikukaan'])).posts).toEqual([])
  })

  it('busy in the middle keeps what was read, remembers how far, and goes on there', async () => {
    for (let n = 0; n < 90; n++) say(`${n} #kemijärvi`, 10 + n)
    say('lumi #lumi', 5)
    sim.fail('quota', /\/tag\/lumi/)
    const first = await visit({}, ['kemijärvi', 'lumi'])
    expect([first.posts.length, first.fault?.kind, first.fault?.retryAt]).toEqual([
      90,
      'rate',
      new Date(NOW.getTime() + 240_000),
    ])
    sim.fail(null)
    now = new Date(NOW.getTime() + 241_000)
    const second = await visit(first.memory, ['kemijärvi', 'lumi'])
    expect([textsOf(second), second.fault]).toEqual([['lumi #lumi'], undefined])
  })

  const cases = [
    ['rate', 'rate', 'rate'],
    ['quota', 'rate', 'rate'],
    ['busy', 'busy', 'busy'],
    ['error', 'busy', 'busy'],
    ['missing', 'gone', 'gone'],
    ['login', 'shape', 'page-instead'],
    ['empty', 'shape', 'empty'],
    ['garbage', 'shape', 'not-json'],
    ['cut', 'network', 'cut'],
    ['refuse', 'network', 'cut'],
    ['bomb', 'size', 'size'],
    ['to-private', 'shape', 'moved'],
    ['loop', 'shape', 'moved'],
  ] as const
  it.each(cases)('%s is %s, %s', async (how, kind, code) => {
    say('a #kemijärvi', 1)
    sim.fail(how)
    expect(await faultOf(visit())).toMatchObject({ kind, code })
  })

  it.each(['{}', '{"error":"This API requires an authenticated user"}', '"x"', 'null', '7'])(
    '%s is not a list',
    async (body) => {
      sim.fail({ headers: { 'content-type': 'application/json' }, body })
      expect(await faultOf(visit())).toMatchObject({ kind: 'shape', code: 'not-a-list' })
    },
  )

  it('hostile JSON harms nobody', async () => {
    const bombs = [
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `[${'{"id":"1","account":{"acct":"a"},"__proto__":{"polluted":1}},'.repeat(1000)}{}]`,
      `[{"id":"1e400","favourites_count":1e400,"account":{"acct":"a"},"content":"#a","content":"#kemijärvi"}]`,
    ]
    for (const body of bombs) {
      sim.fail({ headers: { 'content-type': 'application/json' }, body })
      const got = await visit().catch((fault) => fault)
      expect(got).toHaveProperty(got instanceof Error ? 'kind' : 'posts')
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    }
  })
})

it('settings take a server by name or address and refuse the rest', () => {
  const read = (settings: object) => mastodon.settings.safeParse(settings).data
  expect(read({ server: 'mastodon.example' })).toEqual({ server: 'https://mastodon.example' })
  expect(read({ server: 'https://mastodon.example/' })).toEqual({ server: 'https://mastodon.example' })
  for (const bad of [
    {},
    { server: '' },
    { server: 'ftp://x.example' },
    { server: 'a.example', account: 'a b' },
    { server: 'a.example', x: 1 },
  ])
    expect(read(bad), JSON.stringify(bad)).toBeUndefined()
})

function statusLike() {
  return {
    id: '1',
    uri: 'https://s.example/users/aino/statuses/1',
    url: 'https://s.example/@aino/1',
    created_at: '2026-11-20T07:00:00.000Z',
    edited_at: null,
    visibility: 'public',
    sensitive: false,
    spoiler_text: '',
    language: 'fi',
    content: '<p>Lumi tuli #kemijärvi</p>',
    reblog: null,
    account: { id: '5', acct: 'aino', display_name: 'Aino' },
    media_attachments: [] as unknown[],
    tags: [] as unknown[],
    card: null,
    quote: null,
  }
}

async function fetchRaw(path: string): Promise<Uint8Array> {
  return (await outside.http(sim.url + path)).bytes
}

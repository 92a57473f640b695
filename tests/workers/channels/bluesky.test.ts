// The Bluesky channel on a server over HTTP: collecting, reading again, signing in, and what goes wrong.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Batch, ChannelIo } from '../../../services/domain/source.ts'
import { readPost } from '../../../workers/channels/bluesky/post.ts'
import { bluesky } from '../../../workers/channels/bluesky.ts'
import { fc } from '../../chance.ts'
import { NOW } from '../../makers.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { ACCOUNT, type BlueskyPost, type BlueskySim, startBluesky } from '../../sim/bluesky.ts'
import { didOf, type KeptPost, viewOf } from '../../sim/bluesky-post.ts'

let sim: BlueskySim
let outside: ReturnType<typeof openOutside>
let signedIn: ChannelIo['signedIn']
let now = NOW
beforeEach(async () => {
  now = NOW
  sim = await startBluesky({ clock: () => now })
  outside = openOutside([sim.host], { clock: () => now })
  signedIn = outside.io().signedIn
})
afterEach(() => sim.stop())

const DAY = 1440
const minutesAgo = (n: number) => new Date(NOW.getTime() - n * 60_000)
const say = (text: string, minutes: number, more: Partial<BlueskyPost> = {}) =>
  sim.add({ text, published: minutesAgo(minutes), ...more })
const secret = (name: string) => (name === 'app_password' ? ACCOUNT.password : undefined)
const settings = (more = {}) => ({ identifier: ACCOUNT.identifier, service: sim.url, ...more })
const io = (more: Partial<ChannelIo> = {}) =>
  outside.io({ secret, signedIn, since: minutesAgo(90 * DAY), ...more })
const visit = (memory: Batch['memory'] = {}, tags = ['kemijärvi'], more: Partial<ChannelIo> = {}) =>
  bluesky.fetch({ id: 'sininen', settings: settings(), tags }, io({ memory, ...more }))
const textsOf = ({ posts }: Batch) =>
  posts.map(({ body }) => ('html' in body ? body.html.replace(/<[^>]+>/g, '') : body.text)).sort()
const asked = (name = 'searchPosts') => sim.requests.filter(({ path }) => path.endsWith(name))

describe('collecting by hashtag', () => {
  it('reads a post whole, as its author wrote it', async () => {
    const uri = say('Lumi tuli. #Kemijärvi\n\nKuvia: https://kuvat.example/talvi', 10, {
      author: 'aino.bsky.example',
      name: 'Aino 🎉',
      langs: ['fi', 'en'],
      media: [{ file: 'lumi.jpg', alt: 'Luminen järvi', width: 1200, height: 800 }],
      counts: { likes: 7, comments: 0, shares: 2 },
    })
    const { posts, skipped } = await visit()
    expect(skipped).toBe(0)
    expect(posts).toEqual([
      {
        externalId: uri,
        url: `https://bsky.app/profile/aino.bsky.example/post/${uri.split('/').at(-1)}`,
        author: {
          id: didOf('aino.bsky.example'),
          name: 'Aino 🎉',
          handle: '@aino.bsky.example',
          url: 'https://bsky.app/profile/aino.bsky.example',
        },
        title: null,
        body: {
          html: 'Lumi tuli. #Kemijärvi<br><br>Kuvia: <a href="https://kuvat.example/talvi">kuvat.example/talvi</a>',
        },
        tags: ['Kemijärvi'],
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
      },
    ])
  })

  it('asks once for each spelling, by the name of the tag and since when', async () => {
    await visit({}, ['Kemijärvi', 'kemijarvi', 'kemijärvi', 'x'.repeat(65)])
    expect(asked().map(({ query }) => Object.fromEntries(query))).toEqual(
      ['kemijärvi', 'kemijarvi'].map((tag) => ({
        q: `#${tag}`,
        tag,
        sort: 'latest',
        limit: '100',
        since: minutesAgo(90 * DAY).toISOString(),
      })),
    )
  })

  it('goes back to the wanted beginning at first, and only a day afterwards', async () => {
    for (let n = 0; n < 250; n++) say(`Vanha ${n} #kemijärvi`, 2 * DAY + 120 * n)
    say('Liian vanha #kemijärvi', 91 * DAY)
    const first = await visit()
    expect(first.posts).toHaveLength(250)
    say('Uusi #kemijärvi', 1)
    say('Myöhässä #kemijärvi', 2 * DAY - 5, { indexed: minutesAgo(1) })
    sim.requests.length = 0
    const second = await visit(first.memory)
    expect(textsOf(second)).toEqual(expect.arrayContaining(['Myöhässä #kemijärvi', 'Uusi #kemijärvi']))
    expect(asked()).toHaveLength(1)
    expect(asked()[0]?.query.get('since')).toBe(minutesAgo(3 * DAY).toISOString())
  })

  it('loses nothing when there is more than fits in one visit, in either direction', async () => {
    for (let n = 0; n < 1500; n++) say(`Vanha ${n} #kemijärvi`, 3 * DAY + n)
    const seen = new Set<string>()
    let memory: Batch['memory'] = {}
    const take = async () => {
      const batch = await visit(memory)
      for (const post of batch.posts) seen.add(post.externalId)
      memory = batch.memory
    }
    await take()
    expect(seen.size).toBe(1000)
    // While history is still being read, more comes than one visit takes.
    for (let n = 0; n < 1200; n++) say(`Uusi ${n} #kemijärvi`, 2 * DAY - n)
    for (let n = 0; n < 4; n++) await take()
    expect(seen.size).toBe(2700)
  }, 20_000)

  it('comes to every tag, also where one visit is too short for all of them', async () => {
    const tags = Array.from({ length: 40 }, (_, n) => `tunniste${n}`)
    const first = await visit({}, tags)
    expect(asked()).toHaveLength(30)
    await visit(first.memory, tags)
    expect(new Set(asked().map(({ query }) => query.get('tag'))).size).toBe(40)
  })

  it('keeps only what carries a spelling asked for, in the text, in a facet or beside it', async () => {
    say('#Kemijärvi', 1)
    say('piilossa', 2, { tags: ['kemijärvi'] })
    say('#Kemijärvi-viikko alkaa #kemijärvi', 3)
    say('#häme #kemijärvi', 4, { record: { text: 'muokattu pois', facets: [] } })
    expect(textsOf(await visit())).toEqual(['#Kemijärvi', '#Kemijärvi-viikko alkaa #kemijärvi', 'piilossa'])
  })

  it('takes the same post by two hashtags once', async () => {
    say('#kemijärvi #lumi', 1)
    expect((await visit({}, ['kemijärvi', 'lumi'])).posts).toHaveLength(1)
  })

  it('skips what cannot be read, counts it, and keeps the rest', async () => {
    say('a #kemijärvi', 1, { raw: { author: null } })
    say('b #kemijärvi', 2, { raw: { uri: 7 } })
    say('c #kemijärvi', 3, { record: { $type: 'app.bsky.feed.generator' } })
    say('d #kemijärvi', 4, { raw: { labels: 'x', embed: 5, likeCount: 'monta', uusi: {} } })
    const got = await visit()
    expect([textsOf(got), got.skipped]).toEqual([['d #kemijärvi'], 3])
    expect(got.posts[0]?.counts).toEqual({ likes: null, comments: 0, shares: 0 })
  })

  it('keeps what is not for people who are signed out, and says so', async () => {
    say('a #kemijärvi', 1, { authorLabels: ['!no-unauthenticated'] })
    say('b #kemijärvi', 2, { labels: ['!hide'] })
    say('c #kemijärvi', 3)
    const got = await visit()
    expect(got.posts.map((post) => post.public)).toEqual([false, false, true])
  })

  it('stops when a server pages in circles, keeps what came, and tells', async () => {
    for (let n = 0; n < 150; n++) say(`${n} #kemijärvi`, 10 + n)
    const body = await rawPage(100)
    sim.fail({ headers: { 'content-type': 'application/json' }, body }, /searchPosts/)
    const got = await visit()
    expect([got.posts.length, asked().length, got.fault?.code]).toEqual([100, 2, 'paging'])
    // The next visit goes on behind what was read.
    sim.fail(null)
    const more = await visit(got.memory)
    expect(new Set([...got.posts, ...more.posts].map((post) => post.externalId)).size).toBe(150)
    expect(asked().at(-1)?.query.get('until')).toBe(new Date(minutesAgo(109).getTime() + 1).toISOString())
  })

  it('gives up going back at a server that does not go back', async () => {
    for (let n = 0; n < 1100; n++) say(`${n} #kemijärvi`, 10 + n)
    const first = await visit()
    const body = await rawPage(100)
    sim.fail(
      { headers: { 'content-type': 'application/json' }, body: body.replace('"cursor"', '"x"') },
      /search/,
    )
    const second = await visit(first.memory)
    expect(JSON.stringify(second.memory)).not.toContain('left')
  })

  async function rawPage(limit: number): Promise<string> {
    const token = await signedIn({ ...ways(), ended: () => false }, async (one) => one)
    const address = `${sim.url}/xrpc/app.bsky.feed.searchPosts?q=%23kemij%C3%A4rvi&limit=${limit}`
    const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
    sim.requests.length = 0
    return answer.text()
  }
  function ways() {
    const open = async () => {
      const answer = await fetch(`${sim.url}/xrpc/com.atproto.server.createSession`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(ACCOUNT),
      })
      const { accessJwt: token, refreshJwt: renewal } = (await answer.json()) as Record<string, string>
      return { token: token ?? '', renewal }
    }
    return { name: 'session', account: 'x', open }
  }
})

describe('following one account', () => {
  const follow = (memory: Batch['memory'] = {}, account = 'kunta.example', since = minutesAgo(400 * DAY)) =>
    bluesky.fetch({ id: 'oma', settings: settings({ account }), tags: [] }, io({ memory, since }))

  it('takes what it says to everybody: its own threads too, not its answers and not what it passes on', async () => {
    const own = say('Oma #kemijärvi', 1, { author: 'kunta.example' })
    const other = say('Muun', 2, { author: 'aino.example' })
    say('Ilman tunnistetta', 3, { author: 'kunta.example' })
    say('Ketju jatkuu', 4, { author: 'kunta.example', repliesTo: own })
    say('Kiitos kysymyksestä', 5, { author: 'kunta.example', repliesTo: other })
    sim.repost(other, 'kunta.example')
    const got = await follow()
    expect([textsOf(got), got.skipped]).toEqual([['Ilman tunnistetta', 'Ketju jatkuu', 'Oma #kemijärvi'], 0])
    expect(asked('getAuthorFeed')[0]?.query.get('filter')).toBe('posts_and_author_threads')
  })

  it('goes back to the wanted beginning at first, and afterwards only until what is known', async () => {
    for (let n = 0; n < 350; n++) say(`${n}`, 2 * DAY * (1 + n), { author: 'kunta.example' })
    const first = await follow()
    expect(first.posts).toHaveLength(200)
    expect(asked('getAuthorFeed')).toHaveLength(3)
    sim.requests.length = 0
    say('Uusi', 1, { author: 'kunta.example' })
    expect(textsOf(await follow(first.memory))).toEqual(['0', 'Uusi'])
    expect(asked('getAuthorFeed')).toHaveLength(2)
  })

  it('reads all of it again after a fault on the way, since there is no going on in the middle', async () => {
    for (let n = 0; n < 150; n++) say(`${n}`, 10 + n, { author: 'kunta.example' })
    let asks = 0
    const http: ChannelIo['http'] = (url, ask) => {
      if (url.includes('getAuthorFeed') && ++asks === 2) sim.fail('error')
      return outside.http(url, ask)
    }
    const source = { id: 'oma', settings: settings({ account: 'kunta.example' }), tags: [] }
    const first = await bluesky.fetch(source, io({ http }))
    expect([first.posts.length, first.fault?.kind]).toEqual([100, 'busy'])
    sim.fail(null)
    expect((await follow(first.memory)).posts).toHaveLength(150)
  })

  it('says when there is no such account', async () => {
    expect(await faultOf(follow({}, 'eiole.example'))).toMatchObject({
      kind: 'gone',
      code: 'bluesky-no-account',
      values: { account: 'eiole.example' },
    })
  })
})

describe('what an author put around a post', () => {
  const kept = (more: Partial<KeptPost> = {}): KeptPost => ({
    text: 'Lumi tuli',
    published: minutesAgo(5),
    uri: `at://${didOf('aino.example')}/app.bsky.feed.post/3kaaaaaaaaaaa`,
    rkey: '3kaaaaaaaaaaa',
    author: 'aino.example',
    edits: 0,
    ...more,
  })
  const read = (more: Partial<KeptPost> = {}, find?: KeptPost) => {
    const view = viewOf(kept(more), { url: 'https://s.example', now: NOW, find: () => find })
    const got = readPost(view)
    if (!got) throw new Error('not read')
    return got.post
  }
  const media = (n: number, type?: 'video') =>
    Array.from({ length: n }, (_, at) => ({
      file: `${at}.jpg`,
      alt: at ? `kuva ${at}` : null,
      ...(type && { type }),
    }))

  it.each([
    [{ labels: ['porn'] }, '⚠'],
    [{ labels: ['sexual'] }, '⚠'],
    [{ selfLabels: ['nudity'] }, '⚠'],
    [{ authorLabels: ['graphic-media'] }, '⚠'],
    [{ labels: ['spam-ish'] }, null],
    [{}, null],
  ])('a warning: %j', (labels, sensitive) => expect(read(labels).sensitive).toBe(sensitive))

  it('a label that was lifted no longer counts', () => {
    const labels = [{ val: 'porn' }, { val: 'porn', neg: true }, { val: 7 }, null]
    expect(read({ raw: { labels } }).sensitive).toBeNull()
  })

  it('pictures with the words of their author, up to a whole gallery', () => {
    expect(read({ media: media(2) }).media).toEqual([
      { kind: 'image', url: 'https://s.example/pictures/0.jpg', alt: null, width: 1200, height: 800 },
      { kind: 'image', url: 'https://s.example/pictures/1.jpg', alt: 'kuva 1', width: 1200, height: 800 },
    ])
    expect(read({ media: media(7) }).media).toHaveLength(7)
  })

  it('a video by its still picture, and not at all without one', () => {
    expect(read({ media: media(1, 'video') }).media).toMatchObject([{ kind: 'video', alt: null }])
    const embed = { $type: 'app.bsky.embed.video#view', cid: 'x', playlist: 'https://s.example/p.m3u8' }
    expect(read({ raw: { embed } }).media).toEqual([])
  })

  it('a link card', () => {
    const card = { uri: 'https://a.example/', title: 'Otsikko', description: '' }
    expect(read({ card }).card).toEqual({ url: 'https://a.example/', title: 'Otsikko', text: null })
    expect(read({ card: { ...card, uri: 'javascript:alert(1)' } }).card).toBeNull()
    expect(read({ card: { ...card, title: ' ' } }).card).toBeNull()
  })

  it('a quote as text and a link, with pictures or without', () => {
    const quoted = kept({ text: 'Alkuperäinen\nkaksi', name: 'Maija', author: 'maija.example' })
    const quote = {
      url: 'https://bsky.app/profile/maija.example/post/3kaaaaaaaaaaa',
      author: 'Maija',
      text: 'Alkuperäinen\nkaksi',
    }
    expect(read({ quotes: quoted.uri }, quoted).quote).toEqual(quote)
    expect(read({ quotes: quoted.uri, media: media(1) }, quoted)).toMatchObject({
      quote,
      media: [{ kind: 'image' }],
    })
    expect(read({ quotes: quoted.uri }, { ...quoted, gone: true }).quote).toBeNull()
    expect(
      read({ quotes: quoted.uri }, { ...quoted, authorLabels: ['!no-unauthenticated'] }).quote,
    ).toBeNull()
    expect(read({ quotes: quoted.uri }, { ...quoted, labels: ['porn'] }).quote).toBeNull()
  })

  it.each([
    ['written now', 5, 5, 5],
    ['brought in years later', 2000 * DAY, 5, 5],
    ['dated ahead', -3 * DAY, 5, 5],
    ['known a little late', 300, 5, 300],
  ])('a time that can be: %s', (_, created, indexed, published) => {
    const post = read({ published: minutesAgo(created), indexed: minutesAgo(indexed) })
    expect(post.publishedAt).toEqual(minutesAgo(published))
  })

  it('a time without a zone, or none, gives way to the network’s own', () => {
    for (const createdAt of ['2026-11-20T07:00:00', 'eilen', undefined])
      expect(read({ record: { createdAt } }).publishedAt).toEqual(minutesAgo(5))
  })

  it('an address by its name, or by the lasting one where the name does not hold', () => {
    const author = { did: didOf('x'), handle: 'handle.invalid' }
    expect(read({ raw: { author } })).toMatchObject({
      url: `https://bsky.app/profile/${didOf('x')}/post/3kaaaaaaaaaaa`,
      author: { handle: null, name: null },
    })
  })

  it('whatever it is, never an error', () => {
    const any = fc.object({
      key: fc.constantFrom(
        'text',
        'facets',
        'embed',
        '$type',
        'images',
        'author',
        'labels',
        '__proto__',
        'uri',
      ),
      maxDepth: 3,
    })
    const view = viewOf(kept({ media: media(1) }), {
      url: 'https://s.example',
      now: NOW,
      find: () => undefined,
    })
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const record = { ...(view.record as object), ...b }
        const embed = { $type: 'app.bsky.embed.images#view', ...c }
        const got = readPost({ ...view, ...a, record, embed })
        if (got) expect(got.post.url).toMatch(/^https:\/\/bsky\.app\//)
      }),
      { numRuns: 500 },
    )
    for (const odd of [null, undefined, 7, 'x', [], {}]) expect(readPost(odd)).toBeUndefined()
  })
})

describe('reading known posts again', () => {
  const reread = (uris: string[]) =>
    bluesky.reread(
      { id: 'sininen', settings: settings(), tags: [] },
      uris.map((externalId) => ({ externalId, url: null, seenId: null })),
      io(),
    )

  it('tells counts, edits, deletions, and what nobody knows', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text, n) => say(`${text} #kemijärvi`, n + 1)) as [
      string,
      string,
      string,
    ]
    sim.edit(a, { text: 'muokattu #kemijärvi', counts: { likes: 9, comments: 1, shares: 0 } })
    sim.remove(b)
    sim.edit(c, { authorLabels: ['!no-unauthenticated'] })
    const got = await reread([a, b, c, 'sha256:x'])
    expect(got.map(({ state }) => state)).toEqual(['here', 'gone', 'here', 'unknown'])
    expect(got[0]).toMatchObject({ externalId: a, counts: { likes: 9, comments: 1, shares: 0 } })
    expect(got[0]?.post?.body).toEqual({ html: 'muokattu #kemijärvi' })
    expect(got[2]?.post?.public).toBe(false)
  })

  it('asks for twenty-five at once', async () => {
    const uris = Array.from({ length: 60 }, (_, n) => say(`${n} #kemijärvi`, n + 1))
    expect((await reread(uris)).every(({ state }) => state === 'here')).toBe(true)
    expect(asked('getPosts').map(({ query }) => query.getAll('uris').length)).toEqual([25, 25, 10])
  })

  it('takes nobody off the wall because a server answers with something else', async () => {
    const uris = ['a', 'b'].map((text, n) => say(`${text} #kemijärvi`, n + 1))
    sim.fail(
      { headers: { 'content-type': 'application/json' }, body: '{"posts":[{"id":"uusi muoto"}]}' },
      /getPosts/,
    )
    expect((await reread(uris)).map(({ state }) => state)).toEqual(['unknown', 'unknown'])
    for (const how of ['login', 'empty', 'garbage', { body: '{}' }, { body: '{"posts":null}' }] as const) {
      sim.fail(how, /getPosts/)
      expect((await faultOf(reread(uris))).kind).toBe('shape')
    }
  })

  it('keeps what was read before something went wrong', async () => {
    const uris = Array.from({ length: 60 }, (_, n) => say(`${n} #kemijärvi`, n + 1))
    let asks = 0
    const http: ChannelIo['http'] = (url, ask) => {
      if (url.includes('getPosts') && ++asks === 2) sim.fail('error')
      return outside.http(url, ask)
    }
    const known = uris.map((externalId) => ({ externalId, url: null, seenId: null }))
    const source = { id: 'sininen', settings: settings(), tags: [] }
    expect(await bluesky.reread(source, known, io({ http }))).toHaveLength(25)
  })
})

describe('signing in', () => {
  it('happens once for many visits, and the tokens are renewed on the way when they end', async () => {
    for (let n = 0; n < 250; n++) say(`${n} #kemijärvi`, 10 + n)
    await visit()
    await visit()
    expect(sim.sessions).toEqual({ opened: 1, renewed: 0, refused: 0 })
    let asks = 0
    const http: ChannelIo['http'] = (url, ask) => {
      // In the middle of the pages.
      if (url.includes('cursor=100') && ++asks === 1) sim.expire('access')
      return outside.http(url, ask)
    }
    expect((await visit({}, ['kemijärvi'], { http })).posts).toHaveLength(250)
    expect(sim.sessions).toEqual({ opened: 1, renewed: 1, refused: 0 })
    sim.expire('all')
    expect((await visit()).posts).toHaveLength(250)
    expect(sim.sessions).toEqual({ opened: 2, renewed: 1, refused: 1 })
  })

  it('knows how long its tokens are good for, by the server’s word and our clock', async () => {
    let lasts: number | undefined
    const noting: ChannelIo['signedIn'] = async (ways, work) => {
      const pass = await ways.open(new AbortController().signal)
      lasts = pass.lasts
      return work(pass.token)
    }
    await visit({}, ['kemijärvi'], { signedIn: noting })
    expect(lasts).toBe(7200)
  })

  it.each([
    ['other-password', 'bluesky-password'],
    ['asks-code', 'bluesky-code'],
    ['taken-down', 'bluesky-closed'],
  ] as const)('%s is told as %s', async (how, code) => {
    sim.account(how)
    expect(await faultOf(visit())).toMatchObject({
      kind: 'auth',
      code,
      values: { account: ACCOUNT.identifier, host: sim.host },
    })
  })

  it('an account taken down later is told so, and not asked for again and again', async () => {
    await visit()
    sim.expire('access')
    sim.account('taken-down')
    sim.requests.length = 0
    expect((await faultOf(visit())).code).toBe('bluesky-closed')
    expect(sim.requests).toHaveLength(2)
  })

  it('too often is refused by the platform with the time to wait', async () => {
    await sim.stop()
    sim = await startBluesky({ clock: () => now, signInLimit: 0 })
    outside = openOutside([sim.host], { clock: () => now })
    signedIn = outside.io().signedIn
    expect((await faultOf(visit())).kind).toBe('rate')
  })

  it('puts neither the password nor a token into the words of a fault', async () => {
    sim.account('other-password')
    const fault = await faultOf(visit())
    expect(JSON.stringify([fault, fault.message, fault.values])).not.toContain(ACCOUNT.password)
  })
})

describe('a server that does not answer as hoped', () => {
  it('busy in the middle keeps what was read, remembers how far, and goes on there', async () => {
    for (let n = 0; n < 250; n++) say(`${n} #kemijärvi`, 2 * DAY + n)
    say('lumi #lumi', 5)
    const http: ChannelIo['http'] = (url, ask) => {
      if (url.includes('cursor=200')) sim.fail('busy')
      return outside.http(url, ask)
    }
    const first = await visit({}, ['kemijärvi', 'lumi'], { http })
    expect([first.posts.length, first.fault?.kind]).toEqual([200, 'busy'])
    sim.fail(null)
    sim.requests.length = 0
    const second = await visit(first.memory, ['kemijärvi', 'lumi'])
    expect(second.posts.length).toBeGreaterThanOrEqual(51)
    expect(textsOf(second)).toContain('lumi #lumi')
    const all = new Set([...first.posts, ...second.posts].map((post) => post.externalId))
    expect(all.size).toBe(251)
  })

  const html = { 'content-type': 'text/html' }
  const cases = [
    ['rate', 'rate', 'rate'],
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
    [{ status: 403, headers: html, body: '<html><h1>Forbidden</h1>' }, 'auth', 'bluesky-forbidden'],
    [{ status: 502, body: '{"error":"UpstreamFailure","message":"x"}' }, 'busy', 'busy'],
    [{ status: 400, body: '{"error":"BadQueryString","message":"x"}' }, 'shape', 'bluesky-question'],
    [{ status: 501, body: '{"error":"MethodNotImplemented","message":"x"}' }, 'shape', 'bluesky-shape'],
    [{ status: 400, body: '{"error":"ExpiredToken","message":"x"}' }, 'auth', 'bluesky-ended'],
    [{ status: 418, body: '{"error":"Teapot"}' }, 'shape', 'status'],
    [{ body: '{}' }, 'shape', 'bluesky-shape'],
    [{ body: '{"error":"InternalServerError"}' }, 'shape', 'bluesky-shape'],
    [{ body: '{"posts":"x"}' }, 'shape', 'bluesky-shape'],
    [{ body: '[]' }, 'shape', 'bluesky-shape'],
    [{ body: 'null' }, 'shape', 'bluesky-shape'],
  ] as const
  it.each(cases)('%j is %s, %s', async (how, kind, code) => {
    say('a #kemijärvi', 1)
    sim.fail(how, /searchPosts/)
    expect(await faultOf(visit())).toMatchObject({ kind, code })
  })

  it('a valid but empty list is nothing new', async () => {
    expect(await visit({}, ['eikukaan'])).toEqual({
      posts: [],
      skipped: 0,
      memory: { timelines: { eikukaan: {} } },
    })
  })

  it('a session without tokens is not one', async () => {
    sim.fail({ body: '{"did":"x"}' }, /createSession/)
    expect(await faultOf(visit())).toMatchObject({ kind: 'shape', code: 'bluesky-shape' })
  })

  it('hostile JSON harms nobody', async () => {
    const bombs = [
      `{"posts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      `{"posts":[${'{"uri":"at://did:plc:a/b/c","__proto__":{"polluted":1}},'.repeat(1000)}{}]}`,
      `{"posts":[{"uri":"at://did:plc:a/b/c","likeCount":1e400,"author":{"did":"did:plc:a","handle":"a"}}]}`,
    ]
    for (const body of bombs) {
      sim.fail({ headers: { 'content-type': 'application/json' }, body }, /searchPosts/)
      const got = await visit().catch((fault) => fault)
      expect(got).toHaveProperty(got instanceof Error ? 'kind' : 'posts')
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    }
  })
})

it('settings take an account and a server by name or address and refuse the rest', () => {
  const read = (given: object) => bluesky.settings.safeParse(given).data
  const service = 'https://bsky.social'
  expect(read({ identifier: '@kemijarvi.bsky.social' })).toEqual({
    identifier: 'kemijarvi.bsky.social',
    service,
  })
  expect(read({ identifier: 'did:plc:abc', service: 'pds.example/' })).toMatchObject({
    service: 'https://pds.example',
  })
  expect(read({ identifier: 'some@kemijarvi.example' })).toBeDefined()
  expect(read({ identifier: 'a.example', account: '@b.example' })).toMatchObject({ account: 'b.example' })
  for (const bad of [
    {},
    { identifier: '' },
    { identifier: 'kemijarvi' },
    { identifier: 'a.example', account: 'a b' },
    { identifier: 'a.example', service: 'ftp://x.example' },
    { identifier: 'a.example', x: 1 },
  ])
    expect(read(bad), JSON.stringify(bad)).toBeUndefined()
})

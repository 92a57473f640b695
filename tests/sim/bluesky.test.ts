// The simulated Bluesky answers as the platform's own lexicons say, so that it cannot drift away from it.
import { lexicons } from '@atproto/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOW } from '../makers.ts'
import { ACCOUNT, type BlueskySim, startBluesky } from './bluesky.ts'
import { didOf } from './bluesky-post.ts'

let sim: BlueskySim
let session: Record<string, string>
const uris: string[] = []
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

beforeAll(async () => {
  sim = await startBluesky({ clock: () => NOW })
  const add = (text: string, more = {}) => {
    const uri = sim.add({ text: `${text} #kemijärvi`, published: ago(uris.length + 1), ...more })
    uris.push(uri)
    return uri
  }
  const media = (type?: 'video') => ({
    file: 'a b.jpg',
    alt: 'Järvi',
    width: 4,
    height: 3,
    ...(type && { type }),
  })
  const plain = add('Häät @maija.bsky.example 🎉 https://kuvat.example/talvi/lumi/iso?koko=suuri&laatu=hyva')
  add('kuvia', { media: [media(), media()] })
  add('galleria', { media: Array.from({ length: 5 }, () => media()) })
  add('video', { media: [media('video')] })
  add('kortti', { card: { uri: 'https://a.example/', title: 'Otsikko', description: '' } })
  add('lainaus', { quotes: plain })
  add('lainaus ja kuva', { quotes: plain, media: [media()] })
  add('poistettu lainaus', { quotes: `at://${didOf('x.example')}/app.bsky.feed.post/3kaaaaaaaaaaa` })
  add('vastaus', {
    repliesTo: plain,
    labels: ['nudity'],
    authorLabels: ['!no-unauthenticated'],
    selfLabels: ['porn'],
  })
  add('luvut puuttuvat', { counts: null, tags: ['piilossa'] })
  sim.repost(plain, 'maija.bsky.example')
  session = (await ask('com.atproto.server.createSession', '', ACCOUNT)).json
})
afterAll(() => sim.stop())

type Answer = { status: number; json: Record<string, string> }
async function ask(
  name: string,
  query: string,
  input?: unknown,
  token = session?.accessJwt,
): Promise<Answer> {
  const answer = await fetch(`${sim.url}/xrpc/${name}?${query}`, {
    method: /Session$/.test(name) ? 'POST' : 'GET',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(input !== undefined && { 'content-type': 'application/json' }),
    },
    ...(input !== undefined && { body: JSON.stringify(input) }),
  })
  return { status: answer.status, json: (await answer.json()) as Record<string, string> }
}

describe('what the simulator answers', () => {
  it('a session, and the next one', async () => {
    lexicons.assertValidXrpcInput('com.atproto.server.createSession', ACCOUNT)
    lexicons.assertValidXrpcOutput('com.atproto.server.createSession', session)
    const next = await ask('com.atproto.server.refreshSession', '', undefined, session.refreshJwt)
    lexicons.assertValidXrpcOutput('com.atproto.server.refreshSession', next.json)
    expect(next.json.refreshJwt).not.toBe(session.refreshJwt)
  })

  it.each([
    ['app.bsky.feed.searchPosts', 'q=%23kemij%C3%A4rvi&tag=kemij%C3%A4rvi&limit=100'],
    ['app.bsky.feed.searchPosts', 'q=%23kemij%C3%A4rvi&limit=3'],
    ['app.bsky.feed.getAuthorFeed', 'actor=aino.bsky.example'],
    ['app.bsky.feed.getAuthorFeed', 'actor=maija.bsky.example'],
  ])('%s %s', async (name, query) => {
    const { json } = await ask(name, query)
    lexicons.assertValidXrpcOutput(name, json)
    expect((json.posts ?? json.feed)?.length).toBeGreaterThan(0)
  })

  it('every kind of post, and the record inside it', async () => {
    const query = new URLSearchParams(uris.map((uri) => ['uris', uri]))
    const { json } = await ask('app.bsky.feed.getPosts', query.toString())
    lexicons.assertValidXrpcOutput('app.bsky.feed.getPosts', json)
    const posts = json.posts as unknown as { record: Record<string, unknown>; embed?: { $type: string } }[]
    for (const { record } of posts) lexicons.assertValidRecord('app.bsky.feed.post', record)
    // Unions are open: what the platform does not know would pass.
    for (const { embed } of posts)
      if (embed) expect(lexicons.validate(`lex:${embed.$type}`, embed).success, embed.$type).toBe(true)
    expect(posts.filter(({ embed }) => embed)).toHaveLength(7)
  })

  it('each facet covers the words that it is about', async () => {
    const { json } = await ask('app.bsky.feed.getPosts', `uris=${uris[0]}`)
    const [post] = json.posts as unknown as { record: { text: string; facets: Facet[] } }[]
    const bytes = Buffer.from(post?.record.text ?? '')
    const covered = post?.record.facets.map(({ index }) =>
      bytes.toString('utf8', index.byteStart, index.byteEnd),
    )
    expect(covered).toEqual(['@maija.bsky.example', 'kuvat.example/talvi/lumi/is...', '#kemijärvi'])
  })
  type Facet = { index: { byteStart: number; byteEnd: number } }

  it.each([
    ['app.bsky.feed.searchPosts', 'tag=x', 400, 'InvalidRequest'],
    ['app.bsky.feed.searchPosts', 'q=x&hashtag=x', 400, 'InvalidRequest'],
    ['app.bsky.feed.searchPosts', 'q=x&limit=101', 400, 'InvalidRequest'],
    ['app.bsky.feed.searchPosts', 'q=x&since=eilen', 400, 'BadQueryString'],
    ['app.bsky.feed.getPosts', 'uris=x', 400, 'InvalidRequest'],
    ['app.bsky.feed.getAuthorFeed', 'actor=nobody.example', 400, 'InvalidRequest'],
    ['app.bsky.feed.getTimeline', '', 501, 'MethodNotImplemented'],
  ])('%s %s is refused', async (name, query, status, error) => {
    expect(await ask(name, query)).toMatchObject({ status, json: { error } })
  })

  it('a token used up, a token of the other kind, and none', async () => {
    const refresh = (token: string) => ask('com.atproto.server.refreshSession', '', undefined, token)
    const fresh = (await ask('com.atproto.server.createSession', '', ACCOUNT)).json
    expect((await refresh(fresh.refreshJwt ?? '')).status).toBe(200)
    expect(await refresh(fresh.refreshJwt ?? '')).toMatchObject({
      status: 400,
      json: { error: 'ExpiredToken' },
    })
    expect(await refresh(fresh.accessJwt ?? '')).toMatchObject({
      status: 400,
      json: { error: 'InvalidToken' },
    })
    expect(await ask('app.bsky.feed.getPosts', '', undefined, '')).toMatchObject({
      status: 401,
      json: { error: 'AuthMissing' },
    })
  })
})

// The wall by JSON, on both databases.
import type { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { json } from '../../db/open.ts'
import { createPlace, touchPlace } from '../../db/places.ts'
import type { PublicPost, WallAnswer } from '../../services/api/contract.ts'
import { wallAnswer } from '../../services/api/contract.ts'
import { createApp } from '../../services/app.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW, placeFile } from '../makers.ts'
import { fillWall, giveConsent, makeDeps } from '../wall.ts'

const WALL = '/api/v1/walls/kemijarvi/etusivu'

onBothDatabases('a wall by JSON', (open) => {
  let now = NOW
  let app: Hono
  const ask = (path: string, headers: Record<string, string> = {}) =>
    Promise.resolve(app.request(path, { headers }))
  const read = async (path = WALL): Promise<WallAnswer> => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    return wallAnswer.parse(await answer.json())
  }
  const find = (answer: WallAnswer, id: string): PublicPost | undefined =>
    [...answer.lead, ...answer.posts].find((post) => post.id === id)
  beforeEach(() => {
    now = NOW
    app = createApp(makeDeps(open(), { clock: () => now }))
  })

  it('has the lead, then the pin, then the rest newest first, in the shape of the contract', async () => {
    await fillWall(open())
    const answer = await read()
    expect(answer.lead.map((post) => post.author?.name)).toEqual([
      'Kemijärven kaupunki',
      'Joonas Kaltiomaa',
      'Kemijärven kaupunki',
    ])
    expect(answer.posts[0]).toMatchObject({ title: 'Uuden kemijärveläisen kahvit', pinned: true })
    const times = answer.posts.slice(1).map((post) => post.published_at)
    expect(times).toEqual([...times].sort().reverse())
    expect(answer.wall).toMatchObject({ id: 'etusivu', place: 'kemijarvi', stale: false, lead: ['tarinat'] })
    expect(answer.wall.updated_at).toBe(NOW.toISOString())
    expect(answer.next).toBeNull()
  })

  it('tells of a post without consent only that it is there: no name, no text, no picture, no other tags', async () => {
    await makePlace(open().db)
    const account = await makeAccount(open().db, { name: 'Salainen Nimi' })
    const { public_id } = await makePost(open().db, {
      account_id: account,
      state: 'shown',
      text: 'Oma juttu #kemijärvi #salainen',
      title: 'Salainen otsikko',
      likes: 5,
      card: json({ url: 'https://salainen.example/', title: 'x', text: null }),
    })
    const text = await (await ask(WALL)).text()
    expect(find(JSON.parse(text), public_id)).toMatchObject({
      shown: 'link',
      author: null,
      tags: ['kemijärvi'],
      text: '',
    })
    expect(text).not.toMatch(/salai|Oma juttu/i)
  })

  it('shows a post whole from its consent to the last day of it', async () => {
    await makePlace(open().db)
    const post = await makePost(open().db, { account_id: await makeAccount(open().db), state: 'shown' })
    await giveConsent(open().db, 'kemijarvi', { post: post.id, until: '2026-11-26' })
    expect(find(await read(), post.public_id)?.shown).toBe('whole')
    now = new Date('2026-11-26T21:59:00Z')
    expect(find(await read(), post.public_id)?.shown).toBe('whole')
    now = new Date('2026-11-26T22:00:00Z')
    expect(find(await read(), post.public_id)?.shown).toBe('link')
  })

  it('reads on by its cursor, nothing twice and nothing left out, also while new posts come', async () => {
    await fillWall(open())
    const seen: string[] = []
    let path: string | null = `${WALL}?limit=4`
    while (path) {
      const { lead, posts, next } = await read(path)
      seen.push(...lead.map((post) => post.id), ...posts.map((post) => post.id))
      expect(posts.length).toBeLessThanOrEqual(4)
      if (seen.length === 7) await makePost(open().db, { state: 'shown', published_at: now })
      path = next && `${WALL}?limit=4&cursor=${next}`
    }
    expect(new Set(seen).size).toBe(15)
    expect(seen).toHaveLength(15)
  })

  it('is filtered by family and by channel', async () => {
    await fillWall(open())
    const stories = await read(`${WALL}?family=tarinat`)
    expect([...stories.lead, ...stories.posts].every((post) => post.families.includes('tarinat'))).toBe(true)
    const feed = await read(`${WALL}?channel=feed`)
    expect([...feed.lead, ...feed.posts].map((post) => post.channel)).toEqual(['feed', 'feed', 'feed'])
  })

  it('speaks the language asked for, else the place’s own', async () => {
    await fillWall(open())
    expect((await read(`${WALL}?lang=en`)).wall.label).toBe('Kemijärvi in social media')
    expect((await read(`${WALL}?lang=en-GB`)).wall.lang).toBe('en')
    expect((await read(`${WALL}?lang=de`)).wall.label).toBe('Kemijärvi somessa')
  })

  it('gives HTML made by us, folded at a sentence, without the hashtags that stand alone', async () => {
    await fillWall(open())
    const { posts } = await read()
    const long = posts.find((post) => post.fold !== null)
    expect(long?.html.slice(0, long.fold ?? 0)).toMatch(/potkukelkka\.<\/p>$/)
    expect(long?.html).not.toContain('#')
    expect(long?.text).toContain('#kemijärvi')
    const linked = posts.find((post) => post.html.includes('<a '))
    expect(linked?.html).toContain(
      '<a href="https://example.org/ladut" rel="nofollow noopener noreferrer ugc">',
    )
  })

  it('shows a picture in our own widths, with what somebody said is in it', async () => {
    const ids = await fillWall(open())
    const media = find(await read(), ids[0] as string)?.media[0]
    expect(media).toMatchObject({
      kind: 'image',
      width: 640,
      height: 480,
      alt: 'Hoitaja istuu potilaan vieressä.',
    })
    expect(media?.srcset).toMatch(/^\/media\/m_\w+\/320\.webp 320w, \/media\/m_\w+\/640\.webp 640w$/)
    const video = (await read()).posts.find((post) => post.channel === 'youtube')?.media[0]
    expect(video).toMatchObject({ kind: 'video', src: null, seconds: 252 })
    await open().db.updateTable('media').set({ author_alt: null }).execute()
    await touchPlace(open().db, 'kemijarvi')
    expect(find(await read(), ids[0] as string)?.media).toEqual([])
  })

  it('says of a picture’s words in which language they are, when it is not the wall’s', async () => {
    const ids = await fillWall(open())
    const picture = async (lang: string) =>
      find(await read(`${WALL}?lang=${lang}`), ids[0] as string)?.media[0]
    expect([(await picture('fi'))?.lang, (await picture('en'))?.lang]).toEqual([null, 'fi'])
    const { id } = await open().db.selectFrom('media').select('id').orderBy('id').executeTakeFirstOrThrow()
    const said = { media_id: id, place_id: 'kemijarvi', lang: 'en', text: 'A nurse.', decorative: false }
    await open()
      .db.insertInto('description')
      .values({ ...said, by: 'Johanna', at: NOW })
      .execute()
    await touchPlace(open().db, 'kemijarvi')
    expect([await picture('fi'), await picture('en')]).toMatchObject([
      { alt: 'Hoitaja istuu potilaan vieressä.', lang: null },
      { alt: 'A nurse.', lang: null },
    ])
    const fragment = async (lang: string) => (await ask(`/fragment/kemijarvi/etusivu?lang=${lang}`)).text()
    expect(await fragment('en')).toMatch(/<img [^>]*alt="A nurse\."/)
    expect(await fragment('sv')).toMatch(/<img [^>]*alt="Hoitaja[^"]*" lang="fi"/)
  })

  it('names a website by its host, and by what it calls itself where the host is but a number', async () => {
    await makePlace(open().db)
    const account_id = await makeAccount(open().db, { kind: 'own', channel: 'feed', name: 'Kirjasto' })
    for (const url of ['https://www.kirjasto.example/1', 'http://127.0.0.1:8081/2'])
      await makePost(open().db, { account_id, channel: 'feed', state: 'shown', url, canonical_url: url })
    await makePost(open().db, { account_id: await makeAccount(open().db, { kind: 'own' }), state: 'shown' })
    expect((await read()).posts.map((post) => post.site)).toEqual(['kirjasto.example', 'Kirjasto', null])
    const html = await (await ask('/fragment/kemijarvi/etusivu')).text()
    expect(html).toContain('sivustolla Kirjasto ')
    expect(html).toContain('Mastodonissa ')
  })

  it('a website is chosen once, and of a story told to us no original is promised', async () => {
    await makePlace(open().db)
    for (const channel of ['feed', 'wordpress', 'story'] as const)
      await makePost(open().db, {
        ...{ channel, state: 'shown', text: `Kuuluu ${channel}` },
        account_id: await makeAccount(open().db, { kind: 'own' }),
      })
    expect((await read()).wall.choices.channels).toEqual([
      { channel: 'story', label: 'Oma tarina' },
      { channel: 'feed', label: 'Verkkosivusto' },
    ])
    const html = await (await ask('/fragment/kemijarvi/etusivu?channel=wordpress')).text()
    expect(html).toMatch(/aria-current="true"[^>]*data-to="channel=feed"/)
    expect(html).not.toContain('kerrottu lomakkeella')
    const story = await (await ask('/fragment/kemijarvi/etusivu?channel=story')).text()
    expect(story).toContain('kerrottu lomakkeella')
    expect(story).not.toContain('Avaa alkuperäinen')
  })

  it('is stale after a day without any answer from a source, and still shows its posts', async () => {
    await fillWall(open())
    now = new Date(NOW.getTime() + 24 * 3_600_000 - 1)
    expect((await read()).wall.stale).toBe(false)
    now = new Date(NOW.getTime() + 24 * 3_600_000)
    const answer = await read()
    expect(answer.wall.stale).toBe(true)
    expect(answer.posts).toHaveLength(12)
  })

  it('with nothing to show lists the channels and the hashtags to follow', async () => {
    await makePlace(
      open().db,
      'kemijarvi',
      'accounts:\n  - { channel: mastodon, handle: "@kunta@example.social", kind: own }\n' +
        '  - { channel: mastodon, handle: "@opas@example.social", name: Muutto-opas, kind: own }\n' +
        '  - { channel: youtube, handle: "@kunta", kind: own }',
    )
    const { wall, posts } = await read()
    expect(posts).toEqual([])
    expect(wall.channels).toEqual([
      {
        channel: 'mastodon',
        label: 'Mastodon (@kunta@example.social)',
        url: 'https://example.social/@kunta',
      },
      { channel: 'mastodon', label: 'Mastodon (Muutto-opas)', url: 'https://example.social/@opas' },
      { channel: 'youtube', label: 'YouTube', url: 'https://www.youtube.com/@kunta' },
    ])
    expect(wall.families.map((family) => family.tags[0])).toEqual(['kemijärvi', 'tuhannenjayhdentyöntarinat'])
  })

  it('never shows what is private, gone, forgotten or undecided; open walls skip what holds our own', async () => {
    await makePlace(open().db)
    const own = await makeAccount(open().db, { kind: 'own' })
    const hidden = [
      { public: false },
      { gone_at: NOW },
      { pruned_at: NOW },
      { state: 'new' as const },
      { state: 'hidden' as const },
      { state: 'stashed' as const },
    ]
    for (const more of hidden) await makePost(open().db, { account_id: own, state: 'shown', ...more })
    expect((await read()).posts).toEqual([])
    await open().db.updateTable('wall').set({ moderation: 'open' }).execute()
    await touchPlace(open().db, 'kemijarvi')
    expect((await read()).posts).toHaveLength(1)
  })

  describe('of a joint place', () => {
    const joint = async () => {
      await makePlace(open().db, 'posio')
      await makePlace(open().db)
      const file = placeFile('yhdessa')
      await createPlace(
        open().db,
        { ...file, sources: [], place: { ...file.place, members: ['kemijarvi', 'posio'] } },
        NOW,
      )
      const here = await makePost(open().db, { state: 'shown' })
      const there = await makePost(open().db, { place: 'posio', state: 'shown' })
      return { here, there }
    }
    const JOINT = '/api/v1/walls/yhdessa/etusivu'
    it('has its members’ shown posts, and what a member hides is gone there too', async () => {
      const { here, there } = await joint()
      expect((await read(JOINT)).posts.map((post) => post.id).sort()).toEqual(
        [here.public_id, there.public_id].sort(),
      )
      await open().db.updateTable('post').set({ state: 'hidden' }).where('id', '=', here.id).execute()
      await touchPlace(open().db, 'kemijarvi')
      expect((await read(JOINT)).posts.map((post) => post.id)).toEqual([there.public_id])
    })
    it('hides on its own, and the member’s wall is as it was', async () => {
      const { here, there } = await joint()
      await open()
        .db.insertInto('joint_hiding')
        .values({ place_id: 'yhdessa', post_id: here.id, by: 'Johanna', at: NOW })
        .execute()
      expect((await read(JOINT)).posts.map((post) => post.id)).toEqual([there.public_id])
      expect((await read()).posts.map((post) => post.id)).toEqual([here.public_id])
    })
  })

  describe('from memory', () => {
    it('has an ETag for each encoding, answers 304 to it, and is never kept longer than half a minute', async () => {
      await fillWall(open())
      const plain = await ask(WALL)
      expect(plain.headers.get('cache-control')).toBe(
        'public, max-age=30, s-maxage=30, stale-while-revalidate=30',
      )
      expect(plain.headers.get('vary')).toBe('accept-encoding')
      for (const encoding of ['br', 'gzip']) {
        const packed = await ask(WALL, { 'accept-encoding': encoding })
        expect(packed.headers.get('content-encoding')).toBe(encoding)
        expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'))
        const again = await ask(WALL, { 'if-none-match': packed.headers.get('etag') ?? '' })
        expect([again.status, await again.text()]).toEqual([304, ''])
      }
      expect((await ask(WALL, { 'if-none-match': '"other"' })).status).toBe(200)
    })
  })

  describe('asked wrongly', () => {
    it('answers 400 with every complaint at once', async () => {
      await makePlace(open().db)
      const answer = await ask(`${WALL}?limit=51&channel=myspace&colour=red`)
      expect(answer.status).toBe(400)
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      const { code, errors } = await answer.json()
      expect(code).toBe('invalid')
      expect(errors.map((one: { path: string }) => one.path)).toEqual(['limit', 'channel', 'colour'])
    })
    it.each(['limit=0', 'limit=x', 'cursor=rubbish', 'cursor=', 'family=nobody', `lang=${'x'.repeat(40)}`])(
      '%s is 400',
      async (query) => {
        await makePlace(open().db)
        expect((await ask(`${WALL}?${query}`)).status).toBe(400)
      },
    )
    it.each([
      '/api/v1/walls/kemijarvi/nobody',
      '/api/v1/walls/nobody/etusivu',
      '/walls/nobody/etusivu',
      '/embed/x/y',
    ])('%s is 404', async (path) => {
      await makePlace(open().db)
      expect((await ask(path)).status).toBe(404)
    })
  })

  it('an address that is not one of the web’s never becomes a link', async () => {
    await makePlace(open().db)
    const account = await makeAccount(open().db, { kind: 'own' })
    await makePost(open().db, { state: 'shown', account_id: account, url: 'javascript:alert(1)' })
    const { public_id } = await makePost(open().db, {
      state: 'shown',
      account_id: account,
      card: json({ url: 'data:text/html,x', title: 'x', text: null }),
      quote: json({ url: 'vbscript:x', author: null, text: 'x' }),
    })
    const answer = await read()
    expect(answer.posts.map((post) => post.id)).toEqual([public_id])
    expect(answer.posts[0]).toMatchObject({ card: null, quote: { url: null } })
  })
})

// What a visit brings is saved once: new, unchanged, edited, removed.
import { expect, it } from 'vitest'
import { savePosts } from '../../db/posts.ts'
import { buryPost } from '../../db/tombstones.ts'
import { takeIn } from '../../services/domain/intake.ts'
import { onBothDatabases } from '../db.ts'
import { arrive, foundPost } from '../found.ts'
import { makePlace, NOW } from '../makers.ts'

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

onBothDatabases('what a visit brings is saved once', (open) => {
  const all = () => open().db.selectFrom('post').selectAll().orderBy('id').execute()
  const revision = async () =>
    (await open().db.selectFrom('place').select('revision').executeTakeFirstOrThrow()).revision

  it('saves a post whole, with its tags, source, account and first counts', async () => {
    const { db } = open()
    await makePlace(db)
    expect(await arrive(db, [foundPost()])).toEqual({ saved: 1, unchanged: 0, removed: 0 })
    const [post] = await all()
    expect(post).toMatchObject({
      text: 'Lumi tuli tänään numero 1. #Kemijärvi',
      state: 'new',
      version: 1,
      likes: 1,
      views: null,
      lang: 'fi',
      canonical_url: 'https://example.social/@aino/1',
    })
    expect(await db.selectFrom('post_tag').select(['key', 'as_written']).execute()).toEqual([
      { key: 'kemijärvi', as_written: 'Kemijärvi' },
    ])
    expect(await db.selectFrom('post_source').select(['source_id', 'seen_id']).execute()).toEqual([
      { source_id: 'tuutit', seen_id: '1' },
    ])
    expect(await db.selectFrom('tally').select(['age', 'hours', 'likes', 'views']).execute()).toEqual([
      { age: 0, hours: 1, likes: 1, views: null },
    ])
    expect(await db.selectFrom('account').select(['handle', 'kind']).execute()).toEqual([
      { handle: '@aino@example.social', kind: 'resident' },
    ])
  })
  it('writes nothing for what is unchanged but when it was seen and how it was liked', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()])
    const before = await all()
    const same = await arrive(db, [foundPost({ counts: { likes: 5 } })], { at: later(30) })
    expect(same).toEqual({ saved: 0, unchanged: 1, removed: 0 })
    expect(await all()).toEqual([{ ...before[0], likes: 5, seen_at: later(30), counted_at: later(30) }])
    expect(await revision()).toBe(0)
  })
  it('opens the decision again when a shown or stashed post is edited, and leaves a hidden one hidden', async () => {
    const { db } = open()
    await makePlace(db)
    const three = [1, 2, 3].map((n) => foundPost({}, n))
    await arrive(db, three)
    for (const [n, state] of (['shown', 'stashed', 'hidden'] as const).entries())
      await db
        .updateTable('post')
        .set({ state })
        .where('url', '=', `https://example.social/@aino/${n + 1}`)
        .execute()
    const edited = three.map((post) => ({
      ...post,
      body: { text: 'Muutin mieleni #kemijärvi' },
      editedAt: NOW,
    }))
    expect(await arrive(db, edited, { at: later(10) })).toMatchObject({ saved: 3 })
    expect((await all()).map((post) => [post.state, post.version, post.text, post.remarks])).toEqual([
      ['new', 2, 'Muutin mieleni #kemijärvi', [{ code: 'edited' }]],
      ['new', 2, 'Muutin mieleni #kemijärvi', [{ code: 'edited' }]],
      ['hidden', 2, 'Muutin mieleni #kemijärvi', []],
    ])
    expect(await revision()).toBe(1)
  })
  it('never lets a removed post back, by its id, its address or its account', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()])
    const [post] = await all()
    await buryPost(db, 'kemijarvi', String(post?.public_id), {
      by: 'x',
      reason: 'pyyntö',
      at: NOW,
      everything: true,
    })
    expect(await all()).toEqual([])
    expect(await arrive(db, [foundPost()])).toEqual({ saved: 0, unchanged: 0, removed: 0 })
    const elsewhere = { externalId: 'https://other.example/1', author: null }
    await arrive(db, [foundPost(elsewhere)], { source: 'uutiset', channel: 'feed' })
    await arrive(db, [foundPost({}, 2)])
    expect(await all()).toEqual([])
    expect(await db.selectFrom('account').select('handle').execute()).toEqual([])
  })
  it('reads tombstones in the saving statement itself, whoever calls it', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost(), foundPost({}, 2)])
    const [post, other] = await all()
    await buryPost(db, 'kemijarvi', String(post?.public_id), { by: 'x', reason: 'pyyntö', at: NOW })
    const taken = takeIn(foundPost(), {
      channel: 'mastodon',
      source: { id: 'tuutit', title: null, url: null },
      now: NOW,
      detect: () => null,
    })
    const posts = [{ ...taken, accountId: Number(other?.account_id), state: 'new' as const }]
    const batch = {
      place: 'kemijarvi',
      channel: 'mastodon',
      source: 'tuutit',
      sample: false,
      at: NOW,
      posts,
    } as const
    expect(await savePosts(db, batch)).toMatchObject({ fresh: 0, edited: 0, unchanged: 0 })
    expect((await all()).map((one) => one.id)).toEqual([other?.id])
  })
  it('leaves nothing of a post that is removed while it is being saved', async () => {
    const { db } = open()
    await makePlace(db)
    for (let turn = 0; turn < 12; turn++) {
      await arrive(db, [foundPost({}, turn)])
      const [post] = await all()
      const edited = [foundPost({ body: { text: `muutos ${turn}` } }, turn)]
      const how = { by: 'x', reason: 'pyyntö', at: NOW }
      await Promise.all([
        arrive(db, edited),
        arrive(db, edited),
        buryPost(db, 'kemijarvi', String(post?.public_id), how),
        arrive(db, edited),
      ])
      expect(await all()).toEqual([])
    }
  })
  it('shows own posts at once, waits for residents, and counts what is not public without showing it', async () => {
    const { db } = open()
    await makePlace(db)
    const own = { source: 'uutiset', channel: 'feed', kind: 'own' } as const
    await arrive(db, [foundPost({ author: null })], own)
    expect(await revision()).toBe(1)
    await arrive(db, [foundPost({}, 2), foundPost({ public: false }, 3)])
    expect(await revision()).toBe(1)
    expect((await all()).map((post) => [post.channel, post.state, post.public])).toEqual([
      ['feed', 'shown', true],
      ['mastodon', 'new', true],
      ['mastodon', 'new', false],
    ])
  })
  it('keeps an edit of an own post on the wall, with a new version', async () => {
    const { db } = open()
    await makePlace(db)
    const own = { source: 'uutiset', channel: 'feed', kind: 'own' } as const
    await arrive(db, [foundPost({ author: null })], own)
    await arrive(db, [foundPost({ author: null, body: { text: 'Korjattu' } })], own)
    expect((await all())[0]).toMatchObject({ state: 'shown', version: 2, text: 'Korjattu', remarks: [] })
    expect(await revision()).toBe(2)
  })
  it('knows a named account by its handle when it is first met, and by its id after a new name', async () => {
    const { db } = open()
    await makePlace(
      db,
      'kemijarvi',
      'accounts: [{ channel: mastodon, handle: "@Aino@example.social", kind: staff }]',
    )
    await arrive(db, [foundPost()])
    const author = {
      id: 'https://example.social/users/aino',
      name: 'Uusi',
      handle: '@uusi@example.social',
      url: null,
    }
    await arrive(db, [foundPost({ author }, 2)])
    expect(await db.selectFrom('account').select(['kind', 'name', 'handle', 'url']).execute()).toEqual([
      {
        kind: 'staff',
        name: 'Aino Esimerkki',
        handle: '@uusi@example.social',
        url: 'https://example.social/@aino',
      },
    ])
    expect((await all()).map((post) => post.state)).toEqual(['shown', 'shown'])
  })
  it('follows a resident’s new name on what is shown', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()])
    const author = { id: 'https://example.social/users/aino', name: 'Aino E.', handle: null, url: null }
    await arrive(db, [foundPost({ author })])
    expect((await db.selectFrom('account').selectAll().executeTakeFirstOrThrow()).name).toBe('Aino E.')
    expect(await revision()).toBe(1)
  })
  it('keeps the copy and the words of a picture that stays, and lets go of one that is replaced', async () => {
    const { db } = open()
    await makePlace(db)
    const media = (n: number) =>
      ({ kind: 'image', url: `https://example.org/${n}.jpg?x=1`, alt: null, width: 10, height: 10 }) as const
    const own = { source: 'uutiset', channel: 'feed', kind: 'own' } as const
    await arrive(db, [foundPost({ author: null, media: [media(1), media(2)] })], own)
    await db.updateTable('media').set({ copy: 'public', sha256: 'a' }).execute()
    await arrive(db, [foundPost({ author: null, media: [media(1), media(3)], body: { text: 'uusi' } })], own)
    const rows = await db.selectFrom('media').select(['source_url', 'copy']).orderBy('position').execute()
    expect(rows).toEqual([
      { source_url: 'https://example.org/1.jpg?x=1', copy: 'public' },
      { source_url: 'https://example.org/3.jpg?x=1', copy: 'none' },
    ])
  })
  it('keeps the newest address of a picture that is not copied yet, and the old one of a copy', async () => {
    const { db } = open()
    await makePlace(db)
    const media = (n: number) =>
      ({ kind: 'image', url: `https://cdn.example/x?until=${n}`, alt: null, width: 9, height: 9 }) as const
    const address = async () =>
      (await db.selectFrom('media').select('source_url').executeTakeFirst())?.source_url
    for (const n of [1, 2]) await arrive(db, [foundPost({ media: [media(n)] })])
    expect(await address()).toBe('https://cdn.example/x?until=2')
    await db.updateTable('media').set({ copy: 'private' }).execute()
    expect(await arrive(db, [foundPost({ media: [media(3)] })])).toMatchObject({ unchanged: 1 })
    expect(await address()).toBe('https://cdn.example/x?until=2')
  })
  it('makes one of the same post twice on a page: the newest words, the tags of both', async () => {
    const { db } = open()
    await makePlace(db)
    const newer = foundPost({ body: { text: 'Uusi #lumi' }, editedAt: NOW, tags: [] })
    await arrive(db, [newer, foundPost({ body: { text: 'Vanha #talvi' } })])
    expect((await all()).map((post) => post.text)).toEqual(['Uusi #lumi'])
    expect(
      (await db.selectFrom('post_tag').select('key').orderBy('key').execute()).map((tag) => tag.key),
    ).toEqual(['kemijarvi', 'lumi', 'talvi'])
  })
  it('keeps both sources of a post that two of them found', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()])
    await arrive(db, [foundPost({ seenId: '77' })], { source: 'toiset' })
    expect(
      await db.selectFrom('post_source').select(['source_id', 'seen_id']).orderBy('source_id').execute(),
    ).toEqual([
      { source_id: 'toiset', seen_id: '77' },
      { source_id: 'tuutit', seen_id: '1' },
    ])
    expect(await all()).toHaveLength(1)
  })
  it('takes what the platform calls gone off the wall, and never takes it back', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()])
    expect(await arrive(db, [], { gone: ['https://example.social/users/aino/statuses/1'] })).toMatchObject({
      removed: 1,
    })
    await arrive(db, [foundPost({ body: { text: 'takaisin' } })])
    expect((await all())[0]).toMatchObject({ gone_at: NOW, text: 'Lumi tuli tänään numero 1. #Kemijärvi' })
  })
  it('removes nothing because a page is empty', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()])
    expect(await arrive(db, [])).toEqual({ saved: 0, unchanged: 0, removed: 0 })
    expect((await all())[0]?.gone_at).toBeNull()
  })
  it('marks what a sample source brings as a sample', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()], { sample: true })
    expect((await all())[0]?.sample).toBe(true)
  })
  it('gives 500 rows for a page of 500 that comes again and again over four connections, shuffled', async () => {
    const { db } = open()
    await makePlace(db)
    const author = (n: number) => ({
      id: `author ${n}`,
      name: `A${n}`,
      handle: `@a${n}@example.social`,
      url: null,
    })
    const page = Array.from({ length: 500 }, (_, n) => foundPost({ author: author(n % 250) }, n))
    const turns = process.env.LONG === '1' ? 50 : 12
    const shuffled = () => page.map((post) => [Math.random(), post] as const).sort(([a], [b]) => a - b)
    await Promise.all(
      Array.from({ length: 4 }, async (_, worker) => {
        for (let turn = worker; turn < turns; turn += 4)
          await arrive(
            db,
            shuffled().map(([, post]) => post),
          )
      }),
    )
    expect(await all()).toHaveLength(500)
    const rows = (table: 'post_tag' | 'post_source' | 'tally' | 'account') =>
      db
        .selectFrom(table)
        .select((of) => of.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    expect(await Promise.all((['post_tag', 'post_source', 'tally', 'account'] as const).map(rows))).toEqual([
      { n: '500' },
      { n: '500' },
      { n: '500' },
      { n: '250' },
    ])
    expect((await all()).every((post) => post.version === 1)).toBe(true)
  }, 120_000)
})

// What a visit brings is saved once: new, unchanged, edited, removed.
import { expect, it } from 'vitest'
import { buryPost } from '../../db/tombstones.ts'
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
})

// Reading posts again: counts at their ages, edits, and what is gone off the wall after the second look.
import { describe, expect, it } from 'vitest'
import { dueAge } from '../../db/tallies.ts'
import type { Reread } from '../../services/domain/source.ts'
import { reread } from '../../workers/jobs/reread.ts'
import { onBothDatabases } from '../db.ts'
import { arrive, foundPost } from '../found.ts'
import { makePlace, NOW } from '../makers.ts'
import { after, makeWorker, still, tellingChannel } from './worker.ts'

describe('the age at which a post is counted', () => {
  it.each([
    [23, null],
    [24, 1],
    [59, 1],
    [60, null],
    [72, 3],
    [14 * 24, 14],
    [14 * 24 + 35, 14],
    [21 * 24 - 1, 14],
    [21 * 24, null],
    [28 * 24 + 1, 28],
    [60 * 24, null],
  ])('after %i hours is %j days', (hours, age) => {
    expect(dueAge(NOW, after(hours))).toBe(age)
  })
})

onBothDatabases('posts are read again', (open) => {
  let asked: string[] = []
  const start = async (answer: (id: string) => Reread['state'] | Omit<Reread, 'externalId'>, n = 1) => {
    asked = []
    await makePlace(open().db)
    await arrive(
      open().db,
      Array.from({ length: n }, (_, at) => foundPost({ publishedAt: NOW }, at + 1)),
    )
    return makeWorker(open(), {
      channels: [
        tellingChannel(
          'mastodon',
          () => ({ posts: [] }),
          (posts) =>
            posts.map(({ externalId, seenId }) => {
              asked.push(String(seenId))
              const told = answer(externalId)
              return { externalId, ...(typeof told === 'string' ? { state: told } : told) }
            }),
        ),
      ],
    })
  }
  const at = async (worker: Awaited<ReturnType<typeof start>>, hours: number) => {
    worker.at(after(hours))
    await reread(worker, { place: 'kemijarvi' }, still)
  }
  const post = () => open().db.selectFrom('post').selectAll().orderBy('id').executeTakeFirstOrThrow()
  const revision = async () =>
    (await open().db.selectFrom('place').select('revision').executeTakeFirstOrThrow()).revision
  const show = () => open().db.updateTable('post').set({ state: 'shown' }).execute()

  it('at 1, 3, 7, 14 and 28 days, each counted once with its true age', async () => {
    let likes = 2
    const worker = await start(() => ({ state: 'here', counts: { likes: likes++ } }))
    for (let hours = 1; hours <= 30 * 24; hours += 6) await at(worker, hours)
    const rows = await open()
      .db.selectFrom('tally')
      .select(['age', 'hours', 'likes'])
      .orderBy('age')
      .execute()
    expect(rows.map((row) => row.age)).toEqual([0, 1, 3, 7, 14, 28])
    for (const row of rows.slice(1)) {
      expect(row.hours).toBeGreaterThanOrEqual(row.age * 24)
      expect(row.hours).toBeLessThan(row.age * 24 + 7)
    }
    expect(new Set(rows.map((row) => row.likes)).size).toBe(6)
  })
  it('when an age is due, however lately they were seen', async () => {
    const worker = await start(() => ({ state: 'here', counts: { likes: 9 } }))
    await open()
      .db.updateTable('post')
      .set({ first_seen_at: after(66) })
      .execute()
    await at(worker, 71.5)
    expect(asked).toEqual([])
    await at(worker, 72.5)
    await at(worker, 74)
    expect(asked).toHaveLength(1)
    expect(await open().db.selectFrom('tally').select(['age', 'hours']).orderBy('age').execute()).toEqual([
      { age: 0, hours: 0 },
      { age: 3, hours: 72 },
    ])
  })
  it('too late for an age, so that no count is called what it is not', async () => {
    const worker = await start(() => ({ state: 'here', counts: { likes: 5 } }))
    await at(worker, 22 * 24)
    expect(await open().db.selectFrom('tally').select('age').execute()).toEqual([{ age: 0 }])
    expect(await post()).toMatchObject({ likes: 5, counted_at: after(22 * 24) })
  })
  it('within six hours while they are shown, within a day otherwise', async () => {
    const worker = await start(() => 'here', 2)
    await open().db.updateTable('post').set({ state: 'shown' }).where('external_id', 'like', '%/1').execute()
    await at(worker, 4)
    expect(asked).toEqual([])
    await at(worker, 5.9)
    expect(asked).toEqual(['1'])
    await at(worker, 20.5)
    expect(asked.toSorted()).toEqual(['1', '1', '2'])
  })
  it('and are gone when the platform has twice not found them, ten minutes apart', async () => {
    const worker = await start(() => 'gone')
    await show()
    await at(worker, 6)
    expect(await post()).toMatchObject({ gone_at: null, gone_checks: 1 })
    await at(worker, 6.1)
    expect(asked).toHaveLength(1)
    expect(await revision()).toBe(0)
    await at(worker, 6.2)
    expect(await post()).toMatchObject({ gone_at: after(6.2) })
    expect(await revision()).toBe(1)
    await at(worker, 48)
    expect(asked).toHaveLength(2)
  })
  it('and stay when the second look finds them', async () => {
    const told: Reread['state'][] = ['gone', 'here']
    const worker = await start(() => told.shift() ?? 'here')
    await show()
    await at(worker, 6)
    await at(worker, 6.5)
    expect(await post()).toMatchObject({ gone_at: null, gone_checks: 0 })
  })
  it('and are not asked for again at once when nobody can say', async () => {
    const worker = await start(() => 'unknown')
    await show()
    await at(worker, 6)
    await at(worker, 6.5)
    expect(asked).toHaveLength(1)
    expect((await post()).gone_at).toBeNull()
  })
  it('with their edits, which open the decision again', async () => {
    const worker = await start(() => ({
      state: 'here',
      post: foundPost({ body: { text: 'Muutettu #kemijärvi' }, editedAt: after(5), publishedAt: NOW }),
    }))
    await show()
    await at(worker, 6)
    expect(await post()).toMatchObject({ text: 'Muutettu #kemijärvi', state: 'new', version: 2 })
  })
  it('and leave the wall when their author made them private', async () => {
    const worker = await start(() => ({
      state: 'here',
      post: foundPost({ public: false, publishedAt: NOW }),
    }))
    await show()
    await at(worker, 6)
    expect((await post()).public).toBe(false)
    expect(await revision()).toBe(1)
  })
  it('not through a source that is switched off', async () => {
    const worker = await start(() => 'gone')
    await open().db.updateTable('source').set({ active: false }).execute()
    await at(worker, 48)
    expect(asked).toEqual([])
  })
  it('later, when the platform fails now', async () => {
    const worker = await start(() => {
      throw new Error('a bug of the adapter')
    })
    await at(worker, 48)
    expect(await post()).toMatchObject({ reread_at: null, gone_at: null })
  })
})

// Collecting: posts, memory and run in one step; faults back off and never stop; a cut visit leaves nothing behind.
import type { KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { json } from '../../db/open.ts'
import { listRuns, startRun } from '../../db/runs.ts'
import { listSources, switchSource } from '../../db/sources.ts'
import type { Batch, FoundPost } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { onBothDatabases } from '../db.ts'
import { foundPost } from '../found.ts'
import { makePlace, NOW } from '../makers.ts'
import { after, makeWorker, still, tellingChannel } from './worker.ts'

const payload = { place: 'kemijarvi', source: 'tuutit' }
const batch = (posts: FoundPost[], more: Partial<Batch> = {}): Batch => ({
  posts,
  memory: { newest: '9' },
  ...more,
})

onBothDatabases('a visit to a source', (open) => {
  const source = async () => (await listSources(open().db, 'kemijarvi')).find((one) => one.id === 'tuutit')
  const posts = () =>
    open().db.selectFrom('post').select(['external_id', 'text', 'state']).orderBy('id').execute()

  it('saves the posts, what is remembered, the run, the day and the next time', async () => {
    await makePlace(open().db)
    const worker = makeWorker(open(), {
      channels: [
        tellingChannel('mastodon', (io, tags) => {
          expect(io.memory).toEqual({})
          expect(tags).toContain('kemijärvi')
          return batch([foundPost()], { about: { title: 'Tuutit', url: null }, skipped: 2 })
        }),
      ],
    })
    await collect(worker, payload, still)
    expect(await source()).toMatchObject({
      state: 'well',
      memory: { newest: '9' },
      about: { title: 'Tuutit', url: null },
      last_ok_at: NOW,
      failures: 0,
      run: { found: 1, saved: 1, unchanged: 0, skipped: 2, fault_kind: null, trigger: 'clock' },
    })
    const next = (await source())?.next_at?.getTime() ?? 0
    expect(next).toBeGreaterThanOrEqual(after(0.25).getTime())
    expect(next).toBeLessThanOrEqual(after(0.3).getTime())
    expect(await open().db.selectFrom('source_day').select(['day', 'ok', 'runs']).execute()).toEqual([
      { day: '2026-11-25', ok: true, runs: 1 },
    ])
    expect(await posts()).toHaveLength(1)
  })
  it('that brings nothing new writes nothing but its note, in one statement', async () => {
    const { db } = open()
    await makePlace(db)
    const channel = tellingChannel('mastodon', () => batch([], { notModified: true }))
    const worker = makeWorker(open(), { channels: [channel] })
    await collect(worker, payload, still)
    const kinds: string[] = []
    const listening: KyselyPlugin = {
      transformQuery: ({ node }) => {
        kinds.push(node.kind)
        return node
      },
      transformResult: async ({ result }) => result,
    }
    worker.at(after(1))
    await collect({ ...worker, db: db.withPlugin(listening) }, payload, still)
    expect(kinds).toEqual([...Array(3).fill('SelectQueryNode'), 'UpdateQueryNode'])
    expect(await listRuns(db, 'kemijarvi', 'tuutit', 5)).toHaveLength(2)
    expect((await source())?.last_run_at).toEqual(after(1))
  })
  it('takes only posts with a family of the source, told by the spelling in the post', async () => {
    await makePlace(open().db)
    const found = [
      foundPost({ body: { text: 'oma #Kemijärvi' }, tags: [] }, 1),
      foundPost({ body: { text: 'vieras #kemi' }, tags: ['kemi'] }, 2),
    ]
    const worker = makeWorker(open(), { channels: [tellingChannel('mastodon', () => batch(found))] })
    await collect(worker, payload, still)
    expect((await posts()).map((post) => post.text)).toEqual(['oma #Kemijärvi'])
    expect((await source())?.run).toMatchObject({ found: 2, saved: 1 })
  })
  it('makes nobody’s posts our own because a hashtag source was called own', async () => {
    await makePlace(open().db)
    await open().db.updateTable('source').set({ mode: 'own' }).where('id', '=', 'tuutit').execute()
    const worker = makeWorker(open(), { channels: [tellingChannel('mastodon', () => batch([foundPost()]))] })
    await collect(worker, payload, still)
    expect((await posts())[0]?.state).toBe('new')
  })
  it('backs off after a fault, says since when, keeps what was remembered, and recovers', async () => {
    await makePlace(open().db)
    let fault: Fault | undefined = new Fault('rate', 'told to wait', { code: 'rate', retryAt: after(3) })
    const worker = makeWorker(open(), {
      channels: [
        tellingChannel('mastodon', () => {
          if (fault) throw fault
          return batch([foundPost()])
        }),
      ],
    })
    await open()
      .db.updateTable('source')
      .set({ memory: json({ newest: '5' }) })
      .execute()
    await collect(worker, payload, still)
    worker.at(after(4))
    await collect(worker, payload, still)
    expect(await source()).toMatchObject({
      state: 'sick',
      failures: 2,
      fault_kind: 'rate',
      fault_code: 'rate',
      fault_since: NOW,
      last_ok_at: null,
      memory: { newest: '5' },
    })
    expect((await source())?.next_at?.getTime()).toBeGreaterThan(after(4).getTime())
    fault = undefined
    await collect(worker, payload, still)
    expect(await source()).toMatchObject({ state: 'well', failures: 0, fault_kind: null, fault_since: null })
    expect(await open().db.selectFrom('source_day').select(['ok', 'runs']).execute()).toEqual([
      { ok: true, runs: 3 },
    ])
  })
  it('is sick when much of a page could not be read, and keeps what could', async () => {
    await makePlace(open().db)
    const worker = makeWorker(open(), {
      channels: [tellingChannel('mastodon', () => batch([foundPost()], { skipped: 9 }))],
    })
    await collect(worker, payload, still)
    expect(await posts()).toHaveLength(1)
    expect(await source()).toMatchObject({ fault_code: 'many-skipped', fault_values: { skipped: 9, of: 10 } })
  })
  it('keeps what was found before a fault in the middle', async () => {
    await makePlace(open().db)
    const broken = batch([foundPost()], { fault: new Fault('network', 'cut off') })
    const worker = makeWorker(open(), { channels: [tellingChannel('mastodon', () => broken)] })
    await collect(worker, payload, still)
    expect(await posts()).toHaveLength(1)
    expect(await source()).toMatchObject({ failures: 1, fault_kind: 'network', memory: { newest: '9' } })
  })
  it.each([
    ['a channel we do not know', [], 'no-channel'],
    [
      'a bug of ours',
      [
        tellingChannel('mastodon', () => {
          throw new TypeError('x is not a function')
        }),
      ],
      'own',
    ],
  ])('goes on after %s', async (_, channels, code) => {
    await makePlace(open().db)
    await collect(makeWorker(open(), { channels }), payload, still)
    expect(await source()).toMatchObject({ active: true, failures: 1, fault_code: code })
    expect((await source())?.next_at).not.toBeNull()
  })
  it('is told as sick while a bug of ours keeps it from being saved, and is well once that is mended', async () => {
    await makePlace(open().db)
    let bug = true
    const one = tellingChannel('mastodon', () => batch([foundPost()]))
    const strangers = () => {
      if (bug) throw new TypeError('x is not a function')
      return true
    }
    const worker = makeWorker(open(), { channels: [{ ...one, strangers }] })
    for (const hours of [0, 1]) {
      worker.at(after(hours))
      await expect(collect(worker, payload, still)).rejects.toThrow(TypeError)
    }
    expect(await source()).toMatchObject({ state: 'sick', failures: 2, fault_code: 'own', fault_since: NOW })
    expect(await posts()).toEqual([])
    bug = false
    await collect(worker, payload, still)
    expect(await source()).toMatchObject({ state: 'well', failures: 0, fault_code: null })
    expect(await posts()).toHaveLength(1)
  })
  it('asks nobody when the source is off, unknown, or the run has already ended', async () => {
    const { db } = open()
    await makePlace(db)
    let asked = 0
    const worker = makeWorker(open(), {
      channels: [
        tellingChannel('mastodon', () => {
          asked++
          return batch([])
        }),
      ],
    })
    await collect(worker, { place: 'kemijarvi', source: 'ei' }, still)
    const run = await startRun(db, { ...payload, at: NOW })
    await collect(worker, { ...payload, run }, still)
    await collect(worker, { ...payload, run }, still)
    await switchSource(db, 'kemijarvi', 'tuutit', { active: false, by: 'Johanna', at: NOW })
    await collect(worker, payload, still)
    expect(asked).toBe(1)
    expect(await source()).toMatchObject({ state: 'off', next_at: null, switched_by: 'Johanna' })
  })
  it('is thrown back, with nothing noted, when the service stops', async () => {
    await makePlace(open().db)
    const stop = new AbortController()
    const worker = makeWorker(open(), {
      channels: [
        tellingChannel('mastodon', (io) => {
          stop.abort(new Error('stop'))
          io.signal.throwIfAborted()
          return batch([])
        }),
      ],
    })
    await expect(collect(worker, payload, stop.signal)).rejects.toThrow('stop')
    expect(await source()).toMatchObject({ failures: 0, last_run_at: null })
    expect(await listRuns(open().db, 'kemijarvi', 'tuutit', 10)).toEqual([])
  })
  it('opens the pictures’ job when there are any', async () => {
    await makePlace(open().db)
    const media = [
      { kind: 'image', url: 'https://a.example/1.png', alt: null, width: null, height: null },
    ] as const
    const worker = makeWorker(open(), {
      channels: [tellingChannel('mastodon', () => batch([foundPost({ media: [...media] })]))],
    })
    await collect(worker, payload, still)
    expect(worker.sent).toEqual(['pictures'])
  })

  it('leaves the same state behind, at whichever statement it was cut off before', async () => {
    const { db } = open()
    await makePlace(db)
    const found = [foundPost({}, 1), foundPost({ body: { text: 'toinen #kemijärvi' } }, 2)]
    const next = [foundPost({ body: { text: 'muutettu #kemijärvi' } }, 1), foundPost({}, 3)]
    const visits = [
      batch(found),
      batch(next, { memory: { newest: '10' }, gone: [foundPost({}, 2).externalId] }),
    ]
    const worker = makeWorker(open(), { channels: [tellingChannel('mastodon', () => visits[0] as Batch)] })
    const state = async () => ({
      posts: await db
        .selectFrom('post')
        .select(['external_id', 'text', 'state', 'version', 'gone_at'])
        .orderBy('external_id')
        .execute(),
      tags: await db.selectFrom('post_tag').select(['key']).orderBy('key').execute(),
      tallies: await db.selectFrom('tally').select(['age', 'likes']).execute(),
      accounts: await db.selectFrom('account').select(['name', 'kind']).execute(),
      memory: (await source())?.memory,
      runs: (await db.selectFrom('source_run').select('saved').where('ended_at', 'is not', null).execute())
        .length,
      revision: (await db.selectFrom('place').select('revision').executeTakeFirst())?.revision,
    })
    for (const visit of [...visits]) {
      visits[0] = visit
      const before = await state()
      let cuts = 0
      for (let at = 1; ; at++) {
        const cut = cutBefore(at)
        const broken = { ...worker, db: db.withPlugin(cut.plugin) }
        const ended = await collect(broken, payload, still).then(
          () => 'whole',
          (error) => (error as Error).message,
        )
        if (ended === 'whole') break
        expect(ended).toBe('cut')
        expect(await state(), `cut before statement ${at}`).toEqual(before)
        cuts++
      }
      expect(cuts).toBeGreaterThanOrEqual(15)
    }
    expect(await state()).toMatchObject({
      memory: { newest: '10' },
      runs: 2,
      posts: [
        { text: 'muutettu #kemijärvi', version: 2, gone_at: null },
        { text: 'toinen #kemijärvi', version: 1, gone_at: NOW },
        { text: 'Lumi tuli tänään numero 3. #Kemijärvi', version: 1, gone_at: null },
      ],
    })
  }, 60_000)
})

/** Throws in the place of the n-th statement, as a cut connection or a kill would. */
function cutBefore(nth: number): { plugin: KyselyPlugin } {
  let count = 0
  return {
    plugin: {
      transformQuery: ({ node }) => {
        if (++count === nth) throw Object.assign(new Error('cut'), { code: '57P01' })
        return node
      },
      transformResult: async ({ result }) => result,
    },
  }
}

// Waiting for a budget: no failure, in line by age, whatever the adapter; and with YouTube's own quotas over HTTP.
import { expect, it } from 'vitest'
import { takeDueSources } from '../../db/due.ts'
import type { Db } from '../../db/open.ts'
import { listSources } from '../../db/sources.ts'
import type { Limit } from '../../services/domain/budget.ts'
import type { AnyChannel, Http } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { youtube } from '../../workers/channels/youtube.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { prune } from '../../workers/jobs/prune.ts'
import { reread } from '../../workers/jobs/reread.ts'
import { onBothDatabases } from '../db.ts'
import { foundPost } from '../found.ts'
import { makePlace, NOW } from '../makers.ts'
import { openOutside } from '../outside.ts'
import { startYoutube } from '../sim/youtube.ts'
import { after, makeWorker, still, tellingChannel } from './worker.ts'

const payload = { place: 'kemijarvi', source: 'tuutit' }
const requests: Limit = { name: 'requests', most: 4, window: { minutes: 60 }, of: 'host', cost: () => 1 }
const HOUR = 3_600_000

/** A channel that asks as often as it is told to, minds no limit itself, and brings a post with each answer. */
const asking = (times: () => number, limits: Limit[] = [requests]): AnyChannel => ({
  ...tellingChannel('mastodon', async (io) => {
    const posts = []
    for (let n = 1; n <= times(); n++) {
      try {
        await io.http('https://a.example/api')
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault
        return { posts, memory: { asked: n - 1 }, fault }
      }
      posts.push(foundPost({}, n))
    }
    return { posts, memory: { asked: times() } }
  }),
  limits,
})
const answer: Http = async (url) => ({ status: 200, headers: {}, bytes: new Uint8Array(), url })
const sourceOf = async (db: Db, id = 'tuutit') =>
  (await listSources(db, 'kemijarvi')).find((one) => one.id === id)

onBothDatabases('a source that waits for its budget', (open) => {
  it('is no sick source: what it found is kept, and it comes again when its turn is', async () => {
    const { db } = open()
    await makePlace(db)
    let times = 3
    const worker = makeWorker(open(), { channels: [asking(() => times)], http: answer })
    await collect(worker, payload, still)
    expect(await sourceOf(db)).toMatchObject({
      state: 'waiting',
      failures: 0,
      fault_kind: null,
      next_at: new Date(NOW.getTime() + 61 * 60_000),
      memory: { asked: 2 },
      waits_since: NOW,
      run: { found: 2, saved: 2, fault_kind: 'budget' },
    })
    expect(await db.selectFrom('source_day').selectAll().execute()).toEqual([])
    times = 1
    worker.at(after(2))
    await collect(worker, payload, still)
    expect(await sourceOf(db)).toMatchObject({ state: 'well', waits_for: null, waits_since: null })
  })
  it('stays as sick as it was', async () => {
    const { db } = open()
    await makePlace(db)
    await db.updateTable('source').set({ failures: 2, fault_kind: 'network', fault_since: NOW }).execute()
    await collect(makeWorker(open(), { channels: [asking(() => 3)], http: answer }), payload, still)
    expect(await sourceOf(db)).toMatchObject({ state: 'sick', failures: 2, fault_kind: 'network' })
  })
  it('waits with all others for whom a platform closes its door, though only one was told', async () => {
    const { db } = open()
    await makePlace(db)
    await makePlace(db, 'salla')
    let asked = 0
    const http: Http = async () => {
      asked++
      throw new Fault('rate', 'told to wait', { retryAt: after(5) })
    }
    const worker = makeWorker(open(), { channels: [asking(() => 1)], http })
    await collect(worker, payload, still)
    await collect(worker, { place: 'salla', source: 'tuutit' }, still)
    expect(asked).toBe(1)
    expect((await sourceOf(db))?.fault_kind).toBe('rate')
    const other = (await listSources(db, 'salla')).find((one) => one.id === 'tuutit')
    expect(other).toMatchObject({ failures: 0, next_at: after(5) })
  })
  it.each([
    ['x-ratelimit-remaining', { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '29' }, after(1), 1],
    ['ratelimit-remaining', { 'ratelimit-limit': '3000', 'ratelimit-remaining': '200' }, after(1), 1],
    ['half left', { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '150' }, null, 2],
    [
      'Graph’s usage',
      { 'x-app-usage': '{"call_count":28,"total_time":93,"total_cputime":5}' },
      after(1 / 6),
      1,
    ],
    [
      'Graph’s wait',
      {
        'x-business-use-case-usage':
          '{"1":[{"type":"instagram","call_count":97,"estimated_time_to_regain_access":30}]}',
      },
      after(0.5),
      1,
    ],
  ])('stops before the platform would refuse: %s', async (_, told, until, times) => {
    const { db } = open()
    await makePlace(db)
    let asked = 0
    const reset = String(after(1).getTime() / 1000)
    const http: Http = async (url) => {
      asked++
      const headers = { ...told, 'x-ratelimit-reset': reset, 'ratelimit-reset': reset }
      return { status: 200, headers, bytes: new Uint8Array(), url }
    }
    await collect(makeWorker(open(), { channels: [asking(() => 2)], http }), payload, still)
    expect(asked).toBe(times)
    const source = await sourceOf(db)
    if (until) expect(source?.next_at).toEqual(until)
    else expect(source?.waits_for).toBeNull()
  })

  it.each([
    ['a usage told', { 'x-app-usage': '{"call_count":85}' }, null],
    ['haste refused', {}, new Fault('rate', 'told to wait', { retryAt: after(1) })],
  ])('waits for requests, and not for what may be asked for: %s', async (_, headers, fault) => {
    const { db } = open()
    await makePlace(db)
    const things: Limit = { name: 'tags', most: 30, window: { minutes: 60 }, of: 'host', distinct: () => 'a' }
    const http: Http = async (url) => {
      if (fault) throw fault
      return { status: 200, headers, bytes: new Uint8Array(), url }
    }
    await collect(
      makeWorker(open(), { channels: [asking(() => 2, [things, requests])], http }),
      payload,
      still,
    )
    const closed = await db.selectFrom('budget').select('name').where('closed_until', '>', NOW).execute()
    expect(closed).toEqual([{ name: 'requests' }])
  })

  it('gets its turn, whichever place it is of: YouTube’s searches are shared out, never more than half', async () => {
    const { db } = open()
    let now = NOW
    const sim = await startYoutube({ clock: () => now, quota: { search: 8, units: 10_000 } })
    const { http } = openOutside([sim.host], { clock: () => now })
    const places = ['aho', 'elo', 'halla', 'ilta', 'jaa', 'koi', 'lumi']
    for (const place of places) {
      await makePlace(db, place)
      await db
        .updateTable('source')
        .set({ channel: 'youtube', settings: '{}', every_minutes: 360 })
        .where('place_id', '=', place)
        .where('id', '=', 'tuutit')
        .execute()
    }
    const small: AnyChannel = {
      ...youtube,
      // They follow the same tag; what is looked at here is how they would share the searches.
      sharedMinutes: 0,
      limits: youtube.limits.map((one) => (one.name === 'search' ? { ...one, most: 8 } : one)),
    }
    const worker = makeWorker(open(), { channels: [small], http })
    worker.env.PLATFORM_URLS = { youtube: sim.url }
    Object.assign(worker.env, { YOUTUBE_KEY: 'a-good-key' })
    await db.updateTable('source').set({ active: false, next_at: null }).where('id', '=', 'uutiset').execute()
    const visited: string[] = []
    const seen: number[] = []
    for (const end = NOW.getTime() + 6 * 24 * HOUR; ; ) {
      const due = await db
        .selectFrom('source')
        .select((one) => one.fn.min('next_at').as('at'))
        .executeTakeFirstOrThrow()
      now = new Date(Math.max(now.getTime(), (due.at as Date).getTime()))
      if (now.getTime() > end) break
      worker.at(now)
      const before = sim.used().search
      for (const { place, source } of await takeDueSources(db, now)) {
        const asked = sim.used().search
        await collect(worker, { place, source }, still)
        if (sim.used().search > asked) visited.push(place)
      }
      seen.push(Math.max(before, sim.used().search))
    }
    await sim.stop()
    expect(Math.max(...seen)).toBe(4)
    const turns = places.map((place) => visited.filter((one) => one === place).length)
    expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1)
    expect(visited.length).toBeGreaterThanOrEqual(24)
    const sick = await db.selectFrom('source').select('place_id').where('failures', '>', 0).execute()
    expect(sick).toEqual([])
  })
})

onBothDatabases('what YouTube lets us keep for thirty days', (open) => {
  it('is asked for again before they pass, and off the wall when that cannot be', async () => {
    const { db } = open()
    await makePlace(db)
    let asked = 0
    const channel = tellingChannel(
      'mastodon',
      () => ({ posts: [foundPost({ publishedAt: after(-100 * 24) })] }),
      (posts) => {
        asked += posts.length
        return posts.map(({ externalId }) => ({ externalId, state: 'here' }))
      },
    )
    const worker = makeWorker(open(), { channels: [{ ...channel, keepDays: 30 }] })
    await collect(worker, payload, still)
    const day = async (n: number) => {
      worker.at(after(n * 24))
      await db
        .updateTable('post')
        .set({ first_seen_at: after(-200 * 24) })
        .execute()
      await reread(worker, { place: 'kemijarvi' }, still)
    }
    await db.updateTable('post').set({ reread_at: NOW }).execute()
    await day(24)
    expect(asked).toBe(0)
    await day(25)
    expect(asked).toBe(1)
    await db.updateTable('source').set({ active: false }).execute()
    const gone = async (n: number) => {
      worker.at(after(n * 24))
      await db
        .updateTable('post')
        .set({ first_seen_at: after(n * 24) })
        .execute()
      await prune(worker, {}, still)
      return (await db.selectFrom('post').select('gone_at').executeTakeFirstOrThrow()).gone_at
    }
    expect(await gone(54)).toBeNull()
    expect(await gone(56)).toEqual(after(56 * 24))
  })
})

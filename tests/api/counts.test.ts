// What is counted of a wall, and what is refused.
import type { Hono } from 'hono'
import { beforeEach, expect, it } from 'vitest'
import { createApp } from '../../services/app.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, makePost, NOW } from '../makers.ts'
import { makeDeps } from '../wall.ts'

onBothDatabases('counts', (open) => {
  const here = { place: 'kemijarvi', wall: 'etusivu' }
  let app: Hono
  let post: string
  let now = NOW
  beforeEach(async () => {
    now = NOW
    await makePlace(open().db)
    ;({ public_id: post } = await makePost(open().db, { state: 'shown' }))
    app = createApp(makeDeps(open(), { clock: () => now }))
  })
  const count = (body: unknown, more: RequestInit = {}) =>
    Promise.resolve(
      app.request('/api/v1/counts', {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...more,
      }),
    )
  const days = () => open().db.selectFrom('wall_day').selectAll().orderBy('event').execute()

  it('are daily totals in the place’s day, sent as plain text, answered with nothing', async () => {
    const sent = { headers: { 'content-type': 'text/plain;charset=UTF-8' } }
    expect((await count({ ...here, event: 'view' }, sent)).status).toBe(204)
    expect((await count({ ...here, event: 'view' }, sent)).status).toBe(204)
    now = new Date('2026-11-25T22:30:00Z')
    await count({ ...here, event: 'view' })
    await count({ ...here, event: 'click', post: post })
    await count({ ...here, event: 'channel', channel: 'mastodon' })
    expect((await days()).map(({ day, event, subject, n }) => [day, event, subject, n])).toEqual(
      expect.arrayContaining([
        ['2026-11-25', 'view', '', 2],
        ['2026-11-26', 'view', '', 1],
        ['2026-11-26', 'click', post, 1],
        ['2026-11-26', 'channel', 'mastodon', 1],
      ]),
    )
  })
  it.each([
    ['{', 400],
    [{ ...here, event: 'like' }, 400],
    [{ ...here, event: 'view', who: 'me' }, 400],
    [{ ...here, event: 'view', post: 'p_aaaaaaaaaaaa' }, 400],
    [{ ...here, event: 'click' }, 400],
    [{ ...here, event: 'click', post: 'p_aaaaaaaaaaaa' }, 400],
    [{ ...here, event: 'action', action: 'nothing' }, 400],
    [{ ...here, event: 'channel' }, 400],
    [{ place: 'kemijarvi', wall: 'nobody', event: 'view' }, 404],
    [{ place: 'nobody', wall: 'etusivu', event: 'view' }, 404],
  ])('%j is refused and leaves nothing', async (body, status) => {
    expect((await count(body)).status).toBe(status)
    expect(await days()).toEqual([])
  })
  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 0],
    ['Mozilla/5.0 (compatible; bingbot/2.0)', 0],
    ['Mozilla/5.0 (compatible; Baiduspider/2.0)', 0],
    ['facebookexternalhit/1.1', 0],
    ['Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36', 1],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141 Safari/537.36', 1],
  ])('of %s: %i', async (agent, counted) => {
    const answer = await count({ ...here, event: 'view' }, { headers: { 'user-agent': agent } })
    expect(answer.status).toBe(204)
    expect(await days()).toHaveLength(counted)
  })
  it('are sixty an hour for one address, which is told when to come again', async () => {
    for (let n = 0; n < 60; n++) await count('{')
    const answer = await count({ ...here, event: 'view' })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    now = new Date(NOW.getTime() + 59 * 60_000)
    expect((await count({ ...here, event: 'view' })).status).toBe(429)
    now = new Date(NOW.getTime() + 60 * 60_000)
    expect((await count({ ...here, event: 'view' })).status).toBe(204)
  })
})

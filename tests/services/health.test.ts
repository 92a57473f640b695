// R19: ready means that a write was committed lately; the figures are for whoever has the token.

import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { readEnv } from '../../config/env.ts'
import { saveCredential } from '../../db/credentials.ts'
import { noteDump } from '../../db/dump-notes.ts'
import { healthRoutes } from '../../services/api/health.ts'
import type { Trouble } from '../../services/health.ts'
import { startPulse } from '../../services/heartbeat.ts'
import { answerErrors } from '../../services/rim.tsx'
import { onBothDatabases } from '../db.ts'
import { makePlace, makePost, NOW } from '../makers.ts'

const token = 'a token of at least sixteen'
const log = { warn() {}, info() {}, error() {} } as never
function health(db: never, age: number, more: Record<string, string> = {}, troubles: Trouble[] = []) {
  const { env } = readEnv({ METRICS_TOKEN: token, ...more })
  const countJobs = async () => [{ name: 'collect', state: 'active', n: 2 }]
  return new Hono().onError(answerErrors({ log })).route(
    '/',
    healthRoutes({
      ...{ db, env, clock: () => NOW, pulse: { age: () => age }, countJobs },
      health: { troubles: () => troubles },
      space: () => ({ low: true, rooms: [{ folder: 'MEDIA_DIR', free: 1e8, total: 1e12, low: true }] }),
    }),
  )
}

it.each([
  [[], 200],
  [['worker'], 503],
  [['write', 'media'], 503],
] as [Trouble[], number][])('is ready when nothing is wrong (%s): %d', async (troubles, status) => {
  const answer = await health(undefined as never, 0.4, {}, troubles).request('/readyz')
  expect(answer.status).toBe(status)
  expect(answer.headers.get('retry-after')).toBe(status === 503 ? '5' : null)
  const body = { ready: status === 200, last_write_seconds: 0.4, troubles, collecting_paused: true }
  expect(await answer.json()).toEqual(body)
})
it('is alive whatever the database does', async () => {
  expect((await health(undefined as never, 999).request('/healthz')).status).toBe(200)
})
it('shows no figures without the token, and none at all without the setting', async () => {
  const ask = (app: Hono, authorization = '') => app.request('/metrics', { headers: { authorization } })
  expect((await ask(health(undefined as never, 0))).status).toBe(401)
  expect((await ask(health(undefined as never, 0), `Bearer ${token}x`)).status).toBe(401)
  expect((await ask(health(undefined as never, 0, { METRICS_TOKEN: '' }), 'Bearer ')).status).toBe(404)
})

onBothDatabases('health', (open) => {
  it('tells figures that Prometheus can read', async () => {
    const { db } = open()
    await makePlace(db)
    await makePost(db)
    await db
      .updateTable('source')
      .set({ last_ok_at: new Date(NOW.getTime() - 90_000) })
      .where('id', '=', 'uutiset')
      .execute()
    const expiresAt = new Date(NOW.getTime() + 14 * 86_400_000)
    await saveCredential(db, {
      ...{ place: 'kemijarvi', source: 'tuutit', name: 'token', sealed: 'x', expiresAt, by: 'a', at: NOW },
    })
    const made = { at: new Date(NOW.getTime() - 3_600_000), seconds: 1 }
    await noteDump(db, 'made', { ...made, name: 'a.tar.gz', bytes: 5 })
    await noteDump(db, 'tried', { ...made, fault: 'it differs in: rows' })
    const headers = { authorization: `Bearer ${token}` }
    const text = await (await health(db as never, 0.5, {}, ['media']).request('/metrics', { headers })).text()
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) somewall_\w+ .+|somewall_\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/)
    expect(text).toContain('somewall_source_last_success_seconds{place="kemijarvi",source="uutiset"} 90\n')
    expect(text).toContain('somewall_free_bytes{folder="MEDIA_DIR"} 100000000\n')
    expect(text).toContain('somewall_collecting_paused 1\n')
    expect(text).toContain('somewall_trouble{what="media"} 1\n')
    expect(text).toContain(
      'somewall_credential_expires_days{place="kemijarvi",source="tuutit",name="token"} 14\n',
    )
    expect(text).toContain('somewall_dump_age_seconds 3600\n')
    expect(text).toContain('somewall_dump_tried_ok 0\n')
    // Never asked is not known: no figure is told, least of all 0.
    expect(text).not.toContain('last_success_seconds{place="kemijarvi",source="tuutit"}')
    expect(text).toContain('somewall_posts{place="kemijarvi",state="new"} 1\n')
    expect(text).toContain('somewall_jobs{job="collect",state="active"} 2\n')
  })
  it('has a pulse that is young after a write and ages when writing fails', async () => {
    const { db } = open()
    const pulse = startPulse({ db, log }, 'all')
    await expect.poll(() => pulse.age()).toBeLessThan(5)
    pulse.stop()
    const broken = startPulse({ db: {} as never, log }, 'all')
    await new Promise((done) => setTimeout(done, 50))
    expect(broken.age()).toBe(Number.POSITIVE_INFINITY)
    broken.stop()
  })
})

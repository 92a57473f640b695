// What the desk says of the service's condition: collecting that waits for room, backups, and who may see them.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { noteDump } from '../../db/dump-notes.ts'
import type { Database } from '../../db/open.ts'
import { savePulse } from '../../db/pulse.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { call, get, type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

let database: Database
let desk: TestDesk
let me: Login
const low = { low: true, rooms: [{ folder: 'DATA_DIR', free: 150e6, total: 9e9, low: true }] } as const
beforeAll(async () => {
  database = await openTestEmbedded()
})
afterAll(() => database.close())
beforeEach(async () => {
  await emptyDatabase(database)
  await makePlace(database.db)
  desk = openDesk(database)
  me = await signInAs(desk, 'editor')
})
const page = async (path: string, login = me) =>
  (await (await get(desk, `/desk${path}`, login)).text()).replaceAll('\u00a0', ' ')

it.each(['/kemijarvi', '/kemijarvi/sources'])(
  '%s says that collecting waits for room, and why',
  async (path) => {
    expect(await page(path)).not.toContain('Haku on tauolla')
    desk = openDesk(database, {}, low)
    const html = await page(path)
    expect(html).toContain('Haku on tauolla: levytila on vähissä.')
    expect(html).toContain('Vapaana on 150 Mt.')
    const reader = await signInAs(desk, 'reader')
    expect(await page('/kemijarvi', reader)).not.toContain('Haku on tauolla')
  },
)

it('refuses to collect now while there is no room, for people and for scripts', async () => {
  desk = openDesk(database, {}, low)
  const answer = await post(desk, '/desk/kemijarvi/sources/uutiset/collect', me, {})
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('levytila on vähissä')
  const script = await call(desk, 'POST', 'kemijarvi/sources/uutiset/collect')
  expect([script.status, ((await script.json()) as { code: string }).code]).toEqual([503, 'no-space'])
  expect(desk.sent).toEqual([])
})

it('tells operators where the data is, of the last backup and trial, of room and of the worker', async () => {
  desk = openDesk(database, {}, low)
  const operator = await signInAs(desk, 'admin', { operator: true })
  expect(await page('/kemijarvi/settings')).not.toContain('/desk/health')
  expect(await page('/kemijarvi/settings', operator)).toContain('/desk/health')
  const before = await page('/health', operator)
  for (const words of [
    'sähkökatkon yli sen säilymistä ei luvata',
    'Ei vielä.',
    'ei ole ilmoittautunut',
    '9 000 Mt',
  ])
    expect(before).toContain(words)
  await savePulse(database.db, 'all')
  await noteDump(database.db, 'made', { at: NOW, seconds: 1, name: 'a.tar.gz', bytes: 4_200_000 })
  await noteDump(database.db, 'tried', { at: NOW, seconds: 3.5, name: 'a.tar.gz', bytes: 4_200_000 })
  const well = await page('/health', operator)
  expect(well).toContain('Tehty 25.11.2026 klo 12.00, 4,2 Mt.')
  expect(well).toContain('kaikki oli tallella. Koe kesti 3,5 s.')
  expect(well).toMatch(/ilmoittautui \d s sitten/)
  await noteDump(database.db, 'made', { at: NOW, seconds: 1, fault: 'no room' })
  await noteDump(database.db, 'tried', { at: NOW, seconds: 1, fault: 'it differs in: rows' })
  const ill = await page('/health', operator)
  for (const words of ['Tehty', 'ei onnistunut: no room', 'ei onnistunut: it differs in: rows'])
    expect(ill).toContain(words)
})

// What the table does not show: the other database, failures without end, and neighbours at the same host.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { feed } from '../../workers/channels/feed.ts'
import { emptyDatabase, openTestPostgres } from '../db.ts'
import { NOW } from '../makers.ts'
import { openOutside } from '../outside.ts'
import { startFeedSite } from '../sim/feed.ts'
import { connectors } from './connectors.ts'
import { openStand, type Stand } from './stand.ts'

const LONG = process.env.LONG === '1'

describe('on PostgreSQL', () => {
  let database: Database
  let drop = async () => {}
  let stand: Stand
  beforeAll(async () => {
    ;({ database, drop } = await openTestPostgres())
  })
  beforeEach(() => emptyDatabase(database))
  afterEach(() => stand?.close())
  afterAll(async () => {
    await database?.close()
    await drop()
  })

  it.each(connectors)('$name keeps what it has through a long row of failures', async (one) => {
    stand = await openStand(database, one)
    const { up } = stand
    await stand.set(up.sim.url)
    up.add()
    await stand.visit()
    expect(await stand.source()).toMatchObject({ state: 'well' })
    const kept = await stand.kept()
    expect(kept.length).toBeGreaterThan(0)
    up.add()
    for (const how of ['cut', { status: 410 }] as const) {
      up.sim.fail(how)
      await stand.visit()
      expect(await stand.kept()).toEqual(kept)
    }
    // However long it lasts: slower, at last once a day, and never given up.
    for (let nth = 0; nth < (LONG ? 24 : 8); nth++) {
      const { next_at, active } = await stand.source()
      const wait = (next_at?.getTime() ?? Number.NaN) - stand.now().getTime()
      expect([active, wait > 0, wait <= 86_400_000 + 120_000]).toEqual([true, true, true])
      stand.at(next_at as Date)
      await stand.visit()
    }
    expect((await stand.source()).failures).toBeGreaterThanOrEqual(10)
    up.sim.fail(null)
    await stand.visit()
    expect(await stand.source()).toMatchObject({ state: 'well', failures: 0 })
    expect(await stand.kept()).not.toEqual(kept)
  })
})

it('a feed told to wait does not silence its neighbours at the same host; an API’s quota is one for all', async () => {
  const site = await startFeedSite({ clock: () => NOW })
  const { http, io } = openOutside([site.host])
  const visit = (path: string) =>
    feed.fetch({ id: 'x', settings: { url: site.url + path }, tags: [] }, io()).then(
      () => 'well',
      (fault) => fault.code,
    )
  site.fail('quota', /^\/feed/)
  expect([await visit('/feed/'), await visit('/atom.xml'), await visit('/feed/')]).toEqual([
    'rate',
    'well',
    'quota',
  ])
  await expect(http(`${site.url}/feed/`)).rejects.toMatchObject({ code: 'rate' })
  await expect(http(`${site.url}/atom.xml`)).rejects.toMatchObject({ code: 'quota' })
  await site.stop()
})

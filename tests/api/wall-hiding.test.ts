// A decision holds in every process within a second, and while the database is away.
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { type Database, openDatabase } from '../../db/open.ts'
import { touchPlace } from '../../db/places.ts'
import { openTestPostgres } from '../db.ts'
import { NOW } from '../makers.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { decideAs, fillWall, giveConsent, type Site, startSite } from '../wall.ts'

const WALL = '/api/v1/walls/kemijarvi/etusivu'
const forms = [
  WALL,
  `${WALL}?limit=50`,
  '/walls/kemijarvi/etusivu?lang=fi',
  '/walls/kemijarvi/etusivu?screen=1&lang=fi',
  '/fragment/kemijarvi/etusivu',
  '/embed/kemijarvi/etusivu?lang=fi',
  '/walls/kemijarvi/etusivu/feed.atom',
  '/walls/kemijarvi/etusivu/feed.json',
]

describe('a decision in one process', () => {
  let [one, two]: Database[] = []
  let sites: Site[] = []
  let drop = async () => {}
  let ids: string[] = []
  beforeAll(async () => {
    const test = await openTestPostgres()
    ;[one, two, drop] = [test.database, await openDatabase({ url: test.url }), test.drop]
    ids = await fillWall(one)
    sites = [await startSite(one), await startSite(two)]
  })
  afterAll(async () => {
    for (const site of sites) await site.close(100)
    await one?.close()
    await two?.close()
    await drop()
  })
  const holders = async (text: string) => {
    const found: string[] = []
    for (const site of sites)
      for (const path of forms)
        if ((await (await fetch(site.url + path)).text()).includes(text)) found.push(path)
    return found.length
  }

  /** Milliseconds after which no answer that is asked for is other than it should be. */
  const settled = async (text: string, wanted: number) => {
    const since = performance.now()
    for (;;) {
      const asked = performance.now() - since
      if ((await holders(text)) === wanted || asked > 5000) return asked
    }
  }

  it('is in every answer of every process within a second, and back as soon when it is undone', async () => {
    const title = 'Ensilumen latu'
    expect(await holders(title)).toBe(2 * forms.length)
    await decideAs((sites[0] as Site).deps, ids[4] as string, 'hide')
    expect(await settled(title, 0)).toBeLessThan(1000)
    await decideAs((sites[1] as Site).deps, ids[4] as string, 'undo')
    expect(await settled(title, 2 * forms.length)).toBeLessThan(1000)
  })

  it('is waited for, and what has only come is not: visitors never wait long beside the collecting', async () => {
    const site = sites[0] as Site
    const ask = async () => {
      const begun = performance.now()
      const { status } = await fetch(site.url + WALL)
      return { status, ms: performance.now() - begun }
    }
    await ask()
    const stuck = Promise.withResolvers<void>()
    const locked = Promise.withResolvers<void>()
    const holding = (two as Database).db.transaction().execute(async (trx) => {
      await sql`lock table post in access exclusive mode`.execute(trx)
      locked.resolve()
      await stuck.promise
    })
    await locked.promise
    await touchPlace((one as Database).db, 'kemijarvi', 'soon')
    await wait(50)
    const spared = await ask()
    expect([spared.status, spared.ms < 500]).toEqual([200, true])
    await touchPlace((one as Database).db, 'kemijarvi')
    await wait(50)
    const asked = ask()
    expect(await Promise.race([asked, wait(700, 'waits')])).toBe('waits')
    stuck.resolve()
    await holding
    expect((await asked).status).toBe(200)
  })

  it('the short way from memory answers with the same bytes and headers as the long one', async () => {
    const site = sites[0] as Site
    const path = `${WALL}?limit=3&lang=fi`
    for (const encoding of ['br', 'gzip', 'identity']) {
      const ask = async (query: string) => {
        const answer = await fetch(site.url + path + query, { headers: { 'accept-encoding': encoding } })
        const { date: _, ...headers } = Object.fromEntries(answer.headers)
        return { status: answer.status, headers, text: await answer.text() }
      }
      // An address seen for the first time goes the long way, however warm the memory is.
      const order = {
        br: '&channel=feed&family=tarinat',
        gzip: '&family=tarinat&channel=feed',
        identity: '&channel=feed',
      }
      const query = order[encoding as keyof typeof order]
      const long = await ask(query)
      expect(await ask(query)).toEqual(long)
      expect(long.status).toBe(200)
    }
    const etag = (await fetch(site.url + path)).headers.get('etag') ?? ''
    expect((await fetch(site.url + path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('is told to whoever streams the wall: gone, and post when it comes back', async () => {
    const stop = new AbortController()
    const stream = await fetch(`${sites[1]?.url}${WALL}/stream`, { signal: stop.signal })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    let text = ''
    const reading = (async () => {
      for await (const part of stream.body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(part)
    })().catch(() => {})
    await expect.poll(() => text).toContain(': here')
    const id = ids[5] as string
    await decideAs((sites[0] as Site).deps, id, 'hide')
    await expect.poll(() => text).toContain(`event: gone\ndata: {"id":"${id}"}`)
    await decideAs((sites[0] as Site).deps, id, 'undo')
    await expect.poll(() => text).toMatch(new RegExp(`event: post\ndata: {"id":"${id}"`))
    stop.abort()
    await reading
  })

  it('one address does not take the streams of all others, and who only asks for headers takes none', async () => {
    const stream = `${sites[0]?.url}${WALL}/stream`
    const most = 50
    for (let n = 0; n <= most; n++) expect((await fetch(stream, { method: 'HEAD' })).status).toBe(200)
    const stop = new AbortController()
    const follow = async () => (await fetch(stream, { signal: stop.signal })).status
    expect(new Set(await Promise.all(Array.from({ length: most }, follow)))).toEqual(new Set([200]))
    expect(await follow()).toBe(503)
    stop.abort()
    const again = new AbortController()
    await expect.poll(async () => (await fetch(stream, { signal: again.signal })).status).toBe(200)
    again.abort()
  })
})

describe('while the database is away', () => {
  let server: TestPostgres
  let database: Database
  let site: Site
  let ids: string[] = []
  let now = NOW
  beforeAll(async () => {
    server = await startPostgres()
    database = await openDatabase({ url: server.url })
    await migrate(database.db)
    ids = await fillWall(database)
    const consented = await database.db
      .selectFrom('post')
      .select('id')
      .where('public_id', '=', ids[5] as string)
      .executeTakeFirstOrThrow()
    await database.db.deleteFrom('consent').where('post_id', '=', consented.id).execute()
    await giveConsent(database.db, 'kemijarvi', { post: consented.id, until: '2026-11-25' })
    site = await startSite(database, { clock: () => now })
  })
  afterAll(async () => {
    await site?.close(100)
    await database?.close().catch(() => {})
  })
  const ask = (path: string) => fetch(site.url + path)

  it('a wall is answered on, without what was hidden and what a consent no longer covers', async () => {
    for (const path of forms) expect((await ask(path)).status).toBe(200)
    await decideAs(site.deps, ids[4] as string, 'hide')
    await expect.poll(async () => (await (await ask(WALL)).text()).includes('Ensilumen')).toBe(false)
    await server.stop()
    for (const path of forms) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 200])
      expect(await answer.text()).not.toContain('Ensilumen')
    }
    expect(await (await ask(WALL)).text()).toContain('Saara Ylitepsa')
    now = new Date('2026-11-25T22:00:01Z')
    const later = await (await ask(WALL)).text()
    expect(later).not.toContain('Saara Ylitepsa')
    expect(later).toContain('Joonas Kaltiomaa')
    expect(JSON.parse(later).wall.stale).toBe(false)
    now = new Date('2026-11-27T10:00:00Z')
    expect((await (await ask(WALL)).json()).wall.stale).toBe(true)
  })

  it('another length of it is answered too, and what was never read is refused with when to come again', async () => {
    expect((await ask(`${WALL}?limit=7`)).status).toBe(200)
    const answer = await ask('/api/v1/walls/toinen/etusivu')
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

// The wall on bad days: sources silent, no worker, the database away, and a start while it is.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { type Database, json, openDatabase } from '../../db/open.ts'
import { keeping } from '../../db/schema.ts'
import type { WallAnswer } from '../../services/api/contract.ts'
import { openShelf } from '../../services/api/shelf.ts'
import { channels } from '../../workers/channels/index.ts'
import { openHttp } from '../../workers/http.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { openTestEmbedded } from '../db.ts'
import { makeWorker, still, tellingChannel } from '../jobs/worker.ts'
import { freePort } from '../judges/wordpress.ts'
import { NOW } from '../makers.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { type Run, runMain } from '../service.ts'
import { decideAs, fillWall, makeDeps, type Site, startSite } from '../wall.ts'

const WALL = '/api/v1/walls/kemijarvi/etusivu'
const forms = [
  WALL,
  `${WALL}?family=tarinat`,
  '/walls/kemijarvi/etusivu?lang=fi',
  '/walls/kemijarvi/etusivu?screen=1&lang=en',
  '/fragment/kemijarvi/etusivu?limit=7',
  '/embed/kemijarvi/etusivu?lang=fi',
  '/walls/kemijarvi/etusivu/feed.atom',
]
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

describe('while no source answers, or nobody collects', () => {
  let database: Database
  let site: Site
  let now = NOW
  beforeAll(async () => {
    database = await openTestEmbedded()
    await fillWall(database)
    site = await startSite(database, { clock: () => now })
  })
  afterAll(async () => {
    await site?.close(100)
    await database?.close()
  })

  it('a week later every post is there, and the wall says how old they are and where to look', async () => {
    const read = async (path: string) => (await fetch(site.url + path)).text()
    const before = JSON.parse(await read(WALL)) as WallAnswer
    now = later(7)
    const worker = makeWorker(database, { channels })
    worker.at(now)
    const { http, close } = openHttp({
      allow: [],
      userAgent: 'Somewall/test',
      clock: () => now,
      log: worker.log,
    })
    // Its address is this machine's, which is refused: as good as a site that is down.
    const settings = json({ url: 'http://127.0.0.1:9/feed/' })
    await database.db.updateTable('source').set({ settings }).where('id', '=', 'uutiset').execute()
    await collect({ ...worker, http }, { place: 'kemijarvi', source: 'uutiset' }, still)
    await close()
    // One that answers with nothing takes nothing away either.
    const empty = tellingChannel('mastodon', () => ({ posts: [], skipped: 0 }))
    await collect({ ...worker, channels: [empty] }, { place: 'kemijarvi', source: 'tuutit' }, still)
    await database.db.updateTable('source').set({ last_ok_at: NOW }).execute()
    const source = database.db.selectFrom('source').select('failures').where('id', '=', 'uutiset')
    expect(await source.executeTakeFirst()).toEqual({ failures: 1 })

    const answer = JSON.parse(await read(WALL)) as WallAnswer
    expect([...answer.lead, ...answer.posts]).toEqual([...before.lead, ...before.posts])
    expect(answer.wall.stale).toBe(true)
    for (const path of ['/walls/kemijarvi/etusivu?lang=fi', '/embed/kemijarvi/etusivu?lang=fi']) {
      const html = await read(path)
      expect(html).toContain('Uusia julkaisuja ei ole saatu 7 päivään.')
      expect(html).toMatch(/Nämä haettiin 25\.11\.2026 klo\s12\.00\./)
      expect(html).toContain('Tuoreimmat löydät suoraan kanavista:')
      for (const { url } of answer.wall.channels) expect(html).toContain(`href="${url}"`)
      expect(html).toContain('<b>#kemijärvi</b>')
    }
  })
})

describe('a service whose database is away', { timeout: 60_000 }, () => {
  let server: TestPostgres
  let database: Database
  let ids: string[]
  let picture: string
  let settings: Record<string, string>
  let run: Run
  let url: string
  beforeAll(async () => {
    server = await startPostgres()
    database = await openDatabase({ url: server.url })
    await migrate(database.db)
    ids = await fillWall(database)
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    settings = {
      ...{ ROLE: 'api', DATABASE_URL: server.url, SECRET_KEY: 'a secret of at least thirty-two characters' },
      ...{ PORT: String(port), PUBLIC_URL: url, MEDIA_DIR: makeDeps(database).env.MEDIA_DIR },
    }
    rmSync(join(settings.MEDIA_DIR as string, 'walls'), { recursive: true, force: true })
  }, 60_000)
  afterAll(async () => {
    run?.child.kill('SIGKILL')
    await database?.close().catch(() => {})
    await server?.stop()
  })
  const start = async (until: string) => {
    run = runMain(settings)
    await expect.poll(run.output, { timeout: 20_000 }).toContain(until)
  }
  const ask = (path: string) => fetch(url + path)
  const kept = () => readFileSync(join(settings.MEDIA_DIR as string, 'walls/kemijarvi.wall'), 'latin1')

  it('keeps on disk what its walls show and nothing else, and drops what is hidden at once', async () => {
    await start('"msg":"started"')
    const answer = (await (await ask(WALL)).json()) as WallAnswer
    picture = answer.lead[0]?.media[0]?.src ?? ''
    expect((await ask(picture)).status).toBe(200)
    await expect.poll(() => kept().includes('Ensilumen'), { timeout: 5_000 }).toBe(true)
    // Of a post without consent there is the link alone.
    const asText = kept()
    expect(asText).toContain('https://www.example.org/')
    expect(asText).not.toMatch(/Piilo Nimi|saunalta/)
    await decideAs(makeDeps(database), ids[4] as string, 'hide')
    await expect.poll(() => kept().includes('Ensilumen'), { timeout: 5_000 }).toBe(false)
  })

  it('makes nobody wait for a database that is there and does not answer', async () => {
    server.hang()
    const timed = async (path: string) => {
      const since = performance.now()
      const answer = await ask(path)
      return [answer.status, performance.now() - since] as const
    }
    const known = await timed(WALL)
    const asked = await timed(`${WALL}?limit=30&channel=feed`)
    server.wake()
    expect([known[0], asked[0]]).toEqual([200, 200])
    expect(known[1]).toBeLessThan(1_000)
    expect(asked[1]).toBeLessThan(4_000)
  })

  it('answers time after time from memory without one empty wall, also what nobody had asked before', async () => {
    await server.crash()
    const n = process.env.LONG ? 10_000 : 700
    let bad = 0
    for (let at = 0; at < n; at += 20)
      await Promise.all(
        Array.from({ length: 20 }, async (_, nth) => {
          const answer = await ask(forms[(at + nth) % forms.length] as string)
          const text = await answer.text()
          if (answer.status !== 200 || !text.includes('Täällä ehtii istua') || text.includes('Ensilumen'))
            bad++
        }),
      )
    expect(bad).toBe(0)
    expect((await ask(picture)).status).toBe(200)
  })

  it('started anew, it shows the last walls with their pictures, and tells the rest to wait', async () => {
    run.child.kill('SIGKILL')
    await run.ended
    await start('the database is away')
    for (const path of forms) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 200])
      const text = await answer.text()
      expect(text).toContain('Täällä ehtii istua')
      expect(text).not.toMatch(/Ensilumen|Piilo Nimi/)
    }
    expect(await (await ask('/walls/kemijarvi/etusivu?lang=fi')).text()).toMatch(/Päivitetty|Nämä haettiin/)
    expect((await ask(picture)).status).toBe(200)
    expect((await ask('/healthz')).status).toBe(200)
    for (const path of ['/desk/login', '/poista', '/readyz', '/api/v1/walls/toinen/etusivu']) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 503])
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect((await ask('/api/v1/walls/kemijarvi/toinen')).status).toBe(404)
  })

  it('goes on by itself when the database is back, and what was hidden is still hidden', async () => {
    await server.revive()
    await expect.poll(run.output, { timeout: 20_000 }).toContain('"msg":"started"')
    expect((await ask('/desk/login')).status).toBe(200)
    const text = await (await ask(WALL)).text()
    expect(text).toContain('Täällä ehtii istua')
    expect(text).not.toContain('Ensilumen')
  })
})

describe('what stands on the shelf', () => {
  let dir: string
  let now = NOW
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'somewall-shelf-'))
    now = NOW
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  it('is shown for a day and then removed; what is damaged or unfinished is no wall', async () => {
    const shelf = await openShelf(dir, () => now)
    const view = { place: { id: 'kemijarvi' } }
    await shelf.keep({ at: NOW.getTime(), view } as never)
    writeFileSync(join(dir, 'walls/toinen.wall'), 'broken')
    writeFileSync(join(dir, 'walls/kolmas.123'), 'unfinished')
    now = later(keeping.shelf - 0.01)
    const again = await openShelf(dir, () => now)
    expect([again.places(), readdirSync(join(dir, 'walls'))]).toEqual([['kemijarvi'], ['kemijarvi.wall']])
    expect(again.find('kemijarvi')).toMatchObject({ view })
    now = later(keeping.shelf)
    expect(again.find('kemijarvi')).toBeUndefined()
    await openShelf(dir, () => now)
    expect(readdirSync(join(dir, 'walls'))).toEqual([])
  })
})

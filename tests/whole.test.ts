// The whole chain in a real process: collected, curated by HTTP, shown in a browser, counted in a digest.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secretNames } from '../config/env.ts'
import { sections } from '../services/domain/digest-states.ts'
import { embedElement } from '../services/domain/embed-code.ts'
import { addQuarters, quarterOf } from '../services/domain/quarter.ts'
import { axe, borrowBrowser, watch } from './browser.ts'
import { type Service, startService } from './service.ts'
import { type FeedSim, startFeedSite } from './sim/feed.ts'
import { type MastodonSim, startMastodon } from './sim/mastodon.ts'
import { pngOf } from './sim/pictures.ts'

const home = mkdtempSync(join(tmpdir(), 'somewall-whole-'))
const secret = (name: string) => `marker-${name.toLowerCase()}-${'x'.repeat(32)}`
const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR)
const running = quarterOf(new Date(), 'Europe/Helsinki')
const quarter = addQuarters(running, -1)

let mastodon: MastodonSim
let site: FeedSim
let service: Service
let settings: Record<string, string>
let browser: Browser
let landing: Server
/** Everything that the service has answered to anybody. */
const said: string[] = []

const placeFile = () => `place: { id: kemijarvi, name: { fi: Kemijärvi, en: Kemijärvi }, languages: [fi, en] }
families:
  - { id: kemijarvi, label: { fi: Kemijärvi }, tags: ["#kemijärvi", "#kemijarvi"] }
  - { id: tarinat, label: { fi: Työn tarinat }, tags: ["#tuhannenjayhdentyöntarinat", "#tuhannenjayhdentyontarinat"] }
sources:
  - { id: uutiset, channel: feed, mode: own, active: true, settings: { url: "${site.url}/feed/" } }
  - { id: tuutit, channel: mastodon, mode: resident, active: true, settings: { server: "${mastodon.url}" } }
walls:
  - { id: etusivu, label: { fi: Kemijärvi somessa }, lead: { families: [tarinat], count: 3 } }
`

async function ask(method: string, path: string, body?: unknown, as = settings.ADMIN_TOKEN) {
  const answer = await fetch(service.url + path, {
    method,
    headers: {
      ...(as && { authorization: `Bearer ${as}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  said.push(JSON.stringify([...answer.headers]), text)
  return { status: answer.status, json: text.startsWith('{') ? JSON.parse(text) : null, text }
}
const desk = (method: string, path: string, body?: unknown) =>
  ask(method, `/api/v1/places/kemijarvi/${path}`, body)
type Shown = {
  id: string
  text: string
  shown: string
  lifted: boolean
  media: { src: string; alt: string }[]
  title: string | null
}
async function wall(): Promise<{ lead: Shown[]; posts: Shown[]; all: Shown[] }> {
  const { json } = await ask('GET', '/api/v1/walls/kemijarvi/etusivu', undefined, '')
  return { ...json, all: [...json.lead, ...json.posts] }
}
/** The queue's post with this text. */
async function queued(text: string) {
  const { json } = await desk('GET', 'posts')
  return json.posts.find((one: { text: string }) => one.text.includes(text))
}

beforeAll(async () => {
  ;[mastodon, site, browser] = await Promise.all([startMastodon(), startFeedSite(), borrowBrowser()])
  mastodon.addPicture('jaa.png', { bytes: pngOf(800, 600), type: 'image/png' })
  mastodon.add({
    text: 'Aamuvuoro leipomossa alkoi kolmelta. #kemijärvi #tuhannenjayhdentyöntarinat',
    published: ago(3),
    author: 'aino',
    name: 'Aino Esimerkki',
    media: [{ file: 'jaa.png', alt: null, width: 800, height: 600 }],
    counts: { likes: 7, comments: 1, shares: 2 },
  })
  mastodon.add({
    text: 'Jää kantaa jo pyöräilijän. #kemijarvi',
    published: ago(2),
    author: 'eino',
    name: 'Eino Esimerkki',
  })
  site.add({
    title: 'Uimahalli aukeaa maanantaina',
    html: '<p>Tervetuloa. <script>alert(1)</script></p>',
    published: ago(5),
  })
  writeFileSync(join(home, 'kemijarvi.yaml'), placeFile())
  settings = {
    ...Object.fromEntries(
      secretNames
        .filter((name) => !['DATABASE_URL', 'SMTP_URL', 'SECRET_KEY_OLD'].includes(name))
        .map((name) => [name, secret(name)]),
    ),
    ADMIN_EMAIL: 'johanna@example.org',
    ENTRA_TENANTS: '1b4e28ba-2fa1-41d2-883f-0016d3cca427=kemijarvi',
    ENTRA_CLIENT_ID: 'app',
    DATA_DIR: join(home, 'data'),
    PLACE_FILE: join(home, 'kemijarvi.yaml'),
    FETCH_ALLOW: `${mastodon.host},${site.host}`,
    LOG_LEVEL: 'debug',
  }
  service = await startService(settings)
  const asked = { service: service.url, place: 'kemijarvi', wall: 'etusivu', language: 'fi' }
  landing = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="fi"><head><title>Muuta Kemijärvelle</title>
      <link rel="icon" href="data:,"></head><body><main><h1>Muuta Kemijärvelle</h1>
      ${embedElement({ ...asked, title: 'Kemijärvi somessa' })}
      </main></body></html>`)
  })
  await new Promise<void>((done) => void landing.listen(0, '127.0.0.1', done))
}, 60_000)

afterAll(async () => {
  await Promise.all([service?.stop(), mastodon?.stop(), site?.stop()])
  landing?.close()
  rmSync(home, { recursive: true, force: true })
})

// Each test goes on where the one before it ended.
describe('the chain', { timeout: 60_000 }, () => {
  test('a source is collected when a person asks, and twice brings nothing twice', async () => {
    for (const [source, posts] of [
      ['uutiset', 1],
      ['tuutit', 2],
    ] as const) {
      const first = await desk('POST', `sources/${source}/collect`)
      expect([200, first.json]).toEqual([
        first.status,
        expect.objectContaining({ found: expect.any(Number), fault: null }),
      ])
      const again = await desk('POST', `sources/${source}/collect`)
      expect(again.json).toMatchObject({ saved: 0, fault: null })
      expect(
        (await desk('GET', 'posts')).json.posts.filter(
          (one: { channel: string }) => one.channel === (source === 'tuutit' ? 'mastodon' : 'feed'),
        ),
      ).toHaveLength(posts)
    }
  })

  test('the town’s own story is on the wall at once, without its script; residents’ posts are not', async () => {
    const { all } = await wall()
    expect(all.map((one) => [one.shown, one.title])).toEqual([['whole', 'Uimahalli aukeaa maanantaina']])
    expect(JSON.stringify(all)).not.toContain('alert')
  })

  test('shown by a person, a resident’s post is a link without a name; with consent it leads, whole', async () => {
    const post = await queued('leipomossa')
    const decided = await desk('POST', `posts/${post.id}/decisions`, {
      action: 'show',
      version: post.version,
    })
    expect(decided).toMatchObject({ status: 200, json: { state: 'shown', version: post.version + 1 } })
    const overtaken = await desk('POST', `posts/${post.id}/decisions`, {
      action: 'hide',
      version: post.version,
    })
    expect(overtaken).toMatchObject({ status: 409, json: { code: 'conflict' } })
    const link = (await wall()).all.find((one) => one.id === post.id)
    expect(link).toMatchObject({ shown: 'link', author: null, text: '', media: [] })

    const consent = await desk('POST', `posts/${post.id}/consents`, {
      state: 'granted',
      scope: { wall: true, digest: true },
      evidence: { kind: 'note', ref: 'Kysyttiin viestillä, vastasi kyllä.' },
      asked_how: 'Mastodonin viesti',
      child: 'no',
    })
    expect(consent.status).toBe(201)
    const { lead } = await wall()
    expect(lead).toMatchObject([
      { id: post.id, shown: 'whole', author: { name: 'Aino Esimerkki' }, media: [] },
    ])
  })

  test('its picture comes once somebody has described it, as our own copy', async () => {
    const post = await queued('leipomossa')
    await desk('PUT', `posts/${post.id}/descriptions`, {
      media: post.media[0].id,
      texts: { fi: 'Pullia uunissa.', en: 'Buns in an oven.' },
    })
    await expect
      .poll(async () => (await wall()).lead[0]?.media, { timeout: 30_000 })
      .toMatchObject([{ alt: 'Pullia uunissa.' }])
    const src = (await wall()).lead[0]?.media[0]?.src ?? ''
    expect(src).toMatch(/^\/media\//)
    const bytes = await fetch(service.url + src)
    expect([bytes.status, bytes.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })

  test('a lift is seen on the wall, and in the queue with its week', async () => {
    const post = await queued('leipomossa')
    const lifted = await desk('POST', `posts/${post.id}/decisions`, { action: 'lift', version: post.version })
    expect(lifted.status).toBe(200)
    expect((await wall()).lead[0]).toMatchObject({ id: post.id, lifted: true })
    expect((await queued('leipomossa')).lift.week).toMatch(/^\d{4}-W\d\d$/)
  })

  test('the element draws it on another origin: no error, no foreign request, no cookie, nothing for axe', async () => {
    const origin = `http://127.0.0.1:${(landing.address() as AddressInfo).port}`
    const context = await browser.newContext({ viewport: { width: 320, height: 900 }, locale: 'fi-FI' })
    const page = await context.newPage()
    const seen = await watch(page, origin, service.url)
    await page.goto(origin)
    await page.getByText('Aamuvuoro leipomossa').waitFor()
    await page.getByText('Uimahalli aukeaa maanantaina').waitFor()
    expect(await page.getByRole('img', { name: 'Pullia uunissa.' }).count()).toBe(1)
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    // Half of the screen has been wall for a second: a view, told without a cookie.
    await expect.poll(() => seen.requests.at(-1), { timeout: 10_000 }).toBe(`${service.url}/api/v1/counts`)
    expect(seen).toMatchObject({ errors: [], violations: [], foreign: [] })
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('hidden, it is in no answer a second later; undone, it is back', async () => {
    const post = await queued('leipomossa')
    const hidden = await desk('POST', `posts/${post.id}/decisions`, {
      action: 'hide',
      version: post.version,
      reason: 'test',
    })
    expect(hidden.json.state).toBe('hidden')
    await new Promise((done) => setTimeout(done, 1_000))
    for (const path of [
      '/api/v1/walls/kemijarvi/etusivu',
      '/walls/kemijarvi/etusivu',
      '/fragment/kemijarvi/etusivu',
      '/walls/kemijarvi/etusivu/feed.atom',
    ])
      expect((await ask('GET', path, undefined, '')).text, path).not.toContain('leipomossa')
    await desk('POST', `posts/${post.id}/decisions`, { action: 'undo', version: hidden.json.version })
    await expect.poll(async () => (await wall()).lead.length, { timeout: 2_000 }).toBe(1)
  })

  test('views and clicks told by other pages are counted, without a cookie', async () => {
    for (const event of ['view', 'view', 'click']) {
      const post = event === 'click' ? { post: (await wall()).lead[0]?.id } : {}
      const answer = await fetch(`${service.url}/api/v1/counts`, {
        method: 'POST',
        body: JSON.stringify({ place: 'kemijarvi', wall: 'etusivu', event, ...post }),
        headers: { 'content-type': 'text/plain' },
      })
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, null])
    }
  })

  test('the running quarter counts all of it; the one before is frozen, written, published, open', async () => {
    const draft = await desk('POST', 'digests', { quarter: running })
    expect(draft.status).toBe(201)
    const figure = (id: string, dims: Record<string, string> = {}) =>
      draft.json.figures.find(
        (one: { id: string; dims: object }) =>
          one.id === id && JSON.stringify(one.dims) === JSON.stringify(dims),
      )?.value
    expect(figure('F1')).toBe('3')
    expect(figure('F2', { family: 'kemijarvi' })).toBe('2')
    expect(figure('F2', { family: 'kemijarvi', tag: 'kemijarvi' })).toBe('1')
    expect(figure('F2', { family: 'kemijarvi', tag: 'kemijärvi' })).toBe('1')
    expect([figure('F10'), figure('F11'), figure('F13')]).toEqual(['3', '1', '1'])
    // Visits are not known without a meter, and not known is not zero.
    expect(figure('F15')).toBeNull()

    await desk('POST', 'digests', { quarter })
    expect((await ask('GET', `/digests/kemijarvi/${quarter}.json`, undefined, '')).status).toBe(404)
    const frozen = await desk('POST', `digests/${quarter}/freeze`, { reason: 'Kokeillaan.' })
    expect(frozen).toMatchObject({ status: 200, json: { frozen_at: expect.any(String) } })
    const needed = sections.filter((one) => one.needed).map((one) => [one.id, 'Tarinat kulkivat.'])
    await desk('PUT', `digests/${quarter}/texts`, { texts: Object.fromEntries(needed) })
    const published = await desk('POST', `digests/${quarter}/publish`, { alone: true })
    expect(published).toMatchObject({ status: 200, json: { state: 'published' } })
    const open = await ask('GET', `/digests/kemijarvi/${quarter}.json`, undefined, '')
    expect(open).toMatchObject({ status: 200, json: { sha256: frozen.json.sha256 } })
    expect((await ask('GET', `/digests/kemijarvi/${quarter}`, undefined, '')).text).toContain(
      'Tarinat kulkivat.',
    )
  })

  test('after an orderly stop and a new start everything is still there', async () => {
    const before = await wall()
    expect(await service.stop()).toMatchObject({ code: 0, ms: expect.toSatisfy((ms: number) => ms < 10_000) })
    said.push(service.output())
    service = await startService(settings)
    expect(await wall()).toEqual(before)
    expect((await ask('GET', `/digests/kemijarvi/${quarter}.json`, undefined, '')).status).toBe(200)
  })

  test('no secret was said: not in the log, not in an answer, not in an error', async () => {
    await ask('GET', '/api/v1/places/kemijarvi/posts', undefined, 'wrong')
    await ask('POST', '/api/v1/places/kemijarvi/measures', { broken: true })
    said.push(service.output())
    expect(said.join('').length).toBeGreaterThan(10_000)
    expect(
      secretNames.filter((name) => said.some((text) => text.includes(`marker-${name.toLowerCase()}`))),
    ).toEqual([])
  })
})

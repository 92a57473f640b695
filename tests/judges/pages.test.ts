// The Nu HTML checker on every page, fragment and style of ours; a new route is checked without being named here.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embedDiv, embedElement, embedFrame } from '../../services/domain/embed-code.ts'
import { makeLink } from '../../services/links.ts'
import { buildWidget } from '../../widgets/build.ts'
import { fillQuarters } from '../digest/quarter.ts'
import { DONE, type Everything, openEverything, TO_MAKE, TOKEN } from '../everything.ts'
import { makePerson, NOW } from '../makers.ts'
import { judged, judges } from './present.ts'

/** What the checker says beside the matter. */
const beside = [
  // hono/jsx writes every empty element so.
  /^Trailing slash on void elements has no effect/,
  // Its CSS does not know yet what browsers have known since 2023 (container queries) and 2024 (field-sizing, where
  // nothing is lost without it), and it trips over var() inside light-dark().
  /^CSS: Unrecognized at-rule “@container”/,
  /^CSS: “(container|container-type|field-sizing)”: Property “\1” doesn't exist/,
  // A frame has its width and no border by attributes: a page with a strict policy refuses a style.
  /^The “frameborder” attribute on the “iframe” element is obsolete/,
  /^Bad value “100%” for attribute “width” on element “iframe”/,
  /^CSS: .*Cannot invoke "org.w3c.css.values.CssValue.getType\(\)" because "val" is null/,
]
type Found = { url: string; lastLine: number; message: string; extract?: string }

judged('the Nu HTML checker', ['java', 'vnu'], () => {
  let all: Everything
  let cookie: string
  const home = mkdtempSync(join(tmpdir(), 'somewall-pages-'))
  beforeAll(async () => {
    all = await openEverything(async (db) => {
      await fillQuarters(db, 'kemijarvi', TO_MAKE)
      // The gap in one of them would want a reason before its figures are locked.
      await db.updateTable('source_day').set({ ok: true }).execute()
    })
    cookie = await all.signIn('admin')
    await all.app.request('/api/v1/places/kemijarvi/digests', {
      ...{ method: 'POST', body: JSON.stringify({ quarter: TO_MAKE }) },
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    })
  }, 120_000)
  afterAll(async () => {
    await all?.database.close()
    rmSync(home, { recursive: true, force: true })
  })

  test('finds nothing on any page or style, in any language', async () => {
    const paths = await listAddresses()
    expect(paths.filter((path) => path.includes(':'))).toEqual([])
    const read = new Set<string>()
    const left = paths.flatMap((path) => (path.startsWith('/desk/kemijarvi') ? path : inEveryLanguage(path)))
    for (const path of left) {
      if (read.has(path)) continue
      read.add(path)
      const answer = await all.app.request(path, { headers: { accept: 'text/html', cookie } })
      const [type = ''] = (answer.headers.get('content-type') ?? '').split(';')
      if (!endings[type] || answer.status === 302) continue
      expect([path, answer.status]).toEqual([path, path.startsWith('/ei-ole') ? 404 : 200])
      const text = await answer.text()
      save(`${read.size}${path}`, endings[type], text)
      for (const [, style = ''] of text.matchAll(/href="(\/assets\/[^"]+\.(?:css|svg))"/g)) left.push(style)
    }
    const { style } = await buildWidget()
    save('wall', 'css', Buffer.from(style.code).toString())
    const embed = { service: 'https://seina.example.fi', place: 'kemijarvi', wall: 'etusivu', language: 'fi' }
    for (const [name, write] of Object.entries({ embedElement, embedDiv, embedFrame }))
      save(name, 'html', write({ ...embed, title: 'Kemijärvi & ”somessa”' }))
    expect(read.size).toBeGreaterThan(100)
    expect(await check()).toEqual([])
  }, 300_000)

  const endings: Record<string, string> = { 'text/html': 'html', 'text/css': 'css', 'image/svg+xml': 'svg' }

  function save(name: string, ending: string, text: string): void {
    // What is made for other people's pages is no document by itself.
    const whole = ending !== 'html' || text.startsWith('<!doctype')
    const above = '<!doctype html><html lang="fi"><head><title>x</title></head><body><h1>x</h1><h2>x</h2>'
    const page = `${above}${text}</body></html>`
    writeFileSync(join(home, `${name.replace(/[^\w=.-]+/g, '_')}.${ending}`), whole ? text : page)
  }

  async function check(): Promise<string[]> {
    const words = ['-Xss4m', '-jar', judges.vnu.file, '--format', 'json', '--exit-zero-always']
    const { stderr } = await promisify(execFile)(
      judges.java.file,
      [...words, '--also-check-css', '--also-check-svg', home],
      { maxBuffer: 64e6 },
    )
    const { messages } = JSON.parse(stderr) as { messages: Found[] }
    return messages
      .filter(({ message }) => !beside.some((known) => known.test(message)))
      .map(
        ({ url, lastLine, message, extract = '' }) =>
          `${url.split('/').at(-1)}:${lastLine} ${message} ${extract.replace(/\s+/g, ' ')}`,
      )
  }

  const inEveryLanguage = (path: string) =>
    ['fi', 'sv', 'en'].map((lang) => `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)

  /** Every address that answers a reader; one with a colon is a route whose parameters nobody has named yet. */
  async function listAddresses(): Promise<string[]> {
    const person = await makePerson(all.deps.db, {})
    const link = await makeLink(all.deps.db, { person, publicUrl: '', at: NOW, minutes: 30 })
    const fill: Record<string, string> = { place: 'kemijarvi', wall: 'etusivu', quarter: DONE }
    const [wall, desk] = ['/walls/kemijarvi/etusivu', '/desk/kemijarvi']
    const { next } = await (await all.app.request('/api/v1/walls/kemijarvi/etusivu?limit=4')).json()
    const guides = [...all.deps.channels, ...all.deps.meters].map(({ name }) => name)
    const examples: Record<string, string[]> = {
      '/desk/:place/guide/:channel': guides.map((name) => `${desk}/guide/${name}`),
      '/desk/:place/posts/:id': [`${desk}/posts/${all.post}`],
      '/desk/:place/sources/:id': [`${desk}/sources/tuutit`, `${desk}/sources/uutiset`],
      '/desk/:place/walls/:id/remove': [`${desk}/walls/etusivu/remove`],
      '/desk/link/:secret': [link],
      '/digests/:place/:file': [`/digests/kemijarvi/${DONE}`, `/digests/kemijarvi/${DONE}.css`],
    }
    // Pictures and scripts; styles are found where pages name them.
    const noPage = /^\/(api|media|widgets|assets|oembed|metrics)\/?|\/pictures\/|\.(atom|json)$/
    const routes = all.app.routes.filter(({ method, path }) => method === 'GET' && !noPage.test(path))
    const more = [
      '/ei-ole',
      `${wall}?screen=1`,
      `${wall}?cursor=${next}`,
      `${wall}?family=tarinat`,
      `${wall}?layout=list`,
      `${wall}?channel=linkedin`,
      `${wall}?language=en&theme=dark`,
      `${desk}/embed?layout=list&theme=dark&limit=3`,
      '/fragment/kemijarvi/etusivu?layout=list&heading=0',
      '/fragment/kemijarvi/etusivu?channel=tiktok',
      `/digests/kemijarvi/${DONE}?revision=1`,
      `${desk}/inbox?state=shown`,
      `${desk}/lift?post=${all.post}`,
      `${desk}/audit?check=1`,
      `${desk}/digests/${TO_MAKE}`,
      `${desk}/digests/${TO_MAKE}/preview`,
      ...['feed', 'mastodon', 'matomo'].map((channel) => `${desk}/sources/new?channel=${channel}`),
    ]
    return [
      ...routes.flatMap(
        ({ path }) => examples[path] ?? path.replace(/:(\w+)/g, (whole, name) => fill[name] ?? whole),
      ),
      ...more,
    ]
  }
})

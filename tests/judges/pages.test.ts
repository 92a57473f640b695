// The Nu HTML checker on every page, fragment and style of ours; a new route is checked without being named here.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embedDiv, embedElement, embedFrame } from '../../services/domain/embed-code.ts'
import { makeLink } from '../../services/links.ts'
import { buildWidget } from '../../widgets/build.ts'
import { fillQuarters } from '../digest/quarter.ts'
import { DONE, type Everything, openEverything, TO_MAKE, TOKEN } from '../everything.ts'
import { makePerson, NOW } from '../makers.ts'
import { openHtmlJudge } from './html.ts'
import { judged } from './present.ts'

judged('the Nu HTML checker', ['java', 'vnu'], () => {
  let all: Everything
  let cookie: string
  const judge = openHtmlJudge()
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
    judge.drop()
  })

  test('finds nothing on any page or style, in any language', async () => {
    // The demo has things of every kind: what has a name that is made there is read there.
    const paths = (await listAddresses()).filter((path) => !path.includes(':'))
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
      judge.save(`${read.size}${path}`, endings[type], text)
      for (const [, style = ''] of text.matchAll(/href="(\/assets\/[^"]+\.(?:css|svg))"/g)) left.push(style)
    }
    const { style } = await buildWidget()
    judge.save('wall', 'css', Buffer.from(style.code).toString())
    const embed = { service: 'https://seina.example.fi', place: 'kemijarvi', wall: 'etusivu', language: 'fi' }
    for (const [name, write] of Object.entries({ embedElement, embedDiv, embedFrame }))
      judge.save(name, 'html', write({ ...embed, title: 'Kemijärvi & ”somessa”' }))
    expect(read.size).toBeGreaterThan(100)
    expect(await judge.check()).toEqual([])
  }, 300_000)

  const endings: Record<string, string> = { 'text/html': 'html', 'text/css': 'css', 'image/svg+xml': 'svg' }

  const inEveryLanguage = (path: string) =>
    ['fi', 'sv', 'en'].map((lang) => `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)

  /** Every address that answers a reader; one with a colon is a route whose parameters nobody names here. */
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
    // Pictures and scripts, and the town's own sign-in, which is not there; styles are found where pages name them.
    const noPage =
      /^\/desk\/(me\/)?town|^\/(api|media|widgets|assets|oembed|metrics)\/?|\/pictures\/|\.(atom|json)$/
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

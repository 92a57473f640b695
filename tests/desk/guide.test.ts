// Taking a channel into use: each channel's guide, texts with the place's own addresses, marks and who may set them.
import { expect, it } from 'vitest'
import { countDone, type Step } from '../../services/domain/guide.ts'
import { channels } from '../../workers/channels/index.ts'
import { meters } from '../../workers/meters/index.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const adapters = [...channels, ...meters]

onBothDatabases('the guide', (open) => {
  async function start() {
    const desk = openDesk(open(), { PUBLIC_URL: 'https://seina.example.fi', META_APP_ID: '1' })
    await makePlace(desk.deps.db)
    await makePlace(desk.deps.db, 'posio')
    // Behind https the cookie is bound to its host.
    const enter = async (...who: Parameters<typeof signInAs> extends [unknown, ...infer R] ? R : never) => {
      const login = await signInAs(desk, ...who)
      return { ...login, cookie: `__Host-${login.cookie}` }
    }
    const editor = await enter('editor', { name: 'Aino Kivelä' })
    const page = async (path: string, who = editor) => (await get(desk, `/desk/${path}`, who)).text()
    const mark = (step: string, done: '0' | '1', who = editor, at = 'kemijarvi/guide/instagram') =>
      post(desk, `/desk/${at}/${step}`, who, { done })
    return { db: desk.deps.db, enter, page, mark }
  }

  it('has a page for every channel and meter, with its steps in their order', async () => {
    const { page } = await start()
    const all = await page('kemijarvi/guide')
    for (const { name, guide } of adapters) {
      expect(all).toContain(`href="/desk/kemijarvi/guide/${name}"`)
      const html = await page(`kemijarvi/guide/${name}`)
      const ids = [...html.matchAll(/<li class="step" id="([^"]+)"/g)].map(([, id]) => id)
      expect(ids).toEqual([...guide.map(({ id }) => id), 'source'])
    }
  })

  it('makes the texts of the place’s own name and addresses, in English and in the reader’s language', async () => {
    const { page } = await start()
    const html = await page('kemijarvi/guide/instagram')
    for (const text of [
      'The controller is the municipality Kemijärvi.',
      'Rekisterinpitäjä on Kemijärvi.',
      'https://seina.example.fi/privacy/kemijarvi?lang=en',
      'https://seina.example.fi/remove?place=kemijarvi',
      'https://seina.example.fi/poista?place=kemijarvi',
      'https://seina.example.fi/walls/kemijarvi/etusivu?lang=en',
      'META_APP_ID on palvelun asetuksissa.',
      'META_APP_SECRET puuttuu palvelun asetuksista.',
    ])
      expect(html).toContain(text)
    for (const { name } of adapters)
      expect(await page(`kemijarvi/guide/${name}`)).not.toMatch(/\{\w+\}|undefined|ei ole julkinen/)
  })

  it('keeps who marked a step and when, first come, and takes it back; each with its audit', async () => {
    const { db, enter, page, mark } = await start()
    expect((await mark('meta.portfolio', '1')).headers.get('location')).toBe(
      '/desk/kemijarvi/guide/instagram#meta.portfolio',
    )
    await mark('meta.portfolio', '1', await enter('admin', { name: 'Mika Särkelä' }))
    expect(await db.selectFrom('step_mark').selectAll().execute()).toEqual([
      { place_id: 'kemijarvi', step: 'meta.portfolio', by: 'Aino Kivelä', at: NOW },
    ])
    // Facebook has the same step; another place has not taken it.
    for (const name of ['instagram', 'facebook'])
      expect(await page(`kemijarvi/guide/${name}`)).toContain('Tehty: Aino Kivelä, 25.11.2026')
    const other = await enter('editor', { place: 'posio' })
    expect(await page('posio/guide/instagram', other)).not.toContain('Tehty:')
    await mark('meta.portfolio', '0')
    await mark('meta.portfolio', '0')
    expect(await db.selectFrom('step_mark').selectAll().execute()).toEqual([])
    const audit = await db.selectFrom('audit').select(['action', 'object']).orderBy('id').execute()
    expect(audit).toEqual(
      ['step-done', 'step-undone'].map((action) => ({ action, object: 'meta.portfolio' })),
    )
  })

  it('leaves the operator’s steps to the operator, once for every place', async () => {
    const { db, enter, page, mark } = await start()
    for (const step of ['meta.terms', 'no.such']) expect((await mark(step, '1')).status).toBe(404)
    const operator = await enter(undefined, { operator: true, name: 'Olli Ylläpito' })
    expect((await mark('meta.terms', '1', operator, 'platforms')).status).toBe(303)
    expect((await mark('meta.portfolio', '1', operator, 'platforms')).status).toBe(404)
    expect(await page('platforms?place=posio', operator)).toContain('remove?place=posio')
    const other = await enter('editor', { place: 'posio' })
    expect(await page('posio/guide/facebook', other)).toContain('Tehty: Olli Ylläpito')
    expect(await page('kemijarvi/guide/facebook')).toContain('Tehty: Olli Ylläpito')
    const audit = await db.selectFrom('audit').select(['place_id', 'object']).execute()
    expect(audit).toEqual([{ place_id: null, object: 'meta.terms' }])
  })

  it('marks the last step by itself when a source of the channel has answered', async () => {
    const { db, page } = await start()
    const last = async () => (await page('kemijarvi/guide/feed')).split('id="source"')[1]
    expect(await last()).toContain('Ensimmäistä hakua ei ole vielä tehty')
    expect(await page('kemijarvi/guide/feed')).toContain('0 / 2 vaihetta tehty')
    await db.updateTable('source').set({ last_ok_at: NOW }).where('id', '=', 'uutiset').execute()
    expect(await last()).toContain('Haku on onnistunut, viimeksi 25.11.2026')
    expect(await page('kemijarvi/guide/feed')).toContain('1 / 2 vaihetta tehty')
  })

  it('says that platforms do not take an address that is not public', async () => {
    const desk = openDesk(open())
    await makePlace(desk.deps.db)
    const html = await (
      await get(desk, '/desk/kemijarvi/guide/youtube', await signInAs(desk, 'editor'))
    ).text()
    expect(html).toContain('http://127.0.0.1:8080 ei ole julkinen https-osoite')
  })
})

it.each([
  ['nothing', [], false, { done: 0, all: 3 }],
  ['a step', ['feed.address'], false, { done: 1, all: 3 }],
  ['a step that not everybody needs', ['meta.review'], false, { done: 0, all: 3 }],
  ['a mark of another channel', ['bluesky.account'], true, { done: 1, all: 3 }],
  ['everything', ['feed.address', 'wordpress.open'], true, { done: 3, all: 3 }],
])('progress counts %s as it is', (_, marked, visited, expected) => {
  const steps: Step[] = [
    { id: 'feed.address', who: 'team', takes: 'minutes' },
    { id: 'wordpress.open', who: 'web', takes: 'minutes' },
    { id: 'meta.review', who: 'operator', takes: 'weeks', optional: true },
  ]
  expect(countDone(steps, new Map(marked.map((id) => [id, true])), visited)).toEqual(expected)
})

// The lift's page: its comment and turns, missed weeks, marks, the time it took; and travel stories for anybody.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { endConsent, grantConsent } from '../../services/consents.ts'
import type { Act } from '../../services/curate.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { get, type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)

describe('the lift', () => {
  let database: Database
  let desk: TestDesk
  let me: Login
  let act: Act
  beforeAll(async () => {
    database = await openTestEmbedded()
    desk = openDesk(database)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await emptyDatabase(database)
    desk.now(NOW)
    await makePlace(database.db)
    me = await signInAs(desk, 'editor')
    const place = await findPlace(database.db, 'kemijarvi')
    if (!place) throw new Error('no place')
    act = { place, name: 'Johanna Kivelä', person: me.person, language: 'fi' }
  })
  const page = async (path = '/lift') => (await get(desk, `/desk/kemijarvi${path}`, me)).text()
  const send = (path: string, fields: Record<string, string | string[]>) =>
    post(desk, `/desk/kemijarvi${path}`, me, fields)
  const make = async (text: string, lang = 'fi') => {
    const account_id = await makeAccount(database.db)
    const { public_id } = await makePost(database.db, { account_id, text, lang })
    const given = { wall: true, digest: false, print: false, channels: false }
    const consent = await grantConsent(desk.deps, act, public_id, {
      ...{ scope: given, evidence: { kind: 'note', ref: 'x' }, askedHow: 'x', child: 'no', crop: false },
      ...{ until: null, covers: 'post' },
    })
    return { id: public_id, consent }
  }

  it('has the comment in the post’s language with the campaign’s hashtag, which can be chosen', async () => {
    await make('Snow', 'en')
    expect(await page()).toMatch(/lang="en">Thank you for this.*#tuhannenjayhdentyöntarinat</)
    await send('/lift/settings', {
      campaign: 'kemijarvi',
      relay: 'Mika Ollila\n\nJohanna Kivelä\nMika Ollila',
    })
    const after = await page()
    expect(after).toMatch(/Thank you for this.*#kemijärvi</)
    expect(after).toContain('Vuorossa Mika Ollila.')
    expect((await send('/lift/settings', { campaign: 'ei-ole', relay: '' })).status).toBe(404)
  })

  it('is timed from step to step, and tells who is suggested next', async () => {
    const { id } = await make('Lumi')
    const opened = String(NOW.getTime())
    desk.now(minutes(3))
    await send(`/posts/${id}/decisions`, { action: 'describe', version: '1', opened })
    expect(await page()).toContain('3 minuuttia tähän mennessä')
    desk.now(minutes(8))
    const step = String(minutes(4).getTime())
    await send(`/posts/${id}/decisions`, {
      action: 'lift',
      version: '1',
      opened: step,
      suggests: 'Tiina Ojala',
    })
    expect(await page()).toContain('Aikaa kului 7 minuuttia.')
    desk.now(new Date('2026-12-01T10:00:00Z'))
    me = await signInAs(desk, 'editor')
    const next = await page()
    expect(next).toContain('Aino Esimerkki ehdotti viimeksi: Tiina Ojala.')
    expect(next).toContain('Tavallisesti 7 minuuttia')
  })

  it('knows why a week has none, for weeks it looks back on', async () => {
    await send('/lift/weeks', { week: '2026-W48', reason: 'Syysloma' })
    expect(await page()).toContain('Syysloma')
    for (const week of ['2026-W49', '2020-W01'])
      expect((await send('/lift/weeks', { week, reason: 'x' })).status).toBe(400)
    expect((await send('/lift/weeks', { week: 'x', reason: 'x' })).status).toBe(400)
  })

  it('of a marked post says what it waits for, and does not offer it', async () => {
    const { id } = await make('Lapsi')
    await send(`/posts/${id}/marks`, { child: '1', timeless: '1' })
    expect(await page(`/lift?post=${id}`)).toContain('Huoltajan lupa puuttuu')
    expect(await page()).toContain('Ehdokkaita ei ole vielä')
    await send(`/posts/${id}/marks`, { timeless: '1' })
    expect(await page()).toContain('Lapsi')
    expect((await send('/posts/p_aaaaaaaaaaaa/marks', {})).status).toBe(404)
  })

  it('makes a story that anybody can read, and that loses what its author takes back', async () => {
    const one = await make('Ensimmäinen pysäkki')
    const two = await make('Toinen pysäkki')
    for (const { id } of [one, two]) await send(`/posts/${id}/decisions`, { action: 'lift', version: '1' })
    const words = { title_fi: 'Matka <b>järvelle</b>', text_fi: 'Alku.\n\nLoppu.', title_en: '', text_en: '' }
    expect((await send('/journeys', { ...words, title_fi: '' })).status).toBe(400)
    const made = await send('/journeys', { ...words, post: [two.id, one.id] })
    const [, id = ''] = /journeys\/(j_[a-z2-7]{12})/.exec(made.headers.get('location') ?? '') ?? []
    const read = () => get(desk, `/matka/kemijarvi/${id}?lang=fi`)
    expect((await read()).status).toBe(404)
    await send(`/journeys/${id}`, { ...words, post: [two.id, one.id], do: 'publish' })
    const story = await (await read()).text()
    expect(story).toContain('Matka &lt;b&gt;järvelle')
    expect(story).toContain('<p>Alku.</p><p>Loppu.</p>')
    expect(story.indexOf('Toinen pysäkki')).toBeLessThan(story.indexOf('Ensimmäinen pysäkki'))
    expect(await (await get(desk, `/matka/kemijarvi/${id}?lang=en`)).text()).toContain('<p lang="fi">Alku.')
    await endConsent(desk.deps, act, two.id, two.consent)
    expect(await (await read()).text()).not.toContain('Toinen pysäkki')
    await send(`/journeys/${id}`, { do: 'unpublish' })
    expect((await read()).status).toBe(404)
    await send(`/journeys/${id}`, { do: 'remove' })
    expect((await send(`/journeys/${id}`, { do: 'save' })).status).toBe(404)
  })
})

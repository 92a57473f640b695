// Campaigns by forms alone: card, counters, doors, contest, money, follow-up, and what the public page tells.
import { beforeEach, describe, expect, it } from 'vitest'
import { makeAccount, makePlace, makePost } from '../makers.ts'
import { get, type Login, signInAs } from './desk.ts'
import { standAtDesk } from './stand.ts'

describe('a campaign', () => {
  const stand = standAtDesk('writer', { name: 'Johanna', now: '2026-12-05T09:00:00Z' })
  const { page, send } = stand
  let curator: Login
  beforeEach(async () => {
    curator = await signInAs(stand.desk, 'curator', { name: 'Aino' })
  })
  const card = {
    ...{ label: 'Hyvät teot', kind: 'trial', tags: '#hyvätteot #HyvätTeot', owner: 'järjestöt' },
    ...{ from_day: '2026-11-01', to_day: '2026-12-24' },
  }
  const start = async (more: Record<string, string> = {}) => {
    const made = await send('/campaigns', { ...card, ...more })
    const way = made.headers.get('location')?.replace(/^\/desk\/kemijarvi|\?.*/g, '') ?? ''
    return { way, id: way.split('/').at(-1) ?? '', open: (lang = 'fi') => read(way, lang) }
  }
  const read = (way: string, lang: string) =>
    get(stand.desk, `/kampanja/kemijarvi/${way.split('/').at(-1)}?lang=${lang}`)

  it('has a card that says who changed what of it last, and refuses days in the wrong order', async () => {
    expect((await send('/campaigns', { ...card, to_day: '2026-10-01' })).status).toBe(400)
    const { way } = await start()
    const changed = { ...card, topic: 'Haastekampanja', lessons: 'Paikallislehti mukaan' }
    expect((await send(way, changed)).status).toBe(303)
    const html = await page(way)
    expect(html).toContain('Viimeisin päivitys 5.12.2026, päivittäjä Johanna.')
    expect(html).toContain('Päivitetyt kohdat: aihe, opit.')
    expect(html).toContain('#hyvätteot')
    const wrong = await send(way, { ...changed, to_day: '2026-10-01', purpose: 'Sata <b>' })
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('Sata &lt;b&gt;')])
    expect((await send('/campaigns/k_aaaaaaaaaaaa', card)).status).toBe(404)
  })

  it('is not written over unseen when two change it at once, and what was typed stays', async () => {
    const { way } = await start({ kind: 'calendar' })
    const html = await page(way)
    const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? ''
    stand.desk.now(new Date('2026-12-05T09:01:00Z'))
    expect((await send(way, { ...card, seen, kind: 'calendar', topic: 'Teot' })).status).toBe(303)
    const late = await send(way, { ...card, seen, kind: 'calendar', lessons: 'Torilla' })
    expect([late.status, await late.text()]).toEqual([409, expect.stringMatching(/Johanna muutti.*Torilla/s)])
    const doors = (text: string) => send(`${way}/doors`, { doors: text, was: '' })
    expect((await doors('1.12. Aamu')).status).toBe(303)
    expect((await doors('1.12. Ilta')).status).toBe(409)
    expect((await send(`${way}/doors`, { doors: '1.12. Ilta', was: '1.12.2026 Aamu' })).status).toBe(303)
    const told = (body: string) => send(`${way}/follow-ups`, { months: '3', body, was: '' })
    expect((await told('Ensin')).status).toBe(303)
    const second = await told('Sitten')
    expect([second.status, await second.text()]).toEqual([409, expect.stringContaining('Sitten')])
  })

  it('counts contacts, deeds and posts against what was aimed at', async () => {
    const { way, open } = await start()
    await makePost(stand.database.db, {
      text: 'Talkoot #hyvätteot',
      published_at: new Date('2026-11-10T10:00:00Z'),
    })
    await makePost(stand.database.db, {
      text: 'Ennen #hyvätteot',
      published_at: new Date('2026-10-31T20:00:00Z'),
    })
    for (const [kind, label, aim] of [
      ['other', 'Tekoja', '25'],
      ['contacts', 'Yhteydenottoja', ''],
      ['posts', 'Julkaisuja', '10'],
    ] as const)
      expect((await send(`${way}/counters`, { kind, label, aim })).status).toBe(303)
    const [deeds = '', contacts = ''] = [...(await page(way)).matchAll(/name="counter" value="(z_\w+)"/g)]
      .map((one) => one[1])
      .filter((one, nth, all) => all.indexOf(one) === nth)
    const mark = { counter: deeds, day: '2026-11-20', told: 'Lumityöt <naapurille>' }
    await send(`${way}/marks`, { ...mark, n: '27' })
    await send(`${way}/marks`, { counter: deeds, day: '2026-11-21', n: '1' })
    await send(`${way}/marks`, { counter: contacts, day: '2026-11-21', n: '4', told: 'Soittaja' })
    expect((await send(`${way}/marks`, { ...mark, n: '0' })).status).toBe(400)
    expect((await send(`${way}/marks`, { ...mark, counter: 'z_aaaaaaaaaaaa', n: '1' })).status).toBe(404)
    const html = await page(way)
    for (const told of ['28/25', '1/10', '+27']) expect(html).toContain(told)
    await send(`${way}/publish`, { do: 'publish' }, curator)
    const shown = await (await open()).text()
    expect(shown).toContain('Lumityöt &lt;naapurille&gt;')
    expect(shown).toContain('28/25')
    for (const hidden of ['Yhteydenottoja', 'Soittaja', 'Johanna']) expect(shown).not.toContain(hidden)
    const marked = /name="mark" value="(f_\w+)"/.exec(await page(way))?.[1] ?? ''
    expect((await send(`${way}/remove`, { mark: marked })).status).toBe(303)
    await send(`${way}/remove`, { counter: deeds })
    expect(await page(way)).not.toContain('28/25')
  })

  it('is public only once a curator has published it, in three languages, without script or cookie', async () => {
    const { way, open } = await start({ title_fi: 'Sata tekoa', title_en: 'A hundred deeds' })
    expect((await open()).status).toBe(404)
    expect((await send(`${way}/publish`, { do: 'publish' })).status).toBe(403)
    await send(`${way}/publish`, { do: 'publish' }, curator)
    const answer = await open()
    const html = await answer.text()
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
    expect(html).toMatch(/<html lang="fi">.*<h1>Sata tekoa<\/h1>/s)
    expect(html).not.toMatch(/<script|style=/)
    expect(await (await open('sv')).text()).toMatch(/<html lang="sv">.*<h1 lang="fi">Sata tekoa.*Pågår nu/s)
    expect(await (await open('en')).text()).toContain('<h1>A hundred deeds</h1>')
    await send(`${way}/publish`, { do: 'unpublish' }, curator)
    expect((await open()).status).toBe(404)
  })

  it('shows on its wall what may be shown of its own days and tags, and nothing else', async () => {
    const { way, open } = await start()
    await send(`${way}/publish`, { do: 'publish' }, curator)
    const at = (day: string) => new Date(`2026-11-${day}T10:00:00Z`)
    const own = await makeAccount(stand.database.db, { kind: 'own', name: 'Kaupunki' })
    const resident = await makeAccount(stand.database.db)
    const text = (one: string) => `${one} #hyvätteot`
    const shown = { state: 'shown' as const }
    await makePost(stand.database.db, {
      ...shown,
      account_id: own,
      text: text('Oma teko'),
      published_at: at('10'),
    })
    await makePost(stand.database.db, {
      ...shown,
      account_id: own,
      text: 'Toinen #kemijärvi',
      published_at: at('10'),
    })
    await makePost(stand.database.db, {
      account_id: resident,
      text: text('Odottava'),
      published_at: at('11'),
    })
    await makePost(stand.database.db, {
      ...{ ...shown, account_id: resident, text: text('Luvaton') },
      published_at: at('12'),
    })
    const html = await (await open()).text()
    expect(html).toContain('Oma teko')
    for (const hidden of ['Toinen', 'Odottava', 'Luvaton', 'Aino Esimerkki'])
      expect(html).not.toContain(hidden)
  })

  it('a calendar opens its doors day by day and lets nothing out before', async () => {
    const { way, open } = await start({ kind: 'calendar', from_day: '2026-12-01' })
    const wrong = await send(`${way}/doors`, { doors: '1.12. Aamu\nkaksi' })
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringMatching(/Rivi 2: rivi ei ala päivällä\..*1\.12\. Aamu\nkaksi/s),
    ])
    const doors = '1.12. Aamu https://example.org/1\n5.12. Tänään\n6.12. Huomenna'
    expect((await send(`${way}/doors`, { doors })).status).toBe(303)
    await send(`${way}/publish`, { do: 'publish' }, curator)
    const html = await (await open()).text()
    expect(html).toContain('<a href="https://example.org/1">Aamu</a>')
    expect(html).toContain('Tänään')
    expect(html).toContain('Avautuu 6.12.')
    expect(html).not.toContain('Huomenna')
    // Midnight of the place, not of the service.
    stand.desk.now(new Date('2026-12-05T22:30:00Z'))
    expect(await (await open()).text()).toContain('Huomenna')
  })

  it('a contest is entered by its tag; a winner is shown as far as its author allows', async () => {
    const { way, open } = await start({ kind: 'contest' })
    const own = await makeAccount(stand.database.db, { kind: 'own' })
    const at = new Date('2026-11-10T10:00:00Z')
    const one = await makePost(stand.database.db, {
      ...{ account_id: own, text: 'Kuva #hyvätteot', published_at: at, state: 'shown' },
    })
    const other = await makePost(stand.database.db, { text: 'Salattu #hyvätteot', published_at: at })
    expect(await page(way, curator)).toContain('Kilpailussa mukana: 2')
    await send(`${way}/publish`, { do: 'publish' }, curator)
    for (const { public_id } of [one, other])
      expect((await send(`${way}/winners`, { post: public_id, won: '1' }, curator)).status).toBe(303)
    const html = await (await open()).text()
    expect(html).toMatch(/Voittajat.*Kuva/s)
    expect(html).not.toContain('Salattu')
    await send(`${way}/winners`, { post: one.public_id, won: '0' }, curator)
    expect(await (await open()).text()).not.toContain('Voittajat')
    expect((await send(`${way}/winners`, { post: 'p_aaaaaaaaaaaa', won: '1' }, curator)).status).toBe(404)
  })

  it('a contest of a joint place is entered by what its members show', async () => {
    const { db } = stand.database
    await makePlace(db, 'posio')
    await db.updateTable('place').set({ name: '{"fi":"Posio"}' }).where('id', '=', 'posio').execute()
    await db.updateTable('place').set({ members: '["posio"]' }).where('id', '=', 'kemijarvi').execute()
    const { way, open } = await start({ kind: 'contest' })
    const account_id = await makeAccount(db, { place: 'posio', kind: 'own' })
    const at = { place: 'posio', published_at: new Date('2026-11-10T10:00:00Z'), account_id }
    const url = 'https://example.org/posio/kuva'
    const shown = await makePost(db, { ...at, url, text: 'Posion kuva #hyvätteot', state: 'shown' })
    const waiting = await makePost(db, { ...at, text: 'Odottava #hyvätteot' })
    const html = await page(way, curator)
    expect(html).toContain('Kilpailussa mukana: 1')
    expect(html).toMatch(new RegExp(`href="${url}">Posion kuva.*Posio ·`, 's'))
    const win = (id: string) => send(`${way}/winners`, { post: id, won: '1' }, curator)
    expect((await win(waiting.public_id)).status).toBe(404)
    expect((await win(shown.public_id)).status).toBe(303)
    await send(`${way}/publish`, { do: 'publish' }, curator)
    expect(await (await open()).text()).toMatch(/Voittajat.*Posion kuva/s)
  })

  it('has its money by year in cents, against what the year has for trials', async () => {
    const { way } = await start()
    expect((await send(`${way}/money`, { year: '2026', granted: 'paljon' })).status).toBe(400)
    await send(`${way}/money`, { year: '2026', granted: '500', used: '99,50' })
    await send(`${way}/money`, { year: '2027', granted: '100' })
    await send('/campaigns/budget', { year: '2026', amount: '400' })
    expect(await page(way)).toContain('myönnetty 500\u00a0€, käytetty 99,50\u00a0€')
    const list = await page('/campaigns')
    expect(list).toContain('Varattu 400\u00a0€, myönnetty 500\u00a0€, käytetty 99,50\u00a0€.')
    expect(list).toContain('Myönnetty 100\u00a0€ yli varatun.')
    await send(`${way}/money`, { year: '2027', granted: '', used: '' })
    const kept = await stand.database.db
      .selectFrom('campaign_money')
      .select(['year', 'granted', 'used'])
      .execute()
    expect(kept).toEqual([{ year: 2026, granted: 50_000, used: 9_950 }])
  })

  it('is asked after three and six months, and then tells what stays', async () => {
    const { way, open } = await start({
      from_day: '2026-08-01',
      to_day: '2026-09-05',
      stays: 'Kiertokapula jää.',
    })
    expect(await page('/campaigns')).toContain('3 kuukautta päättymisestä, aika oli 5.12.2026')
    await send(`${way}/follow-ups`, { months: '3', body: 'Kuusi jatkaa.' })
    expect((await send(`${way}/follow-ups`, { months: '4', body: 'x' })).status).toBe(400)
    expect(await page('/campaigns')).not.toContain('Seuranta odottaa')
    expect(await page(way)).toContain('Tehty, kirjasi Johanna.')
    await send(`${way}/publish`, { do: 'publish' }, curator)
    const html = await (await open()).text()
    expect(html).toContain('Kiertokapula jää.')
    expect(html).not.toContain('Osallistu julkaisemalla')
  })
})

// Walls set up at the desk: added, changed and removed by the rules of the place file, and shown at once.
import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit.ts'
import { findPlace, listWalls } from '../../db/places.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, makePost, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

type Form = Record<string, string | string[]>
const good: Form = {
  is: 'new',
  id: 'tarinat',
  label_fi: 'Työtarinat',
  label_en: 'Work stories',
  families: 'tarinat',
  channels: ['feed', 'mastodon'],
  show: '6',
  lead: ['kemijarvi', 'tarinat'],
  count: '2',
  moderation: 'open',
  action_0_fi: 'Varaa aika',
  action_0_url: 'https://example.org/varaa',
  action_0_id: 'varaa',
}

onBothDatabases('walls', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const me = await signInAs(desk, 'editor')
    const page = async (path = '') => (await get(desk, `/desk/kemijarvi/walls${path}`, me)).text()
    const send = (form: Form, path = '') => post(desk, `/desk/kemijarvi/walls${path}`, me, form)
    const walls = () => listWalls(db, 'kemijarvi')
    const wall = async (id: string) => (await walls()).find((one) => one.id === id)
    const answer = (id: string) => desk.app.request(`/api/v1/walls/kemijarvi/${id}`)
    return { desk, db, me, page, send, walls, wall, answer }
  }

  it('one that is added answers at once, with its code on the embed page, and is in the record', async () => {
    const { desk, db, me, send, wall, answer } = await start()
    expect((await answer('tarinat')).status).toBe(404)
    const { status, headers } = await send(good)
    expect([status, headers.get('location')]).toEqual([303, '/desk/kemijarvi/walls?saved=1#tarinat'])
    expect(await wall('tarinat')).toMatchObject({
      label: { fi: 'Työtarinat', en: 'Work stories' },
      families: ['tarinat'],
      channels: ['feed', 'mastodon'],
      show: 6,
      lead: { families: ['kemijarvi', 'tarinat'], count: 2 },
      moderation: 'open',
      actions: [{ id: 'varaa', label: { fi: 'Varaa aika' }, url: 'https://example.org/varaa' }],
      position: 1,
    })
    const told = (await (await answer('tarinat')).json()) as { wall: { actions: unknown[] } }
    expect(told.wall.actions).toHaveLength(1)
    const embed = await (await get(desk, '/desk/kemijarvi/embed?wall=tarinat', me)).text()
    expect(embed).toContain('wall=&quot;tarinat&quot;')
    expect((await listAudit(db, 'kemijarvi', undefined, 9)).map((one) => [one.action, one.object])).toEqual([
      ['wall-added', 'tarinat'],
    ])
  })

  it('a change is in the next answer, and without families there is no lead', async () => {
    const { send, wall, answer } = await start()
    expect(await (await answer('etusivu')).json()).toMatchObject({ wall: { label: 'Kemijärvi somessa' } })
    const { is, lead, ...rest } = good
    expect((await send({ ...rest, id: 'etusivu' })).status).toBe(303)
    expect(await (await answer('etusivu')).json()).toMatchObject({ wall: { label: 'Työtarinat' } })
    expect(await wall('etusivu')).toMatchObject({ lead: null, position: 0 })
  })

  it('the form sent as it stands changes nothing', async () => {
    const { page, send, walls } = await start()
    await send(good)
    const before = await walls()
    const html = await page()
    for (const [, form = ''] of html.matchAll(
      /<form method="post" action="[^"]*\/walls" class="settings">(.*?)<\/form>/gs,
    )) {
      const fields: Record<string, string[]> = {}
      for (const [input] of form.matchAll(/<input [^>]*>/g)) {
        const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]
        if (/ type="(checkbox|radio)"/.test(input) && !/ checked/.test(input)) continue
        const name = of('name') ?? ''
        if (name !== 'csrf') fields[name] = [...(fields[name] ?? []), of('value') ?? '']
      }
      const { status } = await send(fields)
      expect(status).toBe(fields.is ? 400 : 303)
    }
    expect(await walls()).toEqual(before)
  })

  const bad: [string, Form, string][] = [
    ['an id that is none', { id: 'Työ tarinat' }, 'Tunnus: 2–40 merkkiä'],
    ['no title', { label_fi: ' ', label_en: '' }, 'Otsikko: kirjoita se ainakin yhdellä kielellä.'],
    ['too many posts', { show: '51' }, 'kokonaisluku 1–50'],
    ['no number of posts', { show: '' }, 'kokonaisluku 1–50'],
    ['half a post', { show: '1.5' }, 'kokonaisluku 1–50'],
    ['a family that is none', { families: ['tarinat', 'muu'] }, 'Aihetunnisteet: valittua ei enää ole.'],
    ['a lead of a family that is none', { lead: 'muu' }, 'Kärki: aihetunnisteet, jotka ovat olemassa'],
    ['a lead of seven', { count: '7' }, 'määrä 1–6'],
    ['a channel that is none', { channels: 'radio' }, 'Kanavat: valittua ei ole.'],
    ['no word on who decides', { moderation: '' }, 'Valitse, mitä seinälle pääsee.'],
    ['an address that runs something', { action_0_url: 'javascript:alert(1)' }, 'Askel 1: anna teksti'],
    [
      'two steps of one id',
      { action_1_fi: 'Toinen', action_1_url: 'https://example.org/', action_1_id: 'varaa' },
      'Askel 2: anna teksti',
    ],
  ]
  it.each(bad)('%s is told in words and nothing is kept', async (_what, more, words) => {
    const { send, wall } = await start()
    const answer = await send({ ...good, ...more })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain(words)
    expect(html).toContain('value="Varaa aika"')
    expect(await wall('tarinat')).toBeUndefined()
  })

  it('tells everything that is wrong at once', async () => {
    const { send } = await start()
    const html = await (await send({ ...good, id: '', show: '0', action_0_fi: '' })).text()
    for (const words of ['Tunnus: 2–40', 'Julkaisujen määrä', 'Askel 1']) expect(html).toContain(words)
  })

  it('an id is used once, and an unknown wall is not found', async () => {
    const { send, wall } = await start()
    expect((await send({ ...good, id: 'etusivu' })).status).toBe(409)
    expect(await wall('etusivu')).toMatchObject({ show: 12 })
    const { is, ...rest } = good
    expect((await send(rest)).status).toBe(404)
    expect((await send({}, '/muu/remove')).status).toBe(404)
  })

  it('is removed after a question, with what is pinned on it alone; its counts stay', async () => {
    const { db, page, send, walls, answer } = await start()
    const { id } = await makePost(db)
    const pin = { place_id: 'kemijarvi', post_id: id, at: NOW }
    await db
      .insertInto('pin')
      .values([
        { ...pin, wall_id: 'etusivu' },
        { ...pin, wall_id: '' },
      ])
      .execute()
    const day = {
      place_id: 'kemijarvi',
      wall_id: 'etusivu',
      day: '2026-11-24',
      event: 'view',
      subject: '',
    } as const
    await db
      .insertInto('wall_day')
      .values({ ...day, n: 3 })
      .execute()
    expect((await answer('etusivu')).status).toBe(200)
    expect(await page()).toContain('href="/desk/kemijarvi/walls/etusivu/remove"')
    const asked = await page('/etusivu/remove')
    expect(asked).toContain('Poistetaanko seinä ”Kemijärvi somessa”?')
    expect(await walls()).toHaveLength(1)
    expect((await send({}, '/etusivu/remove')).status).toBe(303)
    expect(await walls()).toEqual([])
    expect((await answer('etusivu')).status).toBe(404)
    expect(await db.selectFrom('pin').select('wall_id').execute()).toEqual([{ wall_id: '' }])
    expect(await db.selectFrom('wall_day').select('n').execute()).toEqual([{ n: 3 }])
    expect((await findPlace(db, 'kemijarvi'))?.revision).toBe(1)
  })
})

// The clock at the desk: taken into use, worked through, moved, seen as a year, and subscribed to as a calendar.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listClockItems } from '../../db/clock.ts'
import type { Database } from '../../db/open.ts'
import { openTestEmbedded } from '../db.ts'
import { readCalendar } from '../ical.ts'
import { makePerson, makePlace } from '../makers.ts'
import { get, type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

const at = (day: string) => new Date(`${day}T08:00:00Z`)

describe('the clock', () => {
  let database: Database
  let desk: TestDesk
  let editor: Login
  /** On another day, when everybody signs in anew. */
  const on = async (day: string) => {
    desk.now(at(day))
    editor = await signInAs(desk, 'editor')
  }
  beforeAll(async () => {
    database = await openTestEmbedded()
    for (const id of ['kemijarvi', 'posio']) await makePlace(database.db, id)
    await makePlace(database.db, 'lappi')
    await database.db
      .updateTable('place')
      .set({ members: '["posio","kemijarvi"]' })
      .where('id', '=', 'lappi')
      .execute()
    await database.db.updateTable('place').set({ name: '{"fi":"Posio"}' }).where('id', '=', 'posio').execute()
    desk = openDesk(database)
    await on('2026-01-02')
    await post(desk, '/desk/kemijarvi/clock/usual', editor, {})
  })
  beforeEach(() => on('2026-01-02'))
  afterAll(() => database.close())

  const read = async (path = '', place = 'kemijarvi', login = editor) =>
    (await get(desk, `/desk/${place}/clock${path}`, login)).text()
  const mark = (round: string, fields: Record<string, string>, login = editor) =>
    post(desk, `/desk/kemijarvi/clock/rounds/${round}`, login, fields)
  const calendar = async (query = '') =>
    readCalendar(await (await desk.app.request(`/calendar/kemijarvi.ics${query}`)).text())
  const dayOf = async (uid: string) =>
    (await calendar()).events.find((one) => one.UID === uid)?.['DTSTART;VALUE=DATE']

  it('begins with the year of the source documents, once, and with the duties that it names', async () => {
    await post(desk, '/desk/kemijarvi/clock/usual', editor, {})
    const items = await database.db.selectFrom('clock_item').select(['id', 'duty_id', 'revision']).execute()
    expect(items).toHaveLength(11)
    expect(items.every((one) => one.duty_id && one.revision === 0)).toBe(true)
    expect(await read('', 'posio', await signInAs(desk, 'editor', { place: 'posio' }))).toContain(
      'Kellossa ei ole vielä mitään',
    )
  })

  it('says aloud that nobody holds a duty, or that the deputy stands in', async () => {
    expect(await read()).toContain('ei vastaavaa eikä sijaista nyt')
    const deputy = await makePerson(database.db, { role: 'writer' })
    await database.db
      .insertInto('duty_holder')
      .values({
        place_id: 'kemijarvi',
        duty_id: 'comms-lead',
        deputy: true,
        person_id: deputy,
        since: at('2026-01-01'),
      })
      .execute()
    expect(await read()).toContain('Viestinnästä vastaava: ei vastaavaa nyt, sijaisena')
  })

  it('lists what is late first; what is done goes, and comes back when it is opened again', async () => {
    // 10 January 2026 is a Saturday.
    await on('2026-01-13')
    const late = async () => / id="late">.*?<\/section>/s.exec(await read())?.[0] ?? ''
    expect(await late()).toContain('Koosteen tiedot valmiiksi')
    expect((await mark('numbers/2026-q1', { move: 'done' })).status).toBe(303)
    expect(await late()).not.toContain('Koosteen tiedot valmiiksi')
    expect((await mark('numbers/2026-q1', { move: 'done' })).status).toBe(409)
    const undo = 'action="/desk/kemijarvi/clock/rounds/numbers/2026-q1"'
    expect(await read('?saved=1&done=numbers/2026-q1')).toContain(undo)
    expect(await read('/years/2026?as=list')).toContain(undo)
    await mark('numbers/2026-q1', { move: 'open' })
    expect(await late()).toContain('1 päivän myöhässä')
    expect((await mark('numbers/2026-q9', { move: 'done' })).status).toBe(404)
  })

  it('moves a round off a holiday, tells why, and the calendar follows under the same id', async () => {
    await on('2026-01-13')
    const uid = 'kemijarvi.plan.2026-02-20@127.0.0.1'
    expect(await dayOf(uid)).toBe('20260220')
    // Good Friday becomes the Tuesday after Easter.
    await mark('plan/2026-02-20', {
      move: 'moved',
      day: '2026-04-03',
      reason: 'Hallitus kokoontuu vasta silloin',
    })
    expect(await read()).toContain('Hallitus kokoontuu vasta silloin')
    const moved = (await calendar()).events.find((one) => one.UID === uid)
    expect([moved?.['DTSTART;VALUE=DATE'], moved?.SEQUENCE]).toEqual(['20260407', '1'])
    expect((await mark('plan/2026-02-20', { move: 'moved', day: '2025-12-01' })).status).toBe(400)
    expect((await mark('plan/2026-02-20', { move: 'moved', day: '2027-01-04' })).status).toBe(400)
  })

  it('shows a year on one page and as a list, and the members of a joint place in the file’s order', async () => {
    await on('2026-02-03')
    const page = await read('/years/2026')
    expect(page.match(/<section[^>]*aria-labelledby="m-2026/g)).toHaveLength(12)
    expect(page).toContain('Viikkonosto: 0/4 viikkoa')
    const list = await read('/years/2026?as=list')
    expect(list.indexOf('myöhässä')).toBeLessThan(list.indexOf('jäi väliin'))
    const joint = await read('/years/2026', 'lappi', await signInAs(desk, 'reader', { place: 'lappi' }))
    const names = [...joint.matchAll(/<th scope="row">([^<]*)<\/th>/g)].map(([, name]) => name)
    expect(names).toEqual(['Posio', 'Kemijärvi'])
    expect(await read('/years/1999')).toContain('Sivua ei löydy')
  })

  it('takes new items and changed cycles, and refuses one that would never come, with a sentence', async () => {
    const save = (fields: Record<string, string | string[]>) =>
      post(desk, '/desk/kemijarvi/clock/items', editor, { duty: 'makers', leads: '14, 2', ...fields })
    const never = await save({ label_fi: 'Karkauspäivän juhla', every: 'year', dates: '30.2.' })
    expect([never.status, await never.text()]).toEqual([
      400,
      expect.stringContaining('Sellaista päivää ei ole'),
    ])
    expect((await save({ label_fi: 'Suora lähetys', every: 'week', on: ['mon', 'fri'] })).status).toBe(303)
    expect((await save({ label_fi: 'Juhla', every: 'once', once: '2026-03-02' })).status).toBe(303)
    await on('2026-04-14')
    await save({ id: 'freeze', label_fi: 'Lukitus', every: 'quarter', on_day: '20' })
    const rows = await database.db
      .selectFrom('clock_item')
      .select(['id', 'label', 'history', 'leads'])
      .execute()
    expect(rows.find(({ id }) => id === 'freeze')?.history.map(({ from }) => from)).toEqual([
      '2026-01-02',
      '2026-04-14',
    ])
    const live = rows.find(({ label }) => label.fi === 'Suora lähetys')
    expect([live?.history[0]?.cycle, live?.leads]).toEqual([{ every: 'week', on: ['mon', 'fri'] }, [14, 2]])
    expect(await read('/items')).toContain('value="2026-03-02"')
    // The same again is no change of the cycle.
    await on('2026-04-15')
    await save({ id: 'freeze', label_fi: 'Lukitus', every: 'quarter', on_day: '20' })
    expect(
      (await listClockItems(database.db, ['kemijarvi'])).find(({ id }) => id === 'freeze')?.history,
    ).toHaveLength(2)
    expect((await post(desk, `/desk/kemijarvi/clock/items/${live?.id}/end`, editor, {})).status).toBe(303)
    expect(await read('/items')).not.toContain('Suora lähetys')
  })

  it('is not written over unseen when two change an item at once, and what was typed stays', async () => {
    const one = { id: 'channels', duty: 'makers', leads: '14', every: 'year', dates: '10.2.', seen: '0' }
    const save = (label_fi: string, more = {}) =>
      post(desk, '/desk/kemijarvi/clock/items', editor, { ...one, label_fi, ...more })
    expect((await save('Kanavat läpi')).status).toBe(303)
    const late = await save('Kanavien läpikäynti', { dates: '12.2.' })
    const html = await late.text()
    expect([late.status, html]).toEqual([409, expect.stringContaining('value="Kanavien läpikäynti"')])
    expect(html).toContain('value="12.2."')
    expect((await save('Kanavien läpikäynti', { seen: '1' })).status).toBe(303)
    await post(desk, '/desk/kemijarvi/clock/items/channels/end', editor, {})
    const gone = await save('Kanavat taas', { seen: '2' })
    expect([gone.status, await gone.text()]).toEqual([
      409,
      expect.stringMatching(/name="id" value="".*value="Kanavat taas"/s),
    ])
  })

  it('is a calendar of the place and of each duty that names no person', async () => {
    const all = await calendar()
    const group = await calendar('?duty=group-lead')
    expect(new Set(group.events.map((one) => one.CATEGORIES))).toEqual(new Set(['Viestintäryhmän vetäjä']))
    expect([all.events.length > group.events.length, group.events.length > 0]).toEqual([true, true])
    const { headers } = await desk.app.request('/calendar/kemijarvi.ics')
    const again = { 'if-none-match': headers.get('etag') ?? '' }
    expect((await desk.app.request('/calendar/kemijarvi.ics', { headers: again })).status).toBe(304)
    for (const path of ['muualla.ics', 'kemijarvi.ics?duty=muu'])
      expect((await desk.app.request(`/calendar/${path}`)).status).toBe(404)
  })

  it('is a calendar of the place’s own days: the same bytes whatever zone the process runs in', async () => {
    const before = process.env.TZ
    const seen = new Set<string>()
    const offsets = new Set<number>()
    // In Helsinki the first of October has begun, and summer time ends within the year that is shown.
    desk.now(new Date('2026-09-30T21:30:00Z'))
    for (const zone of ['UTC', 'Europe/Helsinki', 'America/Los_Angeles', 'Pacific/Auckland']) {
      process.env.TZ = zone
      offsets.add(new Date('2026-09-30T21:30:00Z').getTimezoneOffset())
      seen.add(await (await desk.app.request('/calendar/kemijarvi.ics')).text())
    }
    process.env.TZ = before
    expect([seen.size, offsets.size]).toEqual([1, 4])
    expect([...seen][0]).toContain('DTSTART;VALUE=DATE:20261015')
  })
})

// Feedback without a login: kept and counted, once for each sending, in words for every mistake, in three languages.
import { expect, it } from 'vitest'
import { listHeard } from '../../db/heard.ts'
import { makeFormKey } from '../../services/form-key.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { payloads } from '../widgets/payloads.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const all = { from: '2026-01-01', to: '2027-01-01' }

onBothDatabases('feedback', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const key = () => makeFormKey(desk.deps, 'feedback kemijarvi')
    const send = (fields: Record<string, string>, path = '/palaute/kemijarvi') =>
      post(desk, path, undefined, { key: key(), ...fields })
    const notes = () => db.selectFrom('note').select(['kind', 'day', 'body', 'by']).orderBy('id').execute()
    return { desk, db, key, send, notes }
  }

  it('is a note of the place, and where somebody heard of us is counted apart from it', async () => {
    const { desk, db, send, notes } = await start()
    const page = await get(desk, '/palaute/kemijarvi')
    const html = await page.text()
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null])
    for (const words of ['Mistä kuulit meistä?', 'name="website"', 'name="key"'])
      expect(html).toContain(words)
    const answer = await send({ text: 'Kiitos seinästä', grade: '4', heard: 'friend' })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
    await send({ text: 'Toinen', heard: 'friend' }, '/respons/kemijarvi')
    await send({ text: 'Kolmas' }, '/feedback/kemijarvi')
    expect((await notes()).map((one) => one.body)).toEqual(['4/5 Kiitos seinästä', 'Toinen', 'Kolmas'])
    expect((await notes())[0]).toMatchObject({ kind: 'feedback', day: '2026-11-25', by: 'palautteen antaja' })
    expect(await listHeard(db, 'kemijarvi', all)).toEqual([{ answer: 'friend', n: 2 }])
    const desk2 = await (await get(desk, '/desk/kemijarvi/notes', await signInAs(desk, 'writer'))).text()
    expect(desk2).toContain('ystävältä tai sukulaiselta: 2')
  })

  it('counts once however often it is sent, and not with a key that is old, foreign, altered or missing', async () => {
    const { desk, key, send, notes } = await start()
    const mine = key()
    const twice = await Promise.all([1, 2].map(() => send({ text: 'Sama', key: mine })))
    expect(twice.map((one) => one.status).sort()).toEqual([200, 409])
    const foreign = makeFormKey(desk.deps, 'feedback posio')
    const [moment, rest] = [key().split('.')[0] as string, key().split('.').slice(1).join('.')]
    const altered = `${Number(moment) + 1}.${rest}`
    for (const bad of ['', 'x', foreign, altered, makeFormKey(desk.deps, 'story kemijarvi')])
      expect([bad, (await send({ text: 'Huono', key: bad })).status]).toEqual([bad, 400])
    const old = key()
    desk.now(new Date(NOW.getTime() + 13 * 3_600_000))
    const late = await send({ text: 'Myöhässä <b>', key: old })
    expect([late.status, await late.text()]).toEqual([400, expect.stringContaining('Myöhässä &lt;b')])
    expect(await notes()).toHaveLength(1)
  })

  it('tells what is missing, refuses machines, and ten an hour is enough from one address', async () => {
    const { desk, send, notes } = await start()
    expect((await send({ text: '  ' })).status).toBe(400)
    expect((await send({ text: 'Hyvä', website: 'http://spam' })).status).toBe(400)
    expect((await send({ text: 'Hyvä', heard: 'x' })).status).toBe(400)
    expect((await get(desk, '/palaute/muualla')).status).toBe(404)
    for (let n = 3; n < 10; n++) expect((await send({ text: `${n}` })).status).toBe(200)
    const late = await send({ text: 'Yli' })
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await notes()).toHaveLength(7)
  })

  it('keeps every kind of text as it is, and shows it as text', async () => {
    const { desk, send, notes } = await start()
    const nasty = `'; drop table note; -- 🦌👩‍🚒 \u202Eevil \u0000 ${payloads.slice(0, 3).join(' ')}`
    expect((await send({ text: nasty })).status).toBe(200)
    expect((await notes())[0]?.body).toContain("'; drop table note; -- 🦌👩‍🚒 evil")
    const html = await (await get(desk, '/desk/kemijarvi/notes', await signInAs(desk, 'writer'))).text()
    expect(html).toContain('drop table note')
    expect(html).not.toMatch(/<img[^>]*onerror/i)
  })
})

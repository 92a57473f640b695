// Duties: held by people of the place, deputised by others, and left open when somebody goes.
import { expect, it } from 'vitest'
import { listDuties } from '../../db/duties.ts'
import { onBothDatabases } from '../db.ts'
import { makePerson, makePlace } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

onBothDatabases('duties', (open) => {
  it('are named, held and deputised by people of the place, and left open by those who go', async () => {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    await makePlace(db, 'posio')
    const admin = await signInAs(desk, 'admin')
    await signInAs(desk, 'admin')
    const mika = await makePerson(db, { role: 'editor' })
    const foreign = await makePerson(db, { role: 'editor', place: 'posio' })
    const send = (fields: Record<string, string>) => post(desk, '/desk/kemijarvi/duties', admin, fields)
    expect((await send({ usual: '1' })).status).toBe(303)
    const lead = { id: 'comms-lead', label_fi: 'Viestinnästä vastaava' }
    const who = { holder: String(admin.person), deputy: String(mika) }
    expect((await send({ ...lead, ...who })).status).toBe(303)
    expect((await send({ ...lead, holder: String(mika), deputy: String(mika) })).status).toBe(400)
    const page = await (await get(desk, '/desk/kemijarvi/duties', admin)).text()
    const seen = /name="id" value="comms-lead".*?name="seen" value="([^"]+)"/s.exec(page)?.[1] ?? ''
    expect((await send({ ...lead, ...who, deputy: '', seen })).status).toBe(303)
    // Who saves second is told, and has what was typed.
    const late = await send({ ...lead, ...who, label_fi: 'Viestinnän vetäjä', seen })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('"Viestinnän vetäjä"')])
    expect((await send({ ...lead, ...who })).status).toBe(303)
    expect((await send({ ...lead, holder: String(foreign) })).status).toBe(404)
    expect((await send({ id: 'opas', is: 'new', label_fi: 'Tulomuuttajan opas', ...who })).status).toBe(303)
    expect((await send({ id: 'opas', is: 'new', label_fi: 'Toinen' })).status).toBe(409)
    expect(
      (await listDuties(db, 'kemijarvi')).map((one) => [
        one.id,
        one.holder?.person_id,
        one.deputy?.person_id,
      ]),
    ).toEqual([
      ['comms-lead', admin.person, mika],
      ['group-lead', undefined, undefined],
      ['curator', undefined, undefined],
      ['makers', undefined, undefined],
      ['management', undefined, undefined],
      ['developer', undefined, undefined],
      ['opas', admin.person, mika],
    ])
    await post(desk, `/desk/kemijarvi/people/${mika}/end`, admin, {})
    expect((await listDuties(db, 'kemijarvi'))[0]?.deputy).toBeNull()
    expect((await post(desk, '/desk/kemijarvi/duties/opas/remove', admin, {})).status).toBe(303)
    const reader = await signInAs(desk, 'reader')
    const html = await (await get(desk, '/desk/kemijarvi/duties', reader)).text()
    expect([html.includes('Viestinnästä vastaava'), html.includes('<select')]).toEqual([true, false])
  })

  it('somebody who has left can be invited again, and nothing of who they were stays in the row', async () => {
    const desk = openDesk(open())
    await makePlace(desk.deps.db)
    const admin = await signInAs(desk, 'admin')
    const gone = await makePerson(desk.deps.db, { role: 'reader', email: 'aino@example.org' })
    await post(desk, `/desk/kemijarvi/people/${gone}/end`, admin, {})
    const row = await desk.deps.db.selectFrom('person').selectAll().where('id', '=', gone).executeTakeFirst()
    expect([row?.name, row?.email, row?.password]).toEqual(['', `ended-${gone}`, null])
    const again = { email: 'aino@example.org', name: 'Aino', role: 'reader' }
    expect((await post(desk, '/desk/kemijarvi/people', admin, again)).status).toBe(200)
  })
})

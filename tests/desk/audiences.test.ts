// The matrix of audiences and the register of channels at the desk: the model, changes with history and undo, rights.
import { describe, expect, it } from 'vitest'
import { modelAudiences, modelChannels, modelRings } from '../../config/settling-model.ts'
import { listAudiences, listRegister, listRings } from '../../db/audiences.ts'
import { listClockItems } from '../../db/clock.ts'
import { findObjectEdit, listEdits } from '../../db/place-edits.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

describe('Kemijärvi’s model', () => {
  it('has every row of both models, five rings, and a cycle where times a year are named', () => {
    expect(modelAudiences.filter((one) => one.side === 'internal')).toHaveLength(4)
    expect(modelAudiences.filter((one) => one.side === 'external')).toHaveLength(5)
    expect(modelRings).toHaveLength(5)
    expect(modelAudiences.map((one) => one.cycle?.months.length ?? 0)).toEqual([2, 2, 2, 4, 0, 0, 0, 0, 0])
    const rings = new Set<string>(modelRings.map((one) => one.id))
    expect(modelAudiences.every((one) => rings.has(one.ring))).toBe(true)
  })
})

onBothDatabases('the audiences at the desk', (open) => {
  async function start() {
    const desk = openDesk(open())
    await makePlace(desk.deps.db)
    const me = await signInAs(desk, 'editor', { name: 'Aino Aalto' })
    const send = (path: string, fields: Record<string, string | string[]> = {}) =>
      post(desk, `/desk/kemijarvi${path}`, me, fields)
    const read = async (path: string) => (await get(desk, `/desk/kemijarvi${path}`, me)).text()
    return { desk, db: desk.deps.db, me, send, read }
  }
  const row = {
    side: 'external',
    ring: '',
    whom: 'Mökkiläiset',
    what: 'Talkoot',
    how: 'Uutiskirje',
    cadence: 'kesäisin',
    who: '',
  }

  it('begin with the model once, and what was changed stays when it is taken again', async () => {
    const { db, send, read } = await start()
    expect(await read('/audiences')).toContain('Ota Kemijärven malli käyttöön')
    await send('/audiences/model')
    expect(await listAudiences(db, 'kemijarvi')).toHaveLength(9)
    expect((await listRings(db, 'kemijarvi')).map((one) => one.id)).toEqual(modelRings.map((one) => one.id))
    const [first] = await listAudiences(db, 'kemijarvi')
    await send('/audiences', { ...row, id: first?.id ?? '', side: 'internal', who: 'Hallinto' })
    await send('/audiences/model')
    expect(await listAudiences(db, 'kemijarvi')).toHaveLength(9)
    const html = await read('/audiences')
    for (const words of [
      'Mökkiläiset',
      'Viimeisin päivitys',
      'Aino Aalto',
      'Viestinnän kehät',
      '4 kertaa vuodessa',
    ])
      expect(html).toContain(words)
  })

  it('keep a history: a change, an addition and a removal are taken back', async () => {
    const { db, send } = await start()
    await send('/audiences/model')
    const undo = async () => {
      const [newest] = await listEdits(db, 'kemijarvi', undefined, 1)
      return send(`/history/${newest?.id}/undo`)
    }
    const before = await listAudiences(db, 'kemijarvi')
    expect(
      (await send('/audiences', { ...row, id: 'ext-kumppanit', every: 'week', on: ['mon'] })).status,
    ).toBe(303)
    expect((await listAudiences(db, 'kemijarvi')).find((one) => one.id === 'ext-kumppanit')).toMatchObject({
      whom: 'Mökkiläiset',
      cycle: { every: 'week', on: ['mon'] },
    })
    await undo()
    expect(await listAudiences(db, 'kemijarvi')).toEqual(before)
    await send('/audiences', row)
    expect(await listAudiences(db, 'kemijarvi')).toHaveLength(10)
    await undo()
    expect(await listAudiences(db, 'kemijarvi')).toEqual(before)
    await send('/audiences/int-johto/remove')
    expect(await listAudiences(db, 'kemijarvi')).toHaveLength(8)
    await undo()
    expect(await listAudiences(db, 'kemijarvi')).toEqual(before)
  })

  it('with a cycle are items of the clock, which change and end with them', async () => {
    const { db, send } = await start()
    const items = async () =>
      (await listClockItems(db, ['kemijarvi'])).map((one) => [one.label.fi, one.history.at(-1)?.cycle])
    await send('/audiences', row)
    expect(await items()).toEqual([])
    const [first] = await listAudiences(db, 'kemijarvi')
    const timed = { ...row, id: first?.id ?? '', every: 'quarter', on_day: '10' }
    await send('/audiences', timed)
    expect(await items()).toEqual([['Mökkiläiset: Talkoot', { every: 'quarter', day: 10 }]])
    await send('/audiences', { ...timed, what: 'Talkoot\nSauna', every: 'month', on_day: '3' })
    expect(await items()).toEqual([['Mökkiläiset: Talkoot', { every: 'month', day: 3 }]])
    await send(`/audiences/${first?.id}/remove`)
    expect(await items()).toEqual([])
  })

  it('are not written over unseen when two change them at once, and nothing that was typed is lost', async () => {
    const { db, send } = await start()
    await send('/audiences', row)
    const [first] = await listAudiences(db, 'kemijarvi')
    const id = first?.id ?? ''
    const opened = await findObjectEdit(db, 'kemijarvi', [id])
    const seen = String(opened?.id)
    expect((await send('/audiences', { ...row, id, seen, how: 'Torilla' })).status).toBe(303)
    const late = await send('/audiences', { ...row, id, seen, how: 'Saunassa' })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('muutti tätä juuri')
    expect(html).toMatch(/<textarea id="how"[^>]*>Saunassa/)
    const next = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect((await send('/audiences', { ...row, id, seen: next, how: 'Saunassa' })).status).toBe(303)
    await send(`/audiences/${id}/remove`)
    const gone = await send('/audiences', { ...row, id, seen: next, how: 'Laiturilla' })
    expect([gone.status, await gone.text()]).toEqual([409, expect.stringContaining('Laiturilla')])
  })

  it('that a report of the usual year serves are one item with it, until their times part', async () => {
    const { db, send } = await start()
    await send('/audiences/model')
    const ids = async () => (await listClockItems(db, ['kemijarvi'])).map((one) => one.id)
    const served = ['int-henkilosto', 'int-henkilosto-ajankohtaista', 'int-johto', 'int-paattajat']
    expect(await ids()).toEqual(served)
    await send('/clock/usual')
    expect(await ids()).not.toContainEqual(expect.stringMatching(/^int-/))
    const news = { id: 'news', label_fi: 'Ajankohtaista', duty: 'makers', leads: '', every: 'times' }
    await send('/clock/items', { ...news, months: ['3', '9'] })
    expect((await ids()).filter((one) => one.startsWith('int-'))).toEqual(['int-henkilosto-ajankohtaista'])
    await send('/clock/items/short-staff/end')
    expect(await ids()).toEqual(expect.arrayContaining(['int-henkilosto', 'int-johto']))
  })

  it('refuse a cycle without its days and keep what was typed', async () => {
    const { db, send } = await start()
    const answer = await send('/audiences', { ...row, every: 'times' })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain('Sykli jäi kesken')
    expect(html).toContain('value="Mökkiläiset"')
    expect(await send('/audiences', { ...row, duty_id: 'nobody' })).toHaveProperty('status', 400)
    expect((await send('/audiences', { ...row, id: 'not-there' })).status).toBe(404)
    expect(await listAudiences(db, 'kemijarvi')).toEqual([])
  })

  it('have a register of every channel, also those that nothing is collected from', async () => {
    const { db, send, read } = await start()
    await send('/channels/fill', { from: 'model' })
    expect(await listRegister(db, 'kemijarvi')).toHaveLength(modelChannels.length)
    await send('/channels/fill', { from: 'sources' })
    await send('/channels/fill', { from: 'sources' })
    const rows = await listRegister(db, 'kemijarvi')
    expect(rows.filter((one) => one.source_id !== null).map((one) => one.source_id)).toEqual([
      'tuutit',
      'uutiset',
    ])
    expect(rows.find((one) => one.source_id === 'tuutit')).toMatchObject({
      ...{ name: 'Mastodon (tuutit)', medium: 'Mastodon' },
    })
    // The town's Facebook stands there already: its source is of that row.
    await db
      .updateTable('source')
      .set({ channel: 'facebook', mode: 'own' })
      .where('id', '=', 'uutiset')
      .execute()
    await db
      .updateTable('channel_register')
      .set({ source_id: null })
      .where('source_id', '=', 'uutiset')
      .execute()
    await send('/channels/fill', { from: 'sources' })
    expect((await listRegister(db, 'kemijarvi')).find((one) => one.id === 'facebook')?.source_id).toBe(
      'uutiset',
    )
    const tv = {
      ...{ name: 'Kemijärvi TV', kind: 'own', medium: 'video', state: 'quiet' },
      languages: 'fi, EN',
      ...{ url: '', owner: '', note: '' },
    }
    expect((await send('/channels', { ...tv, id: 'kemijarvi-tv', url: 'javascript:1' })).status).toBe(400)
    expect((await send('/channels', { ...tv, id: 'kemijarvi-tv', owner: 'Media-assistentti' })).status).toBe(
      303,
    )
    const html = await read('/channels')
    for (const words of [
      'hiljainen',
      'fi, en',
      'Media-assistentti',
      'vain jäsenille, ei haeta',
      'WhatsApp',
      'Uutiskirje',
    ])
      expect(html).toContain(words)
  })
})

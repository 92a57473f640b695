// The plan at the desk: from a draft to the board and into force, its guards, and planned against done.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { listClockItems } from '../../db/clock.ts'
import { saveDuty } from '../../db/duties.ts'
import { planItems } from '../../db/migrations/0025-plan-items.ts'
import type { Db } from '../../db/open.ts'
import { findPlan, listPlans } from '../../db/plans.ts'
import { planSteps } from '../../db/schema.ts'
import { listEntries, readClock } from '../../services/clock.ts'
import { compileBundle } from '../../services/compile.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const P = 'kemijarvi'
type Fields = Record<string, string | string[]>

onBothDatabases('the plan at the desk', (open) => {
  async function start(at = NOW) {
    const desk = openDesk(open())
    desk.now(at)
    const { db } = desk.deps
    await makePlace(db)
    await saveDuty(db, P, 'comms-lead', { fi: 'Viestinnästä vastaava' })
    let me = await signInAs(desk, 'editor', { name: 'Aino Aalto' })
    /** On a later day, signed in anew. */
    const on = async (day: string) => {
      desk.now(new Date(`${day}T09:00:00Z`))
      me = await signInAs(desk, 'editor', { name: 'Aino Aalto' })
    }
    const send = (path: string, fields: Fields = {}, who = me) => post(desk, `/desk/${P}${path}`, who, fields)
    const read = async (path: string) => (await get(desk, `/desk/${P}${path}`, me)).text()
    const begin = async (title: string, from = '2026-01-01', to = '2026-12-31') => {
      const answer = await send('/plan', { title, from_day: from, to_day: to })
      return answer.headers.get('location')?.split('/').at(-1) ?? ''
    }
    /** A plan that the group can approve. */
    const whole = async (title: string) => {
      const id = await begin(title)
      const steps = Object.fromEntries(planSteps.map((one) => [`step_${one}`, `Kohta ${one}`]))
      await send('/plans', { id, plan_id: id, title, from_day: '2026-01-01', to_day: '2026-12-31', ...steps })
      await send('/goals', goal(id))
      await send(
        '/actions',
        action(id, { what: 'Tarinat esiin', continuous: '1', tags: '#Työtarinat', aim: '2' }),
      )
      return id
    }
    const move = (id: string, name: string, more: Fields = {}) =>
      send(`/plan/${id}/move`, { move: name, ...more })
    return { desk, db, on, send, read, begin, whole, move }
  }
  const goal = (plan: string) => ({
    ...{ plan_id: plan, label: 'Muuttaja löytää meidät', near_text: 'Sivut kuntoon', near_day: '2026-12-31' },
    ...{ far_text: 'Kymmenes kysyy', far_day: '2030-12-31' },
  })
  const action = (plan: string, more: Fields): Fields => ({
    ...{
      plan_id: plan,
      what: 'Opaspoolin kuvat',
      duty_id: 'comms-lead',
      day: '',
      tags: '',
      state: 'open',
      result: '',
    },
    ...more,
  })

  it('is approved only with goals and actions that have an owner and a time, and says what is missing', async () => {
    const { db, send, begin, move } = await start()
    const id = await begin('Suunnitelma 2026')
    const refused = await (await move(id, 'approve')).text()
    for (const words of [
      'vastaus kohtiin Miksi ja Kenelle',
      'vähintään yksi tavoite',
      'vähintään yksi toimi',
    ])
      expect(refused).toContain(words)
    await send('/goals', goal(id))
    await send('/actions', action(id, { duty_id: '' }))
    const html = await (await move(id, 'approve')).text()
    expect(html).toContain('vastuu toimille ”Opaspoolin kuvat”')
    expect(html).toContain('aika toimille ”Opaspoolin kuvat”')
    expect((await findPlan(db, P, id))?.state).toBe('draft')
  })

  it('goes to the board and into force, and the one before gives way only when told to', async () => {
    const { db, read, whole, move, send } = await start()
    const id = await whole('Suunnitelma 2026')
    expect((await move(id, 'send')).status).toBe(409)
    for (const name of ['approve', 'send']) expect((await move(id, name)).status).toBe(303)
    expect((await move(id, 'handle', { handled_on: '2026-02-09' })).status).toBe(400)
    const handling = { handled_on: '2026-02-09', section: '34', decision: 'Merkittiin tiedoksi.' }
    expect((await move(id, 'handle', handling)).status).toBe(303)
    expect((await move(id, 'enforce')).status).toBe(303)
    expect(await findPlan(db, P, id)).toMatchObject({
      state: 'in-force',
      handled_on: '2026-02-09',
      section: '34',
    })
    expect(await read(`/plan/${id}`)).toContain('käsitelty 9.2.2026, § 34')
    const next = await whole('Suunnitelma 2027')
    for (const name of ['approve', 'send', 'handle'])
      await move(next, name, name === 'handle' ? handling : {})
    const refused = await move(next, 'enforce')
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Voimassa on jo suunnitelma Suunnitelma 2026')
    expect((await move(next, 'enforce', { replaces: '1' })).status).toBe(303)
    expect((await listPlans(db, P)).map((one) => [one.title, one.state]).sort()).toEqual([
      ['Suunnitelma 2026', 'replaced'],
      ['Suunnitelma 2027', 'in-force'],
    ])
    // What was approved stays; only how an action goes is told.
    const [one] = (await findPlan(db, P, next))?.actions ?? []
    const same = action(next, {
      id: one?.id ?? '',
      what: 'Tarinat esiin',
      continuous: '1',
      aim: '2',
      tags: '#Työtarinat',
    })
    expect((await send('/actions', { ...same, result: 'Hyvin käy' })).status).toBe(303)
    expect((await send('/actions', { ...same, duty_id: '' })).status).toBe(409)
    expect((await send('/goals', goal(next))).status).toBe(409)
  })

  it('is the clock’s while in force: done at either place is done at both, and nothing old comes along', async () => {
    const { db, send, whole, move, read, on } = await start(new Date('2026-10-01T09:00:00Z'))
    const handling = { handled_on: '2026-02-09', section: '34', decision: '' }
    const enforce = async (id: string) => {
      for (const name of ['approve', 'send']) await move(id, name)
      await move(id, 'handle', handling)
      await move(id, 'enforce', { replaces: '1' })
    }
    const id = await whole('Suunnitelma 2026')
    await send('/actions', action(id, { what: 'Messut', day: '2026-11-03' }))
    await send('/actions', action(id, { what: 'Uutiskirje', every: 'month', on_day: '15', tags: '#kirje' }))
    expect(await listClockItems(db, [P])).toEqual([])
    const year = { from: '2026-01-01', to: '2027-06-01', today: '2026-11-20' }
    const entries = async () =>
      listEntries(await readClock(db, P, year.from), year).map(
        ({ item, day, state }) => `${item.label.fi} ${day} ${state}`,
      )
    await enforce(id)
    const letters = (...states: string[]) =>
      states.map((state, nth) => `Suunnitelma: Uutiskirje 2026-${['10-15', '11-16', '12-15'][nth]} ${state}`)
    const [first, second, third] = letters('left', 'late', 'ahead')
    // Nothing of what is older than the plan's force, and nothing after its last day.
    expect(await entries()).toEqual([first, 'Suunnitelma: Messut 2026-11-03 late', second, third])
    const [, fair, letter] = (await findPlan(db, P, id))?.actions ?? []
    expect(await read('/clock')).toContain(`/desk/${P}/actions/${fair?.id}`)
    const day = '2026-11-03'
    await on('2026-11-20')
    await send(`/clock/rounds/${fair?.id}/${day}`, { move: 'done' })
    expect((await findPlan(db, P, id))?.actions[1]).toMatchObject({ state: 'done', done_on: '2026-11-20' })
    const told = action(id, { id: fair?.id ?? '', what: 'Messut', day })
    await send('/actions', told)
    expect(await entries()).toContain(`Suunnitelma: Messut ${day} late`)
    await send('/actions', { ...told, state: 'done' })
    expect(await entries()).toContain(`Suunnitelma: Messut ${day} done`)
    // A round is done by its post, or said to be; the digest tells the same.
    await makePost(db, {
      account_id: await makeAccount(db, { kind: 'own' }),
      text: 'Luettavaa #kirje',
      published_at: new Date('2026-10-20T09:00:00Z'),
    })
    await send(`/clock/rounds/${letter?.id}/2026-11`, { move: 'done' })
    const [posted, ticked] = letters('done', 'done')
    expect(await entries()).toEqual([posted, `Suunnitelma: Messut ${day} done`, ticked, third])
    const told4 = (await compileBundle(db, P, '2026-q4', NOW)).plan?.actions.map((one) => [
      one.what,
      one.done,
    ])
    expect(told4).toEqual([
      ['Tarinat esiin', 0],
      ['Messut', 1],
      ['Uutiskirje', 2],
    ])
    const items = await listClockItems(db, [P])
    await send('/actions', { ...told, state: 'done' })
    expect(await listClockItems(db, [P])).toEqual(items)
    expect((await send(`/clock/items/${letter?.id}/end`, {})).status).toBe(409)
    await send(`/clock/items/${letter?.id}/leads`, { leads: '14' })
    expect((await listClockItems(db, [P])).find((one) => one.id === letter?.id)?.leads).toEqual([14])
    // As the migration makes them of a plan that was in force before the clock followed plans.
    const plain = async (at: Db) =>
      (await listClockItems(at, [P])).map(({ at: _, revision: __, leads: ___, history, ...one }) => ({
        ...one,
        cycles: history.map(({ cycle }) => cycle),
      }))
    const kept = await plain(db)
    const trx = await db.startTransaction().execute()
    await trx.deleteFrom('clock_item').execute()
    for (const statement of planItems.statements) await sql.raw(statement).execute(trx)
    expect(await plain(trx)).toEqual(kept)
    await trx.rollback().execute()
    // Of a plan that gave way only what was done of it is left.
    await enforce(await whole('Suunnitelma 2027'))
    expect(await listClockItems(db, [P])).toEqual([])
    expect(await entries()).toEqual([posted, `Suunnitelma: Messut ${day} done`, ticked])
    expect((await send(`/clock/rounds/${letter?.id}/2026-12`, { move: 'done' })).status).toBe(404)
  })

  it('begins as an earlier one: what goes on comes along, what is over does not', async () => {
    const { db, send, whole } = await start()
    const id = await whole('Suunnitelma 2026')
    await send('/actions', action(id, { what: 'Messut', day: '2026-11-03', state: 'done' }))
    await send('/actions', action(id, { what: 'Talvijuhla', day: '2026-12-13' }))
    const days = { title: 'Suunnitelma 2027', from_day: '2027-01-01', to_day: '2027-12-31' }
    const answer = await send('/plan', { ...days, like: id })
    const next = await findPlan(db, P, answer.headers.get('location')?.split('/').at(-1) ?? '')
    expect(next).toMatchObject({ ...days, state: 'draft', steps: { why: 'Kohta why' } })
    expect(next?.goals).toMatchObject([{ label: 'Muuttaja löytää meidät', far_day: '2030-12-31' }])
    expect(next?.actions.map(({ what, day, tags }) => [what, day, tags])).toEqual([
      ['Tarinat esiin', null, ['työtarinat']],
      ['Talvijuhla', null, []],
    ])
    expect((await findPlan(db, P, id))?.actions).toHaveLength(3)
    expect((await send('/plan', { ...days, like: 'l_aaaaaaaaaaaa' })).status).toBe(404)
  })

  it('takes a change back like any other, and removes only an empty draft', async () => {
    const { db, send, begin } = await start()
    const id = await begin('Luonnos')
    await send('/goals', goal(id))
    expect((await send(`/plans/${id}/remove`, { plan_id: id })).status).toBe(409)
    const newest = await db
      .selectFrom('place_edit')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await send(`/history/${newest.id}/undo`)
    expect((await findPlan(db, P, id))?.goals).toEqual([])
    expect((await send(`/plans/${id}/remove`, { plan_id: id })).status).toBe(303)
    expect(await listPlans(db, P)).toEqual([])
  })

  it('refuses an action with two times, and one that is done without a day', async () => {
    const { db, send, begin } = await start()
    const id = await begin('Luonnos')
    expect((await send('/actions', action(id, { day: '2026-05-01', continuous: '1' }))).status).toBe(400)
    expect((await send('/actions', action(id, { continuous: '1', state: 'done' }))).status).toBe(400)
    expect((await send('/actions', action(id, { day: '2026-05-01', state: 'done' }))).status).toBe(303)
    expect((await findPlan(db, P, id))?.actions).toMatchObject([{ done_on: '2026-05-01' }])
  })

  it('ties posts to actions by tag, link and hand, and the digest tells planned against done', async () => {
    const { desk, db, send, read, whole, move } = await start()
    const id = await whole('Suunnitelma 2026')
    await send('/actions', action(id, { what: 'Messut', day: '2026-11-03', utm: 'messut-2026' }))
    await send('/actions', action(id, { what: 'Uutiskirje', every: 'times', months: ['10', '12'] }))
    for (const name of ['approve', 'send']) await move(id, name)
    await move(id, 'handle', { handled_on: '2026-02-09', section: '34', decision: '' })
    await move(id, 'enforce')
    const [own, stranger] = [await makeAccount(db, { kind: 'own' }), await makeAccount(db)]
    await makePost(db, { account_id: own, text: 'Kolme vuoroa, kolme tarinaa #työtarinat' })
    await makePost(db, { account_id: stranger, text: 'Minäkin kerron #työtarinat' })
    const marks = [
      { start: 0, end: 4, kind: 'link', href: 'https://example.org/?utm_campaign=messut-2026&a=1' },
    ]
    await makePost(db, { account_id: own, text: 'Tule messuille', marks: JSON.stringify(marks) })
    const byHand = await makePost(db, { account_id: stranger, text: 'Luin uutiskirjeen' })
    const [, fair, letter] = (await findPlan(db, P, id))?.actions ?? []
    const tie = (fields: Fields) => send(`/actions/${letter?.id}/posts`, { plan_id: id, ...fields })
    expect((await tie({ post: 'https://example.org/muualla' })).status).toBe(409)
    expect((await tie({ post: `https://example.org/desk/kemijarvi/posts/${byHand.public_id}` })).status).toBe(
      303,
    )
    const bundle = await compileBundle(db, P, '2026-q4', NOW)
    expect(bundle.plan).toMatchObject({ title: 'Suunnitelma 2026', due: 3, kept: 0, unknown: 0 })
    expect(
      bundle.plan?.actions.map(({ what, planned, done, posts }) => [what, planned, done, posts]),
    ).toEqual([
      ['Tarinat esiin', 2, 1, 1],
      ['Messut', 1, 0, 1],
      ['Uutiskirje', 2, 1, 1],
    ])
    const told = action(id, { id: fair?.id ?? '', what: 'Messut', day: '2026-11-03', utm: 'messut-2026' })
    expect((await send('/actions', { ...told, state: 'done' })).status).toBe(303)
    expect((await compileBundle(db, P, '2026-q4', NOW)).plan).toMatchObject({ due: 3, kept: 1 })
    const html = await read(`/plan/${id}`)
    for (const words of ['tunnisteesta', 'linkin kampanjasta', 'liitetty itse']) expect(html).toContain(words)
    expect(html).not.toContain('Minäkin kerron')
    desk.now(new Date('2027-02-01T10:00:00Z'))
    const later = await signInAs(desk, 'reader')
    expect(await (await get(desk, `/desk/${P}/plan`, later)).text()).toContain('aika on päättynyt')
  })
})

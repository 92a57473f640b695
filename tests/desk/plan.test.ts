// The plan at the desk: from a draft to the board and into force, its guards, and planned against done.
import { expect, it } from 'vitest'
import { saveDuty } from '../../db/duties.ts'
import { findPlan, listPlans } from '../../db/plans.ts'
import { planSteps } from '../../db/schema.ts'
import { compileBundle } from '../../services/compile.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const P = 'kemijarvi'
type Fields = Record<string, string | string[]>

onBothDatabases('the plan at the desk', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    await saveDuty(db, P, 'comms-lead', { fi: 'Viestinnästä vastaava' })
    const me = await signInAs(desk, 'editor', { name: 'Aino Aalto' })
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
    return { desk, db, me, send, read, begin, whole, move }
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

// Ideas with a promise: given without a login, settled at the desk, shown by their hashtag, forgotten in time.
import { expect, it } from 'vitest'
import { forgetWords } from '../../db/forget.ts'
import { saveIdeaTag } from '../../db/ideas.ts'
import { makeFormKey } from '../../services/form-key.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { payloads } from '../widgets/payloads.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const DAY = 86_400_000

onBothDatabases('an idea', (open) => {
  async function start(tag: string | null = 'kemijärvikokeilee') {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    if (tag) await saveIdeaTag(db, 'kemijarvi', tag)
    const key = () => makeFormKey(desk.deps, 'idea kemijarvi')
    const idea = { text: 'Kahvila kylätalolle', contact: 'salli@example.org', promise: '1' }
    const send = (fields: Record<string, string> = {}, path = '/idea/kemijarvi') =>
      post(desk, path, undefined, { key: key(), ...idea, ...fields })
    const ideas = () => db.selectFrom('idea').selectAll().orderBy('id').execute()
    const settle = async (id: string, fields: Record<string, string>) =>
      post(desk, `/desk/kemijarvi/ideas/${id}`, await signInAs(desk, 'curator', { name: 'Aino' }), fields)
    return { desk, db, key, send, ideas, settle }
  }

  it('is given in three languages with a promise to show it by the hashtag, without a cookie', async () => {
    const { desk, send, ideas } = await start()
    for (const [path, told] of [
      ['/idea', 'Lupaan toteuttaa kokeilun itse ja näyttää sen tunnisteella #kemijärvikokeilee.'],
      ['/ide', 'Jag lovar'],
      ['/ideas', 'I promise'],
    ] as const) {
      const answer = await get(desk, `${path}/kemijarvi`)
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
      const html = await answer.text()
      expect(html).toContain(told)
      expect(html).not.toMatch(/<script|style=/)
    }
    expect((await send({ money: '200,50', name: 'Salli' })).status).toBe(200)
    expect(await ideas()).toMatchObject([
      { body: 'Kahvila kylätalolle', money: 20_050, tag: 'kemijärvikokeilee', state: 'new' },
    ])
  })

  it('is refused without a promise, a contact or words, over the money, from machines, and twice', async () => {
    const { desk, key, send, ideas } = await start()
    for (const wrong of [
      { promise: '' },
      { contact: '' },
      { text: ' ' },
      { money: '99' },
      { money: '1000,01' },
      { money: 'paljon' },
      { website: 'http://spam' },
    ])
      expect([wrong, (await send(wrong)).status]).toEqual([wrong, 400])
    const mine = key()
    expect((await send({ key: mine })).status).toBe(200)
    expect((await send({ key: mine })).status).toBe(409)
    expect((await send({ key: '' })).status).toBe(400)
    expect((await send()).status).toBe(429)
    expect(await ideas()).toHaveLength(1)
    expect((await get(desk, '/idea/muualla')).status).toBe(404)
  })

  it('has no form while none are taken', async () => {
    const { desk, send, ideas } = await start(null)
    expect(await (await get(desk, '/idea/kemijarvi')).text()).toContain('ei ota juuri nyt ideoita vastaan')
    expect((await send()).status).toBe(409)
    const editor = await signInAs(desk, 'editor')
    await post(desk, '/desk/kemijarvi/ideas/settings', editor, { tag: '#Kokeilut' })
    expect((await send()).status).toBe(200)
    expect((await ideas())[0]?.tag).toBe('kokeilut')
  })

  it('becomes a trial under its hashtag, once, and its giver stays off the public page', async () => {
    const { desk, db, send, ideas, settle } = await start()
    await send({ name: 'Salli Esimerkki', text: `Kahvila ${payloads[0]}`, money: '200' })
    const id = (await ideas())[0]?.public_id ?? ''
    const curator = await signInAs(desk, 'curator')
    const html = await (await get(desk, '/desk/kemijarvi/ideas', curator)).text()
    expect(html).toContain('salli@example.org')
    expect(html).not.toContain(payloads[0])
    expect((await settle(id, { do: 'take', label: '' })).status).toBe(400)
    const taken = await settle(id, { do: 'take', label: 'Kuppikahvila', money: '200', reply: 'Sovittiin.' })
    const way = taken.headers.get('location')?.replace(/\?.*/, '') ?? ''
    expect(way).toMatch(/^\/desk\/kemijarvi\/campaigns\/k_[a-z2-7]{12}$/)
    expect((await settle(id, { do: 'decline' })).status).toBe(409)
    expect((await settle('i_aaaaaaaaaaaa', { do: 'decline' })).status).toBe(404)
    await post(desk, `${way}/publish`, curator, { do: 'publish' })
    const page = await (await get(desk, `/kampanja/kemijarvi/${way.split('/').at(-1)}`)).text()
    expect(page).toContain('#kemijärvikokeilee')
    for (const hidden of ['Salli', 'example.org']) expect(page).not.toContain(hidden)
    expect(await (await get(desk, '/idea/kemijarvi')).text()).toContain('Kuppikahvila')
    const money = await db.selectFrom('campaign_money').select(['granted', 'used']).execute()
    expect(money).toEqual([{ granted: 20_000, used: null }])
  })

  it('forgets who gave it a year after it was settled, and the words that led to nothing', async () => {
    const { db, send, ideas, settle } = await start()
    for (const text of ['Toteutuu', 'Ei toteudu', 'Unohtui']) await send({ text })
    const [taken, declined] = await ideas()
    await settle(taken?.public_id ?? '', { do: 'take', label: 'Kokeilu' })
    await settle(declined?.public_id ?? '', { do: 'decline', reply: 'Ei nyt' })
    await forgetWords(db, 'kemijarvi', new Date(NOW.getTime() + 364 * DAY))
    expect((await ideas()).map((one) => one.contact)).toEqual(Array(3).fill('salli@example.org'))
    const { ideas: n } = await forgetWords(db, 'kemijarvi', new Date(NOW.getTime() + 366 * DAY))
    expect(n).toBe(3)
    expect((await ideas()).map(({ body, name, contact }) => [body, name, contact])).toEqual([
      ['Toteutuu', null, null],
      ['', null, null],
      ['', null, null],
    ])
  })
})

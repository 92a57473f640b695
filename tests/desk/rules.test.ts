// The rules page: nothing is saved that was not tried first, and ready lists come back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { listLiveRules, listRules } from '../../db/rules.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'
import { get, type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

describe('the rules page', () => {
  let database: Database
  let desk: TestDesk
  let editor: Login
  beforeAll(async () => {
    database = await openTestEmbedded()
    desk = openDesk(database)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await emptyDatabase(database)
    await makePlace(database.db)
    editor = await signInAs(desk, 'editor')
    const own = await makeAccount(database.db, { kind: 'own' })
    await makePost(database.db, { account_id: own, text: 'Myydään <b>kelkka</b> #kemijärvi', state: 'shown' })
  })
  const send = (id: string, fields: Record<string, string | string[]>) =>
    post(desk, `/desk/kemijarvi/rules/${id}`, editor, {
      name: 'Myynti',
      action: 'hide',
      words: 'myydään',
      ...fields,
    })
  const triedIn = (html: string) => /name="tried" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const mine = async () => (await listRules(database.db, 'kemijarvi')).find((one) => one.name === 'Myynti')

  it('shows what a rule would have done, and saves it only as it was tried', async () => {
    const untried = await send('new', { do: 'save' })
    const html = await untried.text()
    expect(untried.status).toBe(200)
    expect(html).toContain('Sääntö olisi osunut 1 julkaisuun')
    expect(html).toContain('Myydään &lt;b&gt;kelkka')
    expect(html).toContain('Nyt näkyvissä, säännöllä piilotettu.')
    expect(html).toContain('1 niistä on nyt näkyvissä.')
    expect(await mine()).toBeUndefined()
    const tried = triedIn(html)
    expect((await send('new', { do: 'save', tried, words: 'myydään, ostetaan' })).status).toBe(200)
    expect(await mine()).toBeUndefined()
    const saved = await send('new', { do: 'save', tried, name: 'Myynti' })
    expect(saved.headers.get('location')).toMatch(/^\/desk\/kemijarvi\/rules\/u_[a-z2-7]{12}\?saved=1$/)
    expect(await mine()).toMatchObject({ version: 1, conditions: { words: ['myydään'] } })
    const post = await database.db.selectFrom('post').select(['state', 'version']).executeTakeFirstOrThrow()
    expect(post).toEqual({ state: 'shown', version: 1 })
  })

  it('keeps every version in view, switches off and on, and removes', async () => {
    const tried = triedIn(await (await send('new', {})).text())
    const page =
      String((await send('new', { do: 'save', tried })).headers.get('location')).split('?')[0] ?? ''
    const id = page.split('/').at(-1) ?? ''
    const second = {
      words: 'myydään',
      kinds: ['resident', 'visitor'],
      media: 'any',
      per_day: '3',
      languages: ['fi', ''],
    }
    await send(id, { ...second, do: 'save', tried: triedIn(await (await send(id, second)).text()) })
    expect(await mine()).toMatchObject({
      version: 2,
      conditions: { kinds: ['resident', 'visitor'], media: 'any', perDay: 3, languages: ['fi', ''] },
    })
    const html = await (await get(desk, page, editor)).text()
    expect(html).toContain('Kenen tili: Asukas, Matkailija; Kielet: suomi, ei tiedossa; on kuva tai video')
    expect(html.match(/<li><b>Myynti<\/b>/g)).toHaveLength(2)
    const live = async () => (await listLiveRules(database.db, 'kemijarvi')).length
    const all = await live()
    await post(desk, `${page}/switch`, editor, { active: '0' })
    expect(await live()).toBe(all - 1)
    await post(desk, `${page}/switch`, editor, { active: '1' })
    expect(await live()).toBe(all)
    await post(desk, `${page}/remove`, editor, {})
    expect((await get(desk, page, editor)).status).toBe(404)
  })

  it('says what is wrong and keeps what was typed', async () => {
    const empty = await send('new', { words: ' ,*' })
    expect(empty.status).toBe(400)
    expect(await empty.text()).toContain('Säännöltä puuttuu ehto')
    const wrong = await send('new', { name: '', words: 'lumi' })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toMatch(/<textarea id="words"[^>]*>lumi</)
  })

  it('a place begins with three lists of words, and one that was removed can be taken again', async () => {
    const lists = await listRules(database.db, 'kemijarvi')
    expect(lists.map((one) => [one.name, one.conditions.languages])).toEqual([
      ['Karkea kieli: suomi', ['fi', '']],
      ['Karkea kieli: ruotsi', ['sv', '']],
      ['Karkea kieli: englanti', ['en', '']],
    ])
    const page = `/desk/kemijarvi/rules/${lists[1]?.public_id}`
    await post(desk, `${page}/remove`, editor, {})
    expect(await (await get(desk, '/desk/kemijarvi/rules', editor)).text()).toContain(
      'Ota käyttöön valmis lista Karkea kieli: ruotsi',
    )
    await post(desk, '/desk/kemijarvi/rules/lists', editor, { language: 'sv' })
    expect(await listLiveRules(database.db, 'kemijarvi')).toHaveLength(3)
  })
})

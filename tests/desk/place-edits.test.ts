// Everything the place file holds, edited at the desk: with its history, an undo, seen spellings, and the file back.
import { describe, expect, it } from 'vitest'
import { readPlace } from '../../config/place.ts'
import { listEdits } from '../../db/place-edits.ts'
import { findPlace, listFamilies, listWalls } from '../../db/places.ts'
import { listRules } from '../../db/rules.ts'
import { listTopics, marksOf } from '../../db/topics.ts'
import { changedFields, changesIn, lineOf, listChange } from '../../services/domain/edits.ts'
import { looksLike } from '../../services/domain/spellings.ts'
import { keepRule, removeRule, setRuleActive } from '../../services/rules.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

describe('spellings that look like a family’s', () => {
  const seen = [
    'kemijarvi',
    'kemijärvellä',
    'kemijärven',
    'kemijärvi2026',
    'kemijävri',
    'kemi',
    'rovaniemi',
    'kemijärvenkaupunki',
  ]
  it('are those without dots, with an ending, or a letter away, the most used first', () => {
    const told = seen.map((key, at) => ({ key, written: key, posts: at }))
    expect(looksLike(['kemijärvi'], told).map((one) => one.key)).toEqual([
      'kemijävri',
      'kemijärvi2026',
      'kemijärven',
      'kemijärvellä',
      'kemijarvi',
    ])
    expect(looksLike(['kemi'], told)).toEqual([])
  })
})

describe('a change', () => {
  it.each([
    [{ a: 1, b: [1] }, { a: 1, b: [2] }, ['b']],
    [{ a: null }, {}, []],
    [{ label: { fi: 'a', en: 'b' } }, { label: { en: 'b', fi: 'a' } }, []],
    [null, { a: 1 }, ['a']],
  ])('%j → %j differs in %j', (before, after, fields) => {
    expect(changedFields(before, after)).toEqual(fields)
  })
  it.each([
    [{ a: 1, b: 2 }, { a: 1, b: 3 }, [{ at: ['b'], was: 2, is: 3 }]],
    [{}, { a: 'x' }, [{ at: ['a'], was: undefined, is: 'x' }]],
    [null, ['a'], [{ at: [], was: null, is: ['a'] }]],
    [null, null, []],
    [
      [{ id: '1', label: 'Ennen', n: 1 }],
      [{ id: '1', label: 'Nyt', n: 1 }],
      [{ at: ['Nyt', 'label'], was: 'Ennen', is: 'Nyt' }],
    ],
    [[{ id: '1' }], [{ id: '2' }], [{ at: [], was: [{ id: '1' }], is: [{ id: '2' }] }]],
  ])('%j → %j is found in its smallest parts', (was, is, changes) => {
    expect(changesIn(was, is, (row) => String(row.label ?? row.id))).toEqual(changes)
  })
  it('is told in a line', () => {
    expect(lineOf({ fi: 'Kemijärvi', en: null, list: ['a', 'b'] })).toBe('fi: Kemijärvi, list: a, b')
    expect([lineOf([]), lineOf(''), lineOf(0), lineOf(false)]).toEqual([null, null, '0', 'false'])
    expect(listChange(['a', 'b'], ['b', 'c'])).toEqual({ gone: ['a'], come: ['c'] })
    expect(listChange('a', ['b'])).toBeNull()
  })
})

onBothDatabases('the place at the desk', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const me = await signInAs(desk, 'admin', { name: 'Aino Aalto' })
    const send = (path: string, fields: Record<string, string | string[]>, who = me) =>
      post(desk, `/desk/kemijarvi${path}`, who, fields)
    const read = async (path: string) => (await get(desk, `/desk/kemijarvi${path}`, me)).text()
    const newest = async () => (await listEdits(db, 'kemijarvi', undefined, 1))[0]
    const undo = async () => send(`/history/${(await newest())?.id}/undo`, {})
    return { desk, db, me, send, read, newest, undo }
  }
  const own = { name_fi: 'Kemijärvi', languages: 'fi', main: 'fi', time_zone: 'Europe/Helsinki' }

  it('says what changed last, who did it and where, and takes it back', async () => {
    const { db, send, read, newest, undo } = await start()
    const before = await findPlace(db, 'kemijarvi')
    const sent = {
      ...own,
      name_sv: 'Kemijärvi stad',
      languages: ['fi', 'sv'],
      main: 'sv',
      municipality_code: '320',
    }
    expect((await send('/place', sent)).status).toBe(303)
    expect(await findPlace(db, 'kemijarvi')).toMatchObject({
      languages: ['sv', 'fi'],
      municipality_code: '320',
    })
    const html = await read('/settings')
    for (const words of [
      'Viimeisin päivitys',
      'Päivittäjä',
      'Aino Aalto',
      'Päivitetyt kohdat',
      'Kunta (nimi, kielet',
    ])
      expect(html).toContain(words)
    expect((await undo()).status).toBe(303)
    const after = await findPlace(db, 'kemijarvi')
    expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 })
    // The undoing is a change, too, and may be undone; the first one is done with.
    expect((await listEdits(db, 'kemijarvi', undefined, 9)).map((one) => one.undone_at !== null)).toEqual([
      false,
      true,
    ])
    expect((await newest())?.part).toBe('place')
  })

  it('refuses what a place file would refuse, all at once, and members from anybody but an operator', async () => {
    const { desk, db, send } = await start()
    await makePlace(db, 'posio')
    const wrong = await send('/place', { ...own, name_fi: '', time_zone: 'Mars', municipality_code: '32' })
    expect(wrong.status).toBe(400)
    const html = await wrong.text()
    for (const words of ['Anna nimi', 'Aikavyöhyke', 'kolme numeroa']) expect(html).toContain(words)
    await send('/place', { ...own, members: 'posio' })
    expect((await findPlace(db, 'kemijarvi'))?.members).toEqual([])
    await db.deleteFrom('source').execute()
    const operator = await signInAs(desk, 'admin', { operator: true })
    await send('/place', { ...own, members: 'kemijarvi' }, operator)
    await send('/place', { ...own, members: 'muualla' }, operator)
    expect((await findPlace(db, 'kemijarvi'))?.members).toEqual([])
    expect((await send('/place', { ...own, members: 'posio' }, operator)).status).toBe(303)
    expect((await findPlace(db, 'kemijarvi'))?.members).toEqual(['posio'])
  })

  it('keeps the history of families, walls, sources, accounts and contacts, and undoes each', async () => {
    const { db, send, read, undo } = await start()
    const account = await db
      .selectFrom('account')
      .select('public_id')
      .where('id', '=', await makeAccount(db))
      .executeTakeFirstOrThrow()
    const families = () =>
      listFamilies(db, 'kemijarvi').then((all) =>
        all.map((one) => [one.id, one.tags.map((tag) => tag.as_written)]),
      )
    const walls = () => listWalls(db, 'kemijarvi')
    const [f, w] = [await families(), await walls()]
    await send('/families', { id: 'uusi', is: 'new', label_fi: 'Uusi', tags: '#uusi' })
    await undo()
    expect(await families()).toEqual(f)
    await send('/families', { id: 'kemijarvi', label_fi: 'Toinen', tags: '#kemijärvi #joulukaupunki' })
    expect(await read('/history')).toContain('+ joulukaupunki')
    await undo()
    expect(await families()).toEqual(f)
    const first = w[0]?.id as string
    await send(`/walls/${first}/remove`, {})
    expect((await walls()).map((one) => one.id)).not.toContain(first)
    await undo()
    expect((await walls()).find((one) => one.id === first)).toMatchObject({
      ...w[0],
      position: expect.any(Number),
    })
    await send(`/accounts/${account.public_id}`, {
      kind: 'partner',
      agreement: 'sovittu',
      agreed: '2026-11-01',
    })
    await undo()
    expect(
      await db
        .selectFrom('account')
        .select(['kind', 'agreement'])
        .where('public_id', '=', account.public_id)
        .execute(),
    ).toEqual([{ kind: 'resident', agreement: null }])
    await send('/notices', { email: 'kirjaamo@example.org' })
    await undo()
    expect((await findPlace(db, 'kemijarvi'))?.contact).toEqual({})
    const source = await db.selectFrom('source').selectAll().executeTakeFirstOrThrow()
    await send(`/sources/${source.id}/switch`, { active: source.active ? '0' : '1' })
    await undo()
    expect(
      (await db.selectFrom('source').select('active').where('id', '=', source.id).executeTakeFirst())?.active,
    ).toBe(source.active)
    expect(await read('/audit')).toContain('Kumosi asetuksen muutoksen')
  })

  it('takes back a list with the marks of posts, guidance and rules, and tells each in words', async () => {
    const { desk, db, send, read, undo } = await start()
    await send('/lists/theme', { theme_id: ['', ''], theme_fi: ['Luonto', 'Työ'] })
    const { id, public_id } = await makePost(db)
    await send(`/posts/${public_id}/topics`, { topics: '1', theme: ['luonto'] })
    await send('/lists/theme', { theme_id: ['tyo', ''], theme_fi: ['Työ', 'Luonto'] })
    const themes = async () => (await listTopics(db, 'kemijarvi')).map((one) => one.id)
    expect([await themes(), await marksOf(db, [id]).execute()]).toEqual([['tyo', 'luonto-2'], []])
    expect(await read('/place/file')).not.toContain('id: luonto\n')
    await undo()
    expect(await themes()).toEqual(['luonto', 'tyo'])
    expect((await marksOf(db, [id]).execute()).map((one) => one.id)).toEqual(['luonto'])

    const guidance = async () => (await findPlace(db, 'kemijarvi'))?.guidance
    const before = await guidance()
    await send('/lists/guidance', { rules_fi: ['Ei alennuksia'] })
    await undo()
    expect(await guidance()).toEqual(before)

    const act = {
      place: { id: 'kemijarvi', time_zone: 'Europe/Helsinki', languages: ['fi' as const] },
      name: 'Aino',
      person: null,
      language: 'fi' as const,
    }
    const form = (word: string) => ({
      name: 'Myynti',
      action: 'hide' as const,
      conditions: { words: [word] },
    })
    const rules = async () =>
      (await listRules(db, 'kemijarvi')).map((one) => [one.conditions.words, one.active, one.version])
    const none = await rules()
    const rule = await keepRule(desk.deps, act, form('myydään'))
    await undo()
    expect(await rules()).toEqual(none)
    await undo()
    await keepRule(desk.deps, act, form('ostetaan'), rule)
    await undo()
    expect(await rules()).toEqual([...none, [['myydään'], true, 3]])
    await setRuleActive(desk.deps, act, rule, false)
    await removeRule(desk.deps, act, rule)
    await undo()
    expect(await rules()).toEqual([...none, [['myydään'], false, 3]])
    const html = await read('/history')
    for (const words of [
      'Luettelo Teemat',
      '+ Luonto',
      'Linjaukset',
      '+ Ei alennuksia',
      'Sääntö Myynti',
      'Sanat: ostetaan',
    ])
      expect(html).toContain(words)
  })

  it('does not take back what has been changed since, nor twice, nor at another place', async () => {
    const { desk, db, send, newest } = await start()
    await send('/families', { id: 'uusi', is: 'new', label_fi: 'Uusi', tags: '#uusi' })
    const first = (await newest())?.id
    await send('/families', { id: 'uusi', label_fi: 'Uusi', tags: '#uusi #toinen' })
    expect((await send(`/history/${first}/undo`, {})).status).toBe(409)
    const second = (await newest())?.id
    expect((await send(`/history/${second}/undo`, {})).status).toBe(303)
    expect((await send(`/history/${second}/undo`, {})).status).toBe(409)
    expect((await send('/history/999999/undo', {})).status).toBe(404)
    await makePlace(db, 'posio')
    const other = await signInAs(desk, 'admin', { place: 'posio' })
    expect((await post(desk, `/desk/posio/history/${first}/undo`, other, {})).status).toBe(404)
  })

  it('suggests spellings seen in posts, and takes those that are ticked', async () => {
    const { db, send, read } = await start()
    for (const tag of ['kemijarvella', 'kemijarvella', 'rovaniemi']) {
      const { id } = await makePost(db)
      await db
        .insertInto('post_tag')
        .values({ post_id: id, place_id: 'kemijarvi', key: tag, as_written: tag, position: 9 })
        .execute()
    }
    const html = await read('/families')
    expect(html).toMatch(/name="add" value="kemijarvella"/)
    expect(html).not.toContain('value="rovaniemi"')
    const [family] = await listFamilies(db, 'kemijarvi')
    const tags = family?.tags.map((one) => one.as_written).join('\n') ?? ''
    await send('/families', { id: family?.id ?? '', label_fi: 'Kemijärvi', tags, add: 'kemijarvella' })
    expect((await listFamilies(db, 'kemijarvi'))[0]?.tags.at(-1)?.key).toBe('kemijarvella')
  })

  it('gives the place file back, which makes the same place again', async () => {
    const { desk, me } = await start()
    const answer = await get(desk, '/desk/kemijarvi/place/file', me)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="kemijarvi.yaml"')
    const read = readPlace(await answer.text())
    expect(read).toMatchObject({
      place: { place: { id: 'kemijarvi' }, families: expect.arrayContaining([]) },
    })
  })
})

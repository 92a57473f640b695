// What people bring, by forms alone: surveys, labels, quotes, targets, observations let into the digest.
import { describe, expect, it } from 'vitest'
import { findTarget, listParts, listTargets } from '../../db/targets.ts'
import { openSample } from '../../services/brought.ts'
import { collectAll, makeAuthors, makeNote, makePostAt } from '../digest-makers.ts'
import { makePlace } from '../makers.ts'
import { post, signInAs } from './desk.ts'
import { standAtDesk } from './stand.ts'

const Q = '2026-q3'

describe('what people bring', () => {
  const stand = standAtDesk('writer', { name: 'Johanna', now: '2026-10-20T09:00:00Z' })
  const { page, send } = stand

  it('a survey is made once; papers go in one after another, a file after a look at its columns', async () => {
    const made = await send('/surveys', {
      ...{
        title: 'Tulomuuttajakysely',
        kind_1: 'scale',
        label_1: 'Kuinka hyvin sait apua?',
        low_1: '1',
        high_1: '4',
      },
      ...{ kind_2: 'choice', label_2: 'Mistä kuulit?', choices_2: 'some; tuttava' },
      ...{ kind_3: 'open', label_3: 'Mitä toivot?' },
    })
    const way = made.headers.get('location')?.replace('/desk/kemijarvi', '') ?? ''
    expect(way).toMatch(/^\/surveys\/s_[a-z2-7]{12}$/)
    const day = { day: '2026-09-02' }
    expect((await send(`${way}/paper`, { ...day, answer_1: '4', answer_2: 'Tuttava' })).status).toBe(303)
    const wrong = await send(`${way}/paper`, { ...day, answer_1: '7', answer_3: 'Töitä <b>' })
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringMatching(/asteikolla 1–4.*Töitä &lt;b>|asteikolla 1–4/s),
    ])
    expect((await send(`${way}/paper`, { ...day })).status).toBe(400)
    const table = 'Kuinka hyvin sait apua?;Mitä toivot?\n4;=HYPERLINK("http://x")\n3;\n2;Koulu'
    const columns = await (await send(`${way}/table`, { table })).text()
    expect(columns).toContain('Tiedostossa on 3 riviä')
    const shown = /<textarea name="table"[^>]*>(.*?)<\/textarea>/s.exec(columns)?.[1] ?? ''
    const carried = shown.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    const batch = {
      step: 'save',
      table: carried,
      column_0: '1',
      column_1: '3',
      from: '2026-09-01',
      to: '2026-09-21',
    }
    const taken = await send(`${way}/table`, { ...batch, link: 'closed', invited: '36' })
    expect(taken.headers.get('location')).toContain('?taken=3')
    const open = await stand.database.db
      .selectFrom('survey_answer')
      .select('value')
      .where('value', 'like', '=%')
      .execute()
    expect(open).toEqual([{ value: '=HYPERLINK("http://x")' }])
    expect(await page(way)).toContain('kutsuttuja 36')
  })

  it('several answers come from ticks on a paper and from columns of a file, and are counted', async () => {
    const label = 'Mistä kuulit?'
    const made = await send('/surveys', {
      ...{ title: 'Lähteet', kind_1: 'several', label_1: label, choices_1: 'some; lehti; tuttava' },
    })
    const way = made.headers.get('location')?.replace('/desk/kemijarvi', '') ?? ''
    expect(await page(way)).toContain('type="checkbox" name="answer_1" value="lehti"')
    const ticks = { day: '2026-09-02', answer_1: ['some', 'tuttava'] }
    expect((await post(stand.desk, `/desk/kemijarvi${way}/paper`, stand.me, ticks)).status).toBe(303)
    const table = `${label}: some;${label}: lehti\n${'1;0\n'.repeat(5)}${'1;1\n'.repeat(6)}`
    const columns = await (await send(`${way}/table`, { table })).text()
    expect(columns.match(/<option value="1" selected/g)).toHaveLength(2)
    const batch = { step: 'save', table, from: '2026-09-01', to: '2026-09-21', link: 'open', invited: '' }
    const mapped = { ...batch, column_0: '1', column_1: '1' }
    const twice = await send(`${way}/table`, { ...mapped, table: table.replace('lehti', 'some') })
    expect([twice.status, await twice.text()]).toEqual([
      400,
      expect.stringContaining('sama vaihtoehto on jo'),
    ])
    expect((await send(`${way}/table`, mapped)).headers.get('location')).toContain('?taken=11')
    expect(await page(way)).toContain('some 12/12, lehti 6/12, tuttava alle 5')
  })

  it('a text of the sample is labelled in one form, and the next one follows', async () => {
    await collectAll(stand.database.db, Q)
    const { resident } = await makeAuthors(stand.database.db)
    for (const n of [1, 2])
      await makePostAt(stand.database.db, `2026-08-0${n}T10:00:00Z`, { account: resident })
    const first = await page(`/labels?quarter=${Q}`)
    expect(first).toContain('Luokiteltu 0/2.')
    const item = /name="item" value="([^"]+)"/.exec(first)?.[1] ?? ''
    const label = {
      quarter: Q,
      author: 'residents',
      item,
      tone: 'positive',
      content: 'story',
      image: 'nature',
    }
    expect((await send('/labels', { ...label, theme: 'Luonto' })).status).toBe(303)
    expect(await page(`/labels?quarter=${Q}`)).toContain('Luokiteltu 1/2.')
    expect((await send('/labels', { ...label, item: 'p_aaaaaaaaaaaa' })).status).toBe(404)
  })

  it('listed words bring their texts to the front, and change neither the sample nor a figure', async () => {
    await collectAll(stand.database.db, Q)
    const { resident } = await makeAuthors(stand.database.db)
    for (const [n, text] of [
      'Lunta #kemijärvi',
      'Asuntoja etsitään #kemijärvi',
      'Jäätä #kemijärvi',
    ].entries())
      await makePostAt(stand.database.db, `2026-08-0${n + 1}T10:00:00Z`, { account: resident, text })
    const all = async () =>
      (await openSample(stand.desk.deps, place, Q, 'residents')).map((one) => one.item).sort()
    const place = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' } as never
    const before = await all()
    const editor = await signInAs(stand.desk, 'editor')
    expect((await send('/labels/words', { words: 'asun*\n\nASUN*' })).status).toBe(403)
    expect((await send('/labels/words', { words: 'asun*\n\nASUN*' }, editor)).status).toBe(303)
    expect(await page(`/labels?quarter=${Q}`)).toMatch(/<blockquote[^>]*><p>Asuntoja/)
    expect(await all()).toEqual(before)
    await send('/labels/words', { words: '' }, editor)
    expect(await stand.database.db.selectFrom('setting').select('name').execute()).not.toContainEqual({
      name: 'label-words',
    })
  })

  it('quotes need to say how they were allowed, and can be taken out', async () => {
    const quote = { mood: 'praise', origin: 'interview', body: 'Kiitos avusta.', day: '2026-10-01' }
    expect((await send('/quotes', { ...quote, cleared_how: '' })).status).toBe(400)
    expect((await send('/quotes', { ...quote, cleared_how: 'kysyttiin' })).status).toBe(303)
    const html = await page('/brought')
    expect(html).toContain('Kiitos avusta.')
    const id = /quotes\/(q_[a-z2-7]{12})\/remove/.exec(html)?.[1] ?? ''
    await send(`/quotes/${id}/remove`, {})
    expect(await page('/brought')).not.toContain('Kiitos avusta.')
  })

  it('targets are added and explained', async () => {
    const target = {
      year: '2026',
      label: 'Viikkonostoja',
      figure: 'F13',
      direction: 'up',
      aim: '52',
      cumulative: '1',
    }
    expect((await send('/targets', { ...target, aim: 'paljon' })).status).toBe(400)
    expect((await send('/targets', { ...target, baseline: '', least: '' })).status).toBe(303)
    const goal = /value="(g_[a-z2-7]{12})"/.exec(await page('/targets'))?.[1] ?? ''
    await send('/targets/note', { id: goal, note: 'Lomat' })
    expect(await page('/targets')).toContain('Lomat')
    await send('/targets/note', { id: goal, note: 'Lomat ja sairaus', was: 'Lomat' })
    // Who saves second is told, and sees what was typed beside what is kept.
    const late = await send('/targets/note', { id: goal, note: 'Kesä', was: 'Lomat' })
    const both = [expect.stringContaining('value="Kesä"'), expect.stringContaining(': Lomat ja sairaus')]
    const html = await late.text()
    expect([late.status, html, html]).toEqual([409, ...both])
  })

  it('a target is set right or taken away until the group has approved a plan that it measures', async () => {
    const { db } = stand.database
    await send('/targets', { year: '2027', label: 'Nostoja', direction: 'up', aim: '25', figure: 'F13' })
    const at = async () => /name="seen" value="([^"]+)"/.exec(await page('/targets?year=2027'))?.[1] ?? ''
    const id = /value="(g_[a-z2-7]{12})"/.exec(await page('/targets?year=2027'))?.[1] ?? ''
    const right = { id, year: '2027', label: 'Nostoja', direction: 'up', aim: '52', baseline: '31' }
    const seen = await at()
    stand.desk.now(new Date('2026-10-20T09:02:00Z'))
    const done = await send('/targets/change', { ...right, seen, figure: 'F13' })
    expect(done.headers.get('location')).toContain('/targets?year=2027&saved=1')
    expect((await findTarget(db, 'kemijarvi', id))?.aim).toBe('52')
    const late = await send('/targets/change', { ...right, aim: '60', seen })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('value="60"')])
    const plan = { place_id: 'kemijarvi', plan_id: 'l_1' }
    const texts = { steps: '{}', resources: '', partners: '', proposal: '', record: '' }
    const days = { title: 'Suunnitelma', from_day: '2027-01-01', to_day: '2027-12-31' }
    const saved = { id: 'l_1', place_id: 'kemijarvi', ...days, ...texts, by: 'Mika', at: new Date() }
    await db
      .insertInto('plan')
      .values({ ...saved, state: 'approved' })
      .execute()
    const target_id = (await findTarget(db, 'kemijarvi', id))?.id ?? 0
    await db
      .insertInto('plan_measure')
      .values({ ...plan, target_id })
      .execute()
    for (const [path, fields] of [
      ['change', { ...right, seen: await at() }],
      ['remove', { id, year: '2027' }],
    ] as const)
      expect((await send(`/targets/${path}`, fields)).status).toBe(409)
    await db.updateTable('plan').set({ state: 'draft' }).execute()
    expect((await send('/targets/remove', { id, year: '2027' })).status).toBe(303)
    expect(await findTarget(db, 'kemijarvi', id)).toBeUndefined()
    expect(await db.selectFrom('plan_measure').select('target_id').execute()).toEqual([])
  })

  it('a target in parts shows each beside its aim in the order given, and a total once all are known', async () => {
    await makePlace(stand.database.db, 'posio')
    const target = { year: '2026', label: 'Organisaatiot', direction: 'up', aim: '1' }
    await send('/targets', target)
    const goal = /targets\/(g_[a-z2-7]{12})\/parts/.exec(await page('/targets'))?.[1] ?? ''
    const rows = (actual: string) => ({
      ...{ label_0: 'Puolanka', aim_0: '15', actual_0: '8' },
      ...{ label_2: 'Kuusamo', aim_2: '30', actual_2: actual },
    })
    expect((await send(`/targets/${goal}/parts`, rows(''))).status).toBe(303)
    const lacking = await page('/targets/actuals')
    for (const told of ['8/15', 'ei tietoa/30', 'ei vielä, 1/2 tiedossa']) expect(lacking).toContain(told)
    expect(lacking).not.toContain('8/45')
    const seen = /name="seen" value="([^"]+)"/.exec(await page(`/targets/${goal}/parts`))?.[1] ?? ''
    stand.desk.now(new Date('2026-10-20T09:01:00Z'))
    await send(`/targets/${goal}/parts`, { ...rows('70'), seen })
    // Who saves second is told, and has what was typed.
    const late = await send(`/targets/${goal}/parts`, { ...rows('71'), seen })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('value="71"')])
    const whole = await page('/targets/actuals')
    expect(whole).toMatch(/Puolanka.*70\/30.*78\/45/s)
    expect(whole.indexOf('Puolanka')).toBeLessThan(whole.indexOf('Kuusamo'))
    const wrong = await send(`/targets/${goal}/parts`, { ...rows('paljon'), label_3: 'Puolanka', aim_3: '1' })
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('value="paljon"')])
    expect((await send('/targets/g_aaaaaaaaaaaa/parts', rows('1'))).status).toBe(404)
  })

  it('a year begins once as the one before, without what was reached', async () => {
    const { db } = stand.database
    const target = { year: '2026', direction: 'up', aim: '52', baseline: '31', note: 'Lomat' }
    for (const label of ['Nostoja', 'Yhteydenottoja']) await send('/targets', { ...target, label })
    const before = await listTargets(db, 'kemijarvi', 2026)
    const rowsOfParts = { label_0: 'Puolanka', aim_0: '15', actual_0: '8', label_1: 'Kuusamo', aim_1: '30' }
    await send(`/targets/${before[0]?.public_id}/parts`, rowsOfParts)
    for (const status of [303, 409])
      expect((await send('/targets/begin', { year: '2027' })).status).toBe(status)
    const rows = await listTargets(db, 'kemijarvi', 2027)
    const said = (all: typeof rows) => all.map((one) => [one.label, one.figure, one.aim, one.position])
    expect(said(rows)).toEqual(said(before))
    expect(rows.flatMap((one) => [one.baseline, one.note])).toEqual(rows.flatMap(() => [null, null]))
    const parts = (await listParts(db, 'kemijarvi')).filter((one) =>
      rows.some(({ id }) => id === one.target_id),
    )
    expect(parts.map((one) => [one.label, one.aim, one.actual])).toEqual([
      ['Puolanka', '15', null],
      ['Kuusamo', '30', null],
    ])
  })

  it('an observation goes into the digest by one press; an interview is for its writer and the editor', async () => {
    stand.desk.now(new Date('2026-11-20T09:00:00Z'))
    stand.me = await signInAs(stand.desk, 'writer', { name: 'Johanna' })
    expect(await page('/notes?quick=1')).not.toContain('name="evidence_url"')
    const note = { day: '2026-11-19', body: 'Kolme kysyi asunnoista.' }
    await send('/notes', { ...note, kind: 'observation' })
    await send('/notes', { ...note, kind: 'interview', body: 'Salaista.' })
    const html = await page('/notes')
    const id = /action="\/desk\/kemijarvi\/notes\/(n_[a-z2-7]{12})"/.exec(html)?.[1] ?? ''
    await send(`/notes/${id}`, { print: '1' })
    expect(await page('/notes')).toContain('koosteessa')
    expect(html).toContain('Salaista.')
    const [other, editor] = [
      await signInAs(stand.desk, 'writer', { name: 'Maija' }),
      await signInAs(stand.desk, 'editor'),
    ]
    expect(await page('/notes', other)).not.toContain('Salaista.')
    expect(await page('/notes', editor)).toContain('Salaista.')
    await makeNote(stand.database.db, 'feedback', '2026-11-18')
    const feedback = await stand.database.db
      .selectFrom('note')
      .select('public_id')
      .where('kind', '=', 'feedback')
      .execute()
    await send(`/notes/${feedback[0]?.public_id}`, { answered: '2026-11-20' })
    expect(await page('/notes')).toContain('Vastattu')
  })

  it('actions, comments and signatures are made on the digest’s own page', async () => {
    await collectAll(stand.database.db, Q)
    await send('/digests', { quarter: Q })
    const way = `/digests/${Q}`
    expect(
      (
        await send(`${way}/actions`, {
          what: 'Asunnot yhdelle sivulle.',
          who: 'asuntoneuvoja',
          due: '2026-12-31',
        })
      ).status,
    ).toBe(303)
    expect((await send(`${way}/actions`, { what: '', who: '' })).status).toBe(400)
    expect((await send(`${way}/comments`, { section: 'image', body: 'Lisätään luku.' })).status).toBe(303)
    const html = await page(way)
    for (const told of ['Asunnot yhdelle sivulle.', 'Lisätään luku.', '31.12.2026 mennessä'])
      expect(html).toContain(told)
    const id = /name="id" value="(t_[a-z2-7]{12})"/.exec(html)?.[1] ?? ''
    expect(
      (await send(`${way}/tell`, { id, state: 'done', result: 'Valmis.', done: '2026-10-19' })).status,
    ).toBe(303)
    expect(await page(way)).toContain('Valmis.')
    expect(await page(`${way}/preview?part=short`)).toContain('LUONNOS')
  })
})

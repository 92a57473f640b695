// The process of a year and the content cards at the desk: begun from the model, ticked, reviewed, kept by year.
import { expect, it } from 'vitest'
import { listCards } from '../../db/audiences.ts'
import { saveDuty } from '../../db/duties.ts'
import { listModels, listTicks } from '../../db/process.ts'
import { reviewQuestions } from '../../db/schema.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const P = 'kemijarvi'

onBothDatabases('the process at the desk', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    await saveDuty(db, P, 'comms-lead', { fi: 'Viestinnästä vastaava' })
    const me = await signInAs(desk, 'editor', { name: 'Aino Aalto' })
    const send = (path: string, fields: Record<string, string> = {}) =>
      post(desk, `/desk/${P}${path}`, me, fields)
    const read = async (path: string) => (await get(desk, `/desk/${P}${path}`, me)).text()
    return { db, send, read }
  }

  it('begins with the model, is ticked by quarter and year, and a task keeps its ticks with its words', async () => {
    const { db, send, read } = await start()
    expect(await read('/process')).toContain('Aloita vuosi 2026 Kemijärven mallista')
    expect((await send('/process/2026')).status).toBe(303)
    expect((await send('/process/2026')).status).toBe(409)
    const [model] = await listModels(db, P)
    expect(model?.stages.map(({ id, duty }) => [id, duty])).toEqual([
      ['collect', 'comms-lead'],
      ...['analyse', 'plan', 'act'].map((id) => [id, null]),
    ])
    const tick = (period: string, task: string, done = '1') =>
      send('/process/2026/ticks', { period, task, done })
    expect((await tick('2026-q3', 'kooste')).status).toBe(303)
    expect((await tick('2026', 'hallitus')).status).toBe(303)
    for (const [period, task] of [
      ['2026', 'kooste'],
      ['2025-q3', 'kooste'],
      ['2026-q3', 'muu'],
    ] as const)
      expect((await tick(period, task)).status).toBe(404)
    const stage = {
      stage: 'collect',
      label: 'Kerääminen',
      duty_id: '',
      year_tasks: '',
      inputs: 'Palautteet',
      outputs: '',
    }
    const tasks = 'Kooste neljä kertaa vuodessa\nKuvat talteen'
    expect((await send('/process/2026/stage', { ...stage, quarter_tasks: tasks })).status).toBe(303)
    const [changed] = await listModels(db, P)
    expect(changed?.stages[0]?.tasks.map((one) => one.label)).toEqual(tasks.split('\n'))
    expect(changed?.stages[0]?.tasks[0]?.id).toBe('kooste')
    expect(await read('/process')).toContain('3/2026 tehty')
    await tick('2026-q3', 'kooste', '0')
    expect((await listTicks(db, P, '2026')).map((one) => one.task)).toEqual(['hallitus'])
  })

  it('is not written over unseen when two change it at once, and what was typed stays', async () => {
    const { db, send, read } = await start()
    await send('/process/2026')
    const seen = /name="seen" value="(\d+)"/.exec(await read('/process'))?.[1] ?? ''
    const lists = { duty_id: '', quarter_tasks: '', year_tasks: '', inputs: '', outputs: '' }
    const stage = { id: '2026', seen, stage: 'collect', ...lists, label: 'Kerääminen' }
    expect((await send('/process/2026/stage', stage)).status).toBe(303)
    const late = await send('/process/2026/stage', { ...stage, label: 'Kokoaminen' })
    const html = await late.text()
    expect([late.status, html]).toEqual([409, expect.stringContaining('value="Kokoaminen"')])
    const answers = Object.fromEntries(reviewQuestions.map((one) => [one, `Vastaus ${one}`]))
    const review = { id: '2026', duty_id: '', reviewed_on: '', ...answers }
    const refused = await send('/process/2026/review', { ...review, seen })
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('Vastaus strengths'),
    ])
    const now = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect((await send('/process/2026/review', { ...review, seen: now })).status).toBe(303)
    expect((await listModels(db, P))[0]).toMatchObject({
      review: answers,
      stages: [{ label: 'Kerääminen' }, {}, {}, {}],
    })
  })

  it('is reviewed with its questions, and the next year begins from it while the year before stays', async () => {
    const { db, send, read } = await start()
    await send('/process/2026')
    const answers = Object.fromEntries(reviewQuestions.map((one) => [one, `Vastaus ${one}`]))
    const review = { ...answers, duty_id: 'comms-lead', reviewed_on: '2026-12-10' }
    expect((await send('/process/2026/review', review)).status).toBe(303)
    const stage = { label: 'Kerääminen', duty_id: '', quarter_tasks: 'Kuvat talteen', year_tasks: '' }
    await send('/process/2026/stage', { ...stage, stage: 'collect', inputs: '', outputs: '' })
    const history = await read('/history')
    for (const words of [
      'Mitä vahvuuksia prosessissa on?: tyhjä → Vastaus strengths',
      'Kerääminen: vastuu: Viestinnästä vastaava → tyhjä',
      '+ Kuvat talteen',
    ])
      expect(history).toContain(words)
    expect(history).not.toMatch(/strengths:|comms-lead|\[object/)
    expect((await send('/process/2027')).status).toBe(303)
    const [next, before] = await listModels(db, P)
    expect([next?.id, next?.review, next?.duty_id, next?.reviewed_on]).toEqual([
      '2027',
      {},
      'comms-lead',
      null,
    ])
    expect([before?.id, before?.review]).toEqual(['2026', answers])
    const html = await read('/process?year=2026')
    for (const words of [
      'Arvioitu 10.12.2026',
      'Vastaus strengths',
      'Viimeisin päivitys',
      'viestinnän malli 2026',
    ])
      expect(html).toContain(words)
    const newest = await db
      .selectFrom('place_edit')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect((await send(`/history/${newest.id}/undo`)).status).toBe(303)
    expect((await listModels(db, P)).map((one) => one.id)).toEqual(['2026'])
  })

  it('has content cards with an owner and a review day, late ones first, and guides whose term ends', async () => {
    const { db, send, read } = await start()
    const card = {
      url: '',
      body: '',
      languages: 'fi, en',
      duty_id: 'comms-lead',
      reviewed_on: '',
      holders: '',
    }
    await send('/cards', { ...card, kind: 'landing', title: 'Muuttajan sivu', review_on: '2027-02-01' })
    const guides =
      'Liisa Laine | liisa@example.org | suomi, englanti | 2026-05-31\nOlli Oja | 040 1 | saame | 2027-05-31'
    const pool = { ...card, kind: 'guides', title: 'Opaspooli', review_on: '2026-10-01', holders: guides }
    expect((await send('/cards', pool)).status).toBe(303)
    expect((await send('/cards', { ...pool, holders: 'Liisa Laine' })).status).toBe(400)
    expect((await listCards(db, P)).map((one) => one.holders.length)).toEqual([0, 2])
    const html = await read('/cards')
    expect(html.indexOf('Opaspooli')).toBeLessThan(html.indexOf('Muuttajan sivu'))
    await send('/process/2026')
    expect(await read('/process')).toContain('>Opaspooli: tarkistus myöhässä')
    for (const words of [
      'tarkistus myöhässä',
      '1 henkilön kausi on päättynyt',
      'kausi päättyi 31.5.2026',
      'kausi päättyy 31.5.2027',
    ])
      expect(html).toContain(words)
  })
})

// Digests, notes and numbers at the desk: every move by a form, each for those who may, nothing lost on a refusal.
import { describe, expect, it } from 'vitest'
import { sections } from '../../services/domain/digest-states.ts'
import { onBothDatabases } from '../db.ts'
import { collectAll, makePostAt } from '../digest-makers.ts'
import { xlsxOf } from '../fixtures/xlsx.ts'
import { makePlace } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const Q = '2026-q3'
const path = (rest = '') => `/desk/kemijarvi/digests${rest}`

onBothDatabases('the desk’s digests', (open) => {
  const begin = async (at = '2026-10-20T09:00:00Z') => {
    const desk = openDesk(open())
    desk.now(new Date(at))
    await makePlace(open().db)
    await collectAll(open().db, Q)
    await makePostAt(open().db, '2026-08-01T10:00:00Z')
    const [editor, writer] = [
      await signInAs(desk, 'editor', { name: 'Aino' }),
      await signInAs(desk, 'writer', { name: 'Johanna' }),
    ]
    return { desk, editor, writer, reader: await signInAs(desk, 'reader', { name: 'Lauri' }) }
  }
  const stateOf = async () => (await open().db.selectFrom('digest').select('state').executeTakeFirst())?.state
  const filled = (text = 'Teksti.') => Object.fromEntries(sections.map((one) => [`text_${one.id}`, text]))
  const marks = async (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/name="(was_[\w-]+)" value="([\w-]+)"/g)].map(([, name, value]) => [name, value]),
    )

  it('goes from the list to a published digest by forms alone, by two people', async () => {
    const { desk, editor, writer } = await begin()
    const list = await (await get(desk, path(), writer)).text()
    expect(list).toContain('Heinä–syyskuu 2026')
    expect((await post(desk, path(), writer, { quarter: Q })).headers.get('location')).toBe(path(`/${Q}`))
    const draft = await (await get(desk, path(`/${Q}`), writer)).text()
    expect(draft).toContain('Päätoimittaja jäädyttää ja julkaisee.')
    const saved = await post(desk, path(`/${Q}/texts`), writer, {
      ...filled(),
      none_image: '1',
      ...(await marks(draft)),
    })
    expect(saved.headers.get('location')).toBe(path(`/${Q}?said=texts`))
    expect((await post(desk, path(`/${Q}/freeze`), editor, {})).status).toBe(303)
    const ready = await (await get(desk, path(`/${Q}`), editor)).text()
    expect(ready).toContain('yksin: kokosin luvut')
    const alone = await post(desk, path(`/${Q}/publish`), editor, {})
    expect([alone.status, await alone.text()]).toEqual([
      409,
      expect.stringContaining('Toisen pitää hyväksyä kooste.'),
    ])
    const other = await signInAs(desk, 'editor', { name: 'Maija' })
    expect(await (await get(desk, path(`/${Q}`), other)).text()).not.toContain('yksin: kokosin luvut')
    expect((await post(desk, path(`/${Q}/publish`), other, {})).status).toBe(303)
    expect(await stateOf()).toBe('published')
    expect(await (await desk.app.request(`/digests/kemijarvi/${Q}`)).text()).toContain('Teksti.')
    const page = await (await get(desk, path(`/${Q}`), editor)).text()
    expect(page).toContain('hyväksyi Maija')
    expect(page).not.toContain('name="text_conclusion1"')
    expect((await post(desk, path(`/${Q}/correct`), editor, { reason: 'Luku oli väärin.' })).status).toBe(303)
    expect(
      await open().db.selectFrom('digest').select(['revision', 'state']).orderBy('revision').execute(),
    ).toEqual([
      { revision: 1, state: 'published' },
      { revision: 2, state: 'draft' },
    ])
  })

  it('a team of one says so, and the page tells it', async () => {
    const { desk, editor } = await begin()
    await post(desk, path(), editor, { quarter: Q })
    const draft = await (await get(desk, path(`/${Q}`), editor)).text()
    await post(desk, path(`/${Q}/texts`), editor, { ...filled(), ...(await marks(draft)) })
    await post(desk, path(`/${Q}/freeze`), editor, {})
    expect((await post(desk, path(`/${Q}/publish`), editor, { alone: '1' })).status).toBe(303)
    const page = await (await desk.app.request(`/digests/kemijarvi/${Q}`)).text()
    expect(page).toContain('Sama henkilö kokosi luvut ja hyväksyi koosteen.')
  })

  it('asks for a reason before day 15, and shows it', async () => {
    const { desk, editor } = await begin('2026-10-10T09:00:00Z')
    await post(desk, path(), editor, { quarter: Q })
    const early = await post(desk, path(`/${Q}/freeze`), editor, { reason: ' ' })
    expect([early.status, await early.text()]).toEqual([
      409,
      expect.stringContaining('Syy, miksi jäädytät ennen 15.10.2026'),
    ])
    await post(desk, path(`/${Q}/freeze`), editor, { reason: 'Valtuusto kokoontuu 12.10.' })
    expect(await stateOf()).toBe('analysis')
    expect(await (await get(desk, path(`/${Q}`), editor)).text()).toContain('Valtuusto kokoontuu 12.10.')
  })

  it('two may write at once: each keeps their own sections and overwrites nothing unseen', async () => {
    const { desk, editor, writer } = await begin()
    await post(desk, path(), writer, { quarter: Q })
    const seen = await marks(await (await get(desk, path(`/${Q}`), writer)).text())
    await post(desk, path(`/${Q}/texts`), writer, {
      ...seen,
      text_image: 'Johannan teksti',
      text_decisions: '',
    })
    await post(desk, path(`/${Q}/texts`), editor, { ...seen, text_image: '', text_decisions: 'Ainon päätös' })
    const both = await open().db.selectFrom('digest').select('texts').executeTakeFirstOrThrow()
    expect(both.texts).toEqual({ image: 'Johannan teksti', decisions: 'Ainon päätös' })
    const late = await post(desk, path(`/${Q}/texts`), editor, { ...seen, text_image: 'Ainon teksti' })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Ainon teksti')])
  })

  it('each move is only for those who may, and a draft is seen only by those signed in', async () => {
    const { desk, editor, writer, reader } = await begin()
    await post(desk, path(), writer, { quarter: Q })
    expect((await get(desk, path(`/${Q}/preview`), reader)).status).toBe(200)
    expect(await (await get(desk, path(`/${Q}/preview`), reader)).text()).toContain('noindex')
    expect((await get(desk, path(`/${Q}/preview`))).status).toBe(401)
    for (const [who, move, status] of [
      [reader, 'compile', 403],
      [reader, 'texts', 403],
      [writer, 'freeze', 403],
      [writer, 'publish', 403],
      [writer, 'correct', 403],
      [editor, 'publish', 409],
    ] as const)
      expect([move, (await post(desk, path(`/${Q}/${move}`), who, {})).status]).toEqual([move, status])
    expect((await post(desk, path(`/${Q}/freeze`), editor, { csrf: 'other' })).status).toBe(403)
    expect((await get(desk, '/desk/posio/digests', editor)).status).toBe(404)
  })
})

onBothDatabases('the desk’s notes and numbers', (open) => {
  const begin = async () => {
    const desk = openDesk(open())
    await makePlace(open().db)
    return { desk, writer: await signInAs(desk, 'writer', { name: 'Johanna' }) }
  }

  it('a note is written in one form and stands in the list with who wrote it', async () => {
    const { desk, writer } = await begin()
    const note = {
      kind: 'feedback',
      day: '2026-11-20',
      theme: 'asuminen',
      body: 'Vuokra-asuntoja etsittiin.',
      evidence_url: '',
    }
    expect((await post(desk, '/desk/kemijarvi/notes', writer, note)).status).toBe(303)
    const page = await (await get(desk, '/desk/kemijarvi/notes', writer)).text()
    expect(page).toContain('Vuokra-asuntoja etsittiin.')
    expect(page).toContain('20.11. · asuminen · Johanna')
    const bad = await post(desk, '/desk/kemijarvi/notes', writer, {
      ...note,
      day: '2026-02-30',
      body: 'Säilyvä teksti',
    })
    expect([bad.status, await bad.text()]).toEqual([400, expect.stringContaining('Säilyvä teksti')])
  })

  describe('a number', () => {
    const number = {
      indicator: 'people.moved-in',
      dim: '',
      period: '2026-10',
      value: '1 234,5',
      source: 'Tilastokeskus',
      status: 'preliminary',
    }
    it('is saved once, as it was meant', async () => {
      const { desk, writer } = await begin()
      const answer = await post(desk, '/desk/kemijarvi/measures', writer, number)
      expect(answer.headers.get('location')).toBe('/desk/kemijarvi/measures?saved=1&unchanged=0')
      const row = await open().db.selectFrom('measure').selectAll().executeTakeFirstOrThrow()
      expect(row).toMatchObject({
        value: '1234.5',
        period_kind: 'month',
        status: 'preliminary',
        entered_by: 'Johanna',
      })
    })
    it('that cannot be read is told about, and the form keeps what was written', async () => {
      const { desk, writer } = await begin()
      const answer = await post(desk, '/desk/kemijarvi/measures', writer, {
        ...number,
        value: 'noin 5',
        period: 'lokakuu',
      })
      const html = await answer.text()
      expect(answer.status).toBe(400)
      expect(html).toContain('lokakuu ei ole jakso')
      expect(html).toContain('noin 5 ei ole luku')
      expect(html).toContain('value="Tilastokeskus"')
    })
  })

  it('a table is shown before it is saved, and a wrong one is shown with its lines', async () => {
    const { desk, writer } = await begin()
    const send = (table: string, step = '') =>
      post(desk, '/desk/kemijarvi/measures/import', writer, { table, step })
    const good =
      'tunnusluku;osa;jakso;arvo;lähde\ngoal.actual;infot;2026-q4;28;oma\ngoal.target;infot;2026-q4;25;oma'
    const shown = await send(good)
    expect([shown.status, await shown.text()]).toEqual([
      200,
      expect.stringContaining('Taulukossa on 2 lukua.'),
    ])
    expect(await open().db.selectFrom('measure').selectAll().execute()).toEqual([])
    const wrong = await send(`${good}\ngoal.actual;infot;2026-q4;x;oma`, 'save')
    const html = await wrong.text()
    expect(wrong.status).toBe(400)
    expect(html).toContain('rivi 4, arvo: x ei ole luku')
    expect(html).toContain('on jo kohdassa rivi 2')
    expect(await open().db.selectFrom('measure').selectAll().execute()).toEqual([])
    expect((await send(good, 'save')).headers.get('location')).toBe(
      '/desk/kemijarvi/measures?saved=2&unchanged=0',
    )
  })

  const rows = [
    ['tunnusluku', 'osa', 'jakso', 'arvo', 'lähde'],
    ['image.statement', 'ystävällisyys', '2026', '24,5', 'Kysely'],
  ]
  const table = rows.map((cells) => cells.join(';')).join('\n')
  it.each([
    ['Windows-1252', 'luvut.csv', Buffer.from(table, 'latin1')],
    ['UTF-16', 'luvut.txt', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['a spreadsheet', 'luvut.xlsx', xlsxOf(rows)],
  ])('a file in %s is read in its own letters', async (_, name, bytes) => {
    const { desk, writer } = await begin()
    const body = new FormData()
    body.set('csrf', writer.csrf)
    body.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
    const answer = await desk.app.request('/desk/kemijarvi/measures/import', {
      method: 'POST',
      body,
      headers: { cookie: writer.cookie, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
    })
    expect(await answer.text()).toContain('image.statement · ystävällisyys · 2026 · 24.5 · Kysely')
  })
})

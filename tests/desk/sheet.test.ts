// Posts as a table at the desk: CSV and Excel files, every complaint by row and column, all or none, again is nothing.
import { expect, it } from 'vitest'
import { findPlace } from '../../db/places.ts'
import type { Act } from '../../services/curate.ts'
import { decodeTable, readCsv } from '../../services/domain/csv.ts'
import { checkSheet } from '../../services/sheet.ts'
import { readSpreadsheet } from '../../services/spreadsheet.ts'
import { onBothDatabases } from '../db.ts'
import { xlsxOf } from '../fixtures/xlsx.ts'
import { makePlace, NOW } from '../makers.ts'
import { get, openDesk, signInAs } from './desk.ts'

const head = 'kanava;linkki;päivä;kirjoittaja;teksti;aihetunnisteet;tykkäykset;kommentit;jaot;katselut'
const good = [
  'Facebook;https://www.facebook.com/kunta/posts/1?utm_source=x;3.11.2026 14.30',
  'Kemijärven kaupunki;Tori aukeaa.;#kemijärvi, tori;1 200;3;;',
].join(';')

onBothDatabases('posts as a table', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const me = await signInAs(desk, 'curator')
    const act: Act = { place, name: 'Johanna Kivelä', person: 7, language: 'fi' }
    const check = (text: string) => checkSheet(readCsv(text), act, NOW)
    const send = async (fields: Record<string, string | File>) => {
      const body = new FormData()
      body.set('csrf', me.csrf)
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: me.cookie }
      return desk.app.request('/desk/kemijarvi/sheet/import', { method: 'POST', body, headers })
    }
    const file = (bytes: Uint8Array, name: string) => new File([bytes as Uint8Array<ArrayBuffer>], name)
    const save = async (text: string) => (await send({ step: 'save', table: text })).headers.get('location')
    const posts = () => db.selectFrom('post').selectAll().orderBy('id').execute()
    return { desk, db, me, check, send, save, file, posts }
  }

  it('a row becomes a post of its channel that waits, with counts, tags and the mark of who brought it', async () => {
    const { save, posts, db, desk, me } = await start()
    expect(await save(`${head}\n${good}`)).toBe('/desk/kemijarvi/sheet?saved=1&unchanged=0')
    expect(await posts()).toMatchObject([
      {
        channel: 'facebook',
        external_id: 'https://facebook.com/kunta/posts/1',
        url: 'https://www.facebook.com/kunta/posts/1',
        state: 'new',
        text: 'Tori aukeaa.',
        published_at: new Date('2026-11-03T12:30:00Z'),
        likes: 1200,
        comments: 3,
        shares: null,
        remarks: [{ code: 'by-hand', values: { who: 'Johanna Kivelä' } }],
      },
    ])
    const tags = await db.selectFrom('post_tag').select('key').orderBy('position').execute()
    expect(tags.map((tag) => tag.key)).toEqual(['kemijärvi', 'tori'])
    const queue = await (await get(desk, '/desk/kemijarvi/inbox', me)).text()
    expect(queue).toContain('Johanna Kivelä on tuonut tämän käsin.')
  })

  it('the same table again changes nothing, and new numbers only the numbers', async () => {
    const { save, posts } = await start()
    await save(`${head}\n${good}`)
    const before = await posts()
    expect(await save(`${head}\n${good}`)).toContain('saved=0&unchanged=1')
    expect(await posts()).toEqual(before.map((one) => ({ ...one, counted_at: expect.anything() })))
    await save(`${head}\n${good.replace('1 200', '1 300')}`)
    expect(await posts()).toMatchObject([{ likes: 1300, version: before[0]?.version }])
  })

  it('an author whom the place has met by handle is that account, with its kind', async () => {
    const { save, posts, db } = await start()
    const row = (n: number) => `Instagram;https://www.instagram.com/p/a${n}/;3.11.2026;@Kemijarvi;Hei;;;;;`
    await save(`${head}\n${row(1)}`)
    await db.updateTable('account').set({ kind: 'own', external_id: '17841400000000000' }).execute()
    await save(`${head}\n${row(2)}`)
    const [first, second] = await posts()
    expect([first?.account_id === second?.account_id, second?.state]).toEqual([true, 'shown'])
  })

  it('every complaint names its row and column, and one wrong row holds all', async () => {
    const { check, send, posts } = await start()
    const bad = [
      'Myspace;kunta.fi;32.11.2026;;;#ei-näin;1,5;-1;x;',
      good,
      good.replace('Facebook', 'linkedin').replace('utm_source=x', 'utm_source=y'),
      'Facebook;https://www.facebook.com/kunta/posts/2;3.11.2027;A;;;;;;;liikaa',
    ]
    const { complaints } = check([head, ...bad].join('\r\n'))
    expect(complaints.map((one) => one.path)).toEqual([
      ...['kanava', 'linkki', 'päivä', 'kirjoittaja', 'aihetunnisteet'].map((column) => `rivi 2, ${column}`),
      ...['tykkäykset', 'kommentit', 'jaot'].map((column) => `rivi 2, ${column}`),
      'rivi 4, linkki',
      'rivi 5',
      'rivi 5, päivä',
    ])
    const answer = await send({ step: 'save', table: [head, ...bad].join('\r\n') })
    expect([answer.status, await posts()]).toEqual([400, []])
    expect(await answer.text()).toContain('sama linkki on jo kohdassa rivi 3')
  })

  it('columns may stand in any order and language; a strange, a missing or a doubled one is told', async () => {
    const { check } = await start()
    expect(check('author,date,link,channel\nA,2026-11-03,https://x.com/a/status/1,X').posts).toMatchObject([
      { channel: 'x', author: 'A', counts: { likes: null } },
    ])
    for (const [first, message] of [
      ['kanava;linkki;päivä;kirjoittaja;outo', 'tuntematon sarake: outo'],
      ['kanava;linkki;päivä', 'ensimmäiseltä riviltä puuttuu sarake: kirjoittaja'],
      ['kanava;linkki;päivä;kirjoittaja;dag', 'sarake on kahdesti: päivä'],
    ])
      expect(check(`${first}\na;b;c`).complaints).toEqual([{ path: 'rivi 1', message }])
  })

  it('what a spreadsheet would run stays text, and comes back as it was', async () => {
    const { check, send } = await start()
    const risky = '=HYPERLINK("http://paha.example";"x")'
    const row = `X;https://x.com/a/status/1;3.11.2026;@aino;"${risky.replaceAll('"', '""')}";;;;;`
    expect(check(`${head}\n${row}`).posts).toMatchObject([{ author: '@aino', text: risky }])
    const shown = await (await send({ file: new File([`${head}\n${row}`], 'a.csv') })).text()
    expect(shown).toContain('&quot;=HYPERLINK(&quot;&quot;http://paha.example')
    expect(check(`${head}\n${row.replace('@aino', "'@aino")}`).posts[0]?.author).toBe('@aino')
  })

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16 as Excel’s Unicode text', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('a file in %s is read', async (_, encode) => {
    const { check } = await start()
    const { posts, complaints } = check(decodeTable(encode(`${head}\n${good}`)))
    expect([complaints, posts[0]?.author]).toEqual([[], 'Kemijärven kaupunki'])
  })

  it('the template is itself a good table', async () => {
    const { desk, me, check } = await start()
    const answer = await get(desk, '/desk/kemijarvi/sheet/template.csv', me)
    const { posts, complaints } = check(await answer.text())
    expect([complaints, posts.length, answer.headers.get('content-type')]).toEqual([
      [],
      1,
      'text/csv; charset=utf-8',
    ])
  })

  it('an Excel file is read: formulas by their results, dates by what they showed', async () => {
    const { send, file, posts, save } = await start()
    const cells = [
      'YouTube',
      'https://youtu.be/abc',
      new Date('2026-11-03T14:30:00Z'),
      'Kaupunki',
      null,
      '',
      7,
    ]
    const bytes = xlsxOf([head.split(';'), [], [...cells, { formula: '=1+1', value: '2' }]])
    expect(await readSpreadsheet(bytes)).toMatchObject([
      { line: 1 },
      { line: 3, cells: expect.arrayContaining(['7', '2']) },
    ])
    const page = await (await send({ file: file(bytes, 'a.xlsx') })).text()
    const text = /<textarea name="table"[^>]*>([^<]*)</.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
    expect(await save(text)).toContain('saved=1')
    expect(await posts()).toMatchObject([
      { channel: 'youtube', published_at: new Date('2026-11-03T12:30:00Z'), likes: 7, comments: 2 },
    ])
  })

  it('a broken spreadsheet is refused in words', async () => {
    const { send, file } = await start()
    const answer = await send({ file: file(xlsxOf([['a']]).slice(0, 300), 'a.xlsx') })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('ei voitu lukea')])
  })
})

// The platforms' own statistics at the desk: files in any letters, a look before saving, once each, and back again.
import { describe, expect, it } from 'vitest'
import { addSource } from '../../db/sources.ts'
import { saveTallies } from '../../db/tallies.ts'
import { compileBundle } from '../../services/compile.ts'
import { findFigure } from '../../services/domain/digest-model.ts'
import { onBothDatabases } from '../db.ts'
import { makeAuthors, makeMeasure } from '../digest-makers.ts'
import { xlsxOf } from '../fixtures/xlsx.ts'
import { makePlace, makePost } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'
import { standAtDesk } from './stand.ts'

const Q = '2026-q3'
const facebook = [
  'Post ID,Page ID,Page name,Title,Publish time,Permalink,Reach,Views,Reactions,Comments,Shares,Link clicks',
  '77,100,Kemijärvi,"Tori aukeaa,\nja ""kahvi"" maistuu",09/30/2026 23:30,,"1,200",1500,30,4,2,11',
  '78,100,Kemijärvi,Äiti,09/12/2026 08:00,,800,900,12,0,,',
].join('\r\n')
const linkedin = 'Sisältö ajalta 1.9., 2026\nDate,Impressions (total),Clicks (total)\n'

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}
const encoded: [string, Uint8Array][] = [
  ['UTF-8', new TextEncoder().encode(facebook)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${facebook}`)],
  ['Windows-1252', latin(facebook)],
  ['UTF-16', utf16(facebook, false)],
  ['UTF-16 the other way round', utf16(facebook, true)],
  ['UTF-8 after a line that tells the separator', new TextEncoder().encode(`sep=,\n${facebook}`)],
]

const carriedOf = (html: string) => {
  const text = /<textarea name="table"[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1] ?? ''
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}
/** What the page's form would send: every choice as it stands there. */
const formOf = (html: string) => ({
  ...Object.fromEntries(
    [...html.matchAll(/<select id="([\w-]+)".*?<\/select>/gs)].map(([select, name]) => [
      name,
      /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '',
    ]),
  ),
  ...Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(name|was)" value="([^"]*)"/g)].map(([, n, v]) => [n, v]),
  ),
  table: carriedOf(html),
})

describe('the platforms’ own statistics', () => {
  const stand = standAtDesk('writer', { name: 'Johanna', now: '2026-10-12T09:00:00Z' })
  const upload = async (bytes: Uint8Array, name = 'sisalto.csv') => {
    const body = new FormData()
    body.set('csrf', stand.me.csrf)
    body.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
    const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: stand.me.cookie }
    const answer = await stand.desk.app.request('/desk/kemijarvi/exports/import', {
      method: 'POST',
      body,
      headers,
    })
    return { status: answer.status, html: await answer.text() }
  }
  const text = (one: string, name?: string) => upload(new TextEncoder().encode(one), name)
  const send = (fields: Record<string, string>) =>
    post(stand.desk, '/desk/kemijarvi/exports/import', stand.me, fields)
  const save = async (html: string, more: Record<string, string> = {}) =>
    send({ ...formOf(html), step: 'save', ...more } as Record<string, string>)
  const page = async () => (await get(stand.desk, '/desk/kemijarvi/exports', stand.me)).text()
  const posts = () =>
    stand.database.db.selectFrom('platform_post').selectAll().orderBy('external_id').execute()

  it.each(encoded)(
    'a file in %s is the same: known by its headings, shown first, then saved',
    async (_, bytes) => {
      const { status, html } = await upload(bytes)
      expect(status).toBe(200)
      expect(html).toContain('Tunnistettu otsikoista: Facebook, yksi julkaisu.')
      expect(html).toContain('2 julkaisua ajalta 12.9.2026–30.9.2026. Niistä 0 on jo palvelussa.')
      expect(html).toContain('näyttökerrat: 2\u00a0400 yhteensä')
      expect(await posts()).toEqual([])
      expect((await save(html)).headers.get('location')).toBe('/desk/kemijarvi/exports?saved=2')
      expect(await posts()).toMatchObject([
        // Half past eleven on the last evening of the quarter, in the place's own time.
        {
          external_id: '77',
          reach: 1200,
          views: 1500,
          clicks: 11,
          published_at: new Date('2026-09-30T20:30:00Z'),
        },
        { external_id: '78', reach: 800, shares: null, clicks: null },
      ])
    },
  )

  it('a spreadsheet is read; an old one, an empty file, nonsense and too much are refused in words', async () => {
    const cells = facebook.split('\r\n').map((line) => line.replace(/"[^"]*(?:""[^"]*)*"/g, 'x').split(','))
    const { html } = await upload(xlsxOf(cells), 'sisalto.xlsx')
    expect(html).toContain('Tunnistettu otsikoista: Facebook')
    const refused = async (bytes: Uint8Array) => {
      const { status, html: said } = await upload(bytes)
      return [status, /class="say[^>]*>.*?<(?:b|strong|p|h\d)[^>]*>([^<]+)/s.exec(said)?.[1]?.trim()]
    }
    expect((await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 1, 2, 3)))[0]).toBe(400)
    expect((await refused(new Uint8Array()))[0]).toBe(400)
    expect((await text(facebook.split('\r\n')[0] as string)).html).toContain('Tiedostossa ei ole rivejä')
    expect((await upload(Uint8Array.of(0x50, 0x4b, 3, 4, 1))).html).toContain('Tiedostoa ei voi lukea')
    const huge = new Uint8Array(5.5 * 1024 * 1024).fill(97)
    expect((await upload(huge)).status).toBe(413)
  })

  it('saves nothing while anything is wrong, and names each wrong cell by row and column', async () => {
    const wrong = `${facebook}\n79,100,Kemijärvi,=HYPERLINK("x"),13/40/2026 08:00,,x,1,1,1,1,1`
    const { status, html } = await text(wrong)
    expect(status).toBe(400)
    expect(html).toContain('rivi 5, Publish time: 13/40/2026 08:00 ei ole päivä tässä sarakkeessa')
    expect(html).toContain('rivi 5, Reach: x ei ole kokonaisluku')
    expect((await save(html)).status).toBe(400)
    expect(await posts()).toEqual([])
  })

  it('the same file again is known and not saved twice, however its form is sent', async () => {
    const first = await text(facebook)
    await save(first.html)
    const again = await text(facebook)
    expect(again.html).toContain('Johanna toi sen 12.10.2026.')
    expect(again.html).not.toContain('Tallenna luvut')
    await save(first.html)
    expect(await posts()).toHaveLength(2)
  })

  it('columns that no layout has are told once by a person, and read so the next time', async () => {
    const odd = 'Päivä;Nähty;Uusia\n1.9.2026;5;1\n2.9.2026;7;2'
    const { html } = await text(odd)
    expect(html).toContain('Otsikoita ei tunnistettu.')
    const changed = await (
      await send({ ...formOf(html), step: 'check', channel: 'linkedin', per: 'day' })
    ).text()
    const chosen = { column_0: 'day', column_1: 'views', column_2: '', dates: 'dmy' }
    expect((await save(changed, chosen)).headers.get('location')).toContain('saved=2')
    const next = await text(`${odd}\n3.9.2026;9;0`)
    expect(next.html).toContain('Tiedosto luetaan samoin kuin viimeksi.')
    expect(next.html).toContain('3 päivää ajalta 1.9.2026–3.9.2026.')
    expect((await save(changed, { ...chosen, column_2: 'views' })).status).toBe(400)
  })

  it('dates that can be read in two ways wait for a person to say which', async () => {
    const videos = 'Content,Video title,Video publish time,Views\nabcDEF12345,Tori,04/09/2026,9'
    const { status, html } = await text(videos)
    expect([status, html]).toEqual([
      400,
      expect.stringContaining('rivi 1, Video publish time: päivät voi lukea'),
    ])
    const told = await (await send({ ...formOf(html), step: 'check', dates: 'dmy' })).text()
    expect(told).toContain('ajalta 4.9.2026–4.9.2026')
  })

  it('a day of the account is a measure, revised by the next file and put back without it', async () => {
    const first = await text(`${linkedin}10/09/2026,120,4\n10/10/2026,,0`, 'viikko1.csv')
    expect(first.html).toContain('2 päivää')
    await save(first.html)
    const rows = () =>
      stand.database.db
        .selectFrom('measure')
        .select(['indicator', 'dim', 'period', 'value', 'status', 'origin', 'revision'])
        .orderBy('indicator')
        .orderBy('period')
        .execute()
    const one = { dim: 'LinkedIn', origin: 'file', revision: 1 }
    const before = [
      { indicator: 'social.clicks', period: '2026-10-09', value: '4', status: 'ok', ...one },
      { indicator: 'social.clicks', period: '2026-10-10', value: '0', status: 'preliminary', ...one },
      { indicator: 'social.views', period: '2026-10-09', value: '120', status: 'ok', ...one },
    ]
    expect(await rows()).toEqual(before)
    const numbers = await (await get(stand.desk, '/desk/kemijarvi/measures', stand.me)).text()
    expect(numbers).toContain('LinkedIn · viikko1.csv')
    await save((await text(`${linkedin}10/09/2026,121,4\n10/10/2026,80,3`, 'viikko2.csv')).html)
    expect(await rows()).toMatchObject([
      { value: '4', revision: 1 },
      { value: '3', revision: 2 },
      { value: '121', revision: 2 },
      { value: '80', revision: 1 },
    ])
    const ids = [...(await page()).matchAll(/exports\/(f_[a-z2-7]{12})\/remove/g)].map(([, id]) => id)
    expect((await post(stand.desk, `/desk/kemijarvi/exports/${ids[0]}/remove`, stand.me, {})).status).toBe(
      303,
    )
    expect(await rows()).toEqual(before)
    expect((await post(stand.desk, `/desk/kemijarvi/exports/${ids[0]}/remove`, stand.me, {})).status).toBe(
      404,
    )
    await post(stand.desk, `/desk/kemijarvi/exports/${ids[1]}/remove`, stand.me, {})
    expect(await rows()).toEqual([])
    expect(await page()).toContain('Yhtään tiedostoa ei ole vielä tuotu.')
  })

  it('a workbook with posts and days shows its days once its posts are saved', async () => {
    const sheets: [string[][], string[][]] = [
      [
        ['Date', 'Impressions (total)', 'Clicks (total)'],
        ['10/01/2026', '120', '4'],
      ],
      [
        ['Post title', 'Post link', 'Created date', 'Impressions'],
        ['Tori', 'https://www.linkedin.com/feed/update/urn:li:activity:71', '10/01/2026', '50'],
      ],
    ]
    const { html } = await upload(xlsxOf(...sheets), 'linkedin.xlsx')
    expect(html).toContain('Tunnistettu otsikoista: LinkedIn, yksi julkaisu.')
    expect(html).toContain('Tiedostossa on myös luvut päivittäin.')
    const days = /<textarea name="days"[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1] ?? ''
    const next = await (await save(html, { days: days.replaceAll('&quot;', '"') })).text()
    expect(next).toContain('1 rivi tallennettu.')
    expect(next).toContain('Tunnistettu otsikoista: LinkedIn, yksi päivä.')
    await save(next)
    expect(await posts()).toMatchObject([{ external_id: 'urn:li:activity:71', views: 50 }])
    expect(
      await stand.database.db.selectFrom('measure').select(['indicator', 'value']).execute(),
    ).toHaveLength(2)
  })

  const visits =
    '# Kemijärvi\n# Start date: 20261001\n# End date: 20261002\nNth day,Sessions\n0000,12\n0001,9'
  const counted = () =>
    stand.database.db
      .selectFrom('measure')
      .select(['indicator', 'dim', 'period', 'source_id', 'value', 'unit', 'origin', 'revision'])
      .orderBy('period')
      .execute()

  it('a counter’s days are visits of the website, under the counter’s own name', async () => {
    const { html } = await text(visits, 'ga4.csv')
    expect(html).toContain('Tunnistettu otsikoista: Google Analytics 4, yksi päivä.')
    expect(html).toContain('käynnit: 21 yhteensä')
    await save(html)
    const day = { indicator: 'web.visits', dim: '', unit: 'visits', origin: 'file', revision: 1 }
    expect(await counted()).toEqual([
      { ...day, source_id: 'Google Analytics 4', period: '2026-10-01', value: '12' },
      { ...day, source_id: 'Google Analytics 4', period: '2026-10-02', value: '9' },
    ])
    const matomo = await upload(utf16('Päivämäärä;Käynnit;Haut\n2026-10-01;14;2', false))
    expect(matomo.html).toContain('Tunnistettu otsikoista: Matomo, yksi päivä.')
  })

  it('a day that the counter has brought itself is corrected by a file, never counted twice', async () => {
    await makeMeasure(stand.database.db, 'web.visits', '2026-10-01', '11', { source: 'laskuri' })
    const source = { place_id: 'kemijarvi', channel: 'ga4', mode: 'own', kind: 'numbers' } as const
    const idle = { active: false, families: [], settings: {}, every: null, by: 'Johanna', at: new Date() }
    const add = (id: string) => addSource(stand.database.db, { ...source, ...idle, id })
    await add('laskuri')
    await save((await text(visits)).html)
    expect(await counted()).toMatchObject([
      { source_id: 'laskuri', value: '12', revision: 2 },
      { source_id: 'laskuri', value: '9', revision: 1 },
    ])
    await add('toinen')
    const unsure = await text(`${visits}0`)
    expect([unsure.status, unsure.html]).toEqual([
      400,
      expect.stringContaining('samaa kävijälaskuria käyttää'),
    ])
  })
})

onBothDatabases('a platform’s numbers in the digest', (open) => {
  const begin = async () => {
    const { db } = open()
    await makePlace(db)
    const desk = openDesk(open())
    desk.now(new Date('2026-10-12T09:00:00Z'))
    const writer = await signInAs(desk, 'writer', { name: 'Johanna' })
    const import_ = async (table: string, taken: string) => {
      const first = await (
        await post(desk, '/desk/kemijarvi/exports/import', writer, {
          table: table.replaceAll(',', ';'),
          name: 'a.csv',
        })
      ).text()
      const fields = { ...formOf(first), step: 'save', taken } as Record<string, string>
      return post(desk, '/desk/kemijarvi/exports/import', writer, fields)
    }
    return { db, import_ }
  }
  const head = 'Post ID,Page ID,Page name,Publish time,Reach,Views,Reactions,Comments,Shares,Link clicks\n'

  it('stand by the known post at its age, and by channel from the newest file', async () => {
    const { db, import_ } = await begin()
    const { own } = await makeAuthors(db)
    const known = await makePost(db, { account_id: own, published_at: new Date('2026-09-20T06:00:00Z') })
    await db
      .updateTable('post')
      .set({ channel: 'facebook', external_id: '100_77' })
      .where('id', '=', known.id)
      .execute()
    const rows = (views: number) =>
      `${head}77,100,K,09/20/2026 09:00,1000,${views},30,4,2,5\n78,100,K,08/01/2026 09:00,400,500,1,0,0,\n` +
      '79,100,K,10/02/2026 09:00,1,1,1,1,1,1'
    await import_(rows(1_000), '2026-10-05')
    await import_(rows(1_200), '2026-10-12')
    expect(
      await db.selectFrom('tally').select(['age', 'likes', 'views', 'hours']).orderBy('age').execute(),
    ).toEqual([
      { age: 14, likes: 30, views: 1000, hours: 363 },
      { age: 22, likes: 30, views: 1200, hours: expect.any(Number) },
    ])
    const bundle = await compileBundle(db, 'kemijarvi', Q, new Date('2026-10-20T09:00:00Z'))
    expect(findFigure(bundle, 'F41', { channel: 'facebook', per: 'post' })).toMatchObject({
      value: '1700',
      n: { measured: 2, of: 2 },
      status: 'ok',
      cmp: { yoy: { state: 'not_comparable' } },
    })
    expect(findFigure(bundle, 'F42', { channel: 'facebook', per: 'post' })).toMatchObject({ value: '700' })
    expect(findFigure(bundle, 'F8', { channel: 'facebook', per: 'post' })).toMatchObject({
      value: '5',
      n: { measured: 1, of: 2 },
      status: 'partial',
    })
    expect(findFigure(bundle, 'F5', { author: 'own', channel: 'facebook' })).toMatchObject({ value: '30' })
  })

  it('never push a collected count aside, and leave with their file', async () => {
    const { db, import_ } = await begin()
    const known = await makePost(db, { published_at: new Date('2026-09-20T06:00:00Z') })
    await db
      .updateTable('post')
      .set({ channel: 'facebook', external_id: '77' })
      .where('id', '=', known.id)
      .execute()
    const counts = { likes: 9, comments: 9, shares: 9, views: null }
    await saveTallies(db, 'kemijarvi', new Date('2026-10-04T09:00:00Z'), [
      { post_id: known.id, age: 14, ...counts },
    ])
    await import_(`${head}77,100,K,09/20/2026 09:00,1000,10,30,4,2,5`, '2026-10-05')
    const tallies = () => db.selectFrom('tally').select(['likes', 'file_id']).execute()
    expect(await tallies()).toEqual([{ likes: 9, file_id: null }])
    await db.deleteFrom('platform_file').execute()
    expect(await tallies()).toEqual([{ likes: 9, file_id: null }])
    expect(await db.selectFrom('platform_post').select('file_id').execute()).toEqual([])
  })

  it('of the account by day are told apart from those of posts', async () => {
    const { db } = await begin()
    await makeMeasure(db, 'social.followers', '2026-09-29', '4200', { dim: 'LinkedIn' })
    await makeMeasure(db, 'social.views', '2026-09-29', '12', { dim: 'LinkedIn' })
    const bundle = await compileBundle(db, 'kemijarvi', Q, new Date('2026-10-20T09:00:00Z'))
    expect(findFigure(bundle, 'F43', { channel: 'LinkedIn' })).toMatchObject({ value: '4200' })
    expect(findFigure(bundle, 'F41', { channel: 'LinkedIn' })).toMatchObject({
      value: '12',
      status: 'partial',
    })
  })
})

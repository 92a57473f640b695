// The files of a digest: accessible, the same bytes every time, saying what the page says, and delivered once.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPublished } from '../../db/digests.ts'
import type { Database } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { findPlan } from '../../db/plans.ts'
import { renderDocx } from '../../services/digest/files/docx.ts'
import { writeMailHtml, writeMailText } from '../../services/digest/files/mail.ts'
import { renderPdf } from '../../services/digest/files/pdf.ts'
import { readDocument, readShort } from '../../services/digest/files/read.tsx'
import { formatNames, formats } from '../../services/digest/files/render.ts'
import { listSheets } from '../../services/digest/files/sheets.ts'
import { DigestPage } from '../../services/digest/page.tsx'
import { readPlanDocument } from '../../services/digest/plan/paper.tsx'
import type { View } from '../../services/digest/view.ts'
import { openFile, verifyDigest } from '../../services/digest-files.ts'
import { openView } from '../../services/digest-view.ts'
import { draftDigest, freezeDigest, writeTexts } from '../../services/digests.ts'
import type { Comparison } from '../../services/domain/compare.ts'
import type { FigureRecord, QuestionRecord } from '../../services/domain/digest-model.ts'
import { sections } from '../../services/domain/digest-states.ts'
import type { FigureId } from '../../services/domain/figures/figure.ts'
import type { TargetRecord } from '../../services/domain/target-record.ts'
import { openPlanView } from '../../services/plan-view.ts'
import { keepRow } from '../../services/planned.ts'
import { readActionForm, readPlanForm } from '../../services/plans.ts'
import { publishDigest } from '../../services/publish-digest.ts'
import { renderFiles } from '../../services/render-file.ts'
import { unzip } from '../../services/zip.ts'
import { openTestEmbedded } from '../db.ts'
import { makePlace } from '../makers.ts'
import { type Site, startSite } from '../wall.ts'
import { fillQuarters, TEXTS } from './quarter.ts'

const PLACE = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' }
const Q = '2026-q3'
const NOW = new Date('2026-10-20T09:00:00Z')
const HOSTILE = {
  conclusion2: '<script>alert(1)</script> *a* _b_\n#panic("x") $1+1$ \\ =HYPERLINK("http://evil.example")',
  posts: `\u202Eelttirb\u202C 👩🏽‍🚒 日本語 ${'x'.repeat(5_000)}`,
}

const AROUND = { subject: 'Kooste', above: [], below: [] }

let database: Database
let site: Site
let url: string
let view: View
beforeAll(async () => {
  database = await openTestEmbedded()
  site = await startSite(database, { clock: () => NOW })
  await makePlace(database.db)
  await fillQuarters(database.db, 'kemijarvi', Q)
  await draftDigest(site.deps, PLACE, Q, 'Johanna')
  await writeTexts(site.deps, PLACE, Q, { ...TEXTS, ...HOSTILE }, 'Johanna')
  await sql`insert into digest_action (public_id, place_id, quarter, what, owner, due, by, at)
    values ('t_aaaaaaaaaaaa', 'kemijarvi', ${Q}, '=HYPERLINK("http://evil.example")', '@kunta', '2026-11-30',
      'Aino', ${NOW})`.execute(database.db)
  await freezeDigest(site.deps, PLACE, Q, 'Johanna')
  await publishDigest(site.deps, PLACE, Q, 'Aino')
  url = `${site.url}/digests/kemijarvi/${Q}`
  view = await openView(database.db, await published(), 'fi', url, NOW)
}, 90_000)
afterAll(async () => {
  await site?.close(1_000)
  await database?.close()
})

async function published() {
  const row = await findPublished(database.db, 'kemijarvi', Q)
  if (!row) throw new Error('the digest is published')
  return row
}

it('are written beside what others ask for; one that cannot be made fails alone', async () => {
  const digest = readDocument(view)
  let asked = 0
  const others = setInterval(() => asked++, 5)
  const [paper, broken, table] = await Promise.allSettled([
    renderFiles(['pdf'], view, { digest }),
    renderFiles(['pdf'], view, { digest: { ...digest, sections: undefined as never } }),
    renderFiles(['csv'], view, { digest }),
  ])
  clearInterval(others)
  // Half a second of paper, written here, would have left room for one between two files.
  expect(asked).toBeGreaterThan(10)
  const written = (one: typeof paper) => Buffer.from((one.status === 'fulfilled' && one.value[0]) || '')
  expect(written(paper).subarray(0, 5).toString()).toBe('%PDF-')
  expect(broken).toMatchObject({ status: 'rejected', reason: { name: 'TypeError' } })
  expect(written(table).toString()).toEqual(String(await formats.csv.render(view)))
})

const fetchBytes = async (ending: string) => {
  const answer = await fetch(`${url}${ending}`)
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

async function openPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, nth) => pdf.getPage(nth + 1)))
  const texts = await Promise.all(
    pages.map(async (page) =>
      (await page.getTextContent()).items.map((one) => ('str' in one ? one.str : '')).join(' '),
    ),
  )
  const trees = await Promise.all(pages.map((page) => page.getStructTree()))
  return { pdf, texts, text: texts.join(' '), roles: JSON.stringify(trees) }
}

describe('the PDF of a digest', () => {
  it('is a marked PDF/UA-1 in the reader’s language, with headings, tables and described pictures', async () => {
    const { answer, bytes } = await fetchBytes('.pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const { pdf, roles } = await openPdf(bytes)
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const { info, metadata } = await pdf.getMetadata()
    expect((info as { Title: string }).Title).toContain('Viestinnän neljänneskooste')
    expect((info as { Language: string }).Language).toBe('fi')
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'Figure', 'L'])
      expect(roles.includes(`"role":"${role}"`), role).toBe(true)
    expect(roles.includes('Pylväskuvio viikoista 27–39')).toBe(true)
    expect(await pdf.getOutline()).not.toHaveLength(0)
  })

  it('tells on page one what changed and what was decided, and on every page which digest it is', async () => {
    const { texts } = await openPdf((await fetchBytes('.pdf')).bytes)
    const first = ['Johtopäätökset', 'Mitä päätettiin', 'Avainluvut']
    expect(first.filter((one) => !texts[0]?.includes(one))).toEqual([])
    const row = await published()
    expect(texts.filter((text) => !text.includes(row.sha256.slice(0, 12)))).toEqual([])
  })

  it('prints hostile texts as texts, and what no typeface of ours can draw as boxes', async () => {
    const { text } = await openPdf((await fetchBytes('.pdf')).bytes)
    const solid = text.replace(/\s/g, '')
    const printed = [
      '#panic("x")',
      '<script>alert(1)</script>*a*_b_',
      '=HYPERLINK("http://evil.example")',
      '□',
    ]
    expect(printed.filter((one) => !solid.includes(one))).toEqual([])
  })

  it('is also there as PDF/A for the archive', async () => {
    const { bytes } = await fetchBytes('.pdf?archive=1')
    const { pdf } = await openPdf(bytes)
    expect((await pdf.getMetadata()).metadata?.getRaw()).toContain('<pdfaid:part>2</pdfaid:part>')
  })

  it('says by words what is not known, never by a zero', async () => {
    const { text } = await openPdf((await fetchBytes('.pdf')).bytes)
    expect(/Lähtevät klikkaukset\s+F18\s+ei tietoa/.test(text)).toBe(true)
  })
})

describe('the short report', () => {
  const CUT = 'jotta raportti mahtuu kahdelle sivulle'
  const nothing = (): View => {
    const { bundle, written } = view
    const none = { figures: [], targets: [], surveys: [], campaigns: [], samples: [], lifts: [], planned: [] }
    const empty = { texts: {}, signed: [], actions: [], promises: [], quotes: [], observations: [] }
    return { ...view, bundle: { ...bundle, ...none }, written: { ...written, ...empty } }
  }
  const tooMuch = (): View => {
    const { bundle, written } = view
    const words = 'Kunnanvaltuuston kokouspöytäkirjantarkastajaehdokasluettelo on pitkä. '.repeat(60)
    const texts = Object.fromEntries(sections.map(({ id }) => [id, Array(12).fill(words).join('\n\n')]))
    const action = (nth: number) => ({
      ...{ id: `t${nth}`, quarter: Q, what: words, who: words, area: null, due: '2026-11-30' },
      ...({ state: 'open', result: words, done: null } as const),
    })
    const actions = Array.from({ length: 30 }, (_, nth) => action(nth))
    const target: TargetRecord = {
      ...{ id: 'a', label: words, figure: null, unit: 'count', baseline: '1', aim: '25', least: null },
      ...{ direction: 'up', actual: '28', quarters: 3, cumulative: true, state: 'reached', note: words },
    }
    const lines = Array<string>(40).fill(words)
    return {
      ...view,
      bundle: { ...bundle, targets: Array<TargetRecord>(40).fill(target) },
      written: { ...written, texts, actions, promises: actions, strategy: lines, priorities: lines },
    }
  }

  it('is a PDF/UA-1 of two pages at most, whatever the digest holds, and says when it was cut', async () => {
    const seen: [name: string, pages: number, cut: boolean][] = []
    for (const [name, one] of [
      ['usual', { ...view, written: { ...view.written, texts: TEXTS } }],
      ['nothing', nothing()],
      ['too much', tooMuch()],
    ] as const) {
      const { pdf, text } = await openPdf(renderPdf(readShort(one)))
      expect((await pdf.getMetadata()).metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
      seen.push([name, pdf.numPages, text.replace(/\s+/g, ' ').includes(CUT)])
    }
    expect(seen).toEqual([
      ['usual', 2, false],
      ['nothing', 1, false],
      ['too much', 2, true],
    ])
  })

  it('begins with what changed and what was decided, in each language', async () => {
    const begins = { fi: 'Mitä päätettiin', sv: 'Vad som beslutades', en: 'What was decided' } as const
    for (const language of ['fi', 'sv', 'en'] as const) {
      const { texts, pdf } = await openPdf(renderPdf(readShort({ ...view, language })))
      expect(texts[0]).toContain(begins[language])
      expect((await pdf.getMetadata()).info).toMatchObject({ Language: language })
    }
  })

  it('is stored when the digest is published, as PDF and as an editable copy', async () => {
    const { answer, bytes } = await fetchBytes('/short.pdf')
    const name = 'inline; filename="kemijarvi-2026-q3-fi-short.pdf"'
    expect(answer.headers.get('content-disposition')).toBe(name)
    expect(Buffer.from(bytes).equals(renderPdf(readShort(view)))).toBe(true)
    const word = await fetchBytes('/short.docx')
    const xml = String(unzip(Buffer.from(word.bytes))['word/document.xml'])
    for (const { title } of readShort(view).sections) expect(xml).toContain(title)
  })
})

describe('the other files', () => {
  it('keep the tables with their numbers raw in the spreadsheet, without a single formula', async () => {
    const { bytes } = await fetchBytes('.xlsx')
    const sheets = listSheets(view)
    const rows = (await readSheet(Buffer.from(bytes), 2)) as unknown as (string | number | null)[][]
    expect(rows[0]).toEqual(sheets[1]?.head)
    const posts = rows.find((row) => row[0] === 'F1')
    expect(typeof posts?.[4]).toBe('number')
    expect(Buffer.from(bytes).includes('<f>')).toBe(false)
    const decided = (await readSheet(Buffer.from(bytes), 5)) as unknown as string[][]
    expect(decided[1]?.[0]).toBe('=HYPERLINK("http://evil.example")')
  })

  it('say which part a row is of in words, and hold what people set, asked and promised', () => {
    const brought = { ...view, bundle: { ...view.bundle, ...BROUGHT } }
    const sheets = listSheets(brought)
    expect(String(DigestPage({ view: brought }))).toContain('Mistä kuulit meistä: ystävältä tai sukulaiselta')
    for (const { name, head, rows } of sheets)
      expect([name, rows.filter((row) => row.length !== head.length)]).toEqual([name, []])
    const parts = sheets[1]?.rows.map((row) => String(row[2])) ?? []
    expect(parts.filter((one) => /\b(tone|residents|none|days|click|post|[a-z]_\w{12})\b/.test(one))).toEqual(
      [],
    )
    for (const part of [
      'Asukkaiden tekstit, Mihin sävyyn, myönteinen',
      'haut ilman tulosta',
      'ystävältä tai sukulaiselta',
      'Muuttajakysely, Minkä arvosanan annat?',
    ])
      expect(parts).toContain(part)
    const rowsOf = (name: string) => sheets.find((one) => one.name === name)?.rows
    expect(rowsOf('Tavoitteet ja toteuma')).toEqual([
      ['Nostoja', null, null, null, { number: '52' }, { number: '27' }, 'jäljessä', null],
      ['Nostoja', 'Kirjasto', null, null, { number: '2' }, null, null, null],
    ])
    expect(rowsOf('Kyselyt')?.map((row) => row.slice(2, 4))).toEqual([
      [null, { number: '8.29' }],
      ['8', { number: '12' }],
      ['9', null],
    ])
  })

  it('are read by programs as CSV, and by a Finnish Excel with its own signs', async () => {
    const plain = Buffer.from((await fetchBytes('.csv')).bytes).toString()
    const excel = Buffer.from((await fetchBytes('.csv?dialect=excel-fi')).bytes).toString()
    expect(plain.split('\r\n')[0]).toMatch(/^"Tunnus","Mittari"/)
    expect(excel.charCodeAt(0)).toBe(0xfeff)
    expect(excel).toMatch(/"F1";"Julkaisut"/)
    expect(plain).toMatch(/"ei tietoa","lähdettä ei ole kytketty"/)
  })

  it('have the same headings in Word, and charts as described pictures', async () => {
    const { answer, bytes } = await fetchBytes('.docx')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="kemijarvi-2026-q3-fi\.docx"$/,
    )
    const xml = String(unzip(Buffer.from(bytes))['word/document.xml'])
    for (const section of readDocument(view).sections)
      expect(xml.includes(section.title), section.title).toBe(true)
    expect(xml.includes('w:tblHeader')).toBe(true)
    expect(/descr="[^"]*Pylväskuvio/.test(xml)).toBe(true)
  })
})

/** A target with parts, a survey and labels, as a quarter in which people have brought them has. */
const BROUGHT = ((): Pick<View['bundle'], 'targets' | 'surveys' | 'figures'> => {
  const cmp: Comparison = {
    ...{ state: 'not_yet', reason: 'not-started', now: null, now_of: null, before: null, before_of: null },
    ...{ diff: null, percent: null, fresh: false, verdict: null, p: null, left_out: [] },
  }
  const record = (id: FigureId, dims: Record<string, string>): FigureRecord => ({
    ...{ id, dims, value: '1', of: null, unit: 'count', status: 'ok', reason: null, n: null },
    ...{ coverage: null, spread: null, method: 'F1/1', flags: [], cmp: { yoy: cmp, prev: cmp } },
  })
  const question: QuestionRecord = {
    ...{ id: 's_aaaaaaaaaaaa-1', label: 'Minkä arvosanan annat?', kind: 'grade', low: '4', high: '10' },
    ...{ n: 16, mean: '8.29', limits: null, nps: null },
    counts: [
      { answer: '8', n: 12 },
      { answer: '9', n: null },
    ],
  }
  const target: TargetRecord = {
    ...{ id: 'a', label: 'Nostoja', figure: null, unit: 'count', baseline: null, aim: '52', least: null },
    ...{ direction: 'up', actual: '27', quarters: 3, cumulative: true, state: 'behind', note: null },
    parts: [{ label: 'Kirjasto', aim: '2', actual: null }],
  }
  return {
    targets: [target],
    surveys: [
      {
        ...{ id: 's_aaaaaaaaaaaa', title: 'Muuttajakysely', from: '2026-08-01', to: '2026-08-31' },
        ...{ link: 'closed', invited: 36, n: 20, questions: [question] },
      },
    ],
    figures: [
      record('F17', { result: 'none' }),
      record('F19', { heard: 'friend' }),
      record('F20', { answered: 'days' }),
      record('F26', { author: 'residents', by: 'tone', value: 'positive' }),
      record('F35', { survey: 's_aaaaaaaaaaaa', question: 's_aaaaaaaaaaaa-1' }),
    ],
  }
})()

describe('every format', () => {
  const parts = (bytes: Uint8Array, path: RegExp) =>
    Object.entries(unzip(Buffer.from(bytes)))
      .filter(([name]) => path.test(name))
      .map(([, content]) => String(content))
      .join('\n')
  /** What each says, as its reader sees it: markup of XML undone. */
  const said: Record<string, () => Promise<string>> = {
    page: async () => read((await fetchBytes('')).bytes),
    pdf: async () => (await openPdf((await fetchBytes('.pdf')).bytes)).text,
    docx: async () => parts((await fetchBytes('.docx')).bytes, /document\.xml$/),
    xlsx: async () => parts((await fetchBytes('.xlsx')).bytes, /(sharedStrings|sheet\d+)\.xml$/),
    csv: async () => read((await fetchBytes('.csv')).bytes),
    excel: async () => read((await fetchBytes('.csv?dialect=excel-fi')).bytes),
  }
  /** What has no figures of a table, or tells them by fields. */
  const others: typeof said = {
    json: async () => read((await fetchBytes('.json')).bytes),
    mail: async () => writeMailHtml(readDocument(view), AROUND),
  }
  const read = (bytes: Uint8Array) => Buffer.from(bytes).toString()

  it.each(Object.keys(said))('%s says of what is not known that it is not, never 0', async (name) => {
    const text = (await said[name]?.()) ?? ''
    const words = text.replace(/<[^>]+>/g, ' ').replace(/[";\s]+/g, ' ')
    expect(words).toContain('ei tietoa')
    // The clicks of an unconnected web counter: words where the value would stand, in no format a zero.
    expect(/Lähtevät klikkaukset[^0-9]{0,12}(F18)?\W+0\b/.test(words)).toBe(false)
  })

  it.each([
    ['page', /<script>alert/],
    ['docx', /<script|<w:instrText[^>]*>[^<]*HYPERLINK/],
    ['xlsx', /<f>|<script/],
    ['mail', /<script/],
  ])('%s has hostile texts as texts', async (name, alive) => {
    const text = (await { ...said, ...others }[name]?.()) ?? ''
    expect(text).not.toMatch(alive)
    expect(text.replace(/&quot;|&#34;/g, '"')).toContain('=HYPERLINK("http://evil.example")')
  })

  it.each(['page', 'docx', 'json'])(
    '%s keeps emoji, other scripts and a word without an end',
    async (name) => {
      const text = (await { ...said, ...others }[name]?.()) ?? ''
      for (const kept of ['👩🏽‍🚒 日本語', 'x'.repeat(5_000)]) expect(text.includes(kept)).toBe(true)
    },
  )

  it('json has null and a reason for what is not known, never 0', async () => {
    const { figures } = JSON.parse(read((await fetchBytes('.json')).bytes)) as typeof view.bundle
    const clicks = figures.filter((one) => one.id === 'F18')
    expect(clicks).toMatchObject([{ value: null, status: 'no_data', reason: 'not-connected' }])
    expect(figures.filter((one) => one.value === null && !one.reason)).toEqual([])
  })

  it('of the mail says so, too, when that is all there is to tell', () => {
    const figures = view.bundle.figures.map((one) => ({
      ...{ ...one, value: null, status: 'no_data' as const, reason: 'not-connected' },
    }))
    const document = readDocument({ ...view, bundle: { ...view.bundle, figures } })
    for (const text of [writeMailText(document, AROUND), writeMailHtml(document, AROUND)])
      expect(text.match(/ei tietoa/g)?.length).toBeGreaterThan(5)
  })
})

describe('a file once made', () => {
  it('is the same bytes whenever and wherever it is made again', async () => {
    const row = await published()
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Auckland'
    try {
      const { figures, files } = await verifyDigest(site.deps, row)
      expect(figures).toBe(true)
      expect(files).toHaveLength(formatNames.length * view.bundle.place.languages.length)
      expect(files.filter((one) => !one.whole || one.again !== 'same')).toEqual([])
    } finally {
      process.env.TZ = zone
    }
  }, 60_000)

  it('is what was stored; a text or a figure changed in the database since is told', async () => {
    const before = (await fetchBytes('.pdf')).bytes
    const { written, bundle } = await published()
    const set = (row: { written: string | null; bundle: string }) =>
      database.db.updateTable('digest').set(row).execute()
    const texts = JSON.stringify({ ...view.written, texts: {} })
    await set({ written: texts, bundle: bundle.replace(/"value":"\d+"/, '"value":"1234567"') })
    try {
      expect(Buffer.compare((await fetchBytes('.pdf')).bytes, before)).toBe(0)
      const { figures, files } = await verifyDigest(site.deps, await published())
      expect(figures).toBe(false)
      for (const format of ['pdf', 'csv'])
        expect(files.find((one) => one.format === format)).toMatchObject({ whole: true, again: 'different' })
    } finally {
      await set({ written, bundle })
    }
  }, 60_000)

  it('imports nothing into its template from elsewhere', () => {
    const template = readFileSync(new URL('../../services/digest/files/paper.typ', import.meta.url), 'utf8')
    expect(template).not.toMatch(/#import|#include|@preview/)
    expect(formats.pdf.type).toBe('application/pdf')
  })

  it('is made of frozen figures when the digest is older than its files', async () => {
    await database.db.deleteFrom('digest_file').where('format', '=', 'xlsx').execute()
    const row = await published()
    const made = await openFile(site.deps, row, 'xlsx', 'fi')
    expect((await openFile(site.deps, row, 'xlsx', 'fi')).sha256).toBe(made.sha256)
  })
})

describe('the views for programs', () => {
  it('tell every published figure and every number, without an inner id', async () => {
    const { rows } = await sql<{ value: string; year_ago: string }>`
      select value, year_ago from digest_figure where place = 'kemijarvi' and figure = 'F1' and dims = '{}'`.execute(
      database.db,
    )
    const first = view.bundle.figures.find((one) => one.id === 'F1' && !Object.keys(one.dims).length)
    expect(rows).toEqual([{ value: first?.value, year_ago: first?.cmp.yoy.before }])
    const { rows: series } = await sql<{ indicator: string }>`select distinct indicator from series`.execute(
      database.db,
    )
    expect(series.map((one) => one.indicator)).toEqual(expect.arrayContaining(['web.visits', 'wall.view']))
  })
})

describe('the plan for the board', () => {
  it('has a cover, its parts and the short report, accessible as PDF and open to editing in Word', async () => {
    const { db, deps } = { db: database.db, deps: site.deps }
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('the place is there')
    const act = { place, name: 'Aino', person: null, language: 'fi' as const }
    const days = { from_day: '2026-01-01', to_day: '2026-12-31' }
    const proposal = 'Kunnanhallitus merkitsee suunnitelman tiedoksi.'
    const form = { title: 'Suunnitelma 2026', ...days, step_why: 'Jotta muuttaja löytää meidät.', proposal }
    const id = await keepRow(deps, act, 'plan', null, readPlanForm(form))
    const action = { plan_id: id, what: '#panic("x") messuilla', state: 'open', day: '2026-05-14' }
    await keepRow(deps, act, 'action', null, readActionForm({ ...action, tags: '', result: '' }))
    const plan = await findPlan(db, 'kemijarvi', id)
    if (!plan) throw new Error('the plan is there')
    const asked = { language: 'fi', at: NOW, url: site.url } as const
    const document = readPlanDocument(await openPlanView(db, place, plan, asked))
    const { pdf, texts, text, roles } = await openPdf(renderPdf(document))
    expect((await pdf.getMetadata()).metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    for (const words of ['Päätösehdotus', proposal, 'Luonnos']) expect(texts[0]).toContain(words)
    for (const words of ['Jotta muuttaja löytää meidät.', '14.5.2026', 'tiivis raportti', 'Johtopäätökset'])
      expect(text).toContain(words)
    expect(text.replace(/\s/g, '')).toContain('#panic("x")messuilla')
    for (const role of ['H1', 'H2', 'Table', 'TH']) expect(roles).toContain(`"role":"${role}"`)
    const xml = String(unzip(Buffer.from(await renderDocx(document)))['word/document.xml'])
    for (const { title } of document.sections) expect(xml, title).toContain(title)
    expect([xml.includes('Suunnitelma itse on'), xml.includes('Kooste itse on')]).toEqual([true, false])
  }, 60_000)
})

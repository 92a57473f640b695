// The digest's ten rules, each held against a whole digest of a quarter in which everything has happened.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeDigest, findDigest } from '../../db/digests.ts'
import type { Database } from '../../db/open.ts'
import { saveTopics } from '../../db/topics.ts'
import { askFacts } from '../../services/asked-facts.ts'
import { compileBundle } from '../../services/compile.ts'
import { listSheets } from '../../services/digest/files/sheets.ts'
import { DigestPage } from '../../services/digest/page.tsx'
import { seriesOf } from '../../services/digest/sections/weeks.ts'
import type { View } from '../../services/digest/view.ts'
import { openView } from '../../services/digest-view.ts'
import { draftDigest, freezeDigest, readBundle, writeTexts } from '../../services/digests.ts'
import type { Bundle } from '../../services/domain/digest-model.ts'
import { figures } from '../../services/domain/figures/list.ts'
import { sumMembers } from '../../services/domain/joint.ts'
import { gatherFacts } from '../../services/facts.ts'
import { publishDigest } from '../../services/publish-digest.ts'
import { openTestEmbedded } from '../db.ts'
import { makePlace } from '../makers.ts'
import { makeDeps } from '../wall.ts'
import { fillPeople, fillQuarters, TEXTS } from './quarter.ts'

const PLACE = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' }
const Q = '2026-q3'
const AT = new Date('2026-10-20T09:00:00Z')

describe('the digest', () => {
  let database: Database
  let bundle: Bundle
  let view: View
  let html: string
  const needs = () => makeDeps(database, { clock: () => AT })
  const render = (more: Partial<View> = {}) => String(DigestPage({ view: { ...view, ...more } }))
  const words = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/[ \n]+/g, ' ')

  beforeAll(async () => {
    database = await openTestEmbedded()
    await makePlace(database.db)
    await makePlace(database.db, 'posio')
    await fillQuarters(database.db, 'kemijarvi', Q)
    await fillPeople(database.db, 'kemijarvi', Q)
    await saveTopics(database.db, 'kemijarvi', 'area', [{ id: 'asuminen', label: { fi: 'Asuntopalvelut' } }])
    await draftDigest(needs(), PLACE, Q, 'Johanna')
    await writeTexts(needs(), PLACE, Q, TEXTS, 'Johanna')
    await freezeDigest(needs(), PLACE, Q, 'Johanna')
    const row = await publishDigest(needs(), PLACE, Q, 'Aino')
    bundle = readBundle(row)
    view = await openView(database.db, row, 'fi', 'https://example.org/digests/kemijarvi/2026-q3', AT)
    html = render()
  }, 120_000)
  afterAll(() => database.close())

  it('1: never says 0 for what it does not know, and always says why', async () => {
    const empty = await compileBundle(database.db, 'posio', Q, AT)
    const unknown = empty.figures.filter((one) => one.id !== 'F29')
    expect(unknown.map((one) => one.value)).toEqual(unknown.map(() => null))
    expect(unknown.filter((one) => !one.reason)).toEqual([])
    expect(words(render({ bundle: empty }))).toContain('ei tietoa')
    for (const one of bundle.figures)
      expect([one.id, one.value === null && !one.reason]).toEqual([one.id, false])
  })

  it('1: has no number for weeks of a running quarter that are ahead: chart, table, sheet', () => {
    const running = { ...view, bundle: { ...bundle, elapsed: 20 } }
    const begun = seriesOf(running, 'F1', {})?.now.length ?? 0
    expect([begun, bundle.weeks.length]).toEqual([4, 13])
    const page = render(running)
    const [chart = ''] = /<svg[^>]*aria-labelledby="posts-t.*?<\/svg>/s.exec(page) ?? []
    expect(chart.match(/<rect/g)).toHaveLength(begun)
    const [row = ''] = /<th scope="row">Kaikki \d{4}<\/th>.*?<\/tr>/s.exec(page) ?? []
    expect(row.match(/<td class="num"><\/td>/g)).toHaveLength(13 - begun)
    const weeks = listSheets(running)[2]?.rows.filter(([id, , part]) => id === 'F1' && part === '') ?? []
    expect(weeks.filter(([, , , , n]) => n === null)).toHaveLength(13 - begun)
  })

  it('2: gives every figure a definition, formula, source, unit, stage and version, one link away', () => {
    for (const figure of figures)
      expect(Object.values({ ...figure, compute: 'yes' }).every((one) => one !== '')).toBe(true)
    const linked = new Set([...html.matchAll(/href="#(m-F\d+)"/g)].map(([, id]) => id))
    expect(linked.size).toBeGreaterThan(20)
    for (const id of linked) expect([id, html.includes(`<dt id="${id}">`)]).toEqual([id, true])
    expect(bundle.methods.map((one) => one.id)).toEqual(figures.map((one) => one.id))
  })

  it('2: counts a figure alike whether it is asked for alone, as a target does, or among all', async () => {
    const all = await gatherFacts(database.db, PLACE, Q, AT)
    const asked = { place: PLACE, quarter: Q, at: AT }
    for (const { id, compute } of figures)
      expect([id, await askFacts(database.db, asked, compute)]).toEqual([id, compute(all)])
  })

  it('3: leaves causes to people: without their words no sentence gives one', () => {
    const bare = render({ written: { ...view.written, texts: {}, actions: [], promises: [] } })
    expect(bare).not.toContain('class="voice"')
    expect(words(bare)).not.toMatch(/\b(koska|johtui|ansiosta|takia|vuoksi) (?!vuodenaika|ne on|viikko)/)
  })

  it('4: is the same bytes from the same data', () => expect(render()).toBe(html))

  it('4: asks the machine for nothing where it is rendered: no clock, zone, locale, chance or network', () => {
    const room = new URL('../../services/digest/', import.meta.url)
    const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((one) =>
      /\.tsx?$/.test(one),
    )
    expect(files.length).toBeGreaterThan(40)
    const asking =
      /new Date\(\)|Date\.now|Math\.random|randomUUID|toLocale|localeCompare|\bIntl\b|process\.env|\bfetch\(/
    const code = (one: string) =>
      readFileSync(new URL(one, room), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '')
    expect(files.filter((one) => asking.test(code(one)))).toEqual([])
  })

  it('5: stands both comparisons side by side, a year ago first', () => {
    for (const one of bundle.figures) expect(Object.keys(one.cmp).sort()).toEqual(['prev', 'yoy'])
    for (const head of html.matchAll(/<thead>(.*?)<\/thead>/gs)) {
      const [yoy, prev] = [head[1]?.indexOf('Vuosi sitten') ?? -1, head[1]?.indexOf('Edellinen') ?? -1]
      expect([yoy < 0, yoy < prev]).toEqual([prev < 0, prev >= 0])
    }
  })

  it('6: says of a difference within ordinary variation that it is one, and asks only against a year ago', () => {
    const usual = bundle.figures.filter((one) => one.cmp.yoy.verdict === 'usual')
    expect(usual.length).toBeGreaterThan(0)
    expect(words(html)).toContain('Ero mahtuu tavalliseen vaihteluun.')
    expect(bundle.figures.filter((one) => one.cmp.prev.verdict !== null)).toEqual([])
  })

  it('7: ranks nobody: members stay in their order, whatever they have', () => {
    const member = (id: string, value: string) => ({
      ...{ id, name: { fi: id } },
      figures: bundle.figures
        .filter((one) => one.id === 'F1' && !Object.keys(one.dims).length)
        .map((one) => ({ ...one, value })),
    })
    const members = [member('posio', '1'), member('keminmaa', '900'), member('kemijarvi', '12')]
    const joint = { ...bundle, members, figures: sumMembers(members) }
    const page = words(render({ bundle: joint }))
    expect(['posio', 'keminmaa', 'kemijarvi'].map((id) => page.indexOf(id))).toEqual(
      ['posio', 'keminmaa', 'kemijarvi'].map((id) => page.indexOf(id)).sort((a, b) => a - b),
    )
    expect(page).not.toMatch(/ranking|sijoitus kuntien/i)
  })

  it('8: keeps nobody’s name, text or picture among its figures, and shows others’ posts as links', () => {
    const text = JSON.stringify(bundle)
    for (const secret of ['Päivä järvellä', 'Visit', 'Johanna', 'example.social/@'])
      expect(text).not.toContain(secret)
    const theirs = bundle.top
      .filter((one) => one.author === 'other')
      .map((one) => view.written.posts[one.post])
    expect(theirs.length).toBeGreaterThan(0)
    for (const one of theirs) expect(['own', 'link', 'consent']).toContain(one?.rights)
    expect(theirs.filter((one) => one?.rights === 'link' && (one.text ?? one.name) !== null)).toEqual([])
  })

  it('9: gives every chart a title, a text and the table beneath it', () => {
    const charts = [...html.matchAll(/<figure>.*?<\/figure>/gs)]
    expect(charts.length).toBeGreaterThan(0)
    for (const { 0: chart, index } of charts) {
      expect(chart).toMatch(/<figcaption>/)
      expect(chart).toMatch(/<svg[^>]*role="img"/)
      expect(chart).toMatch(/<title[^>]*>[^<]+<\/title>.*<desc[^>]*>[^<]+<\/desc>/s)
      expect(html.slice(index + chart.length, index + chart.length + 2_000)).toContain('<table')
    }
  })

  it('9: draws so that grey tells what colour does: no two fills of a drawing are near to one another', () => {
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[0-9a-f]{2}/g) ?? [])
        .map((two) => Number.parseInt(two, 16) / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const near = (a: string, b: string) => {
      const [dark = 0, bright = 0] = [light(a), light(b)].sort((x, y) => x - y)
      return (bright + 0.05) / (dark + 0.05) < 2
    }
    const drawings = [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => [
      ...new Set(
        [...svg.matchAll(/<(?:rect|path|circle)[^>]* fill="(#[0-9a-f]{6})"/g)].map((one) => one[1] ?? ''),
      ),
    ])
    expect(drawings.filter((fills) => fills.length > 1).length).toBeGreaterThan(0)
    const alike = drawings.flatMap((fills) =>
      fills.flatMap((a, nth) => fills.slice(nth + 1).flatMap((b) => (near(a, b) ? [`${a} ${b}`] : []))),
    )
    expect(alike).toEqual([])
  })

  it('10: is never edited once it is published', async () => {
    const row = await findDigest(database.db, 'kemijarvi', Q)
    if (!row) throw new Error('no digest')
    expect(await changeDigest(database.db, row.id, { bundle: '{}', state: 'draft' })).toBe(false)
    await expect(writeTexts(needs(), PLACE, Q, { image: 'Toinen.' }, 'Johanna')).rejects.toMatchObject({
      code: 'digest-write',
    })
    await expect(draftDigest(needs(), PLACE, Q, 'Johanna')).rejects.toMatchObject({ code: 'digest-compile' })
    expect(await findDigest(database.db, 'kemijarvi', Q)).toEqual(row)
  })

  it('has all its sections under their fixed numbers, and says on page one what changed and what was decided', () => {
    const numbers = [...html.matchAll(/<span class="n">(\d+)<\/span>/g)].map(([, n]) => Number(n))
    expect(numbers).toEqual(Array.from({ length: 19 }, (_, nth) => nth + 2))
    const front = words(html.slice(html.indexOf('class="front"'), html.indexOf('class="body"')))
    for (const told of [
      'Verkkosivut löydetään useammin',
      'Asunnot nyt',
      'Aiemmista toimenpiteistä on tehty 1/2',
    ])
      expect(front).toContain(told)
    const all = words(html)
    for (const told of [
      'ka. 3,5 (asteikko 1–4), n = 31, vastausosuus 86\u00a0%',
      'Minulla oli yksi ihminen, jolta kysyä.',
      '↓ laski',
      'Työkampanja',
      'myöhässä',
    ])
      expect(all).toContain(told)
  })

  it('speaks Swedish and English as well, with no word left over', () => {
    for (const language of ['sv', 'en'] as const) {
      const page = words(
        render({ language, written: { ...view.written, texts: {}, actions: [], promises: [] } }),
      )
      expect(page).not.toMatch(/\{\w+[}|]/)
      expect(page).not.toMatch(/\b(vuosi sitten|ei tietoa|Toimenpide)\b/)
    }
    expect(words(html)).not.toMatch(/\{\w+[}|]/)
  })
})

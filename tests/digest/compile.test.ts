// A compiled quarter: what is known, what is not and why, and what it may be compared with.
import { describe, expect, it } from 'vitest'
import { saveExcuse } from '../../db/lifting.ts'
import type { Db } from '../../db/open.ts'
import { addSource } from '../../db/sources.ts'
import { compileBundle } from '../../services/compile.ts'
import { DigestPage } from '../../services/digest/page.tsx'
import { openView } from '../../services/digest-view.ts'
import { draftDigest } from '../../services/digests.ts'
import { canonicalJson } from '../../services/domain/canonical.ts'
import { findFigure, listFigures } from '../../services/domain/digest-model.ts'
import type { FigureId } from '../../services/domain/figures/figure.ts'
import { onBothDatabases } from '../db.ts'
import {
  collectAll,
  collectDays,
  countWall,
  makeAuthors,
  makeLift,
  makeMeasure,
  makeNote,
  makePostAt,
  makeTally,
} from '../digest-makers.ts'
import { makePlace, NOW } from '../makers.ts'

const AT = new Date('2026-10-20T09:00:00Z')
const Q = '2026-q3'

onBothDatabases('a compiled digest', (open) => {
  const draft = (db: Db) =>
    draftDigest(
      { db, clock: () => AT } as never,
      { id: 'kemijarvi', time_zone: 'Europe/Helsinki' },
      Q,
      'Johanna',
    )
  const compile = (quarter = Q, at = AT, place = 'kemijarvi') => compileBundle(open().db, place, quarter, at)
  const pick = async (id: FigureId, dims: Record<string, string> = {}) =>
    findFigure(await compile(), id, dims)

  it('says of everything that is not known that it is not known, and why; nothing is 0', async () => {
    await makePlace(open().db)
    const bundle = await compile()
    const zeros = bundle.figures.filter((one) => one.value === '0' && one.id !== 'F29')
    expect(zeros).toEqual([])
    expect(bundle.figures.filter((one) => one.value === null && !one.reason)).toEqual([])
    expect(findFigure(bundle, 'F1')).toMatchObject({
      value: null,
      status: 'no_data',
      reason: 'not-collected',
    })
    expect(findFigure(bundle, 'F15')).toMatchObject({ value: null, reason: 'not-connected' })
    expect(findFigure(bundle, 'F20')).toMatchObject({ value: null, reason: 'not-entered' })
    expect(findFigure(bundle, 'F10')).toMatchObject({ value: null, reason: 'not-counted' })
  })

  it('a quarter that was collected and had no posts is a true zero', async () => {
    await makePlace(open().db)
    await collectAll(open().db, Q)
    expect(await pick('F1')).toMatchObject({
      value: '0',
      status: 'ok',
      coverage: { days: 92, of: 92 },
      cmp: { yoy: { state: 'ok', before: '0' } },
    })
  })

  it('compares with a year ago and with the quarter before, always both', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, Q)
    for (const [at, n] of [
      ['2026-08', 6],
      ['2025-08', 4],
      ['2026-05', 3],
    ] as const)
      for (let i = 1; i <= n; i++) await makePostAt(db, `${at}-0${i}T10:00:00Z`)
    const bundle = await compile()
    expect(findFigure(bundle, 'F1')).toMatchObject({
      value: '6',
      cmp: {
        yoy: { before: '4', diff: '2', verdict: 'usual' },
        prev: { before: '3', diff: '3', verdict: null },
      },
    })
    expect(findFigure(bundle, 'F2', { family: 'tarinat' })?.value).toBe('0')
    expect(findFigure(bundle, 'F2', { family: 'kemijarvi', tag: 'kemijärvi' })?.value).toBe('6')
    const series = bundle.series.find((one) => one.id === 'F1')
    expect(series?.now).toHaveLength(13)
    expect(series?.before?.reduce((a, b) => a + b)).toBe(4)
    for (const one of bundle.figures) expect(Object.keys(one.cmp)).toEqual(['yoy', 'prev'])
  })

  it('leaves a source that was away out of the comparison and says so, but not out of the figure', async () => {
    const { db } = open()
    await makePlace(db)
    await collectDays(db, 'uutiset', Q)
    await collectDays(db, 'uutiset', '2025-q3')
    await collectDays(db, 'tuutit', Q)
    await collectDays(db, 'tuutit', '2025-q3', (nth) => nth % 2 === 0)
    const { own } = await makeAuthors(db)
    for (const day of ['01', '02', '03']) {
      await makePostAt(db, `2026-08-${day}T10:00:00Z`, { source: 'tuutit' })
      await makePostAt(db, `2026-08-${day}T10:00:00Z`, { source: 'uutiset', channel: 'feed', account: own })
    }
    await makePostAt(db, '2025-08-01T10:00:00Z', { source: 'tuutit' })
    await makePostAt(db, '2025-08-01T10:00:00Z', { source: 'uutiset', channel: 'feed', account: own })
    expect(await pick('F1')).toMatchObject({
      value: '6',
      status: 'ok',
      cmp: {
        yoy: { state: 'ok', now: '3', before: '1', left_out: ['tuutit'] },
        prev: { state: 'not_comparable' },
      },
    })
    expect((await pick('F3', { channel: 'mastodon' }))?.cmp.yoy).toMatchObject({ state: 'not_comparable' })
  })

  it('a source collected on two days in three gives a partial figure with its days and no comparison', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, Q)
    await db
      .deleteFrom('source_day')
      .where('source_id', '=', 'tuutit')
      .where('day', '>=', '2026-08-31')
      .execute()
    await makePostAt(db, '2026-08-01T10:00:00Z')
    const bundle = await compile()
    expect(findFigure(bundle, 'F3', { channel: 'mastodon' })).toMatchObject({
      value: '1',
      status: 'partial',
      coverage: { days: 61, of: 92 },
      cmp: { yoy: { state: 'not_comparable', reason: 'coverage' } },
    })
    expect(bundle.sources.find((one) => one.id === 'tuutit')?.gaps).toEqual([
      { from: '2026-08-31', to: '2026-09-30' },
    ])
  })

  it('what people bring by a form lacks no day on which the form was open, and hides no zero', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, Q)
    const form = {
      place_id: 'kemijarvi',
      id: 'tarina',
      kind: 'posts',
      channel: 'story',
      mode: 'resident',
    } as const
    const idle = { families: [], settings: {}, every: null, by: 'Johanna' }
    await addSource(db, { ...form, ...idle, active: true, at: new Date('2026-07-11T09:00:00Z') })
    const bundle = await compile()
    expect(bundle.sources.find((one) => one.id === 'tarina')).toMatchObject({
      used: true,
      days: 82,
      gaps: [{ from: '2026-07-01', to: '2026-07-10' }],
    })
    expect(findFigure(bundle, 'F1')).toMatchObject({ value: '0', status: 'partial' })
    await db
      .updateTable('source')
      .set({ created_at: new Date('2026-01-01T00:00:00Z') })
      .where('id', '=', 'tarina')
      .execute()
    expect(findFigure(await compile(), 'F1')).toMatchObject({ value: '0', status: 'ok' })
  })

  it('the first year has no comparison yet, even when a feed has brought older posts', async () => {
    const { db } = open()
    await makePlace(db)
    await collectDays(db, 'uutiset', Q)
    await collectDays(db, 'tuutit', Q)
    await makePostAt(db, '2026-08-01T10:00:00Z')
    await makePostAt(db, '2025-08-01T10:00:00Z')
    expect(await pick('F1')).toMatchObject({
      value: '1',
      cmp: { yoy: { state: 'not_yet' }, prev: { state: 'not_yet' } },
    })
  })

  it('a running quarter is compared with nothing', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, Q)
    await makePostAt(db, '2026-08-01T10:00:00Z')
    await countWall(db, '2025-07-01', 'view', 5)
    await countWall(db, '2026-07-02', 'view', 5)
    const bundle = await compile(Q, new Date('2026-09-28T09:00:00Z'))
    expect(bundle.elapsed).toBe(90)
    expect(findFigure(bundle, 'F10')).toMatchObject({
      value: '5',
      coverage: { days: 90, of: 92 },
      flags: ['running'],
      cmp: { yoy: { state: 'not_comparable', reason: 'running' } },
    })
  })

  it.each([
    ['2026-q4', 14],
    ['2027-q1', 12],
    ['2027-q3', 14],
  ])('%s asks for %i weekly lifts; a second one does not repair an empty week', async (quarter, weeks) => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, quarter)
    const { own, resident } = await makeAuthors(db)
    const bundle = await compile(quarter, new Date('2027-11-01T10:00:00Z'))
    const [first = ''] = bundle.weeks
    for (const account of [own, resident])
      await makeLift(db, await makePostAt(db, '2026-08-01T10:00:00Z', { account }), first)
    const after = await compile(quarter, new Date('2027-11-01T10:00:00Z'))
    expect(findFigure(after, 'F13')).toMatchObject({ value: '1', of: String(weeks), flags: ['lifts:2'] })
    expect(findFigure(after, 'F14')).toMatchObject({ value: '1', of: '2' })
    // A week with a reason asks for none; where there was a lift all the same, it counts.
    for (const week of bundle.weeks.slice(0, 2))
      await saveExcuse(db, 'kemijarvi', { week, reason: 'Lomaviikko', by: 'Johanna', at: AT })
    const excused = await compile(quarter, new Date('2027-11-01T10:00:00Z'))
    expect(findFigure(excused, 'F13')).toMatchObject({ value: '1', of: String(weeks - 1) })
    expect(excused.lifts.slice(0, 3).map((one) => one.excused)).toEqual(['Lomaviikko', 'Lomaviikko', null])
  })

  it('sums reactions at fourteen days over the channels that tell them, with how many were measured', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, Q)
    const { own } = await makeAuthors(db)
    for (const likes of [2, 8, 5, null]) {
      const post = await makePostAt(db, '2026-08-01T10:00:00Z', { account: own })
      if (likes !== null) await makeTally(db, post, 340, { likes, comments: 1 })
    }
    await makePostAt(db, '2026-08-01T10:00:00Z', { account: own, channel: 'feed', source: 'uutiset' })
    const bundle = await compile()
    expect(findFigure(bundle, 'F5', { author: 'own' })).toMatchObject({
      value: '15',
      status: 'partial',
      n: { measured: 3, of: 4 },
    })
    expect(findFigure(bundle, 'F7', { author: 'own' })).toMatchObject({
      value: null,
      reason: 'channel-silent',
    })
    expect(findFigure(bundle, 'F9', { author: 'own' })).toMatchObject({
      value: '6',
      spread: { low: '4.5', high: '7.5' },
    })
    expect(findFigure(bundle, 'F5', { author: 'own', channel: 'feed' })).toMatchObject({
      value: null,
      reason: 'channel-silent',
    })
  })

  it('does not know the zeros of a counter from before it began; a zero that a person gave is one', async () => {
    const { db } = open()
    await makePlace(db)
    for (const day of ['2025-07-01', '2026-04-01', '2026-07-01', '2026-07-03'])
      await makeMeasure(db, 'web.visits', day, '0')
    await makeMeasure(db, 'web.visits', '2026-07-02', '5')
    await makeMeasure(db, 'web.searches-empty', '2026-q2', '0')
    await makeMeasure(db, 'contact.count', '2026-q2', '0', { dim: 'puhelin', source: 'neuvonta' })
    await db.updateTable('measure').set({ origin: 'typed' }).where('source_id', '=', 'neuvonta').execute()
    const bundle = await compile()
    expect(findFigure(bundle, 'F15')).toMatchObject({
      ...{ value: '5', coverage: { days: 2, of: 92 } },
      cmp: { yoy: { state: 'not_yet' }, prev: { state: 'not_yet' } },
    })
    const earlier = await compile('2026-q2')
    expect(findFigure(earlier, 'F15')).toMatchObject({ value: null, reason: 'not-started' })
    expect(findFigure(earlier, 'F19', { way: 'puhelin' })?.value).toBe('0')
  })

  it('reads the website by its days, moves by their months, and adds goals only when every one has both', async () => {
    const { db } = open()
    await makePlace(db)
    await makeMeasure(db, 'web.visits', '2026-07-01', '100')
    await makeMeasure(db, 'web.visits', '2026-07-02', null)
    await makeMeasure(db, 'web.visits', '2026-q3', '999')
    await makeMeasure(db, 'people.moved-in', '2026-07', '40', { source: 'tilastokeskus' })
    await makeMeasure(db, 'people.moved-in', '2026-08', '34', {
      source: 'tilastokeskus',
      status: 'preliminary',
    })
    const rows = [
      ['28', '25'],
      ['12', '18'],
      ['22', '12'],
      ['8', '15'],
      ['7', '10'],
      ['51', '40'],
      ['70', '30'],
    ]
    for (const [nth, [actual = '', target = '']] of rows.entries()) {
      await makeMeasure(db, 'goal.actual', Q, actual, { dim: `järjestö ${nth}` })
      await makeMeasure(db, 'goal.target', Q, target, { dim: `järjestö ${nth}` })
    }
    const bundle = await compile()
    expect(findFigure(bundle, 'F15')).toMatchObject({
      value: '100',
      status: 'partial',
      coverage: { days: 1, of: 92 },
    })
    expect(findFigure(bundle, 'F25', { indicator: 'people.moved-in' })).toMatchObject({
      value: '74',
      status: 'preliminary',
      coverage: { days: 62, of: 92 },
    })
    expect(findFigure(bundle, 'F39')).toMatchObject({ value: '198', of: '150' })
    await makeMeasure(db, 'goal.actual', Q, '1', { dim: 'ilman tavoitetta' })
    expect(findFigure(await compile(), 'F39')).toBeUndefined()
  })

  it('hides one to four people and themes, also by subtraction', async () => {
    const { db } = open()
    await makePlace(db)
    for (let n = 0; n < 3; n++) await makeNote(db, 'interview', '2026-08-01')
    const themes = [
      ['asuminen', 9],
      ['työ', 6],
      ['koulu', 2],
    ] as const
    for (const [theme, n] of themes)
      for (let i = 0; i < n; i++) await makeNote(db, 'feedback', '2026-08-01', theme)
    const bundle = await compile()
    expect(findFigure(bundle, 'F24')).toMatchObject({
      value: null,
      status: 'suppressed',
      reason: 'few-people',
    })
    expect(listFigures(bundle, 'F20', 'theme').map((one) => [one.dims.theme, one.value])).toEqual([
      ['asuminen', '9'],
      ['koulu', null],
      ['työ', null],
    ])
    expect(findFigure(bundle, 'F20')?.value).toBe('17')
  })

  it('the same data give the same bytes, and one more post gives others', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, Q)
    await makePostAt(db, '2026-08-01T10:00:00Z')
    const first = canonicalJson(await compile())
    expect(canonicalJson(await compile(Q, new Date(AT.getTime() + 5e8)))).toBe(first)
    await makePostAt(db, '2026-08-01T10:00:00Z')
    expect(canonicalJson(await compile())).not.toBe(first)
  })

  it('is the same bytes, figures and page, whatever zone the process runs in', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, Q)
    // The first and the last moment of the quarter in Helsinki, and the hour that comes twice in October.
    for (const at of [
      '2026-06-30T21:00:00Z',
      '2026-09-30T20:59:59Z',
      '2026-09-30T21:00:00Z',
      '2026-10-25T00:30:00Z',
    ])
      await makePostAt(db, at)
    const before = process.env.TZ
    const seen = new Set<string>()
    const offsets = new Set<number>()
    for (const zone of ['UTC', 'Europe/Helsinki', 'America/Los_Angeles']) {
      process.env.TZ = zone
      offsets.add(new Date('2026-07-01T00:00:00Z').getTimezoneOffset())
      const row = { ...(await draft(db)), public_id: 'd_' }
      const view = await openView(db, row, 'fi', 'https://example.org/digests/kemijarvi/2026-q3', NOW)
      seen.add(`${row.bundle}${await DigestPage({ view })}`)
      await db.deleteFrom('digest').execute()
    }
    process.env.TZ = before
    expect([seen.size, offsets.size]).toEqual([1, 3])
    expect([...seen][0]).toContain('kertyi 2 julkaisua')
  })

  it('a joint place has a block for each member in its file’s order, and a sum only when all have data', async () => {
    const { db } = open()
    for (const id of ['posio', 'kemijarvi']) await makePlace(db, id)
    await makePlace(db, 'hanke')
    await db.deleteFrom('source').where('place_id', '=', 'hanke').execute()
    await db
      .updateTable('place')
      .set({ members: '["posio","kemijarvi"]' })
      .where('id', '=', 'hanke')
      .execute()
    await collectDays(db, 'tuutit', Q)
    await collectDays(db, 'uutiset', Q)
    await makePostAt(db, '2026-08-01T10:00:00Z')
    const before = await compile(Q, AT, 'hanke')
    expect(before.members.map((one) => one.id)).toEqual(['posio', 'kemijarvi'])
    expect(findFigure(before, 'F1')).toMatchObject({
      value: null,
      reason: 'members-missing',
      flags: ['members:1/2'],
    })
    for (const source of ['tuutit', 'uutiset']) await collectDays(db, source, Q, () => true, 'posio')
    await makePostAt(db, '2026-08-01T10:00:00Z', { place: 'posio' })
    expect(findFigure(await compile(Q, AT, 'hanke'), 'F1')).toMatchObject({ value: '2', status: 'ok' })
  })

  it('never writes a float', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, Q)
    for (let n = 1; n < 25; n++) await makePostAt(db, `2026-08-${String(n).padStart(2, '0')}T10:00:00Z`)
    await makePostAt(db, '2025-08-01T10:00:00Z')
    expect(() => canonicalJson({})).not.toThrow()
    const text = canonicalJson(await compile())
    expect(text).toContain('"p":"0.')
    expect(text).not.toMatch(/:-?\d+\.\d/)
  })
})

describe('the list of figures', () => {
  it('explains every figure: formula, source, unit, stage', async () => {
    const { figures } = await import('../../services/domain/figures/list.ts')
    for (const one of figures)
      expect([one.formula, one.source, one.unit, one.stage].every(Boolean)).toBe(true)
    expect(new Set(figures.map((one) => one.id)).size).toBe(figures.length)
  })
})

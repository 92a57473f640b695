// StatFin over HTTP: tables read before they are asked, renamed codes, secret numbers, preliminary ones.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCube } from '../../../workers/meters/statfin/cube.ts'
import { periodOf } from '../../../workers/meters/statfin/table.ts'
import { statfin } from '../../../workers/meters/statfin.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type SimTable, type StatfinSim, startStatfin } from '../../sim/statfin.ts'

let sim: StatfinSim
let outside: ReturnType<typeof openOutside>
beforeAll(async () => {
  sim = await startStatfin()
  outside = openOutside([sim.host])
})
beforeEach(() => {
  sim.requests.length = 0
})
afterAll(() => sim.stop())

/** The same statistics before and after the codes were renamed. */
function moves(names: {
  file: string
  area: string
  time: string
  contents: string
  prefix: string
  code: string
}): SimTable {
  const { prefix, code } = names
  return {
    file: names.file,
    title: 'Väestön ennakkotiedot muuttujina Alue, Vuosineljännes ja Tiedot',
    variables: [
      {
        code: names.area,
        text: 'Alue',
        values: ['SSS', code, 'KU614'],
        valueTexts: ['KOKO MAA', 'Kemijärvi', 'Posio'],
      },
      { code: 'sukupuoli', text: 'Sukupuoli', values: ['SSS', '1'], valueTexts: ['Yhteensä', 'Miehet'] },
      { code: 'ika', text: 'Ikä', values: ['00', '15'], valueTexts: ['0', '15'], elimination: true },
      {
        code: names.time,
        text: 'Vuosineljännes',
        time: true,
        values: ['2010Q1', '2026Q2', '2026Q3'],
        valueTexts: [],
      },
      {
        code: names.contents,
        text: 'Tiedot',
        values: [`${prefix}tulo`, `${prefix}netto`],
        valueTexts: ['Kuntien välinen tulomuutto', 'Kuntien välinen nettomuutto'],
      },
    ],
    cells: {
      [`${code}|SSS||2026Q2|${prefix}tulo`]: 61,
      [`${code}|SSS||2026Q3|${prefix}tulo`]: 74,
      [`${code}|SSS||2026Q3|${prefix}netto`]: -12,
    },
  }
}
const OLD = {
  file: 'vamuu/statfin_vamuu_pxt_11lk.px',
  area: 'Alue',
  time: 'Vuosineljännes',
  contents: 'Tiedot',
  prefix: 'vm_',
  code: '320',
}
const NEW = {
  file: 'vamuu/11lk.px',
  area: 'alue_23_20260101',
  time: 'timeperiod_q',
  contents: 'contentscode',
  prefix: 'vamuu-vm_',
  code: 'KU320',
}
const TABLES = [
  { indicator: 'people.moved-in', table: 'vamuu/11lk', contents: 'Kuntien välinen tulomuutto' },
  { indicator: 'people.net-moved', table: 'vamuu/11lk', contents: 'Kuntien välinen nettomuutto' },
]

const read = (settings: object = {}) =>
  statfin.fetch(
    {
      id: 'tilastot',
      settings: statfin.settings.parse({ area: 'KU320', tables: TABLES, ...settings }),
      tags: [],
    },
    { from: '2026-10-01', to: '2026-11-25' },
    outside.io({ base: sim.url }),
  )

describe('numbers of Statistics Finland', () => {
  it('come the same under the old and the new names of tables, variables and values', async () => {
    sim.add(moves(OLD))
    const before = await read()
    sim.add(moves(NEW))
    const after = await read()
    expect(after.measures).toEqual(before.measures)
    expect(after.measures).toEqual([
      {
        indicator: 'people.moved-in',
        dim: '',
        periodKind: 'quarter',
        period: '2026-q2',
        value: '61',
        unit: 'people',
        status: 'preliminary',
      },
      {
        indicator: 'people.moved-in',
        dim: '',
        periodKind: 'quarter',
        period: '2026-q3',
        value: '74',
        unit: 'people',
        status: 'preliminary',
      },
      {
        indicator: 'people.net-moved',
        dim: '',
        periodKind: 'quarter',
        period: '2026-q3',
        value: '-12',
        unit: 'people',
        status: 'preliminary',
      },
    ])
  })

  it('are asked for only after the table has told what it has, the total where there is one', async () => {
    sim.add(moves(NEW))
    await read()
    expect(sim.requests.map((one) => one.method)).toEqual(['GET', 'POST'])
    const { query } = JSON.parse(sim.requests[1]?.body ?? '{}')
    expect(
      Object.fromEntries(
        query.map((one: { code: string; selection: { values: string[] } }) => [
          one.code,
          one.selection.values,
        ]),
      ),
    ).toEqual({
      alue_23_20260101: ['KU320'],
      sukupuoli: ['SSS'],
      timeperiod_q: ['2026Q2', '2026Q3'],
      contentscode: ['vamuu-vm_tulo', 'vamuu-vm_netto'],
    })
  })

  it.each([
    ['statfin-table', { tables: [{ ...TABLES[0], table: 'vamuu/99zz' }] }],
    ['statfin-area', { area: 'KU999' }],
    ['statfin-contents', { tables: [{ ...TABLES[0], contents: 'Avioliitot' }] }],
  ])('that cannot be found say which table and what: %s', async (code, settings) => {
    sim.add(moves(NEW))
    expect((await faultOf(read(settings))).code).toBe(code)
  })
})

describe('json-stat2', () => {
  it('is row-major, as a list or as an object of what is there, with dots for what is secret', () => {
    const common = {
      id: ['alue', 'aika'],
      size: [2, 2],
      dimension: {
        alue: { category: { index: { KU320: 0, KU614: 1 } } },
        aika: { category: { index: ['2026M01', '2026M02'] } },
      },
    }
    const list = readCube({ ...common, value: [1, '..', null, 4.5] })
    expect(list).toEqual([
      { codes: ['KU320', '2026M01'], value: '1' },
      { codes: ['KU320', '2026M02'], value: null },
      { codes: ['KU614', '2026M01'], value: null },
      { codes: ['KU614', '2026M02'], value: '4.5' },
    ])
    expect(readCube({ ...common, value: { 0: 1, 3: 4.5 } })).toEqual(list)
    expect(() => readCube({ ...common, value: [1] })).toThrow('not a json-stat2 dataset')
  })

  it.each([
    ['2026M07', { kind: 'month', period: '2026-07' }],
    ['2026Q3*', { kind: 'quarter', period: '2026-q3', preliminary: true }],
    ['2025', { kind: 'year', period: '2025', first: '2025-01-01' }],
    ['KU320', undefined],
  ])('knows %s as a period, or as none', (code, wanted) => {
    const found = periodOf(code)
    if (wanted) expect(found).toMatchObject(wanted)
    else expect(found).toBeUndefined()
  })
})

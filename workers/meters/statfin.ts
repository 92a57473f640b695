// Statistics Finland (StatFin): moving, accommodation and unemployment of the municipality, from its PxWeb interface.
import { z } from 'zod'
import { findIndicator, indicators } from '../../services/domain/indicators.ts'
import type { Measure, Meter, Reading } from '../../services/domain/meter.ts'
import { addQuarters, quarterDays, quarterOfDay } from '../../services/domain/quarter.ts'
import type { ChannelIo } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { readJson } from '../channels/json.ts'
import { readCube } from './statfin/cube.ts'
import { chooseCells, forms, periodOf, readTable, type Wanted } from './statfin/table.ts'

const HOME = 'https://pxdata.stat.fi/PxWeb/api/v1'
/** Quarters before the running one that are read each time: numbers are published late and revised. */
const BACK = 9

const additive = indicators.map((one) => one.id)
const settings = z.strictObject({
  /** KU320 is Kemijärvi; the letters tell a municipality from a region. */
  area: z.string().regex(/^(KU|MK|SK)?\d{2,3}$/, 'must be the code of an area, for example KU320'),
  /** A line each: which number, which table, and how the table calls it. */
  tables: z
    .array(
      z.strictObject({
        indicator: z.enum(additive as [string, ...string[]], {
          error: 'must be one of the known indicators',
        }),
        table: z.string().regex(/^[\w-]+\/[\w-]+$/, 'must be a folder and a table, for example vamuu/11lk'),
        contents: z.string().min(2).max(120),
      }),
    )
    .min(1)
    .max(20)
    .default([
      { indicator: 'people.moved-in', table: 'vamuu/11lk', contents: 'Kuntien välinen tulomuutto' },
      { indicator: 'people.net-moved', table: 'vamuu/11lk', contents: 'Kuntien välinen nettomuutto' },
      { indicator: 'stay.arrivals', table: 'matk/11ix', contents: 'Saapuneet' },
      { indicator: 'stay.nights', table: 'matk/11ix', contents: 'Yöpymiset' },
      { indicator: 'work.unemployed', table: 'tyonv/12tf', contents: 'Työttömät työnhakijat' },
      { indicator: 'work.unemployment', table: 'tyonv/12tf', contents: 'Työttömien osuus' },
    ]),
})
type Settings = z.infer<typeof settings>

export const statfin = {
  name: 'statfin',
  title: 'Tilastokeskus (StatFin)',
  settings,
  secrets: [],
  pace: { everyMinutes: 1440 },
  terms: 'https://stat.fi/org/lainsaadanto/copyright.html',
  proof: 'unproven',
  guide: [{ id: 'statfin.tables', who: 'web', takes: 'minutes' }],
  forms,

  async fetch(source, days, io): Promise<Reading> {
    const { area, tables } = source.settings
    const from = quarterDays(addQuarters(quarterOfDay(days.to), -BACK)).from
    const measures: Measure[] = []
    let skipped = 0
    for (const table of new Set(tables.map((one) => one.table))) {
      const wanted = tables.filter((one) => one.table === table)
      const read = await fetchTable(table, { area, from, before: days.to, wanted }, io)
      measures.push(...read.measures)
      skipped += read.skipped
    }
    return { measures, skipped }
  },
} satisfies Meter<Settings>

async function fetchTable(name: string, wanted: Wanted, io: ChannelIo): Promise<Reading> {
  const { address, table } = await openTable(name, io)
  const { query, contents } = chooseCells(table, name, wanted)
  const answer = await io.http(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, response: { format: 'json-stat2' } }),
    maxBytes: 5_000_000,
    signal: io.signal,
  })
  const cells = readCube(readJson(answer))
  const preliminary = /ennakko|preliminär|preliminary/i.test(table.title)
  const measures = cells.flatMap(({ value, codes }): Measure[] => {
    const when = codes.map(periodOf).find((one) => one !== undefined)
    const what = contents.find((one) => codes.includes(one.code))
    // A number that is kept secret, or not yet there, stays as it is with us: not known.
    if (!when || !what || value === null) return []
    const { indicator } = what
    const unit = findIndicator(indicator)?.unit ?? 'count'
    const status = preliminary || when.preliminary ? 'preliminary' : 'ok'
    return [{ indicator, dim: '', periodKind: when.kind, period: when.period, value, unit, status }]
  })
  return { measures, skipped: 0 }
}

/** In June 2026 tables lost the long form of their names; some hosts still know only that one. */
async function openTable(name: string, io: ChannelIo) {
  const [folder = '', id = ''] = name.split('/')
  const home = `${io.base ?? HOME}/fi/StatFin/${folder}`
  const names = [`${id}.px`, `statfin_${folder}_pxt_${id}.px`]
  for (const [nth, file] of names.entries()) {
    const address = `${home}/${file}`
    try {
      return { address, table: readTable(readJson(await io.http(address, { signal: io.signal })), name) }
    } catch (error) {
      const last = nth === names.length - 1
      if (!(error instanceof Fault) || error.kind !== 'gone') throw error
      if (last)
        throw new Fault('shape', `no table ${name}`, { code: 'statfin-table', values: { table: name } })
    }
  }
  throw new Error('a table has at least one name')
}

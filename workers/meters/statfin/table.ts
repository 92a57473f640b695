// A table of PxWeb by what it says of itself: variables and values are found by their texts, since codes get renamed.
import { z } from 'zod'
import type { Measure } from '../../../services/domain/meter.ts'
import { quarterDays } from '../../../services/domain/quarter.ts'
import type { AnswerForm } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { readJson } from '../../channels/json.ts'

const variable = z.looseObject({
  code: z.string(),
  text: z.string().catch(''),
  values: z.array(z.string()),
  valueTexts: z.array(z.string()).catch([]),
  elimination: z.boolean().catch(false),
  time: z.boolean().catch(false),
})
const shape = z.looseObject({ title: z.string().catch(''), variables: z.array(variable).min(1) })
type Variable = z.infer<typeof variable>
export type Table = z.infer<typeof shape>

export const forms: readonly AnswerForm[] = [
  {
    name: 'table',
    answers: (_, body) => !body,
    things: (answer) => [readJson(answer)],
    shape: () => shape,
  },
]

export type Wanted = {
  area: string
  /** The first day that matters, and the day before which everything lies. */
  from: string
  before: string
  wanted: readonly { indicator: string; contents: string }[]
}
type Item = { code: string; selection: { filter: 'item'; values: string[] } }

export function readTable(data: unknown, name: string): Table {
  const read = shape.safeParse(data)
  if (!read.success) throw unlike(name)
  return read.data
}

const unlike = (table: string) =>
  new Fault('shape', `${table} is not as a table of PxWeb is`, { code: 'statfin-table', values: { table } })

/** What is asked of the table, and which of its values means which of our indicators. */
export function chooseCells(
  table: Table,
  name: string,
  { area, from, before, wanted }: Wanted,
): { query: Item[]; contents: { code: string; indicator: string }[] } {
  const fault = (code: string, value: string) =>
    new Fault('shape', `${name} has no ${value}`, { code, values: { table: name, value } })
  const time = table.variables.find((one) => one.time || one.values.every((value) => periodOf(value)))
  const region = table.variables.find((one) => areaIn(one, area) !== undefined)
  if (!time) throw unlike(name)
  if (!region) throw fault('statfin-area', area)
  const rest = table.variables.filter((one) => one !== time && one !== region)
  const contents = wanted.map(({ indicator, contents }) => {
    const found = rest
      .map((one) => ({ variable: one, code: valueNamed(one, contents) }))
      .find((one) => one.code !== undefined)
    if (!found?.code) throw fault('statfin-contents', contents)
    return { indicator, code: found.code, variable: found.variable }
  })
  const periods = time.values.filter((value) => {
    const period = periodOf(value)
    return period && period.first >= from && period.first < before
  })
  const item = (one: Variable, values: string[]): Item => ({
    code: one.code,
    selection: { filter: 'item', values: [...new Set(values)] },
  })
  const told = new Set(contents.map((one) => one.variable))
  return {
    query: [
      item(region, [areaIn(region, area) ?? '']),
      item(time, periods),
      ...[...told].map((one) =>
        item(
          one,
          contents.filter((c) => c.variable === one).map((c) => c.code),
        ),
      ),
      // What can be left out is then the total; of the rest the total is asked for by its name.
      ...rest
        .filter((one) => !told.has(one) && !one.elimination)
        .map((one) => item(one, [totalOf(one, name)])),
    ],
    contents: contents.map(({ indicator, code }) => ({ indicator, code })),
  }
}

/** KU320 in one table is 320 in another. */
const areaIn = (one: Variable, area: string): string | undefined =>
  one.values.find((value) => value === area) ??
  one.values.find(
    (value) => value.replace(/^(KU|MK|SK)/, '') === area.replace(/^(KU|MK|SK)/, '') && value.length <= 5,
  )

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()

/** The value whose text is the one asked for, else begins with it; codes change from year to year, texts hardly do. */
function valueNamed(one: Variable, text: string): string | undefined {
  const exact = one.valueTexts.findIndex((value) => plain(value) === plain(text))
  const nth = exact >= 0 ? exact : one.valueTexts.findIndex((value) => plain(value).startsWith(plain(text)))
  return one.values[nth] ?? one.values.find((value) => value === text)
}

function totalOf(one: Variable, table: string): string {
  const nth = one.valueTexts.findIndex((text) => /^(yhteensä|kaikki|molemmat|total|samtliga)/i.test(text))
  const found = one.values[nth] ?? one.values.find((value) => /^(SSS|S|0{1,3})$/.test(value))
  if (found === undefined)
    throw new Fault('shape', `${table}: ${one.text} has no total`, {
      code: 'statfin-contents',
      values: { table, value: one.text },
    })
  return found
}

type When = { kind: Measure['periodKind']; period: string; first: string; preliminary: boolean }

/** `2026M07`, `2026Q3`, `2026`; an asterisk marks what is preliminary. */
export function periodOf(code: string): When | undefined {
  const [, year, kind, n = '', mark] = /^(\d{4})(?:([MQ])(\d{1,2}))?(\*?)$/.exec(code.trim()) ?? []
  if (!year) return undefined
  const preliminary = mark === '*'
  if (kind === 'M') {
    const period = `${year}-${n.padStart(2, '0')}`
    return { kind: 'month', period, first: `${period}-01`, preliminary }
  }
  if (kind === 'Q') {
    const period = `${year}-q${Number(n)}`
    return { kind: 'quarter', period, first: quarterDays(period).from, preliminary }
  }
  return { kind: 'year', period: year, first: `${year}-01-01`, preliminary }
}

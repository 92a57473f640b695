// Statistics Finland's PxWeb on loopback: tables that tell their variables, and answer queries as json-stat2.
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

type Variable = {
  code: string
  text: string
  values: string[]
  valueTexts: string[]
  elimination?: boolean
  time?: boolean
}
export type SimTable = {
  /** `vamuu/11lk.px`, as the address has it. */
  file: string
  title: string
  variables: Variable[]
  /** By the codes of a cell, joined by a bar in the order of the variables; what is absent is secret. */
  cells: Record<string, number>
}
export type StatfinSim = Sim & { add: (table: SimTable) => void }

export async function startStatfin(options: SimOptions = {}): Promise<StatfinSim> {
  const tables = new Map<string, SimTable>()

  function reply(seen: Seen): Reply | undefined {
    const table = tables.get(seen.path.replace('/fi/StatFin/', ''))
    if (!table) return undefined
    if (seen.method !== 'POST')
      return { body: JSON.stringify({ title: table.title, variables: table.variables }) }
    const { query, response } = JSON.parse(seen.body) as {
      query: { code: string; selection: { filter: string; values: string[] } }[]
      response: { format: string }
    }
    if (response.format !== 'json-stat2') return { status: 400, body: '{"error":"format"}' }
    const asked = table.variables.map((one) => query.find((item) => item.code === one.code)?.selection.values)
    const missing = table.variables.some((one, nth) => !asked[nth] && !one.elimination)
    const unknown = table.variables.some((one, nth) =>
      asked[nth]?.some((value) => !one.values.includes(value)),
    )
    if (missing || unknown || query.some((item) => !table.variables.some((one) => one.code === item.code)))
      return { status: 400, body: '{"error":"The request is not valid"}' }
    return { body: JSON.stringify(cubeOf(table, asked)) }
  }

  const sim = await startSim(reply, options)
  return Object.assign(sim, { add: (table: SimTable) => void tables.set(table.file, table) })
}

/** What was left out is summed over by the table itself: the cell of its total, written as an empty code. */
function cubeOf(table: SimTable, asked: (string[] | undefined)[]) {
  const kept = table.variables.filter((_, nth) => asked[nth])
  const lists = table.variables.map((_, nth) => asked[nth] ?? [''])
  const keys = lists.reduce<string[][]>(
    (all, list) => all.flatMap((key) => list.map((one) => [...key, one])),
    [[]],
  )
  return {
    version: '2.0',
    class: 'dataset',
    id: kept.map((one) => one.code),
    size: kept.map((one) => asked[table.variables.indexOf(one)]?.length ?? 0),
    dimension: Object.fromEntries(
      kept.map((one) => {
        const codes = asked[table.variables.indexOf(one)] ?? []
        return [one.code, { category: { index: Object.fromEntries(codes.map((code, nth) => [code, nth])) } }]
      }),
    ),
    value: keys.map((key) => table.cells[key.join('|')] ?? null),
  }
}

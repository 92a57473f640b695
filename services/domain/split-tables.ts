// A file of several tables with lines of notes between them, as Google Analytics writes it.
import type { CsvRow } from './csv.ts'
import { addDays } from './quarter.ts'

const noteOf = ({ cells }: CsvRow) => ((cells[0] ?? '').startsWith('#') ? cells.join(',') : undefined)

/** The tables of a file that begins with notes, each without them; any other file is one table. */
export function splitTables(rows: CsvRow[]): CsvRow[][] {
  if (!rows[0] || noteOf(rows[0]) === undefined) return [rows]
  const tables: { first: string | undefined; rows: CsvRow[] }[] = []
  let first: string | undefined
  let open = false
  for (const row of rows) {
    const note = noteOf(row)
    if (note !== undefined) {
      if (open) first = undefined
      open = false
      // The first day comes before the last one.
      first ??= /:\s*(\d{4})(\d\d)(\d\d)\s*$/.exec(note)?.slice(1).join('-')
    } else if (open) tables.at(-1)?.rows.push(row)
    else {
      tables.push({ first, rows: [row] })
      open = true
    }
  }
  return tables.map((one) => withDays(one.rows, one.first))
}

/** Days that are numbered from the first one on (`0000`, `0001`) as the days that they are. */
function withDays(rows: CsvRow[], first: string | undefined): CsvRow[] {
  const [head, ...table] = rows
  const numbered = table.length > 0 && table.every(({ cells }) => /^\d{4}$/.test(cells[0] ?? ''))
  if (!head || !numbered || first === undefined) return rows
  const named = { ...head, cells: ['Date', ...head.cells.slice(1)] }
  const dated = table.map((row) => ({
    ...row,
    cells: [addDays(first, Number(row.cells[0])), ...row.cells.slice(1)],
  }))
  return [named, ...dated]
}

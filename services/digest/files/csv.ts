// The digest's figures as CSV in two dialects: for programs, and for a Finnish Excel that opens it by a double click.
import { csvLine } from '../../domain/csv.ts'
import type { Sheet, Value } from './sheet.ts'

export type Dialect = 'plain' | 'excel'

export function renderCsv(sheet: Sheet, dialect: Dialect): string {
  const excel = dialect === 'excel'
  const cell = (value: Value) => {
    if (value === null || typeof value === 'string') return value
    return excel ? { bare: value.number.replace('.', ',') } : { bare: value.number }
  }
  const lines = [sheet.head, ...sheet.rows].map((row) => csvLine(row.map(cell), excel ? ';' : ','))
  return `${excel ? '\uFEFF' : ''}${lines.join('')}`
}

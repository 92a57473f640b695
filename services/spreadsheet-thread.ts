// The thread that reads one spreadsheet file: cells as the texts that a person would have typed.
import { parentPort, workerData } from 'node:worker_threads'
import readBook from 'read-excel-file/node'
import type { CsvRow } from './domain/csv.ts'
import { stepBack } from './step-back.ts'

const MOST_ROWS = 20_000

stepBack()
const book = await readBook(Buffer.from(workerData as Uint8Array))
const read = book.map(({ data }) =>
  data.slice(0, MOST_ROWS).flatMap((cells, at): CsvRow[] => {
    const texts = cells.map(textOf)
    return texts.some((one) => one.trim() !== '') ? [{ line: at + 1, cells: texts }] : []
  }),
)
parentPort?.postMessage(read)

/** A date cell holds what the clock on the wall showed, and says UTC. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  const text = Number.isNaN(cell.getTime()) ? '' : cell.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}

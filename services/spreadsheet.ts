// Spreadsheet files (XLSX) as rows of text, read in a thread that a file which explodes takes down alone.
import { Worker } from 'node:worker_threads'
import type { CsvRow } from './domain/csv.ts'

const LIMIT = { ms: 20_000, megabytes: 192 }

/** XLSX is a zip; a table as text never begins so. */
export const isSpreadsheet = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** The rows of the first sheet; undefined when the file cannot be read. */
export const readSpreadsheet = async (bytes: Uint8Array): Promise<CsvRow[] | undefined> =>
  (await readSheets(bytes))?.[0]

/** The rows of every sheet; undefined when the file cannot be read. */
export async function readSheets(bytes: Uint8Array): Promise<CsvRow[][] | undefined> {
  const thread = new Worker(new URL('./spreadsheet-thread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: LIMIT.megabytes, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
  })
  const timer = setTimeout(() => void thread.terminate(), LIMIT.ms)
  try {
    return await new Promise<CsvRow[][] | undefined>((done) => {
      thread.once('message', done)
      // Not a spreadsheet, or too much of one: either way there is nothing to read.
      thread.once('error', () => done(undefined))
      thread.once('exit', () => done(undefined))
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}

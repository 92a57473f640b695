// The digest's tables as a spreadsheet: a sheet each, numbers as numbers, and no text that could ever be a formula.
import writeXlsxFile from 'write-excel-file/node'
import { repack } from '../../zip.ts'
import type { Sheet, Value } from './sheet.ts'

/** Excel allows 31 letters and forbids some signs in the name of a sheet. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const cell = (value: Value) => {
  if (value === null) return null
  return typeof value === 'string' ? { type: String, value } : { type: Number, value: Number(value.number) }
}

const widthOf = (sheet: Sheet, nth: number) =>
  Math.min(
    48,
    Math.max(
      8,
      ...[sheet.head[nth] ?? '', ...sheet.rows.slice(0, 200).map((row) => shown(row[nth]))].map(
        (text) => text.length + 2,
      ),
    ),
  )

const shown = (value: Value | undefined) => (typeof value === 'string' ? value : (value?.number ?? ''))

export async function renderXlsx(sheets: readonly Sheet[], at: Date): Promise<Uint8Array> {
  const written = sheets.map((sheet) => ({
    sheet: sheetName(sheet.name),
    stickyRowsCount: 1,
    columns: sheet.head.map((_, nth) => ({ width: widthOf(sheet, nth) })),
    data: [
      sheet.head.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
      ...sheet.rows.map((row) => row.map(cell)),
    ],
  }))
  return repack(await writeXlsxFile(written).toBuffer(), at)
}

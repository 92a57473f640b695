// Tables as CSV: read as people's programs write them, written so that no cell becomes a formula.

/** A row with the number of the line on which it begins. */
export type CsvRow = { line: number; cells: string[] }

/**
 * UTF-8 with or without a BOM, else Windows-1252 as Excel saves it. Bytes of the two that differ are never both, so
 * what is valid UTF-8 is taken as such.
 */
export function decodeTable(bytes: Uint8Array): string {
  // What Excel calls "Unicode text"; without its mark it is told by the zeros beside the first letters.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] && bytes[1] === 0 && bytes[3] === 0))
    return new TextDecoder('utf-16le').decode(bytes)
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] && bytes[2] === 0))
    return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export const separators = [';', '\t', ','] as const
export type Separator = (typeof separators)[number]

/** The separator of the first line: a semicolon, a tab or a comma, whichever it has most of outside quotes. */
function separatorOf(text: string): Separator {
  const head = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  const count = (sign: string) => head.split(sign).length
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/**
 * RFC 4180 with any of the three separators and any line end: quoted cells may hold separators, doubled quotes and
 * line breaks. Empty lines are passed over; a quote that is never closed ends with the text.
 */
export function readCsv(given: string, told?: Separator): CsvRow[] {
  // Some programs say on a line of its own what they separate with; the line stays counted.
  const text = given.replace(/^\uFEFF/, '').replace(/^sep=[;,\t](?=\r?\n)/i, '')
  const separator = told ?? separatorOf(text.trimStart())
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let start = 1
  let quoted = false
  const endRow = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: start, cells })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') {
        at++
        line++
      }
      endRow()
      start = line
    } else cell += sign
  }
  if (cell !== '' || cells.length) endRow()
  return rows
}

/** A number as people and programs write it: `1 234,5`, `1234.5`, `−3`. A comma is always the decimal sign. */
export function readNumber(written: string): string | undefined {
  const text = written.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-')
  return /^-?\d{1,30}([.,]\d{1,12})?$/.test(text) ? text.replace(',', '.') : undefined
}

/** `bare`: a number as the dialect writes it, never quoted. */
type CsvValue = string | number | { bare: string } | null

/** One cell: quoted, and a text that a spreadsheet would run as a formula gets an apostrophe. Numbers stay numbers. */
function csvCell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return value.bare
  const risky = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value)
  return `"${(risky ? `'${value}` : value).replaceAll('"', '""')}"`
}

/** Rows as one text that `readCsv` reads back, each on its own line again, so that complaints name the right one. */
export function asTable(rows: readonly CsvRow[]): string {
  let text = ''
  let at = 1
  for (const { line, cells } of rows) {
    const written = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
    text += '\n'.repeat(Math.max(0, line - at)) + written
    at = Math.max(line, at) + (written.match(/\n/g)?.length ?? 0)
  }
  return text
}

export function csvLine(cells: readonly CsvValue[], separator = ','): string {
  return `${cells.map(csvCell).join(separator)}\r\n`
}

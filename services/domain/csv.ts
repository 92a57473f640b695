// Tables as CSV: read as people's programs write them, written so that no cell becomes a formula.

/** A row with the number of the line on which it begins. */
export type CsvRow = { line: number; cells: string[] }

/**
 * UTF-8 with or without a BOM, else Windows-1252 as Excel saves it. Bytes of the two that differ are never both, so
 * what is valid UTF-8 is taken as such.
 */
export function decodeTable(bytes: Uint8Array): string {
  // What Excel calls "Unicode text".
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator of the first line: a semicolon, a tab or a comma, whichever it has most of outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  const count = (sign: string) => head.split(sign).length
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/**
 * RFC 4180 with any of the three separators and any line end: quoted cells may hold separators, doubled quotes and
 * line breaks. Empty lines are passed over; a quote that is never closed ends with the text.
 */
export function readCsv(given: string): CsvRow[] {
  const text = given.replace(/^\uFEFF/, '')
  const separator = separatorOf(text)
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

export function csvLine(cells: readonly CsvValue[], separator = ','): string {
  return `${cells.map(csvCell).join(separator)}\r\n`
}

// Reading a platform's own statistics: its rows as posts or days, and every cell that cannot be what its column says.
import type { CsvRow } from './csv.ts'
import { canonicalUrl } from './link.ts'
import { type DateOrder, orderOf, readWall, type Wall } from './platform-dates.ts'
import {
  guessFields,
  layouts,
  type Per,
  type PlatformField,
  recognise,
  type Teller,
} from './platform-layouts.ts'
import { addDays, momentAt } from './quarter.ts'

export const counted = ['likes', 'comments', 'shares', 'views', 'reach', 'clicks'] as const
export type Counted = (typeof counted)[number]

/** How a file is to be read. */
export type Shape = {
  channel: Teller
  per: Per
  dates: DateOrder | null
  columns: readonly (PlatformField | null)[]
}

export type PostNumbers = Record<Counted, number | null> & {
  line: number
  /** What the platform calls it, the surest name first; the collected post has one of them. */
  ids: string[]
  url: string | null
  wall: Wall
}
export const daily = ['visits', 'views', 'searches', 'clicks', 'followers'] as const
export type DayNumbers = { day: string } & Record<(typeof daily)[number], number | null>

export type Wrong =
  | 'number'
  | 'round'
  | 'date'
  | 'either'
  | 'future'
  | 'name'
  | 'rounded-id'
  | 'link'
  | 'twice'
  | 'cells'
export type BadCell = { line: number; column: string | null; wrong: Wrong; value: string }

export type ReadFile = { posts: PostNumbers[]; days: DayNumbers[]; bad: BadCell[] }

const FIRST_LINES = 6

/** The headings are not always on top: a platform may write first what the file is about. */
export function findHead(rows: readonly CsvRow[]): number {
  const top = rows.slice(0, FIRST_LINES).map((row) => row.cells)
  const known = top.findIndex((cells) => recognise(cells) !== undefined)
  if (known >= 0) return known
  const score = (cells: readonly string[]) =>
    Math.max(...layouts.map((one) => guessFields(cells, one.columns).filter(Boolean).length))
  const best = top.reduce((at, cells, nth) => (score(cells) > score(top[at] ?? []) ? nth : at), 0)
  if (score(top[best] ?? []) > 0) return best
  return Math.max(
    0,
    top.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1),
  )
}

/** A whole number, null where nothing is told, or what is wrong with it. `1,234` and `1 234` are thousands. */
export function readCount(written: string): number | null | Wrong {
  const text = written.replace(/[\s\u00a0\u202f']/g, '')
  if (text === '' || /^(?:-|–|—|n\/?a|\.\.\.?)$/i.test(text)) return null
  const bare = /^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text.replace(/[.,]0+$/, '')
  if (/^\d{1,9}$/.test(bare)) return Number(bare)
  return /^\d+(?:[.,]\d+)?(?:k|m|t|tn|mn|mil\.?)$/i.test(text) ? 'round' : 'number'
}

/** A link as it was written, or the one inside a spreadsheet's formula for a link. */
const linkOf = (cell: string) => /^'?=HYPERLINK\(\s*"([^"]*)"/i.exec(cell)?.[1] ?? cell

const codes: Partial<Record<Teller, RegExp>> = {
  instagram: /\/(?:p|reel|tv)\/([\w-]+)/,
  youtube: /(?:[?&]v=|youtu\.be\/|\/shorts\/)([\w-]{6,})/,
  tiktok: /\/(?:video|photo)\/(\d+)/,
  x: /\/status\/(\d+)/,
  linkedin: /(urn:li:(?:share|ugcPost|activity):\d+)/,
}

function namesOf(channel: Teller, id: string, page: string, url: string | null): string[] {
  const code = url ? codes[channel]?.exec(url.replace(/%3a/gi, ':'))?.[1] : undefined
  const address = canonicalUrl(url) ?? undefined
  // Instagram's own number is not what a post is known by when it is collected.
  const numbers = channel === 'instagram' ? [code, id] : [id, id && page && `${page}_${id}`, code]
  return [...new Set([...numbers, address].flatMap((one) => (one ? [one] : [])))]
}

/** Rows that only add the others up. */
const SUMS = /^(?:(?:grand )?total|totalt|totalsumma|(?:loppu)?summa|yhteensä)$/i
const isSum = ({ cells: [first = '', ...others] }: CsvRow) =>
  SUMS.test(first.trim()) || (first.trim() === '' && others.some((cell) => SUMS.test(cell.trim())))

/** Reads every row; `zone` and `today` are the place's. */
export function readPlatformFile(
  head: CsvRow,
  table: readonly CsvRow[],
  shape: Shape,
  today: string,
): ReadFile {
  const bad: BadCell[] = []
  const at = (field: PlatformField) => shape.columns.indexOf(field)
  const cellOf = (row: CsvRow, field: PlatformField) => (row.cells[at(field)] ?? '').normalize('NFC').trim()
  const complain = (line: number, field: PlatformField | null, wrong: Wrong, value = '') => {
    const column = field && (head.cells[at(field)]?.trim() ?? '')
    bad.push({ line, column, wrong, value: value.slice(0, 60) })
  }
  const rows = table.filter((row) => !isSum(row))
  const dated: PlatformField = shape.per === 'post' ? 'time' : 'day'
  const order = orderOf(
    rows.map((row) => cellOf(row, dated)),
    shape.dates,
    today,
  )
  if (order === 'either') {
    complain(head.line, dated, 'either')
    return { posts: [], days: [], bad }
  }
  const wallOf = (row: CsvRow) => {
    const cell = cellOf(row, dated)
    const wall = readWall(cell, order ?? shape.dates ?? 'dmy', today)
    if (!wall) complain(row.line, dated, 'date', cell)
    else if (wall.day > today) complain(row.line, dated, 'future', cell)
    return wall
  }
  const countOf = (row: CsvRow, field: PlatformField) => {
    const cell = at(field) < 0 ? '' : cellOf(row, field)
    const n = readCount(cell)
    if (typeof n !== 'string') return n
    complain(row.line, field, n, cell)
    return null
  }
  const seen = new Map<string, number>()
  const once = (row: CsvRow, key: string, field: PlatformField) => {
    const other = seen.get(key)
    if (other === undefined) seen.set(key, row.line)
    else complain(row.line, field, 'twice', String(other))
  }
  const posts: PostNumbers[] = []
  const days: DayNumbers[] = []
  for (const row of rows) {
    if (row.cells.slice(head.cells.length).some((cell) => cell.trim() !== ''))
      complain(row.line, null, 'cells')
    const wall = wallOf(row)
    if (shape.per === 'day') {
      const numbers = Object.fromEntries(daily.map((one) => [one, countOf(row, one)]))
      if (!wall) continue
      once(row, wall.day, 'day')
      days.push({ day: wall.day, ...numbers } as DayNumbers)
      continue
    }
    const id = cellOf(row, 'id').replace(/^'/, '')
    const link = linkOf(cellOf(row, 'link'))
    const url = canonicalUrl(link) ? link : null
    if (/^\d[.,]?\d*e\+\d+$/i.test(id)) complain(row.line, 'id', 'rounded-id', id)
    else if (id.length > 200) complain(row.line, 'id', 'name', id)
    if (link && !url) complain(row.line, 'link', 'link', link)
    const ids = namesOf(shape.channel, id, cellOf(row, 'page'), url)
    const field = at('id') >= 0 ? 'id' : 'link'
    if (!ids[0]) complain(row.line, field, 'name')
    else once(row, ids[0], field)
    const numbers = Object.fromEntries(counted.map((one) => [one, countOf(row, one)])) as Record<
      Counted,
      number | null
    >
    if (wall && ids[0]) posts.push({ line: row.line, ids, url, wall, ...numbers })
  }
  return { posts, days, bad: bad.sort((a, b) => a.line - b.line) }
}

/** When a post was published; at noon when only the day is told. */
export const momentOf = ({ day, minutes }: Wall, zone: string): Date => momentAt(day, minutes ?? 720, zone)

const FRESH_DAYS = 3

/** Numbers of the last three days before the download still move. */
export const isFresh = (day: string, takenOn: string): boolean => day > addDays(takenOn, -FRESH_DAYS)

// A platform's own statistics as a file: told by its headings, checked whole, saved whole and taken back whole.
import { createHash } from 'node:crypto'
import { type Key, type Language, t } from '../config/i18n.ts'
import { appendAudit } from '../db/audit.ts'
import { saveMeasures } from '../db/measures.ts'
import { type Db, inTransaction } from '../db/open.ts'
import * as files from '../db/platform-files.ts'
import { listSources } from '../db/sources.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { type CsvRow, readCsv, separators } from './domain/csv.ts'
import {
  type BadCell,
  type DayNumbers,
  findHead,
  momentOf,
  readPlatformFile,
  type Shape,
} from './domain/platform-file.ts'
import {
  anyHeadings,
  guessFields,
  isCounter,
  lacks,
  type PlatformField,
  recognise,
  type Teller,
} from './domain/platform-layouts.ts'
import { dayOf, inOrder, momentAt } from './domain/quarter.ts'
import { splitTables } from './domain/split-tables.ts'
import { type Complaint, Refusal } from './errors.ts'
import { type MetPost, measuresOf, savePosts } from './platform-numbers.ts'
import { channelName } from './source-words.ts'

const MOST_ROWS = 10_000

type Needs = Pick<Deps, 'db' | 'clock'>
type At = Pick<Act, 'place' | 'language'>

const layoutOf = (rows: readonly CsvRow[]) => recognise(rows[findHead(rows)]?.cells ?? [])

/** The rows of a table as text, by the separator with which its headings are known ones. */
export function readExport(text: string): CsvRow[] {
  const known = separators.find((sign) => splitTables(readCsv(text.slice(0, 20_000), sign)).some(layoutOf))
  return pickSheets(splitTables(readCsv(text, known))).rows
}

/** Of several sheets the one whose headings are known, posts before days, else the first; and the days beside posts. */
export function pickSheets(sheets: readonly CsvRow[][]): { rows: CsvRow[]; days: CsvRow[] } {
  const told = sheets.map((rows) => ({ rows, per: layoutOf(rows)?.per }))
  const posts = told.find((one) => one.per === 'post')
  const days = told.find((one) => one.per === 'day')
  return { rows: (posts ?? days)?.rows ?? sheets[0] ?? [], days: (posts && days?.rows) ?? [] }
}

const fingerprintOf = (head: readonly string[]) =>
  createHash('sha256')
    .update(head.map((cell) => cell.normalize('NFC').trim()).join('\u001f'))
    .digest('hex')

export type Found = { head: CsvRow; table: CsvRow[]; shape: Shape; how: 'known' | 'recognised' | 'told' }

/** The headings of a file and how it is to be read: as the last time, else by its layout, else as a person tells. */
export async function readShape(
  { db }: Needs,
  place: string,
  rows: readonly CsvRow[],
  told?: Pick<Shape, 'channel' | 'per'>,
): Promise<Found> {
  const at = findHead(rows)
  const head = rows[at]
  const table = rows.slice(at + 1)
  if (!head || !table.length) throw new Refusal('export-empty', 400)
  if (table.length > MOST_ROWS) throw new Refusal('export-many', 400, { values: { n: MOST_ROWS } })
  const known = await files.findKnownLayout(db, place, fingerprintOf(head.cells))
  const layout = recognise(head.cells)
  if (known && (!told || (told.channel === known.channel && told.per === known.per)))
    return { head, table, shape: known as Shape, how: 'known' }
  if (layout && (!told || (told.channel === layout.channel && told.per === layout.per))) {
    const { channel, per, dates } = layout
    const columns = guessFields(head.cells, layout.columns)
    return { head, table, shape: { channel, per, dates, columns }, how: 'recognised' }
  }
  const { channel, per } = told ?? { channel: 'facebook' as const, per: 'post' as const }
  const columns = guessFields(head.cells, anyHeadings(channel, per))
  return { head, table, shape: { channel, per, dates: null, columns }, how: 'told' }
}

export type CheckedExport = {
  posts: MetPost[]
  days: DayNumbers[]
  first: string
  last: string
  takenAt: Date
  /** Under what name its days stand among the numbers. */
  source: string
  /** Who brought the same file before, and when. */
  before: { by: string; at: Date; name: string } | undefined
  hash: string
  complaints: Complaint[]
}

/** Reads the file whole and names everything that is wrong with it by row and column. */
export async function checkExport(
  { db, clock }: Needs,
  { place, language }: At,
  { head, table, shape }: Pick<Found, 'head' | 'table' | 'shape'>,
  takenOn: string,
): Promise<CheckedExport> {
  const now = clock()
  const today = dayOf(now, place.time_zone)
  const complaints = complainOfShape(language, shape)
  const source = await sourceOf(db, place, shape.channel)
  if (source === undefined) complaints.push({ path: '', message: t(language, 'export.wrong.which-site') })
  const { posts, days, bad } = complaints.length
    ? { posts: [], days: [], bad: [] }
    : readPlatformFile(head, table, shape, inOrder(takenOn, today)[0])
  complaints.push(...bad.map((one) => sayBad(language, one)))
  if (!complaints.length && !posts.length && !days.length) throw new Refusal('export-empty', 400)
  const met = isCounter(shape.channel)
    ? new Map<number, { id: number; published_at: Date }>()
    : await files.matchPosts(db, place.id, shape.channel, posts)
  const dated = [...posts.map((one) => one.wall.day), ...days.map((one) => one.day)].sort()
  const hash = createHash('sha256')
    .update(JSON.stringify([head.cells, table.map((row) => row.cells)]))
    .digest('hex')
  return {
    posts: posts.map((one, nth) => {
      const post = met.get(nth)
      return { ...one, post: post?.id ?? null, at: post?.published_at ?? momentOf(one.wall, place.time_zone) }
    }),
    days,
    first: dated[0] ?? takenOn,
    last: dated.at(-1) ?? takenOn,
    takenAt: takenOn === today ? now : momentAt(takenOn, 720, place.time_zone),
    source: source ?? '',
    before: await files.findSameFile(db, place.id, hash),
    hash,
    complaints,
  }
}

function complainOfShape(language: Language, { per, columns }: Shape): Complaint[] {
  const named = (field: PlatformField) => t(language, `export.field.${field}`)
  const missing = lacks(per, columns)
  const chosen = columns.filter((one) => one !== null)
  const twice = chosen.find((one, nth) => chosen.indexOf(one) !== nth)
  const complaint = (key: Key, field: PlatformField) => ({
    path: '',
    message: t(language, key, { value: named(field) }),
  })
  return [
    ...(missing ? [complaint('export.wrong.missing', missing)] : []),
    ...(twice ? [complaint('export.wrong.column-twice', twice)] : []),
  ]
}

function sayBad(language: Language, { line, column, wrong, value }: BadCell): Complaint {
  const where = t(language, 'number.line', { n: String(line) })
  return {
    path: [where, column].filter(Boolean).join(', '),
    message: t(language, `export.wrong.${wrong}`, { value }),
  }
}

/** Saves what was checked and remembers how the file was read; the same file again is refused. */
export async function takeExport(
  { db, clock }: Needs,
  act: Act,
  { head, shape }: Pick<Found, 'head' | 'shape'>,
  checked: CheckedExport,
  name: string,
  sample = false,
): Promise<{ rows: number; known: number }> {
  const { complaints, posts, days, takenAt, source } = checked
  if (complaints.length) throw new Refusal('invalid', 400, { complaints })
  const place = act.place.id
  const at = clock()
  return inTransaction(db, async (trx) => {
    const rows = posts.length + days.length
    const { channel, per, dates, columns } = shape
    const file = await files.addPlatformFile(trx, {
      ...{ place_id: place, channel, per, name, file_hash: checked.hash, taken_at: takenAt },
      ...{ first_day: checked.first, last_day: checked.last, rows, sample, by: act.name, at },
    })
    if (file === undefined) throw new Refusal('export-again', 409)
    await files.keepLayout(trx, place, {
      fingerprint: fingerprintOf(head.cells),
      channel,
      per,
      dates,
      columns,
    })
    if (!isCounter(channel)) await savePosts(trx, place, channel, checked, file)
    const from = { place, source, sample, origin: 'file' as const, enteredBy: act.name, at, file }
    const takenOn = dayOf(takenAt, act.place.time_zone)
    await saveMeasures(trx, from, measuresOf(days, channel, source, takenOn))
    const known = posts.filter((one) => one.post !== null).length
    const detail = { name, rows, known }
    await appendAudit(trx, {
      ...{ place, at, actor: act.name, action: 'platform-file-taken', object: channel, detail },
    })
    return { rows, known }
  })
}

/** A counter's days are those of its source, so that a file and the interface never count one visit twice. */
async function sourceOf(db: Db, place: At['place'], channel: Teller): Promise<string | undefined> {
  const own = channelName(place.languages[0] ?? 'fi', channel)
  if (!isCounter(channel)) return own
  const sources = (await listSources(db, place.id)).filter((one) => one.channel === channel)
  return sources.length > 1 ? undefined : (sources[0]?.id ?? own)
}

/** Takes a file back; what it had replaced stands again. */
export async function removeExport({ db, clock }: Needs, act: Act, id: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const gone = await files.dropPlatformFile(trx, act.place.id, id)
    if (!gone) throw new Refusal('not-found', 404)
    const { name, rows } = gone
    await appendAudit(trx, {
      ...{ place: act.place.id, at: clock(), actor: act.name, action: 'platform-file-removed' },
      ...{ object: id, detail: { name, rows } },
    })
  })
}

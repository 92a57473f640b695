// A platform's own statistics as a file: told by its headings, checked whole, saved whole and taken back whole.
import { createHash } from 'node:crypto'
import { type Key, type Language, t } from '../config/i18n.ts'
import type { ChannelName } from '../config/place.ts'
import { appendAudit } from '../db/audit.ts'
import { type NewMeasure, saveMeasures } from '../db/measures.ts'
import { type Db, inTransaction } from '../db/open.ts'
import * as files from '../db/platform-files.ts'
import { dueAge, saveTallies } from '../db/tallies.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { type CsvRow, readCsv, separators } from './domain/csv.ts'
import {
  type BadCell,
  type DayNumbers,
  findHead,
  isFresh,
  momentOf,
  type PostNumbers,
  readPlatformFile,
  type Shape,
} from './domain/platform-file.ts'
import { anyHeadings, guessFields, lacks, type PlatformField, recognise } from './domain/platform-layouts.ts'
import { dayOf, inOrder, momentAt } from './domain/quarter.ts'
import { type Complaint, Refusal } from './errors.ts'

const MOST_ROWS = 10_000
/** Beyond this age nobody asks for a post's counts any more. */
const OLDEST_TALLY = 42

type Needs = Pick<Deps, 'db' | 'clock'>
type At = Pick<Act, 'place' | 'language'>

/** The rows of a table as text, by the separator with which its headings are known ones. */
export function readExport(text: string): CsvRow[] {
  const known = separators.find((sign) => {
    const rows = readCsv(text.slice(0, 20_000), sign)
    return recognise(rows[findHead(rows)]?.cells ?? [])
  })
  return readCsv(text, known)
}

/** Of several sheets the one whose headings are known, posts before days; else the first. */
export function pickSheet(sheets: readonly CsvRow[][]): CsvRow[] {
  const told = sheets.map((rows) => ({ rows, layout: recognise(rows[findHead(rows)]?.cells ?? []) }))
  const best = told.find((one) => one.layout?.per === 'post') ?? told.find((one) => one.layout)
  return best?.rows ?? sheets[0] ?? []
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
  told?: { channel: ChannelName; per: Shape['per'] },
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
  const columns = guessFields(head.cells, anyHeadings(per))
  return { head, table, shape: { channel, per, dates: null, columns }, how: 'told' }
}

export type CheckedExport = {
  posts: (PostNumbers & { at: Date; post: number | null })[]
  days: DayNumbers[]
  first: string
  last: string
  takenAt: Date
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
  const { posts, days, bad } = complaints.length
    ? { posts: [], days: [], bad: [] }
    : readPlatformFile(head, table, shape, inOrder(takenOn, today)[0])
  complaints.push(...bad.map((one) => sayBad(language, one)))
  if (!complaints.length && !posts.length && !days.length) throw new Refusal('export-empty', 400)
  const met = await files.matchPosts(db, place.id, shape.channel, posts)
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
  const { complaints, posts, days, takenAt } = checked
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
    await savePosts(trx, place, shape.channel, checked, file)
    const from = {
      ...{
        place,
        source: t(act.place.languages[0] ?? 'fi', `channel.${channel}`),
        sample,
        origin: 'file' as const,
      },
      ...{ enteredBy: act.name, at, file },
    }
    const takenOn = dayOf(takenAt, act.place.time_zone)
    await saveMeasures(trx, from, measuresOf(days, from.source, takenOn))
    const known = posts.filter((one) => one.post !== null).length
    const detail = { name, rows, known }
    await appendAudit(trx, {
      ...{ place, at, actor: act.name, action: 'platform-file-taken', object: channel, detail },
    })
    return { rows, known }
  })
}

async function savePosts(
  trx: Db,
  place: string,
  channel: ChannelName,
  { posts, takenAt }: CheckedExport,
  file: number,
): Promise<void> {
  const numbers = posts.map(({ line: _, wall: __, ids, at, post, ...one }) => ({
    ...one,
    ...{ place_id: place, channel, external_id: ids[0] as string, post_id: post, published_at: at },
  }))
  await files.savePlatformPosts(trx, numbers, file)
  const tallies = posts.flatMap(({ post, at, likes, comments, shares, views }) => {
    const days = Math.floor((takenAt.getTime() - at.getTime()) / 86_400_000)
    const none = [likes, comments, shares, views].every((one) => one === null)
    if (post === null || none || days < 0 || days > OLDEST_TALLY) return []
    return [{ post_id: post, age: dueAge(at, takenAt) ?? days, likes, comments, shares, views }]
  })
  await saveTallies(trx, place, takenAt, tallies, file)
}

const indicatorOf = { views: 'social.views', clicks: 'social.clicks', followers: 'social.followers' } as const

function measuresOf(days: readonly DayNumbers[], dim: string, takenOn: string): NewMeasure[] {
  return days.flatMap((one) =>
    (['views', 'clicks', 'followers'] as const).flatMap((name): NewMeasure[] => {
      const value = one[name]
      if (value === null) return []
      const unit = name === 'followers' ? 'people' : name
      const status = isFresh(one.day, takenOn) ? 'preliminary' : 'ok'
      const period = { periodKind: 'day' as const, period: one.day }
      return [{ indicator: indicatorOf[name], dim, ...period, value: String(value), unit, status }]
    }),
  )
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

// Posts and their counts as a table: every complaint by row and column, then all of them saved or none.
import { type Key, type Language, languages, t } from '../config/i18n.ts'
import { type ChannelName, channels } from '../config/place.ts'
import { appendAudit } from '../db/audit.ts'
import { inTransaction } from '../db/open.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import type { CsvRow } from './domain/csv.ts'
import { canonicalUrl } from './domain/link.ts'
import { isPeriod } from './domain/measures.ts'
import { dayOf, momentAt } from './domain/quarter.ts'
import { findTags } from './domain/tags.ts'
import { type Complaint, Refusal } from './errors.ts'
import { type HandedPost, takeHanded } from './handed.ts'
import { openLanguages } from './language.ts'

const MOST = 2_000
const MOST_TEXT = 20_000

export const sheetColumns = [
  'channel',
  'link',
  'date',
  'author',
  'text',
  'hashtags',
  'likes',
  'comments',
  'shares',
  'views',
] as const
type Column = (typeof sheetColumns)[number]
const needed = ['channel', 'link', 'date', 'author'] as const
const counted = ['likes', 'comments', 'shares', 'views'] as const

export type CheckedSheet = { posts: HandedPost[]; complaints: Complaint[] }

/** The name of a column as the template has it. */
export const columnName = (language: Language, column: Column) => t(language, `sheet.column.${column}`)

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()
const columnOf = new Map(
  languages.flatMap((one) => sheetColumns.map((column) => [plain(columnName(one, column)), column] as const)),
)
// The two ways of reading a website have one name between them; by hand it is a site like any other.
const channelOf = new Map<string, ChannelName>(
  channels
    .filter((name) => name !== 'story')
    .reverse()
    .flatMap((name) => [
      [name as string, name] as const,
      ...languages.map((one) => [plain(t(one, `channel.${name}`)), name] as const),
    ]),
)

/** Checks a table whose first row names the columns, in any of our languages and in any order. */
export function checkSheet(
  [head, ...table]: readonly CsvRow[],
  act: Pick<Act, 'place' | 'language'>,
  now: Date,
): CheckedSheet {
  const say = (key: Key, values = {}) => t(act.language, key, values)
  const fail = (path: string, message: string) => ({ posts: [], complaints: [{ path, message }] })
  if (!head || !table.length) return fail('', say('number.empty'))
  if (table.length > MOST) return fail('', say('number.many', { value: MOST }))
  const line = (n: number) => say('number.line', { n: String(n) })
  const names = head.cells.map((cell) => columnOf.get(plain(cell)))
  const stranger = head.cells.find((cell, at) => !names[at] && cell.trim() !== '')
  if (stranger !== undefined)
    return fail(line(head.line), say('number.column-unknown', { value: stranger.trim() }))
  const absent = needed.find((one) => !names.includes(one))
  if (absent) return fail(line(head.line), say('number.columns', { value: columnName(act.language, absent) }))
  const twice = names.find((one, at) => one && names.indexOf(one) !== at)
  if (twice)
    return fail(line(head.line), say('sheet.column-twice', { value: columnName(act.language, twice) }))

  const complaints: Complaint[] = []
  const posts: HandedPost[] = []
  const seen = new Map<string, number>()
  for (const row of table) {
    const cell = (column: Column) => unguarded(row.cells[names.indexOf(column)] ?? '')
    const before = complaints.length
    const complain = (column: Column | undefined, key: Key, values = {}) => {
      const where = column && head.cells[names.indexOf(column)]?.trim()
      complaints.push({ path: [line(row.line), where].filter(Boolean).join(', '), message: say(key, values) })
      return undefined
    }
    if (row.cells.slice(names.length).some((one) => one.trim() !== '')) complain(undefined, 'number.cells')
    const channel = channelOf.get(plain(cell('channel')))
    if (!channel) complain('channel', 'sheet.channel', { value: cell('channel') })
    const address = canonicalUrl(cell('link'))
    const other = address ? seen.get(address) : undefined
    if (!address) complain('link', 'sheet.link', { value: cell('link') })
    else if (other !== undefined) complain('link', 'sheet.twice', { other: line(other) })
    else seen.set(address, row.line)
    const publishedAt = readMoment(cell('date'), act.place.time_zone, now)
    if (!publishedAt) complain('date', 'sheet.date', { value: cell('date') })
    else if (publishedAt > now) complain('date', 'sheet.date-future', { value: cell('date') })
    else if (publishedAt.getUTCFullYear() < now.getUTCFullYear() - 4)
      complain('date', 'sheet.date-old', { value: cell('date') })
    const author = cell('author')
    if (!author || author.length > 100) complain('author', 'sheet.author')
    const text = cell('text')
    if (text.length > MOST_TEXT) complain('text', 'sheet.text', { n: MOST_TEXT })
    const tags = cell('hashtags')
      .split(/[\s,;]+/)
      .filter(Boolean)
    const bad = tags.find((tag) => !isTag(tag))
    if (bad) complain('hashtags', 'sheet.hashtag', { value: bad })
    const counts: HandedPost['counts'] = {}
    for (const name of counted) {
      const n = readCount(cell(name))
      if (n === undefined) complain(name, 'sheet.count', { value: cell(name) })
      else counts[name] = n
    }
    if (complaints.length > before || !channel || !publishedAt) continue
    posts.push({ channel, url: cell('link'), author, text, tags, publishedAt, media: [], counts })
  }
  return { posts, complaints }
}

/** Saves all posts when every row was found right, else none. */
export async function takeSheet(
  deps: Pick<Deps, 'db' | 'clock' | 'queue'>,
  act: Act,
  { posts, complaints }: CheckedSheet,
): Promise<{ saved: number; unchanged: number }> {
  if (complaints.length) throw new Refusal('invalid', 400, { complaints })
  const detect = await openLanguages()
  const at = deps.clock()
  return inTransaction(deps.db, async (trx) => {
    const { saved, unchanged } = await takeHanded(trx, { act, by: 'sheet', at, detect }, posts)
    const detail = { saved, unchanged }
    const entry = { place: act.place.id, at, actor: act.name, action: 'sheet-taken', object: 'sheet', detail }
    await appendAudit(trx, entry)
    return { saved, unchanged }
  })
}

/** Our own tables and careful people put an apostrophe before what a spreadsheet would run. */
const unguarded = (cell: string) =>
  cell
    .normalize('NFC')
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/, '')

const isTag = (written: string) => {
  const bare = written.replace(/^[#＃﹟]/u, '')
  return findTags(`#${bare}`)[0]?.written === bare
}

/** `2026-11-03`, `3.11.2026`, each with a time of day or at noon, when nobody knows it. */
function readMoment(written: string, zone: string, now: Date): Date | undefined {
  const [, date = '', hours, minutes] =
    /^(\S+?)(?:(?:T|,? +(?:klo +|kl\.? +)?)(\d{1,2})[.:](\d\d)(?:[.:]\d\d)?)?$/.exec(written) ?? []
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date) ?? []
  const day = y ? `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}` : date
  const at = hours === undefined ? 720 : Number(hours) * 60 + Number(minutes)
  if (!isPeriod('day', day) || at >= 1440 || Number(minutes ?? 0) > 59) return undefined
  const today = hours === undefined && day === dayOf(now, zone)
  return today ? now : momentAt(day, at, zone)
}

/** A whole number as people write it; null for an empty cell: nobody knows. */
function readCount(written: string): number | null | undefined {
  const text = written.replace(/[\s\u00a0\u202f]/g, '').replace(/[.,]0+$/, '')
  if (text === '') return null
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

// A column of dates as the platforms write them: the order of day and month is the column's, never one row's.
import { isPeriod } from './measures.ts'

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

/** What the clock on the wall showed; minutes are null where only the day is told. */
export type Wall = { day: string; minutes: number | null }

// By their first letters in Finnish, Swedish and English; November before March, which begins alike in two of them.
const months: [RegExp, number][] = [
  [/^marras|^nov/, 11],
  [/^tam|^jan/, 1],
  [/^hel|^feb/, 2],
  [/^maa|^mar/, 3],
  [/^huh|^apr/, 4],
  [/^tou|^ma[jy]/, 5],
  [/^kes|^jun/, 6],
  [/^hei|^jul/, 7],
  [/^elo|^aug/, 8],
  [/^syy|^sep/, 9],
  [/^lok|^o[ck]t/, 10],
  [/^jou|^de[ck]/, 12],
]
const monthOf = (name: string) => months.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1]

const CLOCK = /[ T,]+(?:klo |kl\.? )?(\d{1,2})[:.](\d\d)(?:[:.]\d\d(?:\.\d+)?)?\s*([ap]\.?m\.?)?$/i
const WEEKDAY = /^\p{L}{2,12}\.?(?:, +| +(?=\p{L}{3,}\.? \d))/u

/**
 * One cell; undefined for what is no date in this order. TikTok writes days without their year (`October 1`): such a
 * day is the last one of its name up to `latest`, the day of the download.
 */
export function readWall(written: string, order: DateOrder, latest?: string): Wall | undefined {
  const text = written
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
  const [tail = '', hours, minutes, half] = CLOCK.exec(text) ?? []
  const day = readDay(text.slice(0, text.length - tail.length), order, latest)
  if (day === undefined || hours === undefined) return day === undefined ? undefined : { day, minutes: null }
  const afternoon = half?.toLowerCase().startsWith('p')
  const hour = half ? (Number(hours) % 12) + (afternoon ? 12 : 0) : Number(hours)
  const wrong = hour > 23 || Number(minutes) > 59 || (half && (Number(hours) < 1 || Number(hours) > 12))
  return wrong ? undefined : { day, minutes: hour * 60 + Number(minutes) }
}

function readDay(text: string, order: DateOrder, latest: string | undefined): string | undefined {
  const [, y, m, d] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text) ?? []
  if (y) return real(y, m, d)
  // Points are written between the numbers of a day only where the day comes first.
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text)
  if (dotted) return real(dotted[3], dotted[2], dotted[1])
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)$/.exec(text) ?? []
  if (year && order !== 'ymd') {
    const full = year.length === 2 ? `20${year}` : year
    return order === 'mdy' ? real(full, first, second) : real(full, second, first)
  }
  const named = text.replace(WEEKDAY, '')
  const english = /^(\p{L}{3,})\.? (\d{1,2})(?:,? (\d{4}))?$/u.exec(named)
  if (english) return realOrLast(english[3], monthOf(english[1] as string), english[2], latest)
  const ours = /^(\d{1,2})\.? (\p{L}{3,})\.?(?: (\d{4}))?$/u.exec(named)
  return ours ? realOrLast(ours[3], monthOf(ours[2] as string), ours[1], latest) : undefined
}

function realOrLast(y: Part, m: Part, d: Part, latest: string | undefined): string | undefined {
  if (y !== undefined || latest === undefined) return real(y, m, d)
  const now = Number(latest.slice(0, 4))
  return [now, now - 1].map((year) => real(year, m, d)).find((day) => day !== undefined && day <= latest)
}

type Part = string | number | undefined
function real(y: Part, m: Part, d: Part): string | undefined {
  const pad = (part: Part) => String(part ?? '').padStart(2, '0')
  const day = `${y}-${pad(m)}-${pad(d)}`
  return isPeriod('day', day) ? day : undefined
}

/**
 * The order in which the whole column can be read: the wanted one when it fits, else the only one that does. 'either'
 * when two fit and say different days: then a person has to tell. Undefined when none fits all of it.
 */
export function orderOf(
  cells: readonly string[],
  wanted: DateOrder | null,
  latest?: string,
): DateOrder | 'either' | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const fits = (order: DateOrder) => filled.every((cell) => readWall(cell, order, latest) !== undefined)
  if (wanted && fits(wanted)) return wanted
  const fitting = dateOrders.filter(fits)
  const [first] = fitting
  if (first === undefined || fitting.length === 1) return first
  const days = (cell: string) => new Set(fitting.map((order) => readWall(cell, order, latest)?.day))
  const same = filled.every((cell) => days(cell).size === 1)
  return same ? first : 'either'
}

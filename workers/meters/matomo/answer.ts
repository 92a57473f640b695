// Matomo's answers read loosely: an object by day, a table of rows, a number that may be missing.
import { z } from 'zod'
import { formOf } from '../../../services/domain/form.ts'
import type { AnswerForm } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { listIn, readJson } from '../../channels/json.ts'

const byDay = z.record(z.string().regex(/^\d{4}-\d\d-\d\d$/), z.unknown())
const number = z.coerce.number().int().min(0).max(2_147_483_647)
const row = z.looseObject({
  // A search for a number comes with a number for its label.
  label: z.union([z.string(), z.number().transform(String)]),
  nb_hits: number.optional(),
  nb_visits: number.optional(),
})

const days = z.record(z.string(), z.unknown())
const form = (name: string, method: RegExp, shape: z.ZodType): AnswerForm => ({
  name,
  answers: (_, body) => method.test(new URLSearchParams(body).get('method') ?? ''),
  things: (answer) => [
    ...listIn(answer),
    ...Object.values(days.safeParse(readJson(answer)).data ?? {}).flat(),
  ],
  shape: () => shape,
})
export const forms = [
  form('day of visits', /^VisitsSummary\.get$/, z.looseObject({ nb_visits: number })),
  form('day of actions', /^Actions\.get$/, z.looseObject({ nb_pageviews: number, nb_searches: number })),
  form('row', /^Actions\.get\w+/, row),
]

export type Row = { label: string; hits: number }
/** What has been met in a visit's answers, and how much of it could not be read. */
export type Met = { items: number; skipped: number; unread: string | undefined }

/** Counts one day or row; `read` tells whether it could be. */
function meet(met: Met, given: unknown, read: boolean): void {
  met.items++
  if (read) return
  met.skipped++
  met.unread ??= formOf(given)
}

/** Numbers of which a fifth is missing are not numbers: the answer has probably changed its form. */
export function refuseMany({ items, skipped, unread }: Met): void {
  if (skipped <= items / 5) return
  throw new Fault('shape', `${skipped} of ${items} could not be read: ${unread}`, { code: 'matomo-shape' })
}

/** What Matomo says of each day that it was asked for; a day on which nothing happened is an empty list. */
export function readByDay(data: unknown, asked: { from: string; to: string }): [day: string, of: unknown][] {
  // A stretch in which nothing at all is known comes as an empty list, too.
  if (Array.isArray(data) && !data.length) return []
  const read = byDay.safeParse(data)
  const days = Object.entries(read.data ?? {})
  if (!days.length)
    throw new Fault('shape', `not an answer by day: ${formOf(data, 1)}`, { code: 'matomo-shape' })
  return days.filter(([day]) => day >= asked.from && day < asked.to)
}

/** A number that every day has; without it the day is counted as not read. */
export function readSure(of: unknown, name: string, met: Met): number | null {
  const value = readNumber(of, name)
  meet(met, of, value !== null)
  return value
}

/** A number of a day: 0 when Matomo says that nothing happened, null when it does not tell this number. */
export function readNumber(of: unknown, name: string): number | null {
  if (Array.isArray(of)) return of.length ? null : 0
  return number
    .nullable()
    .catch(null)
    .parse((of as Record<string, unknown> | null)?.[name] ?? null)
}

/** The rows of a table; one that cannot be read is left out and counted. */
export function readRows(table: unknown, met: Met): Row[] {
  if (!Array.isArray(table)) throw new Fault('shape', 'not a table', { code: 'matomo-shape' })
  return table.flatMap((one) => {
    const read = row.safeParse(one).data
    const hits = read?.nb_hits ?? read?.nb_visits
    meet(met, one, hits !== undefined)
    return read && hits !== undefined ? [{ label: read.label, hits }] : []
  })
}

export function sumOf(rows: Row[]): number {
  return rows.reduce((sum, { hits }) => sum + hits, 0)
}

/** True when a page's label is the path or lies below it; `/` is the front page alone. */
export function under(label: string, path: string): boolean {
  const page = plainPath(label)
  const wanted = plainPath(path)
  return page === wanted || (wanted !== '/' && page.startsWith(`${wanted}/`))
}

// Matomo calls the page of a folder `/index`, and writes letters as the address bar or as the link had them.
function plainPath(label: string): string {
  const path = label.replace(/[?#].*$/, '').replace(/(^|\/)index(\.\w+)?$/, '$1')
  const trimmed = `/${path.replace(/^\/+|\/+$/g, '')}`.toLowerCase()
  try {
    return decodeURIComponent(trimmed).normalize('NFC')
  } catch {
    return trimmed
  }
}

// Numbers as people and scripts send them: checked row by row with every complaint, then saved all or none.
import { z } from 'zod'
import type { Key } from '../config/i18n.ts'
import { type Language, t } from '../config/i18n.ts'
import { type NewMeasure, saveMeasures } from '../db/measures.ts'
import { inTransaction } from '../db/open.ts'
import type { Measure } from '../db/schema.ts'
import type { Deps } from './deps.ts'
import { type CsvRow, decodeTable, readCsv, readNumber } from './domain/csv.ts'
import { normalDecimal } from './domain/decimal.ts'
import { findIndicator } from './domain/indicators.ts'
import { isPeriod } from './domain/measures.ts'
import { type Complaint, Refusal } from './errors.ts'

const LONGEST = 200
const MOST = 20_000

/** One number as it was sent, in texts; an empty value is "not known". */
export type SentMeasure = {
  indicator: string
  dim?: string | undefined
  period: string
  value: string | null
  source: string
  status?: string | undefined
}

const sent = z.strictObject({
  indicator: z.string(),
  dim: z.string().optional(),
  period: z.string(),
  value: z.union([z.string(), z.number().transform(String), z.null()]),
  source: z.string(),
  status: z.string().optional(),
})
/** The body of `POST measures`. */
export const sentMeasures = z.strictObject({ measures: z.array(sent).min(1).max(MOST) })

const kinds: Measure['period_kind'][] = ['day', 'week', 'month', 'quarter', 'year']
const statuses: readonly string[] = ['ok', 'partial', 'preliminary', 'estimate']

type Where = (row: number, field?: string) => string
type Checked = { rows: (NewMeasure & { source: string })[]; complaints: Complaint[] }

/** Checks every row; `where` names a row and its field as the sender knows them. */
export function checkMeasures(all: readonly SentMeasure[], language: Language, where: Where): Checked {
  const complaints: Complaint[] = []
  const rows: Checked['rows'] = []
  const seen = new Map<string, number>()
  all.forEach((one, nth) => {
    const complain = (field: string, key: Key, values: Record<string, string> = {}) =>
      complaints.push({ path: where(nth, field), message: t(language, key, values) })
    const before = complaints.length
    const [name, dim, period, source] = [one.indicator, one.dim ?? '', one.period, one.source].map((text) =>
      text.normalize('NFC').trim(),
    ) as [string, string, string, string]
    const indicator = findIndicator(name)
    const kind = kinds.find((candidate) => isPeriod(candidate, period))
    const value = one.value === null || one.value.trim() === '' ? null : readNumber(one.value)
    const status = one.status?.trim() || 'ok'
    if (!indicator) complain('indicator', 'number.unknown', { value: name })
    else if (!indicator.dim && dim) complain('dim', 'number.dim-refused')
    else if (indicator.dim && !dim && !wholes.has(name)) complain('dim', 'number.dim-needed')
    if (!kind) complain('period', 'number.period', { value: period })
    if (value === undefined) complain('value', 'number.value', { value: one.value ?? '' })
    if (!source) complain('source', 'number.source')
    if (!statuses.includes(status)) complain('status', 'number.status', { value: status })
    if (dim.length > LONGEST || source.length > LONGEST) complain('dim', 'number.too-long')
    const key = JSON.stringify([name, dim, period, source])
    const other = seen.get(key)
    if (other !== undefined) complain('period', 'number.twice', { other: where(other) })
    seen.set(key, nth)
    if (complaints.length > before || !indicator || !kind) return
    rows.push({
      indicator: name,
      dim,
      periodKind: kind,
      period,
      source,
      value: value == null ? null : normalDecimal(value),
      unit: indicator.unit,
      status: status as NewMeasure['status'],
    })
  })
  return { rows, complaints }
}

/** These have parts and a whole of their own. */
const wholes = new Set(['web.views', 'web.outlinks', 'contact.count', 'feedback.count'])

const columns: Record<string, keyof SentMeasure> = {
  ...{
    indicator: 'indicator',
    dim: 'dim',
    period: 'period',
    value: 'value',
    source: 'source',
    status: 'status',
  },
  ...{ tunnusluku: 'indicator', osa: 'dim', jakso: 'period', arvo: 'value', lähde: 'source', tila: 'status' },
  ...{ del: 'dim', värde: 'value', källa: 'source' },
}

/** Reads a table with a header line of ours, in Finnish, Swedish or English names. */
export function readMeasureTable(bytes: Uint8Array, language: Language): Checked & { table: CsvRow[] } {
  const [head, ...table] = readCsv(decodeTable(bytes))
  const fail = (path: string, key: Key, values: Record<string, string | number> = {}) => ({
    rows: [],
    table,
    complaints: [{ path, message: t(language, key, values) }],
  })
  if (!head || !table.length) return fail('', 'number.empty')
  if (table.length > MOST) return fail('', 'number.many', { value: MOST })
  const line = (n: number) => t(language, 'number.line', { n: String(n) })
  const names = head.cells.map((cell) => columns[cell.normalize('NFC').trim().toLowerCase()])
  const stranger = head.cells.find((cell, at) => !names[at] && cell.trim() !== '')
  if (stranger !== undefined)
    return fail(line(head.line), 'number.column-unknown', { value: stranger.trim() })
  const absent = (['indicator', 'period', 'value', 'source'] as const).find((one) => !names.includes(one))
  if (absent) return fail(line(head.line), 'number.columns', { value: absent })
  const where: Where = (nth, field) =>
    [line(table[nth]?.line ?? 0), field && head.cells[names.indexOf(field as keyof SentMeasure)]?.trim()]
      .filter(Boolean)
      .join(', ')
  const rows = table.map(({ cells }) => {
    const cell = (field: keyof SentMeasure) => cells[names.indexOf(field)] ?? ''
    const { indicator, dim, period } = {
      indicator: cell('indicator'),
      dim: cell('dim'),
      period: cell('period'),
    }
    return { indicator, dim, period, value: cell('value'), source: cell('source'), status: cell('status') }
  })
  const checked = checkMeasures(rows, language, where)
  const wide = table.filter((row) => row.cells.slice(names.length).some((cell) => cell.trim() !== ''))
  const complaints = wide.map((row) => ({ path: line(row.line), message: t(language, 'number.cells') }))
  return { ...checked, table, complaints: [...complaints, ...checked.complaints] }
}

/** Saves all rows when every one was found right, else none. The same number again is unchanged. */
export async function takeMeasures(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  place: string,
  { rows, complaints }: Checked,
  by: string,
  origin: 'file' | 'typed',
): Promise<{ saved: number; unchanged: number }> {
  if (complaints.length) throw new Refusal('invalid', 400, { complaints })
  const from = { place, sample: false, origin, enteredBy: by, at: clock() }
  const saved = await inTransaction(db, async (trx) => {
    let count = 0
    for (const source of new Set(rows.map((row) => row.source))) {
      const mine = rows.filter((row) => row.source === source).map(({ source: _, ...row }) => row)
      count += await saveMeasures(trx, { ...from, source }, mine)
    }
    return count
  })
  return { saved, unchanged: rows.length - saved }
}

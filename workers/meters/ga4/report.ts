// One report of the GA4 Data API: asked for page by page, read loosely, and what Google says when it refuses.
import { z } from 'zod'
import { addDays } from '../../../services/domain/quarter.ts'
import type { AnswerForm, ChannelIo } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { listIn, readJson } from '../../channels/json.ts'
import { signInWays } from './sign-in.ts'

const HOME = 'https://analyticsdata.googleapis.com'
const PAGE = 10_000
const MOST_PAGES = 20

export type Report = {
  from: string
  /** The first day after it. */
  to: string
  dimensions: readonly string[]
  metrics: readonly string[]
  filter?: readonly [field: string, value: string, how?: 'CONTAINS']
  event?: string
}
export type Row = { names: string[]; values: string[] }

const named = z.array(z.looseObject({ value: z.string().catch('') })).catch([])
const row = z.looseObject({ dimensionValues: named, metricValues: named })
const shape = z.looseObject({
  // Nothing to tell: there are no rows at all.
  rows: z.array(row).default([]),
  rowCount: z.number().int().min(0).default(0),
  metricHeaders: z.array(z.unknown()),
  metadata: z
    .looseObject({
      dataLossFromOtherRow: z.boolean().default(false),
      subjectToThresholding: z.boolean().default(false),
      samplingMetadatas: z.array(z.unknown()).default([]),
    })
    .default({ dataLossFromOtherRow: false, subjectToThresholding: false, samplingMetadatas: [] }),
})

export const forms: readonly AnswerForm[] = [
  {
    name: 'row of a report',
    answers: (url) => url.pathname.endsWith(':runReport'),
    things: (answer) => listIn(answer, 'rows'),
    shape: () => row,
  },
]

/** All rows; `rough` when Google says that they are sampled or leave small groups out. */
export async function askReport(
  io: ChannelIo,
  property: string,
  report: Report,
): Promise<{ rows: Row[]; rough: boolean }> {
  const rows: Row[] = []
  let rough = false
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await askPage(io, property, report, rows.length)
    const { metadata } = answer
    rough ||=
      metadata.dataLossFromOtherRow || metadata.subjectToThresholding || metadata.samplingMetadatas.length > 0
    for (const one of answer.rows)
      rows.push({
        names: one.dimensionValues.map(({ value }) => value),
        values: one.metricValues.map(({ value }) => value),
      })
    if (!answer.rows.length || rows.length >= answer.rowCount) return { rows, rough }
  }
  throw new Fault('size', 'a report without end', { code: 'ga4-shape' })
}

async function askPage(io: ChannelIo, property: string, report: Report, offset: number) {
  const address = `${io.base ?? HOME}/v1beta/properties/${property}:runReport`
  const body = JSON.stringify(bodyOf(report, offset))
  try {
    const answer = await io.signedIn(signInWays(io), (token) =>
      io.http(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
        body,
        maxBytes: 10_000_000,
        timeout: 60_000,
        signal: io.signal,
      }),
    )
    const read = shape.safeParse(readJson(answer))
    if (!read.success) throw new Fault('shape', 'not a report', { code: 'ga4-shape' })
    return read.data
  } catch (error) {
    throw explain(error, property)
  }
}

function bodyOf({ from, to, dimensions, metrics, filter, event }: Report, offset: number) {
  const string = (fieldName: string, value: string, matchType: string) => ({
    filter: { fieldName, stringFilter: { matchType, value, caseSensitive: false } },
  })
  const filters = [
    ...(filter ? [string(filter[0], filter[1], filter[2] ?? 'BEGINS_WITH')] : []),
    ...(event ? [string('eventName', event, 'EXACT')] : []),
  ]
  return {
    dateRanges: [{ startDate: from, endDate: addDays(to, -1) }],
    dimensions: dimensions.map((name) => ({ name })),
    metrics: metrics.map((name) => ({ name })),
    ...(filters.length && { dimensionFilter: { andGroup: { expressions: filters } } }),
    limit: String(PAGE),
    offset: String(offset),
  }
}

/** 403: the account may not see the property. 400 and what is gone: there is no such property, or no such field. */
function explain(error: unknown, property: string): unknown {
  if (!(error instanceof Fault)) return error
  const values = { property }
  if (error.status === 403)
    return new Fault('auth', error.message, { code: 'ga4-access', values, status: 403, cause: error })
  if (error.status === 400 || error.kind === 'gone')
    return new Fault('shape', error.message, {
      code: 'ga4-property',
      values,
      status: error.status ?? undefined,
      cause: error,
    })
  return error
}

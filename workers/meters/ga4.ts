// Google Analytics 4: visits, page views by group, site searches and clicks to other sites, from the Data API.
import { z } from 'zod'
import type { IndicatorId } from '../../services/domain/indicators.ts'
import type { Measure, Meter, Reading } from '../../services/domain/meter.ts'
import { addDays, addQuarters, quarterDays, quarterOfDay } from '../../services/domain/quarter.ts'
import { cleanLine } from '../../services/domain/text.ts'
import { Fault } from '../../services/errors.ts'
import { askReport, forms, type Report, type Row } from './ga4/report.ts'

/** A term searched fewer times may be a person's name or trouble; it is not taken in. */
const FEWEST = 5
const MOST_TERMS = 50

const group = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 of a-z, 0-9 and -')
const settings = z.strictObject({
  property: z.string().regex(/^\d{6,12}$/, 'must be the number of the property, only digits'),
  /** Parts of the site counted on their own: the landing page, the pages of housing. */
  pages: z
    .array(z.strictObject({ id: group, path: z.string().startsWith('/', 'must begin with /') }))
    .max(20)
    .default([]),
  /** Other sites that people are led to: flats, jobs. */
  links: z
    .array(z.strictObject({ id: group, to: z.string().min(3).max(300) }))
    .max(20)
    .default([]),
})
type Settings = z.infer<typeof settings>
type Days = { from: string; to: string }

export const ga4 = {
  name: 'ga4',
  title: 'Google Analytics 4',
  settings,
  // A key of a service account, or a refresh token with the installation's own app: one of them is enough.
  secrets: ['service_account', 'refresh_token', 'GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  free: () => true,
  pace: { everyMinutes: 1440 },
  terms: 'https://developers.google.com/terms',
  proof: 'unproven',
  guide: [
    { id: 'ga4.account', who: 'web', takes: 'minutes' },
    { id: 'ga4.access', who: 'web', takes: 'minutes' },
    { id: 'ga4.property', who: 'web', takes: 'minutes' },
  ],
  forms,

  async fetch(source, days, io): Promise<Reading> {
    const { property, pages, links } = source.settings
    const ask = (report: Report) => askReport(io, property, report)
    const measures = await fetchTotals(days, ask)
    for (const { id, path } of pages)
      measures.push(
        ...ofDays('web.views', 'views', id, await ask(byDay(days, 'screenPageViews', ['pagePath', path]))),
      )
    for (const { id, to } of links) {
      const clicks = byDay(days, 'eventCount', ['linkUrl', to, 'CONTAINS'], 'click')
      measures.push(...ofDays('web.outlinks', 'clicks', id, await ask(clicks)))
    }
    const last = quarterOfDay(addDays(days.to, -1))
    for (let quarter = quarterOfDay(days.from); quarter <= last; quarter = addQuarters(quarter, 1))
      measures.push(...(await fetchTerms(quarter, days.to, ask)))
    return { measures, skipped: 0 }
  },
} satisfies Meter<Settings>

type AskReport = (report: Report) => Promise<{ rows: Row[]; rough: boolean }>

async function fetchTotals(days: Days, ask: AskReport): Promise<Measure[]> {
  const { rows, rough } = await ask({
    ...days,
    dimensions: ['date'],
    metrics: ['sessions', 'screenPageViews'],
  })
  const searches = await ask(byDay(days, 'eventCount', undefined, 'view_search_results'))
  const of = (nth: number) => rows.map((row) => ({ ...row, values: [row.values[nth] ?? ''] }))
  return [
    ...ofDays('web.visits', 'visits', '', { rows: of(0), rough }),
    ...ofDays('web.views', 'views', '', { rows: of(1), rough }),
    ...ofDays('web.searches', 'searches', '', searches),
  ]
}

/**
 * A day on which nothing was seen has no row: only visitors who have consented are counted, so it is not a zero. A row
 * that cannot be read is left out; most of them are another form than the one we know.
 */
function ofDays(
  indicator: IndicatorId,
  unit: string,
  dim: string,
  { rows, rough }: { rows: readonly Row[]; rough: boolean },
): Measure[] {
  const measures = rows.flatMap(({ names: [day = ''], values: [value = ''] }): Measure[] => {
    const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(day) ?? []
    if (!year || !/^\d+$/.test(value)) return []
    // Sampled, or with small groups held back by Google: near the truth, not the truth.
    const status = rough ? 'estimate' : 'ok'
    return [{ indicator, dim, periodKind: 'day', period: `${year}-${month}-${date}`, value, unit, status }]
  })
  if (measures.length < rows.length / 2)
    throw new Fault('shape', 'most rows of a report cannot be read', { code: 'ga4-shape' })
  return measures
}

function byDay(
  days: Days,
  metric: string,
  filter?: readonly [field: string, value: string, how?: 'CONTAINS'],
  event?: string,
): Report {
  return {
    ...days,
    dimensions: ['date'],
    metrics: [metric],
    ...(filter && { filter }),
    ...(event && { event }),
  }
}

/** The quarter's search terms, counted over the whole quarter so far, since few terms reach five in a day. */
async function fetchTerms(quarter: string, before: string, ask: AskReport): Promise<Measure[]> {
  const { from, to } = quarterDays(quarter)
  const end = [to, before].sort()[0] as string
  const { rows } = await ask({
    ...{ from, to: end, dimensions: ['searchTerm'], metrics: ['eventCount'] },
    event: 'view_search_results',
  })
  const terms = new Map<string, number>()
  for (const { names, values } of rows) {
    const term = cleanLine(names[0] ?? '', 100)?.toLowerCase()
    if (term && !/^\((not set|other)\)$/.test(term))
      terms.set(term, (terms.get(term) ?? 0) + Number(values[0] ?? 0))
  }
  const status = end < to ? 'partial' : 'ok'
  const common = { periodKind: 'quarter', period: quarter, unit: 'searches', status } as const
  return [...terms]
    .filter(([, n]) => n >= FEWEST)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TERMS)
    .map(([term, n]) => ({ ...common, indicator: 'web.search-term', dim: term, value: String(n) }))
}

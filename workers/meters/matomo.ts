// Matomo: visits, page views by group, site searches and clicks to other sites, day by day, from its Reporting API.
import { z } from 'zod'
import type { IndicatorId } from '../../services/domain/indicators.ts'
import type { Measure, Meter, Reading } from '../../services/domain/meter.ts'
import { addDays, addQuarters, quarterDays, quarterOfDay } from '../../services/domain/quarter.ts'
import type { ChannelIo, SourceView } from '../../services/domain/source.ts'
import { cleanLine } from '../../services/domain/text.ts'
import { Fault } from '../../services/errors.ts'
import { readJson } from '../channels/json.ts'
import {
  forms,
  type Met,
  readByDay,
  readNumber,
  readRows,
  readSure,
  refuseMany,
  sumOf,
  under,
} from './matomo/answer.ts'

/** Days asked for at once where every day brings a table of every page: the answer grows large. */
const PIECE = 92
/** A term searched fewer times may be a person's name or trouble; it is not taken in. */
const FEWEST = 5
const MOST_TERMS = 50

const group = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 of a-z, 0-9 and -')
const settings = z.strictObject({
  /** Where Matomo is: the address above its index.php. */
  url: z
    .url({ protocol: /^https?$/, error: 'must be the http or https address of Matomo' })
    .transform((url) => url.replace(/\/(index\.php)?$/, '')),
  site: z.coerce.number().int().min(1, 'must be the number of the site in Matomo'),
  /** Parts of the site counted on their own: the landing page, the pages of housing. */
  pages: z
    .array(z.strictObject({ id: group, path: z.string().startsWith('/', 'must begin with /') }))
    .max(30)
    .default([]),
  /** Other sites that people are led to: flats, jobs. An address counts when it begins so, without https and www. */
  links: z
    .array(z.strictObject({ id: group, to: z.string().min(3).max(300) }))
    .max(30)
    .default([]),
})
type Settings = z.infer<typeof settings>

export const matomo = {
  name: 'matomo',
  title: 'Matomo',
  settings,
  secrets: ['token'],
  pace: { everyMinutes: 1440 },
  terms: 'https://developer.matomo.org/api-reference/reporting-api',
  proof: 'unproven',
  guide: [
    { id: 'matomo.user', who: 'web', takes: 'minutes' },
    { id: 'matomo.token', who: 'web', takes: 'minutes' },
    { id: 'matomo.number', who: 'web', takes: 'minutes' },
  ],
  forms,

  async fetch(source, days, io): Promise<Reading> {
    const met: Met = { items: 0, skipped: 0, unread: undefined }
    const found = await fetchTotals(source, days, met, io)
    const { pages, links } = source.settings
    for (let from = days.from; from < days.to; from = addDays(from, PIECE)) {
      const piece = { from, to: [addDays(from, PIECE), days.to].sort()[0] as string }
      if (pages.length) found.push(...(await fetchGroups(source, 'Actions.getPageUrls', piece, met, io)))
      if (links.length) found.push(...(await fetchGroups(source, 'Actions.getOutlinks', piece, met, io)))
    }
    const last = quarterOfDay(addDays(days.to, -1))
    for (let quarter = quarterOfDay(days.from); quarter <= last; quarter = addQuarters(quarter, 1))
      found.push(...(await fetchTerms(source, quarter, days.to, met, io)))
    refuseMany(met)
    return { measures: found, skipped: met.skipped }
  },
} satisfies Meter<Settings>

type Days = { from: string; to: string }

const stretch = ({ from, to }: Days) => ({ period: 'day', date: `${from},${addDays(to, -1)}` })

/** A day that Matomo does not answer for, or a number that it does not tell, is left out: it is not known. */
function ofDay(
  indicator: IndicatorId,
  unit: string,
  day: string,
  value: number | null,
  { dim = '', status = 'ok' }: Partial<Pick<Measure, 'dim' | 'status'>> = {},
): Measure[] {
  if (value === null) return []
  return [{ indicator, dim, periodKind: 'day', period: day, value: String(value), unit, status }]
}

async function fetchTotals(
  { settings }: SourceView<Settings>,
  days: Days,
  met: Met,
  io: ChannelIo,
): Promise<Measure[]> {
  const visits = readByDay(await ask('VisitsSummary.get', stretch(days), settings, io), days)
  const actions = readByDay(await ask('Actions.get', stretch(days), settings, io), days)
  return [
    ...visits.flatMap(([day, of]) => ofDay('web.visits', 'visits', day, readSure(of, 'nb_visits', met))),
    ...actions.flatMap(([day, of]) => [
      ...ofDay('web.views', 'views', day, readSure(of, 'nb_pageviews', met)),
      ...ofDay('web.searches', 'searches', day, readNumber(of, 'nb_searches')),
    ]),
  ]
}

async function fetchGroups(
  { settings }: SourceView<Settings>,
  method: 'Actions.getPageUrls' | 'Actions.getOutlinks',
  days: Days,
  met: Met,
  io: ChannelIo,
): Promise<Measure[]> {
  const table = { ...stretch(days), flat: '1', filter_limit: '-1', showColumns: 'label,nb_hits' }
  const answered = readByDay(await ask(method, table, settings, io), days)
  return answered.flatMap(([day, given]) => {
    const rows = readRows(given, met)
    const status = rows.length < (given as unknown[]).length ? 'partial' : 'ok'
    const count = (fits: (label: string) => boolean) => sumOf(rows.filter(({ label }) => fits(label)))
    if (method === 'Actions.getPageUrls')
      return settings.pages.flatMap(({ id, path }) => {
        const views = count((label) => under(label, path))
        return ofDay('web.views', 'views', day, views, { dim: id, status })
      })
    return settings.links.flatMap(({ id, to }) => {
      const clicks = count((label) => bare(label).startsWith(bare(to)))
      return ofDay('web.outlinks', 'clicks', day, clicks, { dim: id, status })
    })
  })
}

const bare = (address: string) => address.replace(/^(https?:)?\/*(www\.)?/, '').toLowerCase()

/** The quarter's search terms, counted over the whole quarter so far, since few terms reach five in a day. */
async function fetchTerms(
  { settings }: SourceView<Settings>,
  quarter: string,
  before: string,
  met: Met,
  io: ChannelIo,
): Promise<Measure[]> {
  const { from, to } = quarterDays(quarter)
  const end = [to, before].sort()[0] as string
  const range = { period: 'range', date: `${from},${addDays(end, -1)}`, flat: '1', filter_limit: '-1' }
  const common = { periodKind: 'quarter', period: quarter, unit: 'searches' } as const
  const status = end < to ? 'partial' : 'ok'
  const measure = (indicator: IndicatorId, dim: string, n: number): Measure => ({
    ...common,
    status,
    indicator,
    dim,
    value: String(n),
  })
  const keywords = await ask('Actions.getSiteSearchKeywords', range, settings, io)
  const terms = new Map<string, number>()
  for (const { label, hits } of readRows(keywords, met)) {
    const term = cleanLine(label, 100)?.toLowerCase()
    if (term) terms.set(term, (terms.get(term) ?? 0) + hits)
  }
  const empty = readRows(await ask('Actions.getSiteSearchNoResultKeywords', range, settings, io), met)
  return [
    measure('web.searches-empty', '', sumOf(empty)),
    ...[...terms]
      .filter(([, n]) => n >= FEWEST)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_TERMS)
      .map(([term, n]) => measure('web.search-term', term, n)),
  ]
}

/** One report. The token goes in the body: addresses end up in logs, and Matomo may refuse it there. */
async function ask(
  method: string,
  more: Record<string, string>,
  { url, site }: Settings,
  io: ChannelIo,
): Promise<unknown> {
  const token = io.secret('token')
  if (!token) throw new Fault('auth', 'no token', { code: 'matomo-token' })
  const form = { module: 'API', method, idSite: String(site), format: 'json', format_metrics: '0', ...more }
  const answer = await io.http(`${io.base ?? url}/index.php`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ ...form, token_auth: token }).toString(),
    // A quarter that nobody has looked at yet is computed while we wait.
    timeout: 60_000,
    maxBytes: 20_000_000,
    signal: io.signal,
  })
  const data = readJson(answer)
  const refusal = z
    .looseObject({ result: z.literal('error'), message: z.string().catch('') })
    .safeParse(data).data
  if (!refusal) return data
  const message = refusal.message.replaceAll(token, '…').slice(0, 300)
  if (/token|authenticat|logged in|access/i.test(message))
    throw new Fault('auth', message, { code: 'matomo-token', values: { site } })
  throw new Fault('shape', message, { code: 'matomo-refused', values: { message } })
}

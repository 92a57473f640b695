// A Matomo server on loopback: visits, page views, site searches and outlinks by day, with its own ways to say no.
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

/** What happened on a site on one day. */
export type SimDay = {
  visits: number
  /** Path to page views, as flat page labels: '/muuta/asuminen'. */
  pages?: Record<string, number>
  searches?: Record<string, number>
  /** Searches that found nothing. */
  empty?: Record<string, number>
  /** Address to clicks. */
  outlinks?: Record<string, number>
}

export type MatomoSim = Sim & {
  /** Sets a day; a day never set is one on which nothing happened. */
  add: (day: string, what: SimDay) => void
}

export async function startMatomo(
  options: SimOptions & { token?: string; site?: number } = {},
): Promise<MatomoSim> {
  const { clock = () => new Date(), token = 'matomo-test-token', site = 1 } = options
  const days = new Map<string, SimDay>()

  function reply(seen: Seen): Reply | undefined {
    if (seen.path !== '/index.php') return undefined
    const form = new URLSearchParams(seen.body)
    const get = (name: string) => form.get(name) ?? seen.query.get(name) ?? ''
    if (get('token_auth') !== token || seen.query.has('token_auth'))
      return error(
        'Unable to authenticate with the provided token. It is either invalid, expired or is required to be sent ' +
          'as a POST parameter.',
      )
    if (Number(get('idSite')) !== site)
      return error(
        `You can't access this resource as it requires a 'view' access for the website id = ${get('idSite')}.`,
      )
    const [from = '', to = from] = get('date').split(',')
    if (!['day', 'range'].includes(get('period')))
      return error(
        `The period '${get('period')}' is not supported. Try any of the following instead: ` +
          'day, week, month, year, range',
      )
    if (![from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day)))
      return error('Date format must be: YYYY-MM-DD, or any keyword supported by the strtotime function')
    // Days to come are not answered for.
    const today = clock().toISOString().slice(0, 10)
    const span: string[] = []
    for (let day = from; day <= to; day = next(day)) span.push(day)
    const read = methods[get('method')]
    if (!read) return error(`The method '${get('method')}' does not exist or is not available in the module.`)
    const known = (day: string) => (day <= today ? days.get(day) : undefined)
    if (get('period') === 'range')
      return answer(
        read(
          span.flatMap((day) => known(day) ?? []),
          get,
        ),
      )
    const answered = span.map((day) => {
      const one = known(day)
      return [day, one ? read([one], get) : []]
    })
    return answer(Object.fromEntries(answered))
  }

  const sim = await startSim(reply, options)
  return { ...sim, add: (day, what) => void days.set(day, what) }
}

const next = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const answer = (data: unknown): Reply => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(data),
})
const error = (message: string) => answer({ result: 'error', message })

function added(days: SimDay[], field: 'pages' | 'searches' | 'empty' | 'outlinks'): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const day of days)
    for (const [label, n] of Object.entries(day[field] ?? {})) sums[label] = (sums[label] ?? 0) + n
  return sums
}

const total = (sums: Record<string, number>) => Object.values(sums).reduce((sum, n) => sum + n, 0)

function rows(sums: Record<string, number>, get: (name: string) => string): unknown[] {
  const limit = Number(get('filter_limit') || 100)
  const all = Object.entries(sums)
    .sort((a, b) => b[1] - a[1])
    .map(([label, n]) => only({ label, nb_visits: Math.ceil(n * 0.8), nb_hits: n }, get('showColumns')))
  return limit < 0 ? all : all.slice(0, limit)
}

/** Columns that were asked for by name; all without any. */
const only = (row: object, columns: string) =>
  columns
    ? Object.fromEntries(Object.entries(row).filter(([name]) => columns.split(',').includes(name)))
    : row

type Read = (days: SimDay[], get: (name: string) => string) => unknown
const methods: Record<string, Read> = {
  'VisitsSummary.get': (days) => ({
    nb_visits: days.reduce((sum, day) => sum + day.visits, 0),
    nb_actions: total(added(days, 'pages')) + total(added(days, 'searches')),
    bounce_count: 0,
    bounce_rate: '0%',
  }),
  'Actions.get': (days) => ({
    nb_pageviews: total(added(days, 'pages')),
    nb_uniq_pageviews: total(added(days, 'pages')),
    nb_searches: total(added(days, 'searches')) + total(added(days, 'empty')),
    nb_keywords: Object.keys(added(days, 'searches')).length,
    nb_outlinks: total(added(days, 'outlinks')),
    nb_downloads: 0,
  }),
  'Actions.getPageUrls': (days, get) => rows(added(days, 'pages'), get),
  'Actions.getSiteSearchKeywords': (days, get) => rows(added(days, 'searches'), get),
  'Actions.getSiteSearchNoResultKeywords': (days, get) => rows(added(days, 'empty'), get),
  'Actions.getOutlinks': (days, get) => rows(added(days, 'outlinks'), get),
}

// Google Analytics in the fault table: a token before each visit, then reports.
import { PROPERTY, REFRESH, startGa4 } from '../sim/ga4.ts'
import type { Reply, Seen } from '../sim/serve.ts'
import { type Connector, low } from './connector.ts'

type Row = { dimensionValues?: { value: string }[]; metricValues?: unknown; [more: string]: unknown }
type Report = { rows: Row[]; rowCount: number; [more: string]: unknown }

/** The report of visits changed on its way; the token and the other reports are left as they are. */
const report = (change: (data: Report) => unknown) => (good: Reply, seen: Seen) =>
  seen.path.endsWith(':runReport') && seen.body.includes('"sessions"')
    ? { ...good, body: JSON.stringify(change({ rows: [], ...JSON.parse(String(good.body)) })) }
    : good
const rows = (change: (rows: Row[]) => Row[]) => report((data) => ({ ...data, rows: change(data.rows) }))
/** The answer begun anew for every page, with as many rows still to come. */
const endless = (rowOf: (row: Row, page: number) => Row) => {
  let pages = 0
  let first: Row[] = []
  return report((data) => {
    if (data.rows.length) first = data.rows
    pages++
    return { ...data, rows: first.map((row) => rowOf(row, pages)), rowCount: 1_000_000 }
  })
}
const dated = (day: string) => (row: Row) => ({ ...row, dimensionValues: [{ value: day }] })
const sums = 'Google answers with sums, which have no ids of their own'
const unread = { fault: 'shape ga4-shape', brings: 'nothing' } as const

export const ga4Connector: Connector = {
  name: 'ga4',
  kind: 'numbers',
  mode: 'own',
  families: [],
  secrets: {
    refresh_token: REFRESH.token,
    GOOGLE_CLIENT_ID: REFRESH.id,
    GOOGLE_CLIENT_SECRET: REFRESH.secret,
  },
  pace: 1440,
  patience: 60_000,
  signsIn: true,
  follows: false,
  says: {
    page: 'shape page-instead',
    other: 'shape ga4-shape',
    broken: 'shape not-json',
    login: 'auth ga4-credentials',
    forbidden: 'auth ga4-access',
    gone: 'shape ga4-property',
  },
  async open(clock) {
    const sim = await startGa4({ clock })
    let count = 100
    const dayBefore = (n: number) => new Date(clock().getTime() - n * 86_400_000).toISOString().slice(0, 10)
    const dayOf = (sessions: number) => ({
      sessions,
      events: [
        { event: 'page_view', path: '/työ', n: 9 },
        { event: 'view_search_results', term: 'öitä ja työtä', n: 6 },
      ],
    })
    const add = () => {
      for (let n = 8; n > 1; n--) sim.add(dayBefore(n), dayOf(7))
      sim.add(dayBefore(1), dayOf(++count))
    }
    return {
      sim,
      settings: () => ({ property: PROPERTY }),
      platform: (base) => base,
      add,
      alone: 'Google Analytics has no posts',
      bend: {
        unchanged: { add: () => {}, outcome: { brings: 'nothing' } },
        'an empty list': {
          how: (good, seen) =>
            seen.path === '/token'
              ? good
              : { ...good, body: JSON.stringify({ metricHeaders: [], metadata: {} }) },
          outcome: { brings: 'nothing' },
        },
        'a quota nearly used up': {
          how: low(clock),
          outcome: { fault: 'rate quota', brings: 'nothing', next: [15, 18] },
        },
        'an error inside 200': {
          how: report(() => ({ error: { code: 500, message: 'Jokin \u0000 meni pieleen' } })),
          outcome: unread,
        },
        'a trailing comma': {
          how: (good) => ({ ...good, body: String(good.body).replace(/[}\]]$/, ',$&') }),
          outcome: { fault: 'shape not-json', brings: 'nothing' },
        },
        'halves of characters': {
          how: (good) => ({ ...good, body: String(good.body).replaceAll('öitä', '\\ud83d öi\\u0000tä') }),
        },
        'a token refused in the middle of a visit': {
          how: (good, seen) => (seen.body.includes('eventCount') ? { status: 401 } : good),
          outcome: { fault: 'auth auth', brings: 'nothing' },
        },
        'the same twice on a page': sums,
        'the same on two pages': sums,
        'the same id with another text': sums,
        'the same by two hashtags': 'Google Analytics knows no hashtags',
        'the same page again and again': {
          how: endless((row) => row),
          outcome: { fault: 'size ga4-shape', brings: 'nothing' },
        },
        'pages without end': {
          how: endless((row, page) => dated(String(20_200_100 + page))(row)),
          outcome: { fault: 'size ga4-shape', brings: 'nothing' },
        },
        'a page that shrinks meanwhile': { how: report((data) => ({ ...data, rowCount: 900 })) },
        'no date': {
          how: rows((all) => all.map((row) => ({ ...row, dimensionValues: [] }))),
          outcome: unread,
        },
        'a date that is none': { how: rows((all) => [dated('eilen')(all[0] as Row), ...all]) },
        'a date in the future': { how: rows((all) => [...all, dated('20350101')(all[0] as Row)]) },
        'a date of 1970': { how: rows((all) => [...all, dated('19700101')(all[0] as Row)]) },
        'a date without a zone': 'a number has the day that it was asked for, which is no moment',
        'a field that nobody knows': { how: rows((all) => all.map((row) => ({ ...row, uusi: {} }))) },
        'a missing field in one of many': {
          how: rows(([first, ...rest]) => [{ ...first, metricValues: undefined }, ...rest]),
        },
        'a missing field in most': {
          how: rows((all) => all.map((row) => ({ ...row, metricValues: undefined }))),
          outcome: unread,
        },
        'a word that is new in a list of words': 'Google answers with numbers',
      },
    }
  },
}

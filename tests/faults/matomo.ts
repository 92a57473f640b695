// A Matomo server in the fault table.
import { startMatomo } from '../sim/matomo.ts'
import type { Reply, Seen } from '../sim/serve.ts'
import { type Connector, low } from './connector.ts'

type Day = Record<string, unknown>
const TOKEN = 'matomo-test-token'

/** The answer to one report changed on its way; other reports are left as they are. */
const report =
  (method: string, change: (data: Record<string, Day>) => unknown) => (good: Reply, seen: Seen) =>
    new URLSearchParams(seen.body).get('method') === method
      ? { ...good, body: JSON.stringify(change(JSON.parse(String(good.body)))) }
      : good
const visits = (change: (data: Record<string, Day>) => unknown) => report('VisitsSummary.get', change)
/** Every day, or only the first, without the number of visits. */
const without = (every: boolean) =>
  visits((data) =>
    Object.fromEntries(
      Object.entries(data).map(([day, of], at) => [day, every || !at ? { ...of, nb_visits: undefined } : of]),
    ),
  )
const sums = 'Matomo answers with sums, which have no ids of their own'
const stretch = 'Matomo answers for the days asked for and has no pages'
const day = 'a number has the day that it was asked for, which is no moment'

export const matomoConnector: Connector = {
  name: 'matomo',
  kind: 'numbers',
  mode: 'own',
  families: [],
  secrets: { token: TOKEN },
  pace: 1440,
  patience: 60_000,
  follows: false,
  says: {
    page: 'shape page-instead',
    other: 'shape matomo-shape',
    broken: 'shape not-json',
    login: 'auth auth',
    forbidden: 'auth forbidden',
  },
  async open(clock) {
    const sim = await startMatomo({ clock, token: TOKEN })
    let count = 100
    const dayBefore = (n: number) => new Date(clock().getTime() - n * 86_400_000).toISOString().slice(0, 10)
    const add = () => {
      for (let n = 8; n > 1; n--)
        sim.add(dayBefore(n), { visits: 7, pages: { '/työ': 9 }, searches: { 'öitä ja työtä': 6 } })
      sim.add(dayBefore(1), { visits: ++count, pages: { '/työ': 9 } })
    }
    return {
      sim,
      settings: (base) => ({ url: base, site: 1 }),
      add,
      alone: 'Matomo has no posts',
      bend: {
        unchanged: { add: () => {}, outcome: { brings: 'nothing' } },
        'an empty list': { how: (good) => ({ ...good, body: '[]' }), outcome: { brings: 'nothing' } },
        'a quota nearly used up': {
          how: low(clock),
          outcome: { fault: 'rate quota', brings: 'nothing', next: [15, 18] },
        },
        'an error inside 200': {
          how: (good) => ({ ...good, body: '{"result":"error","message":"Tietokanta \\u0000 ei vastaa"}' }),
          outcome: { fault: 'shape matomo-refused', brings: 'nothing' },
        },
        'a trailing comma': {
          how: (good) => ({ ...good, body: String(good.body).replace(/[}\]]$/, ',$&') }),
          outcome: { fault: 'shape not-json', brings: 'nothing' },
        },
        'halves of characters': {
          how: (good) => ({ ...good, body: String(good.body).replaceAll('öitä', '\\ud83d öi\\u0000tä') }),
        },
        'a token refused in the middle of a visit': {
          how: report('Actions.get', () => ({ result: 'error', message: 'Unable to authenticate' })),
          outcome: { fault: 'auth matomo-token', brings: 'nothing' },
        },
        'the same twice on a page': sums,
        'the same on two pages': sums,
        'the same id with another text': sums,
        'the same by two hashtags': 'Matomo knows no hashtags',
        'the same page again and again': stretch,
        'pages without end': stretch,
        'a page that shrinks meanwhile': stretch,
        'no date': {
          how: visits((data) => Object.values(data)),
          outcome: { fault: 'shape matomo-shape', brings: 'nothing' },
        },
        'a date that is none': {
          how: visits((data) => ({ ...data, eilen: { nb_visits: 5 } })),
          outcome: { fault: 'shape matomo-shape', brings: 'nothing' },
        },
        'a date in the future': { how: visits((data) => ({ ...data, '2035-01-01': { nb_visits: 5 } })) },
        'a date of 1970': { how: visits((data) => ({ ...data, '1970-01-01': { nb_visits: 5 } })) },
        'a date without a zone': day,
        'a field that nobody knows': {
          how: visits((data) =>
            Object.fromEntries(Object.entries(data).map(([at, of]) => [at, { ...of, uusi: {} }])),
          ),
        },
        'a missing field in one of many': { how: without(false) },
        'a missing field in most': {
          how: without(true),
          outcome: { fault: 'shape matomo-shape', brings: 'nothing' },
        },
        'a word that is new in a list of words': 'Matomo answers with numbers',
      },
    }
  },
}

// Statistics Finland in the fault table: what a table says of itself, then its cells.
import type { Reply, Seen } from '../sim/serve.ts'
import { startStatfin } from '../sim/statfin.ts'
import { type Connector, low } from './connector.ts'

type Variable = { code: string; values: string[]; valueTexts: string[]; time?: boolean }
type Table = { title: string; variables: Variable[] }

/** What the table says of itself, or its cells, changed on the way. */
const told = (change: (table: Table) => unknown) => (good: Reply, seen: Seen) =>
  seen.method === 'POST' ? good : { ...good, body: JSON.stringify(change(JSON.parse(String(good.body)))) }
const cells = (change: (cube: Record<string, unknown>) => unknown) => (good: Reply, seen: Seen) =>
  seen.method === 'POST' ? { ...good, body: JSON.stringify(change(JSON.parse(String(good.body)))) } : good
const month = (period: string) =>
  told(({ variables, ...rest }) => ({
    ...rest,
    variables: variables.map((one) =>
      one.time ? { ...one, values: [...one.values, period], valueTexts: [...one.valueTexts, period] } : one,
    ),
  }))
const sums = 'StatFin answers with sums, which have no ids of their own'
const whole = 'StatFin answers with all cells at once and has no pages'
const CONTENTS = 'Kuntien välinen tulomuutto'
const MONTHS = Array.from({ length: 9 }, (_, n) => `2026M0${n + 1}`)

export const statfinConnector: Connector = {
  name: 'statfin',
  kind: 'numbers',
  mode: 'own',
  families: [],
  secrets: {},
  pace: 1440,
  follows: false,
  says: {
    page: 'shape page-instead',
    other: 'shape statfin-table',
    broken: 'shape not-json',
    login: 'auth auth',
    forbidden: 'auth forbidden',
    gone: 'shape statfin-table',
  },
  async open(clock) {
    const sim = await startStatfin({ clock })
    let count = 30
    const add = () => {
      const month = (nth: number) => (nth === MONTHS.length - 1 ? ++count : 20)
      sim.add({
        file: 'vamuu/11lk.px',
        title: 'Muutto öisin ja päivisin, Åland €',
        variables: [
          { code: 'Alue', text: 'Alue', values: ['SSS', 'KU320'], valueTexts: ['Koko maa', 'Kemijärvi'] },
          { code: 'Kuukausi', text: 'Kuukausi', values: MONTHS, valueTexts: MONTHS, time: true },
          { code: 'Tiedot', text: 'Tiedot', values: ['tulo'], valueTexts: [CONTENTS] },
        ],
        cells: Object.fromEntries(MONTHS.map((one, nth) => [`KU320|${one}|tulo`, month(nth)])),
      })
    }
    return {
      sim,
      settings: () => ({
        area: 'KU320',
        tables: [{ indicator: 'people.moved-in', table: 'vamuu/11lk', contents: CONTENTS }],
      }),
      platform: (base) => base,
      add,
      alone: 'StatFin has no posts',
      bend: {
        unchanged: { add: () => {}, outcome: { brings: 'nothing' } },
        'an empty list': {
          how: cells((cube) => ({ ...cube, value: [] })),
          outcome: { fault: 'shape statfin-answer', brings: 'nothing' },
        },
        'a quota nearly used up': {
          how: low(clock),
          outcome: { fault: 'rate quota', brings: 'nothing', next: [15, 18] },
        },
        'an error inside 200': {
          how: () => ({ body: '{"error":"Palvelu ei \\u0000 vastaa"}' }),
          outcome: { fault: 'shape statfin-table', brings: 'nothing' },
        },
        'a trailing comma': {
          how: (good) => ({ ...good, body: String(good.body).replace(/[}\]]$/, ',$&') }),
          outcome: { fault: 'shape not-json', brings: 'nothing' },
        },
        'halves of characters': {
          how: (good) => ({ ...good, body: String(good.body).replaceAll('öisin', '\\ud83d öi\\u0000sin') }),
        },
        'a token refused in the middle of a visit': 'StatFin asks nobody to sign in',
        'the same twice on a page': sums,
        'the same on two pages': sums,
        'the same id with another text': sums,
        'the same by two hashtags': 'StatFin knows no hashtags',
        'the same page again and again': whole,
        'pages without end': whole,
        'a page that shrinks meanwhile': whole,
        'no date': {
          how: told(({ variables, ...rest }) => ({
            ...rest,
            variables: variables.filter((one) => !one.time),
          })),
          outcome: { fault: 'shape statfin-table', brings: 'nothing' },
        },
        'a date that is none': { how: month('eilen') },
        'a date in the future': { how: month('2035M01') },
        'a date of 1970': { how: month('1970M01') },
        'a date without a zone': 'a number has the month that it was asked for, which is no moment',
        'a field that nobody knows': { how: cells((cube) => ({ ...cube, uusi: {} })) },
        'a missing field in one of many': {
          how: cells((cube) => ({ ...cube, value: [null, ...(cube.value as unknown[]).slice(1)] })),
        },
        'a missing field in most': {
          how: cells(({ dimension: _, ...cube }) => cube),
          outcome: { fault: 'shape statfin-answer', brings: 'nothing' },
        },
        'a word that is new in a list of words': 'StatFin answers with numbers',
      },
    }
  },
}

// What Facebook and Instagram have in common in the fault table: lists of Meta's Graph API bent on their way.
import type { MetaSim } from '../sim/meta.ts'
import { refusal } from '../sim/meta-refusals.ts'
import { APP, TOKEN } from '../sim/meta-tokens.ts'
import type { Reply, Seen } from '../sim/serve.ts'
import type { Bending, Connector, Outcome, Upstream } from './connector.ts'

type Item = Record<string, unknown>
type List = { data: Item[]; paging?: unknown }

export const graphSecrets = { meta_token: TOKEN, META_APP_ID: APP.id, META_APP_SECRET: APP.secret }

export const graphSays: Connector['says'] = {
  page: 'shape page-instead',
  other: 'shape meta-shape',
  broken: 'shape not-json',
  login: 'auth auth',
  forbidden: 'auth forbidden',
}

type Ways = {
  /** The list that is bent, the field of an item's date, and one without which an item cannot be read. */
  edge: string
  date: string
  needs: string
  pace: number
  /** Requests of a visit that finds nothing new. */
  unchanged: Outcome['asks'] & object
  say: (text?: string) => string
  edit: (id: string) => void
  /** Requests of a visit to a list without an end, and the posts that it then brings. */
  endless: Pick<Outcome, 'asks' | 'rows'>
  /** Minutes to the next visit when the platform says that its limit is near. */
  near: Outcome['next'] & object
  /** How many of 55 come when three are removed after the first page. */
  shrunk: number
  twoTags: Bending | string
  newWord: Item
}

export function graphBends(sim: MetaSim, ways: Ways): Pick<Upstream, 'add' | 'alone' | 'bend'> {
  const { edge, date, needs, pace, say } = ways
  let last = ''
  let said: string[] = []
  let asked = 0
  let page: Item[] | undefined
  const many = (n: number) => () => {
    asked = 0
    page = undefined
    said = Array.from({ length: n }, () => say())
  }
  const list = (change: (list: List, seen: Seen) => unknown) => (good: Reply, seen: Seen) => {
    if (!seen.path.endsWith(edge) || good.status) return good
    return { ...good, body: JSON.stringify(change(JSON.parse(String(good.body)), seen)) }
  }
  const items = (change: (items: Item[]) => Item[]) => list((all) => ({ ...all, data: change(all.data) }))
  const first = (change: Item) => items((all) => all.map((one, at) => (at ? one : { ...one, ...change })))
  const dated = (at: string | null) => first({ [date]: at })
  const more = (cursor: string) => ({ cursors: { after: cursor }, next: 'https://graph.example/next' })
  return {
    add: () => {
      last = say()
    },
    alone: 'Graph is asked for fifty at once and says in its own words which of them is gone',
    bend: {
      unchanged: { add: () => {}, outcome: { brings: 'nothing', asks: ways.unchanged } },
      'an empty list': { how: items(() => []), outcome: { brings: 'nothing' } },
      'a quota nearly used up': {
        how: (good) => ({
          ...good,
          headers: { ...good.headers, 'x-app-usage': '{"call_count":85,"total_time":20,"total_cputime":20}' },
        }),
        outcome: { next: ways.near },
      },
      'an error inside 200': {
        how: { headers: { 'content-type': 'application/json' }, body: String(refusal.passing().body) },
        outcome: { fault: 'busy meta-busy', brings: 'nothing' },
      },
      'a trailing comma': {
        how: (good) => ({ ...good, body: String(good.body).replace(/\}$/, ',}') }),
        outcome: { fault: 'shape not-json', brings: 'nothing' },
      },
      'halves of characters': {
        how: (good) => ({ ...good, body: String(good.body).replaceAll('numero', '\\ud83dnu\\u0000mero') }),
      },
      'a token refused in the middle of a visit': {
        add: many(55),
        how: (good, { query }) => (query.has('after') ? refusal.expired() : good),
        outcome: { fault: 'auth meta-expired', brings: 'new', rows: 50 },
      },
      'the same twice on a page': { how: items((all) => [...all, ...all]), outcome: { rows: 1 } },
      'the same on two pages': {
        how: list((all, { query }) => (query.has('after') ? { data: [...all.data] } : all)),
        add: many(55),
        outcome: { rows: 55 },
      },
      'the same id with another text': { add: () => ways.edit(last), outcome: { rows: 0 } },
      'the same by two hashtags': ways.twoTags,
      'the same page again and again': {
        add: many(55),
        how: list(({ data }) => {
          page ??= data
          return { data: page, paging: more('0') }
        }),
        outcome: { fault: 'shape paging', brings: 'new', rows: 50, next: [pace, pace + 2] },
      },
      'pages without end': {
        add: many(1),
        how: list(({ data }) => {
          page = data.length && asked === 0 ? data.slice(0, 1) : page
          return {
            data: page?.map((one) => ({ ...one, id: `${one.id}${++asked}` })),
            paging: more(String(asked)),
          }
        }),
        outcome: ways.endless,
      },
      'a page that shrinks meanwhile': {
        add: many(55),
        how: list((all) => {
          if (asked++ === 0) for (const id of said.slice(0, 3)) sim.remove(id)
          return all
        }),
        outcome: { rows: ways.shrunk },
      },
      'no date': { how: dated(null), outcome: { dated: { minutes: 0 } } },
      'a date that is none': { how: dated('eilen'), outcome: { dated: { minutes: 0 } } },
      'a date in the future': { how: dated('2035-01-01T10:00:00+0000'), outcome: { dated: { minutes: 5 } } },
      'a date of 1970': { how: dated('1970-01-01T00:00:00+0000'), outcome: { dated: { years: -5 } } },
      'a date without a zone': { how: dated('2026-11-25T09:00:00'), outcome: { dated: { minutes: 0 } } },
      'a field that nobody knows': { how: first({ uusi: { a: [1] } }) },
      'a missing field in one of many': { add: many(6), how: first({ [needs]: null }), outcome: { rows: 5 } },
      'a missing field in most': {
        how: items((all) => [...all, ...Array(80).fill({ ...all[0], [needs]: null })]),
        outcome: { fault: 'shape many-skipped', brings: 'new', next: [pace, pace + 2] },
      },
      'a word that is new in a list of words': { how: first(ways.newWord) },
    },
  }
}

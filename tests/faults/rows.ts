// The upstream fault table: every fault, how it is made, and what it must come to for each connector.
import type { Failure, Reply } from '../sim/serve.ts'
import type { Bend, Connector, Outcome } from './connector.ts'
import type { Doors } from './doors.ts'

export type Row = {
  fault: string
  /** How the simulator fails, by the clock of the moment. */
  how?: (now: Date) => Failure
  /** Where the source is asked instead. */
  at?: keyof Doors['at']
  /** The connector's own way of making this fault. */
  bend?: Bend
  /** Nothing is remembered of earlier visits. */
  fresh?: true
  /** The limits of time are drawn in, and no connection may be left behind. */
  hangs?: true
  outcome: (connector: Connector) => Outcome
}

const well: Outcome = { fault: null, brings: 'new' }
const bad = (fault: string, next?: Outcome['next']): Outcome => ({
  fault,
  brings: 'nothing',
  ...(next && { next }),
})
const always = (outcome: Outcome) => () => outcome
const within = (minutes: number, now: Date) => new Date(now.getTime() + minutes * 60_000)
const html = (title: string, body: string): Reply => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="fi"><head><title>${title}</title></head><body>${body}</body></html>`,
})
const text = (good: Reply) => String(good.body ?? '')
const typed = (good: Reply, charset: string) => ({
  'content-type': `${(good.headers?.['content-type'] ?? '').split(';')[0]}; charset=${charset}`,
})
const latin = (good: Reply) => Buffer.from(text(good).replaceAll('€', '\u0080'), 'latin1')
const json = (body: string): Reply => ({ headers: { 'content-type': 'application/json' }, body })

const doors: Row[] = [
  ['a door that nobody opens', 'closed', 'network unreachable'],
  ['a name that is nobody’s', 'nobody', 'network dns'],
  ['a resolver that does not answer', 'mute', 'network dns-away'],
  ['a certificate that nobody vouches for', 'stranger', 'network tls'],
  ['a certificate of another name', 'misnamed', 'network tls'],
  ['a certificate that has expired', 'expired', 'network tls-expired'],
].map(([fault, at, told]) => ({
  fault: fault as string,
  at: at as keyof Doors['at'],
  outcome: always(bad(told as string, [1, 10])),
}))

const silences: Row[] = [
  ['no answer', 'hang', 'timeout'],
  ['headers and no more', 'headers', 'timeout'],
  ['a byte a second', 'slow', 'timeout'],
  ['a connection closed without a word', 'refuse', 'cut'],
  ['a body cut at half of its length', 'cut', 'cut'],
  ['a body of no told length cut at half', 'cut-unsized', 'cut'],
].map(([fault, how, code]) => ({
  fault: fault as string,
  how: () => how as Failure,
  hangs: true,
  outcome: always(bad(`network ${code}`, [1, 10])),
}))

const troubles: Row[] = [500, 502, 503, 504].flatMap((status) => [
  {
    fault: `${status}`,
    how: () => ({ ...html('Virhe', 'Palvelin on rikki'), status }),
    outcome: always(bad('busy busy', [1, 10])),
  },
  {
    fault: `${status} with Retry-After`,
    how: () => ({ status, headers: { 'retry-after': '1200' } }),
    outcome: always(bad('busy busy', [20, 22])),
  },
])

const waits: Row[] = [
  ['seconds', () => '1200', [20, 22]],
  ['a date', (now: Date) => within(20, now).toUTCString(), [19.9, 22]],
  ['a date gone by', (now: Date) => within(-20, now).toUTCString(), [1, 10]],
  ['ten years', () => String(10 * 365 * 86_400), [1440, 1442]],
  ['rubbish', () => 'when hell freezes', [1, 10]],
].map(([fault, after, next]) => ({
  fault: `429, Retry-After ${fault}`,
  how: (now) => ({ status: 429, headers: { 'retry-after': (after as (now: Date) => string)(now) } }),
  outcome: always(bad('rate rate', next as [number, number])),
}))

const caches: Row[] = [
  {
    fault: '304 from a cache to one who has nothing',
    how: () => (good, seen) => (seen.headers['cache-control'] === 'no-cache' ? good : { status: 304 }),
    fresh: true,
    outcome: always(well),
  },
  {
    fault: 'only ever 304',
    how: () => ({ status: 304 }),
    fresh: true,
    outcome: always(bad('shape empty')),
  },
  {
    fault: 'an ETag without quotes',
    how: () => (good) => ({ ...good, headers: { ...good.headers, etag: `W/${text(good).length}` } }),
    outcome: always(well),
  },
  {
    fault: 'an ETag that packing changes each time',
    how: () => (good, seen) => {
      const etag = `"${text(good).length}-gzip${seen.headers['if-none-match'] ?? ''}"`.replaceAll('"', '')
      return { ...good, headers: { ...good.headers, etag: `"${etag}"` } }
    },
    outcome: always(well),
  },
]

const contents: Row[] = [
  {
    fault: 'a sign-in page',
    how: () => html('Kirjaudu', '<form>Salasana</form>'),
    outcome: ({ says }) => bad(says.page),
  },
  {
    fault: 'a page about cookies',
    how: () => html('Evästeet', '<div id="consent">Hyväksy</div>'),
    outcome: ({ says }) => bad(says.page),
  },
  {
    fault: 'a challenge to prove that one is human',
    how: () => html('Just a moment...', '<div id="cf-challenge"></div>'),
    outcome: ({ says }) => bad(says.page),
  },
  { fault: 'an empty body', how: () => 'empty', outcome: always(bad('shape empty')) },
  { fault: '{}', how: () => json('{}'), outcome: ({ says }) => bad(says.other) },
  { fault: 'null', how: () => json('null'), outcome: ({ says }) => bad(says.other) },
  {
    fault: 'half of a document',
    how: () => 'cut-open',
    outcome: ({ says }) => (says.broken === null ? well : bad(says.broken)),
  },
  {
    fault: 'a byte order mark',
    how: () => (good) => ({ ...good, body: `\ufeff${text(good)}` }),
    outcome: always(well),
  },
  {
    fault: 'NUL among the letters',
    how: () => (good) => ({ ...good, body: text(good).replaceAll('Jäät', 'J\0äät') }),
    outcome: always(well),
  },
  {
    fault: 'UTF-8 that the header calls ISO-8859-1',
    how: () => (good) => ({ ...good, headers: typed(good, 'ISO-8859-1') }),
    outcome: always(well),
  },
  {
    fault: 'windows-1252 that the header tells',
    how: () => (good) => ({ headers: typed(good, 'windows-1252'), body: latin(good) }),
    outcome: always(well),
  },
  {
    fault: 'windows-1252 that the header calls UTF-8',
    how: () => (good) => ({ headers: typed(good, 'utf-8'), body: latin(good) }),
    outcome: always(well),
  },
  {
    fault: 'UTF-16',
    how: () => (good) => ({
      headers: typed(good, 'utf-16'),
      body: Buffer.from(`\ufeff${text(good)}`, 'utf16le'),
    }),
    outcome: always(well),
  },
  { fault: 'a bomb of 200 MB', how: () => 'bomb', hangs: true, outcome: always(bad('size size')) },
]

/** Leads to the same place so many times before it answers. */
const leading = (status: number, times: number) => (): Failure => {
  let led = 0
  return (good, { path, query }) =>
    led++ < times ? { status, headers: { location: `${path}?${query}` } } : good
}
const moved = (status: number, fault: string): Row => ({
  fault,
  how: leading(status, 1),
  outcome: ({ follows }) => (follows ? well : bad('shape moved')),
})
const redirects: Row[] = [
  moved(301, 'a permanent redirect (301)'),
  moved(308, 'a permanent redirect (308)'),
  moved(302, 'a redirect for now (302)'),
  {
    fault: 'four redirects in a row',
    how: leading(302, 4),
    outcome: ({ follows }) => bad(follows ? 'shape redirects' : 'shape moved'),
  },
  {
    fault: 'a redirect in circles',
    how: () => 'loop',
    outcome: ({ follows }) => bad(follows ? 'shape redirects' : 'shape moved'),
  },
  {
    fault: 'a redirect into the private network',
    how: () => 'to-private',
    outcome: ({ follows }) => bad(follows ? 'refused address-private' : 'shape moved'),
  },
  {
    fault: 'a redirect from https to http',
    at: 'downgrade',
    outcome: ({ follows }) => bad(follows ? 'refused address-downgrade' : 'shape moved'),
  },
]

const missing = ({ says }: Connector) => bad(says.gone ?? 'gone gone', [10, 10])
const refusals: Row[] = [
  { fault: '401', how: () => ({ status: 401 }), outcome: ({ says }) => bad(says.login, [10, 10]) },
  { fault: '403', how: () => ({ status: 403 }), outcome: ({ says }) => bad(says.forbidden, [10, 10]) },
  { fault: '404', how: () => ({ status: 404 }), outcome: missing },
  { fault: '410', how: () => ({ status: 410 }), outcome: missing },
]

export const rows: readonly Row[] = [
  ...doors,
  ...silences,
  ...troubles,
  ...waits,
  ...caches,
  ...contents,
  ...redirects,
  ...refusals,
]

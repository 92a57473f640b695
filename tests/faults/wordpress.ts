// A WordPress site in the fault table: its stories by its open interface.
import type { Reply, Seen } from '../sim/serve.ts'
import { startWordPressSite } from '../sim/wordpress.ts'
import { type Connector, low } from './connector.ts'
import { nextSentence } from './sentence.ts'

type Story = Record<string, unknown>

/** The list of stories changed on its way; everything else is left as it is. */
const listed = (change: (list: Story[], seen: Seen) => unknown) => (good: Reply, seen: Seen) => {
  if (!seen.path.endsWith('/posts') || (good.status ?? 200) !== 200) return good
  const { etag: _, ...headers } = good.headers ?? {}
  return { ...good, headers, body: JSON.stringify(change(JSON.parse(String(good.body)), seen)) }
}
const first = (change: Story) => listed((list) => list.map((one, at) => (at ? one : { ...one, ...change })))

/** The first page's stories on every page, which says that many more follow it. */
const endless = (change: (list: Story[], page: number) => Story[]) => {
  let list: Story[] | undefined
  return (good: Reply, { query }: Seen): Reply => {
    list ??= JSON.parse(String(good.body)) as Story[]
    return {
      headers: { 'content-type': 'application/json', 'x-wp-totalpages': '9000' },
      body: JSON.stringify(change(list, Number(query.get('page')))),
    }
  }
}

export const wordpressConnector: Connector = {
  name: 'wordpress',
  kind: 'posts',
  mode: 'own',
  families: [],
  secrets: {},
  pace: 30,
  follows: true,
  says: {
    page: 'shape wordpress-closed',
    other: 'gone wordpress-closed',
    broken: 'shape not-json',
    login: 'auth wordpress-closed',
    forbidden: 'auth wordpress-closed',
    gone: 'gone wordpress-closed',
  },
  async open(clock) {
    const sim = await startWordPressSite({ clock })
    sim.be({ etag: true })
    const told: number[] = []
    const say = (tags: string[] = []) => {
      const html = `<p>${nextSentence()}</p>`
      const id = sim.add({ title: 'Uutinen', html, published: clock(), tags })
      told.push(id)
      return id
    }
    let last = 0
    let said: number[] = []
    let asked = 0
    let page: Story[] | undefined
    const many = (n: number) => () => {
      asked = 0
      said = Array.from({ length: n }, () => say())
    }
    return {
      sim,
      settings: (base) => ({ site: base }),
      add: () => {
        // A small site: otherwise each visit would read many pages.
        for (const id of told.splice(0, told.length - 5)) sim.edit(id, { status: 'trash' })
        last = say()
      },
      alone: 'WordPress is asked for a hundred stories at once and leaves out those that are gone',
      bend: {
        unchanged: { add: () => {}, outcome: { brings: 'nothing', asks: [1, 1] } },
        'an empty list': { how: listed(() => []), outcome: { brings: 'nothing' } },
        'a quota nearly used up': { how: low(clock) },
        'an error inside 200': {
          how: {
            headers: { 'content-type': 'application/json' },
            body: '{"code":"rest_no_route","message":"Reittiä ei löydy","data":{"status":404}}',
          },
          outcome: { fault: 'gone wordpress-closed', brings: 'nothing' },
        },
        'a trailing comma': {
          how: (good) => ({ ...good, body: String(good.body).replace(/\]$/, ',]') }),
          outcome: { fault: 'shape not-json', brings: 'nothing' },
        },
        'halves of characters': {
          how: (good) => ({ ...good, body: String(good.body).replaceAll('numero', '\\ud83dnu\\u0000mero') }),
        },
        'a token refused in the middle of a visit': 'what a WordPress site has published needs no token',
        'the same twice on a page': { how: listed((list) => [...list, ...list]), outcome: { rows: 1 } },
        'the same on two pages': {
          add: many(55),
          how: listed((list, { query }) => {
            if (query.get('page') === '1') page = list
            else list.unshift(...(page?.slice(-1) ?? []))
            return list
          }),
          outcome: { rows: 55 },
        },
        'the same id with another text': {
          add: () => sim.edit(last, { html: `<p>${nextSentence()}</p>`, modified: clock() }),
          outcome: { rows: 0 },
        },
        'the same by two hashtags': {
          settings: (base) => ({ site: base, which: 'tagged' }),
          families: ['kemijarvi', 'tarinat'],
          add: () => say(['Kemijärvi', 'tuhannenjayhdentyöntarinat']),
          outcome: { rows: 1 },
        },
        'the same page again and again': {
          how: endless((list) => list),
          outcome: { fault: 'shape paging', brings: 'new', next: [30, 32], asks: [2, 2] },
        },
        'pages without end': {
          add: many(1),
          how: endless((list, page) => list.slice(0, 1).map((one) => ({ ...one, id: 10_000 + page }))),
          outcome: { rows: 8, asks: [8, 8] },
        },
        'a page that shrinks meanwhile': {
          add: many(55),
          how: (good) => {
            if (asked++ === 0) for (const id of said.slice(0, 3)) sim.edit(id, { status: 'trash' })
            return good
          },
          // Three slip through between two pages; the next visit, which goes back three days, brings them.
          outcome: { rows: 52 },
        },
        'no date': { how: first({ date_gmt: null }), outcome: { dated: { minutes: 0 } } },
        'a date that is none': { how: first({ date_gmt: 'eilen' }), outcome: { dated: { minutes: 0 } } },
        'a date in the future': {
          how: first({ date_gmt: '2035-01-01T10:00:00' }),
          outcome: { dated: { minutes: 5 } },
        },
        'a date of 1970': {
          how: first({ date_gmt: '1970-01-01T00:00:00' }),
          outcome: { dated: { years: -5 } },
        },
        'a date without a zone': 'WordPress never names the zone of its universal time',
        'a field that nobody knows': { how: first({ uusi: { a: [1] } }) },
        'a missing field in one of many': { add: many(6), how: first({ id: null }), outcome: { rows: 5 } },
        'a missing field in most': {
          how: listed((list) => [...list.slice(0, 10), ...Array(40).fill({ ...list[0], id: null })]),
          outcome: { fault: 'shape many-skipped', brings: 'new', next: [30, 32] },
        },
        'a word that is new in a list of words': {
          how: first({
            _embedded: {
              'wp:featuredmedia': [{ media_type: 'hologram', source_url: 'https://kuva.example/1' }],
            },
          }),
        },
      },
    }
  },
}

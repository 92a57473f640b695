// A Mastodon server in the fault table.
import { startMastodon } from '../sim/mastodon.ts'
import type { Reply, Seen } from '../sim/serve.ts'
import { type Connector, low } from './connector.ts'
import { nextSentence } from './sentence.ts'

type Status = Record<string, unknown>

/** The list of a timeline's page changed on its way; everything else is left as it is. */
const listed = (change: (list: Status[], seen: Seen) => unknown) => (good: Reply, seen: Seen) => {
  if (!seen.path.includes('/timelines/tag/')) return good
  return { ...good, body: JSON.stringify(change(JSON.parse(String(good.body)), seen)) }
}
const first = (change: Status) => listed((list) => list.map((one, at) => (at ? one : { ...one, ...change })))

export const mastodonConnector: Connector = {
  name: 'mastodon',
  kind: 'posts',
  mode: 'resident',
  families: ['kemijarvi'],
  secrets: {},
  pace: 15,
  follows: false,
  says: {
    page: 'shape page-instead',
    other: 'shape not-a-list',
    broken: 'shape not-json',
    login: 'auth mastodon-closed',
    forbidden: 'auth mastodon-closed',
  },
  async open(clock) {
    const sim = await startMastodon({ clock })
    const say = (more: { raw?: Status; text?: string } = {}) =>
      sim.add({ text: `${nextSentence()} #Kemijärvi`, published: clock(), ...more })
    const many = (n: number) => () => {
      pages = 0
      ids = Array.from({ length: n }, () => say())
    }
    let ids: string[] = []
    let page: Status[] | undefined
    let pages = 0
    return {
      sim,
      settings: (base) => ({ server: base }),
      add: () => void say(),
      alone: /\/api\/v1\/statuses/,
      bend: {
        unchanged: { add: () => {}, outcome: { brings: 'nothing', asks: [1, 2] } },
        'an empty list': { how: listed(() => []), outcome: { brings: 'nothing' } },
        'a quota nearly used up': {
          how: low(clock),
          // Not a failure: the source waits for its turn in the platform's budget.
          outcome: { next: [15, 16] },
        },
        'an error inside 200': {
          how: { headers: { 'content-type': 'application/json' }, body: '{"error":"Record not found"}' },
          outcome: { fault: 'shape not-a-list', brings: 'nothing' },
        },
        'a trailing comma': {
          how: (good) => ({ ...good, body: String(good.body).replace(/\]$/, ',]') }),
          outcome: { fault: 'shape not-json', brings: 'nothing' },
        },
        'halves of characters': {
          how: (good) => ({
            ...good,
            body: String(good.body).replaceAll('Esimerkki', '\\ud83d Esi\\u0000merkki'),
          }),
        },
        'a token refused in the middle of a visit': {
          add: many(45),
          how: (good, { query }) =>
            query.has('min_id') && pages++ > 0
              ? { status: 401, body: '{"error":"The access token was revoked"}' }
              : good,
          outcome: { fault: 'auth mastodon-closed', brings: 'new', rows: 40 },
        },
        'the same twice on a page': { how: listed((list) => [...list, ...list]), outcome: { rows: 1 } },
        'the same on two pages': {
          add: many(41),
          how: listed((list) => [...list, ...list.slice(0, 1)]),
          outcome: { rows: 41 },
        },
        'the same id with another text': {
          // Later edits move no cursor: they are found when the post is read again.
          how: listed((list) => [
            ...list.map((one) => ({ ...one, edited_at: clock(), content: '<p>Toisin #Kemijärvi</p>' })),
            ...list,
          ]),
          outcome: { rows: 1, text: 'Toisin' },
        },
        'the same by two hashtags': {
          families: ['kemijarvi', 'tarinat'],
          add: () => say({ text: `${nextSentence()} #Kemijärvi #tuhannenjayhdentyöntarinat` }),
          outcome: { rows: 1 },
        },
        'the same page again and again': {
          add: many(5),
          how: listed((list) => (page ??= list)),
          outcome: { fault: 'shape paging', brings: 'new', rows: 5, next: [15, 17], asks: [2, 3] },
        },
        'pages without end': {
          add: many(1),
          how: listed((list, { query }) => {
            const id = String(BigInt(query.get('min_id') ?? 0) + 1n)
            page = list.length ? list : page
            return page?.map((one) => ({ ...one, id }))
          }),
          outcome: { rows: 1, asks: [10, 50] },
        },
        'a page that shrinks meanwhile': {
          add: many(45),
          how: (good) => {
            if (pages++ === 0) for (const id of ids.slice(0, 3)) sim.remove(id)
            return good
          },
          outcome: { rows: 45 },
        },
        'no date': { how: first({ created_at: null }), outcome: { dated: { minutes: 0 } } },
        'a date that is none': { how: first({ created_at: 'eilen' }), outcome: { dated: { minutes: 0 } } },
        'a date in the future': {
          how: first({ created_at: '2035-01-01T10:00:00.000Z' }),
          outcome: { dated: { minutes: 5 } },
        },
        'a date of 1970': {
          how: first({ created_at: '1970-01-01T00:00:00.000Z' }),
          outcome: { dated: { years: -5 } },
        },
        'a date without a zone': {
          how: first({ created_at: '2026-11-25T09:00:00' }),
          outcome: { dated: { minutes: 0 } },
        },
        'a field that nobody knows': { how: first({ uusi: { a: [1] } }) },
        'a missing field in one of many': {
          add: many(6),
          how: first({ account: null }),
          outcome: { rows: 5 },
        },
        'a missing field in most': {
          how: listed((list) => [...list, ...Array(20).fill({ ...list[0], account: null })]),
          outcome: { fault: 'shape many-skipped', brings: 'new', next: [15, 17] },
        },
        'a word that is new in a list of words': {
          how: first({ visibility: 'neighbours' }),
          outcome: { brings: 'nothing' },
        },
      },
    }
  },
}

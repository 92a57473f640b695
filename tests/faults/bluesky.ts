// A Bluesky server in the fault table.
import { ACCOUNT, startBluesky } from '../sim/bluesky.ts'
import type { Reply, Seen } from '../sim/serve.ts'
import { type Connector, low } from './connector.ts'
import { nextSentence } from './sentence.ts'

type View = Record<string, unknown>
type Page = { posts: View[]; cursor?: string }

/** A page of a search changed on its way; everything else is left as it is. */
const searched = (change: (page: Page, seen: Seen) => unknown) => (good: Reply, seen: Seen) => {
  if (!seen.path.endsWith('searchPosts') || good.status !== 200) return good
  return { ...good, body: JSON.stringify(change(JSON.parse(String(good.body)), seen)) }
}
const posts = (change: (posts: View[]) => View[]) =>
  searched((page) => ({ ...page, posts: change(page.posts) }))
const first = (change: (view: View) => View) =>
  posts((all) => all.map((one, at) => (at ? one : { ...one, ...change(one) })))
const written = (change: View) => first((view) => ({ record: { ...(view.record as View), ...change } }))
const byNetwork = { dated: { minutes: 0 } }

export const blueskyConnector: Connector = {
  name: 'bluesky',
  kind: 'posts',
  mode: 'resident',
  families: ['kemijarvi'],
  secrets: { app_password: ACCOUNT.password },
  pace: 20,
  follows: false,
  says: {
    page: 'shape page-instead',
    other: 'shape bluesky-shape',
    broken: 'shape not-json',
    login: 'auth auth',
    forbidden: 'auth bluesky-forbidden',
  },
  async open(clock) {
    const sim = await startBluesky({ clock })
    const say = (text = `${nextSentence()} #Kemijärvi`) => sim.add({ text, published: clock() })
    let asked = 0
    let said: string[] = []
    const many = (n: number) => () => {
      asked = 0
      said = Array.from({ length: n }, () => say())
    }
    return {
      sim,
      settings: (base) => ({ service: base, identifier: ACCOUNT.identifier }),
      add: () => void say(),
      alone: 'Bluesky is asked for many posts at once and leaves out those that are gone',
      bend: {
        unchanged: { add: () => {}, outcome: { brings: 'nothing', asks: [2, 3] } },
        'an empty list': { how: searched(() => ({ posts: [] })), outcome: { brings: 'nothing' } },
        'a quota nearly used up': {
          how: low(clock),
          // Not a failure: the source waits for its turn in the platform's budget.
          outcome: { next: [15, 16] },
        },
        'an error inside 200': {
          how: searched(() => ({ error: 'InternalServerError', message: 'Internal' })),
          outcome: { fault: 'shape bluesky-shape', brings: 'nothing' },
        },
        'a trailing comma': {
          how: (good) => ({ ...good, body: String(good.body).replace(/\}$/, ',}') }),
          outcome: { fault: 'shape not-json', brings: 'nothing' },
        },
        'halves of characters': {
          how: (good) => ({ ...good, body: String(good.body).replaceAll('numero', '\\ud83dnu\\u0000mero') }),
        },
        'a token refused in the middle of a visit': {
          add: many(1),
          how: (good, { path }) =>
            path.endsWith('searchPosts') && asked++ > 0
              ? { status: 400, body: '{"error":"ExpiredToken","message":"Token has been revoked"}' }
              : good,
          outcome: { fault: 'auth bluesky-ended', brings: 'new', rows: 1 },
        },
        'the same twice on a page': { how: posts((all) => [...all, ...all]), outcome: { rows: 1 } },
        'the same on two pages': {
          how: searched((page, { query }) => (query.has('cursor') ? page : { ...page, cursor: '0' })),
          outcome: { rows: 1 },
        },
        'the same id with another text': 'an edit has no time at Bluesky: what was read last counts',
        'the same by two hashtags': {
          families: ['kemijarvi', 'tarinat'],
          add: () => say(`${nextSentence()} #Kemijärvi #tuhannenjayhdentyöntarinat`),
          outcome: { rows: 1 },
        },
        'the same page again and again': {
          how: searched((page) => ({ ...page, cursor: '0' })),
          outcome: { fault: 'shape paging', brings: 'new', next: [20, 22], asks: [2, 8] },
        },
        'pages without end': {
          add: many(1),
          how: searched((page) => ({ posts: page.posts.slice(0, 1), cursor: String(++asked) })),
          outcome: { rows: 1, asks: [10, 50] },
        },
        'a page that shrinks meanwhile': {
          add: many(5),
          how: searched((page, { query }) => {
            if (query.has('cursor')) return page
            if (asked++ === 0) sim.remove(said[0] as string)
            return { posts: page.posts.slice(0, 3), cursor: '3' }
          }),
          // The one that slipped through between two pages comes at the next visit, which goes back a day.
          outcome: { rows: 4 },
        },
        'no date': { how: written({ createdAt: null }), outcome: byNetwork },
        'a date that is none': { how: written({ createdAt: 'eilen' }), outcome: byNetwork },
        'a date in the future': {
          how: written({ createdAt: '2035-01-01T10:00:00.000Z' }),
          outcome: byNetwork,
        },
        'a date of 1970': { how: written({ createdAt: '1970-01-01T00:00:00.000Z' }), outcome: byNetwork },
        'a date without a zone': { how: written({ createdAt: '2026-11-25T09:00:00' }), outcome: byNetwork },
        'a field that nobody knows': { how: written({ uusi: { a: [1] } }) },
        'a missing field in one of many': {
          add: many(6),
          how: first(() => ({ author: null })),
          outcome: { rows: 5 },
        },
        'a missing field in most': {
          how: posts((all) => [...all, ...Array(80).fill({ ...all[0], author: null })]),
          outcome: { fault: 'shape many-skipped', brings: 'new', next: [20, 22] },
        },
        'a word that is new in a list of words': {
          how: first(() => ({ embed: { $type: 'app.bsky.embed.hologram#view', hologram: {} } })),
        },
      },
    }
  },
}

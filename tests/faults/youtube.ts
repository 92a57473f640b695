// YouTube's Data API in the fault table: a search by hashtag, and the videos that it finds.
import type { Reply, Seen } from '../sim/serve.ts'
import { startYoutube } from '../sim/youtube.ts'
import { refusal } from '../sim/youtube-refusals.ts'
import type { Connector } from './connector.ts'
import { nextSentence } from './sentence.ts'

type Item = Record<string, unknown> & { snippet: Record<string, unknown> }
type List = { items: Item[]; nextPageToken?: string }

/** One method's list changed on its way; everything else is left as it is. */
const list = (method: string, change: (list: List, seen: Seen) => unknown) => (good: Reply, seen: Seen) => {
  if (!seen.path.endsWith(`/${method}`) || good.status) return good
  return { ...good, body: JSON.stringify(change(JSON.parse(String(good.body)), seen)) }
}
const searched = (change: (list: List, seen: Seen) => unknown) => list('search', change)
const videos = (change: (items: Item[]) => Item[]) =>
  list('videos', (all) => ({ ...all, items: change(all.items) }))
const first = (change: Record<string, unknown>) =>
  videos((items) => items.map((one, at) => (at ? one : { ...one, ...change })))
const dated = (publishedAt: string | null) =>
  videos((items) => items.map((one, at) => (at ? one : { ...one, snippet: { ...one.snippet, publishedAt } })))

export const youtubeConnector: Connector = {
  name: 'youtube',
  kind: 'posts',
  mode: 'resident',
  families: ['kemijarvi'],
  secrets: { YOUTUBE_KEY: 'a-good-key' },
  pace: 360,
  follows: false,
  says: {
    page: 'shape page-instead',
    other: 'shape youtube-shape',
    broken: 'shape not-json',
    login: 'auth auth',
    forbidden: 'auth forbidden',
  },
  async open(clock) {
    const sim = await startYoutube({ clock })
    const say = (text = `${nextSentence()} #Kemijärvi`) =>
      sim.add({ title: 'Video', description: text, published: clock() })
    let last = ''
    let said: string[] = []
    let asked = 0
    const many = (n: number) => () => {
      asked = 0
      said = Array.from({ length: n }, () => say())
    }
    return {
      sim,
      settings: () => ({}),
      platform: (base) => base,
      add: () => {
        last = say()
      },
      alone: 'YouTube is asked for fifty videos at once and leaves out those that are gone',
      bend: {
        unchanged: { add: () => {}, outcome: { brings: 'nothing', asks: [2, 2] } },
        'an empty list': { how: searched((all) => ({ ...all, items: [] })), outcome: { brings: 'nothing' } },
        'a quota nearly used up': 'Google tells of its quota only when it is used up',
        'an error inside 200': {
          how: () => ({ ...refusal.quota(), status: 200 }),
          outcome: { fault: 'shape youtube-shape', brings: 'nothing' },
        },
        'a trailing comma': {
          how: (good) => ({ ...good, body: String(good.body).replace(/\}$/, ',}') }),
          outcome: { fault: 'shape not-json', brings: 'nothing' },
        },
        'halves of characters': {
          how: (good) => ({ ...good, body: String(good.body).replaceAll('numero', '\\ud83dnu\\u0000mero') }),
        },
        'a token refused in the middle of a visit': {
          how: (good, { path }) => (path.endsWith('/videos') ? refusal.key() : good),
          outcome: { fault: 'auth youtube-key', brings: 'nothing' },
        },
        'the same twice on a page': { how: videos((items) => [...items, ...items]), outcome: { rows: 1 } },
        'the same on two pages': {
          how: searched((all, { query }) =>
            query.has('pageToken') ? all : { ...all, nextPageToken: 'PAGE0' },
          ),
          outcome: { rows: 1 },
        },
        'the same id with another text': {
          add: () => sim.edit(last, { description: `${nextSentence()} #Kemijärvi` }),
          outcome: { rows: 0 },
        },
        'the same by two hashtags': {
          families: ['kemijarvi', 'tarinat'],
          add: () => say(`${nextSentence()} #Kemijärvi #tuhannenjayhdentyöntarinat`),
          outcome: { rows: 1 },
        },
        'the same page again and again': {
          how: searched((all) => ({ ...all, nextPageToken: 'PAGE0' })),
          outcome: { fault: 'shape paging', brings: 'new', next: [360, 362], asks: [3, 4] },
        },
        'pages without end': {
          add: many(1),
          how: searched((all) => ({
            items: all.items.slice(0, 1),
            kind: 'youtube#searchListResponse',
            nextPageToken: `PAGE${++asked}`,
          })),
          outcome: { rows: 1, asks: [4, 5] },
        },
        'a page that shrinks meanwhile': {
          add: many(55),
          how: searched((all) => {
            if (asked++ === 0) for (const id of said.slice(0, 3)) sim.remove(id)
            return all
          }),
          // Three are gone, and three that slipped through between two pages come at the next visit.
          outcome: { rows: 49 },
        },
        'no date': { how: dated(null), outcome: { dated: { minutes: 0 } } },
        'a date that is none': { how: dated('eilen'), outcome: { dated: { minutes: 0 } } },
        'a date in the future': { how: dated('2035-01-01T10:00:00Z'), outcome: { dated: { minutes: 5 } } },
        'a date of 1970': { how: dated('1970-01-01T00:00:00Z'), outcome: { dated: { years: -5 } } },
        'a date without a zone': { how: dated('2026-11-25T09:00:00'), outcome: { dated: { minutes: 0 } } },
        'a field that nobody knows': { how: first({ uusi: { a: [1] } }) },
        'a missing field in one of many': { add: many(6), how: first({ snippet: {} }), outcome: { rows: 5 } },
        'a missing field in most': {
          how: videos((items) => [...items.slice(0, 1), ...Array(20).fill({ ...items[0], snippet: {} })]),
          outcome: { fault: 'shape many-skipped', brings: 'new', next: [360, 362] },
        },
        'a word that is new in a list of words': {
          how: first({ status: { privacyStatus: 'neighbours' } }),
          outcome: { brings: 'nothing' },
        },
      },
    }
  },
}

// A website's feed in the fault table.
import { startFeedSite } from '../sim/feed.ts'
import type { Reply } from '../sim/serve.ts'
import { type Connector, low } from './connector.ts'
import { nextSentence } from './sentence.ts'

const noPages = 'a feed is one document and has no pages'

/** The feed's text changed on its way. */
const edited = (change: (text: string) => string) => (good: Reply) => ({
  ...good,
  headers: { 'content-type': good.headers?.['content-type'] ?? '' },
  body: change(String(good.body ?? '')),
})
/** The date of the newest story, which stands first, replaced or taken out. */
const dated = (date: string | null) =>
  edited((text) =>
    text.replace(/<pubDate>[^<]*<\/pubDate>/, date === null ? '' : `<pubDate>${date}</pubDate>`),
  )
const inJson = (base: string) => ({ url: `${base}/feed.json` })
const firstItem = /<item>[\s\S]*?<\/item>/

export const feedConnector: Connector = {
  name: 'feed',
  kind: 'posts',
  mode: 'own',
  families: [],
  secrets: {},
  pace: 30,
  follows: true,
  says: {
    page: 'shape feed-now-html',
    other: 'shape feed-is-other',
    broken: null,
    login: 'auth auth',
    forbidden: 'auth forbidden',
  },
  async open(clock) {
    const sim = await startFeedSite({ clock })
    const add = (more: { html?: string; title?: string } = {}) =>
      sim.add({ title: 'Uutinen', html: `<p>${nextSentence()}</p>`, published: clock(), ...more })
    let last = ''
    return {
      sim,
      settings: (base) => ({ url: `${base}/feed/` }),
      add: () => {
        last = add()
      },
      alone: 'a feed is not asked for single posts: what has left it may only be old',
      bend: {
        unchanged: { add: () => {}, outcome: { brings: 'nothing', asks: [1, 1] } },
        'an empty list': {
          how: edited((text) => text.replace(/<item>[\s\S]*<\/item>/, '')),
          outcome: { brings: 'nothing' },
        },
        'a quota nearly used up': {
          how: low(clock),
        },
        'an error inside 200': {
          how: { headers: { 'content-type': 'application/json' }, body: '{"error":"Not found"}' },
          outcome: { fault: 'shape feed-is-other', brings: 'nothing' },
        },
        'a trailing comma': {
          settings: inJson,
          how: edited((text) => text.replace(/\]\s*\}\s*$/, ',]}')),
          outcome: { fault: 'shape feed-is-other', brings: 'nothing' },
        },
        'halves of characters': {
          how: edited((text) => text.replace('Uutinen', 'Uu&#xD83D;tinen&#xDE00;&#0;')),
        },
        'a token refused in the middle of a visit': 'a feed needs no token and is one request',
        'the same twice on a page': {
          how: edited((text) => text.replace(firstItem, '$&$&')),
          outcome: { rows: 1 },
        },
        'the same on two pages': noPages,
        'the same id with another text': {
          add: () => sim.edit(last, { html: `<p>${nextSentence()}</p>` }),
          outcome: { rows: 0 },
        },
        'the same by two hashtags': 'a feed is not asked by hashtag',
        'the same page again and again': noPages,
        'pages without end': noPages,
        'a page that shrinks meanwhile': noPages,
        'no date': { how: dated(null), outcome: { dated: { minutes: 0 } } },
        'a date that is none': { how: dated('eilen illalla'), outcome: { dated: { minutes: 0 } } },
        'a date in the future': {
          how: dated('Mon, 01 Jan 2035 10:00:00 +0200'),
          outcome: { dated: { minutes: 5 } },
        },
        'a date of 1970': {
          how: dated('Thu, 01 Jan 1970 00:00:00 GMT'),
          outcome: { dated: { years: -5 } },
        },
        'a date without a zone': {
          // Meant in Finland, two hours east of Greenwich in November: three hours ago by the clock on the wall.
          how: (good) => dated(new Date(clock().getTime() - 3_600_000).toISOString().slice(0, 19))(good),
          outcome: { dated: { minutes: -180 } },
        },
        'a field that nobody knows': {
          how: edited((text) => text.replace('<item>', '<item><uusi a="1">x<y/></uusi>')),
        },
        'a missing field in one of many': {
          how: edited((text) =>
            text.replace(/<\/item>\s*<\/channel>/, '</item><item><pubDate>x</pubDate></item></channel>'),
          ),
        },
        'a missing field in most': {
          how: edited((text) =>
            text.replace('</channel>', `${'<item><pubDate>x</pubDate></item>'.repeat(20)}</channel>`),
          ),
          outcome: { fault: 'shape many-skipped', brings: 'new', next: [30, 32] },
        },
        'a word that is new in a list of words':
          'nothing in a feed is one word of a list that we need to know',
      },
    }
  },
}

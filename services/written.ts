// What people wrote of a digest: as it was published, or gathered from the tables while it is still being written.
import { pick } from '../config/i18n.ts'
import { listActions, listPromises } from '../db/actions.ts'
import { listSignatures } from '../db/digest-people.ts'
import type { DigestRow } from '../db/digests.ts'
import { listNamedPosts, type NamedPost } from '../db/figures/attention.ts'
import { listCleared } from '../db/notes.ts'
import type { Db } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import { listPrintedQuotes } from '../db/quotes.ts'
import { listStrategy } from '../db/strategy.ts'
import { listTopics } from '../db/topics.ts'
import { readOutside } from './compile-parts.ts'
import type { ActionRecord, Bundle, PostWords, Written } from './domain/digest-model.ts'
import { addQuarters, dayOf, quarterDays } from './domain/quarter.ts'
import { mayShow } from './domain/rights.ts'
import { textMark } from './text-mark.ts'

/** Everything that people have written, decided and allowed, as the database knows it at `at`. */
export async function gatherWritten(db: Db, row: DigestRow, bundle: Bundle, at: Date): Promise<Written> {
  const { place_id: place, quarter, texts } = row
  const days = quarterDays(quarter)
  const before = addQuarters(quarter, -1)
  const signatures = await listSignatures(db, row.id)
  const named = [...new Set([...bundle.top, ...bundle.lifted].map((one) => one.post))]
  const today = dayOf(at, bundle.place.time_zone)
  const posts = await listNamedPosts(db, place, named)
  const main = bundle.place.languages[0] ?? 'fi'
  const guidance = (await findPlace(db, place))?.guidance
  return {
    format: 1,
    texts,
    signed: signatures
      .filter((one) => one.mark === textMark(texts[one.section] ?? ''))
      .map(({ section, by, at }) => ({ section, by, at: at.toISOString() })),
    actions: (await listActions(db, place, quarter)).map(describeAction),
    promises: (await listPromises(db, place, quarter, { before, from: days.from })).map(describeAction),
    posts: Object.fromEntries(
      named.map((post) => [
        post,
        wordsOf(
          posts.find((one) => one.post === post),
          today,
        ),
      ]),
    ),
    observations: await listCleared(db, place, days),
    quotes: await listPrintedQuotes(db, place, days),
    strategy: await listStrategy(db, place),
    priorities: (guidance?.priorities ?? []).map((line) => pick(line, main, main)),
    areas: (await listTopics(db, place)).flatMap(({ kind, id, label }) =>
      kind === 'area' ? [{ id, label }] : [],
    ),
    outside: await readOutside(db, place, quarter),
  }
}

/** Of a published digest what was stored with it, byte for byte; of any other what stands in the tables now. */
export async function openWritten(db: Db, row: DigestRow, bundle: Bundle, at: Date): Promise<Written> {
  if (row.written === null) return gatherWritten(db, row, bundle, at)
  const written = JSON.parse(row.written) as Written
  // What has gone since, or is no longer allowed, is not shown again: the file says so, the page at once.
  const now = await listNamedPosts(db, row.place_id, Object.keys(written.posts))
  const today = dayOf(at, bundle.place.time_zone)
  const posts = Object.entries(written.posts).map(([post, then]) => {
    const words = wordsOf(
      now.find((one) => one.post === post),
      today,
    )
    return [post, narrower(then, words)] as const
  })
  return { ...written, posts: Object.fromEntries(posts) }
}

const GONE: PostWords = { rights: 'gone', channel: '', url: null, name: null, text: null, until: null }
const order = ['gone', 'link', 'consent', 'own'] as const

/** The one that shows less. */
function narrower(then: PostWords, now: PostWords): PostWords {
  const less = order.indexOf(now.rights) < order.indexOf(then.rights)
  return less ? { ...now, channel: then.channel } : then
}

const LONGEST = 160

/** What the digest may show: of our own all, of others what a consent for the digest allows, else the link. */
function wordsOf(post: NamedPost | undefined, today: string): PostWords {
  if (!post) return GONE
  const { channel, url } = post
  const consents = post.consents.map(({ scope, at, withdrawn_at, ...one }) => ({
    ...one,
    wall: scope.digest,
    at: new Date(at),
    withdrawnAt: withdrawn_at === null ? null : new Date(withdrawn_at),
  }))
  // Whether a curator has looked at it matters to a wall; a hidden one is never among those named.
  const state = post.state === 'hidden' ? 'hidden' : 'shown'
  const rights = mayShow({ ...post, state, consents, hasAddress: url !== null }, 'review', today)
  if (rights.shown === 'never' && rights.why !== 'no-address') return { ...GONE, channel }
  if (rights.shown !== 'whole')
    return {
      rights: 'link',
      channel,
      url: channel === 'story' ? null : url,
      name: null,
      text: null,
      until: null,
    }
  const line = post.text.replace(/\s+/g, ' ').trim()
  const text = line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…` : line
  const own = rights.why === 'own' || rights.why === 'agreement'
  return { rights: own ? 'own' : 'consent', channel, url, name: post.name, text, until: rights.until }
}

function describeAction(row: Awaited<ReturnType<typeof listActions>>[number]): ActionRecord {
  const { public_id: id, quarter, what, owner: who, area_id: area, due, state, result, done_on: done } = row
  return { id, quarter, what, who, area, due, state, result, done }
}

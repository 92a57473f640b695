// Feeds of websites: RSS 2.0, Atom, RDF and JSON Feed, asked politely and read in a thread of their own.
import { z } from 'zod'
import type { Answer, Batch, Channel, ChannelIo } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { askIfChanged, readFreshMinutes, readValidators } from '../http/wishes.ts'
import { feedForms } from './feed/forms.ts'
import { readInThread } from './feed/run.ts'
import { isWanted } from './wanted.ts'

/** Raised when the reading changes: what was read before is then fetched and read once more. */
const READER = 2
const MOVED_ENOUGH = 3

const settings = z.strictObject({
  /** The address of the feed itself, not of the page that shows the news. */
  url: z.url({ protocol: /^https?$/, error: 'must be the http or https address of a feed' }),
})
type Settings = z.infer<typeof settings>

const memoryShape = z.object({
  url: z.string().optional(),
  reader: z.number().optional(),
  validators: z.object({ etag: z.string().optional(), modified: z.string().optional() }).default({}),
  /** What the document itself wished (ttl): an answer of "unchanged" does not repeat it. */
  ttl: z.number().optional(),
  /** Where permanent redirects led, and how many visits in a row. */
  moved: z.object({ to: z.string(), times: z.number() }).optional(),
})
type Memory = z.infer<typeof memoryShape>

export const feed = {
  name: 'feed',
  title: 'RSS / Atom',
  settings,
  secrets: [],
  offers: { tags: false, accounts: false, counts: [], reread: false },
  past: () => 'listed',
  pace: { everyMinutes: 30, perRun: 200 },
  terms: 'https://www.rssboard.org/rss-specification',
  proof: 'software',
  guide: [{ id: 'feed.address', who: 'team', takes: 'minutes' }],
  forms: feedForms,

  async fetch({ settings: { url } }, io): Promise<Batch> {
    const read = memoryShape.safeParse(io.memory).data
    const before = read?.url === url && read.reader === READER ? read : undefined
    const memory: Memory = before ?? { url, reader: READER, validators: {} }
    const answer = await ask(url, memory, io)
    const next = { url, reader: READER, ...countMoves(memory, answer, url) }
    const freshMinutes = readFreshMinutes(answer.headers)
    const wish = (ttl: number | null | undefined) => {
      const everyMinutes = Math.max(freshMinutes ?? 0, ttl ?? 0)
      return everyMinutes ? { everyMinutes } : {}
    }
    if (answer.status === 304) {
      const validators = { ...memory.validators, ...readValidators(answer.headers) }
      return {
        posts: [],
        notModified: true,
        memory: { ...next, validators, ...(memory.ttl && { ttl: memory.ttl }) },
        ...wish(memory.ttl),
      }
    }
    const found = await readInThread({
      bytes: answer.bytes,
      contentType: answer.headers['content-type'],
      address: answer.url,
    }).catch((error) => {
      throw before ? pageForNow(error, url) : error
    })
    return {
      posts: found.posts.filter(({ publishedAt }) => isWanted(publishedAt, io.since)),
      skipped: found.skipped,
      about: { title: found.title, url: found.url },
      memory: {
        ...next,
        // What was cut off is asked for in full the next time, not only when it has changed.
        validators: found.cut ? {} : readValidators(answer.headers),
        ...(found.ttlMinutes && { ttl: found.ttlMinutes }),
      },
      ...wish(found.ttlMinutes),
    }
  },
} satisfies Channel<Settings>

/** The feed's answer: from its new address once it has moved for good, from the old one when that fails. */
async function ask(url: string, memory: Memory, io: ChannelIo): Promise<Answer> {
  const accept =
    'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'
  const get = (address: string, headers: Record<string, string>) =>
    io.http(address, {
      headers: { accept, ...headers },
      redirects: 3,
      // Sites of many owners live at one host: what one is told is not meant for its neighbours.
      quota: 'address',
      maxBytes: 5_000_000,
      signal: io.signal,
    })
  const { moved } = memory
  const known = moved && moved.times >= MOVED_ENOUGH ? moved.to : undefined
  return get(known ?? url, askIfChanged(memory.validators)).catch((error) => {
    if (!known || !(error instanceof Fault) || (error.kind !== 'gone' && error.kind !== 'network'))
      throw error
    return get(url, {})
  })
}

/** Where a feed has been read before, a page in its place is a sign-in or a notice, not a wrong address. */
function pageForNow(error: unknown, url: string): unknown {
  if (!(error instanceof Fault) || !error.code.startsWith('feed-is-html')) return error
  if (error.values.feed !== undefined && error.values.feed !== url) return error
  return new Fault('shape', error.message, { code: 'feed-now-html', values: error.values, cause: error })
}

function countMoves(memory: Memory, answer: Answer, url: string): Pick<Memory, 'moved'> {
  const { moved } = memory
  if (moved && moved.times >= MOVED_ENOUGH && answer.url === moved.to) return { moved }
  if (!answer.moved || answer.moved === url) return {}
  return { moved: { to: answer.moved, times: moved?.to === answer.moved ? moved.times + 1 : 1 } }
}

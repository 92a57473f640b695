// Feeds of websites: RSS 2.0, Atom, RDF and JSON Feed, asked politely and read in a thread of their own.
import { z } from 'zod'
import type { Answer, Batch, Channel, ChannelIo } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { askIfChanged, readFreshMinutes, readValidators } from '../http/wishes.ts'
import { readInThread } from './feed/run.ts'

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
  pace: { everyMinutes: 30, perRun: 200 },
  terms: 'https://www.rssboard.org/rss-specification',

  async fetch({ settings: { url } }, io): Promise<Batch> {
    const read = memoryShape.safeParse(io.memory).data
    const fresh = { url, reader: READER, validators: {} }
    const memory: Memory = read?.url === url && read.reader === READER ? read : fresh
    const answer = await ask(url, memory, io)
    const next = { url, reader: READER, ...countMoves(memory, answer, url) }
    const freshMinutes = readFreshMinutes(answer.headers)
    if (answer.status === 304)
      return {
        posts: [],
        notModified: true,
        memory: { ...next, validators: { ...memory.validators, ...readValidators(answer.headers) } },
        ...(freshMinutes && { everyMinutes: freshMinutes }),
      }
    const found = await readInThread({
      bytes: answer.bytes,
      contentType: answer.headers['content-type'],
      address: answer.url,
    })
    const everyMinutes = Math.max(freshMinutes ?? 0, found.ttlMinutes ?? 0)
    return {
      posts: found.posts.filter(({ publishedAt }) => !publishedAt || publishedAt >= io.since),
      skipped: found.skipped,
      about: { title: found.title, url: found.url },
      // What was cut off is asked for in full the next time, not only when it has changed.
      memory: { ...next, validators: found.cut ? {} : readValidators(answer.headers) },
      ...(everyMinutes && { everyMinutes }),
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
      redirects: 5,
      maxBytes: 5_000_000,
      signal: io.signal,
    })
  const { moved } = memory
  const known = moved && moved.times >= MOVED_ENOUGH ? moved.to : undefined
  const answer = await get(known ?? url, askIfChanged(memory.validators)).catch((error) => {
    if (!known || !(error instanceof Fault) || (error.kind !== 'gone' && error.kind !== 'network'))
      throw error
    return get(url, {})
  })
  // "Unchanged" to somebody who has nothing: asked once more without any condition.
  if (answer.status === 304 && !memory.validators.etag && !memory.validators.modified) {
    const whole = await get(url, { 'cache-control': 'no-cache' })
    if (whole.status === 304)
      throw new Fault('shape', 'only ever unchanged', { code: 'empty', values: { host: new URL(url).host } })
    return whole
  }
  return answer
}

function countMoves(memory: Memory, answer: Answer, url: string): Pick<Memory, 'moved'> {
  const { moved } = memory
  if (moved && moved.times >= MOVED_ENOUGH && answer.url === moved.to) return { moved }
  if (!answer.moved || answer.moved === url) return {}
  return { moved: { to: answer.moved, times: moved?.to === answer.moved ? moved.times + 1 : 1 } }
}

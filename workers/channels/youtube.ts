// YouTube: videos by hashtag, of one channel, or of a channel's open feed, which needs no key.
import { z } from 'zod'
import type { Batch, Channel, FoundPost, KnownPost, Reread } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { feed } from './feed.ts'
import { openApi, PAGE } from './youtube/api.ts'
import { fetchFeed } from './youtube/feed.ts'
import { fetchTags, hitForm } from './youtube/search.ts'
import { fetchUploads, uploadForms } from './youtube/uploads.ts'
import { PARTS, readVideo, videoForm } from './youtube/video.ts'

const ID = /^UC[\w-]{22}$/

const settings = z
  .strictObject({
    /** One channel's videos instead of hashtags: its @name, its id, or the address of its page. */
    account: z
      .string()
      .trim()
      .transform(
        (text) => /^https?:\/\/(?:www\.|m\.)?youtube\.com\/(?:channel\/)?([^/?#]+)/.exec(text)?.[1] ?? text,
      )
      .refine(
        (text) => ID.test(text) || /^@[\p{L}\p{N}._·-]{3,60}$/u.test(text),
        'must be a channel, for example @kemijarvi or its id, which begins with UC',
      )
      .optional(),
    /** `feed` needs no key: the channel's newest videos, without knowing what is removed. */
    reading: z.enum(['api', 'feed']).optional(),
  })
  .refine(({ reading, account }) => reading !== 'feed' || ID.test(account ?? ''), {
    path: ['account'],
    message: 'must be the id of the channel, which begins with UC, when it is read by its feed',
  })
type Settings = z.infer<typeof settings>

const TERMS = 'https://developers.google.com/youtube/terms/developer-policies'
const day = { dayIn: 'America/Los_Angeles' }
const key = { secret: 'YOUTUBE_KEY' }
const spent = /quotaExceeded|dailyLimitExceeded/

export const youtube = {
  name: 'youtube',
  title: 'YouTube',
  settings,
  secrets: ['YOUTUBE_KEY'],
  free: ({ reading }) => reading === 'feed',
  offers: { tags: true, accounts: true, counts: ['likes', 'comments', 'views'], reread: true },
  past: ({ reading }) => (reading === 'feed' ? 'listed' : undefined),
  pace: { everyMinutes: 360, perRun: 500 },
  limits: [
    {
      name: 'search',
      most: 100,
      window: day,
      of: key,
      spent,
      cost: ({ pathname }) => (pathname.endsWith('/v3/search') ? 1 : 0),
    },
    {
      name: 'units',
      most: 10_000,
      window: day,
      of: key,
      spent,
      cost: ({ pathname }) => (/\/v3\/(?!search$)/.test(pathname) ? 1 : 0),
    },
  ],
  sharedMinutes: 180,
  keepDays: 30,
  terms: TERMS,
  proof: 'types',
  guide: [
    { id: 'google.terms', who: 'operator', takes: 'hour', at: TERMS },
    {
      id: 'google.project',
      who: 'operator',
      takes: 'minutes',
      at: 'https://console.cloud.google.com/apis/library/youtube.googleapis.com',
    },
    {
      id: 'google.key',
      who: 'operator',
      takes: 'minutes',
      at: 'https://console.cloud.google.com/apis/credentials',
      sets: ['YOUTUBE_KEY'],
    },
    {
      id: 'google.quota',
      who: 'operator',
      takes: 'weeks',
      optional: true,
      at: 'https://support.google.com/youtube/contact/yt_api_form',
      asksAddresses: true,
      paste: ['google.use'],
    },
    { id: 'youtube.channel', who: 'team', takes: 'minutes', optional: true },
  ],
  forms: [hitForm, ...uploadForms, videoForm, ...feed.forms],

  async fetch(source, io): Promise<Batch> {
    const { account, reading } = source.settings
    if (reading === 'feed' && account) return fetchFeed(account, source, io)
    const get = openApi(io)
    return account ? fetchUploads(account, io, get) : fetchTags(source.tags, io, get)
  },

  async reread(source, known, io): Promise<Reread[]> {
    const done: Reread[] = []
    if (source.settings.reading === 'feed') return known.map(unasked)
    const get = openApi(io)
    try {
      for (let from = 0; from < known.length; from += PAGE) {
        const some = known.slice(from, from + PAGE)
        const { items } = await get('videos', { part: PARTS, id: some.map((one) => one.externalId).join() })
        const found = new Map(items.map((one) => [(one as { id?: unknown } | null)?.id, one]))
        done.push(...some.map((one) => readAgain(one, found)))
      }
    } catch (error) {
      // What has been read is worth keeping; the rest stays due.
      if (!(error instanceof Fault) || !done.length) throw error
    }
    return done
  },
} satisfies Channel<Settings>

const unasked = ({ externalId }: KnownPost): Reread => ({ externalId, state: 'unknown' })

function readAgain({ externalId }: KnownPost, found: ReadonlyMap<unknown, unknown>): Reread {
  const post: FoundPost | 'skip' | undefined = found.has(externalId)
    ? readVideo(found.get(externalId))
    : 'skip'
  // Absent from the answer, or not public any more: the API tells no more of either.
  if (post === 'skip') return { externalId, state: 'gone' }
  return post ? { externalId, state: 'here', counts: post.counts, post } : { externalId, state: 'unknown' }
}

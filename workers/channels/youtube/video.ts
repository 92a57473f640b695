// One video of YouTube's as a found post; pure. A missing field makes a thinner post, a count that is hidden none.
import { z } from 'zod'
import type { Counts, FoundMedia, FoundPost } from '../../../services/domain/source.ts'
import { momentOf } from '../found.ts'
import { itemForm } from './api.ts'

const text = z.string().optional().catch(undefined)
const thumbnail = z.looseObject({ url: z.url(), width: z.int().optional(), height: z.int().optional() })

const video = z.looseObject({
  id: z.string().min(1),
  snippet: z.looseObject({
    title: z.string(),
    description: z.string().catch(''),
    tags: z.array(z.string()).catch([]),
    publishedAt: text,
    channelId: z.string().min(1),
    channelTitle: text,
    defaultLanguage: text,
    defaultAudioLanguage: text,
    liveBroadcastContent: text,
    thumbnails: z.record(z.string(), z.unknown()).catch({}),
  }),
  statistics: z.looseObject({ viewCount: text, likeCount: text, commentCount: text }).catch({}),
  contentDetails: z
    .looseObject({
      duration: text,
      caption: text,
      contentRating: z.looseObject({ ytRating: text }).catch({}),
    })
    .catch({ contentRating: {} }),
  status: z.looseObject({ privacyStatus: text, uploadStatus: text }).catch({}),
  liveStreamingDetails: z.looseObject({ scheduledStartTime: text, scheduledEndTime: text }).catch({}),
})
type Video = z.infer<typeof video>

export const videoForm = itemForm('videos', 'video', video)

/** The parts of a video that `readVideo` wants; all of them together cost one unit. */
export const PARTS = 'snippet,statistics,contentDetails,status,liveStreamingDetails'

/** 'skip': not (any more) for everybody to see; undefined: cannot be read. */
export function readVideo(given: unknown): FoundPost | 'skip' | undefined {
  const read = video.safeParse(given)
  if (!read.success) return undefined
  const { id, snippet, status, contentDetails, statistics } = read.data
  if ((status.privacyStatus ?? 'public') !== 'public') return 'skip'
  if (['deleted', 'failed', 'rejected'].includes(status.uploadStatus ?? '')) return 'skip'
  return {
    externalId: id,
    seenId: id,
    url: addressOf(id),
    author: {
      id: snippet.channelId,
      name: snippet.channelTitle ?? null,
      handle: null,
      url: channelAddress(snippet.channelId),
    },
    title: snippet.title,
    body: { text: snippet.description },
    tags: snippet.tags,
    publishedAt: momentOf(snippet.publishedAt),
    editedAt: null,
    lang: snippet.defaultAudioLanguage ?? snippet.defaultLanguage ?? null,
    media: posterOf(read.data),
    counts: readCounts(statistics),
    sensitive: contentDetails.contentRating.ytRating === 'ytAgeRestricted' ? '⚠' : null,
    public: true,
    event: eventOf(read.data),
  }
}

export const addressOf = (video: string) => `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`
export const channelAddress = (id: string) => `https://www.youtube.com/channel/${encodeURIComponent(id)}`

function readCounts({ viewCount, likeCount, commentCount }: Video['statistics']): Counts {
  const count = (written: string | undefined) => (/^\d{1,15}$/.test(written ?? '') ? Number(written) : null)
  return { views: count(viewCount), likes: count(likeCount), comments: count(commentCount) }
}

/** The largest still picture; the film itself is played at YouTube. */
function posterOf({ snippet, contentDetails }: Video): FoundMedia[] {
  const pictures = Object.values(snippet.thumbnails).flatMap((one) => thumbnail.safeParse(one).data ?? [])
  const [largest] = pictures.sort((a, b) => (b.width ?? 0) - (a.width ?? 0))
  if (!largest) return []
  const { caption } = contentDetails
  return [
    {
      kind: 'video',
      url: largest.url,
      alt: null,
      width: largest.width ?? null,
      height: largest.height ?? null,
      seconds: secondsOf(contentDetails.duration),
      captions: caption === 'true' ? 'yes' : caption === 'false' ? 'no' : null,
    },
  ]
}

/** A broadcast that is coming or on; one that has been is a film like any other. */
function eventOf({ snippet, liveStreamingDetails }: Video): NonNullable<FoundPost['event']> | null {
  if (!['upcoming', 'live'].includes(snippet.liveBroadcastContent ?? '')) return null
  const startsAt = momentOf(liveStreamingDetails.scheduledStartTime)
  return startsAt && { startsAt, endsAt: momentOf(liveStreamingDetails.scheduledEndTime), place: null }
}

/** `PT3M12S`, `P1DT2H`; null for what is no length, and for the `P0D` of a broadcast that has not ended. */
function secondsOf(duration: string | undefined): number | null {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration ?? '')
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = parts ?? []
  const all = Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return all || null
}

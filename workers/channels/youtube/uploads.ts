// One channel's videos by its list of uploads: a unit a page and no search.
import { z } from 'zod'
import type { Batch, ChannelIo } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { isWanted, newestOf } from '../wanted.ts'
import { type Get, type Ids, itemForm, PAGE, samePage } from './api.ts'
import { channelAddress } from './video.ts'
import { readVideos } from './videos.ts'

/** Pages in the first visit, which reads the channel's past. */
const PAGES = 10

const channelShape = z.object({
  /** As the settings name it: another name is another channel. */
  account: z.string(),
  id: z.string(),
  uploads: z.string(),
  title: z.string().nullable(),
  handle: z.string().nullable(),
})
type ChannelOf = z.infer<typeof channelShape>
const memoryShape = z.object({ channel: channelShape.optional(), newest: z.coerce.date().optional() })

const channelItem = z.looseObject({
  id: z.string().min(1),
  snippet: z.looseObject({ title: z.string().nullish(), customUrl: z.string().nullish() }).catch({}),
  contentDetails: z.looseObject({ relatedPlaylists: z.looseObject({ uploads: z.string().min(1) }) }),
})
const upload = z.looseObject({
  contentDetails: z.looseObject({ videoId: z.string().min(1), videoPublishedAt: z.coerce.date().optional() }),
})

export const uploadForms = [
  itemForm('channels', 'channel', channelItem),
  itemForm('playlistItems', 'upload', upload),
]

export async function fetchUploads(account: string, io: ChannelIo, get: Get): Promise<Batch> {
  const memory = memoryShape.safeParse(io.memory).data ?? {}
  const same = memory.channel?.account === account
  const channel = same && memory.channel ? memory.channel : await findChannel(account, get)
  const { ids, fault } = await listUploads(channel.uploads, (same && memory.newest) || io.since, get)
  const { posts, skipped } = await readVideos(ids, get)
  const wanted = posts.filter(({ publishedAt }) => isWanted(publishedAt, io.since))
  const newest = newestOf(wanted, same ? memory.newest : undefined, io.now)
  return {
    posts: wanted.map((post) =>
      post.author?.id === channel.id ? { ...post, author: { ...post.author, handle: channel.handle } } : post,
    ),
    skipped,
    about: { title: channel.title, url: channelAddress(channel.id) },
    memory: { channel, ...(newest && { newest }) },
    ...(fault && { fault }),
  }
}

async function findChannel(account: string, get: Get): Promise<ChannelOf> {
  const by = account.startsWith('@') ? { forHandle: account } : { id: account }
  const { items } = await get('channels', { part: 'snippet,contentDetails', ...by })
  const read = channelItem.safeParse(items[0]).data
  if (!read)
    throw new Fault('gone', `no channel ${account}`, { code: 'youtube-no-channel', values: { account } })
  const { customUrl, title } = read.snippet
  return {
    account,
    id: read.id,
    uploads: read.contentDetails.relatedPlaylists.uploads,
    title: title ?? null,
    handle: customUrl?.startsWith('@') ? customUrl : null,
  }
}

/** The newest page always, for its counts; further ones until what is known or no longer wanted. */
async function listUploads(playlistId: string, until: Date, get: Get): Promise<Ids> {
  const ids: string[] = []
  let pageToken: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = await get('playlistItems', {
      part: 'contentDetails',
      playlistId,
      maxResults: String(PAGE),
      pageToken,
    }).catch(orEmpty)
    const read = items.flatMap((one) => upload.safeParse(one).data?.contentDetails ?? [])
    ids.push(...read.map((one) => one.videoId))
    const dates = read.flatMap(({ videoPublishedAt }) => videoPublishedAt?.getTime() ?? [])
    if (!next || (dates.length && Math.min(...dates) <= until.getTime())) break
    if (next === pageToken) return { ids: [...new Set(ids)], fault: samePage(ids.length) }
    pageToken = next
  }
  return { ids: [...new Set(ids)] }
}

// A channel that has published nothing has no list of uploads.
function orEmpty(error: unknown): { items: unknown[]; next: undefined } {
  if (error instanceof Fault && error.kind === 'gone') return { items: [], next: undefined }
  throw error
}

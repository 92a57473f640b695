// A channel's open feed: its newest videos without a key, by the way that feeds are read.
import type { Batch, ChannelIo, FoundPost, SourceView } from '../../../services/domain/source.ts'
import { feed } from '../feed.ts'
import { addressOf, channelAddress } from './video.ts'

const VIDEO = /^yt:video:([\w-]+)$/

export async function fetchFeed(channel: string, source: SourceView<unknown>, io: ChannelIo): Promise<Batch> {
  const url = new URL('/feeds/videos.xml', io.base ?? 'https://www.youtube.com')
  url.searchParams.set('channel_id', channel)
  const batch = await feed.fetch({ ...source, settings: { url: url.href } }, io)
  return { ...batch, posts: batch.posts.flatMap((post) => readEntry(post, channel)) }
}

/** The same video has the same id by whichever way it came. */
function readEntry(post: FoundPost, channel: string): FoundPost[] {
  const id = VIDEO.exec(post.externalId)?.[1]
  if (!id) return []
  return [
    {
      ...post,
      externalId: id,
      url: addressOf(id),
      author: { id: channel, name: post.author?.name ?? null, handle: null, url: channelAddress(channel) },
      // The feed's "updated" moves with every like.
      editedAt: null,
      media: post.media.map((one) => ({ ...one, kind: 'video' })),
    },
  ]
}

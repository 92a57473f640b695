// YouTube's resources as the Data API writes them, held to Google's own types: a field it does not have is an error.
import type { youtube_v3 } from '@googleapis/youtube'
import { escaped } from './escaped.ts'
import type { KeptVideo, SimChannel } from './youtube.ts'

const only = <T extends object>(parts: readonly string[], all: T): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([part]) => parts.includes(part))) as Partial<T>

function thumbnails(one: KeptVideo, url: string): youtube_v3.Schema$ThumbnailDetails {
  const { poster } = one
  const at = (file: string) =>
    poster ? `${url}/pictures/${encodeURIComponent(poster.file)}` : `${url}/vi/${one.id}/${file}.jpg`
  return {
    default: { url: at('default'), width: 120, height: 90 },
    medium: { url: at('mqdefault'), width: 320, height: 180 },
    high: { url: at('hqdefault'), width: 480, height: 360 },
    ...(poster && { maxres: { url: at('maxresdefault'), width: poster.width, height: poster.height } }),
  }
}

/** What the search tells: escaped, cut, and without tags or counts. */
export function searchResultOf(one: KeptVideo, url: string): youtube_v3.Schema$SearchResult {
  const { maxres: _, ...small } = thumbnails(one, url)
  return {
    kind: 'youtube#searchResult',
    etag: `etag-${one.id}`,
    id: { kind: 'youtube#video', videoId: one.id },
    snippet: {
      publishedAt: written(one.published),
      channelId: one.channel.id,
      title: escaped(one.title),
      description: escaped(
        one.description.length > 120 ? `${one.description.slice(0, 117)}...` : one.description,
      ),
      thumbnails: small,
      channelTitle: escaped(one.channel.title),
      liveBroadcastContent: one.live?.state ?? 'none',
    },
  }
}

export function videoOf(
  one: KeptVideo,
  parts: readonly string[],
  url: string,
  now: Date,
): youtube_v3.Schema$Video {
  const days = (now.getTime() - one.published.getTime()) / 86_400_000
  const given = typeof one.counts === 'function' ? one.counts(days) : one.counts
  const { views, likes, comments } = given ?? { views: 0, likes: 0, comments: 0 }
  return {
    kind: 'youtube#video',
    etag: `etag-${one.id}`,
    id: one.id,
    ...only(parts, {
      snippet: {
        publishedAt: written(one.published),
        channelId: one.channel.id,
        title: one.title,
        description: one.description,
        thumbnails: thumbnails(one, url),
        channelTitle: one.channel.title,
        ...(one.tags && { tags: one.tags }),
        categoryId: '22',
        liveBroadcastContent: one.live?.state ?? 'none',
        ...(one.lang && { defaultLanguage: one.lang, defaultAudioLanguage: one.lang }),
        localized: { title: one.title, description: one.description },
      },
      contentDetails: {
        duration: one.live?.state === 'upcoming' ? 'P0D' : durationOf(one.seconds ?? 192),
        dimension: '2d',
        definition: 'hd',
        caption: String(one.captions ?? false),
        licensedContent: false,
        contentRating: one.ageLimit ? { ytRating: 'ytAgeRestricted' } : {},
        projection: 'rectangular',
      },
      status: {
        uploadStatus: 'processed',
        privacyStatus: one.privacy ?? 'public',
        license: 'youtube',
        embeddable: true,
        publicStatsViewable: true,
        madeForKids: false,
      },
      statistics: {
        viewCount: String(views),
        ...(likes !== null && { likeCount: String(likes) }),
        favoriteCount: '0',
        ...(comments !== null && { commentCount: String(comments) }),
      },
      ...(one.live && {
        liveStreamingDetails: {
          scheduledStartTime: written(one.live.starts),
          ...(one.live.state === 'none' && { actualStartTime: written(one.live.starts) }),
        },
      }),
    } satisfies youtube_v3.Schema$Video),
    ...one.raw,
  }
}

export function channelOf(one: SimChannel, parts: readonly string[]): youtube_v3.Schema$Channel {
  return {
    kind: 'youtube#channel',
    etag: `etag-${one.id}`,
    id: one.id,
    ...only(parts, {
      snippet: {
        title: one.title,
        description: '',
        customUrl: one.handle,
        publishedAt: '2015-05-05T10:00:00Z',
        thumbnails: {},
        localized: { title: one.title, description: '' },
        country: 'FI',
      },
      contentDetails: { relatedPlaylists: { likes: '', uploads: one.id.replace(/^UC/, 'UU') } },
    } satisfies youtube_v3.Schema$Channel),
  }
}

export function uploadOf(one: KeptVideo, parts: readonly string[]): youtube_v3.Schema$PlaylistItem {
  const open = one.privacy !== 'private'
  return {
    kind: 'youtube#playlistItem',
    etag: `etag-item-${one.id}`,
    id: `item-${one.id}`,
    ...only(parts, {
      snippet: { title: open ? one.title : 'Private video', channelId: one.channel.id },
      contentDetails: { videoId: one.id, ...(open && { videoPublishedAt: written(one.published) }) },
    } satisfies youtube_v3.Schema$PlaylistItem),
  }
}

const written = (at: Date) => at.toISOString().replace('.000Z', 'Z')

function durationOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest ? `${rest}S` : ''}`
}

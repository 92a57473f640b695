// YouTube on loopback: the Data API with keys, parameters and quotas as Google minds them, feeds, and posters.
import type { youtube_v3 } from '@googleapis/youtube'
import { dayOf } from '../../services/domain/quarter.ts'
import { type Picture, servePicture } from './pictures.ts'
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'
import { feedOf } from './youtube-feed.ts'
import { checkRequest, refusal } from './youtube-refusals.ts'
import { channelOf, searchResultOf, uploadOf, videoOf } from './youtube-resources.ts'

export type SimVideoCounts = { views: number; likes: number | null; comments: number | null }
/** A video as a test or the demo writes it; everything else is filled in. */
export type SimVideo = {
  title: string
  description: string
  published: Date
  channel?: SimChannel
  /** Keywords beside the description. */
  tags?: string[]
  seconds?: number
  lang?: string
  captions?: boolean
  privacy?: 'public' | 'unlisted' | 'private'
  /** Null: hidden by its maker. Fixed, or by age in days. */
  counts?: SimVideoCounts | ((days: number) => SimVideoCounts)
  /** A picture given to addPicture by its name. */
  poster?: { file: string; width: number; height: number }
  /** A broadcast that is coming, on, or has been. */
  live?: { state: 'upcoming' | 'live' | 'none'; starts: Date }
  ageLimit?: boolean
  /** Merged over the resource at the end: for broken and unknown shapes. */
  raw?: Record<string, unknown>
}
export type SimChannel = { id: string; title: string; handle: string }
export type KeptVideo = SimVideo & { id: string; channel: SimChannel; gone?: boolean }

export type YoutubeSim = Sim & {
  add: (video: SimVideo) => string
  edit: (id: string, change: Partial<SimVideo>) => void
  remove: (id: string) => void
  addPicture: (name: string, picture: Picture) => void
  /** Calls of the running Pacific day, by bucket. */
  used: () => { search: number; units: number }
}

const AINO: SimChannel = { id: 'UCaino0000000000000000AA', title: 'Aino Esimerkki', handle: '@ainoesimerkki' }
const ZONE = 'America/Los_Angeles'

export async function startYoutube(
  options: SimOptions & { key?: string; quota?: { search: number; units: number } } = {},
): Promise<YoutubeSim> {
  const { clock = () => new Date(), key = 'a-good-key', quota = { search: 100, units: 10_000 } } = options
  const videos = new Map<string, KeptVideo>()
  const pictures = new Map<string, Picture>()
  const calls = new Map<string, { search: number; units: number }>()
  let url = ''

  const used = () => {
    const day = dayOf(clock(), ZONE)
    const count = calls.get(day) ?? { search: 0, units: 0 }
    calls.set(day, count)
    return count
  }
  const there = (video: KeptVideo) => !video.gone && video.published <= clock()
  const listed = () =>
    [...videos.values()]
      .filter((one) => there(one) && (one.privacy ?? 'public') === 'public')
      .sort((a, b) => b.published.getTime() - a.published.getTime())

  function reply(seen: Seen): Reply | undefined {
    const method = /^\/youtube\/v3\/(\w+)$/.exec(seen.path)?.[1]
    if (method) return callApi(method, seen)
    if (seen.path === '/feeds/videos.xml') return channelFeed(seen.query.get('channel_id') ?? '')
    return servePicture(seen.path, pictures)
  }

  function callApi(method: string, seen: Seen): Reply | undefined {
    // Every call costs, a wrong one too.
    const count = used()
    const bucket = method === 'search' ? 'search' : 'units'
    count[bucket]++
    const given = seen.headers['x-goog-api-key'] ?? seen.query.get('key') ?? undefined
    const wrong = checkRequest(method, seen.query, given === undefined ? undefined : given === key)
    if (wrong) return wrong
    if (count[bucket] > quota[bucket]) return refusal.quota()
    if (method === 'search') return search(seen.query)
    if (method === 'videos') return findVideos(seen.query)
    return method === 'channels' ? findChannels(seen.query) : listUploads(seen.query)
  }

  function search(query: URLSearchParams): Reply {
    const terms = (query.get('q') ?? '').split('|').map(plain)
    const after = Date.parse(query.get('publishedAfter') ?? '1970-01-01T00:00:00Z')
    // Full text, whatever its signs: near matches are found as well.
    const found = listed().filter(
      (one) =>
        one.published.getTime() >= after &&
        terms.some((term) =>
          plain([one.title, one.description, ...(one.tags ?? [])].join(' ')).includes(term),
        ),
    )
    return page('searchListResponse', found, query, 5, (one) => searchResultOf(one, url), {
      regionCode: query.get('regionCode') ?? 'US',
    })
  }

  function findVideos(query: URLSearchParams): Reply {
    const ids = (query.get('id') ?? '').split(',')
    const found = ids.flatMap((id) => {
      const video = videos.get(id)
      return video && there(video) && video.privacy !== 'private' ? [video] : []
    })
    const parts = (query.get('part') ?? '').split(',')
    return page('videoListResponse', found, new URLSearchParams({ maxResults: '50' }), 50, (one) =>
      videoOf(one, parts, url, clock()),
    )
  }

  function findChannels(query: URLSearchParams): Reply {
    const [id, handle] = [query.get('id'), query.get('forHandle')]
    const channel = [...videos.values()]
      .map((one) => one.channel)
      .find((one) => (id ? one.id === id : one.handle === `@${handle?.replace(/^@/, '')}`))
    const parts = (query.get('part') ?? '').split(',')
    return page('channelListResponse', channel ? [channel] : [], query, 5, (one) => channelOf(one, parts))
  }

  function listUploads(query: URLSearchParams): Reply {
    const list = query.get('playlistId') ?? ''
    const theirs = [...videos.values()].filter((one) => one.channel.id.replace(/^UC/, 'UU') === list)
    if (!theirs.length) return refusal.playlist()
    // The list keeps what has been made private, without its date.
    const shown = theirs.filter(there).sort((a, b) => b.published.getTime() - a.published.getTime())
    const parts = (query.get('part') ?? '').split(',')
    return page('playlistItemListResponse', shown, query, 5, (one) => uploadOf(one, parts))
  }

  function channelFeed(id: string): Reply | undefined {
    const theirs = listed().filter((one) => one.channel.id === id)
    const [first] = theirs
    if (!first) return undefined
    return {
      headers: { 'content-type': 'text/xml; charset=UTF-8', 'cache-control': 'public, max-age=900' },
      body: feedOf(first.channel, theirs.slice(0, 15), url, clock()),
    }
  }

  const sim = await startSim(reply, options)
  url = sim.url
  return {
    ...sim,
    add(video) {
      const id = `vid${String(videos.size + 1).padStart(8, '0')}`
      videos.set(id, { ...video, id, channel: video.channel ?? AINO })
      return id
    },
    edit: (id, change) => void videos.set(id, { ...(videos.get(id) as KeptVideo), ...change }),
    remove: (id) => void videos.set(id, { ...(videos.get(id) as KeptVideo), gone: true }),
    addPicture: (name, picture) => void pictures.set(name, picture),
    used: () => ({ ...used() }),
  }
}

type Listed = {
  searchListResponse: youtube_v3.Schema$SearchListResponse
  videoListResponse: youtube_v3.Schema$VideoListResponse
  channelListResponse: youtube_v3.Schema$ChannelListResponse
  playlistItemListResponse: youtube_v3.Schema$PlaylistItemListResponse
}

function page<K extends keyof Listed, T>(
  kind: K,
  all: readonly T[],
  query: URLSearchParams,
  usual: number,
  show: (one: T) => NonNullable<Listed[K]['items']>[number],
  more: Partial<Omit<Listed[K], 'items'>> = {},
): Reply {
  const size = Number(query.get('maxResults') ?? usual)
  const from = Number(query.get('pageToken')?.replace('PAGE', '') ?? 0)
  const list = {
    kind: `youtube#${kind}`,
    etag: `etag-${kind}-${all.length}`,
    ...(from + size < all.length && { nextPageToken: `PAGE${from + size}` }),
    pageInfo: { totalResults: all.length, resultsPerPage: size },
  } satisfies Listed[keyof Listed]
  return {
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify({ ...list, ...more, items: all.slice(from, from + size).map(show) }),
  }
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .toLowerCase()

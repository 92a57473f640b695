// The public address of an account, for channels whose addresses follow from the handle.
import { type ChannelName, channels } from '../../config/place.ts'

const patterns: Partial<Record<ChannelName, (handle: string) => string | null>> = {
  mastodon: fediverse,
  pixelfed: fediverse,
  bluesky: (handle) => `https://bsky.app/profile/${handle}`,
  instagram: (handle) => `https://www.instagram.com/${handle}/`,
  facebook: (handle) => `https://www.facebook.com/${handle}`,
  x: (handle) => `https://x.com/${handle}`,
  youtube: (handle) => `https://www.youtube.com/@${handle}`,
  tiktok: (handle) => `https://www.tiktok.com/@${handle}`,
  linkedin: (handle) => `https://www.linkedin.com/company/${handle}`,
  threads: (handle) => `https://www.threads.net/@${handle}`,
  flickr: (handle) => `https://www.flickr.com/photos/${handle}`,
}

/** Channels in which an account is known by a handle, so that one can be named before it is met. */
export const handleChannels = channels.filter((one) => one in patterns)

/** `@aino@example.social` lives at `https://example.social/@aino`. */
function fediverse(handle: string): string | null {
  const [, name, host] = /^([\w.-]+)@([\w.-]+)$/.exec(handle) ?? []
  return name && host ? `https://${host}/@${name}` : null
}

/** Null where the handle does not say the address. */
export function profileUrl(channel: ChannelName, handle: string | null): string | null {
  const bare = handle?.replace(/^@/, '').trim()
  if (!bare || /[\s/?#\\]/.test(bare)) return null
  return patterns[channel]?.(bare) ?? null
}

// The list of channels.
import type { AnyChannel } from '../../services/domain/source.ts'
import { bluesky } from './bluesky.ts'
import { feed } from './feed.ts'
import { mastodon } from './mastodon.ts'
import { youtube } from './youtube.ts'

export const channels: readonly AnyChannel[] = [feed, mastodon, bluesky, youtube]

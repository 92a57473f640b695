// The list of channels.
import type { AnyChannel } from '../../services/domain/source.ts'
import { bluesky } from './bluesky.ts'
import { facebook } from './facebook.ts'
import { feed } from './feed.ts'
import { instagram } from './instagram.ts'
import { mastodon } from './mastodon.ts'
import { wordpress } from './wordpress.ts'
import { youtube } from './youtube.ts'

export const channels: readonly AnyChannel[] = [
  feed,
  mastodon,
  bluesky,
  youtube,
  facebook,
  instagram,
  wordpress,
]

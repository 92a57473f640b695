// The list of channels.
import type { AnyChannel } from '../../services/domain/source.ts'
import { mastodon } from './mastodon.ts'

export const channels: readonly AnyChannel[] = [mastodon]

// The connectors that go through the fault table; one line each.
import { blueskyConnector } from './bluesky.ts'
import type { Connector } from './connector.ts'
import { feedConnector } from './feed.ts'
import { mastodonConnector } from './mastodon.ts'
import { matomoConnector } from './matomo.ts'

export const connectors: readonly Connector[] = [
  feedConnector,
  mastodonConnector,
  blueskyConnector,
  matomoConnector,
]

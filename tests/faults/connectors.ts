// The connectors that go through the fault table; one line each.
import { blueskyConnector } from './bluesky.ts'
import type { Connector } from './connector.ts'
import { facebookConnector } from './facebook.ts'
import { feedConnector } from './feed.ts'
import { ga4Connector } from './ga4.ts'
import { instagramConnector } from './instagram.ts'
import { mastodonConnector } from './mastodon.ts'
import { matomoConnector } from './matomo.ts'
import { statfinConnector } from './statfin.ts'
import { wordpressConnector } from './wordpress.ts'
import { youtubeConnector } from './youtube.ts'

export const connectors: readonly Connector[] = [
  feedConnector,
  mastodonConnector,
  blueskyConnector,
  youtubeConnector,
  facebookConnector,
  instagramConnector,
  wordpressConnector,
  matomoConnector,
  ga4Connector,
  statfinConnector,
]

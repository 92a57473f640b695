// Whose posts a source brings: an account's own as the source is told, anybody's as residents'.
import { expect, it } from 'vitest'
import type { ChannelName } from '../../config/place.ts'
import { channels } from '../../workers/channels/index.ts'
import { kindOf } from '../../workers/taking.ts'

it.each<[ChannelName, Record<string, string>, 'own' | 'resident']>([
  // Of a Page its own posts are read unless the settings say otherwise.
  ['facebook', { account: '100' }, 'own'],
  ['facebook', { account: '100', reading: 'page' }, 'own'],
  ['facebook', { account: '100', reading: 'tagged' }, 'resident'],
  ['facebook', { account: '100', reading: 'visitors' }, 'resident'],
  ['instagram', { user: '178' }, 'resident'],
  ['instagram', { user: '178', reading: 'own' }, 'own'],
  ['instagram', { user: '178', reading: 'tagged' }, 'resident'],
  ['mastodon', { server: 'https://mastodon.example' }, 'resident'],
  ['mastodon', { server: 'https://mastodon.example', account: 'kemijarvi' }, 'own'],
  ['feed', { url: 'https://kemijarvi.example/feed' }, 'own'],
])('%s with %j, said to be the town’s own, brings posts of kind %s', (name, settings, kind) => {
  const channel = channels.find((one) => one.name === name)
  expect(kindOf({ settings, mode: 'own' }, channel)).toBe(kind)
})

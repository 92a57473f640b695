// Instagram: anybody's posts by hashtag without their authors, the town's own posts, and posts that tag the town.
import { z } from 'zod'
import type { Batch, Channel, ChannelIo, Reread } from '../../services/domain/source.ts'
import { fetchAccount, rereadTagged } from './instagram/account.ts'
import { fetchHashtags, PACE } from './instagram/hashtags.ts'
import { fields, mediumForm, readMedium } from './instagram/media.ts'
import { readAgain } from './meta/again.ts'
import { metaReview, metaStart, tokensPage } from './meta/guide.ts'
import { openInsights } from './meta/insights.ts'
import { requests } from './meta/limits.ts'
import { openGraph, secrets } from './meta/token.ts'

const settings = z
  .strictObject({
    /** The professional account as which we ask; its number, not its name. */
    user: z
      .string()
      .trim()
      .regex(/^\d{5,30}$/, 'must be the number of an Instagram account, for example 17841400000000001'),
    reading: z.enum(['hashtags', 'own', 'tagged']).default('hashtags'),
    /** Which login has made the token: only Facebook's may search. */
    login: z.enum(['facebook', 'instagram']).default('facebook'),
  })
  .refine(({ reading, login }) => reading !== 'hashtags' || login === 'facebook', {
    path: ['login'],
    message: 'must be facebook: Instagram’s own login cannot search for hashtags',
  })
type Settings = z.infer<typeof settings>

/** Shares and views stand only here. */
const METRICS = ['views', 'shares']

export const instagram = {
  name: 'instagram',
  title: 'Instagram',
  settings,
  secrets,
  offers: { tags: true, accounts: true, counts: ['likes', 'comments', 'shares', 'views'], reread: true },
  strangers: ({ reading }) => reading !== 'own',
  past: ({ reading = 'hashtags' }) => (reading === 'hashtags' ? 'day' : undefined),
  pace: { everyMinutes: PACE, perRun: 1000 },
  limits: [
    {
      name: 'tags',
      most: 30,
      window: { minutes: 7 * 24 * 60 },
      of: { query: 'user_id' },
      distinct: ({ hash }) => decodeURIComponent(hash.slice(1)) || null,
    },
    requests,
  ],
  unseenDays: 30,
  terms: 'https://developers.facebook.com/terms/',
  proof: 'unproven',
  guide: [
    ...metaStart,
    ...metaReview,
    { id: 'instagram.token', who: 'team', takes: 'minutes', at: tokensPage },
    {
      id: 'instagram.number',
      who: 'team',
      takes: 'minutes',
      at: 'https://business.facebook.com/latest/settings/instagram_accounts',
    },
    { id: 'instagram.early', who: 'team', takes: 'minutes', optional: true },
  ],
  forms: [mediumForm],

  async fetch(source, io): Promise<Batch> {
    const { user, reading } = source.settings
    const graph = openGraph(io, doorOf(source.settings))
    if (reading === 'hashtags') return fetchHashtags(user, source.tags, { io, graph })
    return fetchAccount(user, reading, { io, graph })
  },

  async reread(source, known, io: ChannelIo): Promise<Reread[]> {
    const { user, reading } = source.settings
    if (reading === 'hashtags') return known.map(({ externalId }) => ({ externalId, state: 'unknown' }))
    const { get } = openGraph(io, doorOf(source.settings))
    if (reading === 'tagged') return rereadTagged(user, known, { get })
    const insights = openInsights(get, METRICS)
    return readAgain(known, {
      get,
      fields: fields.own,
      read: (given) => readMedium(given, 'own'),
      more: insights,
      probe: () => get(`${user}/media`, { fields: 'id', limit: '1' }),
    })
  },
} satisfies Channel<Settings>

function doorOf({ login, reading }: Settings) {
  const needs = login === 'facebook' ? ['instagram_basic'] : []
  return { login, needs: reading === 'own' ? [...needs] : needs }
}

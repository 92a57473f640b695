// The steps that Facebook and Instagram share: terms, portfolio, app, verification and review.
import type { Step } from '../../../services/domain/guide.ts'

export const metaStart: readonly Step[] = [
  { id: 'meta.portfolio', who: 'team', takes: 'hour', at: 'https://business.facebook.com/latest/settings' },
  { id: 'meta.terms', who: 'operator', takes: 'hour', at: 'https://developers.facebook.com/terms/' },
  {
    id: 'meta.app',
    who: 'operator',
    takes: 'hour',
    at: 'https://developers.facebook.com/apps/',
    asksAddresses: true,
    paste: ['meta.name', 'meta.what'],
    sets: ['META_APP_ID', 'META_APP_SECRET'],
  },
]

export const metaReview: readonly Step[] = [
  {
    id: 'meta.verification',
    who: 'signer',
    takes: 'days',
    optional: true,
    at: 'https://business.facebook.com/latest/settings/security_center',
  },
  {
    id: 'meta.review',
    who: 'operator',
    takes: 'weeks',
    optional: true,
    at: 'https://developers.facebook.com/apps/',
    asksAddresses: true,
    paste: [
      ...(['meta.what', 'meta.hashtags', 'meta.permissions', 'meta.visitors', 'meta.insights'] as const),
      ...(['meta.testing', 'meta.data'] as const),
    ],
  },
]

export const tokensPage = 'https://business.facebook.com/latest/settings/system_users'

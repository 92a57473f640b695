// Reasons and rights of a card: what a curator is told first, by the facts of the post.
import { describe, expect, it } from 'vitest'
import type { ChildAnswer, KeptConsent } from '../../db/schema.ts'
import { standingOf } from '../../services/domain/consents.ts'
import { footingOf, missingLanguages } from '../../services/domain/footing.ts'
import { listReasons } from '../../services/domain/reasons.ts'

const post = {
  channel: 'mastodon' as const,
  public: true,
  gone_at: null as Date | null,
  pruned_at: null,
  url: 'https://example.social/1' as string | null,
  kind: 'resident' as 'resident' | 'own' | 'partner' | null,
  agreement: null as string | null,
  child: false,
  delicate: false,
}
const consent = {
  post_id: 1,
  state: 'granted' as KeptConsent,
  scope: { wall: true, digest: true, print: false, channels: false },
  crop: false,
  child: 'no' as ChildAnswer,
  until: '2027-11-25' as string | null,
  at: new Date('2026-11-01T10:00:00Z'),
  withdrawn_at: null as Date | null,
  askedOn: null as string | null,
}
const picture = {
  author_alt: null as string | null,
  copy: 'none' as const,
  descriptions: [] as { lang: string; text: string; decorative: boolean }[],
}
const today = '2026-11-25'

type Case = {
  post?: Partial<typeof post>
  consent?: Partial<typeof consent> | undefined
  media?: (typeof picture)[]
  more?: Partial<Parameters<typeof listReasons>[0]>
}

function codes({ post: facts = {}, consent: given, media = [], more = {} }: Case): string[] {
  const consents = given ? [{ ...consent, ...given }] : []
  const footing = footingOf({ ...post, ...facts }, consents, media, ['fi', 'en'], today)
  const newest = consents[0]
  return listReasons({
    footing,
    consent: newest && {
      state: standingOf(newest, { today, onWall: false }),
      until: newest.until,
      wall: newest.scope.wall,
      how: 'kommentti',
      asked: newest.askedOn,
    },
    pictures: media.length,
    decorative: media.some((one) => one.descriptions.some((text) => text.decorative)),
    authorAlt: media.find((one) => one.author_alt)?.author_alt ?? null,
    languages: ['fi', 'en'],
    sensitive: null,
    remarks: [],
    state: 'new',
    decision: undefined,
    ...more,
  }).map((one) => `${one.tone} ${one.code}`)
}
const fi = { lang: 'fi', text: 'Lumi', decorative: false }

describe('a card tells', () => {
  it.each([
    ['a resident without consent', {}, ['need no-consent']],
    ['nobody’s post like a resident’s', { post: { kind: null } }, ['need no-consent']],
    ['our own post nothing', { post: { kind: 'own' } }, []],
    ['a consent with an end', { consent: {} }, ['good consent-until']],
    ['a consent without an end', { consent: { until: null } }, ['good consent']],
    ['a consent that ended', { consent: { until: '2026-11-24' } }, ['need consent-ended']],
    ['a consent that ends today as in force', { consent: { until: today } }, ['good consent-until']],
    [
      'a withdrawn consent',
      { consent: { state: 'withdrawn', withdrawn_at: new Date('2026-11-20T10:00:00Z') } },
      ['gone consent-withdrawn'],
    ],
    ['a question that waits', { consent: { state: 'asked', askedOn: today } }, ['plain consent-asked']],
    [
      'a question that nobody answered in a month',
      { consent: { state: 'asked', askedOn: '2026-10-26' } },
      ['plain consent-unanswered'],
    ],
    ['a no', { consent: { state: 'refused' } }, ['gone consent-refused']],
    [
      'a child whose guardian has not been asked',
      { post: { child: true }, consent: {} },
      ['need no-consent', 'need child'],
    ],
    [
      'a child whose guardian has allowed it, as any other',
      { post: { child: true }, consent: { child: 'guardian' } },
      ['good consent-until'],
    ],
    [
      'a child that its author tells of',
      { consent: { child: 'recognisable' } },
      ['need no-consent', 'need child'],
    ],
    ['a delicate subject', { post: { kind: 'own', delicate: true } }, ['need delicate']],
    [
      'a consent for something else',
      { consent: { scope: { ...consent.scope, wall: false } } },
      ['need consent-elsewhere'],
    ],
    ['a partner with an agreement', { post: { kind: 'partner', agreement: 'x' } }, ['good agreement']],
    ['a partner without', { post: { kind: 'partner' } }, ['need no-agreement']],
    ['what is gone', { post: { gone_at: new Date() } }, ['gone gone']],
    ['what is not public', { post: { public: false } }, ['gone not-public']],
    [
      'a picture without words',
      { consent: {}, media: [picture] },
      ['good consent-until', 'need undescribed'],
    ],
    [
      'a picture that cannot be shown yet that words can wait',
      { media: [picture] },
      ['need no-consent', 'plain undescribed-later'],
    ],
    [
      'a picture with words in one language',
      { consent: {}, media: [{ ...picture, descriptions: [fi] }] },
      ['good consent-until', 'need undescribed-in'],
    ],
    [
      'the author’s own words',
      { consent: {}, media: [{ ...picture, author_alt: 'Lumi' }] },
      ['good consent-until', 'plain described-author'],
    ],
    [
      'decoration',
      { consent: {}, media: [{ ...picture, descriptions: [{ lang: 'fi', text: '', decorative: true }] }] },
      ['good consent-until', 'plain decorative'],
    ],
    [
      'a warning and remarks last',
      { consent: {}, more: { sensitive: 'x', remarks: [{ code: 'cut' }] } },
      ['good consent-until', 'need sensitive', 'plain remark-cut'],
    ],
  ] as [string, Case, string[]][])('%s', (_, facts, told) => {
    expect(codes(facts)).toEqual(told)
  })
  it('a description of blanks is none', () => {
    expect(missingLanguages({ ...picture, author_alt: ' ' }, ['fi'])).toEqual(['fi'])
  })
})

// The table of what may be shown, and that nothing is ever wider.

import { describe, expect, it } from 'vitest'
import { accountKinds, channels } from '../../config/place.ts'
import { keptConsents, postStates } from '../../db/schema.ts'
import { missingLanguages } from '../../services/domain/footing.ts'
import { type ConsentFacts, mayShow, mayShowPicture, type PostFacts } from '../../services/domain/rights.ts'
import { fc } from '../chance.ts'

const TODAY = '2026-11-25'
const at = (day: string) => new Date(`${day}T12:00:00Z`)
const post = (more: Partial<PostFacts> = {}): PostFacts => ({
  channel: 'mastodon',
  state: 'shown',
  public: true,
  gone: false,
  pruned: false,
  hasAddress: true,
  kind: 'resident',
  agreement: false,
  child: false,
  consents: [],
  ...more,
})
const consent = (more: Partial<ConsentFacts> = {}): ConsentFacts => ({
  on: 'post',
  state: 'granted',
  wall: true,
  crop: false,
  child: null,
  until: null,
  at: at('2026-11-01'),
  withdrawnAt: null,
  ...more,
})
const withdrawn = (on: 'post' | 'account', granted: string, ended: string) =>
  consent({ on, state: 'withdrawn', at: at(granted), withdrawnAt: at(ended) })

describe('what may be shown of a post', () => {
  const table: [string, Partial<PostFacts>, string, string][] = [
    ['of our own account, whole', { kind: 'own' }, 'whole', 'own'],
    ['of staff, whole', { kind: 'staff' }, 'whole', 'own'],
    ['of a partner with an agreement, whole', { kind: 'partner', agreement: true }, 'whole', 'agreement'],
    ['of a partner without one, a link', { kind: 'partner' }, 'link', 'no-consent'],
    ['of a resident without consent, a link', {}, 'link', 'no-consent'],
    ['of nobody known, a link', { kind: null }, 'link', 'no-consent'],
    ['of a resident with consent, whole', { consents: [consent()] }, 'whole', 'consent'],
    ['with consent for everything of theirs', { consents: [consent({ on: 'account' })] }, 'whole', 'consent'],
    [
      'with consent that is not for walls, a link',
      { consents: [consent({ wall: false })] },
      'link',
      'no-consent',
    ],
    ['on the last day of a consent, whole', { consents: [consent({ until: TODAY })] }, 'whole', 'consent'],
    ['the day after it, a link', { consents: [consent({ until: '2026-11-24' })] }, 'link', 'no-consent'],
    [
      'withdrawn, a link',
      { consents: [withdrawn('post', '2026-11-01', '2026-11-02')] },
      'link',
      'no-consent',
    ],
    [
      'withdrawn and granted anew, whole',
      { consents: [withdrawn('post', '2026-11-01', '2026-11-02'), consent({ at: at('2026-11-03') })] },
      'whole',
      'consent',
    ],
    [
      'withdrawn for the post while the account has one, a link',
      {
        consents: [
          withdrawn('post', '2026-11-01', '2026-11-02'),
          consent({ on: 'account', at: at('2026-11-05') }),
        ],
      },
      'link',
      'no-consent',
    ],
    [
      'withdrawn for the account after one for the post, a link',
      { consents: [consent(), withdrawn('account', '2026-10-01', '2026-11-02')] },
      'link',
      'no-consent',
    ],
    [
      'with a child and its guardian’s consent, whole',
      { child: true, consents: [consent({ child: 'guardian' })] },
      'whole',
      'consent',
    ],
    [
      'with a child and only the author’s consent, a link',
      { child: true, consents: [consent({ child: 'no' })] },
      'link',
      'no-consent',
    ],
    [
      'whose author said that no guardian was asked, a link',
      { consents: [consent({ child: 'recognisable' })] },
      'link',
      'no-consent',
    ],
    [
      'of which somebody was only asked, a link',
      { consents: [consent({ state: 'asked' })] },
      'link',
      'no-consent',
    ],
    ['on X, a link whoever wrote it', { channel: 'x', kind: 'own' }, 'link', 'channel-x'],
    ['on X with consent, a link', { channel: 'x', consents: [consent()] }, 'link', 'channel-x'],
    ['without an address and consent, nothing', { hasAddress: false }, 'never', 'no-address'],
    ['our own without an address, whole', { kind: 'own', hasAddress: false }, 'whole', 'own'],
    ['not for people who are not signed in, nothing', { kind: 'own', public: false }, 'never', 'not-public'],
    ['gone from the platform, nothing', { kind: 'own', gone: true }, 'never', 'gone'],
    ['forgotten by us, nothing', { pruned: true }, 'never', 'pruned'],
    ['hidden, nothing', { kind: 'own', state: 'hidden' }, 'never', 'hidden'],
    ['stashed, nothing', { kind: 'own', state: 'stashed' }, 'never', 'stashed'],
    ['undecided, nothing', { state: 'new', consents: [consent()] }, 'never', 'undecided'],
    ['our own and held, nothing where a person reviews', { kind: 'own', state: 'new' }, 'never', 'undecided'],
  ]
  it.each(table)('%s', (_, facts, shown, why) => {
    expect(mayShow(post(facts), 'review', TODAY)).toMatchObject({ shown, why })
  })

  it('of accounts we trust, skips what would hold it on an open wall', () => {
    expect(mayShow(post({ kind: 'own', state: 'new' }), 'open', TODAY).shown).toBe('whole')
    expect(mayShow(post({ kind: 'partner', agreement: true, state: 'new' }), 'open', TODAY).shown).toBe(
      'whole',
    )
    expect(mayShow(post({ kind: 'partner', state: 'new' }), 'open', TODAY).shown).toBe('never')
    expect(mayShow(post({ state: 'new', consents: [consent()] }), 'open', TODAY).shown).toBe('never')
  })
  it('tells the day on which the longest consent ends', () => {
    const consents = [consent({ until: '2026-12-01' }), consent({ until: '2026-12-24', crop: true })]
    expect(mayShow(post({ consents }), 'review', TODAY)).toMatchObject({ until: '2026-12-24', crop: true })
    expect(mayShow(post({ consents: [...consents, consent()] }), 'review', TODAY).until).toBeNull()
  })
})

const days = fc.constantFrom('2026-11-01', '2026-11-10', '2026-11-24', '2026-11-25', '2026-12-24')
const anyConsent = fc.record({
  on: fc.constantFrom('post' as const, 'account' as const),
  state: fc.constantFrom(...keptConsents),
  wall: fc.boolean(),
  crop: fc.boolean(),
  child: fc.constantFrom(null, 'no' as const, 'guardian' as const, 'recognisable' as const),
  until: fc.option(days),
  at: days.map(at),
  withdrawnAt: fc.option(days.map(at)),
})
const anyPost = fc.record({
  channel: fc.constantFrom(...channels),
  state: fc.constantFrom(...postStates),
  public: fc.boolean(),
  gone: fc.boolean(),
  pruned: fc.boolean(),
  hasAddress: fc.boolean(),
  kind: fc.option(fc.constantFrom(...accountKinds)),
  agreement: fc.boolean(),
  child: fc.boolean(),
  consents: fc.array(anyConsent, { maxLength: 4 }),
})
const anyModeration = fc.constantFrom('review' as const, 'open' as const)

describe('whatever is asked, the answer is never wider than the table', () => {
  it('whole only for our own, for partners who agreed, and under a consent that stands', () => {
    fc.assert(
      fc.property(anyPost, anyModeration, (facts, moderation) => {
        const { shown } = mayShow(facts, moderation, TODAY)
        if (shown !== 'whole') return
        const stands = facts.consents.some(
          (one) =>
            one.state === 'granted' &&
            one.wall &&
            !one.withdrawnAt &&
            one.child !== 'recognisable' &&
            (!facts.child || one.child === 'guardian') &&
            (one.until === null || one.until >= TODAY),
        )
        const trusted =
          facts.kind === 'own' || facts.kind === 'staff' || (facts.kind === 'partner' && facts.agreement)
        expect(facts.channel).not.toBe('x')
        expect(trusted || (stands && facts.state === 'shown')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
  it('nothing of what is private, gone, forgotten, hidden or stashed', () => {
    fc.assert(
      fc.property(anyPost, anyModeration, (facts, moderation) => {
        const away =
          !facts.public || facts.gone || facts.pruned || ['hidden', 'stashed'].includes(facts.state)
        if (away) expect(mayShow(facts, moderation, TODAY).shown).toBe('never')
        else expect(['link', 'whole', 'never']).toContain(mayShow(facts, moderation, TODAY).shown)
      }),
      { numRuns: 2000 },
    )
  })
  it('a withdrawal never widens, and an open wall never widens what consent allows', () => {
    const order = ['never', 'link', 'whole']
    const width = (facts: PostFacts, moderation: 'review' | 'open') =>
      order.indexOf(mayShow(facts, moderation, TODAY).shown)
    fc.assert(
      fc.property(anyPost, fc.constantFrom('post' as const, 'account' as const), (facts, on) => {
        const after = { ...facts, consents: [...facts.consents, withdrawn(on, '2026-11-01', TODAY)] }
        expect(width(after, 'review')).toBeLessThanOrEqual(width(facts, 'review'))
        if (facts.kind === 'resident' || facts.kind === null)
          expect(width(facts, 'open')).toBe(width(facts, 'review'))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a picture goes out', () => {
  const picture = { copied: true, described: true }
  const whole = mayShow(post({ kind: 'own' }), 'review', TODAY)
  const link = mayShow(post(), 'review', TODAY)
  it.each([
    ['when somebody has described it', picture, whole, 'shown'],
    ['not before that', { ...picture, described: false }, whole, 'no-description'],
    ['not without a copy of ours', { ...picture, copied: false }, whole, 'no-copy'],
    ['not with a post that is only linked to', picture, link, 'post'],
  ])('%s', (_, facts, rights, why) => {
    expect(mayShowPicture(facts, rights)).toEqual({ shown: why === 'shown', why })
  })
})

describe('a picture lacks words', () => {
  const said = (lang: string, text: string, decorative = false) => ({ lang, text, decorative })
  it.each([
    ['in every language before anybody has described it', null, [], ['fi', 'en']],
    ['in none with the author’s own words', 'Järvi', [], []],
    ['where the author’s words are blank', ' ', [said('fi', 'Järvi')], ['en']],
    ['where the description is empty', null, [said('fi', 'Järvi'), said('en', ' ')], ['en']],
    ['in none when it is called decorative', null, [said('fi', '', true)], []],
    ['in none when each language has its own', null, [said('fi', 'Järvi'), said('en', 'Lake')], []],
  ])('%s', (_, author_alt, descriptions, missing) => {
    expect(missingLanguages({ author_alt, descriptions, copy: 'public' }, ['fi', 'en'])).toEqual(missing)
    expect(missingLanguages({ author_alt, descriptions, copy: 'failed' }, ['fi', 'en'])).toEqual([])
  })
})

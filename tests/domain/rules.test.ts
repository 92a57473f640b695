// Rules: every condition by itself, all together, the strictest of several, and what none of them may do.
import { describe, expect, it } from 'vitest'
import { heldRule } from '../../config/held-words.ts'
import { accountKinds, channels } from '../../config/place.ts'
import { postStates, type RuleConditions, ruleActions } from '../../db/schema.ts'
import {
  beginsAs,
  hasCondition,
  judge,
  type LiveRule,
  type RuleFacts,
  readyRules,
} from '../../services/domain/rules.ts'
import { fc } from '../chance.ts'

const post: RuleFacts = {
  title: null,
  text: 'Pirun hyvä latu Suomulla. #kemijärvi',
  handle: '@aino@example.social',
  name: 'Aino Esimerkki',
  kind: 'resident',
  channel: 'mastodon',
  families: ['kemijarvi'],
  lang: 'fi',
  media: ['image'],
  reply: false,
  quote: false,
  nth: 3,
}
const rule = (conditions: RuleConditions, more: Partial<LiveRule> = {}): LiveRule => ({
  id: 1,
  version: 4,
  action: 'hold',
  conditions,
  ...more,
})
const speaks = (conditions: RuleConditions, facts: Partial<RuleFacts> = {}) =>
  judge({ ...post, ...facts }, readyRules([rule(conditions)])) !== undefined

describe('a rule speaks about', () => {
  it.each([
    ['a word of the text', { words: ['pirun'] }, {}, true],
    ['a word of the title', { words: ['lumi'] }, { title: 'Lumi tuli' }, true],
    ['no other text', { words: ['lumi'] }, {}, false],
    ['an author by the handle', { authors: ['aino@EXAMPLE.social'] }, {}, true],
    ['an author by the name', { authors: ['aino esimerkki'] }, {}, true],
    ['no other author', { authors: ['aino'] }, {}, false],
    ['an account’s kind', { kinds: ['resident', 'visitor'] }, {}, true],
    ['no other kind', { kinds: ['partner'] }, {}, false],
    ['a channel', { channels: ['mastodon'] }, {}, true],
    ['no other channel', { channels: ['feed'] }, {}, false],
    ['a family', { families: ['tarinat', 'kemijarvi'] }, {}, true],
    ['no other family', { families: ['tarinat'] }, {}, false],
    ['a language', { languages: ['fi'] }, {}, true],
    ['a language that nobody could tell', { languages: ['sv', ''] }, { lang: null }, true],
    ['no other language', { languages: ['sv', ''] }, {}, false],
    ['a picture', { media: 'image' }, {}, true],
    ['any picture or film', { media: 'any' }, { media: ['video'] }, true],
    ['no film where there is none', { media: 'video' }, {}, false],
    ['words alone', { media: 'none' }, { media: [] }, true],
    ['an answer', { form: 'reply' }, { reply: true }, true],
    ['no post that answers nobody', { form: 'reply' }, {}, false],
    ['a quote', { form: 'quote' }, { quote: true }, true],
    ['the third post of a day, of two allowed', { perDay: 2 }, {}, true],
    ['not the third of three allowed', { perDay: 3 }, {}, false],
    ['not the posts of nobody known, however many', { perDay: 1 }, { nth: null }, false],
    ['nothing at all without a condition', {}, {}, false],
    ['nothing by an empty list', { words: [], kinds: [] }, {}, false],
    ['all conditions together', { words: ['pirun'], kinds: ['resident'], perDay: 2 }, {}, true],
    ['not when one of them fails', { words: ['pirun'], kinds: ['partner'] }, {}, false],
  ] as [string, RuleConditions, Partial<RuleFacts>, boolean][])('%s', (_, conditions, facts, told) => {
    expect(speaks(conditions, facts)).toBe(told)
  })

  it('what it names: itself, its version and the word that it found', () => {
    const told = judge(post, readyRules([rule({ words: ['pirun'], kinds: ['resident'] })]))
    expect(told).toEqual({ rule: 1, version: 4, action: 'hold', because: 'pirun' })
  })
})

describe('the ready lists', () => {
  const ready = readyRules(
    (['fi', 'sv', 'en'] as const).map((one, id) => ({ ...heldRule(one, 'fi'), id, version: 1 })),
  )
  const because = (text: string, lang: string | null) => judge({ ...post, text, lang }, ready)?.because
  it.each([
    ['Perkeleen hieno päivä', 'fi', 'perkele*'],
    ['Jävla snö', 'sv', 'jävla'],
    ['This fucking snow', 'en', 'fuck*'],
    ['Slut på sommaren', null, 'slut*'],
    ['Slut på sommaren', 'sv', undefined],
    ['A fan of this lake', 'en', undefined],
    ['Hieno päivä järvellä, kiitos latukoneen kuljettajalle', 'fi', undefined],
    ['Vammaispalvelut ja vanhuspalvelut muuttavat', 'fi', undefined],
    ['Paskallavuori on nähtävyys', 'fi', 'paska*'],
  ] as const)('%s (%s): %s', (text, lang, found) => {
    expect(because(text, lang)).toBe(found)
  })
})

const facts = fc.record({
  title: fc.option(fc.constantFrom('pirun', 'lumi')),
  text: fc.constantFrom('pirun hyvä', 'lumi tuli', ''),
  handle: fc.option(fc.constantFrom('@aino', '@mika')),
  name: fc.option(fc.constant('Aino')),
  kind: fc.constantFrom(...accountKinds),
  channel: fc.constantFrom(...channels),
  families: fc.subarray(['kemijarvi', 'tarinat']),
  lang: fc.option(fc.constantFrom('fi', 'sv')),
  media: fc.subarray(['image', 'video', 'audio'] as const),
  reply: fc.boolean(),
  quote: fc.boolean(),
  nth: fc.option(fc.integer({ min: 1, max: 9 })),
})
const conditions: fc.Arbitrary<RuleConditions> = fc.record(
  {
    words: fc.subarray(['pirun', 'lumi*', '*vä']),
    authors: fc.subarray(['@aino', 'Mika']),
    kinds: fc.subarray([...accountKinds]),
    languages: fc.subarray(['fi', 'sv', '']),
    media: fc.constantFrom('any', 'none', 'image'),
    form: fc.constantFrom('reply', 'quote'),
    perDay: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [] },
)
const rules = fc
  .array(fc.record({ action: fc.constantFrom(...ruleActions), conditions }), { maxLength: 6 })
  .map((all) => all.map((one, id): LiveRule => ({ ...one, id, version: 1 })))
const order = ['show', 'hold', 'stash', 'hide']

describe('of several rules', () => {
  it('the strictest that speaks decides, in whatever order they stand', () => {
    fc.assert(
      fc.property(facts, rules, fc.integer(), (one, all, turn) => {
        const told = judge(one, readyRules(all))
        const alone = all.flatMap((each) => judge(one, readyRules([each])) ?? [])
        const strictest = Math.max(-1, ...alone.map((each) => order.indexOf(each.action)))
        expect(told ? order.indexOf(told.action) : -1).toBe(strictest)
        const at = all.length ? Math.abs(turn) % all.length : 0
        expect(judge(one, readyRules([...all.slice(at), ...all.slice(0, at)]))).toEqual(told)
      }),
    )
  })
  it('a condition more never makes one speak about more', () => {
    fc.assert(
      fc.property(facts, conditions, conditions, (one, some, more) => {
        const speak = (all: RuleConditions) => judge(one, readyRules([rule(all)])) !== undefined
        const both = { ...more, ...some }
        expect(hasCondition(some) && speak(both) && !speak(some)).toBe(false)
      }),
    )
  })
  it('none shows what only a person may show, and none hides more than it says', () => {
    fc.assert(
      fc.property(facts, rules, fc.constantFrom(...postStates), fc.boolean(), (one, all, first, whole) => {
        const told = judge(one, readyRules(all))
        const state = beginsAs(first, told, whole)
        if (state === 'shown') expect(first === 'shown' || (whole && told?.action === 'show')).toBe(true)
        if (!told) expect(state).toBe(first)
        if (told?.action === 'hold') expect(state).toBe('new')
      }),
    )
  })
})

// A place's rules: which of them speak about a post, the strictest one, and the state it begins with.
import type { AccountKind, ChannelName } from '../../config/place.ts'
import type { PostState, RuleAction, RuleConditions } from '../../db/schema.ts'
import { compileWords, findListed, plainWords, type WordList } from './words.ts'

export type RuleFacts = {
  title: string | null
  text: string
  handle: string | null
  name: string | null
  kind: AccountKind
  channel: ChannelName
  families: readonly string[]
  lang: string | null
  media: readonly ('image' | 'video' | 'audio')[]
  reply: boolean
  quote: boolean
  /** Which of its author's posts of that day it is, from 1; null when nobody knows whose it is. */
  nth: number | null
}

/** A rule as it decides: which one, in which version. */
export type LiveRule = { id: number; version: number; action: RuleAction; conditions: RuleConditions }
export type ReadyRule = LiveRule & { words: WordList | undefined; authors: ReadonlySet<string> }

/** What a rule says of a post; `because` is what it found, where that is a word. */
export type Ruling = { rule: number; version: number; action: RuleAction; because: string | null }

/** Words are made ready once, not for every post. */
export function readyRules(rules: readonly LiveRule[]): ReadyRule[] {
  return [...rules]
    .sort((a, b) => strictness(b.action) - strictness(a.action) || a.id - b.id)
    .map((one) => ({
      ...one,
      words: one.conditions.words?.length ? compileWords(one.conditions.words) : undefined,
      authors: new Set(one.conditions.authors?.map(authorKey)),
    }))
}

// What takes a post out of sight comes before what holds it, and that before what shows it.
const order: readonly RuleAction[] = ['show', 'hold', 'stash', 'hide']
const strictness = (action: RuleAction) => order.indexOf(action)

/** The strictest rule that speaks about the post; of equally strict ones the oldest. `rules` come from `readyRules`. */
export function judge(facts: RuleFacts, rules: readonly ReadyRule[]): Ruling | undefined {
  // Read once: each place has a list of words in three languages.
  let read: readonly string[] | undefined
  const words = () => (read ??= plainWords(`${facts.title ?? ''}\n${facts.text}`))
  for (const { id, version, action, ...rule } of rules) {
    const because = matches(facts, rule, words)
    if (because !== undefined) return { rule: id, version, action, because }
  }
  return undefined
}

/** Undefined when a condition does not hold; else the word that was found, or null. A rule without any says nothing. */
function matches(
  facts: RuleFacts,
  rule: Pick<ReadyRule, 'conditions' | 'words' | 'authors'>,
  words: () => readonly string[],
) {
  const { kinds, channels, families, languages, media, form, perDay } = rule.conditions
  if (!hasCondition(rule.conditions)) return undefined
  const holds =
    (!kinds?.length || kinds.includes(facts.kind)) &&
    (!channels?.length || channels.includes(facts.channel)) &&
    (!families?.length || families.some((one) => facts.families.includes(one))) &&
    (!languages?.length || languages.includes(facts.lang ?? '')) &&
    (!rule.authors.size || isBy(facts, rule.authors)) &&
    (!media || hasMedia(facts, media)) &&
    (!form || facts[form]) &&
    (perDay === undefined || (facts.nth !== null && facts.nth > perDay))
  if (!holds) return undefined
  if (!rule.words) return null
  return findListed(words(), rule.words)
}

export function hasCondition(conditions: RuleConditions): boolean {
  return Object.values(conditions).some((one) => (Array.isArray(one) ? one.length > 0 : one !== undefined))
}

/** A handle without its @, or a name, whatever the case. */
const authorKey = (written: string) => plainWords(written).join(' ')

const isBy = ({ handle, name }: RuleFacts, authors: ReadonlySet<string>) =>
  [handle, name].some((one) => one !== null && authors.has(authorKey(one)))

function hasMedia({ media }: RuleFacts, wanted: NonNullable<RuleConditions['media']>): boolean {
  if (wanted === 'none') return media.length === 0
  return wanted === 'any' ? media.length > 0 : media.includes(wanted)
}

/**
 * The state that a post begins with. A rule shows only what may be shown whole without asking anybody; of everybody
 * else's posts it is a person who decides.
 */
export function beginsAs(first: PostState, ruling: Ruling | undefined, whole: boolean): PostState {
  if (!ruling) return first
  if (ruling.action === 'hide') return 'hidden'
  if (ruling.action === 'stash') return 'stashed'
  if (ruling.action === 'hold') return 'new'
  return whole ? 'shown' : first
}

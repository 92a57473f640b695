// Why a post waits and what it may become: the reasons and rights of a card at the desk, as codes with values.
import type { Language } from '../../config/place.ts'
import type { DecisionAction, PostState, Remark } from '../../db/schema.ts'
import type { ConsentState } from './consents.ts'
import type { Footing } from './footing.ts'

/** need: wants a person · good: in order · gone: cannot be shown · plain: good to know. */
export type Tone = 'need' | 'good' | 'gone' | 'plain'
export type Reason = { code: string; tone: Tone; values: Record<string, string | number> }

export type ReasonFacts = {
  footing: Footing
  /** The newest consent, in force or not, as the card tells it. */
  consent:
    | { state: ConsentState; until: string | null; wall: boolean; how: string; asked: string | null }
    | undefined
  pictures: number
  decorative: boolean
  authorAlt: string | null
  languages: readonly Language[]
  sensitive: string | null
  remarks: readonly Remark[]
  state: PostState
  /** The newest decision, a person's or a rule's; undefined where nobody has decided. */
  decision:
    | {
        action: DecisionAction
        actor: string
        /** A code of `decisionReasons`, or null. */
        reason: string | null
        /** For a rule's decision the word that it found. */
        note: string | null
        day: string
        rule: { name: string; version: number } | null
      }
    | undefined
}

/** As a curator needs them: why it is where it is, whether it may be shown at all, as what, with which words. */
export function listReasons(facts: ReasonFacts): Reason[] {
  return [...decided(facts), ...rights(facts), ...pictures(facts), ...rest(facts)]
}

const say = (code: string, tone: Tone, values: Reason['values'] = {}): Reason => ({ code, tone, values })

function decided({ state, decision, footing }: ReasonFacts): Reason[] {
  const tone = state === 'hidden' ? 'gone' : 'plain'
  if (decision?.rule) {
    const values = { rule: decision.rule.name, version: decision.rule.version, word: decision.note ?? '' }
    // Once a person has taken it back, it waits like any other.
    if (decision.action === 'hold')
      return state === 'new' ? [say(decision.note ? 'rule-word' : 'rule-hold', 'need', values)] : []
    // An edit has opened it again.
    return state === 'new' ? [] : [say(`rule-${state}`, tone, values)]
  }
  if (state === 'new') return []
  if (!decision) return state === 'shown' && footing.rights.shown === 'whole' ? [say('at-once', 'good')] : []
  const { actor, day, reason } = decision
  return [say(`by-${state}`, tone, { who: actor, day, reason: reason ?? '' })]
}

function rights({ footing, consent }: ReasonFacts): Reason[] {
  const { why } = footing.rights
  if (why === 'not-public' || why === 'gone' || why === 'pruned' || why === 'no-address')
    return [say(why, 'gone')]
  if (why === 'channel-x') return [say('channel-x', 'plain')]
  if (why === 'own') return []
  if (why === 'agreement') return [say('agreement', 'good')]
  if (why === 'consent') {
    const until = footing.rights.until ?? ''
    const how = consent?.how ?? ''
    return [say(until ? 'consent-until' : 'consent', 'good', { until, how })]
  }
  if (footing.kind === 'partner') return [say('no-agreement', 'need')]
  switch (consent?.state) {
    case 'withdrawn':
      return [say('consent-withdrawn', 'gone')]
    case 'refused':
      return [say('consent-refused', 'gone')]
    case 'expired':
      return [say('consent-ended', 'need', { until: consent.until ?? '' })]
    case 'asked':
    case 'unanswered':
      return [say(`consent-${consent.state}`, 'plain', { asked: consent.asked ?? '' })]
    case 'granted':
    case 'published':
      return [say(consent.wall ? 'no-consent' : 'consent-elsewhere', 'need')]
    default:
      return [say('no-consent', 'need')]
  }
}

function pictures({ footing, pictures, decorative, authorAlt, languages }: ReasonFacts): Reason[] {
  if (!pictures) return []
  const { undescribed } = footing
  // Words are wanted first when there is something to show them with.
  if (undescribed.length && footing.rights.shown !== 'whole') return [say('undescribed-later', 'plain')]
  if (undescribed.length === languages.length && undescribed.length) return [say('undescribed', 'need')]
  if (undescribed.length) return [say('undescribed-in', 'need', { languages: undescribed.join(' ') })]
  if (decorative) return [say('decorative', 'plain')]
  return [authorAlt ? say('described-author', 'plain', { text: authorAlt }) : say('described', 'good')]
}

function rest({ footing, sensitive, remarks }: ReasonFacts): Reason[] {
  return [
    ...footing.blocked.map((one) => say(one, 'need')),
    ...(sensitive === null ? [] : [say('sensitive', 'need', { warning: sensitive })]),
    ...remarks.map((one) => say(`remark-${one.code}`, 'plain', one.values)),
  ]
}

// The life of a consent as one declared table, and where a kept record stands in it today.
import type { KeptConsent } from '../../db/schema.ts'
import { addDays } from './quarter.ts'

/**
 * proposed: nobody has asked yet · asked: the author has · unanswered: for thirty days · published: what was granted is
 * on a wall · expired: its last day has passed · withdrawn: by the author · removed: the post itself has gone for good.
 */
export const consentStates = [
  'proposed',
  'asked',
  'unanswered',
  'granted',
  'published',
  'refused',
  'expired',
  'withdrawn',
  'removed',
] as const
export type ConsentState = (typeof consentStates)[number]

/** What people do, and what time (silence, end) and the walls (publish, leave) bring about by themselves. */
export type ConsentEvent =
  | 'ask'
  | 'grant'
  | 'refuse'
  | 'withdraw'
  | 'remove'
  | 'silence'
  | 'publish'
  | 'leave'
  | 'end'

/** An event that is not in its row cannot happen. Who has said no is not asked again, but may say yes. */
export const consentTable: Record<ConsentState, Partial<Record<ConsentEvent, ConsentState>>> = {
  proposed: { ask: 'asked', grant: 'granted' },
  asked: { grant: 'granted', refuse: 'refused', silence: 'unanswered', remove: 'removed' },
  unanswered: { ask: 'asked', grant: 'granted', refuse: 'refused', remove: 'removed' },
  granted: { publish: 'published', end: 'expired', withdraw: 'withdrawn', remove: 'removed' },
  published: { leave: 'granted', end: 'expired', withdraw: 'withdrawn', remove: 'removed' },
  refused: { grant: 'granted', remove: 'removed' },
  expired: { remove: 'removed' },
  withdrawn: { remove: 'removed' },
  removed: {},
}

/** Days of silence after which a question counts as not answered. */
export const SILENCE = 30

type Kept = { state: KeptConsent; askedOn: string | null; until: string | null }
type Seen = { today: string; onWall: boolean }

/** Where a record stands: what was said last, and what the calendar and the walls have made of it since. */
export function standingOf(kept: Kept | undefined, { today, onWall }: Seen): ConsentState {
  if (!kept) return 'proposed'
  const { state, askedOn, until } = kept
  if (state === 'asked' && askedOn !== null && addDays(askedOn, SILENCE) <= today) return 'unanswered'
  if (state !== 'granted') return state
  if (until !== null && until < today) return 'expired'
  return onWall ? 'published' : 'granted'
}

/** True when the event can happen to a record in this state. */
export function canBe(state: ConsentState, event: ConsentEvent): boolean {
  return consentTable[state][event] !== undefined
}

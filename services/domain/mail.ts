// When a mail is tried again, and what is left of it when it cannot be sent.

const MINUTE = 60_000
/** Milliseconds after which a mail is given up: by then the desk has long said the same. */
export const GIVE_UP = 2 * 24 * 60 * MINUTE

/**
 * refused: the server will never take this mail · away: no server, or no safe way in · login: it does not know us ·
 * later: it wants us to come again · unsure: it was given the mail, and nobody knows whether it took it.
 */
export type MailFault = {
  why: 'refused' | 'away' | 'login' | 'later' | 'unsure'
  /** What the server answered; null when it did not. */
  answer: string | null
}

type Left = {
  state: 'waiting' | 'failed'
  next_at: Date | null
  fault_code: MailFault['why']
  fault_detail: string | null
}

/** A mail that try `nth` has not sent: again after 5, 10, 20 and 40 minutes, then every hour, for two days. */
export function afterFailure(
  { why, answer }: MailFault,
  { nth, made, now }: { nth: number; made: Date; now: Date },
): Left {
  const next = new Date(now.getTime() + Math.min(60, 5 * 2 ** Math.min(nth - 1, 10)) * MINUTE)
  const over = why === 'refused' || why === 'unsure' || next.getTime() - made.getTime() > GIVE_UP
  return {
    ...(over ? { state: 'failed', next_at: null } : { state: 'waiting', next_at: next }),
    fault_code: why,
    fault_detail: answer,
  }
}

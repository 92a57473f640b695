// How long a lift takes: each of its pages says when it was opened, and what is sent from it says it back.
import { t } from '../../config/i18n.ts'
import { GOAL_MINUTES, minutesOf } from '../domain/lifting.ts'
import type { Fields } from '../same-origin.ts'
import type { DeskContext } from './layout.tsx'

/** Says when the page was opened. */
export function Opened({ c }: { c: DeskContext }) {
  return <input type="hidden" name="opened" value={c.var.now.getTime()} />
}

/** When the page was opened, in milliseconds; null when it does not say. */
export function readOpened({ opened }: Fields): number | null {
  return typeof opened === 'string' && /^\d{13}$/.test(opened) ? Number(opened) : null
}

/** What this lift has taken so far, or else what they usually take, beside the goal. */
export function WorkTime({
  c,
  seconds,
  usual,
}: {
  c: DeskContext
  seconds: number | null
  usual: number | null
}) {
  const { language } = c.var
  const goal = GOAL_MINUTES
  const worked = seconds === null ? null : minutesOf(seconds)
  const words =
    worked !== null
      ? t(language, 'lift.worked', { n: worked, goal })
      : usual === null
        ? t(language, 'lift.goal', { n: goal })
        : t(language, 'lift.usual', { n: usual, goal })
  return (
    <div class="timer">
      <svg class="gauge" viewBox={`0 0 ${goal} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.min(goal, worked ?? 0)} height="1" />
      </svg>
      <p class="small">{words}</p>
    </div>
  )
}

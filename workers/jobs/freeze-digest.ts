// Locks the figures of a quarter on its day, when nobody has; the desk and the log say what keeps it from that.
import type { Jobs } from '../../db/queue.ts'
import type { Deps } from '../../services/deps.ts'
import { Refusal } from '../../services/errors.ts'
import { freezeWhenDue } from '../../services/freeze-when-due.ts'

/** Safe to run twice: a digest that is locked is no longer due. */
export async function freezeDigestJob(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  { place, quarter }: Jobs['freeze-digest'],
): Promise<void> {
  try {
    if (await freezeWhenDue(deps, place, quarter)) deps.log.info({ place, quarter }, 'locked a digest')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    deps.log.warn({ place, quarter, code: error.code }, 'a digest could not be locked on its day')
  }
}

// One quarter of one place: asks the figures and saves them as the draft; a digest that is locked is left alone.
import { findDigest } from '../../db/digests.ts'
import { findBeginnings } from '../../db/figures/service.ts'
import { findPlace } from '../../db/places.ts'
import type { Jobs } from '../../db/queue.ts'
import type { Deps } from '../../services/deps.ts'
import { draftDigest } from '../../services/digests.ts'
import { quarterDays } from '../../services/domain/quarter.ts'

/** Safe to run twice: the second time compiles the same figures anew. */
export async function compileDigest(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  { place: id, quarter, by }: Jobs['compile-digest'],
): Promise<void> {
  const place = await findPlace(deps.db, id)
  if (!place) return
  // Nothing is drafted of a time before the place was here.
  const { used } = await findBeginnings(deps.db, id, place.time_zone)
  if (used >= quarterDays(quarter).to) return
  const before = await findDigest(deps.db, id, quarter)
  if (before && before.state !== 'open' && before.state !== 'draft') return
  const { sha256, state } = await draftDigest(deps, place, quarter, by)
  deps.log.info({ place: id, quarter, state, data: sha256.slice(0, 12) }, 'compiled a digest')
}

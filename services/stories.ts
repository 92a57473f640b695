// Whether a place takes residents' stories: a source of the channel `story`, switched on and off by a person.
import { inTransaction } from '../db/open.ts'
import { addSource, findStorySource, switchSource } from '../db/sources.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { withHistory } from './history.ts'

/** Opens or closes the form; the first opening makes the source. */
export async function switchStories(deps: Deps, act: Act, active: boolean): Promise<void> {
  const at = deps.clock()
  const place = act.place.id
  await inTransaction(deps.db, async (trx) => {
    const found = await findStorySource(trx, place)
    if (!found && !active) return
    const object = found?.id ?? 'story'
    await withHistory(trx, act, at, { part: 'source', object }, async () => {
      if (found) return switchSource(trx, place, found.id, { active, by: act.name, at })
      const row = { place_id: place, id: 'story', kind: 'posts', channel: 'story', mode: 'resident' } as const
      const more = { active, families: [], settings: {}, every: null, by: act.name, at }
      if (!(await addSource(trx, { ...row, ...more }))) throw new Refusal('id-taken', 409)
      return true
    })
    await record(trx, act, at, active ? 'source-on' : 'source-off', object, {})
  })
}

// Wanting the weekly mail, and stopping it: at the desk, or by the link in every such mail without signing in.
import { type Db, inTransaction } from '../db/open.ts'
import { findWeekly, startWeekly, stopWeekly } from '../db/weekly.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { weekOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'

type Needs = Pick<Deps, 'db' | 'clock'>

export async function chooseWeekly({ db, clock }: Needs, act: Act, want: boolean): Promise<void> {
  const { place, person } = act
  if (person === null) throw new Refusal('forbidden', 403)
  const at = clock()
  await inTransaction(db, async (trx) => {
    if (want) await startWeekly(trx, place.id, person, { week: weekOf(at, place.time_zone), at })
    else await stopWeekly(trx, place.id, person, at)
    await record(trx, act, at, want ? 'weekly-start' : 'weekly-stop', 'weekly', {})
  })
}

/** Lets its holder stop this mail, and nothing else; it never ends, since the mail may be old. */
export const weeklyToken = (keys: Deps['keys'], id: string): string =>
  `${id}.${keys.sign('links', `weekly ${id}`)}`

/** The weekly mail of a stop link; undefined when the link is none of ours. */
export async function openWeekly(db: Db, keys: Deps['keys'], token: string) {
  const [id = '', signature = ''] = token.split('.')
  return keys.verify('links', `weekly ${id}`, signature) ? await findWeekly(db, id) : undefined
}

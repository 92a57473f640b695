// The pulse of this process: a real write every two seconds, so that "ready" means that saving works.
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { savePulse } from '../db/pulse.ts'
import { setCrowd, takeCrowd } from './crowd.ts'
import type { Deps } from './deps.ts'

export type Pulse = {
  /** Seconds since the last write that was committed; Infinity before the first. */
  age: () => number
  stop: () => void
}

const EVERY = 2_000
/** Milliseconds after which a write is not waited for: the next is tried beside it, since this one may never end. */
const PATIENCE = 10_000

export function startPulse({ db, log }: Pick<Deps, 'db' | 'log'>, role: string): Pulse {
  let last = Number.NEGATIVE_INFINITY
  let away = false
  let timer: NodeJS.Timeout
  let stopped = false
  const beat = async () => {
    try {
      const crowded = await Promise.race([savePulse(db, role, takeCrowd()), tooLate()])
      if (setCrowd(crowded)) log.info({ crowded }, 'collecting keeps pace with how many are at the door')
      last = performance.now()
      if (away) log.info('saving works again')
      away = false
    } catch (error) {
      if (!away && !stopped) log.warn({ cause: (error as Error).message }, 'saving does not work')
      away = true
    }
    if (!stopped) timer = setTimeout(beat, EVERY)
  }
  void beat()
  return {
    // Monotonic: a clock that jumps must not make a well process look sick.
    age: () => (performance.now() - last) / 1000,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

async function tooLate(): Promise<never> {
  await wait(PATIENCE, undefined, { ref: false })
  throw new Error(`no answer in ${PATIENCE} ms`)
}

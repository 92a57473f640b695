// The pulse of this process: a real write every two seconds, so that "ready" means that saving works.
import { performance } from 'node:perf_hooks'
import { savePulse } from '../db/pulse.ts'
import type { Deps } from './deps.ts'

export type Pulse = {
  /** Seconds since the last write that was committed; Infinity before the first. */
  age: () => number
  stop: () => void
}

const EVERY = 2_000

export function startPulse({ db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>, role: string): Pulse {
  let last = Number.NEGATIVE_INFINITY
  let away = false
  let timer: NodeJS.Timeout
  let stopped = false
  const beat = async () => {
    try {
      await savePulse(db, role, clock())
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
